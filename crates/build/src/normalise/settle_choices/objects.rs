//! Distinguishes the objects of a choice: by the discriminator, by a property with one value in each, or by
//! properties that only one requires. Objects that cannot be distinguished become one struct with the members of
//! all.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::gather::{self, Branch, Form};
use super::settle::Settle;
use crate::names;
use crate::normalise::origin::origin;
use crate::openapi::{self, mark};
use crate::plan::Tag;
use crate::source::limits::MOST_COPIES;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

impl Settle<'_, '_> {
    /// Sets how each form is recognised, and returns the tag.
    pub(super) fn tell_apart(
        &mut self,
        at: &Pointer,
        tag: Option<String>,
        mapping: &[(String, String)],
        branches: &mut Vec<Branch>,
        is_component: bool,
    ) -> Option<Tag> {
        if let Some(tag) = tag.filter(|_| branches.iter().any(|branch| branch.form.is_object())) {
            self.tag(at, &tag, mapping, branches);
            return Some(self.tag_of(branches, tag, true));
        }
        if let Some(tag) = self.implicit_tag(branches) {
            for branch in branches.iter_mut().filter(|branch| branch.form.is_object()) {
                branch.tags = self.values(branch, &tag);
            }
            let is_written = branches
                .iter()
                .filter(|branch| branch.form.is_object())
                .all(|branch| self.requires(branch, &tag));
            if !is_written && self.is_received {
                // An object without the tag is recognised by its other properties.
                self.find_keys(branches);
            }
            let tag = self.tag_of(branches, tag, is_written);
            return Some(tag).filter(|tag| tag.is_written || self.is_received);
        }
        if self.is_received && branches.iter().filter(|it| it.form.is_object()).count() > 1 {
            self.find_keys(branches);
            self.merge_others(at, branches, is_component);
        }
        None
    }

    /// A tag, and true if its values are strings.
    fn tag_of(&self, branches: &[Branch], name: String, is_written: bool) -> Tag {
        let properties = branches
            .iter()
            .filter(|branch| branch.form.is_object())
            .filter_map(|branch| openapi::resolve(self.root, self.property(branch, &name)?));
        let mut forms = properties.map(gather::form).peekable();
        let is_literal =
            forms.peek().is_some() && forms.all(|form| form.is_scalar() && form != Form::String);
        Tag { name, is_written, is_literal }
    }

    fn requires(&self, branch: &Branch, name: &str) -> bool {
        let object = openapi::resolve(self.root, &branch.schema);
        openapi::strings(object.and_then(|object| object.get("required"))).any(|it| it == name)
    }

