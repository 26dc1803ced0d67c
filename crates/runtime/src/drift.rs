//! Drift: where an answer and the contract of this version differ.

use std::fmt;

/// One difference between an answer and the contract this version was generated from: where, and of
/// what kind. Never the value, which may be a customer's.
///
/// From [`Response::drift`](crate::Response::drift).
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use openapi_client_runtime::{BodyEnd, DriftKind, Response};
///
/// let body = r#"{"a": 1, "b": "two"}"#.into();
/// let answer: Response<std::collections::BTreeMap<String, i64>> =
///     Response::read(StatusCode::OK, HeaderMap::new(), body, BodyEnd::Complete);
/// let drift = answer.drift();
/// assert_eq!(drift[0].kind(), DriftKind::WrongType);
/// assert_eq!(drift[0].to_string(), "wrong type at $.b");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Drift {
    path: String,
    kind: DriftKind,
}

/// The kind of a [`Drift`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A string that the contract does not name among the values of an enum, or an object that is
    /// none of those the contract lets one choose from. It was kept as it is.
    UnknownValue,
    /// A property that the contract does not name. It is in the raw body only.
    UnknownField,
    /// A value of another type than the contract's, or a date that is none. The optional property it
    /// stands in reads as absent.
    WrongType,
    /// A property that the contract requires is absent or null.
    MissingRequired,
}

impl Drift {
    /// Where: a JSONPath such as `$.events[2].name`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Of what kind.
    pub fn kind(&self) -> DriftKind {
        self.kind
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.kind, self.path)
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownValue => "unknown value",
            Self::UnknownField => "unknown field",
            Self::WrongType => "wrong type",
            Self::MissingRequired => "missing required",
        })
    }
}

/// The way from the root to a value; each step knows the one before it, so that walking costs
/// nothing where nothing has drifted.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    Root,
    Property(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    /// The drift at this place.
    pub fn drift(&self, kind: DriftKind) -> Drift {
        Drift { path: self.to_string(), kind }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Property(outer, name) if is_plain(name) => write!(f, "{outer}.{name}"),
            Self::Property(outer, name) => {
                write!(f, "{outer}['")?;
                for c in name.chars() {
                    match c {
                        '\'' | '\\' => write!(f, "\\{c}")?,
                        c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c))?,
                        c => write!(f, "{c}")?,
                    }
                }
                f.write_str("']")
            }
            Self::Item(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}

/// Whether JSONPath lets a name stand behind a dot.
fn is_plain(name: &str) -> bool {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(is_start) && name.chars().all(|c| is_start(c) || c.is_ascii_digit())
}
