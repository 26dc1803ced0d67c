//! References to the components that schemas become.

use serde_json::{Map, Value};

use crate::openapi::{self, mark};

/// A reference to a component, beside the annotations of this place.
pub(super) fn with_reference(schema: &Value, name: &str) -> Value {
    let mut reference = Map::new();
    reference.insert("$ref".to_owned(), openapi::component_reference(name).into());
    let words =
        ["deprecated", "description", mark::SENSITIVE, mark::DEFAULT, mark::ORIGIN, mark::PLACES];
    for keyword in words {
        if let Some(value) = schema.get(keyword) {
            reference.insert(keyword.to_owned(), value.clone());
        }
    }
    Value::Object(reference)
}
