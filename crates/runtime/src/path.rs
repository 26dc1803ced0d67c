//! Path parameters. Each becomes exactly one segment of the path, or is refused.

use std::fmt;

use serde::Serialize;

use crate::parameter::{parts, tree};
use crate::percent::encoded;

/// Longer than any id.
const MOST_BYTES: usize = 512;

/// A value that a path cannot contain. The error does not repeat the value, which may be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidSegment {
    parameter: &'static str,
    reason: &'static str,
}

impl InvalidSegment {
    /// The name of the parameter.
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

/// Encodes a value of another type than a string as one segment. The commas between items of a list, and
/// between names and values of an object, are not encoded.
pub fn simple(parameter: &'static str, value: &impl Serialize) -> Result<String, InvalidSegment> {
    joined(parameter, value, None)
}

/// As [`simple`], but with `name=value` for the members of an object.
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

/// Refuses a text that cannot be a segment.
fn check(parameter: &'static str, value: &str) -> Result<(), InvalidSegment> {
    let reason = if value.is_empty() {
        "is empty"
    } else if value == "." || value == ".." {
        // URL parsers resolve these, encoded or not.
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
