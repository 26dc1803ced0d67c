//! A `type` that none of the choices beside it has: nothing would be a value, and people mean the
//! choices.

use serde_json::Value;

use super::Losses;
use crate::codegen::openapi;
use crate::codegen::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let mut places = Vec::new();
    openapi::each_schema(root, &mut |at, schema| {
        if contradicts(root, schema) {
            places.push(at.clone());
        }
    });
    for at in places {
        let keyword = "type";
        losses.report(&at.join(keyword), Problem::Dropped { keyword });
        if let Some(Value::Object(members)) = root.pointer_mut(&at.to_string()) {
            members.remove(keyword);
        }
    }
}

fn contradicts(root: &Value, schema: &Value) -> bool {
    let Some(own) = openapi::text(schema, "type") else { return false };
    let is_other = |choice: &Value| {
        let name = openapi::resolve(root, choice).and_then(|choice| openapi::text(choice, "type"));
        name.is_some_and(|name| name != own && (own, name) != ("number", "integer"))
    };
    // A choice between this and `null` has become a part.
    ["oneOf", "anyOf", "allOf"].iter().any(|keyword| {
        let mut choices = openapi::items(schema.get(*keyword)).map(|(_, choice)| choice).peekable();
        choices.peek().is_some() && choices.all(is_other)
    })
}
