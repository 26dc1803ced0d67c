//! Relaxes the schemas of requests to what Rust types express. Types have no bounds and no patterns; the loss is
//! reported once for each kind, with its first place.
//!
//! Patterns are ECMA 262, whose look-ahead Rust's `regex` rejects, and progenitor would add another engine to
//! every user's program. The server applies defaults, and properties that only the server writes are not sent.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::choices::Choices;
use super::keep_reachable;
use super::kinds::becomes_container;
use super::origin::origin;
use super::report::Report;
use super::written_tags::{Tags, written_tag};
use crate::openapi::{self, mark, schemas};
use crate::plan::Direction;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Constraints that types do not check, with their names in the message.
const UNCHECKED: [(&str, &[&str]); 4] = [
    ("patterns", &["pattern"]),
    (
        "bounds of numbers",
        &["exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"],
    ),
    ("lengths of strings", LENGTHS),
    (
        "sizes of lists and maps",
        &["maxItems", "maxProperties", "minItems", "minProperties", "uniqueItems"],
    ),
];

const LENGTHS: &[&str] = &["maxLength", "minLength"];

/// Keywords that decorate a value without changing its type.
const DECORATION: [&str; 3] = ["readOnly", "writeOnly", mark::VALUES];

/// Formats whose Rust types come from other crates or accept too little.
const FORMATS: [&str; 2] = ["uuid", "float"];

/// Relaxes what is sent. Returns the places where the overlay requires only what the contract does.
pub(super) fn run(root: &mut Value, choices: &Choices, report: &mut Report<'_>) -> Vec<Pointer> {
    let tags = Tags::of(root, choices);
    let [sent, received] = [Direction::Request, Direction::Response]
        .map(|direction| keep_reachable::places_reached_in(direction, root));
    let says = |says: fn(&Value, &Value) -> bool| -> BTreeSet<String> {
        let components = openapi::component_schemas(root).filter(|(_, schema)| says(root, schema));
        components.map(|(name, _)| name.to_owned()).collect()
    };
    let (read_only, nullable) =
        (says(openapi::is_read_only), says(|_, schema| openapi::is_true(schema, "nullable")));
    let mut found = Found::default();
    for place in sent {
        // Types that are also received are read tolerantly; `relax_responses` relaxes them.
        let is_shared = received.contains(&place);
        let is_parameter = is_parameter(&place);
        let Some(schema) = place.get_mut(root) else { continue };
        let tag = openapi::component_at(&place).and_then(|name| tags.of_component(&name));
        let (read_only, nullable, found) = (&read_only, &nullable, &mut found);
        let mut relaxed =
            Relax { is_shared, is_checked: is_parameter, tag, read_only, nullable, choices, found };
        let is_body = !is_parameter && openapi::component_at(&place).is_none();
        if is_body && relaxed.is_nullable(schema) {
            report.add(&origin(schema), Problem::NullBody);
        }
        relax(schema, &mut relaxed);
    }
    let repeated = std::mem::take(&mut found.repeated);
    found.report(report);
    repeated
}

/// The schema of a parameter, rather than that of a body or a component.
fn is_parameter(place: &Pointer) -> bool {
    match place.tokens().as_slice() {
        [.., content, _, _] if content == "content" => false,
        tokens => tokens.last().is_some_and(|last| last == "schema"),
    }
}

/// The places of constraints that types do not express.
#[derive(Default)]
struct Found {
    unchecked: [Vec<Pointer>; UNCHECKED.len()],
    nulls: Vec<Pointer>,
    /// Properties that callers can set although only the server writes them.
    read_only: Vec<Pointer>,
    /// Objects that can be sent without their required properties.
    incomplete: Vec<Pointer>,
    open: Vec<Pointer>,
    /// Objects for which the overlay requires what the contract does.
    repeated: Vec<Pointer>,
    /// Names that the overlay gives as required, and the contract does not.
    not_required: Vec<(Pointer, String)>,
}

impl Found {
    fn report(self, report: &mut Report<'_>) {
        for ((what, _), places) in UNCHECKED.into_iter().zip(self.unchecked) {
            if let Some((first, others)) = places.split_first() {
                report.add(first, Problem::Unchecked { what, others: others.len() });
            }
        }
        if let Some((first, others)) = self.nulls.split_first() {
            report.add(first, Problem::NullLeftOut { others: others.len() });
        }
        if let Some((first, others)) = self.read_only.split_first() {
            report.add(first, Problem::ReadOnlySent { others: others.len() });
        }
        if let Some((first, others)) = self.incomplete.split_first() {
            report.add(first, Problem::RequiredLeftOut { others: others.len() });
        }
        for (place, name) in self.not_required {
            report.add(&place, Problem::NotAProperty(name));
        }
        for place in self.open {
            report.add(&place, Problem::OpenObject);
        }
    }
}

struct Relax<'a> {
    is_shared: bool,
    /// The property that the client writes itself, if the schema is the form of a choice.
    tag: Option<&'a str>,
    choices: &'a Choices,
    /// The components that only the server writes, and those that may be null.
    read_only: &'a BTreeSet<String>,
    nullable: &'a BTreeSet<String>,
    /// True if a string with bounds becomes a type that checks them.
    is_checked: bool,
    found: &'a mut Found,
}

