//! Marks every schema with its place, which survives merging and moving schemas.

use serde_json::Value;

use crate::openapi::{mark, schemas};

pub(super) fn run(root: &mut Value) {
    schemas::each_schema_mut(root, &mut |at, schema| {
        if let Value::Object(schema) = schema {
            schema.insert(mark::ORIGIN.to_owned(), at.pointer().to_string().into());
        }
    });
}
