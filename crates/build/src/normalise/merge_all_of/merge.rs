//! The schema for the values that two schemas accept.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::normalise::kinds::becomes_type;
use crate::normalise::origin::origin;
use crate::normalise::report::Report;
use crate::openapi;
use crate::openapi::mark::{self, SENSITIVE};
use crate::source::limits::MOST_SCHEMAS;
use crate::source::problem::Problem;

/// Annotations: members that name or describe a schema, without effect on its values.
const ANNOTATIONS: [&str; 8] = [
    "title",
    "description",
    "example",
    "discriminator",
    "deprecated",
    mark::NAME,
    mark::DOC,
    mark::ORIGIN,
];

/// Members that apply to a place, even beside a reference.
pub(super) const OF_THE_PLACE: [&str; 4] = ["default", "nullable", "readOnly", "writeOnly"];

pub(super) struct Merge<'a, 'e> {
    pub(super) root: &'a Value,
    pub(super) report: &'a mut Report<'e>,
    /// Components whose parts are being merged, to notice a component that is part of itself.
    pub(super) inside: Vec<String>,
    /// The depth of the merge in the schema.
    pub(super) depth: usize,
    /// The number of parts merged so far, in all schemas.
    pub(super) parts: usize,
    /// The limit of that number.
    pub(super) most: usize,
}

impl Merge<'_, '_> {
    /// The schema for values that both schemas accept.
    pub(super) fn merge(&mut self, left: Value, right: Value) -> Value {
        let places = (origin(&left), origin(&right));
        let (left, right) = match (left, right) {
            (Value::Object(left), Value::Object(right)) => (left, right),
            (left, _) => return left,
        };
        let mut merged = left;
        let mut contradictions = Vec::new();
        for (keyword, value) in right {
            let Some(mine) = merged.get_mut(&keyword) else {
                merged.insert(keyword, value);
                continue;
            };
            match keyword.as_str() {
                "properties" => self.merge_properties(mine, value),
                "required" | mark::REQUIRED => union(mine, value),
                "enum" => {
                    let Value::Array(values) = mine else { continue };
                    values.retain(|known| openapi::items(Some(&value)).any(|(_, v)| v == known));
                    if values.is_empty() {
                        contradictions.push(keyword);
                    }
                }
                "items" => *mine = self.merge_inner(mine.clone(), value),
                "type" => match (mine.as_str(), value.as_str()) {
                    (a, b) if a == b => {}
                    (Some("number"), Some("integer")) => *mine = value,
                    (Some("integer"), Some("number")) => {}
                    _ => contradictions.push(keyword),
                },
                "oneOf" | "anyOf" => self.report.add(&places.1, Problem::SecondChoice),
                "additionalProperties" => *mine = self.merge_rest(mine.clone(), value),
                "default" | "format" if *mine != value => contradictions.push(keyword),
                "deprecated" | "readOnly" | "writeOnly" | SENSITIVE => {
                    *mine = Value::Bool(*mine == true || value == true)
                }
                "nullable" => *mine = Value::Bool(*mine == true && value == true),
                // A later part refines the earlier ones, so its name and description fit best.
                mark::NAME | mark::DOC => *mine = value,
                // Bounds and annotations: the first part decides.
                _ => {}
            }
        }
        let (left, right) = places;
        for keyword in contradictions {
            // No value satisfies both: accept any.
            match keyword.as_str() {
                "enum" => merged.retain(|known, _| known != "enum" && known != mark::VARIANTS),
                "default" | "format" => merged.retain(|known, _| *known != keyword),
                _ => merged.retain(|known, _| {
                    is_annotation(known) || OF_THE_PLACE.contains(&known.as_str())
                }),
            }
            let problem = Problem::Contradiction { keyword, other: left.clone() };
            self.report.add(&right, problem);
        }
        Value::Object(merged)
    }

    /// The schema of members without a name, which `true` or `false` may stand for.
    fn merge_rest(&mut self, mine: Value, theirs: Value) -> Value {
        match (&mine, &theirs) {
            (Value::Bool(false), _) | (_, Value::Bool(true)) => mine,
            (_, Value::Bool(false)) | (Value::Bool(true), _) => theirs,
            _ => self.merge_inner(mine, theirs),
        }
    }

    /// The description of what a reference leads to: the one beside it, or else the component's.
    fn words_of_whole<'a>(&'a self, schema: &'a Value) -> Option<&'a Value> {
        let name = openapi::reference(schema).and_then(openapi::schema_component)?;
        let beside = schema.get("description");
        beside.or_else(|| openapi::component_schema(self.root, name)?.get("description"))
    }

