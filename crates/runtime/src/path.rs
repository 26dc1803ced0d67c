//! Path parameters. Each becomes exactly one segment of the path, or is refused.

use serde::Serialize;
use serde_json::Value;

use crate::parameter::{InvalidParameter, parts, tree};
use crate::percent::{encoded, encoded_with_dots};

/// Longer than any id.
const MOST_BYTES: usize = 512;

/// Encodes a value as one segment.
pub fn segment(
    parameter: &'static str,
    value: &(impl AsRef<str> + ?Sized),
) -> Result<String, InvalidParameter> {
    let value = value.as_ref();
    check(parameter, value)?;
    Ok(encoded(value))
}

/// Encodes a value of another type than a string as one segment: the commas of a list are sent as they
/// are, and so are those between the names and values of an object.
pub fn simple(parameter: &'static str, value: &impl Serialize) -> Result<String, InvalidParameter> {
    styled(parameter, value, "", None, ",", encoded)
}

/// As `simple`, but with `name=value` for the members of an object.
pub fn simple_exploded(
    parameter: &'static str,
    value: &impl Serialize,
) -> Result<String, InvalidParameter> {
    styled(parameter, value, "", Some('='), ",", encoded)
}

/// Encodes a value in the style `label`: `.5`, and `.3,4` or, exploded, `.3.4` for a list.
pub fn label(
    parameter: &'static str,
    explode: bool,
    value: &impl Serialize,
) -> Result<String, InvalidParameter> {
    match explode {
        // A dot inside of a part is encoded, unlike one between two parts.
        true => styled(parameter, value, ".", Some('='), ".", encoded_with_dots),
        false => styled(parameter, value, ".", None, ",", encoded),
    }
}

/// Encodes a value in the style `matrix`: `;id=5`, and `;id=3,4` or, exploded, `;id=3;id=4` for a list;
/// the members of an exploded object have their own names.
pub fn matrix(
    parameter: &'static str,
    name: &str,
    explode: bool,
    value: &impl Serialize,
) -> Result<String, InvalidParameter> {
    let start = format!(";{}=", encoded(name));
    match (explode, tree(value)) {
        (true, Value::Object(members)) => styled(parameter, &members, ";", Some('='), ";", encoded),
        (true, value) => styled(parameter, &value, &start, None, &start, encoded),
        (false, value) => styled(parameter, &value, &start, None, ",", encoded),
    }
}

/// The parts of a value as one segment, with a sign in front and one between them.
fn styled(
    parameter: &'static str,
    value: &impl Serialize,
    start: &str,
    assign: Option<char>,
    separator: &str,
    write: fn(&str) -> String,
) -> Result<String, InvalidParameter> {
    let value = tree(value);
    check(parameter, &parts(&value, assign, str::to_owned).join(separator))?;
    let segment = format!("{start}{}", parts(&value, assign, write).join(separator));
    check(parameter, &segment)?;
    Ok(segment)
}

fn check(parameter: &'static str, value: &str) -> Result<(), InvalidParameter> {
    let reason = if value.is_empty() {
        "is empty"
    } else if value == "." || value == ".." {
        // URL parsers resolve these, encoded or not.
        "is a relative path"
    } else if value.chars().any(char::is_control) {
        "contains a control character"
    } else if value.len() > MOST_BYTES {
        "is longer than 512 bytes"
    } else {
        return Ok(());
    };
    Err(InvalidParameter::new(parameter, reason))
}
