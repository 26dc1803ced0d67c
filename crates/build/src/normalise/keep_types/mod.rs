//! Gives each recorded place its recorded Rust type: its schemas become a component under that type's name, and
//! places of one type go on to share it. So a type neither loses a place that has grown nor takes another
//! type's name.
//!
//! If the places of a type have grown apart, the type has the members of all of them, and documents which place
//! has which. Places that contradict each other cannot share a type: the majority keeps it, and the report names
//! the others.

mod agree;
mod decide;
mod decisions;
mod join;
mod places;
mod uses;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::choices::Choices;
use super::entry_points::entry_points;
use super::report::Report;
use crate::openapi::{self, mark, schemas};
use crate::record::{self, Record};
use crate::source::pointer::Pointer;
use decide::Names;
use decisions::Decisions;
use join::Join;
use uses::{Entry, Uses};

/// Keeps the types of a record. Returns the components of recorded types, each with its type.
pub(super) fn run(
    root: &mut Value,
    choices: &mut Choices,
    record: &Record,
    report: &mut Report<'_>,
) -> BTreeMap<String, String> {
    let entries = entries(root, record);
    let mut decisions = Decisions::default();
    let (components, schemas, rewritten) = loop {
        let uses = Uses::find(root, &entries, record, &decisions);
        if let Some(more) = decisions.more(&uses, choices) {
            decisions = more;
            continue;
        }
        let names = Names::new(&uses, record);
        decisions.report(&names, report);
        names.report(&uses, report);
        let join = Join::new(&uses, &names, choices, report);
        let rewritten: Vec<(Pointer, Value)> = uses
            .entries
            .iter()
            .map(|(entry, schema)| (entry.pointer.clone(), join.slot(&entry.place, &[schema])))
            .collect();
        break (join.kept_components(), join.components(), rewritten);
    };
    schemas::put(root, rewritten);
    if let Value::Object(root) = root {
        let components = root.entry("components").or_insert_with(|| Map::new().into());
        if let Value::Object(components) = components {
            components.insert("schemas".to_owned(), Value::Object(schemas));
        }
    }
    components
}

/// The schemas that operations name directly. If operations share one, its first recorded place represents all.
fn entries(root: &Value, record: &Record) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for entry in entry_points(root) {
        let new = Entry { pointer: entry.pointer, place: entry.place, direction: entry.direction };
        match entries.iter_mut().find(|known| known.pointer == new.pointer) {
            Some(known) if record.type_at(&known.place).is_none() => {
                if record.type_at(&new.place).is_some() {
                    *known = new;
                }
            }
            Some(_) => {}
            None => entries.push(new),
        }
    }
    entries
}

/// The places of the client's types, after each has become a component under its Rust name. `components` maps
/// the document's components to their Rust names.
pub(super) fn record(root: &Value, components: &BTreeMap<String, String>) -> Record {
    let mut record = Record::default();
    for (name, rust_name) in components {
        record.insert(record::component(name), rust_name.clone());
    }
    for (name, schema) in openapi::component_schemas(root) {
        schemas::each_subschema(schema, &mut |step, inner| {
            note(&uses::place_inside(name, step, inner), inner, &mut record);
        });
    }
    for entry in entry_points(root) {
        if let Some(schema) = entry.pointer.get(root) {
            note(&entry.place, schema, &mut record);
        }
    }
    record
}

fn note(place: &str, schema: &Value, record: &mut Record) {
    match openapi::reference(schema).and_then(openapi::schema_component) {
        Some(name) => record.insert(place.to_owned(), name.to_owned()),
        None => schemas::each_subschema(schema, &mut |_, inner| note(place, inner, record)),
    }
}

/// The recorded type of a component.
pub(super) fn kept_name(schema: &Value) -> Option<&str> {
    openapi::text(schema, mark::KEPT)
}
