//! Notes in every schema where it stands, so that merging and moving schemas does not lose it.

use serde_json::Value;

use super::{mark, openapi};
use crate::codegen::pointer::Pointer;

pub(super) fn run(root: &mut Value) {
    let mut places = Vec::new();
    openapi::each_schema(root, &mut |at, _| places.push(at.clone()));
    for place in places {
        mark_one(root, &place);
    }
}

fn mark_one(root: &mut Value, place: &Pointer) {
    let text = place.to_string();
    if let Some(Value::Object(schema)) = root.pointer_mut(&text) {
        schema.insert(mark::ORIGIN.to_owned(), text.into());
    }
}
