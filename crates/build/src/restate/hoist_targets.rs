//! Turns the target of a `$ref` that is not a component into one, and leaves a reference at its place.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::names;
use crate::openapi;
use crate::openapi::grammar::{self, Object};
use crate::openapi::schemas::Place;
use crate::source::pointer::Pointer;

/// The target of a reference, and the section of `components` for it.
type Targets = BTreeMap<String, (Pointer, &'static str)>;

/// Names, and how often each was asked for.
type Taken = BTreeMap<String, usize>;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let targets = find(root);
    let mut places: Vec<(Pointer, &'static str)> = targets.values().cloned().collect();
    places.sort_by(|(a, _), (b, _)| (b.depth(), b).cmp(&(a.depth(), a)));
    places.dedup_by(|(a, _), (b, _)| a == b);
    let mut moved = BTreeMap::new();
    let mut taken = taken_names(root);
    // Inner targets first; a reference takes their place.
    for (place, section) in places {
        let new = if has_odd_name(&place) {
            rename_component(root, &place, losses)
        } else if is_component(&place) {
            Some(format!("#{place}"))
        } else {
            hoist(root, &place, section, &mut taken, losses)
        };
        moved.extend(new.map(|new| (place, new)));
    }
    let renamed: BTreeMap<String, String> = targets
        .into_iter()
        .filter_map(|(old, (place, _))| Some((old, moved.get(&place)?.clone())))
        .collect();
    if !renamed.is_empty() {
        rename(root, &renamed);
    }
}

/// Finds the references that do not lead to a component.
fn find(root: &Value) -> Targets {
    let mut targets = Targets::new();
    let top = Pointer::root();
    grammar::walk(Object::Document, root, &Place::Start(&top), &mut |_, object, value| {
        let section = match object {
            Object::Discriminator => Some("schemas"),
            // Other rules resolve those.
            Object::PathItem | Object::SecurityScheme => None,
            other => other.section(),
        };
        let mapped = openapi::members(value.get("mapping")).filter_map(|(_, it)| it.as_str());
        let mapped = mapped.filter(|_| object == Object::Discriminator);
        for target in openapi::reference(value).into_iter().chain(mapped) {
            if let Some(section) = section
                && !targets.contains_key(target)
                && let Some(place) = place(root, target)
            {
                targets.insert(target.to_owned(), (place, section));
            }
        }
        true
    });
    targets
}

/// The target of a reference, if it is not a plain reference to a component.
fn place(root: &Value, target: &str) -> Option<Pointer> {
    let is_schema = |name: &str| openapi::component_schema(root, name).is_some();
    if openapi::schema_component(target).is_some_and(is_schema) {
        return None;
    }
    let is_there = |place: &Pointer| place.get(root).is_some();
    let place = Pointer::parse(target.strip_prefix('#')?)?;
    if is_there(&place) {
        let least =
            if place.tokens().first().is_some_and(|first| first == "paths") { 4 } else { 2 };
        let is_inside = !is_component(&place) && !is_section(&place) && place.depth() >= least;
        return (is_inside || has_odd_name(&place)).then_some(place);
    }
    // A reference is a URL, so it may be percent-encoded.
    let decoded = percent_decode_str(target.strip_prefix('#')?).decode_utf8().ok()?;
    Pointer::parse(&decoded).filter(is_there)
}

fn is_component(place: &Pointer) -> bool {
    matches!(place.tokens().as_slice(), [first, _, _] if first == "components")
}

/// True if the name of a component must be escaped in a reference.
fn has_odd_name(place: &Pointer) -> bool {
    is_component(place) && place.as_str().contains('~')
}

fn is_section(place: &Pointer) -> bool {
    matches!(place.tokens().as_slice(), [first, ..] if first == "components") && place.depth() < 3
}

pub(super) fn taken_names(root: &Value) -> Taken {
    openapi::members(root.get("components"))
        .flat_map(|(_, section)| openapi::members(Some(section)))
        .map(|(name, _)| (names::type_name(name), 1))
        .collect()
}

/// Moves the value at a place into a section of `components`, and returns the reference to it.
fn hoist(
    root: &mut Value,
    place: &Pointer,
    section: &str,
    taken: &mut Taken,
    losses: &mut Losses,
) -> Option<String> {
    let name = numbered_name(&words(root, place), taken);
    let component = Pointer::root().join_all(["components", section, &name]);
    let reference = format!("#{component}");
    let target = place.get_mut(root)?;
    let target = std::mem::replace(target, json!({ "$ref": reference }));
    let components = root.as_object_mut()?.entry("components");
    let components = components.or_insert_with(|| Map::new().into()).as_object_mut()?;
    let section = components.entry(section).or_insert_with(|| Map::new().into());
    section.as_object_mut()?.insert(name, target);
    losses.moved(place, &component);
    Some(reference)
}

/// Gives a component a name that needs no escapes in a reference, and returns the reference.
fn rename_component(root: &mut Value, place: &Pointer, losses: &mut Losses) -> Option<String> {
    let (section, name) = (place.parent()?, place.last()?.into_owned());
    let members = section.get_mut(root)?.as_object_mut()?;
    let plain = name.replace(['/', '~'], "-");
    let new = names::first_free(
        [plain.clone()],
        |number| format!("{plain}-{number}"),
        |name| members.contains_key(name),
    );
    let component = members.remove(&name)?;
    members.insert(new.clone(), component);
    let renamed = section.join(new);
    losses.moved(place, &renamed);
    Some(format!("#{renamed}"))
}

/// The name, or the name with the next number if it is taken. Counts are kept, since a document may ask for the
/// same name thousands of times.
fn numbered_name(words: &str, taken: &mut Taken) -> String {
    let name = names::type_name(words);
    let mut free = name.clone();
    while taken.contains_key(&free) {
        let count = taken.entry(name.clone()).or_insert(1);
        *count += 1;
        free = format!("{name}{count}");
    }
    taken.insert(free.clone(), 1);
    free
}

/// Words for a place, as an inline schema there would get.
fn words(root: &Value, place: &Pointer) -> String {
    let tokens = place.tokens();
    let tokens: Vec<&str> = tokens.iter().map(|token| &**token).collect();
    let (mut words, steps) = match tokens.as_slice() {
        ["components", _, name, rest @ ..] => ((*name).to_owned(), rest),
        ["paths", path, method, rest @ ..] => {
            let at = Pointer::root().join_all(["paths", path, method, "operationId"]);
            let id = at.get(root).and_then(Value::as_str);
            (id.map_or_else(|| format!("{method} {path}"), str::to_owned), rest)
        }
        [_, rest @ ..] => (String::new(), rest),
        [] => (String::new(), [].as_slice()),
    };
    let mut steps = steps.iter();
    while let Some(step) = steps.next() {
        match *step {
            "properties" | "patternProperties" => {
                words = format!("{words} {}", steps.next().unwrap_or(&""));
            }
            "$defs" | "definitions" => words = (*steps.next().unwrap_or(&"")).to_owned(),
            "items" | "prefixItems" => words = names::singular(&words),
            "additionalProperties" => words.push_str(" value"),
            "requestBody" => words.push_str(" request"),
            "responses" => {
                let is_success = steps.next().is_some_and(|status| status.starts_with('2'));
                words.push_str(if is_success { " response" } else { " error" });
            }
            "content" => {
                steps.next();
            }
            "schema" | "parameters" | "allOf" | "oneOf" | "anyOf" => {}
            step if step.parse::<usize>().is_ok() => {}
            step => words = format!("{words} {step}"),
        }
    }
    words
}

fn rename(value: &mut Value, renamed: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get_mut("$ref")
                && let Some(new) = renamed.get(target)
            {
                target.clone_from(new);
            }
            let discriminator = members.get_mut("discriminator");
            let mapping = discriminator.and_then(|it| it.get_mut("mapping"));
            for target in mapping.and_then(Value::as_object_mut).into_iter().flatten() {
                if let (_, Value::String(target)) = target
                    && let Some(new) = renamed.get(target)
                {
                    target.clone_from(new);
                }
            }
            members.values_mut().for_each(|member| rename(member, renamed));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, renamed)),
        _ => {}
    }
}