    /// The values of the discriminator: those of the mapping, those of the form itself, or the component's name.
    fn tag(
        &mut self,
        at: &Pointer,
        tag: &str,
        mapping: &[(String, String)],
        branches: &mut Vec<Branch>,
    ) {
        let mut by_target: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (value, target) in mapping {
            let values = by_target.entry(target).or_default();
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for branch in branches.iter() {
            self.values(branch, tag).into_iter().for_each(|it| *taken.entry(it).or_default() += 1);
        }
        for branch in branches.iter_mut().filter(|branch| branch.form.is_object()) {
            let mapped = branch.component.as_deref().and_then(|name| by_target.remove(name));
            let own = self.values(branch, tag);
            let is_own = !own.is_empty() && own.iter().all(|value| taken.get(value) == Some(&1));
            branch.tags = match mapped {
                Some(values) => values,
                None if is_own => own,
                None => branch.component.iter().cloned().collect(),
            };
            match &branch.component {
                _ if !self.is_received => {}
                Some(name) if openapi::reference(&branch.schema).is_some() => {
                    if branch.form != Form::Choice && self.property(branch, tag).is_none() {
                        self.untagged.insert((name.clone(), tag.to_owned()));
                    }
                }
                _ => add_tag(&mut branch.schema, tag),
            }
            if branch.tags.is_empty() {
                self.lose(&origin(&branch.schema), Problem::UntaggedForm(tag.to_owned()));
            }
        }
        for (value, target) in mapping {
            if by_target.contains_key(target.as_str()) {
                self.lose(at, Problem::MappingWithoutForm(value.clone()));
            }
        }
        if self.is_received {
            branches.retain(|branch| !branch.form.is_object() || !branch.tags.is_empty());
        }
    }

    /// A property with other values in each object.
    fn implicit_tag(&self, branches: &[Branch]) -> Option<String> {
        let objects: Vec<&Branch> = branches.iter().filter(|it| it.form.is_object()).collect();
        let (first, others) = objects.split_first().filter(|(_, others)| !others.is_empty())?;
        let first = openapi::resolve(self.root, &first.schema)?;
        let is_tag = |name: &&str| {
            let mut seen: BTreeSet<String> = BTreeSet::new();
            let mut values = objects.iter().map(|branch| self.values(branch, name));
            values.all(|own| !own.is_empty() && own.into_iter().all(|it| seen.insert(it)))
        };
        // Most properties have no documented values, so few are compared with the other forms.
        let names = openapi::members(first.get("properties"))
            .filter(|(_, property)| !named_values(self.root, property).is_empty())
            .map(|(name, _)| name);
        let has = |name: &&str| others.iter().all(|it| self.property(it, name).is_some());
        names.filter(has).find(is_tag).map(str::to_owned)
    }

    /// The properties that a form requires and no other form has.
    fn find_keys(&self, branches: &mut [Branch]) {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for branch in branches.iter().filter(|branch| branch.form.is_object()) {
            let object = openapi::resolve(self.root, &branch.schema);
            let properties = object.and_then(|object| object.get("properties"));
            openapi::members(properties)
                .for_each(|(name, _)| *count.entry(name.to_owned()).or_default() += 1);
        }
        for branch in branches.iter_mut().filter(|branch| branch.form == Form::Object) {
            let object = openapi::resolve(self.root, &branch.schema);
            let required = openapi::strings(object.and_then(|object| object.get("required")));
            let is_own = |name: &&str| count.get(*name) == Some(&1);
            branch.keys = required.filter(is_own).map(str::to_owned).collect();
        }
    }

    /// One struct for the objects that have no distinct property.
    fn merge_others(&mut self, at: &Pointer, branches: &mut Vec<Branch>, is_component: bool) {
        let is_other = |branch: &Branch| branch.form.is_object() && branch.keys.is_empty();
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
        kept.push(Branch { schema, form, component, tags, keys });
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
                    Some(mine) if gather::is_same(mine, property) => {}
                    Some(mine) => {
                        is_same = false;
                        if !agree(self.root, mine, property) {
                            let is_sensitive = is_sensitive(mine) || is_sensitive(property);
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

    /// The documented values of a form's property, if any.
    fn values(&self, branch: &Branch, name: &str) -> Vec<String> {
        self.property(branch, name).map(|it| named_values(self.root, it)).unwrap_or_default()
    }

    fn property<'b>(&'b self, branch: &'b Branch, name: &str) -> Option<&'b Value> {
        openapi::resolve(self.root, &branch.schema)?.get("properties")?.get(name)
    }
}

fn named_values(root: &Value, property: &Value) -> Vec<String> {
    let Some(property) = openapi::resolve(root, property) else { return Vec::new() };
    let only = openapi::text(property, "const").map(str::to_owned);
    let texts = openapi::strings(property.get("enum")).map(str::to_owned);
    let others = openapi::items(property.get(mark::VALUES)).map(|(_, value)| value.to_string());
    only.into_iter().chain(texts).chain(others).collect()
}

fn is_sensitive(property: &Value) -> bool {
    property.get(mark::SENSITIVE) == Some(&Value::Bool(true))
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
    let is_sensitive = is_sensitive(mine) || is_sensitive(theirs);
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

/// Adds the tag to an object that does not have it.
pub(super) fn add_tag(schema: &mut Value, tag: &str) {
    let Value::Object(members) = schema else { return };
    let place = members.get(mark::ORIGIN).cloned();
    members.insert("type".to_owned(), "object".into());
    let properties = members.entry("properties").or_insert_with(|| json!({}));
    if let (Value::Object(properties), Some(place)) = (properties, place) {
        let property = json!({ "type": "string", (mark::ORIGIN): place });
        properties.entry(tag).or_insert(property);
    }
}
