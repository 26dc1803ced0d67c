//! Drift: the differences between an answer and the contract.

use std::fmt;

/// One difference between an answer and the contract that the client was generated from: its place and
/// its kind, but never the value, which may be a customer's.
///
/// A name that the contract does not know may be a customer's, too: an e-mail address as the key of a map.
/// It is shown if it looks like one that a developer wrote, such as `cancel_reason` or `cancelReason`, and
/// otherwise only its length is: `$['[17 characters]']`.
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
    /// A number has more digits than its Rust type keeps; the nearest was read. Only the raw body contains
    /// them all.
    RoundedNumber,
}

impl Drift {
    /// The place, as a JSONPath such as `$.events[2].name`. It finds the place in the body unless a name in it
    /// was hidden.
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
            Self::RoundedNumber => "rounded number",
        })
    }
}

/// A longer name is not shown, and one with more digits is a number with something around it.
const LONGEST_NAME: usize = 64;
const MOST_DIGITS: usize = 3;

/// The way from the root to a value. Each step borrows the one before it, so that a walk allocates nothing
/// until it reports a drift.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    /// The answer.
    Root,
    /// A property that the contract names.
    Property(&'a Path<'a>, &'a str),
    /// A member whose name only the answer has: an unknown property, or an entry of a map.
    Unknown(&'a Path<'a>, &'a str),
    /// An item of the list at this place.
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
            Self::Unknown(outer, name) if is_written_by_a_developer(name) => {
                Self::Property(outer, name).fmt(f)
            }
            Self::Unknown(outer, name) => {
                let length = name.chars().count();
                let plural = if length == 1 { "" } else { "s" };
                write!(f, "{outer}['[{length} character{plural}]']")
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

/// True if a name is in snake, kebab, dotted or camel case, as in programs, with digits only at the end of its words.
/// An e-mail address, a phone or card number, a token, a UUID, a date or a sentence is not.
fn is_written_by_a_developer(name: &str) -> bool {
    let name = name.strip_prefix(['_', '@', '$']).unwrap_or(name);
    let kind = |byte| match byte {
        b'a'..=b'z' => 'a',
        b'A'..=b'Z' => 'A',
        b'0'..=b'9' => '0',
        b'_' | b'-' | b':' | b'.' => '_',
        _ => '?',
    };
    let mut before = '_';
    let is_name = name.bytes().map(kind).chain(['_']).all(|kind| {
        let step = (std::mem::replace(&mut before, kind), kind);
        let is_within_a_word = matches!(step, ('a', 'a' | '0') | ('A', 'a') | ('0', '0'));
        is_within_a_word || matches!(step, ('_', 'a' | 'A') | ('a' | '0', 'A' | '_'))
    });
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    is_name && name.len() <= LONGEST_NAME && digits <= MOST_DIGITS
}
