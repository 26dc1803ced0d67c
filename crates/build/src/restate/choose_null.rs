//! Restates `null` as a choice or as a value by `nullable`, as OpenAPI 3.0 does.

use serde_json::{Map, Value};

use super::losses::Losses;
use crate::openapi::schemas;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    schemas::each_schema_mut(root, &mut |_, schema| {
        let Value::Object(members) = schema else { return };
        for keyword in ["oneOf", "anyOf"] {
            choose(members, keyword);
        }
        if let Some(Value::Array(values)) = members.get_mut("enum")
            && values.iter().any(Value::is_null)
        {
            values.retain(|value| !value.is_null());
            if values.is_empty() {
                members.remove("enum");
            }
            members.insert("nullable".to_owned(), Value::Bool(true));
        }
    });
}

fn choose(members: &mut Map<String, Value>, keyword: &str) {
    let Some(Value::Array(variants)) = members.get_mut(keyword) else { return };
    let count = variants.len();
    variants.retain(|variant| !schemas::is_null(variant));
    if variants.len() == count {
        return;
    }
    if variants.len() <= 1 {
        let only = members.remove(keyword);
        // A choice with one option is that option.
        match (only, members.get_mut("allOf")) {
            (Some(Value::Array(only)), Some(Value::Array(parts))) => parts.extend(only),
            (Some(Value::Array(only)), _) if !only.is_empty() => {
                members.insert("allOf".to_owned(), Value::Array(only));
            }
            _ => {}
        }
    }
    members.insert("nullable".to_owned(), Value::Bool(true));
}
