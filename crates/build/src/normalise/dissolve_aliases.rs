//! Replaces references to components that are only a scalar, a list or a map by the component: a list becomes a
//! `Vec`, not a type around one.

use serde_json::Value;

use super::kinds::becomes_type;
use super::origin::origin;
use super::report::Report;
use crate::openapi::{self, mark, schemas};
use crate::source::limits::MOST_SCHEMAS;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, report: &mut Report<'_>) {
    schemas::rewrite(root, |root, schema| {
        // A component that is a list of itself is not replaced inside of itself.
        let aliases = openapi::component_at(&origin(schema)).into_iter().collect();
        dissolve(root, schema, &mut Inside { aliases, depth: 0, report })
    });
    // A remaining reference leads to a type, which has its name and its values for all places.
    let mut unheard = Vec::new();
    schemas::each_schema(root, &mut |_, schema| {
        let marks = [mark::NAME, mark::VARIANTS].into_iter();
        let marks = marks
            .filter(|mark| openapi::reference(schema).is_some() && schema.get(*mark).is_some());
        unheard.extend(marks.map(|mark| (origin(schema), mark)));
    });
    for (at, mark) in unheard {
        report.add(&at, Problem::BesideReference(mark.to_owned()));
    }
}

/// The components that are being dissolved, to stop at a list of itself and at too many levels.
struct Inside<'a, 'e> {
    aliases: Vec<String>,
    depth: usize,
    report: &'a mut Report<'e>,
}

fn dissolve(root: &Value, schema: &Value, inside: &mut Inside<'_, '_>) -> Value {
    if inside.depth > MOST_SCHEMAS {
        inside.report.add_once(&origin(schema), Problem::NestedTooDeep { most: MOST_SCHEMAS });
        return schema.clone();
    }
    inside.depth += 1;
    let dissolved = dissolve_one(root, schema, inside);
    inside.depth -= 1;
    dissolved
}

fn dissolve_one(root: &Value, schema: &Value, inside: &mut Inside<'_, '_>) -> Value {
    if let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) {
        let is_open = inside.aliases.iter().any(|outer| outer == name);
        let alias = openapi::component_schema(root, name)
            .filter(|component| is_alias(root, component) && !is_open);
        let Some(component) = alias else { return schema.clone() };
        inside.aliases.push(name.to_owned());
        let mut dissolved = dissolve(root, component, inside);
        inside.aliases.pop();
        if let (Value::Object(members), Some(own)) = (&mut dissolved, schema.as_object()) {
            // Keywords beside the reference apply to this place.
            members.extend(own.iter().filter(|(key, _)| *key != "$ref").map(clone_entry));
        }
        return dissolved;
    }
    schemas::map_subschemas(schema, |inner| dissolve(root, inner, inside))
}

fn clone_entry((key, value): (&String, &Value)) -> (String, Value) {
    (key.clone(), value.clone())
}

/// True if a component does not become a type.
fn is_alias(root: &Value, schema: &Value) -> bool {
    if openapi::reference(schema).is_some() {
        return true;
    }
    let Some(schema) = openapi::resolve(root, schema) else { return false };
    let is_named = schema.get(mark::NAME).is_some();
    !is_named && !becomes_type(schema)
}
