//! Joins objects that cannot be distinguished into one struct, with the properties of all of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::gather::{self, Branch, Form};
use super::settle::Settle;
use super::share;
use crate::names;
use crate::normalise::origin::origin;
use crate::openapi::{self, mark};
use crate::source::limits::MOST_COPIES;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

impl Settle<'_, '_> {
    /// One struct for the objects that have no distinct property.
    pub(super) fn merge_others(
        &mut self,
        at: &Pointer,
        branches: &mut Vec<Branch>,
        is_component: bool,
    ) {
        let is_known = |branch: &Branch| !branch.keys.is_empty() || !branch.tags.is_empty();
        let is_other = |branch: &Branch| branch.form.is_object() && !is_known(branch);
        let (others, mut kept): (Vec<_>, Vec<_>) = branches.drain(..).partition(is_other);
        if others.len() < 2 {
            kept.extend(others);
            *branches = kept;
            return;
        }
        let names: Option<Vec<String>> =
            others.iter().map(|branch| branch.component.clone()).collect();
        let is_whole = kept.is_empty();
        let schema = match names {
            // The struct takes the name of the choice, if it has one.
            Some(names) if !(is_whole && is_component) => self.made(at, names, &others),
            _ => self.merge(at, &others),
        };
        let form = if schema.get("properties").is_some() || schema.get("$ref").is_some() {
            Form::Object
        } else {
            Form::Map
        };
        let (component, tags, keys) = (None, Vec::new(), Vec::new());
        let is_tagged = false;
        kept.push(Branch { schema, form, component, tags, keys, is_tagged });
        *branches = kept;
    }

    /// A component joined from several. It may contain itself, so its own choices are settled later.
    fn made(&mut self, at: &Pointer, names: Vec<String>, others: &[Branch]) -> Value {
        let refer = |name: &str| json!({ "$ref": openapi::component_reference(name) });
        let mut key = names.clone();
        key.sort();
        if let Some((name, _)) = self.made.get(&key) {
            return refer(name);
        }
        let words = match names.as_slice() {
            [first, second] => format!("{first}_or_{second}"),
            [first, ..] => format!("{first}_or_others"),
            [] => "others".to_owned(),
        };
        let is_taken = |name: &str| {
            openapi::component_schema(self.root, name).is_some()
                || self.made.values().any(|(made, _)| made == name)
        };
        let numbered = |number| format!("{words}_{number}");
        let name = names::first_free([words.clone()], numbered, is_taken);
        let mut merged = self.merge(at, others);
        if let Value::Object(members) = &mut merged {
            members.insert(mark::ORIGIN.to_owned(), at.to_string().into());
        }
        let reference = refer(&name);
        self.unsettled.push(key.clone());
        self.made.insert(key, (name, merged));
        reference
    }

    /// Gives a joined component the name that the overlay gives to the choice, unless another choice has named it.
    pub(super) fn name_made(&mut self, reference: &Value, choice: &Map<String, Value>) {
        let name = openapi::reference(reference).and_then(openapi::schema_component);
        let joined = self.made.values_mut().find(|(made, _)| Some(made.as_str()) == name);
        if let (Some((_, Value::Object(members))), Some(given)) = (joined, choice.get(mark::NAME)) {
            members.entry(mark::NAME).or_insert_with(|| given.clone());
        }
    }

