//! Schemas: restates `discriminator`, which is a name, the type `file`, and `x-nullable`.

use serde_json::{Map, Value, json};

use super::conversion::Conversion;
use crate::openapi;
use crate::source::pointer::Pointer;

/// Keywords that contain a schema, or a list of them.
const SCHEMAS: [&str; 14] = [
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "oneOf",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedProperties",
];

/// Keywords that contain schemas by name.
const NAMED_SCHEMAS: [&str; 5] =
    ["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"];

/// The common extension for `null`, which Swagger 2.0 cannot express.
pub(super) const NULLABLE: &str = "x-nullable";

/// The value of a discriminator that leads to a schema, if that is not its name.
const VALUE: &str = "x-ms-discriminator-value";

pub(super) fn schema(
    conversion: &mut Conversion<'_>,
    value: &Value,
    before: &Pointer,
    now: &Pointer,
) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let mut made = Map::new();
    for (name, member) in members {
        let at = |outer: &Pointer| outer.join(name);
        match (name.as_str(), member) {
            ("discriminator", Value::String(tag)) => {
                conversion.origins.made(at(now), at(before));
                made.insert(name.clone(), discriminator(conversion.root, before, tag));
            }
            ("type", Value::String(file)) if file == "file" => {
                file_type(conversion, &mut made, before, now)
            }
            (NULLABLE, Value::Bool(_)) => {
                conversion.origins.moved(at(before), now.join("nullable"));
                made.insert("nullable".to_owned(), member.clone());
            }
            (keyword, Value::Object(named)) if NAMED_SCHEMAS.contains(&keyword) => {
                let (before, now) = (at(before), at(now));
                let named = named.iter().map(|(name, inner)| {
                    let inner = schema(conversion, inner, &before.join(name), &now.join(name));
                    (name.clone(), inner)
                });
                made.insert(name.clone(), Value::Object(named.collect()));
            }
            (keyword, Value::Array(all)) if SCHEMAS.contains(&keyword) => {
                let (before, now) = (at(before), at(now));
                let all = all.iter().enumerate().map(|(index, inner)| {
                    schema(conversion, inner, &before.join(index), &now.join(index))
                });
                made.insert(name.clone(), Value::Array(all.collect()));
            }
            (keyword, _) if SCHEMAS.contains(&keyword) => {
                made.insert(name.clone(), schema(conversion, member, &at(before), &at(now)));
            }
            _ => {
                made.insert(name.clone(), member.clone());
            }
        }
    }
    Value::Object(made)
}

/// A file is bytes.
pub(super) fn file_type(
    conversion: &mut Conversion<'_>,
    made: &mut Map<String, Value>,
    before: &Pointer,
    now: &Pointer,
) {
    for (member, value) in [("type", "string"), ("format", "binary")] {
        conversion.origins.made(now.join(member), before.join("type"));
        made.insert(member.to_owned(), value.into());
    }
}

/// The name of the property, with the values of the schemas that extend this one.
fn discriminator(root: &Value, before: &Pointer, tag: &str) -> Value {
    let mut discriminator = json!({ "propertyName": tag });
    let mapping: Map<String, Value> = openapi::members(root.get("definitions"))
        .filter(|(_, schema)| extends(root, schema, &format!("#{before}")))
        .filter_map(|(name, schema)| Some((openapi::text(schema, VALUE)?, name)))
        .map(|(value, name)| (value.to_owned(), openapi::component_reference(name).into()))
        .collect();
    if let (Value::Object(members), false) = (&mut discriminator, mapping.is_empty()) {
        members.insert("mapping".to_owned(), mapping.into());
    }
    discriminator
}

/// True if a schema has another as a part, at any depth.
fn extends(root: &Value, schema: &Value, base: &str) -> bool {
    let mut seen = vec![base];
    let mut waiting = vec![schema];
    while let Some(schema) = waiting.pop() {
        for (_, part) in openapi::items(schema.get("allOf")) {
            match openapi::reference(part) {
                Some(target) if target == base => return true,
                Some(target) if !seen.contains(&target) => {
                    seen.push(target);
                    waiting.extend(openapi::target_of(root, target));
                }
                _ => {}
            }
        }
    }
    false
}
