//! Notes in every schema where it stands, so that merging and moving schemas does not lose it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{mark, openapi};
use crate::codegen::pointer::Pointer;

pub(super) fn run(root: &mut Value) {
    let mut places = Vec::new();
    openapi::each_schema(root, &mut |at, _| places.push(at.clone()));
    let moved = moved(root);
    for place in places {
        mark_one(root, &place, &moved);
    }
}

/// The components that a rule has put elsewhere, and the names they had.
fn moved(root: &Value) -> BTreeMap<String, String> {
    openapi::members(root.pointer("/components/schemas"))
        .filter_map(|(name, schema)| {
            let before = openapi::text(schema, mark::MOVED)?;
            Some((name.to_owned(), before.to_owned()))
        })
        .collect()
}

fn mark_one(root: &mut Value, place: &Pointer, moved: &BTreeMap<String, String>) {
    let origin = match place.tokens() {
        [components, schemas, name, inner @ ..] if schemas == "schemas" => {
            let name = moved.get(name).unwrap_or(name);
            Pointer::root().join_all([components, schemas, name]).join_all(inner)
        }
        _ => place.clone(),
    };
    if let Some(Value::Object(schema)) = root.pointer_mut(&place.to_string()) {
        schema.remove(mark::MOVED);
        schema.insert(mark::ORIGIN.to_owned(), origin.to_string().into());
    }
}
