//! The differences between two documents, place by place.

use std::collections::BTreeSet;

use openapi_client_build::openapi;
use openapi_client_build::source::pointer::Pointer;
use serde::Serialize;
use serde_json::Value;

use crate::import::is_words;

/// A place at which two documents differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// A JSON Pointer, or of an overlay an action's target.
    pub place: String,
    pub what: What,
    /// True if only annotations differ, such as a description.
    pub is_words: bool,
    /// The values, if they are short enough for one line.
    pub old: Option<String>,
    pub new: Option<String>,
}

/// What happened at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    Added,
    Removed,
    Changed,
}

/// Longer values are not shown.
const LONGEST: usize = 60;

/// Every place, in the order of the documents' own members.
pub fn of_documents(old: &Value, new: &Value) -> Vec<Difference> {
    let mut places = Vec::new();
    compare(&Pointer::root(), Some(old), Some(new), &mut places);
    places
}

/// Every action that only one of two overlays has; if only a name in its target differs, that name.
pub fn of_overlays(old: &Value, new: &Value) -> Vec<Difference> {
    let list = |overlay: &'_ Value| overlay.get("actions").and_then(Value::as_array).cloned();
    let (old, new) = (list(old).unwrap_or_default(), list(new).unwrap_or_default());
    let mut added: Vec<&Value> = new.iter().filter(|action| !old.contains(action)).collect();
    let mut places = Vec::new();
    for gone in old.iter().filter(|action| !new.contains(action)) {
        let renewed = added.iter().enumerate().find_map(|(at, it)| Some((at, names(gone, it)?)));
        match renewed {
            Some((at, names)) => {
                added.remove(at);
                places.extend(names);
            }
            None => places.push(action(target(gone), What::Removed)),
        }
    }
    places.extend(added.into_iter().map(|it| action(target(it), What::Added)));
    places
}

fn target(action: &Value) -> &str {
    openapi::text(action, "target").unwrap_or_default()
}

fn action(target: impl Into<String>, what: What) -> Difference {
    Difference { place: target.into(), what, is_words: false, old: None, new: None }
}

/// The names in which the targets of two actions differ, if nothing else differs.
fn names(old: &Value, new: &Value) -> Option<Vec<Difference>> {
    let without_target = |action: &Value| {
        let mut members = action.as_object().cloned()?;
        members.remove("target");
        Some(members)
    };
    let (before, old_names) = target(old).strip_suffix(']')?.rsplit_once('[')?;
    let (after, new_names) = target(new).strip_suffix(']')?.rsplit_once('[')?;
    if before != after || without_target(old)? != without_target(new)? {
        return None;
    }
    let list = |names: &'_ str| names.split(',').map(|name| name.trim().to_owned()).collect();
    let (old, new): (Vec<String>, Vec<String>) = (list(old_names), list(new_names));
    let one = |name: &String, what| action(format!("{before}[{name}]"), what);
    let gone = old.iter().filter(|name| !new.contains(name)).map(|name| one(name, What::Removed));
    let added = new.iter().filter(|name| !old.contains(name)).map(|name| one(name, What::Added));
    let names: Vec<Difference> = gone.chain(added).collect();
    (!names.is_empty()).then_some(names)
}

fn compare(at: &Pointer, old: Option<&Value>, new: Option<&Value>, places: &mut Vec<Difference>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            let names: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for name in names {
                compare(&at.join(name), a.get(name), b.get(name), places);
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => lists(at, a, b, places),
        (old, new) => places.push(Difference {
            place: at.to_string(),
            what: match (old, new) {
                (None, _) => What::Added,
                (_, None) => What::Removed,
                _ => What::Changed,
            },
            is_words: is_words(at),
            old: old.and_then(short),
            new: new.and_then(short),
        }),
    }
}

/// Compares lists of the same length item by item; for others it reports the items that only one has.
fn lists(at: &Pointer, old: &[Value], new: &[Value], places: &mut Vec<Difference>) {
    let scalars = old.iter().chain(new).all(|item| !item.is_object() && !item.is_array());
    if old.len() == new.len() && !scalars {
        for (index, (old, new)) in old.iter().zip(new).enumerate() {
            compare(&at.join(index), Some(old), Some(new), places);
        }
        return;
    }
    let before = places.len();
    for (index, item) in old.iter().enumerate().filter(|(_, item)| !new.contains(item)) {
        compare(&at.join(index), Some(item), None, places);
    }
    for (index, item) in new.iter().enumerate().filter(|(_, item)| !old.contains(item)) {
        compare(&at.join(index), None, Some(item), places);
    }
    if places.len() == before {
        let order = |list: &[Value]| short(&Value::Array(list.to_vec()));
        let (old, new) = (order(old), order(new));
        let place = at.to_string();
        places.push(Difference { place, what: What::Changed, is_words: false, old, new });
    }
}

fn short(value: &Value) -> Option<String> {
    let text = value.to_string();
    (text.chars().count() <= LONGEST).then_some(text)
}
