//! Restates `const` as an `enum` of one value.

use serde_json::{Value, json};

use super::losses::Losses;
use crate::openapi::schemas;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    schemas::each_schema_mut(root, &mut |at, schema| {
        let Value::Object(members) = schema else { return };
        let Some(value) = members.remove("const") else { return };
        let name = match &value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) | Value::Object(_) => {
                let keyword = "const";
                return losses.report(&at.join(keyword), Problem::Dropped { keyword });
            }
        };
        let is_choice =
            |ty: &Value| ty.as_array().is_some_and(|types| types.contains(&name.into()));
        if members.get("type").is_none_or(is_choice) {
            members.insert("type".to_owned(), name.into());
        }
        if !value.is_null() {
            losses.restated(&at.pointer(), "const", "enum");
            members.insert("enum".to_owned(), json!([value]));
        }
    });
}