    fn merge_properties(&mut self, mine: &mut Value, theirs: Value) {
        let (Value::Object(mine), Value::Object(theirs)) = (mine, theirs) else { return };
        for (name, theirs) in theirs {
            match mine.get(&name).cloned() {
                None => {
                    mine.insert(name, theirs);
                }
                Some(known) => {
                    let refuses_null = refuses_null(&known) || refuses_null(&theirs);
                    let mut both = self.merge_inner(known, theirs);
                    if let (Value::Object(members), true) = (&mut both, refuses_null) {
                        members.remove("nullable");
                    }
                    mine.insert(name, both);
                }
            }
        }
    }

    /// Merges two schemas for one place, up to the limit of nesting. Two equal references stay one reference.
    pub(super) fn merge_inner(&mut self, left: Value, right: Value) -> Value {
        // Two components that contain each other under one name would never end.
        if self.depth > MOST_SCHEMAS {
            self.report.add_once(&origin(&right), Problem::NestedTooDeep { most: MOST_SCHEMAS });
            return left;
        }
        self.depth += 1;
        let merged = self.merge_at_one_place(left, right);
        self.depth -= 1;
        merged
    }

    fn merge_at_one_place(&mut self, left: Value, right: Value) -> Value {
        if let Some(both) = self.containing(&left, &right) {
            return with_words_of(both.clone(), [&left, &right]);
        }
        let (a, b) = (self.expand(&left), self.expand(&right));
        let mut merged = self.merge(a, b);
        if let Value::Object(members) = &mut merged {
            // A component describes the whole, a schema in place only what it adds.
            let words = [&left, &right].into_iter().find_map(|it| self.words_of_whole(it));
            members.extend(words.map(|words| ("description".to_owned(), words.clone())));
            // The place of the merged schema is where it can get a name: at the part that refines the other, if
            // that makes a type.
            let is_reference = |it: &&Value| openapi::reference(it).is_some();
            let is_type = |it: &&Value| becomes_type(it) || it.get("allOf").is_some();
            let parts = [&right, &left];
            let naming = parts.into_iter().find(is_reference).or(parts.into_iter().find(is_type));
            let place = naming.and_then(|it| it.get(mark::ORIGIN));
            members.extend(place.map(|place| (mark::ORIGIN.to_owned(), place.clone())));
            for keyword in [mark::NAME, mark::DOC] {
                let mut references = parts.into_iter().filter(is_reference);
                let given = references.find_map(|it| it.get(keyword));
                members.extend(given.map(|given| (keyword.to_owned(), given.clone())));
            }
        }
        with_words_of(merged, [&left, &right])
    }

    /// The reference whose component has the other as a part, so that both together make that component. One
    /// with a name beside it is to become a type of its own.
    fn containing<'v>(&self, left: &'v Value, right: &'v Value) -> Option<&'v Value> {
        let [a, b] = [left, right].map(openapi::reference);
        let (a, b) = (a?, b?);
        let is_named = a != b && [left, right].iter().any(|it| it.get(mark::NAME).is_some());
        if is_named {
            return None;
        }
        let mut wholes = [(left, a, b), (right, b, a)].into_iter();
        wholes.find(|(_, whole, part)| self.has_part(whole, part)).map(|(it, ..)| it)
    }

    /// True if the target of a reference is that of another, or has it as a part at any depth.
    fn has_part(&self, whole: &str, part: &str) -> bool {
        let (mut seen, mut waiting) = (BTreeSet::new(), vec![whole]);
        while let Some(reference) = waiting.pop() {
            if reference == part {
                return true;
            }
            let component = openapi::schema_component(reference).filter(|it| seen.insert(*it));
            let schema = component.and_then(|name| openapi::component_schema(self.root, name));
            let parts = openapi::items(schema.and_then(|it| it.get("allOf")));
            waiting.extend(parts.filter_map(|(_, inner)| openapi::reference(inner)));
        }
        false
    }
}

/// Adds what the members beside references say, which is not in their targets.
fn with_words_of(mut merged: Value, parts: [&Value; 2]) -> Value {
    for part in parts {
        let is_known = openapi::is_true(&merged, SENSITIVE);
        let Value::Object(members) = &mut merged else { continue };
        if let Some(description) = part.get("description") {
            members.entry("description").or_insert_with(|| description.clone());
        }
        if let (Some(mark), false) = (part.get(SENSITIVE), is_known) {
            members.insert(SENSITIVE.to_owned(), mark.clone());
        }
    }
    merged
}

pub(super) fn is_annotation(keyword: &str) -> bool {
    ANNOTATIONS.contains(&keyword) || keyword == SENSITIVE
}

fn union(mine: &mut Value, theirs: Value) {
    let (Value::Array(mine), Value::Array(theirs)) = (mine, theirs) else { return };
    for item in theirs {
        if !mine.contains(&item) {
            mine.push(item);
        }
    }
}

/// True if a property says a type, and no `null` beside it. A part that only refers may leave that to another.
fn refuses_null(property: &Value) -> bool {
    property.get("type").is_some() && !openapi::is_true(property, "nullable")
}
