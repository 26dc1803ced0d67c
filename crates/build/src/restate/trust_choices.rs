//! Removes a `type` or `enum` that contradicts some of the choices beside it: authors mean the choices.

use serde_json::Value;

use super::losses::Losses;
use crate::openapi::{self, schemas};
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let mut places = Vec::new();
    schemas::each_schema(root, &mut |at, schema| {
        if contradicts(root, schema) {
            places.push(at.pointer());
        }
    });
    for at in places {
        let Some(Value::Object(members)) = at.get_mut(root) else { continue };
        for keyword in ["type", "enum"] {
            if members.remove(keyword).is_some() {
                losses.report(&at.join(keyword), Problem::Dropped { keyword });
            }
        }
    }
}

fn contradicts(root: &Value, schema: &Value) -> bool {
    let Some(own) = openapi::text(schema, "type").or_else(|| type_of_values(schema)) else {
        return false;
    };
    let is_other = |choice: &Value| {
        let name = openapi::resolve(root, choice).and_then(|choice| openapi::text(choice, "type"));
        name.is_some_and(|name| name != own && (own, name) != ("number", "integer"))
    };
    let choices = |keyword| openapi::items(schema.get(keyword)).map(|(_, choice)| choice);
    // A choice between this and `null` has become a part.
    let mut parts = choices("allOf").peekable();
    let has_parts = parts.peek().is_some();
    (has_parts && parts.all(is_other))
        || choices("oneOf").any(is_other)
        || choices("anyOf").any(is_other)
}

/// The type of the first value of an `enum`.
fn type_of_values(schema: &Value) -> Option<&'static str> {
    match schema.get("enum")?.get(0)? {
        Value::String(_) => Some("string"),
        Value::Bool(_) => Some("boolean"),
        Value::Number(_) => Some("number"),
        Value::Array(_) => Some("array"),
        Value::Object(_) => Some("object"),
        Value::Null => None,
    }
}