fn relax(schema: &mut Value, to: &mut Relax<'_>) {
    let (at, form_tag) = (origin(schema), written_tag(schema, to.choices));
    let Value::Object(members) = schema else { return };
    drop_unchecked(members, &at, to);
    let is_closed = members.get("additionalProperties") == Some(&Value::Bool(false));
    if is_closed && !members.contains_key("properties") {
        // An object that must be empty would become a type without fields.
        members.remove("additionalProperties");
    }
    to.is_checked = false;
    let tag = to.tag.take();
    if to.is_shared {
        note_shared(members, &at, tag, to);
    } else {
        relax_form(members, &at, to);
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        for property in properties.values_mut() {
            match (form_tag, property.get_mut("items")) {
                // A placeholder has a list for each form.
                (Some(_), Some(form)) => {
                    to.tag = form_tag;
                    relax(form, to);
                }
                _ => relax(property, to),
            }
        }
    }
    for keyword in ["items", "additionalProperties"] {
        if let Some(inner) = members.get_mut(keyword) {
            relax(inner, to);
        }
    }
    for keyword in schemas::SCHEMA_LISTS {
        if let Some(Value::Array(variants)) = members.get_mut(keyword) {
            variants.iter_mut().for_each(|variant| relax(variant, to));
        }
    }
}

fn drop_unchecked(members: &mut Map<String, Value>, at: &Pointer, to: &mut Relax<'_>) {
    let is_checked = to.is_checked && members.get("type").is_some_and(|name| name == "string");
    for ((_, keywords), places) in UNCHECKED.into_iter().zip(&mut to.found.unchecked) {
        if is_checked && keywords == LENGTHS {
            continue;
        }
        let dropped = keywords.iter().filter_map(|keyword| members.remove(*keyword));
        // `minLength: 0` and `uniqueItems: false` constrain nothing; `minimum: 0` does.
        let says_nothing = |value: &Value| {
            *value == Value::Bool(false) || (*value == 0 && !keywords.contains(&"minimum"))
        };
        let says = dropped.filter(|value| !says_nothing(value)).count();
        if says > 0 {
            places.push(at.clone());
        }
    }
}

/// Relaxes a type that is only sent.
fn relax_form(members: &mut Map<String, Value>, at: &Pointer, to: &mut Relax<'_>) {
    if let Some(kept) = members.remove(mark::REQUIRED) {
        // The type requires what the contract does.
        let is_required =
            |name: &&str| openapi::strings(members.get("required")).any(|it| it == *name);
        let others = openapi::strings(Some(&kept)).filter(|name| !is_required(name));
        to.found.repeated.extend(members.contains_key(mark::ORIGIN).then(|| at.clone()));
        to.found.not_required.extend(others.map(|name| (at.clone(), name.to_owned())));
    }
    members.retain(|keyword, _| !DECORATION.contains(&keyword.as_str()));
    if members.get("format").is_some_and(|format| FORMATS.iter().any(|other| format == other)) {
        members.remove("format");
    }
    let Some(Value::Object(mut properties)) = members.remove("properties") else { return };
    if members.remove("additionalProperties").is_some_and(|rest| rest != false) {
        to.found.open.push(at.clone());
    }
    properties.retain(|_, property| !to.is_read_only(property));
    if let Some(Value::Array(required)) = members.get_mut("required") {
        required.retain(|name| name.as_str().is_some_and(|name| properties.contains_key(name)));
    }
    let required: BTreeSet<&str> = openapi::strings(members.get("required")).collect();
    for (name, property) in &mut properties {
        if !required.contains(name.as_str()) {
            relax_optional(property, to);
        }
    }
    members.insert("properties".to_owned(), Value::Object(properties));
}

/// Reports what a type that is also received cannot express about requests.
fn note_shared(members: &Map<String, Value>, at: &Pointer, tag: Option<&str>, to: &mut Relax<'_>) {
    let kept: Vec<&str> = openapi::strings(members.get(mark::REQUIRED)).collect();
    let mut can_be_left_out = false;
    for (name, property) in openapi::members(members.get("properties")) {
        if to.is_read_only(property) {
            to.found.read_only.push(origin(property));
            continue;
        }
        if to.is_nullable(property) {
            to.found.nulls.push(origin(property));
        }
        let is_required = openapi::strings(members.get("required")).any(|it| it == name);
        can_be_left_out |= is_required && !kept.contains(&name) && tag != Some(name);
    }
    if can_be_left_out {
        to.found.incomplete.push(at.clone());
    }
}

impl Relax<'_> {
    fn is_read_only(&self, property: &Value) -> bool {
        openapi::is_true(property, "readOnly") || is_one_of(self.read_only, property)
    }

    fn is_nullable(&self, property: &Value) -> bool {
        openapi::is_true(property, "nullable") || is_one_of(self.nullable, property)
    }
}

fn is_one_of(components: &BTreeSet<String>, property: &Value) -> bool {
    let component = openapi::reference(property).and_then(openapi::schema_component);
    component.is_some_and(|name| components.contains(name))
}

/// Makes an optional list or map nullable, so that an absent one differs from an empty one.
fn relax_optional(property: &mut Value, to: &mut Relax<'_>) {
    if to.is_nullable(property) {
        to.found.nulls.push(origin(property));
    }
    let is_container = becomes_container(property);
    let Value::Object(property) = property else { return };
    if is_container {
        property.insert("nullable".to_owned(), Value::Bool(true));
    }
}
