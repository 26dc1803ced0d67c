//! What a schema becomes in Rust.

use serde_json::Value;

use crate::openapi;

/// True if a schema becomes a type.
pub(super) fn becomes_type(schema: &Value) -> bool {
    ["properties", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// True if a schema becomes a list or a map.
pub(super) fn becomes_container(schema: &Value) -> bool {
    match openapi::text(schema, "type") {
        Some("array") => true,
        Some("object") => schema.get("properties").is_none(),
        _ => schema.get("items").is_some() || schema.get("additionalProperties").is_some(),
    }
}

/// True if a string has bounds that its own type checks.
pub(super) fn is_constrained(schema: &Value) -> bool {
    openapi::text(schema, "type") == Some("string")
        && ["minLength", "maxLength"].iter().any(|keyword| schema.get(*keyword).is_some())
}
