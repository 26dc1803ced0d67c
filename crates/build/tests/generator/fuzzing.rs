//! The bodies of the fuzz targets in `fuzz/`, for a bounded time and on a stable compiler: any input gives a client
//! or errors.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::*;

/// The inputs to mutate; every golden document is a seed, too.
fn seeds() -> Vec<String> {
    let goldens = std::fs::read_dir("../goldens/documents").unwrap();
    let mut seeds: Vec<String> = goldens
        .filter_map(|entry| {
            std::fs::read_to_string(entry.unwrap().path().join("document.yaml")).ok()
        })
        .collect();
    seeds.sort();
    seeds
}

/// Nothing panics, and generated code is Rust.
fn survives(text: &str) {
    let document = Source { name: "a document", text };
    if let Ok(client) = openapi_client_build::generate(document, overlay::NONE) {
        syn::parse_file(&client.code).unwrap();
    }
}

/// Words that mean something to a stage, or come close.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "id", "Order", "order", "ORDER", "Option", "Box", "String", "type", "self", "$ref", "+1",
            "-1", "", "undocumented", "a-b", "a_b", "aB", "é", "²", "x-rust-name", "gen", "1", "_",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        word().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let types = ["string", "integer", "number", "boolean", "object", "array"];
    let leaf = prop_oneof![
        prop::sample::select(types.to_vec()).prop_map(|ty| json!({ "type": ty })),
        vec(scalar(), 0..5).prop_map(|values| json!({ "enum": values })),
        vec(word(), 0..5).prop_map(|values| json!({ "type": "string", "enum": values })),
        prop::sample::select(vec!["Order", "order", "Option", "A-B", "A_B"])
            .prop_map(|name| json!({ "$ref": format!("#/components/schemas/{name}") })),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            btree_map(word(), inner.clone(), 0..4)
                .prop_map(|all| json!({ "type": "object", "properties": all })),
            inner.clone().prop_map(|inner| json!({ "type": "array", "items": inner })),
            inner.clone().prop_map(|inner| json!({ "additionalProperties": inner })),
            vec(inner.clone(), 0..3).prop_map(|parts| json!({ "allOf": parts })),
            vec(inner, 0..3).prop_map(|choices| json!({ "oneOf": choices })),
        ]
    })
}

fn document() -> impl Strategy<Value = Value> {
    let names = ["Order", "order", "Option", "A-B", "A_B"];
    (vec(schema(), names.len()), schema(), any::<bool>()).prop_map(move |(all, body, is_sent)| {
        let schemas: serde_json::Map<String, Value> =
            names.iter().map(|name| (*name).to_owned()).zip(all).collect();
        let content = json!({ "application/json": { "schema": body } });
        let order =
            json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } });
        let mut operation = json!({
            "operationId": "get_order",
            "responses": { "200": { "description": "The order.", "content": order } },
        });
        if is_sent {
            operation["requestBody"] = json!({ "required": true, "content": content });
        }
        json!({
            "openapi": "3.0.3",
            "info": { "title": "Shop", "version": "1" },
            "paths": { "/order": { "put": operation } },
            "components": { "schemas": schemas },
        })
    })
}

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn structured_documents_give_a_client_or_errors(document in document()) {
        survives(&document.to_string());
    }

    #[test]
    fn mutated_bytes_give_a_client_or_errors(
        seed in any::<prop::sample::Index>(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..8),
    ) {
        let seeds = seeds();
        let mut bytes = seed.get(&seeds).clone().into_bytes();
        for (place, byte, kind) in changes {
            let place = place.index(bytes.len());
            match kind {
                0 => bytes[place] = byte,
                1 => { bytes.remove(place); }
                _ => bytes.insert(place, byte),
            }
        }
        survives(&String::from_utf8_lossy(&bytes));
    }
}
