//! The components that the overlay refers to, which nothing in the document may reach.

use std::collections::BTreeSet;

use openapi_client_build::openapi;
use openapi_client_build::source::document::Document;
use serde_json::Value;

use super::component::{Component, component};
use crate::text::Text;

/// The targets of the references that an overlay's actions write; none if the overlay cannot be read.
pub fn components(overlay: &Text) -> BTreeSet<Component> {
    let mut found = BTreeSet::new();
    let document = Document::load(overlay.source()).ok();
    let actions = document.as_ref().and_then(|it| it.root().get("actions")?.as_array());
    for update in actions.into_iter().flatten().filter_map(|action| action.get("update")) {
        visit(update, &mut found);
    }
    found
}

fn visit(value: &Value, found: &mut BTreeSet<Component>) {
    found.extend(openapi::reference(value).and_then(component));
    match value {
        Value::Object(members) => members.values().for_each(|member| visit(member, found)),
        Value::Array(items) => items.iter().for_each(|item| visit(item, found)),
        _ => {}
    }
}
