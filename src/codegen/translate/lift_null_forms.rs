//! A form of a choice that is null alone is none: the choice is `nullable`.

use serde_json::Value;

use super::Losses;
use crate::codegen::openapi;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    openapi::each_schema_mut(root, &mut |_, schema| {
        let Value::Object(members) = schema else { return };
        let mut is_nullable = false;
        for keyword in ["oneOf", "anyOf"] {
            let Some(Value::Array(forms)) = members.get_mut(keyword) else { continue };
            let before = forms.len();
            forms.retain(|form| !is_null(form));
            is_nullable |= forms.len() < before;
            if forms.is_empty() && before > 0 {
                members.remove(keyword);
            }
        }
        if is_nullable {
            members.insert("nullable".to_owned(), Value::Bool(true));
        }
    });
}

fn is_null(form: &Value) -> bool {
    let only = form.get("enum").and_then(Value::as_array);
    openapi::text(form, "type") == Some("null")
        || form.get("const").is_some_and(Value::is_null)
        || only.is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_null))
}
