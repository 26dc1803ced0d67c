//! Gives every inline object, enum and choice a component of its own, one for one shape, under the
//! name that its Rust type will have; components get their Rust names on the way.
//!
//! A name is reserved with its origin. Two things that want the same name are an error, never a
//! number at the end of one of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Direction, Errors, mark, openapi, origin};
use crate::codegen::names;
use crate::codegen::pointer::Pointer;
use crate::codegen::problem::Problem;
use crate::codegen::sensitive;

/// Longer names are no names a person would have chosen.
const LONGEST_NAME: usize = 40;

pub(super) fn run(root: &mut Value, is_curated: bool, errors: &mut Errors<'_>) {
    let mut hoist = Hoist::new(is_curated, errors);
    let components: Vec<(String, Value)> = openapi::members(root.pointer("/components/schemas"))
        .map(|(name, schema)| (name.to_owned(), schema.clone()))
        .collect();
    for (name, schema) in &components {
        hoist.adopt_component(name, schema);
    }
    let entries = super::entry_points(root);
    for schema in components.iter().map(|(_, schema)| schema) {
        hoist.find_given_names(schema);
    }
    for schema in entries.iter().filter_map(|entry| root.pointer(&entry.pointer.to_string())) {
        hoist.find_given_names(schema);
    }
    for (name, schema) in &components {
        let rust_name = hoist.component_name(name);
        let schema = hoist.rewrite_inside(schema, &rust_name);
        hoist.emitted.insert(rust_name, schema);
    }
    for entry in &entries {
        let pointer = entry.pointer.to_string();
        let Some(schema) = root.pointer(&pointer).cloned() else { continue };
        // A parameter's constrained string becomes a type that checks it; a body's does not.
        let schema = match entry.direction {
            Direction::Request if is_constrained(&schema) => hoist.refer(&schema, &entry.words),
            _ => hoist.rewrite(&schema, &entry.words),
        };
        if let Some(place) = root.pointer_mut(&pointer) {
            *place = schema;
        }
    }
    hoist.mark_sensitive();
    let emitted = hoist.emitted.into_iter().collect::<Map<_, _>>();
    if let Value::Object(root) = root {
        let components = root.entry("components").or_insert_with(|| Map::new().into());
        if let Value::Object(components) = components {
            components.insert("schemas".to_owned(), Value::Object(emitted));
        }
    }
}

struct Hoist<'a, 'e> {
    /// Whether names have to be short.
    is_curated: bool,
    errors: &'a mut Errors<'e>,
    /// Rust names and what holds them.
    taken: BTreeMap<String, Pointer>,
    /// The Rust names of the document's components.
    components: BTreeMap<String, String>,
    /// The Rust names of shapes.
    shapes: BTreeMap<String, String>,
    /// Names and documentation that the overlay gives to shapes.
    given: BTreeMap<String, Given>,
    /// The properties of shapes that are sensitive at any of their places.
    sensitive: BTreeMap<String, BTreeSet<String>>,
    emitted: BTreeMap<String, Value>,
}

/// What the overlay, or the document, calls an inline shape.
#[derive(Debug, Default)]
struct Given {
    name: Option<(String, Pointer)>,
    doc: Option<Value>,
    descriptions: Descriptions,
    /// The same for the properties.
    properties: BTreeMap<String, Descriptions>,
}

/// What the document says of each place of something that stands in several.
#[derive(Debug, Default)]
struct Descriptions {
    /// What the overlay says of all places; of a type it is the type's own documentation.
    given: Option<Value>,
    found: Vec<Value>,
}

impl Descriptions {
    fn note(&mut self, schema: &Value) {
        if let (Some(doc), false) = (schema.get(mark::DOC), is_type(schema)) {
            self.given.get_or_insert_with(|| doc.clone());
        }
        match schema.get("description") {
            Some(description) if !self.found.contains(description) => {
                self.found.push(description.clone());
            }
            _ => {}
        }
    }

    /// The words that hold for all places: where they differ, none does.
    fn into_common(self) -> Option<Value> {
        let only = <[Value; 1]>::try_from(self.found).ok().map(|[only]| only);
        self.given.or(only)
    }
}

fn set_description(schema: &mut Value, description: Option<Value>) {
    if let Value::Object(members) = schema {
        members.remove("description");
        members.extend(description.map(|words| ("description".to_owned(), words)));
    }
}

impl<'a, 'e> Hoist<'a, 'e> {
    fn new(is_curated: bool, errors: &'a mut Errors<'e>) -> Self {
        Self {
            is_curated,
            errors,
            taken: BTreeMap::new(),
            components: BTreeMap::new(),
            shapes: BTreeMap::new(),
            given: BTreeMap::new(),
            sensitive: BTreeMap::new(),
            emitted: BTreeMap::new(),
        }
    }

    fn adopt_component(&mut self, name: &str, schema: &Value) {
        let rust_name = names::type_name(openapi::text(schema, mark::NAME).unwrap_or(name));
        self.reserve(&rust_name, &origin(schema));
        self.shapes.entry(shape(schema)).or_insert_with(|| rust_name.clone());
        self.components.insert(name.to_owned(), rust_name);
    }

    fn component_name(&self, name: &str) -> String {
        self.components.get(name).cloned().unwrap_or_else(|| names::type_name(name))
    }

    fn reserve(&mut self, name: &str, origin: &Pointer) {
        let length = name.chars().count();
        if length > LONGEST_NAME && self.is_curated {
            let problem =
                Problem::NameTooLong { name: name.to_owned(), length, most: LONGEST_NAME };
            self.errors.report(origin, problem);
        }
        if names::RESERVED_TYPES.contains(&name) {
            self.errors.report(origin, Problem::NameReserved(name.to_owned()));
        }
        if let Some(first) = self.taken.get(name) {
            let problem = Problem::NameTaken { name: name.to_owned(), first: first.clone() };
            self.errors.report(origin, problem);
        } else {
            self.taken.insert(name.to_owned(), origin.clone());
        }
    }

