//! Restates the frame of an OpenAPI 3.1 or 3.2 document as 3.0; later rules restate its schemas.

use serde_json::{Map, Value};

use super::losses::Losses;
use super::read_statuses;
use crate::openapi;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Dialects of JSON Schema without additions; each version has a date.
const DIALECTS: [&str; 2] =
    ["https://spec.openapis.org/oas/3.1/dialect/", "https://spec.openapis.org/oas/3.2/dialect/"];

/// The dialect that they extend.
const JSON_SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let is_later = |version: &str| ["3.1", "3.2"].iter().any(|it| openapi::is_version(version, it));
    if !openapi::text(root, "openapi").is_some_and(is_later) {
        return;
    }
    for at in openapi::places_of_operations(root) {
        if let Some(Value::Object(operation)) = at.get_mut(root) {
            // OpenAPI 3.1 allows leaving them out.
            read_statuses::describe_any(operation);
        }
    }
    let Value::Object(members) = root else { return };
    members.insert("openapi".to_owned(), "3.0.3".into());
    let top = Pointer::root();
    if let Some(dialect) = members.remove("jsonSchemaDialect") {
        let is_dated = |rest: &str| rest.bytes().all(|sign| sign.is_ascii_digit() || sign == b'-');
        let is_known = dialect.as_str().is_some_and(|dialect| {
            let version = DIALECTS.iter().find_map(|known| dialect.strip_prefix(known));
            dialect.trim_end_matches('#') == JSON_SCHEMA
                || version.is_some_and(|version| version == "base" || is_dated(version))
        });
        if !is_known {
            let keyword = "jsonSchemaDialect";
            losses.report(&top.join(keyword), Problem::Dropped { keyword });
        }
    }
    if let Some(Value::Object(webhooks)) = members.remove("webhooks")
        && !webhooks.is_empty()
    {
        losses.report(&top.join("webhooks"), Problem::Webhooks);
    }
    // A document may consist of webhooks alone; validation reports that it has no operation.
    members.entry("paths").or_insert_with(|| Map::new().into());
    if let Some(Value::Object(info)) = members.get_mut("info") {
        info.remove("summary");
        if let Some(Value::Object(license)) = info.get_mut("license") {
            license.remove("identifier");
        }
    }
}
