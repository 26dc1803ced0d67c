//! Any well-formed document gives a client or errors.
//!
//! `cargo +nightly fuzz run structured`; `crates/build/tests/generator/fuzzing.rs` does the like on a stable
//! compiler.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use openapi_client_build::Source;
use openapi_client_build::overlay;
use serde_json::{Map, Value, json};

/// A schema, as deep as the bytes last.
#[derive(Arbitrary, Debug)]
enum Schema {
    Any,
    Scalar(u8),
    Values(Vec<Scalar>),
    Reference(u8),
    Object(Vec<(Name, Schema)>),
    List(Box<Schema>),
    Map(Box<Schema>),
    Nullable(Box<Schema>),
    AllOf(Vec<Schema>),
    OneOf(Vec<Schema>),
    AnyOf(Vec<Schema>),
}

#[derive(Arbitrary, Debug)]
enum Scalar {
    Text(Name),
    Number(i64),
    Flag(bool),
    Null,
}

/// A name that a stage has an opinion on, or any other.
#[derive(Arbitrary, Debug)]
enum Name {
    Known(u8),
    Any(String),
}

#[derive(Arbitrary, Debug)]
struct Document {
    components: Vec<Schema>,
    sent: Option<Schema>,
    received: Schema,
    parameters: Vec<(Name, u8, Schema)>,
}

const NAMES: [&str; 12] = [
    "id",
    "Order",
    "order",
    "Option",
    "type",
    "self",
    "$ref",
    "+1",
    "",
    "a-b",
    "a_b",
    "x-rust-name",
];
const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "object", "array"];
const COMPONENTS: [&str; 4] = ["Order", "order", "Option", "A-B"];

fn pick<'a>(from: &[&'a str], index: u8) -> &'a str {
    from[usize::from(index) % from.len()]
}

impl Name {
    fn text(&self) -> &str {
        match self {
            Self::Known(index) => pick(&NAMES, *index),
            Self::Any(text) => text,
        }
    }
}

impl Scalar {
    fn json(&self) -> Value {
        match self {
            Self::Text(name) => name.text().into(),
            Self::Number(number) => (*number).into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Null => Value::Null,
        }
    }
}

impl Schema {
    fn json(&self) -> Value {
        let all = |schemas: &[Self]| schemas.iter().map(Self::json).collect::<Value>();
        match self {
            Self::Any => json!({}),
            Self::Scalar(index) => json!({ "type": pick(&TYPES, *index) }),
            Self::Values(values) => {
                json!({ "enum": values.iter().map(Scalar::json).collect::<Value>() })
            }
            Self::Reference(index) => {
                json!({ "$ref": format!("#/components/schemas/{}", pick(&COMPONENTS, *index)) })
            }
            Self::Object(properties) => {
                let properties = properties.iter();
                let properties: Map<String, Value> = properties
                    .map(|(name, schema)| (name.text().to_owned(), schema.json()))
                    .collect();
                json!({ "type": "object", "properties": properties })
            }
            Self::List(inner) => json!({ "type": "array", "items": inner.json() }),
            Self::Map(inner) => json!({ "additionalProperties": inner.json() }),
            Self::Nullable(inner) => json!({ "allOf": [inner.json()], "nullable": true }),
            Self::AllOf(parts) => json!({ "allOf": all(parts) }),
            Self::OneOf(choices) => json!({ "oneOf": all(choices) }),
            Self::AnyOf(choices) => json!({ "anyOf": all(choices) }),
        }
    }
}

impl Document {
    fn json(&self) -> Value {
        let schemas = COMPONENTS.iter().enumerate().map(|(index, name)| {
            let schema = self.components.get(index).map_or(json!({}), Schema::json);
            ((*name).to_owned(), schema)
        });
        let parameters = self.parameters.iter().map(|(name, place, schema)| {
            let place = pick(&["query", "header", "path", "cookie"], *place);
            json!({ "name": name.text(), "in": place, "required": true, "schema": schema.json() })
        });
        let content = |schema: &Schema| json!({ "application/json": { "schema": schema.json() } });
        let mut operation = json!({
            "operationId": "put_order",
            "parameters": parameters.collect::<Value>(),
            "responses": { "200": { "description": "It.", "content": content(&self.received) } },
        });
        if let Some(sent) = &self.sent {
            operation["requestBody"] = json!({ "required": true, "content": content(sent) });
        }
        json!({
            "openapi": "3.0.3",
            "info": { "title": "Shop", "version": "1" },
            "paths": { "/order": { "put": operation } },
            "components": { "schemas": schemas.collect::<Map<_, _>>() },
        })
    }
}

fuzz_target!(|document: Document| {
    let text = document.json().to_string();
    let document = Source { name: "a document", text: &text };
    if let Ok(client) = openapi_client_build::generate(document, overlay::NONE) {
        assert!(syn::parse_file(&client.code).is_ok(), "{}", client.code);
    }
});
