//! The generator, stage by stage on small documents, and what has to be true of the whole client.
//!
//! The small documents are the API of a shop: what is under test stands in its schemas.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../src/codegen/mod.rs"]
#[allow(dead_code, reason = "the tests use a part of the generator")]
mod codegen;

use std::fmt::Write;

use serde_json::{Value, json};

use codegen::document::Document;
use codegen::normalise::{Normalised, mark};
use codegen::overlay::Overlaid;
use codegen::pointer::Pointer;
use codegen::{Generated, Source, emit, lower, normalise, overlay, passes, validate};

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
    normalise::normalise(overlaid(spec, overlay)).unwrap_or_else(|errors| panic!("{errors}"))
}

fn generated(spec: &str, overlay: &str) -> Generated {
    let [spec, overlay] = [spec, overlay].map(|text| Source { name: "a document", text });
    codegen::generate(spec, overlay).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The components that come out of normalising, without the notes on where each schema stood.
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

mod loading {
    use super::*;

    #[test]
    fn yaml_and_json_give_the_same_tree() {
        let yaml = load("a: [1, 2.5, yes, ~]\nb:\n  c: 'true'\n  d: true\n");
        let json = load(r#"{"a": [1, 2.5, "yes", null], "b": {"c": "true", "d": true}}"#);
        assert_eq!(yaml.root(), json.root());
    }

    /// A status is often written without quotes.
    #[test]
    fn integer_keys_become_strings() {
        assert_eq!(load("200: { 1.5: a }").root(), &json!({ "200": { "1.5": "a" } }));
    }

    #[test]
    fn an_alias_stands_for_what_it_names() {
        assert_eq!(
            load("a: &x { b: 1 }\nc: *x\n").root(),
            &json!({ "a": { "b": 1 }, "c": { "b": 1 } })
        );
    }

    #[test]
    fn places_are_found_by_key_by_item_or_by_what_is_around() {
        let document = load("a:\n  - b: 1\n    /c~: { d: 2 }\n  - [x, y]\n200: z\n");
        let places = [
            ("/a", (1, 1)),
            ("/a/0", (2, 5)),
            ("/a/0/b", (2, 5)),
            ("/a/0/~1c~0", (3, 5)),
            ("/a/0/~1c~0/d", (3, 12)),
            ("/a/1/1", (4, 9)),
            ("/200", (5, 1)),
            // Not there: the nearest place around.
            ("/a/0/~1c~0/none/deeper", (3, 5)),
            ("/a/7", (1, 1)),
            ("/none", (1, 1)),
            // Into a scalar: the scalar.
            ("/200/none", (5, 6)),
            ("", (1, 1)),
        ];
        for (pointer, expected) in places {
            let found = document.locate(&Pointer::parse(pointer).unwrap()).unwrap();
            assert_eq!((found.line, found.column), expected, "{pointer}");
        }
    }
}

mod validating {
    use super::*;

    /// An example of an API that speaks of schemas may hold what would be wrong elsewhere.
    #[test]
    fn examples_and_defaults_are_data() {
        let schemas = "Order: { type: object, example: { $ref: nowhere, type: float },
            properties: { state: { default: { $ref: nowhere } } } }";
        validate::validate(load(&shop(schemas))).unwrap();
    }

    /// A path's own parameters and those behind a reference count as declared.
    #[test]
    fn parameters_are_found_where_they_are_declared() {
        let spec = "
openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /shops/{shop}/orders/{id}:
    parameters:
      - { name: shop, in: path, required: true, schema: { type: string } }
    get:
      operationId: get_order
      parameters:
        - { $ref: '#/components/parameters/Id' }
      responses: { '204': { description: Nothing. } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
";
        validate::validate(load(spec)).unwrap();
    }
}

mod overlaying {
    use super::*;

    const ORDER: &str = "Order: { type: object, title: Old, required: [a, b, c, d],
        properties: { a: { type: string, format: uri }, b: { type: string }, c: { type: integer } } }";

    fn order_after(actions_: &[&str]) -> Value {
        let overlaid = overlaid(&shop(ORDER), &actions(actions_));
        overlaid.root()["components"]["schemas"]["Order"].clone()
    }

    #[test]
    fn objects_merge_member_by_member_and_scalars_are_replaced() {
        let order = order_after(&[
            "target: $.components.schemas.Order, update: { title: New, properties: { a: { nullable: true } } }",
        ]);
        assert_eq!(order["title"], "New");
        let a = json!({ "type": "string", "format": "uri", "nullable": true });
        assert_eq!(order["properties"]["a"], a);
        assert_eq!(order["properties"]["b"], json!({ "type": "string" }));
    }

    #[test]
    fn lists_are_appended_to() {
        let order = order_after(&[
            "target: $.components.schemas.Order, update: { required: [e, f] }",
            "target: $.components.schemas.Order.required, update: g",
        ]);
        assert_eq!(order["required"], json!(["a", "b", "c", "d", "e", "f", "g"]));
    }

    /// Taken from the front, the second removal would hit what had moved up.
    #[test]
    fn several_items_of_one_list_are_removed() {
        let order =
            order_after(&["target: '$.components.schemas.Order.required[0, 2, 3]', remove: true"]);
        assert_eq!(order["required"], json!(["b"]));
    }

    /// Ten comes after nine, though not in the alphabet.
    #[test]
    fn items_with_long_indices_are_removed() {
        let spec = shop("Order: { type: object, required: [a, b, c, d, e, f, g, h, i, j, k, l] }");
        let overlay =
            actions(&["target: '$.components.schemas.Order.required[9, 10]', remove: true"]);
        let overlaid = overlaid(&spec, &overlay);
        let left = &overlaid.root()["components"]["schemas"]["Order"]["required"];
        assert_eq!(*left, json!(["a", "b", "c", "d", "e", "f", "g", "h", "i", "l"]));
    }

    #[test]
    fn an_action_sees_what_those_before_it_did() {
        let order = order_after(&[
            "target: $.components.schemas.Order.properties, update: { d: { type: number } }",
            "target: $.components.schemas.Order.properties.d, update: { nullable: true }",
            "target: $.components.schemas.Order.properties.d.type, remove: true",
        ]);
        assert_eq!(order["properties"]["d"], json!({ "nullable": true }));
    }

    #[test]
    fn a_filter_aims_at_all_that_match() {
        let order = order_after(&[
            "target: '$.components.schemas..properties[?@.type == ''string'']', update: { x-sensitive: true }",
        ]);
        let marked: Vec<bool> = ["a", "b", "c"]
            .map(|name| order["properties"][name].get("x-sensitive").is_some())
            .to_vec();
        assert_eq!(marked, [true, true, false]);
    }
}

mod normalising {
    use super::*;

    /// Neither part says enough alone, at any depth.
    #[test]
    fn all_of_merges_what_two_parts_say_of_one_property() {
        let found = components(
            "Order: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: {
                buyer: { type: object, properties: { id: { type: string } } } } }] },
             Base: { type: object, properties: {
                buyer: { type: object, properties: { age: { type: integer } } },
                note: { type: string } } }",
            &[],
        );
        assert_eq!(names(&found), ["Order", "OrderBuyer"]);
        let buyer = json!({ "age": { "type": "integer" }, "id": { "type": "string" } });
        assert_eq!(found["OrderBuyer"]["properties"], buyer);
        assert_eq!(found["Order"]["properties"]["note"], json!({ "type": "string" }));
    }

    #[test]
    fn all_of_requires_what_any_part_requires() {
        let found = components(
            "Order: { allOf: [{ type: object, required: [a] }, { type: object, required: [b, a] }],
                properties: { a: { type: string }, b: { type: string } } }",
            &["target: $.components.schemas.Order, update: { x-rust-required: [a, b] }"],
        );
        assert_eq!(found["Order"]["required"], json!(["a", "b"]));
    }

    #[test]
    fn all_of_allows_what_every_part_allows() {
        let found = components(
            "Order: { type: object, properties: {
                state: { allOf: [{ type: string, enum: [a, b, c] }, { type: string, enum: [c, d, b] }] },
                total: { allOf: [{ type: number }, { type: integer }] },
                count: { allOf: [{ type: integer }, { type: number }] },
                maybe: { allOf: [{ type: string, nullable: true }, { type: string, nullable: true }] },
                never: { allOf: [{ type: string, nullable: true }, { type: string, nullable: false }] } } }",
            &[],
        );
        assert_eq!(found["OrderState"]["enum"], json!(["b", "c"]));
        let order = &found["Order"]["properties"];
        assert_eq!(order["total"]["type"], "integer");
        assert_eq!(order["count"]["type"], "integer");
        assert_eq!(order["maybe"]["nullable"], true);
        assert_eq!(order["never"]["nullable"], false);
    }

    /// With one part, `allOf` is how OpenAPI 3.0 writes words beside a reference.
    #[test]
    fn all_of_one_part_stays_a_reference() {
        let found = components(
            "Order: { type: object, properties: {
                item: { description: The first., allOf: [{ $ref: '#/components/schemas/Item' }] } } },
             Item: { type: object, properties: { count: { type: integer } } }",
            &[],
        );
        let item = json!({ "$ref": "#/components/schemas/Item", "description": "The first." });
        assert_eq!(found["Order"]["properties"]["item"], item);
    }

    #[test]
    fn what_is_only_a_part_or_not_reached_disappears() {
        let found = components(
            "Order: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object }] },
             Base: { type: object, properties: { item: { $ref: '#/components/schemas/Item' } } },
             Item: { type: object, properties: { count: { type: integer } } },
             Nobody: { type: object, properties: { knows: { type: string } } }",
            &[],
        );
        assert_eq!(names(&found), ["Item", "Order"]);
    }

    /// The words of a place do not make another shape.
    #[test]
    fn identical_inline_schemas_are_one_component() {
        let found = components(
            "Order: { type: object, properties: {
                a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } } },
             A: { type: object, properties: {
                state: { type: string, enum: [on, off], description: Of A. },
                place: { type: object, properties: { street: { type: string } } } } },
             B: { type: object, properties: {
                status: { type: string, enum: [on, off], description: Of B. },
                where: { type: object, properties: { street: { type: string } } },
                other: { type: string, enum: [off, on] } } }",
            &[],
        );
        assert_eq!(names(&found), ["A", "APlace", "AState", "B", "BOther", "Order"]);
        let status = json!({ "$ref": "#/components/schemas/AState", "description": "Of B." });
        assert_eq!(found["B"]["properties"]["status"], status);
        assert_eq!(found["B"]["properties"]["where"]["$ref"], "#/components/schemas/APlace");
        assert_eq!(found["AState"].get("description"), None, "neither place speaks for the other");
    }

    #[test]
    fn an_inline_schema_that_equals_a_component_is_that_component() {
        let found = components(
            "Order: { type: object, properties: {
                item: { $ref: '#/components/schemas/Item' },
                same: { type: object, properties: { count: { type: integer } } } } },
             Item: { type: object, description: A thing., properties: { count: { type: integer } } }",
            &[],
        );
        assert_eq!(names(&found), ["Item", "Order"]);
        assert_eq!(found["Order"]["properties"]["same"]["$ref"], "#/components/schemas/Item");
    }

    #[test]
    fn given_names_hold_for_a_shape_wherever_it_stands() {
        let found = components(
            "Order: { type: object, properties: {
                a: { type: string, enum: [x] }, b: { type: string, enum: [x] } } }",
            &["target: $.components.schemas.Order.properties.b, update: { x-rust-name: Letter }"],
        );
        assert_eq!(names(&found), ["Letter", "Order"]);
    }

    /// Wherever it stands, and whichever of the places is seen first.
    #[test]
    fn what_is_sensitive_at_one_place_of_a_shape_is_sensitive_in_its_type() {
        let place = |mark: &str| {
            format!(
                "{{ type: object, properties: {{ buyer: {{ type: object, properties: {{
                    key: {{ type: string{mark} }} }} }} }} }}"
            )
        };
        for marked in 0..3 {
            let [a, b, c] = [0, 1, 2]
                .map(|index| place(if index == marked { ", x-sensitive: true" } else { "" }));
            let found = components(
                &format!(
                    "Order: {{ type: object, properties: {{ a: {a}, b: {b},
                        c: {{ $ref: '#/components/schemas/Part' }} }} }}, Part: {c}"
                ),
                &[],
            );
            assert_eq!(names(&found), ["Order", "Part", "PartBuyer"]);
            assert_eq!(found["PartBuyer"]["properties"]["key"]["x-sensitive"], true, "{marked}");
        }
    }

    #[test]
    fn what_one_part_marks_as_sensitive_is_sensitive_in_the_whole() {
        let key = |mark: &str| {
            format!(
                "{{ type: object, properties: {{ key: {{ $ref: '#/components/schemas/Key'{mark} }} }} }}"
            )
        };
        let (marked, excused) = (key(", x-sensitive: true"), key(", x-sensitive: false"));
        for parts in [[&marked, &excused], [&excused, &marked], [&key(""), &marked]] {
            let [a, b] = parts;
            let found = components(
                &format!(
                    "Order: {{ allOf: [{a}, {b}] }}, Key: {{ type: object, properties: {{ id: {{ type: string }} }} }}"
                ),
                &[],
            );
            assert_eq!(found["Order"]["properties"]["key"]["x-sensitive"], true, "{a} and {b}");
        }
    }

    #[test]
    fn components_that_are_no_types_dissolve() {
        let found = components(
            "Order: { type: object, properties: {
                id: { $ref: '#/components/schemas/Id' }, tags: { $ref: '#/components/schemas/Tags' },
                prices: { $ref: '#/components/schemas/Prices' }, item: { $ref: '#/components/schemas/Thing' } } },
             Id: { type: string, description: An id. },
             Tags: { type: array, items: { $ref: '#/components/schemas/Id' } },
             Prices: { type: object, additionalProperties: { type: number } },
             Thing: { $ref: '#/components/schemas/Item' },
             Item: { type: object, properties: { count: { type: integer } } }",
            &[],
        );
        assert_eq!(names(&found), ["Item", "Order"]);
        let order = &found["Order"]["properties"];
        assert_eq!(order["id"], json!({ "type": "string", "description": "An id." }));
        assert_eq!(order["tags"]["items"]["type"], "string");
        assert_eq!(order["prices"]["additionalProperties"]["type"], "number");
        assert_eq!(order["item"]["$ref"], "#/components/schemas/Item");
    }

    const STRICT: &str =
        "Order: { type: object, required: [id, at], additionalProperties: false, properties: {
        id: { type: string, format: uuid, minLength: 3, maxLength: 5, pattern: x, default: abc },
        at: { type: string, format: date-time },
        lines: { type: array, minItems: 1, maxItems: 2, uniqueItems: true, items: {
            type: number, minimum: 1, maximum: 2, multipleOf: 1 } } } }";

    /// What the server sends is read for what it says, not marked for its form.
    #[test]
    fn responses_are_relaxed() {
        let found = components(STRICT, &[]);
        let expected = json!({
            "type": "object",
            "required": [],
            "x-expected": ["at", "id"],
            "properties": {
                "id": { "type": "string" },
                "at": { "type": "string", "format": "date-time" },
                "lines": { "type": "array", "nullable": true, "items": { "type": "number" } },
            },
        });
        assert_eq!(found["Order"], expected);
    }

    /// However it is declared, what may be absent is an `Option`.
    #[test]
    fn nothing_but_what_is_required_must_be_there() {
        let properties = [
            "list: { type: array }",
            "words: { type: array, items: { type: string } }",
            "any: {}",
            "map: { type: object }",
            "prices: { additionalProperties: { type: number } }",
            "part: { type: object, properties: { id: { type: string } } }",
            "state: { type: string, enum: [on], default: on }",
            "either: { oneOf: [{ type: string }, { type: integer }] }",
            "next: { $ref: '#/components/schemas/Order' }",
        ];
        let schemas =
            format!("Order: {{ type: object, properties: {{ {} }} }}", properties.join(", "));
        let outline = generated(&shop(&schemas), &actions(&[])).outline;
        let fields: Vec<&str> = outline.lines().filter(|line| line.starts_with("Order.")).collect();
        assert_eq!(fields.len(), properties.len(), "{outline}");
        for field in fields {
            assert!(field.contains(": Option<"), "{field}");
        }
    }

    #[test]
    fn what_the_overlay_requires_stays_required() {
        let required = "target: $.components.schemas.Order, update: { x-rust-required: [id] }";
        let found = components(STRICT, &[required]);
        assert_eq!(found["Order"]["required"], json!(["id"]));
        assert_eq!(found["Order"]["x-expected"], json!(["at"]));
    }

    const PUT_ORDER: &str = "put: { operationId: put_order, responses: { '204': { description: Done. } },
        requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }";

    /// What the client sends must be right.
    #[test]
    fn requests_are_not_relaxed() {
        let document = normalised(&shop_with(PUT_ORDER, STRICT), &actions(&[]));
        let order = &document.root()["components"]["schemas"]["Order"];
        assert_eq!(order["required"], json!(["id", "at"]));
        assert_eq!(order["properties"]["id"]["maxLength"], 5);
        assert_eq!(order["properties"]["lines"]["maxItems"], 2);
    }

    /// What would need a crate of its own to check, or to hold.
    #[test]
    fn requests_need_no_other_crates() {
        let schemas = "Order: { type: object, properties: {
            id: { type: string, format: uuid, pattern: '^(?!0)' } } }";
        let document = normalised(&shop_with(PUT_ORDER, schemas), &actions(&[]));
        let mut order = document.root()["components"]["schemas"]["Order"].clone();
        forget_origins(&mut order);
        assert_eq!(order["properties"]["id"], json!({ "type": "string" }));
    }
}

