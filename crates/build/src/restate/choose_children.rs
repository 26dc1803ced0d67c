//! Turns a base schema into a choice between itself and the schemas that extend it: one that others extend by
//! `allOf`, and that has a `discriminator` or lists them as its choices. What they extend becomes a separate
//! schema.
//!
//! Without a list, the extensions are found by their `allOf`, direct or indirect, or by the `mapping`. If there
//! are none, the schema stays unchanged, which is a loss.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::names;
use crate::openapi::{self, mark, schemas};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The new name of a base, and its forms: pairs of a value and a component. `None` if the base lists them itself.
type Moved = (String, Option<Vec<(String, String)>>);

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let bases: BTreeMap<String, Value> = openapi::component_schemas(root)
        .filter(|(name, schema)| has_tag(schema) || lists_children(root, name, schema))
        .map(|(name, schema)| (name.to_owned(), schema.clone()))
        .collect();
    if bases.is_empty() {
        return;
    }
    let uses = Uses::find(root, &bases);
    let mut moved = BTreeMap::new();
    for (name, base) in &bases {
        // The discriminator of a base that is only extended, never used, has no effect.
        if !uses.used.contains(name) {
            continue;
        }
        if !has_tag(base) {
            moved.insert(name.clone(), (base_name(root, name), None));
            continue;
        }
        let above: Vec<&Value> = bases
            .iter()
            .filter(|(other, above)| {
                tag(above) == tag(base) && uses.descendants(other).contains(name)
            })
            .map(|(_, above)| above)
            .collect();
        let forms = forms(root, name, base, &above, uses.descendants(name));
        let at = openapi::component_place(name);
        // A mapping may lead back to the base.
        if forms.iter().all(|(_, form)| form == name) {
            losses.report(&at.join("discriminator"), Problem::BaseWithoutChildren);
        } else {
            moved.insert(name.clone(), (base_name(root, name), Some(forms)));
        }
    }
    redirect(root, &moved);
    let Some(schemas) = openapi::component_schemas_mut(root) else { return };
    for (name, (base_name, forms)) in &moved {
        let Some(Value::Object(mut base)) = schemas.remove(name) else { continue };
        let choice = match forms {
            Some(forms) => {
                let own = bases.get(name).and_then(tag);
                // A form that is itself the base of a choice by this tag; its own extensions are forms as well.
                let target = |form: &str| match moved.get(form) {
                    Some((base, Some(_))) if bases.get(form).and_then(tag) == own => base.clone(),
                    _ => form.to_owned(),
                };
                choice(&mut base, forms, target)
            }
            None => listed(&mut base, name, base_name),
        };
        if let Some(given) = openapi::text(&choice, mark::NAME) {
            base.insert(mark::NAME.to_owned(), format!("{given} base").into());
        }
        let [choice_at, base_at] = [name, base_name].map(|it| openapi::component_place(it));
        losses.moved(&choice_at, &base_at);
        schemas.insert(name.clone(), choice);
        schemas.insert(base_name.clone(), Value::Object(base));
    }
}

fn tag(schema: &Value) -> Option<&str> {
    openapi::text(schema.get("discriminator")?, "propertyName")
}

/// True if the schema has a tag that selects one of its extensions.
fn has_tag(schema: &Value) -> bool {
    tag(schema).is_some() && choices(schema).next().is_none()
}

/// The components that a schema chooses from.
fn choices(schema: &Value) -> impl Iterator<Item = &str> {
    let lists = ["oneOf", "anyOf"].into_iter().map(|keyword| schema.get(keyword));
    let forms = lists.flat_map(openapi::items).filter_map(|(_, form)| openapi::reference(form));
    forms.filter_map(openapi::schema_component)
}

/// True if a component that a schema chooses from extends the schema itself.
fn lists_children(root: &Value, name: &str, schema: &Value) -> bool {
    let extends = |child: &str| {
        let parts = openapi::component_schema(root, child).and_then(|child| child.get("allOf"));
        let targets = openapi::items(parts).filter_map(|(_, part)| openapi::reference(part));
        targets.filter_map(openapi::schema_component).any(|target| target == name)
    };
    choices(schema).any(extends)
}

/// The uses of base schemas.
#[derive(Default)]
struct Uses {
    /// Bases that are used other than as a part of their extensions.
    used: BTreeSet<String>,
    /// The components that extend a component.
    children: BTreeMap<String, Vec<String>>,
}

impl Uses {
    fn find(root: &Value, bases: &BTreeMap<String, Value>) -> Self {
        let mut uses = Self::default();
        schemas::each_schema(root, &mut |at, schema| {
            let Some(base) = openapi::reference(schema).and_then(openapi::schema_component) else {
                return;
            };
            let at = at.pointer();
            match at.tokens().as_slice() {
                [_, _, child, part, _] if part == "allOf" => {
                    uses.children.entry(base.to_owned()).or_default().push(child.to_string());
                }
                _ if !bases.contains_key(base) || is_part(root, &at) => {}
                _ => {
                    uses.used.insert(base.to_owned());
                }
            }
        });
        uses
    }

    /// The components that extend a component, directly or indirectly.
    fn descendants(&self, name: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut waiting = vec![name.to_owned()];
        while let Some(parent) = waiting.pop() {
            for child in self.children.get(&parent).into_iter().flatten() {
                if child != name && !found.contains(child) {
                    found.push(child.clone());
                    waiting.push(child.clone());
                }
            }
        }
        found.sort();
        found
    }
}

