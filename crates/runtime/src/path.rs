//! Path parameters. Each becomes exactly one segment of the path, or is refused.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

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

/// Encodes a value of another type than a string as one segment: the commas of a list are sent as they
/// are, and so are those between the names and values of an object.
pub fn simple(parameter: &'static str, value: &impl Serialize) -> Result<String, InvalidSegment> {
    styled(parameter, value, "", None, ",")
}

/// The same, but with `name=value` for the members of an object.
pub fn simple_exploded(
    parameter: &'static str,
    value: &impl Serialize,
) -> Result<String, InvalidSegment> {
    styled(parameter, value, "", Some('='), ",")
}

/// Encodes a value in the style `label`: `.5`, and `.3,4` or, exploded, `.3.4` for a list.
pub fn label(
    parameter: &'static str,
    explode: bool,
    value: &impl Serialize,
) -> Result<String, InvalidSegment> {
    match explode {
        true => styled(parameter, value, ".", Some('='), "."),
        false => styled(parameter, value, ".", None, ","),
    }
}

/// Encodes a value in the style `matrix`: `;id=5`, and `;id=3,4` or, exploded, `;id=3;id=4` for a list;
/// the members of an exploded object have their own names.
pub fn matrix(
    parameter: &'static str,
    name: &str,
    explode: bool,
    value: &impl Serialize,
) -> Result<String, InvalidSegment> {
    let start = format!(";{}=", encoded(name));
    match (explode, tree(value)) {
        (true, Value::Object(members)) => styled(parameter, &members, ";", Some('='), ";"),
        (true, value) => styled(parameter, &value, &start, None, &start),
        (false, value) => styled(parameter, &value, &start, None, ","),
    }
}

/// The parts of a value as one segment, with a sign in front and one between them.
fn styled(
    parameter: &'static str,
    value: &impl Serialize,
    start: &str,
    assign: Option<char>,
    separator: &str,
) -> Result<String, InvalidSegment> {
    let value = tree(value);
    check(parameter, &parts(&value, assign, str::to_owned).join(separator))?;
    let segment = format!("{start}{}", parts(&value, assign, encoded).join(separator));
    check(parameter, &segment)?;
    Ok(segment)
}

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