mod lowering {
    use super::*;

    #[test]
    fn progenitor_writes_the_types_and_the_operations() {
        let document = normalised(
            &shop("Order: { type: object, properties: { id: { type: string } } }"),
            &actions(&[]),
        );
        let file = lower::lower(&document).unwrap();
        let code = prettyplease::unparse(&file);
        assert!(code.contains("pub mod types {"), "{code}");
        assert!(code.contains("pub struct Order {"), "{code}");
        assert!(code.contains("pub async fn get_order<'a>("), "{code}");
    }
}

mod passing {
    use super::*;

    /// A path parameter, a header, a query, a body, an enum in each direction, and a secret.
    const SHOP: &str = "
openapi: 3.0.0
info: { title: Shop, version: '1' }
paths:
  /orders/{id}/{part}:
    put:
      operationId: putOrder
      summary: Changes an order.
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: part, in: path, required: true, schema: { type: string } }
        - { name: sort, in: query, schema: { type: string, enum: [up, down] } }
        - { name: Trace, in: header, schema: { type: string } }
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } }
      responses:
        '200':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        '400': { description: It is wrong. }
components:
  schemas:
    Change:
      type: object
      required: [total]
      properties: { total: { type: integer }, note: { type: string } }
    Order:
      type: object
      required: [state, id]
      properties:
        id: { type: string, description: 'Its <id>, *not* a number.' }
        state: { type: string, enum: [paid-out, 3ds, ''] }
        buyer: { type: string, x-sensitive: true }
        type: { type: string }
