//! Drops the patterns of what is sent. They are ECMA 262, with look-ahead that Rust's `regex` refuses,
//! and progenitor would carry another engine into every user's program to check them. The format
//! `uuid` goes for the same reason: its type is another crate's.

use serde_json::Value;

use super::openapi;
use crate::codegen::pointer::Pointer;

pub(super) fn run(root: &mut Value) {
    let mut places: Vec<Pointer> = Vec::new();
    openapi::each_schema(root, &mut |at, schema| {
        if schema.get("pattern").is_some() || openapi::text(schema, "format") == Some("uuid") {
            places.push(at.clone());
        }
    });
    for place in places {
        if let Some(Value::Object(schema)) = root.pointer_mut(&place.to_string()) {
            schema.remove("pattern");
            if schema.get("format").is_some_and(|format| format == "uuid") {
                schema.remove("format");
            }
        }
    }
}
