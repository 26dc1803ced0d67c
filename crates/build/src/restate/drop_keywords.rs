//! Removes keywords of JSON Schema that OpenAPI 3.0 does not have: names and comments silently; keywords that
//! constrain a value are restated if possible, and are a loss otherwise.

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::openapi::grammar::{Fate, Object};
use crate::openapi::schemas::{self, Place};
use crate::source::problem::Problem;

/// Keywords that only name schemas. References into them were resolved before.
const NAMES: [&str; 2] = ["$defs", "definitions"];

/// Keywords that constrain a value as no Rust type does.
const LOST: [&str; 15] = [
    "additionalItems",
    "contains",
    "contentSchema",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    schemas::each_schema_mut(root, &mut |at, schema| {
        let Value::Object(members) = schema else { return };
        members.retain(|name, value| {
            let lost = LOST.into_iter().find(|keyword| keyword == name);
            // `false` forbids undescribed members; a type has none.
            let is_said = (name.starts_with("unevaluated") || name == "additionalItems")
                && value.is_boolean();
            if let (Some(keyword), false) = (lost, is_said) {
                losses.report(&at.join(keyword), Problem::Dropped { keyword });
            }
            let known = Object::Schema.member(name).map(|member| member.fate);
            let is_note = matches!(known, Some(Fate::Note(_))) || NAMES.contains(&name.as_str());
            lost.is_none() && !is_note
        });
        // In older drafts a property has `required: true`; here the object lists it.
        let keyword = "required";
        if let Some(Value::Bool(is_required)) = members.get(keyword).cloned() {
            members.remove(keyword);
            if is_required {
                losses.report(&at.join(keyword), Problem::Dropped { keyword });
            }
        }
        if members.get("properties").and_then(Value::as_object).is_some_and(Map::is_empty) {
            // No properties: any object.
            members.remove("properties");
            members.entry("type").or_insert_with(|| "object".into());
        }
        let keyword = "additionalProperties";
        let has_members = ["$ref", "allOf", "anyOf", "oneOf", "patternProperties", "properties"];
        if members.get(keyword) == Some(&Value::Bool(false))
            && !has_members.iter().any(|other| members.contains_key(*other))
        {
            // An object that must be empty would become a type without fields.
            losses.report(&at.join(keyword), Problem::Dropped { keyword });
            members.remove(keyword);
        }
        restate_tuple(at, members, losses);
        restate_patterns(at, members, losses);
    });
}

/// Restates items that differ by their position as a list of any values.
fn restate_tuple(at: &Place<'_>, members: &mut Map<String, Value>, losses: &mut Losses) {
    let keyword = if members.contains_key("prefixItems") { "prefixItems" } else { "items" };
    let Some(Value::Array(places)) = members.get(keyword) else { return };
    let rest = members.get("items").filter(|rest| rest.is_object());
    let mut all = places.iter().chain(rest);
    let first = all.next().cloned().unwrap_or_else(|| json!({}));
    let is_one = all.all(|place| *place == first);
    members.remove("prefixItems");
    members.insert("items".to_owned(), if is_one { first } else { json!({}) });
    if !is_one {
        losses.report(&at.join(keyword), Problem::Dropped { keyword });
    }
}

/// Restates members with names that match a pattern as a map.
fn restate_patterns(at: &Place<'_>, members: &mut Map<String, Value>, losses: &mut Losses) {
    let keyword = "patternProperties";
    let Some(Value::Object(patterns)) = members.remove(keyword) else { return };
    let is_any_name = |name: &str| matches!(name, "" | ".*" | "^.*$" | ".+" | "^.+$");
    let is_checked = patterns.keys().all(|name| is_any_name(name));
    let rest = members.get("additionalProperties").filter(|rest| rest.is_object()).cloned();
    let mut kinds = patterns.into_values().chain(rest);
    let Some(first) = kinds.next() else { return };
    let is_map = !members.contains_key("properties");
    let is_one = kinds.all(|kind| kind == first);
    if is_map {
        let value = if is_one && first.is_object() { first } else { json!({}) };
        members.insert("additionalProperties".to_owned(), value);
    }
    if !(is_map && is_one && is_checked) {
        losses.report(&at.join(keyword), Problem::Dropped { keyword });
    }
}
