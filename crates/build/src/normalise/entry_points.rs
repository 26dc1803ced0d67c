//! The schemas that operations name directly.

use serde_json::Value;

use super::sides;
use crate::names;
use crate::openapi;
use crate::plan::Direction;
use crate::record;
use crate::source::pointer::Pointer;

/// The schemas of request and response bodies and of parameters, by operation, each with words for its name.
/// Reachability starts here.
pub(super) fn entry_points(root: &Value) -> Vec<EntryPoint> {
    let mut found = Vec::new();
    for operation in openapi::operations(root) {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        let method = names::field_name(id);
        for (at, parameter) in openapi::parameters(&operation) {
            let (at, parameter) = openapi::follow(root, at, parameter);
            let name = openapi::text(parameter, "name").unwrap_or_default();
            let words = format!("{id} {name}");
            let kind = openapi::text(parameter, "in").unwrap_or_default();
            let place = record::of_operation(&method, &format!("{kind}/{name}"));
            if parameter.get("schema").is_some() {
                let (pointer, direction) = (at.join("schema"), Direction::Request);
                found.push(EntryPoint { pointer, words, place, direction });
            } else {
                content(&at, parameter, &words, &place, &mut found);
            }
        }
        if let Some(body) = operation.value.get("requestBody") {
            let (at, body) = openapi::follow(root, operation.pointer.join("requestBody"), body);
            let place = record::of_operation(&method, record::BODY);
            content(&at, body, &format!("{id} request"), &place, &mut found);
        }
        for (side, kind) in sides::sides(root, &operation).iter().zip(["response", "error"]) {
            let differ = sides::differ(side);
            for answer in side {
                let Some((media_type, _)) = answer.json else { continue };
                let pointer = answer.place.join_all(["content", media_type, "schema"]);
                let words = match answer.statuses.key().filter(|_| differ) {
                    Some(status) => format!("{id} {status} {kind}"),
                    None if differ => format!("{id} default {kind}"),
                    None => format!("{id} {kind}"),
                };
                let status = answer.statuses.key().unwrap_or_else(|| "default".into());
                let place = record::of_operation(&method, &status);
                found.push(EntryPoint { pointer, words, place, direction: Direction::Response });
            }
        }
    }
    found
}

/// A schema that an operation names directly.
pub(super) struct EntryPoint {
    pub(super) pointer: Pointer,
    pub(super) words: String,
    /// Its place in the record of types.
    pub(super) place: String,
    pub(super) direction: Direction,
}

fn content(at: &Pointer, owner: &Value, words: &str, place: &str, found: &mut Vec<EntryPoint>) {
    for (media_type, value) in openapi::members(owner.get("content")) {
        if value.get("schema").is_some() {
            found.push(EntryPoint {
                pointer: at.join_all(["content", media_type, "schema"]),
                words: words.to_owned(),
                place: place.to_owned(),
                direction: Direction::Request,
            });
        }
    }
}
