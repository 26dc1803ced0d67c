//! Refuses the overlay's words where they have no effect: at a reference, whose target has a place of its own, at a
//! schema of another kind, and outside of schemas.

use serde_json::Value;

use super::kinds::{becomes_type, is_constrained};
use super::origin::origin;
use super::report::Report;
use crate::openapi::grammar::{self, Object};
use crate::openapi::schemas::Place;
use crate::openapi::{self, mark, schemas};
use crate::sensitive_words;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Refuses misplaced words. Returns those that seem to say what is so without them.
pub(super) fn run(root: &Value, report: &mut Report<'_>) -> Vec<(Pointer, &'static str)> {
    let mut idle = Vec::new();
    schemas::each_schema(root, &mut |at, schema| {
        let at = at.pointer();
        for (name, wanted) in misplaced(&at, schema) {
            report.add(&origin(schema), Problem::MisplacedMark { name, wanted });
        }
        idle.extend(repeated(&at, schema).map(|name| (origin(schema), name)));
    });
    let top = Pointer::root();
    let start = Place::Start(&top);
    grammar::walk(Object::Document, root, &start, &mut |at, object, value| {
        let is_schema = object == Object::Schema;
        if object == Object::Parameter && value.get(mark::SENSITIVE).is_some() {
            idle.push((at.pointer(), mark::SENSITIVE));
        }
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
    idle
}

/// The marks of a schema that are for others, and what they are for.
fn misplaced(at: &Pointer, schema: &Value) -> Vec<(&'static str, &'static str)> {
    let has = |keyword: &str| schema.get(keyword).is_some();
    let only_refers = only_refers(schema);
    let is_object = ["allOf", "properties", "required"].into_iter().any(has);
    let is_type = becomes_type(schema) || has("allOf") || is_constrained(schema);
    let is_component = openapi::component_at(at).is_some();
    // A list of names may be upstream's own.
    let names_values = schema.get(mark::VARIANTS).is_some_and(Value::is_object);
    [
        // Beside a reference it may name what several parts make of the property, or is a loss.
        (mark::NAME, has(mark::NAME) && !only_refers, is_type || is_component, "a type"),
        (mark::REQUIRED, has(mark::REQUIRED), is_object, "an object with properties"),
        (
            mark::DOC,
            has(mark::DOC),
            is_type || is_property(at),
            "a type, or a property that is not a reference",
        ),
        (
            mark::VARIANTS,
            names_values,
            ["allOf", "enum"].into_iter().any(has),
            "an `enum` of strings",
        ),
    ]
    .into_iter()
    .filter(|(_, is_said, fits, _)| *is_said && (only_refers || !fits))
    .map(|(name, _, _, wanted)| (name, wanted))
    .collect()
}

/// The marks of a schema that repeat what it says, or decide what is not in doubt.
fn repeated(at: &Pointer, schema: &Value) -> impl Iterator<Item = &'static str> {
    let repeats = schema.get(mark::DOC).is_some_and(|doc| Some(doc) == schema.get("description"));
    // Cookies are hidden anyway, and so is what has the name of a secret.
    let is_of_parameter = at.last().is_some_and(|it| it == "schema");
    let sensitive = schema.get(mark::SENSITIVE).filter(|is| is_of_parameter || **is == false);
    let is_doubtful = at.last().is_some_and(|name| sensitive_words::word_in(&name).is_some());
    let doc = repeats.then_some(mark::DOC);
    doc.into_iter().chain(sensitive.filter(|_| !is_doubtful).map(|_| mark::SENSITIVE))
}

fn only_refers(schema: &Value) -> bool {
    schema.get("$ref").is_some() || has_one_reference(schema)
}

fn is_property(at: &Pointer) -> bool {
    at.parent().is_some_and(|around| around.last().is_some_and(|last| last == "properties"))
}

/// True for an `allOf` of one reference and words, which is how OpenAPI 3.0 writes words beside it.
fn has_one_reference(schema: &Value) -> bool {
    const SHAPING: [&str; 7] =
        ["additionalProperties", "anyOf", "enum", "items", "oneOf", "properties", "required"];
    let mut parts = openapi::items(schema.get("allOf"));
    let first = parts.next().and_then(|(_, part)| openapi::reference(part));
    first.is_some()
        && parts.next().is_none()
        && SHAPING.iter().all(|keyword| schema.get(*keyword).is_none())
}
