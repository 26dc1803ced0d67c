//! Objects whose members are words of the specification, wherever a document has them.

use serde_json::{Map, Value};

/// Members that contain data rather than descriptions.
const DATA: [&str; 5] = ["const", "default", "enum", "example", "examples"];

/// Members that contain others by names of the document's own, which may be any word.
const MAPS: [&str; 12] = [
    "$defs",
    "definitions",
    "dependentSchemas",
    "headers",
    "parameters",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securityDefinitions",
    "securitySchemes",
];

/// Calls `visit` for every such object inside a value, the outer ones first.
pub fn each_object_mut(value: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            visit(members);
            for (name, member) in members {
                match member {
                    Value::Object(named) if MAPS.contains(&name.as_str()) => {
                        named.values_mut().for_each(|member| each_object_mut(member, visit));
                    }
                    _ if DATA.contains(&name.as_str()) => {}
                    _ => each_object_mut(member, visit),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object_mut(item, visit)),
        _ => {}
    }
}
