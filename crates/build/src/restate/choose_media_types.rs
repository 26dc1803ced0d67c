//! One media type for each body: JSON where it is offered, under whatever name it has.
//!
//! A body that is no JSON has no schema that the client could use: it is sent, or received, as the
//! bytes it is.

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::openapi::{self, MediaKind};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let top = Pointer::root();
    let operations = openapi::places_of_operations(root);
    let mut bodies: Vec<Pointer> = operations.iter().map(|at| at.join("requestBody")).collect();
    bodies.extend(openapi::places_of_members(root, &top.join_all(["components", "requestBodies"])));
    for at in bodies {
        let body = at.get(root);
        let content = body.and_then(|it| request_content(root, it, &at.join("content"), losses));
        if let Some(content) = content {
            set_content(root, &at, content);
        }
    }
    let mut responses =
        openapi::places_of_members(root, &top.join_all(["components", "responses"]));
    for at in operations {
        responses.extend(openapi::places_of_members(root, &at.join("responses")));
    }
    for at in responses {
        let content = at.get(root).and_then(|it| it.get("content"));
        let content = content.and_then(Value::as_object).cloned();
        if let Some(content) = content {
            // HTTP has no room for a body there.
            let is_bodiless = at.last().is_some_and(|status| status == "204" || status == "304");
            let content = if is_bodiless { Map::new() } else { response_content(&content) };
            set_content(root, &at, content);
        }
    }
}

fn set_content(root: &mut Value, at: &Pointer, content: Map<String, Value>) {
    if let Some(Value::Object(owner)) = at.get_mut(root) {
        owner.insert("content".to_owned(), Value::Object(content));
    }
}

/// The media type that is sent; several that are equally good are taken in the document's order.
fn request_content(
    root: &Value,
    body: &Value,
    at: &Pointer,
    losses: &mut Losses,
) -> Option<Map<String, Value>> {
    let content = body.get("content")?.as_object()?;
    let offered = content.iter().map(|(name, value)| (openapi::media_kind(name), name, value));
    let (kind, name, value) = offered.min_by_key(|(kind, _, _)| *kind)?;
    let mut value = value.as_object()?.clone();
    let at = at.join(name);
    match kind {
        MediaKind::Raw | MediaKind::Multipart => {
            let schema = value.remove("schema");
            let schema = schema.as_ref().and_then(|schema| openapi::resolve(root, schema));
            if schema.is_some_and(|schema| openapi::text(schema, "type") != Some("string")) {
                losses.report(&at, Problem::RawBody(name.clone()));
            }
            value.remove("encoding");
        }
        kind => {
            value.entry("schema").or_insert_with(|| json!({}));
            if kind == MediaKind::Form {
                drop_encodings(&mut value, &at, losses);
            } else {
                // It means nothing for JSON.
                value.remove("encoding");
            }
        }
    }
    Some(Map::from_iter([(name.clone(), Value::Object(value))]))
}

/// Keeps what a form says of how its members are written, beyond the form's own way.
fn drop_encodings(value: &mut Map<String, Value>, at: &Pointer, losses: &mut Losses) {
    let Some(Value::Object(encodings)) = value.get_mut("encoding") else { return };
    encodings.retain(|property, encoding| {
        let style = openapi::text(encoding, "style").unwrap_or("form");
        let explode = encoding.get("explode").and_then(Value::as_bool);
        let is_plain = encoding.get("headers").is_none()
            && openapi::text(encoding, "contentType").is_none_or(|it| it == "text/plain");
        let is_own_way = match style {
            "deepObject" => false,
            style => explode.unwrap_or(style == "form"),
        };
        let is_style = ["form", "deepObject", "spaceDelimited", "pipeDelimited"].contains(&style);
        // A list that is delimited and exploded is a pair for each item, whatever stands between them.
        if !is_plain || !is_style {
            let at = at.join_all(["encoding", property]);
            losses.report(&at, Problem::Encoding(property.clone()));
        }
        is_plain && is_style && !is_own_way
    });
}

/// JSON where it is offered; otherwise all that may come, without a schema.
fn response_content(content: &Map<String, Value>) -> Map<String, Value> {
    let json = content
        .iter()
        .filter(|(name, _)| openapi::media_kind(name).is_json())
        .min_by_key(|(name, _)| openapi::media_kind(name));
    if let Some((name, value)) = json {
        let mut value = value.clone();
        if let Value::Object(value) = &mut value {
            value.entry("schema").or_insert_with(|| json!({}));
            value.remove("encoding");
        }
        return Map::from_iter([(name.clone(), value)]);
    }
    content.keys().map(|name| (name.clone(), json!({}))).collect()
}
