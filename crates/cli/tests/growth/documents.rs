//! Contracts of any structure: objects, enums, lists, maps and choices, in place and as components, sent and
//! received.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The components, which refer to each other.
const NAMES: [&str; 4] = ["Order", "Line", "Buyer", "State"];

const MEMBERS: [&str; 6] = ["id", "state", "lines", "paid", "method", "note"];

fn reference() -> impl Strategy<Value = Value> {
    prop::sample::select(NAMES.to_vec())
        .prop_map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }))
}

fn schema() -> impl Strategy<Value = Value> {
    let scalars = ["string", "integer", "number", "boolean"];
    let leaf = prop_oneof![
        3 => prop::sample::select(scalars.to_vec()).prop_map(|ty| json!({ "type": ty })),
        2 => prop::sample::subsequence(vec!["new", "paid", "lost"], 1..=3)
            .prop_map(|values| json!({ "type": "string", "enum": values })),
        2 => reference(),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            4 => object(inner.clone()),
            1 => inner.clone().prop_map(|items| json!({ "type": "array", "items": items })),
            1 => inner.clone().prop_map(|of| json!({ "type": "object", "additionalProperties": of })),
            1 => vec(object(inner), 1..3).prop_map(|parts| json!({ "allOf": parts })),
        ]
    })
}

fn object(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let members = prop::sample::select(MEMBERS.to_vec()).prop_map(str::to_owned);
    (btree_map(members, inner, 1..4), any::<bool>()).prop_map(|(properties, requires)| {
        let required: Vec<&String> = properties.keys().take(usize::from(requires)).collect();
        let mut object = json!({ "type": "object", "properties": &properties });
        if requires {
            object["required"] = json!(required);
        }
        object
    })
}

/// Whole contracts: each operation sends and answers something.
pub fn document() -> impl Strategy<Value = Value> {
    let operation = (prop::option::weighted(0.7, schema()), schema(), schema());
    (vec(object(schema()), NAMES.len()), vec(operation, 1..4)).prop_map(|(schemas, operations)| {
        let components: Map<String, Value> =
            NAMES.iter().map(|name| (*name).to_owned()).zip(schemas).collect();
        let mut paths = Map::new();
        for (index, (sent, received, failed)) in operations.into_iter().enumerate() {
            let content = |schema: Value| json!({ "application/json": { "schema": schema } });
            let mut operation = json!({
                "operationId": format!("operation_{index}"),
                "responses": {
                    "200": { "description": "", "content": content(received) },
                    "400": { "description": "", "content": content(failed) },
                },
            });
            if let Some(sent) = sent {
                operation["requestBody"] = json!({ "required": true, "content": content(sent) });
            }
            paths.insert(format!("/path_{index}"), json!({ "post": operation }));
        }
        json!({
            "openapi": "3.0.3",
            "info": { "title": "Shop", "version": "1" },
            "paths": paths,
            "components": { "schemas": components },
        })
    })
}
