//! Parameters in OpenAPI's styles for paths, headers and cookies. Queries have `crate::query`.
//!
//! Values go through JSON, so that each is written as a body would contain it: an enum by its wire value,
//! an instant as RFC 3339 writes it.

use std::fmt;

use http::header::{COOKIE, HeaderMap, HeaderValue};
use serde::Serialize;
use serde_json::Value;

use crate::percent::encoded_in_cookie;

/// A value that a request cannot contain as a parameter. The error does not repeat the value, which may be a
/// secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidParameter {
    parameter: String,
    reason: &'static str,
}

impl InvalidParameter {
    pub(crate) fn new(parameter: &str, reason: &'static str) -> Self {
        Self { parameter: parameter.to_owned(), reason }
    }

    /// The name of the parameter, or of the member of a form.
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// What is wrong with it, such as "is empty".
    pub fn reason(&self) -> &'static str {
        self.reason
    }
}

impl fmt::Display for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.parameter, self.reason)
    }
}

impl std::error::Error for InvalidParameter {}

/// Rejects a list or an object with this sign in one of its parts, if a server could not distinguish it from the
/// separator.
pub(crate) fn refuse_inside(
    parameter: &str,
    value: &Value,
    sign: char,
) -> Result<(), InvalidParameter> {
    let is_one = !value.is_array() && !value.is_object();
    match is_one || !parts(value, None, str::to_owned).iter().any(|part| part.contains(sign)) {
        true => Ok(()),
        false => {
            Err(InvalidParameter::new(parameter, "has the sign between two parts inside of one"))
        }
    }
}

/// The text of a value in a header: lists are joined by comma, and so are the names and values of an
/// object, `name,value`.
///
/// # Errors
///
/// - A part contains a comma, or white space at an end, which a server does not read.
/// - A list of one empty item.
pub fn simple(name: &str, value: &impl Serialize) -> Result<String, InvalidParameter> {
    in_header(name, &tree(value), None)
}

/// As [`simple`], but with `name=value` for the members of an object.
///
/// # Errors
///
/// - Those of [`simple`].
/// - The name of a member contains `=`.
pub fn simple_exploded(name: &str, value: &impl Serialize) -> Result<String, InvalidParameter> {
    let value = tree(value);
    if value.as_object().is_some_and(|members| members.keys().any(|key| key.contains('='))) {
        return Err(InvalidParameter::new(name, "has a `=` in the name of a member"));
    }
    in_header(name, &value, Some('='))
}

fn in_header(name: &str, value: &Value, assign: Option<char>) -> Result<String, InvalidParameter> {
    refuse_inside(name, value, ',')?;
    let parts = parts(value, assign, str::to_owned);
    if parts.iter().any(|part| part.trim_matches([' ', '\t']) != part) {
        return Err(InvalidParameter::new(name, "has white space at an end"));
    }
    if value.is_array() && parts == [""] {
        return Err(InvalidParameter::new(name, "is one empty item, which is read as none"));
    }
    Ok(parts.join(","))
}

/// The JSON of a value in a path or header.
pub fn json_text(value: &impl Serialize) -> String {
    tree(value).to_string()
}

/// One cookie. Characters that would end its value are percent-encoded, and so is `%`, so that it can be decoded.
pub fn cookie(name: &str, value: &impl Serialize) -> String {
    format!("{name}={}", parts(&tree(value), None, encoded_in_cookie).join(","))
}

/// Joins all cookies into one `Cookie` header, as a request must have it.
pub fn join_cookies(headers: &mut HeaderMap) {
    let cookies: Vec<&[u8]> = headers.get_all(COOKIE).iter().map(HeaderValue::as_bytes).collect();
    let joined = HeaderValue::from_bytes(&cookies.join(&b"; "[..])).ok();
    if let Some(joined) = joined.filter(|joined| !joined.is_empty()) {
        headers.insert(COOKIE, joined);
    }
}

/// The JSON of a value; `null` if it cannot be written as JSON.
pub fn tree(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// The texts of a value's parts, each written by `write`. With `assign`, the name and the value of a member
/// are one part with that sign between them.
pub fn parts(value: &Value, assign: Option<char>, write: fn(&str) -> String) -> Vec<String> {
    let written = |value: &Value| text(value).map(|text| write(&text));
    match value {
        Value::Array(items) => items.iter().filter_map(written).collect(),
        Value::Object(members) => members
            .iter()
            .filter_map(|(name, value)| Some((write(name), written(value)?)))
            .flat_map(|(name, value)| match assign {
                Some(assign) => vec![format!("{name}{assign}{value}")],
                None => vec![name, value],
            })
            .collect(),
        scalar => written(scalar).into_iter().collect(),
    }
}

/// The scalar as text; `None` for `null`.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}
