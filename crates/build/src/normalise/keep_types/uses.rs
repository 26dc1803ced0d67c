//! Finds where the types of a record are used, from the operations and components inwards.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::decisions::Decisions;
use crate::names;
use crate::normalise::kinds::{becomes_type, is_constrained};
use crate::normalise::origin::origin;
use crate::openapi::schemas::{self, Step, Which};
use crate::openapi::{self, mark};
use crate::plan::Direction;
use crate::record::{self, Record};
use crate::source::pointer::Pointer;

/// A schema that an operation names directly, and its place in the record.
pub(super) struct Entry {
    pub(super) pointer: Pointer,
    pub(super) place: String,
    pub(super) direction: Direction,
}

/// A schema of a recorded type.
#[derive(Clone)]
pub(super) struct Use<'a> {
    pub(super) place: String,
    pub(super) schema: &'a Value,
    /// True for a component, false for an inline schema.
    pub(super) is_component: bool,
}

/// A schema at a new place that wants the name of a recorded type.
pub(super) struct Joining<'a> {
    pub(super) place: String,
    pub(super) schema: &'a Value,
    pub(super) kept: String,
    /// True if the overlay gives the name, false if it is the component's own.
    pub(super) is_given: bool,
}

impl Use<'_> {
    /// The name of the place in reports.
    pub(super) fn name(&self) -> &str {
        self.place.trim_start_matches("components.")
    }
}

/// Where the types of a record are used.
pub(super) struct Uses<'a> {
    pub(super) root: &'a Value,
    pub(super) entries: Vec<(&'a Entry, &'a Value)>,
    /// The recorded types that components have become.
    pub(super) components: BTreeMap<&'a str, String>,
    /// The schemas of each recorded type: components first, each in the order of the walk.
    pub(super) types: BTreeMap<String, Vec<Use<'a>>>,
    /// Schemas at new places that want the name of a recorded type.
    pub(super) joining: Vec<Joining<'a>>,
    record: &'a Record,
    received: BTreeSet<&'a str>,
    decisions: &'a Decisions,
    /// Places of recorded types that refer to a component.
    references: Vec<(String, String, &'a str)>,
    /// The schemas that were walked, with the type around them.
    seen: BTreeSet<(String, *const Value)>,
}

impl<'a> Uses<'a> {
    pub(super) fn find(
        root: &'a Value,
        entries: &'a [Entry],
        record: &'a Record,
        decisions: &'a Decisions,
    ) -> Self {
        let entries: Vec<_> =
            entries.iter().filter_map(|entry| Some((entry, entry.pointer.get(root)?))).collect();
        let mut uses = Self {
            root,
            entries,
            components: BTreeMap::new(),
            types: BTreeMap::new(),
            joining: Vec::new(),
            record,
            received: record.received(),
            decisions,
            references: Vec::new(),
            seen: BTreeSet::new(),
        };
        uses.walk();
        uses
    }

