//! The objects of a document whose member names the specification defines.

use serde_json::{Map, Value};

use super::place::Place;
use crate::source::pointer::Pointer;

/// Members that contain data rather than descriptions.
const DATA: [&str; 5] = ["const", "default", "enum", "example", "examples"];

/// Members that contain others under names which the document chooses.
const MAPS: [&str; 12] = [
    "$defs",
    "definitions",
    "dependentSchemas",
    "headers",
    "parameters",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securityDefinitions",
    "securitySchemes",
];

/// Calls `visit` for every such object inside a value, the outer ones first.
pub fn each_object_mut(
    value: &mut Value,
    visit: &mut dyn FnMut(&Place<'_>, &mut Map<String, Value>),
) {
    walk(value, &Place::Start(&Pointer::root()), visit);
}

fn walk(
    value: &mut Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, &mut Map<String, Value>),
) {
    match value {
        Value::Object(members) => {
            visit(at, members);
            for (name, member) in members {
                let at = Place::Member(at, name);
                match member {
                    Value::Object(named) if MAPS.contains(&name.as_str()) => {
                        for (name, member) in named {
                            walk(member, &Place::Member(&at, name), visit);
                        }
                    }
                    _ if DATA.contains(&name.as_str()) => {}
                    _ => walk(member, &at, visit),
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(item, &Place::Item(at, index), visit);
            }
        }
        _ => {}
    }
}
