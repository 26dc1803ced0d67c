//! Reduces operations to what progenitor accepts: parameters with distinct names and its own styles, one JSON
//! body, and one JSON schema for each side of the responses. The rest goes into the plan, and the passes write
//! it into the code.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::kinds::becomes_container;
use super::plan_types;
use super::report::Report;
use super::sides::{self, Answer};
use crate::names;
use crate::openapi::{self, MediaKind, Operation, mark};
use crate::plan::Plan;
use crate::plan::call::{
    Arm, Body, BodyKind, Call, Codec, EMPTY_SEGMENT, Location, Parameter, Statuses,
};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

const JSON: &str = "application/json";

pub(super) fn run(root: &mut Value, plan: &mut Plan, report: &mut Report<'_>) {
    let before = root.clone();
    let mut unions = Unions { schemas: Map::new(), before: &before, plan, report };
    let mut paths: Map<String, Value> = Map::new();
    for operation in openapi::operations(&before) {
        let (wire, path, plain) = plain(&before, &operation, &mut unions);
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        unions.plan.set_call(&names::field_name(id), wire);
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
    unions: &mut Unions<'_, '_>,
) -> (Call, String, Value) {
    let mut call = Call::default();
    let mut plain = Map::new();
    let id = openapi::text(operation.value, "operationId").unwrap_or_default();
    plain.insert("operationId".to_owned(), names::field_name(id).into());
    for member in ["summary", "description"] {
        plain.extend(operation.value.get(member).map(|words| (member.to_owned(), words.clone())));
    }
    if let Some((body, schema)) = body(root, operation.value) {
        let content = json!({ "application/json": { "schema": schema } });
        plain.insert("requestBody".to_owned(), json!({ "required": true, "content": content }));
        call.body = Some(body);
    }
    let (parameters, path) = parameters(root, operation, &mut call, unions.report);
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
    let is_optional = body.get("required") != Some(&Value::Bool(true));
    Some((Body { content_type, is_optional, kind }, schema))
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

/// The encoded separator between the items of one pair.
fn separator(style: Option<&str>) -> &'static str {
    match style {
        Some("spaceDelimited") => "%20",
        Some("pipeDelimited") => "%7C",
        _ => ",",
    }
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

/// The parameters for progenitor, and the path with their names.
fn parameters(
    root: &Value,
    operation: &Operation<'_>,
    call: &mut Call,
    report: &mut Report<'_>,
) -> (Vec<Value>, String) {
    // An operation's parameter replaces the one of its path.
    let mut effective: BTreeMap<(Location, &str), (Pointer, &Value)> = BTreeMap::new();
    for (at, parameter) in openapi::parameters(operation) {
        let Some(parameter) = openapi::resolve(root, parameter) else { continue };
        let name = openapi::text(parameter, "name").unwrap_or_default();
        // Path parameters first, so that their names are the same for all methods.
        let location = match openapi::text(parameter, "in") {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("header") => Location::Header,
            _ => Location::Cookie,
        };
        effective.insert((location, name), (at, parameter));
    }
    let mut taken: BTreeSet<String> = ["body", "header_map"].map(str::to_owned).into();
    let mut path = operation.path.to_owned();
    while path.contains("//") {
        path = path.replacen("//", &format!("/{EMPTY_SEGMENT}/"), 1);
    }
    let mut plain = Vec::new();
    for ((location, name), (at, parameter)) in effective {
        let place = openapi::text(parameter, "in").unwrap_or_default();
        let given = given_name(name, place, &mut taken);
        if place == "path" {
            path = path.replace(&format!("{{{name}}}"), &format!("{{{given}}}"));
        }
        let content = openapi::members(parameter.get("content")).next();
        let schema = content.map_or(Some(parameter), |(_, value)| Some(value));
        let mut schema = schema.and_then(|owner| owner.get("schema")).cloned().unwrap_or(json!({}));
        let codec = codec(root, parameter, place, &schema);
        let has_own_words = matches!(codec, Codec::Json | Codec::JsonText | Codec::Deep);
        if !has_own_words && is_nested(root, &schema) {
            report.add(&at, Problem::NestedParameter(name.to_owned()));
        }
        let is_exploded = parameter.get("explode") != Some(&Value::Bool(false));
        let resolved = openapi::resolve(root, &schema).unwrap_or(&schema);
        let has_parts = becomes_container(resolved) || resolved.get("properties").is_some();
        if codec == Codec::Cookie && is_exploded && has_parts {
            report.add(&at, Problem::ExplodedCookie(name.to_owned()));
        }
        let default = plan_types::default_words(resolved);
        let words = openapi::text(parameter, "description").map(|it| it.trim_end().to_owned());
        let is_deprecated = parameter.get("deprecated") == Some(&Value::Bool(true));
        let deprecated = is_deprecated.then(|| "Deprecated.".to_owned());
        let words = [words, default, deprecated].into_iter().flatten();
        let words = words.collect::<Vec<_>>().join(" ");
        if let Value::Object(schema) = &mut schema {
            // The server decides about a default; a URL cannot contain `null`.
            schema.remove("default");
            schema.remove("nullable");
        }
        let ident = names::field_name(&given);
        let wire_name = name.to_owned();
        let given_name = given.clone();
        call.parameters.push(Parameter {
            given: given_name,
            ident,
            wire_name,
            words,
            location,
            codec,
        });
        let place = if place == "cookie" { "header" } else { place };
        let is_required = parameter.get("required") == Some(&Value::Bool(true));
        plain.push(json!({
            "name": given, "in": place, "required": is_required, "schema": schema,
        }));
    }
    (plain, path)
}

/// A name that stays unique in Rust: progenitor turns `paidAt` and `paid_at` into the same name, and knows a
/// parameter by its name alone.
fn given_name(name: &str, place: &str, taken: &mut BTreeSet<String>) -> String {
    let rust_name = names::field_name(name);
    let is_kept = name.starts_with(|c: char| c.is_alphabetic());
    let first = if is_kept { name.to_owned() } else { rust_name };
    let base = names::field_name(&first);
    let suffix = format!("_{place}");
    let free = names::first_free(
        [first],
        |number| format!("{base}{}", suffix.repeat(number - 1)),
        |name| taken.contains(&names::field_name(name)),
    );
    taken.insert(names::field_name(&free));
    free
}

fn codec(root: &Value, parameter: &Value, place: &str, schema: &Value) -> Codec {
    let resolved = openapi::resolve(root, schema).unwrap_or(schema);
    let kind = openapi::text(resolved, "type");
    let is_object = kind == Some("object") || resolved.get("properties").is_some();
    let is_json = openapi::members(parameter.get("content"))
        .any(|(media_type, _)| openapi::media_kind(media_type).is_json());
    // Formats whose Rust types print otherwise than they are sent.
    let format = openapi::text(resolved, "format");
    let has_type = format.is_some_and(|it| it.starts_with("date") || it.starts_with("ip"));
    let style = openapi::text(parameter, "style").unwrap_or("form");
    let explode = parameter.get("explode").and_then(Value::as_bool);
    match place {
        "cookie" if is_json => Codec::JsonText,
        "cookie" => Codec::Cookie,
        "query" if is_json => Codec::Json,
        "query" => match (style, explode.unwrap_or(style == "form")) {
            ("deepObject", _) => Codec::Deep,
            (_, true) if is_object => Codec::Exploded,
            (_, true) => Codec::Pairs,
            _ if kind != Some("array") && !is_object => Codec::Pairs,
            _ => Codec::Joined(separator(Some(style))),
        },
        _ if is_json => Codec::JsonText,
        "path" if style == "label" => Codec::Label { explode: explode.unwrap_or(false) },
        "path" if style == "matrix" => Codec::Matrix { explode: explode.unwrap_or(false) },
        _ if kind == Some("string") && !has_type => Codec::Text,
        _ => Codec::Simple { explode: explode.unwrap_or(false) },
    }
}

/// True if a value, or one of its forms, has items or members that are lists or objects.
fn is_nested(root: &Value, schema: &Value) -> bool {
    let schema = openapi::resolve(root, schema).unwrap_or(schema);
    match schema.get(mark::CHOICE) {
        None => holds_many(root, schema),
        // Each form is the item of a list.
        Some(_) => openapi::members(schema.get("properties"))
            .filter_map(|(_, list)| openapi::resolve(root, list.get("items")?))
            .any(|form| holds_many(root, form)),
    }
}

fn holds_many(root: &Value, schema: &Value) -> bool {
    let is_many = |inner: &Value| {
        let inner = openapi::resolve(root, inner).unwrap_or(inner);
        becomes_container(inner) || inner.get("properties").is_some()
    };
    let inner = ["items", "additionalProperties"].map(|keyword| schema.get(keyword));
    let properties = openapi::members(schema.get("properties")).map(|(_, it)| it);
    properties.chain(inner.into_iter().flatten()).any(is_many)
}

/// Makes placeholder components for the unions that a pass writes later.
struct Unions<'a, 'e> {
    schemas: Map<String, Value>,
    before: &'a Value,
    plan: &'a mut Plan,
    report: &'a mut Report<'e>,
}

impl Unions<'_, '_> {
    /// The response for one side.
    fn response(
        &mut self,
        operation: &Operation<'_>,
        side: &[Answer<'_>],
        words: [&str; 2],
    ) -> Value {
        let schema = match side.iter().find_map(|answer| answer.json) {
            None => return json!({ "description": "" }),
            Some((_, schema)) if !sides::differ(side) => schema.clone(),
            Some(_) => self.union(operation, side, words),
        };
        let content = json!({ "application/json": { "schema": schema } });
        json!({ "description": "", "content": content })
    }

    /// A struct with a member for each status; `choose_by_status` makes an enum of it.
    fn union(&mut self, operation: &Operation<'_>, side: &[Answer<'_>], words: [&str; 2]) -> Value {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        let is_taken = |name: &String| {
            self.schemas.contains_key(name)
                || openapi::component_schema(self.before, name).is_some()
        };
        let names = words.map(|word| names::type_name(&format!("{id} {word}")));
        let name = names.iter().find(|name| !is_taken(name)).or(names.first());
        let name = name.cloned().unwrap_or_default();
        if is_taken(&name) {
            let first = self.plan.type_named(&name).map(|fact| fact.origin.clone());
            let first = first.unwrap_or_default();
            let problem = Problem::NameTaken { name: name.clone(), first };
            self.report.add(&operation.pointer, problem);
        }
        let mut properties = Map::new();
        let mut arms = Vec::new();
        for answer in side {
            let variant = answer.json.map(|(_, schema)| {
                let variant = answer.statuses.variant();
                properties.insert(variant.clone(), schema.clone());
                variant
            });
            arms.push(Arm { statuses: answer.statuses, variant });
        }
        // Trailing statuses without a value are like all other statuses.
        while arms.last().is_some_and(|arm: &Arm| arm.variant.is_none()) {
            arms.pop();
        }
        if arms.iter().all(|arm| arm.statuses != Statuses::Others) {
            arms.push(Arm { statuses: Statuses::Others, variant: None });
        }
        self.plan.add_union(&name, arms);
        let reference = json!({ "$ref": openapi::component_reference(&name) });
        let origin = operation.pointer.join("responses").to_string();
        let union = json!({
            "type": "object", "properties": properties, mark::ORIGIN: origin,
        });
        self.schemas.insert(name, union);
        reference
    }
}
