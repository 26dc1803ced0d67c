//! Chooses one media type for each body: JSON if it is offered, under any name.
//!
//! The client cannot use the schema of a body that is not JSON: it sends and receives such a body as bytes.

use serde_json::{Map, Value, json};

use super::losses::Losses;
use crate::openapi::{self, MediaKind, mark};
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
        let own = openapi::places_of_members(root, &at.join("responses"));
        if at.last().is_some_and(|method| method == "head") {
            own.iter().for_each(|at| drop_body(root, at, losses));
        }
        responses.extend(own);
    }
    for at in responses {
        let response = at.get(root).cloned();
        let content = response.as_ref().and_then(|it| it.get("content")).and_then(Value::as_object);
        if let (Some(response), Some(content)) = (&response, content) {
            let status = at.last().unwrap_or_default();
            let is_bodiless = openapi::BODILESS.contains(&&*status);
            if is_bodiless && !content.is_empty() && at.depth() > 3 {
                losses.report(&at.join("content"), Problem::NoRoomForBody(status.into_owned()));
            }
            let content = match is_bodiless {
                true => Map::new(),
                false => response_content(root, response, content, &at.join("content"), losses),
            };
            set_content(root, &at, content);
        }
    }
}

fn set_content(root: &mut Value, at: &Pointer, content: Map<String, Value>) {
    if let Some(Value::Object(owner)) = at.get_mut(root) {
        owner.remove(mark::ORDER);
        owner.insert("content".to_owned(), Value::Object(content));
    }
}

/// Takes the body out of a response to `HEAD`, which may be the same component as that to `GET`.
fn drop_body(root: &mut Value, at: &Pointer, losses: &mut Losses) {
    let response = at.get(root).and_then(|response| openapi::resolve(root, response));
    let Some(Value::Object(mut response)) = response.cloned() else { return };
    let content = response.remove("content");
    if openapi::members(content.as_ref()).next().is_some() {
        losses.report(at, Problem::NoRoomForBody("HEAD".to_owned()));
        at.get_mut(root).into_iter().for_each(|old| *old = Value::Object(response.clone()));
    }
}

/// The rank of a media type: by its kind, then by its place in the document. Media types that an overlay added
/// come last, by name; those of Swagger 2.0 share one schema and one rank.
fn rank(root: &Value, owner: &Value, (name, value): (&String, &Value)) -> (MediaKind, usize) {
    let mut order = openapi::strings(owner.get(mark::ORDER));
    (kind(root, name, value), order.position(|other| other == name).unwrap_or(usize::MAX))
}

/// The media type that is sent: of several with the same rank, the first in the document. If several are bytes,
/// the caller names one.
fn request_content(
    root: &Value,
    body: &Value,
    at: &Pointer,
    losses: &mut Losses,
) -> Option<Map<String, Value>> {
    let content = body.get("content")?.as_object()?;
    let kind_of = |(name, value): &(&String, &Value)| kind(root, name, value);
    let (chosen, value) = content.iter().min_by_key(|it| rank(root, body, *it))?;
    let kind = kind_of(&(chosen, value));
    let mut is_one_of_many = false;
    for (name, other) in content.iter().filter(|(name, _)| *name != chosen) {
        if kind == MediaKind::Raw && kind_of(&(name, other)) == kind {
            is_one_of_many = true;
        } else if !says_the_same(root, (kind, value), (name, other)) {
            losses.report(&at.join(name), Problem::MediaType(name.clone()));
        }
    }
    let mut value = value.as_object()?.clone();
    let at = at.join(chosen);
    match kind {
        MediaKind::Raw | MediaKind::Multipart => {
            take_as_bytes(root, &mut value, chosen, &at, losses);
        }
        MediaKind::Form if !is_object(root, value.get("schema")) => {
            take_as_bytes(root, &mut value, chosen, &at, losses);
        }
        kind => {
            value.entry("schema").or_insert_with(|| json!({}));
            if kind == MediaKind::Form {
                drop_encodings(root, &mut value, &at, losses);
            } else {
                // `encoding` has no effect on JSON.
                value.remove("encoding");
            }
        }
    }
    let name = if is_one_of_many { "*/*".to_owned() } else { chosen.clone() };
    Some(Map::from_iter([(name, Value::Object(value))]))
}

/// The kind of a media type. `*/*` for a schema of bytes is not JSON.
fn kind(root: &Value, name: &str, value: &Value) -> MediaKind {
    let kind = openapi::media_kind(name);
    let schema = value.get("schema").and_then(|schema| openapi::resolve(root, schema));
    let is_binary = schema.and_then(|schema| openapi::text(schema, "format")) == Some("binary");
    if kind == MediaKind::Any && is_binary { MediaKind::Raw } else { kind }
}

