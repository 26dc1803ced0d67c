//! Statuses in the spelling of the specification: `4XX`, whatever their case.

use serde_json::Value;

use super::losses::Losses;
use crate::openapi;

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    for operation in openapi::places_of_operations(root) {
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
    }
}

fn canonical(status: &str) -> Option<String> {
    match (status.to_ascii_uppercase().as_str(), status.to_ascii_lowercase().as_str()) {
        (range @ ("1XX" | "2XX" | "3XX" | "4XX" | "5XX"), _) => Some(range.to_owned()),
        (_, default @ "default") => Some(default.to_owned()),
        _ => None,
    }
}