    /// An object with the members of several; a member about which they disagree accepts any value.
    fn merge(&mut self, at: &Pointer, others: &[Branch]) -> Value {
        let names: Vec<&str> =
            others.iter().map(|it| it.component.as_deref().unwrap_or("one inline")).collect();
        let mut merged: Option<Map<String, Value>> = None;
        let mut disputed: BTreeMap<String, bool> = BTreeMap::new();
        let mut is_same = true;
        for branch in others {
            let Some(object) = openapi::resolve(self.root, &branch.schema) else { continue };
            let properties = object.get("properties").and_then(Value::as_object);
            let Some(properties) = properties else {
                // A map accepts any member.
                self.report_merge(at, &names);
                return json!({ "type": "object", (mark::ORIGIN): at.to_string() });
            };
            self.copies += properties.len();
            let Some(known) = &mut merged else {
                merged = Some(properties.clone());
                continue;
            };
            is_same &= known.len() == properties.len();
            for (name, property) in properties {
                match known.get_mut(name) {
                    None => {
                        is_same = false;
                        known.insert(name.clone(), property.clone());
                    }
                    Some(mine) if share::is_same(mine, property) => {}
                    Some(mine) => {
                        is_same = false;
                        if !agree(self.root, mine, property) {
                            let is_sensitive = is_sensitive(mine, property);
                            *disputed.entry(name.clone()).or_default() |= is_sensitive;
                            let theirs = origin(property);
                            self.lose(&theirs, Problem::DisputedProperty(name.clone()));
                        }
                    }
                }
            }
        }
        let required = self.required_by_all(others);
        is_same &= others.iter().all(|form| self.required(form).len() == required.len());
        if !is_same {
            self.report_merge(at, &names);
        }
        if self.copies > MOST_COPIES {
            self.report.add_once(at, Problem::TooManyForms { most: MOST_COPIES });
            return json!({ "type": "object" });
        }
        let mut properties = merged.unwrap_or_default();
        for (name, is_sensitive) in disputed {
            let place = properties.get(&name).map(origin).unwrap_or_default();
            self.lose(&place, Problem::DisputedProperty(name.clone()));
            let mut anything = Map::new();
            anything.insert(mark::ORIGIN.to_owned(), place.to_string().into());
            if is_sensitive {
                anything.insert(mark::SENSITIVE.to_owned(), true.into());
            }
            properties.insert(name, anything.into());
        }
        json!({
            "type": "object", "properties": properties, "required": required,
            (mark::ORIGIN): at.to_string(),
        })
    }

    /// The properties that each of several forms requires.
    fn required_by_all(&self, forms: &[Branch]) -> BTreeSet<String> {
        let all = forms.iter().map(|form| self.required(form)).reduce(|all, more| &all & &more);
        all.unwrap_or_default()
    }

    fn required(&self, form: &Branch) -> BTreeSet<String> {
        let object = openapi::resolve(self.root, &form.schema);
        openapi::strings(object.and_then(|it| it.get("required"))).map(str::to_owned).collect()
    }

    fn report_merge(&mut self, at: &Pointer, names: &[&str]) {
        let shown: Vec<&str> = names.iter().copied().take(8).collect();
        let rest = if names.len() > shown.len() { " and others" } else { "" };
        let names = format!("{}{rest}", shown.join(", "));
        self.lose(at, Problem::NotToldApart(names));
    }
}

fn is_sensitive(mine: &Value, theirs: &Value) -> bool {
    [mine, theirs].into_iter().any(|property| openapi::is_true(property, mark::SENSITIVE))
}

/// Widens a property until both schemas fit; false if that is impossible.
fn agree(root: &Value, mine: &mut Value, theirs: &Value) -> bool {
    let (Some(left), Some(right)) = (openapi::resolve(root, mine), openapi::resolve(root, theirs))
    else {
        return false;
    };
    let (a, b) = (gather::form(left), gather::form(right));
    let ty = match (a, b) {
        (Form::Integer, Form::Number) | (Form::Number, Form::Integer) => "number",
        (Form::Integer, Form::Integer) => "integer",
        (Form::Number, Form::Number) => "number",
        (Form::Boolean, Form::Boolean) => "boolean",
        (Form::String, Form::String) => "string",
        _ => return false,
    };
    let mut widened = json!({ "type": ty, (mark::ORIGIN): origin(mine).to_string() });
    let is_sensitive = is_sensitive(mine, theirs);
    let words = left.get("description").or(right.get("description"));
    let format = left.get("format").filter(|format| right.get("format") == Some(format));
    let values = |it: &Value| it.get("enum").and_then(Value::as_array).cloned();
    if let Value::Object(members) = &mut widened {
        members.extend(format.map(|format| ("format".to_owned(), format.clone())));
        members.extend(words.map(|words| ("description".to_owned(), words.clone())));
        if is_sensitive {
            members.insert(mark::SENSITIVE.to_owned(), true.into());
        }
        if let (Some(mut values), Some(more)) = (values(left), values(right)) {
            values.extend(more.into_iter().filter(|it| !values.contains(it)).collect::<Vec<_>>());
            members.insert("enum".to_owned(), values.into());
        }
    }
    *mine = widened;
    true
}
