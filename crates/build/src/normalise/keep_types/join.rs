//! Joins the schemas of each recorded type into one component, and replaces them by references.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::decide::Names;
use super::places::say_which_place_has_what;
use super::uses::{Use, Uses, place_inside};
use crate::normalise::choices::Choices;
use crate::normalise::descriptions::{Descriptions, write_properties};
use crate::normalise::kinds::becomes_type;
use crate::normalise::origin::origin;
use crate::normalise::refer::with_reference;
use crate::normalise::report::Report;
use crate::openapi::schemas::{self, Step, Which};
use crate::openapi::{self, mark};
use crate::plan::Choice;

pub(super) struct Join<'u, 'a, 'e> {
    uses: &'u Uses<'a>,
    names: &'u Names,
    choices: RefCell<&'u mut Choices>,
    report: RefCell<&'u mut Report<'e>>,
    /// The name of the component that each recorded type becomes.
    keys: BTreeMap<&'u str, String>,
}

impl<'u, 'a, 'e> Join<'u, 'a, 'e> {
    pub(super) fn new(
        uses: &'u Uses<'a>,
        names: &'u Names,
        choices: &'u mut Choices,
        report: &'u mut Report<'e>,
    ) -> Self {
        let key = |name: &'u String| {
            let own = uses.components.iter().find(|(_, kept)| *kept == name);
            let is_free = openapi::component_schema(uses.root, name).is_none();
            let key = match own {
                Some((component, _)) => (*component).to_owned(),
                None if is_free => name.clone(),
                None => format!("{name}.recorded"),
            };
            (name.as_str(), key)
        };
        let (choices, report) = (RefCell::new(choices), RefCell::new(report));
        Self { uses, names, choices, report, keys: uses.types.keys().map(key).collect() }
    }

    /// The components of the document that are of a recorded type, and its Rust name.
    pub(super) fn kept_components(&self) -> BTreeMap<String, String> {
        let rust_name = |kept: &String| self.names.rust_name(kept).to_owned();
        let kept = self.uses.components.iter();
        kept.map(|(name, kept)| ((*name).to_owned(), rust_name(kept))).collect()
    }

    /// The components: one for each recorded type, and the others unchanged.
    pub(super) fn components(&self) -> Map<String, Value> {
        let mut components = Map::new();
        for (name, schema) in openapi::component_schemas(self.uses.root) {
            if !self.uses.components.contains_key(name) {
                components.insert(name.to_owned(), self.inside(schema));
            }
        }
        for (name, all) in &self.uses.types {
            let key = self.keys.get(name.as_str()).cloned().unwrap_or_default();
            components.insert(key, self.recorded(name, all));
        }
        components
    }

    /// A recorded type, joined from all its schemas.
    fn recorded(&self, name: &str, all: &[Use<'_>]) -> Value {
        let parts: Vec<&Value> = all.iter().map(|found| found.schema).collect();
        let mut joined = self.join(name, &parts);
        // A component's description is about the type; an inline schema's is about its place.
        let is_component = all.iter().any(|found| found.is_component);
        self.set_common_words(&mut joined, &parts, is_component);
        say_which_place_has_what(&mut joined, all);
        if let Value::Object(members) = &mut joined {
            members.remove(mark::NAME);
            members.insert(mark::KEPT.to_owned(), self.names.rust_name(name).into());
            if !self.uses.is_received(name) {
                members.insert(mark::SENT.to_owned(), Value::Bool(true));
            }
        }
        joined
    }

    /// The schema for a place that has these schemas.
    pub(super) fn slot(&self, place: &str, parts: &[&Value]) -> Value {
        let Some(first) = parts.first() else { return Value::Null };
        let is_use = |kept: &&str| {
            let mut all = self.uses.types.get(*kept).into_iter().flatten();
            openapi::reference(first).is_some() || all.any(|it| std::ptr::eq(it.schema, *first))
        };
        if let Some(key) = self.uses.type_at(place).filter(is_use).and_then(|it| self.keys.get(it))
        {
            return with_reference(first, key);
        }
        if let Some(name) = openapi::reference(first).and_then(openapi::schema_component) {
            let kept = self.uses.components.get(name).and_then(|kept| self.keys.get(kept.as_str()));
            let mut referring = (*first).clone();
            if let (Value::Object(members), Some(key)) = (&mut referring, kept) {
                members.insert("$ref".to_owned(), openapi::component_reference(key).into());
            }
            return referring;
        }
        if becomes_type(first) {
            return self.join(&origin(first).to_string(), parts);
        }
        let inside = |_: Step<'_>, inner: &[&Value]| self.slot(place, inner);
        Value::Object(assembled(parts, inside))
    }

    /// A schema with the recorded types inside of it replaced by references.
    fn inside(&self, schema: &Value) -> Value {
        self.join(&origin(schema).to_string(), &[schema])
    }

    /// Joins schemas into one.
    fn join(&self, owner: &str, parts: &[&Value]) -> Value {
        let mut joined = assembled(parts, |step, inner| {
            let Some(first) = inner.first() else { return Value::Null };
            let mut member = self.slot(&place_inside(owner, step, first), inner);
            if let Value::Object(member) = &mut member {
                agree_on_notes(member, inner);
            }
            member
        });
        if parts.len() > 1 {
            join_values(&mut joined, parts);
            join_promises(&mut joined, parts);
            self.join_choices(&mut joined, parts);
        }
        Value::Object(joined)
    }

    /// Sets the descriptions for all places. A component has one of its own.
    fn set_common_words(&self, joined: &mut Value, parts: &[&Value], is_component: bool) {
        let mut own = Descriptions::default();
        let mut members: BTreeMap<String, Descriptions> = BTreeMap::new();
        for part in parts {
            own.note_type(part);
            for (name, property) in openapi::members(part.get("properties")) {
                members.entry(name.to_owned()).or_default().note(property);
            }
        }
        if !is_component {
            own.write_type(joined);
        }
        let of_first = parts.first().filter(|_| is_component).and_then(|it| it.get(mark::DEFAULT));
        if let Value::Object(joined) = &mut *joined {
            joined.remove(mark::DEFAULT);
            joined.extend(of_first.map(|it| (mark::DEFAULT.to_owned(), it.clone())));
        }
        write_properties(joined, members, &mut self.report.borrow_mut());
    }

    fn join_choices(&self, joined: &mut Map<String, Value>, parts: &[&Value]) {
        let mut choices = self.choices.borrow_mut();
        if let Some(choice) = joined_choice(parts, &choices) {
            joined.insert(mark::CHOICE.to_owned(), choices.index_of(choice).into());
        }
    }
}

