//! Distinguishes the objects of a choice: by the discriminator, by a property with one value in each, or by
//! properties that only one requires. Objects that cannot be distinguished become one struct with the members of
//! all.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::gather::{self, Branch, Form};
use super::settle::Settle;
use crate::normalise::origin::origin;
use crate::openapi::{self, mark};
use crate::plan::Tag;
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
            if self.is_received && branches.iter().any(is_beside) {
                self.find_keys(branches);
                branches.iter_mut().filter(|it| !is_beside(it)).for_each(|it| it.keys.clear());
                self.merge_others(at, branches, is_component);
            }
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
                None if !branch.is_tagged => continue,
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
            branches.retain(|it| !it.form.is_object() || !it.tags.is_empty() || is_beside(it));
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

    /// The documented values of a form's property, if any.
    fn values(&self, branch: &Branch, name: &str) -> Vec<String> {
        self.property(branch, name).map(|it| named_values(self.root, it)).unwrap_or_default()
    }

    fn property<'b>(&'b self, branch: &'b Branch, name: &str) -> Option<&'b Value> {
        openapi::resolve(self.root, &branch.schema)?.get("properties")?.get(name)
    }
}

/// True for an object beside an inner choice, whose discriminator is not about it.
fn is_beside(branch: &Branch) -> bool {
    branch.form.is_object() && !branch.is_tagged && branch.tags.is_empty()
}

fn named_values(root: &Value, property: &Value) -> Vec<String> {
    let Some(property) = openapi::resolve(root, property) else { return Vec::new() };
    let only = openapi::text(property, "const").map(str::to_owned);
    let texts = openapi::strings(property.get("enum")).map(str::to_owned);
    let others = openapi::items(property.get(mark::VALUES)).map(|(_, value)| value.to_string());
    only.into_iter().chain(texts).chain(others).collect()
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
