//! Documents which places have a member or value of a type whose places have grown apart.

use std::collections::BTreeSet;

use serde_json::Value;

use super::uses::Use;
use crate::normalise::descriptions::set_description;
use crate::openapi::{self, mark};

/// Documents which places have a member or value, if not all do.
pub(super) fn say_which_place_has_what(joined: &mut Value, all: &[Use<'_>]) {
    let having = |has: &dyn Fn(&Value) -> bool| -> Option<String> {
        let places = all.iter().filter(|found| has(found.schema)).map(|found| found.name());
        let places: BTreeSet<String> = places.map(|name| format!("`{name}`")).collect();
        let is_all = all.iter().all(|found| has(found.schema));
        let places: Vec<String> = places.into_iter().collect();
        let (last, others) = places.split_last().filter(|_| !is_all)?;
        Some(match others {
            [] => last.clone(),
            others => format!("{} and {last}", others.join(", ")),
        })
    };
    let mut words = Vec::new();
    for (_, value) in openapi::items(joined.get("enum")) {
        let has = |schema: &Value| openapi::items(schema.get("enum")).any(|(_, it)| it == value);
        let value = value.as_str().unwrap_or_default();
        words.extend(having(&has).map(|places| format!("`{value}` is a value of {places} only.")));
    }
    add_words(joined, &words.join("\n"));
    for (name, property) in properties_mut(joined) {
        let has = |schema: &Value| {
            schema.get("properties").is_some_and(|properties| properties.get(name).is_some())
        };
        if let (Some(places), Value::Object(property)) = (having(&has), property) {
            property.insert(mark::PLACES.to_owned(), places.into());
        }
    }
}

fn properties_mut(schema: &mut Value) -> impl Iterator<Item = (&String, &mut Value)> {
    schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten()
}

fn add_words(schema: &mut Value, words: &str) {
    if words.is_empty() {
        return;
    }
    let words = match openapi::text(schema, "description") {
        Some(before) => format!("{}\n\n{words}", before.trim_end()),
        None => words.to_owned(),
    };
    set_description(schema, Some(words.into()));
}
