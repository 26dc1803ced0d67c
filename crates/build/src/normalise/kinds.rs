//! What a schema becomes in Rust.

use serde_json::Value;

use crate::openapi;

/// Whether a schema becomes a type of its own.
pub(super) fn becomes_type(schema: &Value) -> bool {
    ["properties", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// Whether a schema becomes a list or a map.
pub(super) fn becomes_container(schema: &Value) -> bool {
    match openapi::text(schema, "type") {
        Some("array") => true,
        Some("object") => schema.get("properties").is_none(),
        _ => schema.get("items").is_some() || schema.get("additionalProperties").is_some(),
    }
}

/// Whether a string has bounds that a type of its own checks.
pub(super) fn is_constrained(schema: &Value) -> bool {
    openapi::text(schema, "type") == Some("string")
        && ["minLength", "maxLength"].iter().any(|keyword| schema.get(*keyword).is_some())
}