";

    const OVERLAY: [&str; 2] = [
        "target: $.components.schemas.Order, update: { x-rust-required: [id] }",
        "target: $.components.schemas.Order.properties.state, update: { x-enum-varnames: [PaidOut, ThreeDs, Unknown] }",
    ];

    fn code() -> String {
        generated(SHOP, &actions(&OVERLAY)).code
    }

    fn assert_holds(code: &str, part: &str) {
        assert!(code.contains(part), "no {part} in\n{code}");
    }

    /// The text from a line that begins so to the end of its block.
    fn block(code: &str, start: &str) -> String {
        let lines: Vec<&str> =
            code.lines().skip_while(|line| !line.trim_start().starts_with(start)).collect();
        let first = lines.first().unwrap_or_else(|| panic!("no {start} in\n{code}"));
        let end = format!("{}}}", " ".repeat(first.len() - first.trim_start().len()));
        let length = lines.iter().position(|line| **line == end).unwrap();
        lines[..=length].join("\n")
    }

    #[test]
    fn nothing_of_progenitors_runtime_is_left() {
        let code = code();
        for word in [
            "progenitor",
            "api-version",
            "api_version",
            "OperationInfo",
            "ResponseValue",
            "ByteStream",
        ] {
            assert!(!code.contains(word), "{word} in\n{code}");
        }
    }

    /// A `..` in a path would reach another operation.
    #[test]
    fn every_path_parameter_is_guarded() {
        let method = block(&code(), "pub async fn put_order");
        for name in ["id", "part"] {
            assert_holds(
                &method,
                &format!("let {name} = crate::path::segment(\"{name}\", {name})?;"),
            );
        }
        assert!(!method.contains("encode_path"), "{method}");
    }

    #[test]
    fn requests_go_through_the_exchange_of_this_crate() {
        let method = block(&code(), "pub async fn put_order");
        assert_holds(&method, "self.exchange(operation, request).await");
        assert_holds(&method, "-> Result<Response<types::Order>, Failure<()>>");
        assert_holds(&method, "crate::query::pairs(\"sort\", &sort)");
        assert!(!method.contains("match "), "{method}");
    }

    #[test]
    fn headers_that_the_document_names_are_sent_and_no_other() {
        let method = block(&code(), "pub async fn put_order");
        assert_holds(&method, "header_map.append(\"Trace\", value.to_string().try_into()?)");
        assert_holds(&method, "with_capacity(1");
        let without = shop("Order: { type: object, properties: { id: { type: string } } }");
        assert!(!generated(&without, &actions(&[])).code.contains("header_map"));
    }

    #[test]
    fn received_enums_are_open_and_have_the_given_names() {
        let code = code();
        let variants = block(&code, "pub enum OrderState");
        for variant in ["PaidOut,", "ThreeDs,", "Unknown,", "Undocumented(String),"] {
            assert_holds(&variants, variant);
        }
        let implementation = block(&code, "impl OpenEnum for OrderState");
        for value in
            ["(\"paid-out\", Self::PaidOut)", "(\"3ds\", Self::ThreeDs)", "(\"\", Self::Unknown)"]
        {
            assert_holds(&implementation, value);
        }
    }

    /// Nobody sends a value that the contract does not know.
    #[test]
    fn sent_enums_are_closed() {
        let variants = block(&code(), "pub enum PutOrderSort");
        assert!(!variants.contains("Undocumented"), "{variants}");
    }

    #[test]
    fn received_types_can_grow_and_sent_ones_are_built() {
        let code = code();
        assert_holds(&code, "#[non_exhaustive]\n    pub struct Order {");
        assert_holds(&code, "#[non_exhaustive]\n    pub enum OrderState {");
        let attributes = |start: &str| {
            let before = code.split(start).next().unwrap();
            before.rsplit("///").next().unwrap().to_owned()
        };
        assert_holds(&attributes("pub struct Order {"), "Default");
        for sent in ["pub struct Change {", "pub enum PutOrderSort {"] {
            assert!(!attributes(sent).contains("non_exhaustive"), "{sent}");
        }
    }

    #[test]
    fn members_say_what_is_required_expected_and_sensitive() {
        let members = block(&code(), "impl Object for Order");
        let calls = [
            "to.sensitive_optional(\"buyer\", &self.buyer);",
            "to.required(\"id\", &self.id);",
            "to.expected(\"state\", &self.state);",
            "to.optional(\"type\", &self.type_);",
        ];
        for call in calls {
            assert_holds(&members, call);
        }
        assert!(!block(&code(), "pub struct Order {").contains("skip_serializing"));
    }

    #[test]
    fn the_contracts_words_are_text_to_rustdoc() {
        let code = code();
        assert_holds(&code, "/// Its \\<id\\>, \\*not\\* a number.");
        assert_holds(&code, "/// `PUT /orders/{id}/{part}`");
    }
}

