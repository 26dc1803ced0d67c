//! Reduces operations to what progenitor accepts: parameters with distinct names and its own styles, one JSON
//! body, and one JSON schema for each side of the responses. The rest goes into the plan, and the passes write
//! it into the code.

mod given_names;
mod parameters;
mod unions;

use serde_json::{Map, Value, json};

use super::report::Report;
use super::sides::{self, Answer};
use crate::names::field_name;
use crate::openapi::{self, MediaKind, Operation, mark};
use crate::plan::Plan;
use crate::plan::call::{Body, BodyKind, Call};
use crate::record::Record;
use given_names::GivenNames;
use parameters::{parameters, separator};
use unions::Unions;

const JSON: &str = "application/json";

/// `recorded` has the names that options had, and `record` gets those that they have now.
pub(super) fn run(
    root: &mut Value,
    plan: &mut Plan,
    recorded: Option<&Record>,
    record: &mut Record,
    report: &mut Report<'_>,
) {
    let before = root.clone();
    let mut names = GivenNames { recorded, record };
    let mut unions = Unions { schemas: Map::new(), before: &before, plan, report };
    let mut paths: Map<String, Value> = Map::new();
    for operation in openapi::operations(&before) {
        let (wire, path, plain) = plain(&before, &operation, &mut names, &mut unions);
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        unions.plan.set_call(&field_name(id), wire);
        let item = paths.entry(path).or_insert_with(|| json!({}));
        if let Value::Object(item) = item {
            item.insert(operation.method.to_owned(), plain);
        }
    }
    let schemas = unions.schemas;
    if let Value::Object(root) = root {
        root.insert("paths".to_owned(), Value::Object(paths));
        // The rest only documents, and progenitor would require it to be complete.
        root.retain(|member, _| {
            ["components", "info", "openapi", "paths"].contains(&member.as_str())
        });
        if let Some(Value::Object(info)) = root.get_mut("info") {
            info.retain(|member, _| member == mark::DOC);
            info.extend(["title", "version"].map(|member| (member.to_owned(), "".into())));
        }
    }
    if let Some(Value::Object(components)) = root.get_mut("components") {
        components.retain(|section, _| section == "schemas");
        if let Some(Value::Object(all)) = components.get_mut("schemas") {
            all.extend(schemas);
        }
    }
}

/// The plan of an operation, its path with names that progenitor keeps, and the reduced operation.
fn plain(
    root: &Value,
    operation: &Operation<'_>,
    names: &mut GivenNames<'_>,
    unions: &mut Unions<'_, '_>,
) -> (Call, String, Value) {
    let mut call = Call::default();
    let mut plain = Map::new();
    let id = openapi::text(operation.value, "operationId").unwrap_or_default();
    plain.insert("operationId".to_owned(), field_name(id).into());
    for member in ["summary", "description"] {
        plain.extend(operation.value.get(member).map(|words| (member.to_owned(), words.clone())));
    }
    if let Some((body, schema)) = body(root, operation.value) {
        let content = json!({ "application/json": { "schema": schema } });
        plain.insert("requestBody".to_owned(), json!({ "required": true, "content": content }));
        call.body = Some(body);
    }
    let (parameters, path) = parameters(root, operation, &mut call, names, unions.report);
    plain.insert("parameters".to_owned(), parameters.into());
    let [successes, failures] = sides::sides(root, operation);
    call.accept = accept(successes.iter().chain(&failures));
    call.is_public = is_public(root, operation.value);
    if successes.iter().all(|answer| answer.json.is_none()) {
        let raw = successes.iter().flat_map(|answer| &answer.media_types);
        call.raw = raw.map(|name| (*name).to_owned()).collect();
    }
    let success = unions.response(operation, &successes, ["response", "responses"]);
    let failure = unions.response(operation, &failures, ["error", "errors"]);
    plain.insert("responses".to_owned(), json!({ "2XX": success, "4XX": failure }));
    (call, path, Value::Object(plain))
}

/// The plan of the body, and the schema that progenitor gets for it.
fn body(root: &Value, operation: &Value) -> Option<(Body, Value)> {
    let body = openapi::resolve(root, operation.get("requestBody")?)?;
    let (media_type, value) = openapi::members(body.get("content")).next()?;
    let text = || json!({ "type": "string" });
    let schema = value.get("schema").cloned();
    let is_range = media_type.contains('*');
    let (kind, schema) = match (openapi::media_kind(media_type), schema) {
        (MediaKind::Json | MediaKind::JsonLike | MediaKind::Any, Some(schema)) => {
            (BodyKind::Json, schema)
        }
        (MediaKind::Form, Some(schema)) => (form(value.get("encoding")), schema),
        // The caller encodes the body.
        (MediaKind::Form, None) => (BodyKind::Text, text()),
        (MediaKind::Multipart, _) => (BodyKind::Encoded, text()),
        // The caller names one of several media types.
        _ if is_range => (BodyKind::Encoded, text()),
        _ if openapi::essence(media_type).starts_with("text/") => (BodyKind::Text, text()),
        _ => (BodyKind::Bytes, text()),
    };
    let content_type = if is_range { JSON } else { media_type }.to_owned();
    let is_optional = !openapi::is_true(body, "required");
    let words = openapi::text(body, "description").unwrap_or_default().trim_end().to_owned();
    Some((Body { content_type, is_optional, kind, words }, schema))
}

/// A form, according to its encodings.
fn form(encodings: Option<&Value>) -> BodyKind {
    let (mut deep, mut joined) = (Vec::new(), Vec::new());
    for (name, encoding) in openapi::members(encodings) {
        match openapi::text(encoding, "style") {
            Some("deepObject") => deep.push(name.to_owned()),
            style => joined.push((name.to_owned(), separator(style))),
        }
    }
    BodyKind::Form { deep, joined }
}

/// The media types that are read, each once.
fn accept<'a>(answers: impl Iterator<Item = &'a Answer<'a>>) -> String {
    let mut accepted: Vec<String> = Vec::new();
    for answer in answers {
        let json = answer.json.map(|(name, _)| name);
        for name in &answer.media_types {
            let name = match openapi::media_kind(name) {
                MediaKind::Any if json == Some(name) => JSON.to_owned(),
                _ => acceptable(name),
            };
            if !accepted.contains(&name) {
                accepted.push(name);
            }
        }
    }
    accepted.join(", ")
}

/// A media type for `Accept`: with its parameters, except the charset, which is UTF-8.
fn acceptable(media_type: &str) -> String {
    let parameters = media_type.split(';').skip(1).map(str::trim).filter(|parameter| {
        let name = parameter.split('=').next().unwrap_or_default().trim_end();
        !name.is_empty() && !name.eq_ignore_ascii_case("charset")
    });
    std::iter::once(openapi::essence(media_type).as_str())
        .chain(parameters)
        .collect::<Vec<_>>()
        .join(";")
}

/// True if the contract says that an operation needs no credentials.
fn is_public(root: &Value, operation: &Value) -> bool {
    let security = operation.get("security").or_else(|| root.get("security"));
    let needs_something = |(_, all): (usize, &Value)| openapi::members(Some(all)).next().is_some();
    security.is_some_and(Value::is_array) && !openapi::items(security).any(needs_something)
}
