//! Drops the component schemas that no operation reaches.

use std::collections::BTreeSet;

use serde_json::Value;

use super::entry_points::entry_points;
use crate::openapi::{self, schemas};
use crate::plan::Direction;
use crate::source::pointer::Pointer;

pub(super) fn run(root: &mut Value) {
    let reached = reached_from(root, entry_points(root).iter().map(|entry| &entry.pointer));
    if let Some(schemas) = openapi::component_schemas_mut(root) {
        schemas.retain(|name, _| reached.contains(name));
    }
}

/// The names of the component schemas that are reached in one direction.
pub(super) fn reached_in(direction: Direction, root: &Value) -> BTreeSet<String> {
    reached_from(root, entries_in(direction, root).iter())
}

/// The places of the outermost schemas that are reached in one direction.
pub(super) fn places_reached_in(direction: Direction, root: &Value) -> BTreeSet<Pointer> {
    let entries = entries_in(direction, root);
    let names = reached_from(root, entries.iter()).into_iter();
    names.map(|name| openapi::component_place(&name)).chain(entries).collect()
}

fn entries_in(direction: Direction, root: &Value) -> Vec<Pointer> {
    let entries = entry_points(root).into_iter();
    entries.filter(|entry| entry.direction == direction).map(|entry| entry.pointer).collect()
}

/// The names of the component schemas that can be reached from some places.
pub fn reached_from<'a>(
    root: &Value,
    places: impl Iterator<Item = &'a Pointer>,
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
