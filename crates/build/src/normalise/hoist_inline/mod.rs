//! Turns every inline object, enum and choice into a component, one for each shape, under the name of its Rust
//! type. Components get their Rust names, too.
//!
//! A name is reserved with its origin. A type without a name from the overlay keeps enough of its own spelling
//! to differ from others; two that still want one name are an error. Recorded types are components already and
//! keep their names; an inline schema of the same shape shares the type.

mod emit;
mod plan;
mod words;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::entry_points::{EntryPoint, entry_points};
use super::keep_types::kept_name;
use super::kinds::is_constrained;
use super::report::Report;
use crate::openapi::{self, schemas};
use crate::plan::Direction;
use crate::source::pointer::Pointer;
use plan::Hoist;
use words::{Words, own_name, own_words};

/// What the types of the document are called.
#[derive(Default)]
pub(super) struct Hoisted {
    /// The Rust names of the components, except those of recorded types.
    pub(super) rust_names: BTreeMap<String, String>,
    /// The places whose `x-rust-name` is the name that their type has without it.
    pub(super) idle_names: Vec<Pointer>,
}

pub(super) fn run(root: &mut Value, is_curated: bool, report: &mut Report<'_>) -> Hoisted {
    let entries = entry_points(root);
    let entries: Vec<(&EntryPoint, &Value)> =
        entries.iter().filter_map(|entry| Some((entry, entry.pointer.get(root)?))).collect();
    let components: Vec<(&str, &Value)> = openapi::component_schemas(root).collect();
    let mut hoist = Hoist::new(is_curated, report);
    let is_kept = |(_, schema): &&(&str, &Value)| kept_name(schema).is_some();
    hoist.shapes.refer_to(&components.iter().filter(is_kept).copied().collect::<Vec<_>>());
    for schema in all_schemas(&components, &entries) {
        hoist.shapes.learn(schema);
    }
    hoist.adopt_components(&components);
    for (name, schema) in &components {
        hoist.find_given_of_component(name, schema);
    }
    for (_, schema) in &entries {
        hoist.find_given_names(schema);
    }
    for (name, schema) in &components {
        let words = Words::new(hoist.component_name(name), own_name(name, schema));
        hoist.plan_inside(schema, &words);
    }
    for (entry, schema) in &entries {
        let words = Words::new(entry.words.clone(), own_words(entry));
        // A parameter's constrained string becomes a type that checks it; a body's does not.
        match entry.direction {
            Direction::Request if is_constrained(schema) => hoist.plan_type(schema, words),
            _ => hoist.plan(schema, words),
        }
    }
    hoist.name_planned();
    for (name, schema) in &components {
        hoist.emit_component(name, schema);
    }
    for planned in std::mem::take(&mut hoist.planned) {
        hoist.emit(&planned);
    }
    let rewrite = |(entry, schema): &(&EntryPoint, &Value)| match entry.direction {
        Direction::Request if is_constrained(schema) => hoist.refer(schema),
        _ => hoist.rewrite(schema),
    };
    let rewritten = entries.iter().map(|found| (found.0.pointer.clone(), rewrite(found))).collect();
    hoist.check_given_names();
    hoist.mark_sensitive();
    let rust_names = components
        .iter()
        .filter(|component| !is_kept(component))
        .map(|(name, _)| ((*name).to_owned(), hoist.component_name(name)))
        .collect();
    let idle_names = std::mem::take(&mut hoist.idle_names);
    let emitted = hoist.emitted.into_iter().collect::<Map<_, _>>();
    // Last, since shapes are keyed by the schemas' addresses in memory.
    schemas::put(root, rewritten);
    if let Value::Object(root) = root {
        let components = root.entry("components").or_insert_with(|| Map::new().into());
        if let Value::Object(components) = components {
            components.insert("schemas".to_owned(), Value::Object(emitted));
        }
    }
    Hoisted { rust_names, idle_names }
}

/// The outermost schemas, in the order of naming.
fn all_schemas<'a>(
    components: &[(&str, &'a Value)],
    entries: &[(&EntryPoint, &'a Value)],
) -> Vec<&'a Value> {
    let entries = entries.iter().map(|(_, schema)| *schema);
    components.iter().map(|(_, schema)| *schema).chain(entries).collect()
}
