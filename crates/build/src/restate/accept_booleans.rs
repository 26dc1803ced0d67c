//! Boolean schemas of JSON Schema: `true` becomes `{}`; a property whose schema is `false` is removed.

use serde_json::{Value, json};

use super::losses::Losses;
use crate::openapi::schemas;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    schemas::each_schema_mut(root, &mut |at, schema| {
        if let Value::Bool(accepts) = *schema {
            if !accepts {
                losses.report(&at.pointer(), Problem::Dropped { keyword: "false" });
            }
            *schema = json!({});
        }
        let Value::Object(members) = schema else { return };
        let mut gone = Vec::new();
        if let Some(Value::Object(properties)) = members.get_mut("properties") {
            properties.retain(|name, property| {
                let is_property = *property != Value::Bool(false);
                if !is_property {
                    gone.push(Value::from(name.as_str()));
                }
                is_property
            });
        }
        if let (Some(Value::Array(required)), false) =
            (members.get_mut("required"), gone.is_empty())
        {
            required.retain(|name| !gone.contains(name));
        }
        for keyword in ["oneOf", "anyOf"] {
            if let Some(Value::Array(variants)) = members.get_mut(keyword) {
                variants.retain(|variant| *variant != Value::Bool(false));
            }
        }
        if let Some(items @ Value::Bool(_)) = members.get_mut("items") {
            if *items == Value::Bool(false) {
                losses.report(&at.join("items"), Problem::Dropped { keyword: "false" });
            }
            *items = json!({});
        }
    });
}
