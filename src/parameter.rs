//! Parameters in the styles that OpenAPI has beside its default for queries, which is `crate::query`.
//!
//! Values go through JSON, so that each is written as it would stand in a body: an enum by its wire
//! value, an instant as RFC 3339 writes it.

use http::header::{COOKIE, HeaderMap, HeaderValue};
use serde::Serialize;
use serde_json::Value;

/// A name and a value, not encoded yet.
type Pair = (String, String);

/// One pair for a whole list or object: `state=open,paid`. Nothing where there is no value.
pub(crate) fn joined(name: &str, separator: &str, value: &impl Serialize) -> Vec<Pair> {
    let parts = parts(tree(value), None);
    if parts.is_empty() { Vec::new() } else { vec![(name.to_owned(), parts.join(separator))] }
}

/// One pair for each property of an object: `limit=5&offset=10`.
pub(crate) fn exploded(value: &impl Serialize) -> Vec<Pair> {
    match tree(value) {
        Value::Object(members) => {
            members.iter().flat_map(|(name, value)| crate::query::pairs(name, value)).collect()
        }
        _ => Vec::new(),
    }
}

/// One pair for each property of an object, with the parameter's name in front: `page[limit]=5`.
pub(crate) fn deep(name: &str, value: &impl Serialize) -> Vec<Pair> {
    let mut pairs = Vec::new();
    deepen(name.to_owned(), tree(value), &mut pairs);
    pairs
}

/// serde_json bounds how deep a value can be.
fn deepen(name: String, value: Value, pairs: &mut Vec<Pair>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                deepen(format!("{name}[{key}]"), value, pairs);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.into_iter().enumerate() {
                deepen(format!("{name}[{index}]"), item, pairs);
            }
        }
        scalar => pairs.extend(text(scalar).map(|text| (name, text))),
    }
}

/// One pair whose value is JSON.
pub(crate) fn json(name: &str, value: &impl Serialize) -> Vec<Pair> {
    match tree(value) {
        Value::Null => Vec::new(),
        value => vec![(name.to_owned(), value.to_string())],
    }
}

/// The text of a value in a path or header: lists are joined by comma, and so are the names and
/// values of an object, `name,value`.
pub(crate) fn simple(value: &impl Serialize) -> String {
    parts(tree(value), None).join(",")
}

/// The same, but with `name=value` for the members of an object.
pub(crate) fn simple_exploded(value: &impl Serialize) -> String {
    parts(tree(value), Some('=')).join(",")
}

/// The JSON of a value in a path or header.
pub(crate) fn json_text(value: &impl Serialize) -> String {
    tree(value).to_string()
}

/// One cookie.
pub(crate) fn cookie(name: &str, value: &impl Serialize) -> String {
    format!("{name}={}", simple(value))
}

/// A request has one `Cookie` header, whatever the number of cookies.
pub(crate) fn join_cookies(headers: &mut HeaderMap) {
    let cookies: Vec<&[u8]> = headers.get_all(COOKIE).iter().map(HeaderValue::as_bytes).collect();
    let joined = HeaderValue::from_bytes(&cookies.join(&b"; "[..])).ok();
    if let Some(joined) = joined.filter(|joined| !joined.is_empty()) {
        headers.insert(COOKIE, joined);
    }
}

fn tree(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// The texts of a value's parts; with a sign between them, name and value of a member are one.
fn parts(value: Value, assign: Option<char>) -> Vec<String> {
    match value {
        Value::Array(items) => items.into_iter().filter_map(text).collect(),
        Value::Object(members) => members
            .into_iter()
            .filter_map(|(name, value)| Some((name, text(value)?)))
            .flat_map(|(name, value)| match assign {
                Some(assign) => vec![format!("{name}{assign}{value}")],
                None => vec![name, value],
            })
            .collect(),
        scalar => text(scalar).into_iter().collect(),
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}
