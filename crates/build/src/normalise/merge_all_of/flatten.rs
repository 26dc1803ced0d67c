//! Replaces an `allOf` by the schema that its parts make.

use serde_json::{Map, Value, json};

use super::merge::{Merge, OF_THE_PLACE, is_annotation};
use crate::normalise::origin::origin;
use crate::openapi::{self, mark};
use crate::source::limits::MOST_SCHEMAS;
use crate::source::problem::Problem;

impl Merge<'_, '_> {
    /// The schema without `allOf`, at any depth. A reference stays one unless it is one of several parts.
    pub(super) fn flatten(&mut self, schema: &Value) -> Value {
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
    pub(super) fn expand(&mut self, schema: &Value) -> Value {
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
}

/// True if a schema does not constrain its values.
fn is_words(schema: &Value) -> bool {
    openapi::members(Some(schema)).all(|(keyword, _)| is_annotation(keyword))
}

/// Adds the annotations of the surrounding schema, which describe this place best.
fn annotate(mut schema: Value, annotations: Map<String, Value>) -> Value {
    if let Value::Object(members) = &mut schema {
        members.extend(annotations);
    }
    schema
}
