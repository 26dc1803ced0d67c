//! Ends the documentation of the module of types with an index: which types each operation uses, and which member
//! of the largest of them leads to each of the others.
//!
//! Precondition: final names. An index in the overlay would go stale; this one follows the document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use syn::Item;

use crate::normalise::Normalised;
use crate::openapi;
use crate::syntax::{Unexpected, doc_attribute};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    // A document that is only tried has no readers.
    if document.overlay().is_none() {
        return Ok(());
    }
    let lines = index(document.root());
    for item in &mut file.items {
        if let Item::Mod(module) = item
            && module.ident == "types"
        {
            module.attrs.extend(lines.iter().map(|line| doc_attribute(line)));
        }
    }
    Ok(())
}

fn index(root: &Value) -> Vec<String> {
    let mut lines = vec![String::new(), " # What uses them".to_owned(), String::new()];
    let mut largest = (0, "");
    for operation in openapi::operations(root) {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        let used = types_in(root, operation.value);
        lines.push(format!(" - `{id}`:"));
        lines.extend(used.iter().map(|name| link(name)));
        for name in used {
            let size = reached(root, [name].into()).len();
            if size > largest.0 {
                largest = (size, name);
            }
        }
    }
    let (_, largest) = largest;
    let Some(schema) = openapi::component_schema(root, largest) else { return lines };
    // By how many members each type is reached.
    let mut members: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, member) in openapi::members(schema.get("properties")) {
        members.insert(name, reached(root, types_in(root, member)));
    }
    let is_shared = |name: &str| members.values().filter(|types| types.contains(name)).count() > 1;
    lines.push(String::new());
    lines.push(format!(" # Inside [`{largest}`](types::{largest}), by its members"));
    lines.push(String::new());
    for (member, types) in &members {
        let own: Vec<&str> = types.iter().copied().filter(|name| !is_shared(name)).collect();
        if !own.is_empty() {
            lines.push(format!(" - `{member}`:"));
            lines.extend(own.into_iter().map(link));
        }
    }
    let shared: BTreeSet<&str> =
        members.values().flatten().copied().filter(|name| is_shared(name)).collect();
    if !shared.is_empty() {
        lines.push(" - in several of them:".to_owned());
        lines.extend(shared.into_iter().map(link));
    }
    lines
}

fn link(name: &str) -> String {
    format!("   [`{name}`](types::{name})")
}

/// The types that a part of the document refers to, through other components but not through types.
fn types_in<'a>(root: &'a Value, part: &'a Value) -> BTreeSet<&'a str> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut todo = vec![part];
    while let Some(part) = todo.pop() {
        match part {
            Value::Object(members) => {
                if let Some(target) = openapi::reference(part)
                    && seen.insert(target)
                {
                    match openapi::schema_component(target) {
                        Some(name) => drop(found.insert(name)),
                        None => todo.extend(openapi::resolve(root, part)),
                    }
                }
                todo.extend(members.values());
            }
            Value::Array(items) => todo.extend(items),
            _ => {}
        }
    }
    found
}

/// These types, and all inside of them.
fn reached<'a>(root: &'a Value, types: BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut todo: Vec<&str> = types.into_iter().collect();
    while let Some(name) = todo.pop() {
        if reached.insert(name)
            && let Some(schema) = openapi::component_schema(root, name)
        {
            todo.extend(types_in(root, schema));
        }
    }
    reached
}
