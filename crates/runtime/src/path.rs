//! Path parameters: exactly one segment of the URL's path each, or refused.

use std::fmt;

use serde::Serialize;

use crate::parameter::{parts, tree};
use crate::percent::encoded;

/// Longer values are no ids of anything.
const MOST_BYTES: usize = 512;

/// A value that cannot stand in a path. It does not repeat the value, which may be anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidSegment {
    parameter: &'static str,
    reason: &'static str,
}

impl InvalidSegment {
    /// The parameter whose value it is.
    pub fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// What is wrong with it, such as "is empty".
    pub fn reason(&self) -> &'static str {
        self.reason
    }
}

impl fmt::Display for InvalidSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.parameter, self.reason)
    }
}

impl std::error::Error for InvalidSegment {}

/// Encodes a value as one segment.
pub fn segment(
    parameter: &'static str,
    value: &(impl AsRef<str> + ?Sized),
) -> Result<String, InvalidSegment> {
    let value = value.as_ref();
    check(parameter, value)?;
    Ok(encoded(value))
}

/// Encodes a value of another type than a string as one segment: the commas of a list are sent as they
/// are, and so are those between the names and values of an object.
pub fn simple(parameter: &'static str, value: &impl Serialize) -> Result<String, InvalidSegment> {
    joined(parameter, value, None)
}

/// The same, but with `name=value` for the members of an object.
pub fn simple_exploded(
    parameter: &'static str,
    value: &impl Serialize,
) -> Result<String, InvalidSegment> {
    joined(parameter, value, Some('='))
}

fn joined(
    parameter: &'static str,
    value: &impl Serialize,
    assign: Option<char>,
) -> Result<String, InvalidSegment> {
    let value = tree(value);
    check(parameter, &parts(&value, assign, str::to_owned).join(","))?;
    Ok(parts(&value, assign, encoded).join(","))
}

/// Whether a text can be a segment.
fn check(parameter: &'static str, value: &str) -> Result<(), InvalidSegment> {
    let reason = if value.is_empty() {
        "is empty"
    } else if value == "." || value == ".." {
        // URL parsers take these for "here" and "up", encoded or not.
        "is a relative path"
    } else if value.chars().any(char::is_control) {
        "holds a control character"
    } else if value.len() > MOST_BYTES {
        "is longer than 512 bytes"
    } else {
        return Ok(());
    };
    Err(InvalidSegment { parameter, reason })
}
