//! Parameters in OpenAPI's styles for paths, headers and cookies. Queries have `crate::query`.
//!
//! Values go through JSON, so that each is written as a body would contain it: an enum by its wire value,
//! an instant as RFC 3339 writes it.

use http::header::{COOKIE, HeaderMap, HeaderValue};
use serde::Serialize;
use serde_json::Value;

use crate::percent::encoded_in_cookie;

/// The text of a value in a header: lists are joined by comma, and so are the names and values of an
/// object, `name,value`.
pub fn simple(value: &impl Serialize) -> String {
    parts(&tree(value), None, str::to_owned).join(",")
}

/// As [`simple`], but with `name=value` for the members of an object.
pub fn simple_exploded(value: &impl Serialize) -> String {
    parts(&tree(value), Some('='), str::to_owned).join(",")
}

/// The JSON of a value in a path or header.
pub fn json_text(value: &impl Serialize) -> String {
    tree(value).to_string()
}

/// One cookie. What would end its value is percent-encoded, and so is `%`, so that it can be decoded.
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

/// The JSON of a value; `null` if it has none.
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
