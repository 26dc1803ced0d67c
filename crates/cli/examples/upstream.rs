//! Writes what upstream would publish after a change of one kind, for `.ci/renewals`:
//!
//! ```sh
//! cargo run --example upstream -- component-renamed <spec/sessions-cancel.yaml >upstream.yaml
//! ```

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a script fails by panicking"
)]

use std::error::Error;
use std::io::{self, Read, Write};

use serde_yaml::{Mapping, Value};

type Change = fn(&mut Value);

/// Each kind of change and what it does to the document.
const KINDS: [(&str, Change); 12] = [
    ("version", |document| document["info"]["version"] = "2".into()),
    ("property-optional", |document| {
        schema(document, "Giftcard")["properties"]["zone"] = typed("string");
    }),
    ("property-required", |document| {
        // The documented answer shows items.
        let item = schema(document, "OrderItem");
        item["properties"]["zone"] = typed("string");
        push(&mut item["required"], "zone");
    }),
    ("property-removed", |document| drop(take(meta(document), "transaction_id"))),
    ("property-retyped", |document| meta(document)["transaction_id"]["type"] = "integer".into()),
    ("property-renamed", |document| {
        let transaction = take(meta(document), "transaction_id");
        meta(document)["transaction"] = transaction;
    }),
    ("enum-value", |document| push(&mut schema(document, "InvoiceDeliveryMethod")["enum"], "fax")),
    ("component-renamed", |document| {
        let schemas = &mut document["components"]["schemas"];
        let card = take(schemas, "Giftcard");
        schemas["StoredValueCard"] = card;
        refer(document, "Giftcard", "StoredValueCard");
    }),
    ("component-split", |document| {
        // The overlay names it, and something inside of it.
        let data = &mut schema(document, "ShippingOption")["properties"]["environmental_data"];
        let data = std::mem::replace(data, reference("ShippingFootprint"));
        document["components"]["schemas"]["ShippingFootprint"] = data;
    }),
    ("status", |document| {
        let cancel = &mut document["paths"]["/sessions/{session_id}/cancel"]["post"];
        cancel["responses"]["409"] = Value::Mapping(Mapping::from_iter([(
            "$ref".into(),
            "#/components/responses/NotFound".into(),
        )]));
    }),
    ("3.1", |document| {
        document["openapi"] = "3.1.0".into();
        // Constructs that 3.1 writes differently.
        meta(document)["transaction_id"]["type"] =
            Value::Sequence(vec!["string".into(), "null".into()]);
    }),
    ("swagger", swagger),
];

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let Some((_, change)) = KINDS.iter().find(|(kind, _)| *kind == wanted) else {
        println!("{}", KINDS.map(|(kind, _)| kind).join("\n"));
        return Ok(());
    };
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut document: Value = serde_yaml::from_str(&text)?;
    change(&mut document);
    without_words(&mut document);
    Ok(io::stdout().write_all(serde_yaml::to_string(&document)?.as_bytes())?)
}

fn schema<'a>(document: &'a mut Value, name: &str) -> &'a mut Value {
    let schema = document["components"]["schemas"].get_mut(name);
    schema.unwrap_or_else(|| panic!("the contract has no {name} any more: name another component"))
}

/// The properties of a component that the documented answer shows.
fn meta(document: &mut Value) -> &mut Value {
    &mut schema(document, "SessionMeta")["properties"]
}

fn typed(name: &str) -> Value {
    Value::Mapping(Mapping::from_iter([("type".into(), name.into())]))
}

fn reference(name: &str) -> Value {
    let target = format!("#/components/schemas/{name}");
    Value::Mapping(Mapping::from_iter([("$ref".into(), target.into())]))
}

fn push(list: &mut Value, item: &str) {
    if list.is_null() {
        *list = Value::Sequence(Vec::new());
    }
    list.as_sequence_mut().expect("a list").push(item.into());
}

fn take(members: &mut Value, name: &str) -> Value {
    let taken = members.as_mapping_mut().expect("a mapping").shift_remove(name);
    taken.unwrap_or_else(|| panic!("the contract has no {name} any more: name another member"))
}

fn refer(tree: &mut Value, from: &str, to: &str) {
    if *tree == reference(from) {
        *tree = reference(to);
    }
    each(tree, &mut |member| refer(member, from, to));
}

fn each(tree: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    match tree {
        Value::Mapping(members) => members.values_mut().for_each(visit),
        Value::Sequence(items) => items.iter_mut().for_each(visit),
        _ => {}
    }
}

/// Upstream has its own descriptions.
fn without_words(tree: &mut Value) {
    if let Some(members) = tree.as_mapping_mut()
        && members.get("description").is_some_and(Value::is_string)
    {
        members.insert("description".into(), "Upstream's words.".into());
    }
    each(tree, &mut without_words);
}

/// The operation for tokens, and what it reaches, in Swagger 2.0.
fn swagger(document: &mut Value) {
    const PATH: &str = "/accounts/{oid}/auth/token";
    let mut operation = document["paths"][PATH]["post"].clone();
    let body = take(&mut operation, "requestBody");
    let parameters = operation["parameters"].as_sequence_mut().expect("parameters");
    for parameter in parameters.iter_mut() {
        let schema = take(parameter, "schema");
        let members = parameter.as_mapping_mut().expect("a parameter");
        members.extend(schema.as_mapping().cloned().unwrap_or_default());
    }
    let mut in_body: Value =
        serde_yaml::from_str("{ name: body, in: body, required: true }").expect("a parameter");
    in_body["schema"] = body["content"]["application/json"]["schema"].clone();
    parameters.push(in_body);
    let mut responses = document["components"]["responses"].clone();
    each(&mut responses, &mut flatten);
    each(&mut operation["responses"], &mut flatten);
    let error = document["components"]["schemas"]["Error"].clone();
    *document = serde_yaml::from_str(
        "{ swagger: '2.0', info: {}, host: checkout.dintero.com, basePath: /v1, schemes: [https],
           consumes: [application/json], produces: [application/json],
           securityDefinitions: { basicAuth: { type: basic } } }",
    )
    .expect("a frame");
    document["info"] = serde_yaml::from_str("{ title: Payments API, version: '2' }").expect("info");
    document["paths"][PATH]["post"] = operation;
    document["responses"] = responses;
    document["definitions"]["Error"] = error;
    rename_references(document);
}

/// The schema of a response where Swagger has it.
fn flatten(response: &mut Value) {
    if response.get("content").is_some() {
        let content = take(response, "content");
        response["schema"] = content["application/json"]["schema"].clone();
    }
}

fn rename_references(tree: &mut Value) {
    if let Some(Value::String(target)) = tree.get_mut("$ref") {
        *target = target
            .replace("#/components/schemas/", "#/definitions/")
            .replace("#/components/responses/", "#/responses/");
    }
    each(tree, &mut rename_references);
}
