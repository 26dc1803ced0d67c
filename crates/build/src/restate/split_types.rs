//! Restates a list of types as a choice between them, and `null` in it as `nullable`.

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::openapi::grammar::KEYWORDS;
use crate::openapi::{self, mark, schemas};

/// The number of types without `null` and `integer`, which is a `number`.
const ALL_TYPES: usize = 5;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    schemas::each_schema_mut(root, &mut |_, schema| {
        let Value::Object(members) = schema else { return };
        let mut types = match members.get("type") {
            Some(Value::Array(types)) => types.clone(),
            Some(name) if name == "null" => vec![name.clone()],
            _ => return,
        };
        // Validation refuses what is not the name of a type.
        if !types
            .iter()
            .all(|name| name == "null" || schemas::TYPES.iter().any(|known| name == known))
        {
            return;
        }
        members.remove("type");
        if types.iter().any(|name| name == "null") {
            members.insert("nullable".to_owned(), Value::Bool(true));
        }
        types.retain(|name| name != "null");
        let has_number = types.iter().any(|name| name == "number");
        types.retain(|name| !(has_number && name == "integer"));
        match types.as_slice() {
            [only] => {
                members.insert("type".to_owned(), only.clone());
            }
            [] => {}
            types if types.len() >= ALL_TYPES => {}
            types => choose(members, types),
        }
    });
}

/// Makes each type a form of the choice, with the keywords that concern it.
fn choose(members: &mut Map<String, Value>, types: &[Value]) {
    // If there are choices, they have their own types.
    if ["$ref", "allOf", "anyOf", "oneOf"].iter().any(|keyword| members.contains_key(*keyword)) {
        return;
    }
    let (values, written) = (members.remove("enum"), members.remove(mark::WRITTEN));
    let known = |name: &Value| KEYWORDS.into_iter().find(|(known, _)| name == known);
    let variants = types.iter().filter_map(known).filter_map(|(name, keywords)| {
        let mut variant = Map::new();
        variant.insert("type".to_owned(), name.into());
        for keyword in keywords {
            if let Some(value) = members.get(*keyword) {
                variant.insert((*keyword).to_owned(), value.clone());
            }
        }
        if let Some(values) = &values {
            let mine: Vec<&Value> = openapi::items(Some(values))
                .map(|(_, value)| value)
                .filter(|value| is_of(value, name))
                .collect();
            if mine.is_empty() {
                return None;
            }
            variant.insert("enum".to_owned(), json!(mine));
            variant.extend(written.clone().map(|written| (mark::WRITTEN.to_owned(), written)));
        }
        Some(Value::Object(variant))
    });
    let variants: Vec<Value> = variants.collect();
    for keyword in KEYWORDS.iter().flat_map(|(_, keywords)| keywords.iter()) {
        members.remove(*keyword);
    }
    match <[Value; 1]>::try_from(variants) {
        Ok([Value::Object(only)]) => members.extend(only),
        Ok([_]) => {}
        Err(variants) => {
            members.insert("oneOf".to_owned(), variants.into());
        }
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match value {
        Value::String(_) => name == "string",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => name == "number" || (name == "integer" && !number.is_f64()),
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
        Value::Null => false,
    }
}
