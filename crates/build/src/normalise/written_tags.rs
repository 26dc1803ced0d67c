//! The tags of choices that the client writes itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::choices::Choices;
use crate::openapi::{self, schemas};
use crate::source::pointer::Pointer;

/// The tags that the client writes into the forms of choices, by the component that the form is. One that
/// anything else refers to as well is sent without it there.
pub(super) struct Tags(BTreeMap<String, Option<String>>);

impl Tags {
    pub(super) fn of(root: &Value, choices: &Choices) -> Self {
        let mut tags: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut refer = |schema: &Value, tag: Option<&str>| {
            let component = openapi::reference(schema).and_then(openapi::schema_component);
            if let Some(name) = component {
                let known = tags.entry(name.to_owned()).or_insert_with(|| tag.map(str::to_owned));
                known.take_if(|known| Some(known.as_str()) != tag);
            }
        };
        let mut forms: BTreeSet<Pointer> = BTreeSet::new();
        schemas::each_schema(root, &mut |at, schema| {
            let Some(tag) = written_tag(schema, choices) else { return };
            for (name, list) in openapi::members(schema.get("properties")) {
                forms.insert(at.pointer().join_all(["properties", name, "items"]));
                list.get("items").into_iter().for_each(|form| refer(form, Some(tag)));
            }
        });
        schemas::each_schema(root, &mut |at, schema| {
            if openapi::reference(schema).is_some() && !forms.contains(&at.pointer()) {
                refer(schema, None);
            }
        });
        Self(tags)
    }

    pub(super) fn of_component(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_deref()
    }
}

/// The tag that the client writes into each form, if the schema is the placeholder of such a choice.
pub(super) fn written_tag<'a>(schema: &Value, choices: &'a Choices) -> Option<&'a str> {
    let tag = choices.of(schema)?.tag.as_ref()?;
    tag.is_written.then_some(tag.name.as_str())
}
