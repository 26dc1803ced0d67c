//! `format` of an object or a list says nothing: it is a word for scalars.

use serde_json::Value;

use super::Losses;
use crate::codegen::openapi;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    openapi::each_schema_mut(root, &mut |_, schema| {
        let is_scalar = !matches!(openapi::text(schema, "type"), Some("object" | "array"));
        if let (Value::Object(members), false) = (schema, is_scalar) {
            members.remove("format");
        }
    });
}
