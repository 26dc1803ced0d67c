//! Gives every inline object, enum and choice a component of its own, one for one shape, under the
//! name that its Rust type will have; components get their Rust names on the way.
//!
//! A name is reserved with its origin. What the overlay has not named keeps as much of its own
//! spelling as tells it from what would have the same name; two that still want one name are an
//! error, never a number at the end of one of them. What the record knows is a component already, and
//! keeps its name; what has its shape is of its type.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value};

use super::descriptions::{Descriptions, set_description};
use super::entry_points::{EntryPoint, entry_points};
use super::keep_types::kept_name;
use super::kinds::becomes_type;
use super::origin::origin;
use super::report::Report;
use super::shapes::{Shape, Shapes};
use crate::names;
use crate::openapi::schemas::{self, Step, Which};
use crate::openapi::{self, mark};
use crate::plan::Direction;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Longest type name accepted without an `x-rust-name`.
const LONGEST_NAME: usize = 40;

/// Returns the Rust names of the components, other than those that have kept one.
pub(super) fn run(
    root: &mut Value,
    is_curated: bool,
    report: &mut Report<'_>,
) -> BTreeMap<String, String> {
    let entries = entry_points(root);
    let entries: Vec<(&EntryPoint, &Value)> =
        entries.iter().filter_map(|entry| Some((entry, entry.pointer.get(root)?))).collect();
    let components: Vec<(&str, &Value)> = openapi::component_schemas(root).collect();
    let mut hoist = Hoist::new(is_curated, report);
    let is_kept = |(_, schema): &&(&str, &Value)| kept_name(schema).is_some();
    hoist.shapes.refer_to(&components.iter().filter(is_kept).copied().collect::<Vec<_>>());
    for schema in all_schemas(&components, &entries) {
        hoist.shapes.learn(schema);
    }
    hoist.adopt_components(&components);
    for schema in all_schemas(&components, &entries) {
        hoist.find_given_names(schema);
    }
    for (name, schema) in &components {
        let words = Words::new(hoist.component_name(name), own_name(name, schema));
        hoist.plan_inside(schema, &words);
    }
    for (entry, schema) in &entries {
        let words = Words::new(entry.words.clone(), own_words(entry));
        // A parameter's constrained string becomes a type that checks it; a body's does not.
        match entry.direction {
            Direction::Request if is_constrained(schema) => hoist.plan_type(schema, words),
            _ => hoist.plan(schema, words),
        }
    }
    hoist.name_planned();
    for (name, schema) in &components {
        let rust_name = hoist.component_name(name);
        let schema = hoist.rewrite_inside(schema);
        hoist.emitted.insert(rust_name, schema);
    }
    for planned in std::mem::take(&mut hoist.planned) {
        hoist.emit(&planned);
    }
    let rewrite = |(entry, schema): &(&EntryPoint, &Value)| match entry.direction {
        Direction::Request if is_constrained(schema) => hoist.refer(schema),
        _ => hoist.rewrite(schema),
    };
    let rewritten = entries.iter().map(|found| (found.0.pointer.clone(), rewrite(found))).collect();
    hoist.check_given_names();
    hoist.mark_sensitive();
    let rust_names = components
        .iter()
        .filter(|component| !is_kept(component))
        .map(|(name, _)| ((*name).to_owned(), hoist.component_name(name)))
        .collect();
    let emitted = hoist.emitted.into_iter().collect::<Map<_, _>>();
    // Only now, since shapes are known by where schemas lie.
    schemas::put(root, rewritten);
    if let Value::Object(root) = root {
        let components = root.entry("components").or_insert_with(|| Map::new().into());
        if let Value::Object(components) = components {
            components.insert("schemas".to_owned(), Value::Object(emitted));
        }
    }
    rust_names
}