mod emitting {
    use super::*;

    #[test]
    fn the_stages_one_by_one_give_what_generate_gives() {
        let (spec, overlay) =
            (shop("Order: { type: object, properties: { id: { type: string } } }"), actions(&[]));
        let document = normalised(&spec, &overlay);
        let client = passes::run(lower::lower(&document).unwrap(), &document).unwrap();
        assert_eq!(emit::emit(&client), generated(&spec, &overlay));
    }
}

/// The crate's own specification.
mod client {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::LazyLock;

    use syn::{Attribute, Fields, ImplItem, Item, Visibility};

    use super::*;
    use codegen::normalise::Direction;
    use codegen::openapi;

    const SPEC: &str = include_str!("../spec/sessions-cancel.yaml");
    const OVERLAY: &str = include_str!("../spec/overlay.yaml");

    static CLIENT: LazyLock<Generated> = LazyLock::new(|| generated(SPEC, OVERLAY));
    static DOCUMENT: LazyLock<Normalised> = LazyLock::new(|| normalised(SPEC, OVERLAY));

    /// The items of `mod types`.
    fn types() -> Vec<Item> {
        let file = syn::parse_file(&CLIENT.code).unwrap();
        let types = file.items.into_iter().find_map(|item| match item {
            Item::Mod(module) if module.ident == "types" => module.content,
            _ => None,
        });
        types.unwrap().1
    }

