//! Refuses the overlay's words where they have no effect: at a reference, whose target has a place of its own, at a
//! schema of another kind, and outside of schemas.

use serde_json::Value;

use super::kinds::{becomes_type, is_constrained};
use super::origin::origin;
use super::report::Report;
use crate::openapi::grammar::{self, Object};
use crate::openapi::schemas::Place;
use crate::openapi::{self, mark, schemas};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &Value, report: &mut Report<'_>) {
    schemas::each_schema(root, &mut |at, schema| {
        let has = |keyword: &str| schema.get(keyword).is_some();
        let only_refers = has("$ref") || has_one_reference(schema);
        let is_object = ["allOf", "properties", "required"].into_iter().any(has);
        if has(mark::REQUIRED) && (only_refers || !is_object) {
            let (name, wanted) = (mark::REQUIRED, "an object with properties");
            report.add(&origin(schema), Problem::MisplacedMark { name, wanted });
        }
        let is_type = || becomes_type(schema) || has("allOf") || is_constrained(schema);
        let has_room = || is_type() || is_property(&at.pointer());
        if has(mark::DOC) && (only_refers || !has_room()) {
            let (name, wanted) = (mark::DOC, "a type, or a property that is not a reference");
            report.add(&origin(schema), Problem::MisplacedMark { name, wanted });
        }
        // A list of names may be upstream's own.
        let names_values = schema.get(mark::VARIANTS).is_some_and(Value::is_object);
        if names_values && (only_refers || !["allOf", "enum"].into_iter().any(has)) {
            let (name, wanted) = (mark::VARIANTS, "an `enum` of strings");
            report.add(&origin(schema), Problem::MisplacedMark { name, wanted });
        }
    });
    let top = Pointer::root();
    let start = Place::Start(&top);
    grammar::walk(Object::Document, root, &start, &mut |at, object, value| {
        let is_schema = object == Object::Schema;
        for name in [mark::NAME, mark::DOC, mark::REQUIRED, mark::VARIANTS] {
            let is_documentation = name == mark::DOC && object == Object::Info;
            let is_said =
                value.get(name).is_some_and(|said| name != mark::VARIANTS || said.is_object());
            if is_said && !is_schema && !is_documentation {
                let wanted = "a schema";
                report.add(&at.pointer(), Problem::MisplacedMark { name, wanted });
            }
        }
        !is_schema
    });
}

fn is_property(at: &Pointer) -> bool {
    at.parent().is_some_and(|around| around.last().is_some_and(|last| last == "properties"))
}

/// True for an `allOf` of one reference, which is how OpenAPI 3.0 writes words beside it.
fn has_one_reference(schema: &Value) -> bool {
    let mut parts = openapi::items(schema.get("allOf"));
    let first = parts.next().and_then(|(_, part)| openapi::reference(part));
    first.is_some() && parts.next().is_none() && schema.get("properties").is_none()
}
