//! Marks of an action where they have no effect, and that upstream may have for purposes of its own: only the action
//! shows who says them.

use serde_json::Value;

use crate::openapi::grammar::{self, Object};
use crate::openapi::schemas::Place;
use crate::openapi::{self, mark};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The problems of the marks that an update has written at these places of the document.
pub(super) fn problems(root: &Value, places: &[Pointer], update: &Value) -> Vec<Problem> {
    let mut found = Vec::new();
    for place in places {
        look(root, place, update, &mut found);
    }
    found.dedup();
    found
}

fn look(root: &Value, at: &Pointer, update: &Value, found: &mut Vec<Problem>) {
    let Some(object) = at.get(root) else { return };
    let is_heard = || is_of_property(at) || is_of_parameter(root, at);
    if update.get(mark::SENSITIVE).is_some() && !is_heard() {
        let (name, wanted) = (mark::SENSITIVE, "a property or a parameter");
        found.push(Problem::MisplacedMark { name, wanted });
    }
    if update.get(mark::VARIANTS).is_some_and(Value::is_array) {
        found.extend(problem_of_names(object));
    }
    for (name, inner) in openapi::members(Some(update)) {
        look(root, &at.join(name), inner, found);
    }
}

/// The problem of a list of names at a schema. The names of strings are checked with those of upstream.
fn problem_of_names(schema: &Value) -> Option<Problem> {
    let values = schema.get("enum").and_then(Value::as_array);
    let names = openapi::items(schema.get(mark::VARIANTS)).count();
    match values {
        Some(values) => {
            let is_of_strings = values.iter().all(|value| value.is_string() || value.is_null())
                || openapi::text(schema, "type") == Some("string");
            let values = values.len();
            (!is_of_strings && names != values).then_some(Problem::VariantNames { values, names })
        }
        None if schema.get("const").is_some() || schema.get("allOf").is_some() => None,
        None => {
            let (name, wanted) = (mark::VARIANTS, "an `enum`");
            Some(Problem::MisplacedMark { name, wanted })
        }
    }
}

/// True for a property, and for a part of the `allOf` that it is.
fn is_of_property(at: &Pointer) -> bool {
    let tokens = at.tokens();
    let mut around = tokens.iter().rev().skip(1).step_by(2).skip_while(|list| *list == "allOf");
    around.next().is_some_and(|list| list == "properties")
}

/// True for a parameter, and for the schema that it has or refers to.
fn is_of_parameter(root: &Value, at: &Pointer) -> bool {
    let component = openapi::component_at(at).map(|name| openapi::component_reference(&name));
    let (mut is_found, top) = (false, Pointer::root());
    grammar::walk(Object::Document, root, &Place::Start(&top), &mut |here, object, value| {
        let is_schema = object == Object::Schema;
        if object == Object::Parameter {
            let here = here.pointer();
            let schema = value.get("schema");
            is_found |= here == *at || here.join("schema") == *at;
            is_found |= component
                .as_deref()
                .is_some_and(|it| schema.and_then(openapi::reference) == Some(it));
        }
        !is_schema && !is_found
    });
    is_found
}