    /// The recorded type of a place.
    pub(super) fn type_at(&self, place: &str) -> Option<&'a str> {
        self.decisions.type_at(place, self.record)
    }

    /// True if a recorded type is received.
    pub(super) fn is_received(&self, name: &str) -> bool {
        self.received.contains(name)
    }

    fn walk(&mut self) {
        for (name, schema) in openapi::component_schemas(self.root) {
            self.join_by_name(&record::component(name), schema, Some(name));
            if let Some(kept) = self.type_at(&record::component(name)) {
                self.adopt(name, schema, kept);
            }
        }
        for (entry, schema) in self.entries.clone() {
            if entry.direction == Direction::Request && is_constrained(schema) {
                self.visit_type(&entry.place, schema);
            } else {
                self.visit(&entry.place, schema);
            }
        }
        while self.adopt_by_places() || self.copy_components() {}
        for (name, schema) in openapi::component_schemas(self.root) {
            if !self.components.contains_key(name) {
                self.visit_inside(&origin(schema).to_string(), schema);
            }
        }
    }

    /// Notes that a component becomes a recorded type.
    fn adopt(&mut self, name: &'a str, schema: &'a Value, kept: &'a str) {
        self.components.insert(name, kept.to_owned());
        let (place, is_component) = (record::component(name), true);
        let all = self.types.entry(kept.to_owned()).or_default();
        let index = all.iter().take_while(|it| it.is_component).count();
        all.insert(index, Use { place, schema, is_component });
        self.visit_inside(kept, schema);
    }

    /// Gives an unrecorded component the type of the first recorded place that refers to it.
    fn adopt_by_places(&mut self) -> bool {
        let is_new = |(_, _, name): &&(String, String, &'a str)| {
            !self.components.contains_key(name)
                && !self.decisions.is_apart(&record::component(name))
        };
        let Some((_, kept, name)) = self.references.iter().find(is_new).cloned() else {
            return false;
        };
        let schema = openapi::component_schema(self.root, name);
        let kept = self.record.iter().map(|(_, known)| known).find(|known| *known == kept);
        match (schema, kept) {
            (Some(schema), Some(kept)) => self.adopt(name, schema, kept),
            _ => return false,
        }
        true
    }

    /// Gives a place a copy of the component that it refers to, if its recorded type is another.
    fn copy_components(&mut self) -> bool {
        let mut found = false;
        for (place, kept, name) in std::mem::take(&mut self.references) {
            if self.components.get(name).is_some_and(|other| *other == kept) {
                continue;
            }
            if let Some(schema) = openapi::component_schema(self.root, name) {
                found = true;
                let copy = Use { place, schema, is_component: false };
                self.types.entry(kept.clone()).or_default().push(copy);
                self.visit_inside(&kept, schema);
            }
        }
        found
    }

    fn visit(&mut self, place: &str, schema: &'a Value) {
        if let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) {
            if let Some(kept) = self.type_at(place) {
                self.references.push((place.to_owned(), kept.to_owned(), name));
            }
        } else if becomes_type(schema) {
            self.visit_type(place, schema);
        } else {
            schemas::each_subschema(schema, &mut |_, inner| self.visit(place, inner));
        }
    }

    fn visit_type(&mut self, place: &str, schema: &'a Value) {
        self.join_by_name(place, schema, None);
        // A new place may be both sent and received, and only one of the two may have joined.
        let keeps = |kept: &&str| {
            let given = openapi::text(schema, mark::NAME).map(names::type_name);
            self.record.type_at(place).is_some() || given.as_deref() == Some(*kept)
        };
        match self.type_at(place).filter(keeps) {
            Some(kept) => {
                let is_component = false;
                let new = Use { place: place.to_owned(), schema, is_component };
                self.types.entry(kept.to_owned()).or_default().push(new);
                self.visit_inside(kept, schema);
            }
            None => self.visit_inside(&origin(schema).to_string(), schema),
        }
    }

    fn visit_inside(&mut self, owner: &str, schema: &'a Value) {
        if self.seen.insert((owner.to_owned(), std::ptr::from_ref(schema))) {
            schemas::each_subschema(schema, &mut |step, inner| {
                self.visit(&place_inside(owner, step, inner), inner);
            });
        }
    }

    /// Notes new places to which the overlay or upstream gives the name of a recorded type.
    fn join_by_name(&mut self, place: &str, schema: &'a Value, component: Option<&str>) {
        let given = openapi::text(schema, mark::NAME);
        let is_new = !self.decisions.is_apart(place) && self.type_at(place).is_none();
        let Some(kept) = given.or(component).map(names::type_name) else { return };
        if is_new && self.is_recorded(&kept) {
            let (place, is_given) = (place.to_owned(), given.is_some());
            self.joining.push(Joining { place, schema, kept, is_given });
        }
    }

    fn is_recorded(&self, name: &str) -> bool {
        self.record.iter().any(|(_, known)| known == name)
    }
}

/// The place in the record of a schema directly inside a type. Lists and maps have no place of their own.
pub(super) fn place_inside(owner: &str, step: Step<'_>, inner: &Value) -> String {
    match (step.keyword, step.which) {
        (_, Which::Named(name)) => record::member(owner, name),
        ("items", _) => record::member(owner, "[]"),
        ("additionalProperties", _) => record::member(owner, "{}"),
        // Of a choice between scalars, only a form with documented values becomes a type.
        (_, Which::Nth(_)) if becomes_type(inner) || openapi::reference(inner).is_some() => {
            record::member(owner, "known")
        }
        (_, Which::Nth(_)) => record::member(owner, openapi::text(inner, "type").unwrap_or("any")),
        (keyword, Which::Only) => record::member(owner, keyword),
    }
}
