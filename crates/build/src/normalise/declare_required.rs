//! Declares the properties that an object requires without describing them: each accepts any value.

use serde_json::{Map, Value, json};

use super::origin::origin;
use crate::openapi::{self, mark, schemas};

pub(super) fn run(root: &mut Value) {
    schemas::each_schema_mut(root, &mut |_, schema| {
        let place = origin(schema).to_string();
        let Value::Object(members) = schema else { return };
        let has_properties = members.contains_key("properties");
        let is_object = members.get("type").is_some_and(|name| name == "object");
        // A map has members of any name, and a pass writes the choices.
        let is_map = members.get("additionalProperties").is_some_and(Value::is_object);
        let takes_more = has_properties || (is_object && !is_map);
        if !takes_more || members.contains_key(mark::CHOICE) {
            return;
        }
        let required: Vec<String> =
            openapi::strings(members.get("required")).map(str::to_owned).collect();
        if required.is_empty() {
            return;
        }
        let properties = members.entry("properties").or_insert_with(|| Map::new().into());
        for name in required {
            if let Value::Object(properties) = properties {
                properties.entry(name).or_insert_with(|| json!({ (mark::ORIGIN): place }));
            }
        }
    });
}
