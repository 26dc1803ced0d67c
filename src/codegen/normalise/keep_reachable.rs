//! Drops the component schemas that no operation reaches.

use std::collections::BTreeSet;

use serde_json::Value;

use super::openapi;
use crate::codegen::schemas;

pub(super) fn run(root: &mut Value) {
    let reached = reached_from(root, super::entry_points(root).iter().map(|entry| &entry.pointer));
    if let Some(schemas) = openapi::component_schemas_mut(root) {
        schemas.retain(|name, _| reached.contains(name));
    }
}

/// The names of the component schemas that can be reached from some places.
pub fn reached_from<'a>(
    root: &Value,
    places: impl Iterator<Item = &'a crate::codegen::pointer::Pointer>,
) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut todo: Vec<&Value> = places.filter_map(|place| place.get(root)).collect();
    while let Some(schema) = todo.pop() {
        match openapi::reference(schema).and_then(openapi::schema_component) {
            Some(name) if reached.insert(name.to_owned()) => {
                todo.extend(openapi::component_schema(root, name));
            }
            _ => {}
        }
        schemas::each_subschema(schema, &mut |_, inner| todo.push(inner));
    }
    reached
}
