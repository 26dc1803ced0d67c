//! Refuses received objects that the overlay lets require each other in a circle: no value of them ends, and the
//! reader starts with a value.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::keep_reachable;
use super::origin::origin;
use super::report::Report;
use crate::openapi;
use crate::plan::Direction;
use crate::source::problem::Problem;

pub(super) fn run(root: &Value, report: &mut Report<'_>) {
    let received = keep_reachable::reached_in(Direction::Response, root);
    let objects = openapi::component_schemas(root).filter(|(name, _)| received.contains(*name));
    let requires: BTreeMap<&str, Vec<(&str, &str)>> =
        objects.map(|(name, schema)| (name, required_objects(schema).collect())).collect();
    for (name, required) in &requires {
        for (property, target) in required {
            if reaches(&requires, target, name) {
                let place = openapi::component_schema(root, name).map(origin).unwrap_or_default();
                report.add(&place, Problem::RequiredCircle((*property).to_owned()));
            }
        }
    }
}

/// The properties that an object requires and the components that they are.
fn required_objects(schema: &Value) -> impl Iterator<Item = (&str, &str)> {
    openapi::strings(schema.get("required")).filter_map(|name| {
        let property = schema.get("properties")?.get(name)?;
        Some((name, openapi::schema_component(openapi::reference(property)?)?))
    })
}

fn reaches<'a>(requires: &BTreeMap<&str, Vec<(&str, &'a str)>>, from: &'a str, to: &str) -> bool {
    let (mut seen, mut waiting) = (BTreeSet::new(), vec![from]);
    while let Some(name) = waiting.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            let inside = requires.get(name).into_iter().flatten();
            waiting.extend(inside.map(|(_, target)| *target));
        }
    }
    false
}
