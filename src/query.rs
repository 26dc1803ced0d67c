//! Query parameters in the style `form`, exploded: OpenAPI's default.

use serde::Serialize;
use serde_json::Value;

/// The pairs of one parameter: one for a scalar, one for each item of a list, none for nothing.
pub(crate) fn pairs(name: &str, value: &impl Serialize) -> Vec<(String, String)> {
    let items = match serde_json::to_value(value) {
        Ok(Value::Array(items)) => items,
        Ok(item) => vec![item],
        Err(_) => Vec::new(),
    };
    let scalar = |item| match item {
        Value::String(text) => Some(text),
        Value::Null => None,
        other => Some(other.to_string()),
    };
    items.into_iter().filter_map(scalar).map(|text| (name.to_owned(), text)).collect()
}