    /// Names may be given at any of the places of a shape, so all are seen before any is used.
    fn find_given_names(&mut self, schema: &Value) {
        if is_type(schema) || is_constrained(schema) {
            let given = self.given.entry(shape(schema)).or_default();
            if let Some(name) = openapi::text(schema, mark::NAME) {
                match &given.name {
                    Some((kept, first)) if kept != name => {
                        let problem = Problem::TwoNames {
                            kept: kept.clone(),
                            other: name.to_owned(),
                            first: first.clone(),
                        };
                        self.errors.report(&origin(schema), problem);
                    }
                    Some(_) => {}
                    None => given.name = Some((name.to_owned(), origin(schema))),
                }
            }
            if let Some(doc) = schema.get(mark::DOC) {
                given.doc.get_or_insert_with(|| doc.clone());
            }
            given.descriptions.note(schema);
            let sensitive = self.sensitive.entry(shape(schema)).or_default();
            for (name, property) in openapi::members(schema.get("properties")) {
                given.properties.entry(name.to_owned()).or_default().note(property);
                if property.get(sensitive::MARK) == Some(&Value::Bool(true)) {
                    sensitive.insert(name.to_owned());
                }
            }
        }
        for (_, inner) in openapi::subschemas(schema) {
            self.find_given_names(inner);
        }
    }

    /// The schema with everything inside it hoisted, and itself, if it is a type.
    fn rewrite(&mut self, schema: &Value, words: &str) -> Value {
        if let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) {
            let target = self.component_name(name);
            return with_reference(schema, &target);
        }
        if is_type(schema) { self.refer(schema, words) } else { self.rewrite_inside(schema, words) }
    }

    /// A reference to the type of this shape, which is made where it is new.
    fn refer(&mut self, schema: &Value, words: &str) -> Value {
        let shape = shape(schema);
        if let Some(name) = self.shapes.get(&shape).cloned() {
            self.check_given_name(&shape, &name);
            return with_reference(schema, &name);
        }
        let given = self.given.remove(&shape).unwrap_or_default();
        let name = match &given.name {
            Some((name, _)) => names::type_name(name),
            None => names::type_name(words),
        };
        self.reserve(&name, &origin(schema));
        self.shapes.insert(shape, name.clone());
        let mut emitted = self.rewrite_inside(schema, &name);
        set_description(&mut emitted, given.doc.or(given.descriptions.into_common()));
        for (property, descriptions) in given.properties {
            let place = emitted.get_mut("properties").and_then(|all| all.get_mut(&property));
            if let Some(place) = place {
                set_description(place, descriptions.into_common());
            }
        }
        self.emitted.insert(name.clone(), emitted);
        with_reference(schema, &name)
    }

    /// A name that is given to the shape of a component has to be the component's.
    fn check_given_name(&mut self, shape: &str, name: &str) {
        let Some(given) = self.given.remove(shape) else { return };
        match given.name {
            Some((other, place)) if names::type_name(&other) != name => {
                let (kept, first) = (name.to_owned(), self.taken.get(name).cloned());
                let first = first.unwrap_or_default();
                self.errors.report(&place, Problem::TwoNames { kept, other, first });
            }
            _ => {}
        }
    }

    /// What is sensitive at one place of a shape is sensitive in its type.
    fn mark_sensitive(&mut self) {
        for (shape, name) in &self.shapes {
            let Some(properties) =
                self.emitted.get_mut(name).and_then(|schema| schema.get_mut("properties"))
            else {
                continue;
            };
            for property in self.sensitive.get(shape).into_iter().flatten() {
                if let Some(Value::Object(property)) = properties.get_mut(property) {
                    property.insert(sensitive::MARK.to_owned(), Value::Bool(true));
                }
            }
        }
    }

    fn rewrite_inside(&mut self, schema: &Value, words: &str) -> Value {
        openapi::map_subschemas(schema, |steps, inner| {
            let words = match steps {
                [keyword, property] if keyword == "properties" => format!("{words} {property}"),
                [keyword] if keyword == "items" => names::singular(words),
                [keyword] if keyword == "additionalProperties" => format!("{words} value"),
                _ => words.to_owned(),
            };
            self.rewrite(inner, &words)
        })
    }
}

/// Whether a schema becomes a type of its own.
fn is_type(schema: &Value) -> bool {
    ["properties", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// Whether a string has bounds that a type of its own checks.
fn is_constrained(schema: &Value) -> bool {
    openapi::text(schema, "type") == Some("string")
        && ["minLength", "maxLength"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// What is said of this place stays beside the reference.
fn with_reference(schema: &Value, name: &str) -> Value {
    let mut reference = Map::new();
    reference.insert("$ref".to_owned(), format!("#/components/schemas/{name}").into());
    for keyword in ["description", sensitive::MARK, mark::ORIGIN] {
        if let Some(value) = schema.get(keyword) {
            reference.insert(keyword.to_owned(), value.clone());
        }
    }
    Value::Object(reference)
}

/// The schema without its words: two schemas with the same shape are one Rust type.
pub(super) fn shape(schema: &Value) -> String {
    fn strip(schema: &Value) -> Value {
        let mut stripped = openapi::map_subschemas(schema, |_, inner| strip(inner));
        if let Value::Object(members) = &mut stripped {
            members.retain(|keyword, _| {
                !matches!(
                    keyword.as_str(),
                    "description" | mark::NAME | mark::DOC | mark::ORIGIN | sensitive::MARK
                )
            });
        }
        stripped
    }
    strip(schema).to_string()
}
