//! Restates statuses in the specification's spelling, `4XX`. An operation without responses accepts any answer.

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::openapi;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let shared = Pointer::root().join_all(["components", "responses"]);
    if let Some(Value::Object(responses)) = shared.get_mut(root) {
        responses.values_mut().for_each(describe);
    }
    for operation in openapi::places_of_operations(root) {
        if let Some(Value::Object(operation_here)) = operation.get_mut(root)
            && describe_any(operation_here)
        {
            losses.report(&operation, Problem::NoResponses);
        }
        let at = operation.join("responses");
        let Some(Value::Object(responses)) = at.get_mut(root) else { continue };
        let others: Vec<(String, String)> = responses
            .keys()
            .filter_map(|status| Some((status.clone(), canonical(status)?)))
            .filter(|(status, canonical)| status != canonical)
            .collect();
        for (status, canonical) in others {
            if let Some(response) = responses.remove(&status) {
                responses.entry(canonical).or_insert(response);
            }
        }
        responses.values_mut().for_each(describe);
    }
}

/// Gives an operation without responses one for any status. Returns true if it had none.
pub(super) fn describe_any(operation: &mut Map<String, Value>) -> bool {
    let responses = operation.get("responses");
    let has_none = responses.is_none_or(|it| it.as_object().is_some_and(Map::is_empty));
    if has_none {
        let any = json!({ "default": { "description": "Any answer." } });
        operation.insert("responses".to_owned(), any);
    }
    has_none
}

/// The description that OpenAPI before 3.2 requires of a response.
fn describe(response: &mut Value) {
    let Value::Object(members) = response else { return };
    if !members.contains_key("$ref") {
        members.entry("description").or_insert_with(|| "".into());
    }
}

fn canonical(status: &str) -> Option<String> {
    match (status.to_ascii_uppercase().as_str(), status.to_ascii_lowercase().as_str()) {
        (range @ ("1XX" | "2XX" | "3XX" | "4XX" | "5XX"), _) => Some(range.to_owned()),
        (_, default @ "default") => Some(default.to_owned()),
        _ => None,
    }
}
