//! The schemas that an `allOf` merges into one.

use std::collections::BTreeSet;

use serde_json::Value;

use openapi_client_build::openapi;
use openapi_client_build::source::pointer::Pointer;

/// True for a property that another part of an `allOf` describes as well.
pub fn is_described_twice(root: &Value, property: &Pointer) -> bool {
    let names = names_to(property);
    let is_described =
        |at: &&Pointer| at.get(root).is_some_and(|schema| schema.get("description").is_some());
    let mut is_twice = false;
    openapi::schemas::each_schema(root, &mut |at, schema| {
        if schema.get("allOf").is_some() && !is_twice {
            let whole = merged(root, at.pointer());
            is_twice = (0..names.len()).any(|from| {
                let inside = names.iter().skip(from).fold(whole.clone(), |around, name| {
                    around.into_iter().flat_map(|at| inside(root, &at, name)).collect()
                });
                inside.contains(property) && inside.iter().filter(is_described).count() > 1
            });
        }
    });
    is_twice
}

/// The names of nested properties, the outermost first, down to a place.
fn names_to(place: &Pointer) -> Vec<String> {
    let mut names = Vec::new();
    let mut place = Some(place.clone());
    while let Some(at) = place {
        let Some(list) = at.parent().filter(|list| list.last().as_deref() == Some("properties"))
        else {
            break;
        };
        names.extend(at.last().map(|name| name.into_owned()));
        place = list.parent();
    }
    names.reverse();
    names
}

/// The schemas of a property in a schema.
fn inside(root: &Value, around: &Pointer, name: &str) -> BTreeSet<Pointer> {
    let at = around.join_all(["properties", name]);
    if at.get(root).is_some() { merged(root, at) } else { BTreeSet::new() }
}

/// A schema, what it refers to, and its parts.
fn merged(root: &Value, at: Pointer) -> BTreeSet<Pointer> {
    let (mut all, mut waiting) = (BTreeSet::new(), vec![at]);
    while let Some(at) = waiting.pop() {
        let Some(schema) = at.get(root).filter(|_| all.insert(at.clone())) else { continue };
        waiting.extend(openapi::reference(schema).and_then(Pointer::parse));
        let parts = openapi::items(schema.get("allOf"));
        waiting.extend(parts.map(|(index, _)| at.join("allOf").then(index)));
    }
    all
}