/// The outermost schemas, in the order in which shapes are named.
fn all_schemas<'a>(
    components: &[(&str, &'a Value)],
    entries: &[(&EntryPoint, &'a Value)],
) -> Vec<&'a Value> {
    let entries = entries.iter().map(|(_, schema)| *schema);
    components.iter().map(|(_, schema)| *schema).chain(entries).collect()
}

/// What a component is called where its Rust name says too little.
fn own_name(name: &str, schema: &Value) -> String {
    let name = kept_name(schema).or(openapi::text(schema, mark::NAME)).unwrap_or(name);
    names::type_names(name).into_iter().nth(1).unwrap_or_default()
}

/// What a body or a parameter is called where its words say too little: its place tells it apart.
fn own_words(entry: &EntryPoint) -> String {
    let inside = |keyword: &str| {
        let steps = entry.pointer.tokens();
        let mut steps = steps.iter().skip_while(|step| *step != keyword);
        steps.nth(1).map(|step| names::spelling(step))
    };
    let place = inside("responses").or_else(|| inside("content"));
    let name = names::type_name(&entry.words);
    place.map_or(name.clone(), |place| format!("{name}_{place}"))
}

/// What the name of a type at some place could be made of.
#[derive(Debug, Clone)]
struct Words {
    /// As a person would put it.
    plain: String,
    /// The type around it, and the document's spelling of what it is in there.
    own: String,
    /// Every step on the way, set apart from the signs of names.
    place: String,
}

impl Words {
    fn new(plain: String, own: String) -> Self {
        Self { plain, place: own.clone(), own }
    }

    /// The words for a schema that a step leads to.
    fn inside(&self, step: Step<'_>) -> Self {
        let Self { plain, own, place } = self;
        let (plain, own, step) = match (step.keyword, step.which) {
            (_, Which::Named(property)) => {
                let step = names::spelling(property);
                let own = format!("{}_{step}", names::type_name(plain));
                (format!("{plain} {property}"), own, step)
            }
            ("items", _) => (names::singular(plain), format!("{own}_item"), "item".to_owned()),
            ("additionalProperties", _) => {
                (format!("{plain} value"), format!("{own}_value"), "value".to_owned())
            }
            // A form of a choice, or a part: a person would say no more of it.
            (list, Which::Nth(index)) => (
                plain.clone(),
                format!("{own}_{index}"),
                format!("{}_{index}", names::spelling(list)),
            ),
            _ => return self.clone(),
        };
        Self { plain, own, place: format!("{place}__{step}") }
    }

    /// The names that would do for a type, the best first.
    fn names(&self) -> Vec<String> {
        vec![names::type_name(&self.plain), self.own.clone(), self.place.clone()]
    }
}

/// A type that is to be made of an inline schema.
struct Planned<'a> {
    schema: &'a Value,
    shape: Shape,
    /// The names that would do.
    names: Vec<String>,
}

struct Hoist<'a, 'e> {
    /// With an overlay, long and colliding names are errors; without one they are resolved automatically.
    is_curated: bool,
    report: &'a mut Report<'e>,
    shapes: Shapes,
    /// Rust names and what holds them.
    taken: BTreeMap<String, Pointer>,
    /// The Rust names of the document's components.
    components: BTreeMap<String, String>,
    /// The types that are to be made, and their shapes.
    planned: Vec<Planned<'a>>,
    /// The Rust names of shapes; none yet for what is planned.
    names: HashMap<Shape, String>,
    /// Names and documentation that the overlay gives to shapes.
    given: BTreeMap<Shape, Given>,
    /// The properties of shapes that are sensitive at any of their places.
    sensitive: BTreeMap<Shape, BTreeSet<String>>,
    /// The shapes that stand in several places, or in place of a component.
    referred: BTreeSet<Shape>,
    emitted: BTreeMap<String, Value>,
}

/// What the overlay, or the document, calls an inline shape.
#[derive(Debug, Default)]
struct Given {
    name: Option<(String, Pointer)>,
    descriptions: Descriptions,
    /// The same for the properties.
    properties: BTreeMap<String, Descriptions>,
}

impl<'a, 'e> Hoist<'a, 'e> {
    fn new(is_curated: bool, report: &'a mut Report<'e>) -> Self {
        Self {
            is_curated,
            report,
            shapes: Shapes::default(),
            taken: BTreeMap::new(),
            components: BTreeMap::new(),
            planned: Vec::new(),
            names: HashMap::new(),
            given: BTreeMap::new(),
            sensitive: BTreeMap::new(),
            referred: BTreeSet::new(),
            emitted: BTreeMap::new(),
        }
    }

    fn adopt_components(&mut self, components: &[(&str, &Value)]) {
        let wanted: Vec<Vec<String>> = components
            .iter()
            .map(|(name, schema)| match (kept_name(schema), openapi::text(schema, mark::NAME)) {
                (Some(kept), _) => vec![kept.to_owned()],
                (None, Some(given)) => vec![names::type_name(given)],
                _ if self.is_curated => vec![names::type_name(name)],
                _ => names::type_names(name),
            })
            .collect();
        let distinct = names::distinct(&wanted, names::is_reserved_type);
        for ((name, schema), rust_name) in components.iter().zip(distinct) {
            self.reserve(&rust_name, &origin(schema));
            if let Some(shape) = self.shapes.of(schema) {
                self.names.entry(shape).or_insert_with(|| rust_name.clone());
            }
            self.components.insert((*name).to_owned(), rust_name);
        }
    }

    fn component_name(&self, name: &str) -> String {
        self.components.get(name).cloned().unwrap_or_else(|| names::type_name(name))
    }

    /// Notes the types that a schema needs.
    fn plan(&mut self, schema: &'a Value, words: Words) {
        if openapi::reference(schema).is_some() {
            return;
        }
        if becomes_type(schema) {
            self.plan_type(schema, words)
        } else {
            self.plan_inside(schema, &words)
        }
    }

    fn plan_inside(&mut self, schema: &'a Value, words: &Words) {
        schemas::each_subschema(schema, &mut |step, inner| {
            // Names are made where something is to be named.
            if becomes_type(inner) || !schemas::subschemas(inner).is_empty() {
                self.plan(inner, words.inside(step));
            }
        });
    }

    fn plan_type(&mut self, schema: &'a Value, words: Words) {
        let Some(shape) = self.shapes.of(schema) else { return };
        if self.names.contains_key(&shape) {
            self.referred.insert(shape);
            return;
        }
        let given = self.given.get(&shape).and_then(|given| given.name.as_ref());
        let names = match given {
            Some((name, _)) => vec![names::type_name(name)],
            None if self.is_curated => vec![names::type_name(&words.plain)],
            None => words.names(),
        };
        let plain = names.first().cloned().unwrap_or_default();
        self.names.insert(shape, String::new());
        self.planned.push(Planned { schema, shape, names });
        let words = Words { plain, ..words };
        self.plan_inside(schema, &words);
    }

    /// Names what is planned. A component keeps its name where both want it.
    fn name_planned(&mut self) {
        let wanted: Vec<_> = self.planned.iter().map(|planned| planned.names.clone()).collect();
        let distinct = names::distinct(&wanted, |name| {
            names::is_reserved_type(name) || self.taken.contains_key(name)
        });
        let places: Vec<_> =
            self.planned.iter().map(|planned| (planned.shape, origin(planned.schema))).collect();
        for ((shape, origin), name) in places.into_iter().zip(distinct) {
            self.reserve(&name, &origin);
            self.names.insert(shape, name);
        }
    }

    fn reserve(&mut self, name: &str, origin: &Pointer) {
        let length = name.chars().count();
        if length > LONGEST_NAME && self.is_curated {
            let problem =
                Problem::NameTooLong { name: name.to_owned(), length, most: LONGEST_NAME };
            self.report.add(origin, problem);
        }
        if names::is_reserved_type(name) {
            self.report.add(origin, Problem::NameReserved(name.to_owned()));
        }
        if let Some(first) = self.taken.get(name) {
            let problem = Problem::NameTaken { name: name.to_owned(), first: first.clone() };
            self.report.add(origin, problem);
        } else {
            self.taken.insert(name.to_owned(), origin.clone());
        }
    }

    /// Names may be given at any of the places of a shape, so all are seen before any is used.
    fn find_given_names(&mut self, schema: &Value) {
        if becomes_type(schema) || is_constrained(schema) {
            let Some(shape) = self.shapes.of(schema) else { return };
            let given = self.given.entry(shape).or_default();
            if let Some(name) = openapi::text(schema, mark::NAME) {
                match &given.name {
                    Some((kept, first)) if kept != name => {
                        let problem = Problem::TwoNames {
                            kept: kept.clone(),
                            other: name.to_owned(),
                            first: first.clone(),
                        };
                        self.report.add(&origin(schema), problem);
                    }
                    Some(_) => {}
                    None => given.name = Some((name.to_owned(), origin(schema))),
                }
            }
            given.descriptions.note_type(schema);
            let sensitive = self.sensitive.entry(shape).or_default();
            for (name, property) in openapi::members(schema.get("properties")) {
                given.properties.entry(name.to_owned()).or_default().note(property);
                if property.get(mark::SENSITIVE) == Some(&Value::Bool(true)) {
                    sensitive.insert(name.to_owned());
                }
            }
        }
        for inner in schemas::subschemas(schema) {
            self.find_given_names(inner);
        }
    }

    /// The schema with everything inside it hoisted, and itself, if it is a type.
    fn rewrite(&self, schema: &Value) -> Value {
        if let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) {
            return with_reference(schema, &self.component_name(name));
        }
        if becomes_type(schema) { self.refer(schema) } else { self.rewrite_inside(schema) }
    }

    fn rewrite_inside(&self, schema: &Value) -> Value {
        schemas::map_subschemas(schema, |inner| self.rewrite(inner))
    }

    /// A reference to the type of this shape.
    fn refer(&self, schema: &Value) -> Value {
        match self.shapes.of(schema).and_then(|shape| self.names.get(&shape)) {
            Some(name) => with_reference(schema, name),
            None => self.rewrite_inside(schema),
        }
    }

    /// Makes a type that was planned.
    fn emit(&mut self, planned: &Planned<'_>) {
        let given = self.given.remove(&planned.shape).unwrap_or_default();
        let mut emitted = self.rewrite_inside(planned.schema);
        set_description(&mut emitted, given.descriptions.into_common());
        for (property, descriptions) in given.properties {
            let place = emitted.get_mut("properties").and_then(|all| all.get_mut(&property));
            if let Some(place) = place {
                set_description(place, descriptions.into_common());
            }
        }
        let name = self.names.get(&planned.shape).cloned().unwrap_or_default();
        self.emitted.insert(name, emitted);
    }

    /// A name that is given to the shape of a component has to be the component's.
    fn check_given_names(&mut self) {
        let given = std::mem::take(&mut self.given);
        for (shape, given) in given.into_iter().filter(|(shape, _)| self.referred.contains(shape)) {
            let Some(kept) = self.names.get(&shape).cloned() else { continue };
            match given.name {
                Some((other, place)) if names::type_name(&other) != kept => {
                    let first = self.taken.get(&kept).cloned().unwrap_or_default();
                    self.report.add(&place, Problem::TwoNames { kept, other, first });
                }
                _ => {}
            }
        }
    }

    /// What is sensitive at one place of a shape is sensitive in its type.
    fn mark_sensitive(&mut self) {
        for (shape, name) in &self.names {
            let Some(properties) =
                self.emitted.get_mut(name).and_then(|schema| schema.get_mut("properties"))
            else {
                continue;
            };
            for property in self.sensitive.get(shape).into_iter().flatten() {
                if let Some(Value::Object(property)) = properties.get_mut(property) {
                    property.insert(mark::SENSITIVE.to_owned(), Value::Bool(true));
                }
            }
        }
    }
}

/// Whether a string has bounds that a type of its own checks.
pub(super) fn is_constrained(schema: &Value) -> bool {
    openapi::text(schema, "type") == Some("string")
        && ["minLength", "maxLength"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// What is said of this place stays beside the reference.
pub(super) fn with_reference(schema: &Value, name: &str) -> Value {
    let mut reference = Map::new();
    reference.insert("$ref".to_owned(), openapi::component_reference(name).into());
    let words =
        ["deprecated", "description", mark::SENSITIVE, mark::DEFAULT, mark::ORIGIN, mark::PLACES];
    for keyword in words {
        if let Some(value) = schema.get(keyword) {
            reference.insert(keyword.to_owned(), value.clone());
        }
    }
    Value::Object(reference)
}
