//! Moves `nullable` from types to the places that use them: a nullable component or inline type becomes a plain
//! type, and its places become an `Option`. Optional places are an `Option` anyway.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::entry_points::entry_points;
use super::kinds::becomes_type;
use crate::openapi::{self, mark, schemas};

const NULLABLE: &str = "nullable";

pub(super) fn run(root: &mut Value) {
    let nullable = nullable_components(root);
    schemas::each_schema_mut(root, &mut |_, schema| {
        if let Value::Object(members) = schema {
            carry(members, &nullable);
        }
    });
    for entry in entry_points(root) {
        // A `null` body reads as absent.
        if let Some(Value::Object(schema)) = entry.pointer.get_mut(root) {
            schema.remove(NULLABLE);
        }
    }
}

/// Removes `nullable` from the components, and returns the names of those that had it.
fn nullable_components(root: &mut Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, schema) in openapi::component_schemas_mut(root).into_iter().flatten() {
        let taken = schema.as_object_mut().and_then(|schema| schema.remove(NULLABLE));
        if taken == Some(Value::Bool(true)) {
            found.insert(name.clone());
        }
    }
    found
}

fn carry(members: &mut Map<String, Value>, nullable: &BTreeSet<String>) {
    let required: BTreeSet<String> =
        openapi::strings(members.get("required")).map(str::to_owned).collect();
    let mut may_be_null = BTreeSet::new();
    for (name, property) in openapi::members(members.get("properties")) {
        let target = openapi::reference(property).and_then(openapi::schema_component);
        if target.is_some_and(|target| nullable.contains(target)) {
            may_be_null.insert(name.to_owned());
        }
    }
    if let Some(Value::Array(expected)) = members.get_mut(mark::EXPECTED) {
        expected.retain(|name| name.as_str().is_none_or(|name| !may_be_null.contains(name)));
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        for (name, property) in properties {
            wrap(property, nullable, required.contains(name));
        }
    }
    for keyword in ["items", "additionalProperties"] {
        if let Some(inner) = members.get_mut(keyword) {
            wrap(inner, nullable, true);
        }
    }
}

/// Wraps a nullable type, so that `nullable` has an effect beside it.
fn wrap(schema: &mut Value, nullable: &BTreeSet<String>, says_something: bool) {
    let target = openapi::reference(schema).and_then(openapi::schema_component);
    let is_nullable_target = target.is_some_and(|name| nullable.contains(name));
    let is_type = target.is_some() || becomes_type(schema);
    let is_nullable = openapi::is_true(schema, NULLABLE) || is_nullable_target;
    let Value::Object(members) = schema else { return };
    if !is_type || !is_nullable {
        return;
    }
    members.remove(NULLABLE);
    if !says_something {
        return;
    }
    let mut around = Map::new();
    for note in ["deprecated", "description", mark::DEFAULT, mark::ORIGIN, mark::SENSITIVE] {
        if let Some(value) = members.get(note) {
            around.insert(note.to_owned(), value.clone());
        }
    }
    around.insert(NULLABLE.to_owned(), Value::Bool(true));
    around.insert("allOf".to_owned(), json!([Value::Object(std::mem::take(members))]));
    *members = around;
}
