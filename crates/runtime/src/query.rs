//! Query parameters in OpenAPI's styles.
//!
//! Each returns the pairs `name=value` that it adds to the query, encoded as in RFC 6570, to which OpenAPI
//! refers: a space is `%20`, and a comma inside a value differs from one between two values.

use serde::Serialize;
use serde_json::Value;

use crate::parameter::{InvalidParameter, parts, refuse_inside, text, tree};
use crate::percent::encoded;

/// Appends the pairs of each parameter to the URL as its query.
pub fn append<const N: usize>(url: String, parameters: [Vec<String>; N]) -> String {
    let query = parameters.concat().join("&");
    // A path of the document may have a fragment, which is not sent, or a query of its own.
    let url = url.split_once('#').map_or(url.as_str(), |(before, _)| before);
    match (query.is_empty(), url.contains('?')) {
        (true, _) => url.to_owned(),
        (false, true) => format!("{url}&{query}"),
        (false, false) => format!("{url}?{query}"),
    }
}

/// `form`, exploded, which is the default: one pair for a scalar, one for each item of a list, none for
/// `null`.
pub fn pairs(name: &str, value: &impl Serialize) -> Vec<String> {
    let items = match tree(value) {
        Value::Array(items) => items,
        item => vec![item],
    };
    items.iter().filter_map(text).map(|text| pair(name, &text)).collect()
}

/// One pair for a whole list or object, with an encoded separator: `state=open,paid`. None if there is no
/// value.
///
/// # Errors
///
/// - A part contains a space or a `|` that is the separator: encoded, both are the same.
pub fn joined(
    name: &str,
    separator: &str,
    value: &impl Serialize,
) -> Result<Vec<String>, InvalidParameter> {
    let value = tree(value);
    match separator {
        "%20" => refuse_inside(name, &value, ' ')?,
        "%7C" => refuse_inside(name, &value, '|')?,
        _ => {}
    }
    let parts = parts(&value, None, encoded);
    Ok(match parts.is_empty() {
        true => Vec::new(),
        false => vec![format!("{}={}", encoded(name), parts.join(separator))],
    })
}

/// One pair for each property of an object, `limit=5&offset=10`; a value that is not an object is written under the
/// parameter's name.
pub fn exploded(name: &str, value: &impl Serialize) -> Vec<String> {
    match tree(value) {
        Value::Object(members) => {
            members.iter().flat_map(|(name, value)| pairs(name, value)).collect()
        }
        other => pairs(name, &other),
    }
}

/// One pair for each property of an object, with the parameter's name in front: `page[limit]=5`.
///
/// # Errors
///
/// - The name of a member contains a bracket, which would be one of the style's own.
pub fn deep(name: &str, value: &impl Serialize) -> Result<Vec<String>, InvalidParameter> {
    let mut pairs = Vec::new();
    deepen(name.to_owned(), tree(value), &mut pairs)
        .map_err(|reason| InvalidParameter::new(name, reason))?;
    Ok(pairs)
}

/// Recursion is bounded, since serde_json bounds how deep a value can be.
fn deepen(name: String, value: Value, pairs: &mut Vec<String>) -> Result<(), &'static str> {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                if key.contains(['[', ']']) {
                    return Err("has a bracket in the name of a member");
                }
                deepen(format!("{name}[{key}]"), value, pairs)?;
            }
        }
        Value::Array(items) => {
            for (index, item) in items.into_iter().enumerate() {
                deepen(format!("{name}[{index}]"), item, pairs)?;
            }
        }
        scalar => pairs.extend(text(&scalar).map(|text| pair(&name, &text))),
    }
    Ok(())
}

/// One pair whose value is JSON.
pub fn json(name: &str, value: &impl Serialize) -> Vec<String> {
    match tree(value) {
        Value::Null => Vec::new(),
        value => vec![pair(name, &value.to_string())],
    }
}

fn pair(name: &str, value: &str) -> String {
    format!("{}={}", encoded(name), encoded(value))
}