/// True if a schema is one of several parts. A single part of an `allOf` is only there to be described.
fn is_part(root: &Value, at: &Pointer) -> bool {
    let Some(list) = at.parent().filter(|list| list.last().is_some_and(|it| it == "allOf")) else {
        return false;
    };
    let is_component = at.depth() == 5;
    let parts = list.get(root).and_then(Value::as_array);
    is_component || parts.is_some_and(|parts| parts.len() > 1)
}

/// The base and its descendants by their tag values: those of the mapping, or of the mapping of a base `above` that
/// this one extends, and the names of the others.
fn forms(
    root: &Value,
    name: &str,
    base: &Value,
    above: &[&Value],
    children: Vec<String>,
) -> Vec<(String, String)> {
    let mut forms = mapping(root, base);
    let inherited: Vec<_> = above.iter().flat_map(|above| mapping(root, above)).collect();
    let mapped: BTreeSet<String> = forms.iter().map(|(_, target)| target.clone()).collect();
    let own = (!forms.is_empty() || !children.is_empty()).then(|| name.to_owned());
    for form in children.into_iter().chain(own).filter(|form| !mapped.contains(form)) {
        let mut values = inherited.iter().filter(|(_, target)| *target == form).peekable();
        if values.peek().is_none() {
            forms.push((form.clone(), form.clone()));
        }
        forms.extend(values.cloned());
    }
    forms
}

/// The values of a tag, and the component that each leads to.
fn mapping(root: &Value, base: &Value) -> Vec<(String, String)> {
    let mapping = base.get("discriminator").and_then(|it| it.get("mapping"));
    let leads_to = |(value, target): (&str, &Value)| {
        let target = target.as_str()?;
        let target = openapi::schema_component(target).unwrap_or(target);
        openapi::component_schema(root, target)?;
        Some((value.to_owned(), target.to_owned()))
    };
    openapi::members(mapping).filter_map(leads_to).collect()
}

fn base_name(root: &Value, name: &str) -> String {
    names::first_free(
        [format!("{name}_base")],
        |number| format!("{name}_base_{number}"),
        |name| openapi::component_schema(root, name).is_some(),
    )
}

/// Redirects the extensions of a base to its new schema.
fn redirect(root: &mut Value, moved: &BTreeMap<String, Moved>) {
    let mut parts = Vec::new();
    schemas::each_schema(root, &mut |at, schema| {
        let base = openapi::reference(schema).and_then(openapi::schema_component);
        let Some((base_name, _)) = base.and_then(|base| moved.get(base)) else { return };
        let at = at.pointer();
        if is_part(root, &at) {
            parts.push((at, base_name.clone()));
        }
    });
    for (at, base_name) in parts {
        if let Some(Value::Object(part)) = at.get_mut(root) {
            part.insert("$ref".to_owned(), reference(&base_name));
        }
    }
}

/// The choice that replaces a base; it takes the base's name and annotations. `target` gives the component for a form.
fn choice(
    base: &mut Map<String, Value>,
    forms: &[(String, String)],
    target: impl Fn(&str) -> String,
) -> Value {
    let mut choice = Map::new();
    for keyword in ["title", "description", mark::NAME, mark::DOC, "nullable"] {
        choice.extend(base.remove(keyword).map(|value| (keyword.to_owned(), value)));
    }
    let tag = base.remove("discriminator").and_then(|it| it.get("propertyName").cloned());
    let mapping: Map<String, Value> =
        forms.iter().map(|(value, form)| (value.clone(), reference(&target(form)))).collect();
    let mut listed: Vec<String> = Vec::new();
    for (_, form) in forms {
        let form = target(form);
        if !listed.contains(&form) {
            listed.push(form);
        }
    }
    let listed: Vec<Value> = listed.iter().map(|form| json!({ "$ref": reference(form) })).collect();
    choice.insert("oneOf".to_owned(), listed.into());
    let discriminator = json!({ "propertyName": tag, "mapping": mapping });
    choice.insert("discriminator".to_owned(), discriminator);
    Value::Object(choice)
}

/// The choice that a base lists itself, unchanged.
fn listed(base: &mut Map<String, Value>, name: &str, base_name: &str) -> Value {
    let mut choice = base.clone();
    for keyword in
        ["title", "description", mark::NAME, mark::DOC, "oneOf", "anyOf", "discriminator"]
    {
        base.remove(keyword);
    }
    let (own, other) = (openapi::component_reference(name), reference(base_name));
    let lists =
        ["oneOf", "anyOf"].map(|keyword| choice.remove(keyword).map(|list| (keyword, list)));
    for (keyword, mut list) in lists.into_iter().flatten() {
        for form in list.as_array_mut().into_iter().flatten() {
            if openapi::reference(form) == Some(&own) {
                *form = json!({ "$ref": other });
            }
        }
        choice.insert(keyword.to_owned(), list);
    }
    let mapping = choice.get_mut("discriminator").and_then(|it| it.get_mut("mapping"));
    for (_, target) in mapping.and_then(Value::as_object_mut).into_iter().flatten() {
        if target == own.as_str() || target == name {
            *target = other.clone();
        }
    }
    Value::Object(choice)
}

fn reference(name: &str) -> Value {
    openapi::component_reference(name).into()
}