    /// The name and the attributes of a struct or an enum.
    fn type_of(item: &Item) -> Option<(String, &[Attribute])> {
        match item {
            Item::Struct(item) => Some((item.ident.to_string(), &item.attrs)),
            Item::Enum(item) => Some((item.ident.to_string(), &item.attrs)),
            _ => None,
        }
    }

    fn is_received(name: &str) -> bool {
        let fact = DOCUMENT.facts().of_type(name).unwrap_or_else(|| panic!("no fact of {name}"));
        fact.direction == Direction::Response
    }

    /// Adds an action to the crate's overlay, as if upstream had changed.
    fn generated_after(action: &str) -> Generated {
        generated(SPEC, &format!("{OVERLAY}\n  - {{ description: A test., {action} }}\n"))
    }

    /// The lines that one text has and the other has not, if nothing else is different.
    fn only_added<'a>(before: &str, after: &'a str) -> Option<Vec<&'a str>> {
        let mut before = before.lines().peekable();
        let added = after.lines().filter(|line| before.next_if(|known| known == line).is_none());
        let added = added.collect();
        before.next().is_none().then_some(added)
    }

    #[test]
    fn the_header_says_that_nobody_wrote_it() {
        let first = CLIENT.code.lines().next().unwrap();
        assert!(
            first.starts_with("// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml"),
            "{first}"
        );
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert!(*CLIENT == generated(SPEC, OVERLAY));
    }

    /// A checkout on Windows may end lines otherwise.
    #[test]
    fn line_ends_of_windows_change_nothing() {
        let [spec, overlay] = [SPEC, OVERLAY].map(|text| text.replace('\n', "\r\n"));
        assert!(*CLIENT == generated(&spec, &overlay));
    }

    /// Upstream's export may be sorted in another way tomorrow.
    #[test]
    fn the_order_of_keys_changes_nothing() {
        assert!(*CLIENT == generated(&backwards(load(SPEC).root()), OVERLAY));
    }

    /// JSON with the last key first.
    fn backwards(value: &Value) -> String {
        match value {
            Value::Object(members) => {
                let members: Vec<String> = members
                    .iter()
                    .rev()
                    .map(|(key, value)| {
                        format!("{}:{}", Value::from(key.as_str()), backwards(value))
                    })
                    .collect();
                format!("{{{}}}", members.join(","))
            }
            Value::Array(items) => {
                format!("[{}]", items.iter().map(backwards).collect::<Vec<_>>().join(","))
            }
            scalar => scalar.to_string(),
        }
    }

    /// A property that upstream adds is one line of outline to review, and a few lines of code.
    #[test]
    fn an_added_property_is_a_small_difference() {
        for owner in ["Giftcard", "SessionRead", "OrderItem.properties.groups.items"] {
            let target = format!("$.components.schemas.{owner}.properties");
            let more = generated_after(&format!(
                "target: {target}, update: {{ zone: {{ type: string, description: A zone. }} }}"
            ));
            let outline = only_added(&CLIENT.outline, &more.outline).expect("nothing is lost");
            assert_eq!(outline.len(), 1, "{outline:?}");
            let code = only_added(&CLIENT.code, &more.code).expect("nothing is lost");
            assert!(code.len() <= 10, "{}", code.join("\n"));
        }
    }

    #[test]
    fn a_removed_property_is_a_small_difference() {
        let target = "$.components.schemas.OrderItem.properties.groups.items.properties.name";
        let less = generated_after(&format!("target: {target}, remove: true"));
        let outline = only_added(&less.outline, &CLIENT.outline).expect("nothing is new");
        assert_eq!(outline, ["OrderItemGroup.name: Option<String>"]);
        let code = only_added(&less.code, &CLIENT.code).expect("nothing is new");
        assert!(code.len() <= 10, "{}", code.join("\n"));
    }

    #[test]
    fn it_can_be_reviewed() {
        assert!(CLIENT.code.lines().count() <= 6_000);
    }

    /// What a document says of a schema in JSON is no documentation of a type.
    #[test]
    fn no_schema_is_dumped_into_the_documentation() {
        for mark in ["<details>", "```json", "JSON schema"] {
            assert!(!CLIENT.code.contains(mark), "{mark}");
        }
    }

    #[test]
    fn the_operations_are_those_of_the_job() {
        let operations: BTreeSet<&str> =
            CLIENT.outline.lines().filter_map(|line| line.strip_prefix("operation ")).collect();
        let expected = [
            "cancel_session = POST /sessions/{session_id}/cancel",
            "get_session = GET /sessions/{session_id}",
            "get_token = POST /accounts/{oid}/auth/token",
        ];
        assert_eq!(operations, BTreeSet::from(expected));
    }

    /// A number at the end of a name is how generators settle collisions.
    #[test]
    fn names_are_short_and_not_numbered() {
        let documented = documented_names();
        for (name, _) in types().iter().filter_map(type_of) {
            assert!(name.chars().count() <= 40, "{name}");
            let is_numbered = name.ends_with(|last: char| last.is_ascii_digit());
            assert!(!is_numbered || documented.contains(&name), "{name}");
        }
    }

    /// The names that the fragment gives to components and the overlay to shapes.
    fn documented_names() -> BTreeSet<String> {
        let overlaid = overlaid(SPEC, OVERLAY);
        let mut names = BTreeSet::new();
        openapi::each_schema(overlaid.root(), &mut |at, schema| {
            let name = openapi::text(schema, mark::NAME).or(at.last()).unwrap_or_default();
            names.insert(codegen::names::type_name(name));
        });
        names
    }

    #[test]
    fn the_enum_that_stands_in_many_places_is_one_type() {
        const VALUE: &str = "payment_product_type";
        let fragment = load(SPEC);
        let mut places = 0;
        openapi::each_schema(fragment.root(), &mut |_, schema| {
            places += usize::from(openapi::strings(schema.get("enum")).eq([VALUE]));
        });
        assert_eq!(places, 33);
        let variants: Vec<&str> = CLIENT
            .outline
            .lines()
            .filter(|line| line.ends_with(&format!("= \"{VALUE}\"")))
            .collect();
        assert_eq!(variants, [format!("PaymentProductType::PaymentProductType = \"{VALUE}\"")]);
    }

    #[test]
    fn received_types_are_open() {
        let mut seen = BTreeMap::from([("struct", 0), ("enum", 0)]);
        for item in &types() {
            let Some((name, attributes)) = type_of(item) else { continue };
            if !is_received(&name) {
                continue;
            }
            let is_open = attributes.iter().any(|a| a.path().is_ident("non_exhaustive"));
            assert!(is_open, "{name} is not #[non_exhaustive]");
            if let Item::Enum(item) = item {
                let is_choice = item.variants.iter().all(|variant| !variant.fields.is_empty());
                let holds_others = item.variants.iter().any(|v| v.ident == "Undocumented");
                assert!(is_choice || holds_others, "{name} cannot hold an unknown value");
            }
            *seen
                .get_mut(if matches!(item, Item::Enum(_)) { "enum" } else { "struct" })
                .unwrap() += 1;
        }
        assert!(seen.values().all(|count| *count > 10), "{seen:?}");
    }

    /// A derived `Debug` would show what is sensitive.
    #[test]
    fn no_struct_with_fields_derives_debug() {
        for item in types() {
            let Item::Struct(item) = item else { continue };
            let derives = item.attrs.iter().filter(|a| a.path().is_ident("derive"));
            let traits: String =
                derives.map(|a| a.meta.require_list().unwrap().tokens.to_string()).collect();
            let is_named = matches!(item.fields, Fields::Named(_));
            assert!(!is_named || !traits.contains("Debug"), "{}: {traits}", item.ident);
        }
    }

    #[test]
    fn everything_public_is_documented() {
        let mut undocumented = Vec::new();
        find_undocumented(&syn::parse_file(&CLIENT.code).unwrap().items, &mut undocumented);
        assert!(undocumented.is_empty(), "{undocumented:#?}");
    }

    fn find_undocumented(items: &[Item], found: &mut Vec<String>) {
        let mut check = |name: String, attributes: &[Attribute]| {
            let is_documented = attributes.iter().any(|a| a.path().is_ident("doc"));
            if !is_documented {
                found.push(name);
            }
        };
        for item in items {
            match item {
                Item::Struct(item) if is_public(&item.vis) => {
                    check(item.ident.to_string(), &item.attrs);
                    if let Fields::Named(fields) = &item.fields {
                        for field in fields.named.iter().filter(|field| is_public(&field.vis)) {
                            let name = field.ident.as_ref().unwrap();
                            check(format!("{}.{name}", item.ident), &field.attrs);
                        }
                    }
                }
                Item::Enum(item) if is_public(&item.vis) => {
                    check(item.ident.to_string(), &item.attrs);
                    for variant in &item.variants {
                        check(format!("{}::{}", item.ident, variant.ident), &variant.attrs);
                    }
                }
                Item::Impl(block) => {
                    for item in &block.items {
                        match item {
                            ImplItem::Fn(method) if is_public(&method.vis) => {
                                check(method.sig.ident.to_string(), &method.attrs);
                            }
                            _ => {}
                        }
                    }
                }
                Item::Mod(module) if is_public(&module.vis) => {
                    check(module.ident.to_string(), &module.attrs);
                }
                _ => {}
            }
        }
        for item in items {
            if let Item::Mod(module) = item {
                find_undocumented(module.content.as_ref().map_or(&[], |(_, items)| items), found);
            }
        }
    }

    fn is_public(visibility: &Visibility) -> bool {
        matches!(visibility, Visibility::Public(_))
    }
}
