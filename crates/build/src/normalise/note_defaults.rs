//! Moves defaults into the documentation: the client neither sends them nor fills them in.

use serde_json::Value;

use super::origin::origin;
use super::report::Report;
use crate::openapi::{self, mark, schemas};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, report: &mut Report<'_>) {
    let mut notes: Vec<(Pointer, Option<String>)> = Vec::new();
    schemas::each_schema(root, &mut |at, schema| {
        let Some(default) = schema.get("default") else { return };
        if !fits(root, schema, default) {
            report.add(&origin(schema).join("default"), Problem::OddDefault);
            return notes.push((at.pointer(), None));
        }
        notes.push((at.pointer(), words(schema, default)));
    });
    for (at, words) in notes {
        if let Some(Value::Object(schema)) = at.get_mut(root) {
            schema.remove("default");
            schema.extend(words.map(|words| (mark::DEFAULT.to_owned(), words.into())));
        }
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

/// A default as the documentation writes it; `None` if there is no other value, and for `null`, which is as good as
/// none.
fn words(schema: &Value, default: &Value) -> Option<String> {
    let values = schema.get("enum").and_then(Value::as_array);
    match default {
        Value::Null => None,
        _ if values.is_some_and(|values| values.len() == 1) => None,
        Value::String(text) if !text.trim().is_empty() && !text.contains('\n') => {
            Some(text.clone())
        }
        _ => Some(default.to_string()),
    }
}
