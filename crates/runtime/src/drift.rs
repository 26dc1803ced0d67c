//! Drift: where an answer differs from the contract.

use std::fmt;

/// One difference between an answer and the contract that the client was generated from: its place and
/// its kind, but never the value, which may be a customer's.
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
    /// A string that is not one of the documented values of an enum, or an object that has none of the
    /// documented forms. It was kept as it is.
    UnknownValue,
    /// A property that the contract does not name. Only the raw body contains it.
    UnknownField,
    /// A value that has another type than the contract's, or is not a valid date. The nearest optional
    /// property around it reads as absent.
    WrongType,
    /// A property that the contract requires is absent or null.
    MissingRequired,
    /// A name occurs more than once in an object; its last value counts.
    RepeatedName,
    /// Bytes that are not UTF-8 were read as U+FFFD.
    ReplacedCharacters,
    /// There are bytes after the value; they were ignored.
    BytesAfterValue,
}

impl Drift {
    /// The place, as a JSONPath such as `$.events[2].name`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The kind of difference.
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
            Self::RepeatedName => "repeated name",
            Self::ReplacedCharacters => "replaced characters",
            Self::BytesAfterValue => "bytes after the value",
        })
    }
}

/// The way from the root to a value. Each step borrows the one before it, so that a walk allocates nothing
/// until it reports a drift.
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

/// True if JSONPath accepts the name after a dot.
fn is_plain(name: &str) -> bool {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(is_start) && name.chars().all(|c| is_start(c) || c.is_ascii_digit())
}
