//! The parameters of an operation: names that progenitor keeps, and how each is written.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::given_names::{GivenNames, Key};
use crate::names::field_name;
use crate::normalise::kinds::becomes_container;
use crate::normalise::plan_types;
use crate::normalise::report::Report;
use crate::openapi::{self, Operation, mark};
use crate::plan::call::{Call, Codec, EMPTY_SEGMENT, Location, Parameter};
use crate::prose;
use crate::sensitive_words;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The parameters for progenitor, and the path with their names.
pub(super) fn parameters(
    root: &Value,
    operation: &Operation<'_>,
    call: &mut Call,
    names: &mut GivenNames<'_>,
    report: &mut Report<'_>,
) -> (Vec<Value>, String) {
    // An operation's parameter replaces the one of its path.
    let mut effective: BTreeMap<Key<'_>, (Pointer, &Value)> = BTreeMap::new();
    for (at, parameter) in openapi::parameters(operation) {
        let Some(parameter) = openapi::resolve(root, parameter) else { continue };
        let name = openapi::text(parameter, "name").unwrap_or_default();
        // Validation has refused any other word.
        let location = openapi::text(parameter, "in").and_then(Location::parse);
        let Some(location) = location else { continue };
        // Path parameters first, so that their names are the same for all methods.
        effective.insert((location, name), (at, parameter));
    }
    let id = openapi::text(operation.value, "operationId").unwrap_or_default();
    let method = &field_name(id);
    let mut path = operation.path.to_owned();
    while path.contains("//") {
        path = path.replacen("//", &format!("/{EMPTY_SEGMENT}/"), 1);
    }
    let mut plain = Vec::new();
    let keys: Vec<(Key<'_>, bool)> = effective
        .iter()
        .map(|(key, (_, parameter))| (*key, openapi::is_true(parameter, "required")))
        .collect();
    let mut given_names = names.give(method, &keys);
    for ((location, name), (at, parameter)) in effective {
        let given = given_names.remove(&(location, name)).unwrap_or_default();
        if location == Location::Path {
            path = path.replace(&format!("{{{name}}}"), &format!("{{{given}}}"));
        }
        let content = openapi::members(parameter.get("content")).next();
        let schema = content.map_or(Some(parameter), |(_, value)| Some(value));
        let mut schema = schema.and_then(|owner| owner.get("schema")).cloned().unwrap_or(json!({}));
        let codec = codec(root, parameter, location, &schema);
        let has_own_words = matches!(codec, Codec::Json | Codec::JsonText | Codec::Deep);
        if !has_own_words && is_nested(root, &schema) {
            report.add(&at, Problem::NestedParameter(name.to_owned()));
        }
        let is_exploded = parameter.get("explode") != Some(&Value::Bool(false));
        let resolved = openapi::resolve(root, &schema).unwrap_or(&schema);
        let is_sensitive = is_sensitive(name, location, [parameter, &schema, resolved]);
        let has_parts = becomes_container(resolved) || resolved.get("properties").is_some();
        if codec == Codec::Cookie && is_exploded && has_parts {
            report.add(&at, Problem::ExplodedCookie(name.to_owned()));
        }
        let is_required = openapi::is_true(parameter, "required");
        let default = plan_types::default_of(root, &schema).map(plan_types::default_words);
        let words = words(root, parameter, &schema);
        let is_deprecated = openapi::is_true(parameter, "deprecated");
        let words = prose::document(words.into_iter().chain(default), is_deprecated);
        if let Value::Object(schema) = &mut schema {
            // The server decides about a default; a URL cannot contain `null`.
            schema.remove("default");
            schema.remove("nullable");
        }
        let ident = field_name(&given);
        let wire_name = name.to_owned();
        let given_name = given.clone();
        call.parameters.push(Parameter {
            given: given_name,
            ident,
            wire_name,
            words,
            location,
            codec,
            is_required,
            is_sensitive,
        });
        let place = if location == Location::Cookie { Location::Header } else { location };
        plain.push(json!({
            "name": given, "in": place.word(), "required": is_required, "schema": schema,
        }));
    }
    (plain, path)
}

/// The descriptions of a parameter, of its schema, and of what is inside of that.
fn words(root: &Value, parameter: &Value, schema: &Value) -> Vec<String> {
    let own = openapi::text(parameter, "description");
    let of_schema = plan_types::own_words(root, schema).filter(|words| Some(*words) != own);
    let words = own.into_iter().chain(of_schema).map(|words| words.trim_end().to_owned());
    words.chain(plan_types::words_inside(root, schema)).collect()
}

/// True if `Debug` must hide a parameter: a cookie, or one whose name suggests a secret, unless it is marked.
fn is_sensitive(name: &str, location: Location, marked: [&Value; 3]) -> bool {
    let mark = marked.into_iter().find_map(|it| it.get(mark::SENSITIVE)?.as_bool());
    mark.unwrap_or_else(|| location == Location::Cookie || sensitive_words::word_in(name).is_some())
}

fn codec(root: &Value, parameter: &Value, location: Location, schema: &Value) -> Codec {
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
    match location {
        Location::Cookie if is_json => Codec::JsonText,
        Location::Cookie => Codec::Cookie,
        Location::Query if is_json => Codec::Json,
        Location::Query => match (style, explode.unwrap_or(style == "form")) {
            ("deepObject", _) => Codec::Deep,
            (_, true) if is_object => Codec::Exploded,
            (_, true) => Codec::Pairs,
            _ if kind != Some("array") && !is_object => Codec::Pairs,
            _ => Codec::Joined(separator(Some(style))),
        },
        _ if is_json => Codec::JsonText,
        Location::Path if style == "label" => Codec::Label { explode: explode.unwrap_or(false) },
        Location::Path if style == "matrix" => Codec::Matrix { explode: explode.unwrap_or(false) },
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

/// The encoded separator between the items of one pair.
pub(super) fn separator(style: Option<&str>) -> &'static str {
    match style {
        Some("spaceDelimited") => "%20",
        Some("pipeDelimited") => "%7C",
        _ => ",",
    }
}
