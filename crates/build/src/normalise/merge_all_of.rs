//! Merges `allOf` deeply: a property of two parts becomes one property with the constraints of both.

use serde_json::{Map, Value, json};

use super::origin::origin;
use super::report::Report;
use crate::openapi::mark::{self, SENSITIVE};
use crate::openapi::{self, schemas};
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
const OF_THE_PLACE: [&str; 4] = ["default", "nullable", "readOnly", "writeOnly"];

/// The most parts that are merged in a small document: parts of parts multiply.
const MOST_PARTS: usize = 10_000;

/// The most parts that are merged in a large document, as a multiple of those it contains.
const MOST_REPETITIONS: usize = 20;

pub(super) fn run(root: &mut Value, report: &mut Report<'_>) {
    let mut written = 0;
    schemas::each_schema(root, &mut |_, schema| {
        written += schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    });
    let most = MOST_PARTS.max(MOST_REPETITIONS * written);
    let mut parts = 0;
    schemas::rewrite(root, |root, schema| {
        let mut merge = Merge { root, report, inside: Vec::new(), depth: 0, parts, most };
        let merged = merge.flatten(schema);
        parts = merge.parts;
        merged
    });
    // An `allOf` with one part is that part, which may be the schema itself.
    for (name, schema) in openapi::component_schemas(root) {
        if openapi::reference(schema).is_some() && openapi::resolve(root, schema).is_none() {
            report.add(&origin(schema), Problem::AllOfCycle(name.to_owned()));
        }
    }
}

/// A schema for the values that both schemas accept.
pub(super) fn both(root: &Value, report: &mut Report<'_>, left: &Value, right: &Value) -> Value {
    let (inside, depth, parts) = (Vec::new(), 0, 0);
    let mut merge = Merge { root, report, inside, depth, parts, most: MOST_PARTS };
    merge.merge_inner(left.clone(), right.clone())
}

struct Merge<'a, 'e> {
    root: &'a Value,
    report: &'a mut Report<'e>,
    /// Components whose parts are being merged, to notice a component that is part of itself.
    inside: Vec<String>,
    /// The depth of the merge in the schema.
    depth: usize,
    /// The number of parts merged so far, in all schemas.
    parts: usize,
    /// The limit of that number.
    most: usize,
}

impl Merge<'_, '_> {
    /// The schema without `allOf`, at any depth. A reference stays one unless it is one of several parts.
    fn flatten(&mut self, schema: &Value) -> Value {
        if self.depth > MOST_SCHEMAS {
            self.report.add_once(&origin(schema), Problem::NestedTooDeep { most: MOST_SCHEMAS });
            return Value::Object(Map::new());
        }
        self.depth += 1;
        let flat = self.flatten_members(schema);
        self.depth -= 1;
        flat
    }

    fn flatten_members(&mut self, schema: &Value) -> Value {
        let Some(members) = schema.as_object() else { return schema.clone() };
        let mut own = Map::new();
        for (keyword, value) in members {
            let value = match keyword.as_str() {
                "allOf" => continue,
                "properties" => self.each_member(value),
                "items" | "additionalProperties" => self.flatten(value),
                "oneOf" | "anyOf" => self.each_item(value),
                _ => value.clone(),
            };
            own.insert(keyword.clone(), value);
        }
        let Some(parts) = members.get("allOf").and_then(Value::as_array) else {
            return Value::Object(own);
        };
        // A part with annotations only describes this place.
        let (words, parts): (Vec<_>, Vec<_>) = parts.iter().partition(|part| is_words(part));
        for (keyword, value) in words.iter().flat_map(|part| openapi::members(Some(part))) {
            if keyword != mark::ORIGIN {
                own.entry(keyword).or_insert_with(|| value.clone());
            }
        }
        // These apply to the place, so a reference may stay beside them.
        let is_bare = own.keys().all(|keyword| {
            is_annotation(keyword)
                || (parts.iter().all(|part| openapi::reference(part).is_some())
                    && OF_THE_PLACE.contains(&keyword.as_str()))
        });
        if let ([part], true) = (parts.as_slice(), is_bare) {
            return annotate(self.flatten(part), own);
        }
        let mut merged = Value::Object(Map::new());
        for part in parts {
            let part = self.expand(part);
            merged = self.merge(merged, part);
        }
        let (annotations, own): (Map<_, _>, Map<_, _>) =
            own.into_iter().partition(|(keyword, _)| is_annotation(keyword));
        merged = self.merge(merged, Value::Object(own));
        annotate(merged, annotations)
    }

