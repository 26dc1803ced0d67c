//! Walks over the schemas of a document, each with its place.

use serde_json::Value;

pub use super::place::{Place, Step, Which};

use super::grammar::{self, Holds, Object};
use super::layout::{component_schemas, component_schemas_mut, component_section, members};
use crate::source::pointer::Pointer;

/// Keywords that contain one schema.
const ONE_SCHEMA: [&str; 3] = ["items", "additionalProperties", "not"];

/// Keywords that contain a list of schemas.
pub const SCHEMA_LISTS: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// The keyword that contains schemas by name.
const PROPERTIES: &str = "properties";

/// Every keyword whose value is or contains subschemas, in visiting order.
const HOLDERS: [&str; 7] =
    [PROPERTIES, "items", "additionalProperties", "not", "allOf", "oneOf", "anyOf"];

/// The types of JSON values, as `type` names them.
pub const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

/// True if `null` is the only value of a schema.
pub fn is_null(schema: &Value) -> bool {
    let is_only = |keyword: &str, is_null: fn(&Value) -> bool| {
        let values = schema.get(keyword).and_then(Value::as_array);
        values.is_some_and(|all| !all.is_empty() && all.iter().all(is_null))
    };
    schema.get("type").is_some_and(|name| name == "null")
        || is_only("type", |name| name == "null")
        || schema.get("const").is_some_and(Value::is_null)
        || is_only("enum", Value::is_null)
}

/// The schemas directly inside a schema.
pub fn subschemas(schema: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    each_subschema(schema, &mut |_, inner| found.push(inner));
    found
}

/// Calls `visit` for the schemas directly inside a schema.
pub fn each_subschema<'a>(schema: &'a Value, visit: &mut dyn FnMut(Step<'a>, &'a Value)) {
    let Some(members) = schema.as_object() else { return };
    for (keyword, held) in holders(members.iter()) {
        match held {
            Value::Object(properties) if keyword == PROPERTIES => {
                for (name, inner) in properties {
                    visit(Step { keyword, which: Which::Named(name) }, inner);
                }
            }
            Value::Object(_) if ONE_SCHEMA.contains(&keyword) => {
                visit(Step { keyword, which: Which::Only }, held);
            }
            Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => {
                for (index, inner) in all.iter().enumerate() {
                    visit(Step { keyword, which: Which::Nth(index) }, inner);
                }
            }
            _ => {}
        }
    }
}

/// Mutable variant of [`each_subschema`].
fn each_subschema_mut(schema: &mut Value, rewrite: &mut dyn FnMut(Step<'_>, &mut Value)) {
    let Value::Object(members) = schema else { return };
    for (keyword, held) in holders(members.iter_mut()) {
        match held {
            Value::Object(properties) if keyword == PROPERTIES => {
                for (name, inner) in properties {
                    rewrite(Step { keyword, which: Which::Named(name) }, inner);
                }
            }
            Value::Object(_) if ONE_SCHEMA.contains(&keyword) => {
                rewrite(Step { keyword, which: Which::Only }, held);
            }
            Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => {
                for (index, inner) in all.iter_mut().enumerate() {
                    rewrite(Step { keyword, which: Which::Nth(index) }, inner);
                }
            }
            _ => {}
        }
    }
}

/// The members of a schema that may contain schemas, in visiting order, found in one pass.
fn holders<'a, V>(
    members: impl Iterator<Item = (&'a String, V)>,
) -> impl Iterator<Item = (&'static str, V)> {
    let mut found = HOLDERS.map(|keyword| (keyword, None));
    for (name, value) in members {
        if let Some((_, held)) = found.iter_mut().find(|(keyword, _)| keyword == name) {
            *held = Some(value);
        }
    }
    found.into_iter().filter_map(|(keyword, held)| Some((keyword, held?)))
}

/// The schema with each of its direct subschemas rewritten.
pub fn map_subschemas(schema: &Value, mut rewrite: impl FnMut(&Value) -> Value) -> Value {
    let Some(members) = schema.as_object() else { return schema.clone() };
    // Member by member: copying the whole schema at each level would copy the document once for each.
    let mut map_member = |keyword: &str, value: &Value| match value {
        Value::Object(all) if keyword == PROPERTIES => {
            all.iter().map(|(name, inner)| (name.clone(), rewrite(inner))).collect()
        }
        Value::Object(_) if ONE_SCHEMA.contains(&keyword) => rewrite(value),
        Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => {
            all.iter().map(&mut rewrite).collect()
        }
        other => other.clone(),
    };
    members.iter().map(|(key, value)| (key.clone(), map_member(key, value))).collect()
}

/// The outermost schemas of the document: components, parameters, bodies, headers.
pub fn root_schemas(root: &Value) -> Vec<(Pointer, &Value)> {
    let mut found = Vec::new();
    each_root_schema(root, &mut |at, schema| found.push((at.pointer(), schema)));
    found
}

fn each_root_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
    let components = component_section();
    for (name, schema) in component_schemas(root) {
        visit(&Place::Member(&Place::Start(&components), name), schema);
    }
    each_other_schema(root, visit);
}

