//! The generator, stage by stage on small documents, and what has to be true of the whole client.
//!
//! The small documents are the API of a shop, whose schemas contain the construct under test.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking"
)]

mod bounding;
mod documenting;
mod emitting;
mod fuzzing;
mod house;
mod keeping;
mod loading;
mod lowering;
mod marks;
mod naming;
mod normalising;
mod options;
mod overlaying;
mod passing;
mod restating;
mod sides;
mod unexpected;
mod validating;

use std::fmt::Write;

use serde_json::{Value, json};

use openapi_client_build::normalise::{self, Normalised};
use openapi_client_build::openapi::mark;
use openapi_client_build::overlay::{self, Overlaid};
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::{Generated, Source};
use openapi_client_build::{emit, lower, passes, translate, validate};

/// A shop with one operation, which answers with an `Order`; `schemas` are its components.
fn shop(schemas: &str) -> String {
    let response = "{ description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }";
    shop_with(
        &format!("get: {{ operationId: get_order, responses: {{ '200': {response} }} }}"),
        schemas,
    )
}

/// A shop with other operations on its order.
fn shop_with(operations: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.0.0\ninfo: {{ title: Shop, version: '1' }}\npaths: {{ /order: {{ {operations} }} }}\n\
         components: {{ schemas: {{ {schemas} }} }}\n"
    )
}

/// An overlay of some actions.
fn actions(actions: &[&str]) -> String {
    let mut text = "overlay: 1.1.0\ninfo: { title: Shop, version: '1' }\nactions:\n".to_owned();
    for action in actions {
        writeln!(text, "  - {{ description: A test., {action} }}").unwrap();
    }
    if actions.is_empty() { text.replace("actions:\n", "actions: []\n") } else { text }
}

fn load(text: &str) -> Document {
    let source = Source { name: "a document", text };
    Document::load(source).unwrap_or_else(|errors| panic!("{errors}"))
}

fn overlaid(spec: &str, overlay: &str) -> Overlaid {
    validate::validate(load(spec))
        .and_then(|validated| overlay::apply(validated, &load(overlay)))
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn normalised(spec: &str, overlay: &str) -> Normalised {
    translate::translate(overlaid(spec, overlay))
        .and_then(normalise::normalise)
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn generated(spec: &str, overlay: &str) -> Generated {
    let [spec, overlay] = [spec, overlay].map(|text| Source { name: "a document", text });
    openapi_client_build::generate(spec, overlay).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The components after normalising, without the marks of their origins.
fn components(schemas: &str, actions_: &[&str]) -> Value {
    let document = normalised(&shop(schemas), &actions(actions_));
    let mut schemas = document.root()["components"]["schemas"].clone();
    forget_origins(&mut schemas);
    schemas
}

fn forget_origins(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove(mark::ORIGIN);
            members.values_mut().for_each(forget_origins);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_origins),
        _ => {}
    }
}

fn names(components: &Value) -> Vec<&str> {
    components.as_object().unwrap().keys().map(String::as_str).collect()
}
