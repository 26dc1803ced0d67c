//! Moves defaults into the documentation: the server applies them, and the client never sends them.

use serde_json::Value;

use super::keep_reachable;
use super::origin::origin;
use super::report::Report;
use crate::openapi::{self, mark, schemas};
use crate::plan::Direction;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, report: &mut Report<'_>) {
    let sent = keep_reachable::reached_in(Direction::Request, root);
    let mut notes: Vec<(Pointer, Option<String>)> = Vec::new();
    schemas::each_schema(root, &mut |at, schema| {
        let Some(default) = schema.get("default") else { return };
        if !fits(root, schema, default) {
            // A default of a received value has no effect, so it is not a loss.
            if is_sent(&at.pointer(), &sent) {
                report.add(&origin(schema).join("default"), Problem::OddDefault);
            }
            return notes.push((at.pointer(), None));
        }
        notes.push((at.pointer(), words(default)));
    });
    for (at, words) in notes {
        if let Some(Value::Object(schema)) = at.get_mut(root) {
            schema.remove("default");
            schema.extend(words.map(|words| (mark::DEFAULT.to_owned(), words.into())));
        }
    }
}

fn is_sent(at: &Pointer, sent: &std::collections::BTreeSet<String>) -> bool {
    match openapi::component_around(at) {
        Some(name) => sent.contains(&name),
        None => !at.tokens().iter().any(|token| token == "responses"),
    }
}

/// True if a value matches the type and the `enum` of its schema.
fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let Some(schema) = openapi::resolve(root, schema) else { return true };
    let values = schema.get("enum").and_then(Value::as_array);
    if values.is_some_and(|values| !values.contains(value)) {
        return value.is_null();
    }
    match (openapi::text(schema, "type"), value) {
        (None, _) | (_, Value::Null) => true,
        (Some("string"), value) => value.is_string(),
        (Some("boolean"), value) => value.is_boolean(),
        (Some("number"), value) => value.is_number(),
        (Some("integer"), value) => value.as_f64().is_some_and(|value| value.fract() == 0.0),
        (Some("array"), value) => value.is_array(),
        (Some("object"), value) => value.is_object(),
        _ => true,
    }
}

/// The text of a scalar; lists and objects would not fit into a sentence.
fn words(default: &Value) -> Option<String> {
    match default {
        Value::Bool(_) | Value::Number(_) => Some(default.to_string()),
        Value::String(text) if !text.is_empty() && !text.contains(['`', '\n']) => {
            Some(text.clone())
        }
        _ => None,
    }
}
