//! Where a schema comes from.

use serde_json::Value;

use crate::openapi::{self, mark};
use crate::source::pointer::Pointer;

/// The place of a schema in the document.
pub(super) fn origin(schema: &Value) -> Pointer {
    openapi::text(schema, mark::ORIGIN).and_then(Pointer::parse).unwrap_or_default()
}
