//! A `discriminator` on a schema that others extend by `allOf`: where that schema is used, one of
//! those others stands. It becomes a choice between them, and what they extend a schema of its own.
//!
//! Schemas that extend it are known by their `allOf` or by the `mapping`. Where there is none, the
//! schema stays what it is, and that is a loss.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::names;
use crate::openapi::{self, mark, schemas};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// What a base is called now, and its forms: a value and the component it leads to.
type Moved = (String, Vec<(String, String)>);

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let bases: BTreeMap<String, Value> = openapi::component_schemas(root)
        .filter(|(_, schema)| is_base(schema))
        .map(|(name, schema)| (name.to_owned(), schema.clone()))
        .collect();
    if bases.is_empty() {
        return;
    }
    let uses = Uses::find(root, &bases);
    let mut moved = BTreeMap::new();
    for (name, base) in &bases {
        // What is only extended means nothing on its own.
        if !uses.used.contains(name) {
            continue;
        }
        let children = uses.children.get(name).cloned().unwrap_or_default();
        let forms = forms(root, name, base, children);
        let at = openapi::component_place(name);
        if forms.is_empty() {
            losses.report(&at.join("discriminator"), Problem::BaseWithoutChildren);
            continue;
        }
        moved.insert(name.clone(), (base_name(root, name), forms));
    }
    redirect(root, &moved);
    let Some(schemas) = openapi::component_schemas_mut(root) else { return };
    for (name, (base_name, forms)) in &moved {
        let Some(Value::Object(mut base)) = schemas.remove(name) else { continue };
        let choice = choice(&mut base, name, base_name, forms);
        base.insert(mark::MOVED.to_owned(), name.clone().into());
        schemas.insert(name.clone(), choice);
        schemas.insert(base_name.clone(), Value::Object(base));
    }
}

fn is_base(schema: &Value) -> bool {
    let tag = schema.get("discriminator").and_then(|it| openapi::text(it, "propertyName"));
    let is_choice = ["oneOf", "anyOf"].iter().any(|keyword| schema.get(*keyword).is_some());
    tag.is_some() && !is_choice
}

/// Where the bases stand.
#[derive(Default)]
struct Uses {
    /// Those that stand somewhere other than as a part of what extends them.
    used: BTreeSet<String>,
    /// The components that extend them.
    children: BTreeMap<String, Vec<String>>,
}

impl Uses {
    fn find(root: &Value, bases: &BTreeMap<String, Value>) -> Self {
        let mut uses = Self::default();
        schemas::each_schema(root, &mut |at, schema| {
            let Some(base) = openapi::reference(schema).and_then(openapi::schema_component) else {
                return;
            };
            if !bases.contains_key(base) {
                return;
            }
            let at = at.pointer();
            match at.tokens().as_slice() {
                [_, _, child, part, _] if part == "allOf" => {
                    uses.children.entry(base.to_owned()).or_default().push(child.to_string());
                }
                _ if is_part(root, &at) => {}
                _ => {
                    uses.used.insert(base.to_owned());
                }
            }
        });
        uses
    }
}

/// Whether a schema is one of several parts: alone in an `allOf` it is there to be described.
fn is_part(root: &Value, at: &Pointer) -> bool {
    let Some(list) = at.parent().filter(|list| list.last().is_some_and(|it| it == "allOf")) else {
        return false;
    };
    let is_component = at.depth() == 5;
    let parts = list.get(root).and_then(Value::as_array);
    is_component || parts.is_some_and(|parts| parts.len() > 1)
}

/// The children by the values that lead to them: those of the mapping, and the names of others.
fn forms(root: &Value, name: &str, base: &Value, children: Vec<String>) -> Vec<(String, String)> {
    let mapping = base.get("discriminator").and_then(|it| it.get("mapping"));
    let mut forms: Vec<(String, String)> = openapi::members(mapping)
        .filter_map(|(value, target)| {
            let target = target.as_str()?;
            let target = openapi::schema_component(target).unwrap_or(target);
            openapi::component_schema(root, target)?;
            Some((value.to_owned(), target.to_owned()))
        })
        .collect();
    let mapped: BTreeSet<String> = forms.iter().map(|(_, target)| target.clone()).collect();
    let others = children.into_iter().filter(|child| !mapped.contains(child) && child != name);
    forms.extend(others.map(|child| (child.clone(), child)));
    forms
}

fn base_name(root: &Value, name: &str) -> String {
    names::first_free(
        [format!("{name}_base")],
        |number| format!("{name}_base_{number}"),
        |name| openapi::component_schema(root, name).is_some(),
    )
}

/// Lets those who extend a base extend what it has become.
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

/// The choice in the place of a base, which keeps all but its name and words.
fn choice(
    base: &mut Map<String, Value>,
    name: &str,
    base_name: &str,
    forms: &[(String, String)],
) -> Value {
    let mut choice = Map::new();
    for keyword in ["title", "description", mark::NAME, mark::DOC, "nullable"] {
        choice.extend(base.remove(keyword).map(|value| (keyword.to_owned(), value)));
    }
    let tag = base.remove("discriminator").and_then(|it| it.get("propertyName").cloned());
    // A base that stands for itself is one of its forms.
    let target = |target: &str| if target == name { base_name } else { target }.to_owned();
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

fn reference(name: &str) -> Value {
    openapi::component_reference(name).into()
}
