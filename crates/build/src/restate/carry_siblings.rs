//! Applies keywords beside a `$ref` to its place, as OpenAPI 3.1 says and authors of 3.0 documents mean.
//! Annotations and `nullable` stay beside the reference; keywords that narrow the type join it in `allOf`.

use serde_json::{Value, json};

use super::losses::Losses;
use crate::openapi::{self, schemas};
use crate::source::problem::Problem;

/// Keywords that define the type of a value.
const NARROWING: [&str; 8] =
    ["additionalProperties", "allOf", "anyOf", "enum", "items", "oneOf", "properties", "required"];

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let mut places = Vec::new();
    schemas::each_schema(root, &mut |at, schema| {
        let siblings = || NARROWING.iter().chain(&["type"]);
        if openapi::reference(schema).is_some()
            && siblings().any(|keyword| schema.get(*keyword).is_some())
        {
            places.push((at.pointer(), repeated(root, schema), contradicts(root, schema)));
        }
    });
    for (at, repeated, contradicts) in places {
        if contradicts {
            losses.report(&at.join("type"), Problem::Dropped { keyword: "type" });
        }
        let Some(schema) = at.get_mut(root) else { continue };
        carry(schema, &repeated);
    }
}

/// The keywords that only repeat the target.
fn repeated(root: &Value, schema: &Value) -> Vec<&'static str> {
    let reference = reference_alone(schema);
    let target = openapi::resolve(root, &reference);
    let is_same = |keyword: &&str| {
        let own = schema.get(*keyword);
        own.is_some() && target.and_then(|target| target.get(*keyword)) == own
    };
    NARROWING.into_iter().filter(is_same).collect()
}

/// True if the type beside the reference differs from the target's.
fn contradicts(root: &Value, schema: &Value) -> bool {
    let target = reference_alone(schema);
    let known = openapi::resolve(root, &target).and_then(|target| openapi::text(target, "type"));
    let own = openapi::text(schema, "type");
    known.is_some() && own.is_some() && known != own
}

fn reference_alone(schema: &Value) -> Value {
    json!({ "$ref": openapi::reference(schema).unwrap_or_default() })
}

fn carry(schema: &mut Value, repeated: &[&str]) {
    let Value::Object(members) = schema else { return };
    members.remove("type");
    for keyword in repeated {
        members.remove(*keyword);
    }
    if NARROWING.iter().all(|keyword| !members.contains_key(*keyword)) {
        return;
    }
    let Some(target) = members.remove("$ref") else { return };
    let parts = members.entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(parts) = parts {
        parts.insert(0, json!({ "$ref": target }));
    }
}