/// The members of all schemas, in the order of the first. `inside` joins the schemas of each member.
fn assembled(
    parts: &[&Value],
    inside: impl Fn(Step<'_>, &[&Value]) -> Value,
) -> Map<String, Value> {
    let mut joined = Map::new();
    for part in parts {
        for (keyword, value) in openapi::members(Some(part)) {
            joined.entry(keyword).or_insert_with(|| value.clone());
        }
    }
    if parts.iter().any(|part| openapi::is_true(part, "nullable")) {
        joined.insert("nullable".to_owned(), Value::Bool(true));
    }
    let mut found: Vec<(Step<'_>, Vec<&Value>)> = Vec::new();
    for part in parts {
        schemas::each_subschema(part, &mut |step, inner| match found
            .iter_mut()
            .find(|(known, _)| *known == step)
        {
            Some((_, all)) => all.push(inner),
            None => found.push((step, vec![inner])),
        });
    }
    for (step, all) in found {
        let made = inside(step, &all);
        let held = joined.get_mut(step.keyword);
        match (step.which, held) {
            (Which::Named(name), Some(Value::Object(held))) => {
                held.insert(name.to_owned(), made);
            }
            (Which::Nth(index), Some(Value::Array(held))) => {
                held.get_mut(index).into_iter().for_each(|item| *item = made.clone());
            }
            (_, Some(held)) => *held = made,
            (_, None) => {}
        }
    }
    joined
}

/// Joins marks: sensitive if any place is.
fn agree_on_notes(member: &mut Map<String, Value>, parts: &[&Value]) {
    if parts.iter().any(|part| openapi::is_true(part, mark::SENSITIVE)) {
        member.insert(mark::SENSITIVE.to_owned(), Value::Bool(true));
    }
}

/// The values of all enums, in the order of the first, and their names in the overlay.
fn join_values(joined: &mut Map<String, Value>, parts: &[&Value]) {
    if !joined.contains_key("enum") {
        return;
    }
    let mut values: Vec<Value> = Vec::new();
    let mut given: BTreeMap<&str, &str> = BTreeMap::new();
    for part in parts {
        let own: Vec<&str> = openapi::strings(part.get("enum")).collect();
        let names: Vec<&str> = openapi::strings(part.get(mark::VARIANTS)).collect();
        if own.len() == names.len() {
            given.extend(own.iter().copied().zip(names));
        }
        for (_, value) in openapi::items(part.get("enum")) {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
    }
    for part in parts {
        let names = part.get(mark::VARIANTS).and_then(Value::as_object).into_iter().flatten();
        given.extend(names.filter_map(|(value, name)| Some((value.as_str(), name.as_str()?))));
    }
    joined.remove(mark::VARIANTS);
    if !given.is_empty() {
        let names = given.iter().map(|(value, name)| ((*value).to_owned(), Value::from(*name)));
        joined.insert(mark::VARIANTS.to_owned(), Value::Object(names.collect()));
    }
    joined.insert("enum".to_owned(), values.into());
}

/// The properties that all places require.
fn join_promises(joined: &mut Map<String, Value>, parts: &[&Value]) {
    if let Some(Value::Array(expected)) = joined.get_mut(mark::EXPECTED) {
        expected.retain(|name| {
            let has = |part: &&Value| {
                openapi::items(part.get(mark::EXPECTED)).any(|(_, other)| other == name)
            };
            parts.iter().all(has)
        });
    }
}

/// Joins how a form is recognised: by the properties that it has at all places, and by the tags of any.
fn joined_choice(parts: &[&Value], choices: &Choices) -> Option<Choice> {
    let mut all = parts.iter().filter_map(|part| choices.of(part));
    let mut joined = all.next()?.clone();
    for other in all {
        for (mine, theirs) in joined.branches.iter_mut().zip(&other.branches) {
            mine.keys.retain(|key| theirs.keys.contains(key));
            for tag in &theirs.tags {
                if !mine.tags.contains(tag) {
                    mine.tags.push(tag.clone());
                }
            }
        }
    }
    Some(joined)
}
