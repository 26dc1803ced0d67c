//! Marks every schema with its place, which survives merging and moving schemas.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::openapi::{self, mark, schemas};
use crate::source::pointer::Pointer;

pub(super) fn run(root: &mut Value) {
    let moved = moved(root);
    schemas::each_schema_mut(root, &mut |at, schema| {
        if let Value::Object(schema) = schema {
            schema.remove(mark::MOVED);
            schema.insert(mark::ORIGIN.to_owned(), origin(&at.pointer(), &moved).into());
        }
    });
}

/// The components that a rule has moved, and their earlier names.
fn moved(root: &Value) -> BTreeMap<String, String> {
    openapi::component_schemas(root)
        .filter_map(|(name, schema)| {
            let before = openapi::text(schema, mark::MOVED)?;
            Some((name.to_owned(), before.to_owned()))
        })
        .collect()
}

fn origin(place: &Pointer, moved: &BTreeMap<String, String>) -> String {
    if !moved.is_empty()
        && let Some(name) = openapi::component_around(place)
        && let Some(before) = moved.get(&name)
    {
        let inner = place.tokens().into_iter().skip(3);
        return openapi::component_place(before).join_all(inner).to_string();
    }
    place.to_string()
}
