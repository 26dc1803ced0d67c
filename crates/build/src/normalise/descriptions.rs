//! The descriptions of a type or property that a document has in several places.

use serde_json::Value;

use super::kinds::becomes_type;
use crate::openapi::{self, mark};

/// The description that the document gives at each place of a type or property.
#[derive(Debug, Default)]
pub(super) struct Descriptions {
    /// The overlay's description for all places; for a type it is the type's own documentation.
    given: Option<Value>,
    found: Vec<Value>,
}

impl Descriptions {
    /// Adds the description at one place of a member.
    pub(super) fn note(&mut self, schema: &Value) {
        if !becomes_type(schema) {
            self.note_given(schema);
        }
        match schema.get("description") {
            Some(description) if !self.found.contains(description) => {
                self.found.push(description.clone());
            }
            _ => {}
        }
    }

    /// Adds the description at one place of a type.
    pub(super) fn note_type(&mut self, schema: &Value) {
        self.note_given(schema);
        self.note(schema);
    }

    fn note_given(&mut self, schema: &Value) {
        if let Some(doc) = schema.get(mark::DOC) {
            self.given.get_or_insert_with(|| doc.clone());
        }
    }

    /// The description for all places; `None` if they differ.
    pub(super) fn into_common(self) -> Option<Value> {
        let only = <[Value; 1]>::try_from(self.found).ok().map(|[only]| only);
        self.given.or(only)
    }
}

/// Gives each component the documentation that the overlay gives its type. Its properties have theirs already.
pub(super) fn write_given(root: &mut Value) {
    for (_, schema) in openapi::component_schemas_mut(root).into_iter().flatten() {
        if let Some(doc) = schema.get(mark::DOC).cloned() {
            set_description(schema, Some(doc));
        }
    }
}

/// Sets or removes the description of a schema.
pub(super) fn set_description(schema: &mut Value, description: Option<Value>) {
    if let Value::Object(members) = schema {
        members.remove("description");
        members.extend(description.map(|words| ("description".to_owned(), words)));
    }
}
