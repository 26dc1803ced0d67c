//! Ends the documentation of the module of types with an index: which types each operation uses, and which type
//! each member of the largest of them has.
//!
//! Precondition: final names, and the module `types`. An index in the overlay would go stale; this one follows the
//! document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::normalise::Normalised;
use crate::openapi;
use crate::syntax::{Unexpected, doc_attribute, types_module};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let module = types_module(file)?;
    // A document that is only tried has no readers.
    if document.overlay().is_some() {
        module.attrs.extend(index(document.root()).iter().map(|line| doc_attribute(line)));
    }
    Ok(())
}

fn index(root: &Value) -> Vec<String> {
    let mut lines = vec![String::new(), " # What uses them".to_owned(), String::new()];
    let mut largest = (0, "");
    for operation in openapi::operations(root) {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        let used = types_in(root, operation.value);
        lines.extend(line(id, &used));
        for name in used {
            let size = count_reached(root, name);
            if size > largest.0 {
                largest = (size, name);
            }
        }
    }
    let (_, largest) = largest;
    let Some(schema) = openapi::component_schema(root, largest) else { return lines };
    let members: BTreeMap<&str, &Value> = openapi::members(schema.get("properties")).collect();
    let members = members.iter().filter_map(|(name, member)| line(name, &types_in(root, member)));
    lines.push(String::new());
    lines.push(format!(" # What [`{largest}`](types::{largest}) contains"));
    lines.push(String::new());
    lines.extend(members);
    lines
}

/// A line of a list; none if nothing is used.
fn line(name: &str, used: &BTreeSet<&str>) -> Option<String> {
    let links: Vec<String> = used.iter().map(|name| format!("[`{name}`](types::{name})")).collect();
    (!links.is_empty()).then(|| format!(" - `{name}`: {}", links.join(", ")))
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

/// How many types a type leads to, itself included.
fn count_reached(root: &Value, name: &str) -> usize {
    let mut reached = BTreeSet::new();
    let mut todo = vec![name];
    while let Some(name) = todo.pop() {
        if reached.insert(name)
            && let Some(schema) = openapi::component_schema(root, name)
        {
            todo.extend(types_in(root, schema));
        }
    }
    reached.len()
}
