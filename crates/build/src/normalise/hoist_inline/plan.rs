//! Plans the types to make, and their names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::words::Words;
use crate::names;
use crate::normalise::descriptions::Descriptions;
use crate::normalise::keep_types::kept_name;
use crate::normalise::kinds::{becomes_type, is_constrained};
use crate::normalise::origin::origin;
use crate::normalise::report::Report;
use crate::normalise::shapes::{Shape, Shapes};
use crate::openapi::{self, mark, schemas};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Longest type name accepted without an `x-rust-name`.
const LONGEST_NAME: usize = 40;

/// A type to make from an inline schema.
pub(super) struct Planned<'a> {
    pub(super) schema: &'a Value,
    pub(super) shape: Shape,
    /// Candidate names.
    pub(super) names: Vec<String>,
}

pub(super) struct Hoist<'a, 'e> {
    /// With an overlay, long and colliding names are errors; without one they are resolved automatically.
    pub(super) is_curated: bool,
    pub(super) report: &'a mut Report<'e>,
    pub(super) shapes: Shapes,
    /// The Rust names that are taken, with their origins.
    pub(super) taken: BTreeMap<String, Pointer>,
    /// The Rust names of the document's components.
    pub(super) components: BTreeMap<String, String>,
    /// The types to make, and their shapes.
    pub(super) planned: Vec<Planned<'a>>,
    /// The Rust names of shapes; `None` for planned types.
    pub(super) names: HashMap<Shape, String>,
    /// Names and documentation that the overlay gives to shapes.
    pub(super) given: BTreeMap<Shape, Given>,
    /// The properties of shapes that are sensitive at any of their places.
    pub(super) sensitive: BTreeMap<Shape, BTreeSet<String>>,
    /// The shapes that the document has in several places, or in place of a component.
    pub(super) referred: BTreeSet<Shape>,
    pub(super) emitted: BTreeMap<String, Value>,
    /// The places whose `x-rust-name` is the name that their type has without it.
    pub(super) idle_names: Vec<Pointer>,
}

/// The name and documentation of an inline shape.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub(super) name: Option<(String, Pointer)>,
    pub(super) descriptions: Descriptions,
    /// Those of its properties.
    pub(super) properties: BTreeMap<String, Descriptions>,
}

impl<'a, 'e> Hoist<'a, 'e> {
    pub(super) fn new(is_curated: bool, report: &'a mut Report<'e>) -> Self {
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
            idle_names: Vec::new(),
        }
    }

    pub(super) fn adopt_components(&mut self, components: &[(&str, &Value)]) {
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
        let named = || components.iter().zip(&distinct);
        // A recorded type keeps its name, and a new one that wants it needs another.
        let (kept, new): (Vec<_>, Vec<_>) =
            named().partition(|((_, schema), _)| kept_name(schema).is_some());
        for ((_, schema), rust_name) in kept.into_iter().chain(new) {
            self.reserve(rust_name, &origin(schema));
        }
        for ((name, schema), rust_name) in named() {
            if openapi::text(schema, mark::NAME).is_some() && names::type_name(name) == *rust_name {
                self.idle_names.push(origin(schema));
            }
            if let Some(shape) = self.shapes.of(schema) {
                self.names.entry(shape).or_insert_with(|| rust_name.clone());
            }
            self.components.insert((*name).to_owned(), rust_name.clone());
        }
    }

    pub(super) fn component_name(&self, name: &str) -> String {
        self.components.get(name).cloned().unwrap_or_else(|| names::type_name(name))
    }

    /// Plans the types that a schema needs.
    pub(super) fn plan(&mut self, schema: &'a Value, words: Words) {
        if openapi::reference(schema).is_some() {
            return;
        }
        if becomes_type(schema) {
            self.plan_type(schema, words)
        } else {
            self.plan_inside(schema, &words)
        }
    }

    pub(super) fn plan_inside(&mut self, schema: &'a Value, words: &Words) {
        schemas::each_subschema(schema, &mut |step, inner| {
            // Candidate names cost time, so they are made only for schemas that need one.
            if becomes_type(inner) || !schemas::subschemas(inner).is_empty() {
                self.plan(inner, words.inside(step));
            }
        });
    }

    pub(super) fn plan_type(&mut self, schema: &'a Value, words: Words) {
        let Some(shape) = self.shapes.of(schema) else { return };
        if self.names.contains_key(&shape) {
            self.referred.insert(shape);
            return;
        }
        let given = self.given.get(&shape).and_then(|given| given.name.as_ref());
        let is_idle = |(name, _): &&(String, Pointer)| {
            names::type_name(name) == names::type_name(&words.plain)
        };
        self.idle_names.extend(given.filter(is_idle).map(|(_, place)| place.clone()));
        let names = match given {
            Some((name, _)) => vec![names::type_name(name)],
            None if self.is_curated => vec![names::type_name(&words.plain)],
            None => words.names(),
        };
        let plain = names.first().cloned().unwrap_or_default();
        self.names.insert(shape, String::new());
        self.planned.push(Planned { schema, shape, names });
        self.plan_inside(schema, &words.named(plain));
    }

    /// Names the planned types. If a component wants the same name, the component keeps it.
    pub(super) fn name_planned(&mut self) {
        let wanted: Vec<_> = self.planned.iter().map(|planned| planned.names.clone()).collect();
        let distinct = names::distinct(&wanted, |name| {
            names::is_reserved_type(name) || self.taken.contains_key(name)
        });
        // Where the overlay gives the name, rather than at the first place of the shape.
        let place = |planned: &Planned<'_>| {
            let given = self.given.get(&planned.shape).and_then(|given| given.name.as_ref());
            given.map_or_else(|| origin(planned.schema), |(_, place)| place.clone())
        };
        let places: Vec<_> =
            self.planned.iter().map(|planned| (planned.shape, place(planned))).collect();
        for ((shape, origin), name) in places.into_iter().zip(distinct) {
            self.reserve(&name, &origin);
            self.names.insert(shape, name);
        }
    }

    pub(super) fn reserve(&mut self, name: &str, origin: &Pointer) {
        if is_too_long(name) && self.is_curated {
            // What is sent and received is two types of one place, under one name in the overlay.
            let sibling = self.taken.iter().find(|(_, at)| *at == origin).map(|(name, _)| name);
            if sibling.is_none_or(|sibling| !is_too_long(sibling)) {
                let (name, length, most) = (name.to_owned(), name.chars().count(), LONGEST_NAME);
                let problem = match sibling.cloned() {
                    Some(other) => Problem::SideTooLong { name, length, most, other },
                    None => Problem::NameTooLong { name, length, most },
                };
                self.report.add(origin, problem);
            }
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

    /// Collects what is given in a component. Of several components of one shape, each is a type of its own, and
    /// inline schemas are of the first.
    pub(super) fn find_given_of_component(&mut self, name: &str, schema: &Value) {
        let owner = self.shapes.of(schema).and_then(|shape| self.names.get(&shape));
        if owner.is_none_or(|owner| *owner == self.component_name(name)) {
            return self.find_given_names(schema);
        }
        for inner in schemas::subschemas(schema) {
            self.find_given_names(inner);
        }
    }

    /// Collects the names that are given at any place of each shape, before any is used.
    pub(super) fn find_given_names(&mut self, schema: &Value) {
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
                if openapi::is_true(property, mark::SENSITIVE) {
                    sensitive.insert(name.to_owned());
                }
            }
        }
        for inner in schemas::subschemas(schema) {
            self.find_given_names(inner);
        }
    }
}

fn is_too_long(name: &str) -> bool {
    name.chars().count() > LONGEST_NAME
}