    fn each_member(&mut self, value: &Value) -> Value {
        openapi::members(Some(value))
            .map(|(name, inner)| (name.to_owned(), self.flatten(inner)))
            .collect::<Map<_, _>>()
            .into()
    }

    fn each_item(&mut self, value: &Value) -> Value {
        openapi::items(Some(value)).map(|(_, inner)| self.flatten(inner)).collect()
    }

    /// The target of a reference, flattened, to be merged with another schema.
    fn expand(&mut self, schema: &Value) -> Value {
        self.parts += 1;
        if self.parts > self.most {
            let problem = Problem::TooManyParts { most: self.most };
            self.report.add_once(&origin(schema), problem);
            return Value::Object(Map::new());
        }
        let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) else {
            let flat = self.flatten(schema);
            // A schema with one part is that part.
            return match openapi::reference(&flat) {
                Some(target) => {
                    self.expand(&json!({ "$ref": target, mark::ORIGIN: flat.get(mark::ORIGIN) }))
                }
                None => flat,
            };
        };
        if self.inside.iter().any(|outer| outer == name) {
            self.report.add(&origin(schema), Problem::AllOfCycle(name.to_owned()));
            return Value::Object(Map::new());
        }
        let Some(component) = openapi::component_schema(self.root, name) else {
            return Value::Object(Map::new());
        };
        self.inside.push(name.to_owned());
        let mut expanded = self.expand(component);
        self.inside.pop();
        if let Value::Object(members) = &mut expanded {
            // The name and description are the component's, not those of the merged schema.
            let is_choice = ["oneOf", "anyOf"].iter().any(|keyword| members.contains_key(*keyword));
            members.retain(|keyword, _| {
                !is_annotation(keyword)
                    || keyword == mark::ORIGIN
                    || (is_choice && keyword == "discriminator")
            });
        }
        expanded
    }

    /// The schema for values that both schemas accept.
    fn merge(&mut self, left: Value, right: Value) -> Value {
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
                "deprecated" | "readOnly" | "writeOnly" => {
                    *mine = Value::Bool(*mine == true || value == true)
                }
                "nullable" => *mine = Value::Bool(*mine == true && value == true),
                SENSITIVE => *mine = Value::Bool(*mine == true || value == true),
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
    fn merge_inner(&mut self, left: Value, right: Value) -> Value {
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
        let same = openapi::reference(&left).is_some()
            && openapi::reference(&left) == openapi::reference(&right);
        let mut merged = if same {
            left.clone()
        } else {
            let (a, b) = (self.expand(&left), self.expand(&right));
            self.merge(a, b)
        };
        // A component describes the whole, a schema in place only what it adds.
        let whole = if same {
            None
        } else {
            [&left, &right].into_iter().find_map(|it| self.words_of_whole(it))
        };
        if let (Some(words), Value::Object(members)) = (whole, &mut merged) {
            members.insert("description".to_owned(), words.clone());
        }
        // The members beside a reference are not in its target.
        for part in [&left, &right] {
            let Value::Object(members) = &mut merged else { continue };
            if let Some(description) = part.get("description") {
                members.entry("description").or_insert_with(|| description.clone());
            }
            let is_reference = openapi::reference(part).is_some();
            for keyword in [mark::NAME, mark::DOC] {
                if let (Some(given), true) = (part.get(keyword), is_reference && !same) {
                    members.insert(keyword.to_owned(), given.clone());
                }
            }
            let is_known = members.get(SENSITIVE) == Some(&Value::Bool(true));
            if let (Some(mark), false) = (part.get(SENSITIVE), is_known) {
                members.insert(SENSITIVE.to_owned(), mark.clone());
            }
        }
        merged
    }
}

/// True if a schema does not constrain its values.
fn is_words(schema: &Value) -> bool {
    openapi::members(Some(schema)).all(|(keyword, _)| is_annotation(keyword))
}

fn is_annotation(keyword: &str) -> bool {
    ANNOTATIONS.contains(&keyword) || keyword == SENSITIVE
}

/// Adds the annotations of the surrounding schema, which describe this place best.
fn annotate(mut schema: Value, annotations: Map<String, Value>) -> Value {
    if let Value::Object(members) = &mut schema {
        members.extend(annotations);
    }
    schema
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
    property.get("type").is_some() && property.get("nullable") != Some(&Value::Bool(true))
}
