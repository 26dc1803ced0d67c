//! Relaxes the schemas of responses, so that any answer with readable content is read.
//!
//! It drops bounds, patterns, most formats, and defaults, since the client does not invent values: it documents them.
//! Only the overlay makes properties required; those that the contract requires are "expected", so that their absence
//! is drift. Lists and maps may be `null`, which reads as absent and differs from an empty list.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::keep_reachable;
use super::kinds::becomes_container;
use super::origin::origin;
use super::report::Report;
use crate::openapi::grammar::BOUNDS;
use crate::openapi::{self, mark, schemas};
use crate::plan::Direction;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Keywords that decorate a value without changing its type.
const DECORATION: [&str; 6] =
    ["default", "discriminator", "readOnly", "title", "writeOnly", mark::VALUES];

pub(super) fn run(root: &mut Value, report: &mut Report<'_>) {
    let places = keep_reachable::places_reached_in(Direction::Response, root);
    for place in places.iter().filter(|place| openapi::component_at(place).is_none()) {
        let Some(schema) = place.get(root) else { continue };
        let said = [Some(schema), openapi::resolve(root, schema)];
        if said.into_iter().flatten().any(|schema| openapi::is_true(schema, "nullable")) {
            report.add(&origin(schema), Problem::NullAnswer);
        }
    }
    for place in places {
        if let Some(schema) = place.get_mut(root) {
            relax(schema, report);
        }
    }
}

fn relax(schema: &mut Value, report: &mut Report<'_>) {
    let at = origin(schema);
    let Value::Object(members) = schema else { return };
    // Before `writeOnly` is removed: the server does not send such properties.
    forget_written(members);
    members.retain(|keyword, _| {
        let keyword = keyword.as_str();
        !BOUNDS.contains(&keyword) && !DECORATION.contains(&keyword)
    });
    let keeps_format = |format: &Value| match members.get("type").and_then(Value::as_str) {
        // Other integer types are too small for the largest numbers.
        Some("integer") => format == "uint64",
        _ => format == "date-time",
    };
    if !members.get("format").is_some_and(keeps_format) {
        members.remove("format");
    }
    if members.get("additionalProperties") == Some(&Value::Bool(false)) {
        members.remove("additionalProperties");
    }
    if members.contains_key("properties") {
        // A struct has no field for unnamed members; they are drift.
        if members.remove("additionalProperties").is_some_and(|rest| rest != false) {
            report.add(&at, Problem::OpenObject);
        }
        relax_required(members, &at, report);
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.values_mut().for_each(|property| relax(property, report));
    }
    for keyword in ["items", "additionalProperties"] {
        if let Some(inner) = members.get_mut(keyword) {
            relax(inner, report);
        }
    }
    for keyword in schemas::SCHEMA_LISTS {
        if let Some(Value::Array(variants)) = members.get_mut(keyword) {
            variants.iter_mut().for_each(|variant| relax(variant, report));
        }
    }
}

/// The expected properties without those that are `writeOnly`, which answers do not contain.
fn forget_written(members: &mut Map<String, Value>) {
    let written: BTreeSet<String> = openapi::members(members.get("properties"))
        .filter(|(_, property)| openapi::is_true(property, "writeOnly"))
        .map(|(name, _)| name.to_owned())
        .collect();
    if let (Some(Value::Array(required)), false) = (members.get_mut("required"), written.is_empty())
    {
        required.retain(|name| name.as_str().is_none_or(|name| !written.contains(name)));
    }
}

fn relax_required(members: &mut Map<String, Value>, at: &Pointer, report: &mut Report<'_>) {
    let kept: BTreeSet<String> =
        openapi::strings(members.get(mark::REQUIRED)).map(str::to_owned).collect();
    let promised: BTreeSet<String> =
        openapi::strings(members.get("required")).map(str::to_owned).collect();
    for name in kept.difference(&promised) {
        report.add(at, Problem::NotAProperty(name.clone()));
    }
    members.insert("required".to_owned(), kept.iter().cloned().collect());
    // `null` reads as absent, so the absence of a nullable property is not drift.
    let is_missed = |name: &&String| {
        let property = members.get("properties").and_then(|properties| properties.get(*name));
        !property.is_some_and(|property| openapi::is_true(property, "nullable"))
    };
    let expected = promised.difference(&kept).filter(is_missed).cloned().collect();
    members.insert(mark::EXPECTED.to_owned(), expected);
    members.remove(mark::REQUIRED);
    for (name, property) in openapi_members_mut(members) {
        let may_be_null = becomes_container(property) && !kept.contains(name);
        if let (Value::Object(property), true) = (property, may_be_null) {
            property.insert("nullable".to_owned(), Value::Bool(true));
        }
    }
}

fn openapi_members_mut(
    members: &mut Map<String, Value>,
) -> impl Iterator<Item = (&String, &mut Value)> {
    members.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten()
}