/// True if another media type is JSON of the same schema as the chosen one.
fn says_the_same(root: &Value, chosen: (MediaKind, &Value), other: (&str, &Value)) -> bool {
    let is_json = chosen.0.is_json() && kind(root, other.0, other.1).is_json();
    is_json && chosen.1.get("schema") == other.1.get("schema")
}

/// True if each value of a schema is an object, so that a form can send its members.
fn is_object(root: &Value, schema: Option<&Value>) -> bool {
    let Some(schema) = schema.and_then(|schema| openapi::resolve(root, schema)) else {
        return false;
    };
    let all = |keyword| {
        let mut forms = openapi::items(schema.get(keyword)).peekable();
        forms.peek().is_some() && forms.all(|(_, form)| is_object(root, Some(form)))
    };
    let any =
        |keyword| openapi::items(schema.get(keyword)).any(|(_, it)| is_object(root, Some(it)));
    openapi::text(schema, "type") == Some("object")
        || schema.get("properties").is_some()
        || any("allOf")
        || all("oneOf")
        || all("anyOf")
}

/// A body without a schema, which is sent or received as bytes.
fn take_as_bytes(
    root: &Value,
    value: &mut Map<String, Value>,
    name: &str,
    at: &Pointer,
    losses: &mut Losses,
) {
    let schema = value.remove("schema");
    let schema = schema.as_ref().and_then(|schema| openapi::resolve(root, schema));
    let says_more = |schema: &Value| {
        openapi::text(schema, "type") != Some("string")
            && openapi::members(Some(schema)).next().is_some()
    };
    if schema.is_some_and(says_more) {
        losses.report(at, Problem::RawBody(name.to_owned()));
    }
    value.remove("encoding");
}

/// Keeps the encodings of a form's members that differ from the default.
fn drop_encodings(root: &Value, value: &mut Map<String, Value>, at: &Pointer, losses: &mut Losses) {
    let names = property_names(root, value.get("schema"));
    let Some(Value::Object(encodings)) = value.get_mut("encoding") else { return };
    encodings.retain(|property, encoding| {
        if names.as_ref().is_some_and(|names| !names.contains(property)) {
            let at = at.join_all(["encoding", property]);
            losses.report(&at, Problem::EncodingOfNothing(property.clone()));
            return false;
        }
        let style = openapi::text(encoding, "style").unwrap_or("form");
        let explode = encoding.get("explode").and_then(Value::as_bool);
        let is_plain = encoding.get("headers").is_none()
            && openapi::text(encoding, "contentType").is_none_or(|it| it == "text/plain");
        let is_own_way = match style {
            "deepObject" => false,
            style => explode.unwrap_or(style == "form"),
        };
        let is_style = ["form", "deepObject", "spaceDelimited", "pipeDelimited"].contains(&style);
        // An exploded list is one pair for each item, so its delimiter has no effect.
        if !is_plain || !is_style {
            let at = at.join_all(["encoding", property]);
            losses.report(&at, Problem::Encoding(property.clone()));
        }
        is_plain && is_style && !is_own_way
    });
}

/// JSON if it is offered; otherwise all media types, without a schema.
fn response_content(
    root: &Value,
    response: &Value,
    content: &Map<String, Value>,
    at: &Pointer,
    losses: &mut Losses,
) -> Map<String, Value> {
    let kind_of = |(name, value): &(&String, &Value)| kind(root, name, value);
    let json = content.iter().filter(|it| kind_of(it).is_json());
    let json = json.min_by_key(|it| rank(root, response, *it));
    if let Some((chosen, value)) = json {
        for (name, other) in content.iter().filter(|(name, _)| *name != chosen) {
            if !says_the_same(root, (kind_of(&(chosen, value)), value), (name, other)) {
                losses.report(&at.join(name), Problem::MediaType(name.clone()));
            }
        }
        let mut value = value.clone();
        if let Value::Object(value) = &mut value {
            value.entry("schema").or_insert_with(|| json!({}));
            value.remove("encoding");
        }
        return Map::from_iter([(chosen.clone(), value)]);
    }
    for (name, value) in content {
        if let Value::Object(mut value) = value.clone() {
            take_as_bytes(root, &mut value, name, &at.join(name), losses);
        }
    }
    content.keys().map(|name| (name.clone(), json!({}))).collect()
}

/// The names of all properties of a schema, if they are all in one place.
fn property_names(root: &Value, schema: Option<&Value>) -> Option<Vec<String>> {
    let schema = openapi::resolve(root, schema?)?;
    let is_elsewhere = ["additionalProperties", "allOf", "anyOf", "oneOf", "patternProperties"];
    if is_elsewhere.iter().any(|keyword| schema.get(*keyword).is_some()) {
        return None;
    }
    Some(openapi::members(schema.get("properties")).map(|(name, _)| name.to_owned()).collect())
}
