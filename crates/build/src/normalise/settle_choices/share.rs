//! Gives each form of a choice what the choice says for all of them.

use serde_json::{Map, Value};

use super::settle::Settle;
use crate::normalise::merge_all_of;
use crate::openapi::{self, mark};

/// Members of a choice that apply to each of its forms.
pub(super) const SHARED: [&str; 8] = [
    "additionalProperties",
    "enum",
    "format",
    "items",
    "properties",
    "required",
    "type",
    mark::REQUIRED,
];

impl Settle<'_, '_> {
    /// The members that apply to each form: those beside the forms, and those around the choice.
    pub(super) fn shared(
        &mut self,
        schema: &Value,
        around: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut shared = around.clone();
        for (keyword, value) in openapi::members(Some(schema)) {
            if SHARED.contains(&keyword) {
                self.join(&mut shared, keyword, value);
            }
        }
        shared
    }

    /// The form with the members that apply to each. A reference stays one if its target has them already.
    pub(super) fn with_shared(
        &mut self,
        form: &Value,
        target: &Value,
        shared: &Map<String, Value>,
    ) -> Value {
        let is_reference = openapi::reference(form).is_some();
        let is_declared = |(name, property): (&str, &Value)| {
            let own = target.get("properties").and_then(|properties| properties.get(name));
            own.is_some_and(|own| is_same(own, property) || self.adds_nothing(own, property))
        };
        if is_reference && openapi::members(shared.get("properties")).all(is_declared) {
            return form.clone();
        }
        let mut whole = target.as_object().cloned().unwrap_or_default();
        if is_reference {
            // The name and description are the component's; the form may have others beside the reference.
            for keyword in [mark::NAME, mark::DOC, mark::ORIGIN] {
                whole.remove(keyword);
                whole.extend(form.get(keyword).map(|it| (keyword.to_owned(), it.clone())));
            }
        }
        for (keyword, value) in shared {
            self.join(&mut whole, keyword, value);
        }
        Value::Object(whole)
    }

    /// True if a shared property adds nothing to the form's own: it has neither members nor items.
    fn adds_nothing(&self, own: &Value, shared: &Value) -> bool {
        let inner = |schema| openapi::resolve(self.root, schema).unwrap_or(schema);
        let shared = inner(shared);
        ["properties", "items", "additionalProperties"].iter().all(|it| shared.get(*it).is_none())
            && (shared.get("type").is_none() || inner(own).get("type") == shared.get("type"))
    }

    /// Adds the members that a schema lacks; a property of both gets the constraints of both.
    fn join(&mut self, members: &mut Map<String, Value>, keyword: &str, value: &Value) {
        match (members.get_mut(keyword), value) {
            (None, _) => {
                members.insert(keyword.to_owned(), value.clone());
            }
            (Some(Value::Object(mine)), Value::Object(theirs)) if keyword == "properties" => {
                for (name, theirs) in theirs {
                    match mine.get(name).cloned() {
                        None => {
                            mine.insert(name.clone(), theirs.clone());
                        }
                        Some(own) if is_same(&own, theirs) || self.adds_nothing(&own, theirs) => {}
                        Some(own) => {
                            let both = merge_all_of::both(self.root, self.report, theirs, &own);
                            mine.insert(name.clone(), both);
                        }
                    }
                }
            }
            (Some(Value::Array(mine)), Value::Array(theirs)) if keyword != "enum" => {
                let new = theirs.iter().filter(|it| !mine.contains(it)).cloned();
                mine.extend(new.collect::<Vec<_>>());
            }
            _ => {}
        }
    }
}

/// True if two schemas differ in annotations at most.
pub(super) fn is_same(left: &Value, right: &Value) -> bool {
    let is_word = |key: &str| ["description", "title", "example", mark::ORIGIN].contains(&key);
    let (Some(left), Some(right)) = (left.as_object(), right.as_object()) else { return false };
    let count = |members: &Map<String, Value>| members.keys().filter(|key| !is_word(key)).count();
    count(left) == count(right)
        && left.iter().filter(|(key, _)| !is_word(key)).all(|(key, value)| {
            right.get(key).is_some_and(|other| match (key.as_str(), value, other) {
                ("properties", Value::Object(a), Value::Object(b)) => {
                    a.len() == b.len()
                        && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| is_same(a, b)))
                }
                ("items" | "additionalProperties", Value::Object(_), Value::Object(_)) => {
                    is_same(value, other)
                }
                _ => value == other,
            })
        })
}