/// The schemas outside of `components.schemas`.
fn each_other_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
    let top = Pointer::root();
    let top = Place::Start(&top);
    let mut look = |at: &Place<'_>, object: Object, value: &'a Value| {
        if object == Object::Schema {
            visit(at, value);
        }
        object != Object::Schema
    };
    if let Some(paths) = root.get("paths") {
        grammar::walk(Object::Paths, paths, &Place::Member(&top, "paths"), &mut look);
    }
    let components = Place::Member(&top, "components");
    for (section, parts) in members(root.get("components")) {
        let member = Object::Components.member(section).map(|member| member.holds);
        let Some(Holds::Map(object)) = member.filter(|_| section != "schemas") else { continue };
        let section = Place::Member(&components, section);
        for (name, part) in members(Some(parts)) {
            grammar::walk(object, part, &Place::Member(&section, name), &mut look);
        }
    }
}

/// Calls `rewrite` for every schema of the document, the outer ones first, including schemas that `rewrite`
/// adds.
pub fn each_schema_mut(root: &mut Value, rewrite: &mut dyn FnMut(&Place<'_>, &mut Value)) {
    fn walk(at: &Place<'_>, schema: &mut Value, rewrite: &mut dyn FnMut(&Place<'_>, &mut Value)) {
        rewrite(at, schema);
        each_subschema_mut(schema, &mut |step, inner| {
            walk(&Place::Inside(at, step), inner, rewrite);
        });
    }
    let components = component_section();
    for (name, schema) in component_schemas_mut(root).into_iter().flatten() {
        walk(&Place::Member(&Place::Start(&components), name), schema, rewrite);
    }
    let mut others = Vec::new();
    each_other_schema(root, &mut |at, _| others.push(at.pointer()));
    for place in others {
        if let Some(schema) = place.get_mut(root) {
            walk(&Place::Start(&place), schema, rewrite);
        }
    }
}

/// Calls `rewrite` for a schema and all inside of it, the outer ones first.
pub fn each_inside_mut(schema: &mut Value, rewrite: &mut dyn FnMut(&mut Value)) {
    rewrite(schema);
    each_subschema_mut(schema, &mut |_, inner| each_inside_mut(inner, rewrite));
}

/// Calls `visit` for every schema of the document, the outer ones first.
pub fn each_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
    fn walk<'a>(at: &Place<'_>, schema: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
        visit(at, schema);
        each_subschema(schema, &mut |step, inner| walk(&Place::Inside(at, step), inner, visit));
    }
    each_root_schema(root, &mut |at, schema| walk(at, schema, visit));
}

/// Calls `rewrite` for every outermost schema: first the components, then the entry points.
pub fn rewrite(root: &mut Value, mut rewrite: impl FnMut(&Value, &Value) -> Value) {
    let rewritten: Vec<(Pointer, Value)> = root_schemas(root)
        .into_iter()
        .map(|(place, schema)| (place, rewrite(root, schema)))
        .collect();
    put(root, rewritten);
}

/// Replaces the schemas at these places.
pub fn put(root: &mut Value, schemas: Vec<(Pointer, Value)>) {
    for (place, schema) in schemas {
        if let Some(old) = place.get_mut(root) {
            *old = schema;
        }
    }
}
