//! Splits a component that the record lists as only sent, and that is now received, too: a received type may
//! grow with every answer and requires nothing, so the sent type must stay separate.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::keep_reachable;
use crate::names;
use crate::openapi::{self, mark, schemas};
use crate::plan::Direction;
use crate::record::{self, Record};

pub(super) fn run(root: &mut Value, record: &Record) {
    let known = record.received();
    let received = keep_reachable::reached_in(Direction::Response, root);
    let sent = |name: &&String| {
        record.type_at(&record::component(name)).is_some_and(|kept| !known.contains(kept))
    };
    let mut taken: BTreeSet<String> =
        openapi::component_schemas(root).map(|(name, _)| name.to_owned()).collect();
    let copies: BTreeMap<String, String> = received
        .iter()
        .filter(sent)
        .map(|name| {
            let words = [" response", " response value"].map(|word| format!("{name}{word}"));
            let names: Vec<String> = words.iter().map(|words| names::type_name(words)).collect();
            let free = names.iter().find(|name| !taken.contains(*name)).or(names.first()).cloned();
            let copy = free.unwrap_or_default();
            taken.insert(copy.clone());
            (name.clone(), copy)
        })
        .collect();
    if copies.is_empty() {
        return;
    }
    let places = keep_reachable::places_reached_in(Direction::Response, root);
    let mut made = Map::new();
    for place in places {
        let Some(schema) = place.get_mut(root) else { continue };
        let refer = |schema: &mut Value| refer_to_copies(schema, &copies);
        match openapi::component_at(&place).and_then(|name| copies.get(&name)) {
            Some(copy) => {
                let mut copied = schema.clone();
                schemas::each_inside_mut(&mut copied, &mut |schema| refer(schema));
                if let Value::Object(members) = &mut copied {
                    members.remove(mark::NAME);
                }
                made.insert(copy.clone(), copied);
            }
            None => schemas::each_inside_mut(schema, &mut |schema| refer(schema)),
        }
    }
    openapi::component_schemas_mut(root).into_iter().for_each(|all| all.extend(made.clone()));
}

fn refer_to_copies(schema: &mut Value, copies: &BTreeMap<String, String>) {
    let copy_of = |schema: &Value| {
        let (name, copy) =
            copies.get_key_value(openapi::schema_component(openapi::reference(schema)?)?)?;
        Some((name.clone(), openapi::component_reference(copy)))
    };
    let own = copy_of(schema);
    let forms = schemas::SCHEMA_LISTS.iter().flat_map(|list| openapi::items(schema.get(*list)));
    let forms: Vec<_> = forms.filter_map(|(_, form)| copy_of(form)).collect();
    let Value::Object(members) = schema else { return };
    members.extend(own.map(|(_, copy)| ("$ref".to_owned(), copy.into())));
    if let Some(Value::Object(discriminator)) = members.get_mut("discriminator") {
        let mapping = discriminator.entry("mapping").or_insert_with(|| Map::new().into());
        forms.into_iter().for_each(|(name, copy)| map_to_copy(mapping, &name, &copy));
    }
}

/// Makes the values of a discriminator that led to an original lead to its copy. The value is the name of the
/// original, unless the document maps another.
fn map_to_copy(mapping: &mut Value, name: &str, copy: &str) {
    let Value::Object(mapping) = mapping else { return };
    let is_original = |target: &&mut Value| {
        let target = target.as_str().unwrap_or_default();
        openapi::schema_component(target).unwrap_or(target) == name
    };
    let mut mapped = mapping.values_mut().filter(is_original).peekable();
    if mapped.peek().is_some() {
        mapped.for_each(|target| *target = copy.into());
    } else {
        mapping.insert(name.to_owned(), copy.into());
    }
}
