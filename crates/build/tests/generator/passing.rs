//! The passes, on what progenitor writes.

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
    for word in
        ["progenitor", "api-version", "api_version", "OperationInfo", "ResponseValue", "ByteStream"]
    {
        assert!(!code.contains(word), "{word} in\n{code}");
    }
}

/// A `..` in a path would reach another operation.
#[test]
fn every_path_parameter_is_guarded() {
    let method = block(&code(), "pub async fn put_order_with");
    for name in ["id", "part"] {
        assert_holds(
            &method,
            &format!(
                "let {name} = ::openapi_client_runtime::codegen::path::segment(\"{name}\", {name})?;"
            ),
        );
    }
    assert!(!method.contains("encode_path"), "{method}");
}

#[test]
fn requests_go_through_the_exchange_of_this_crate() {
    let method = block(&code(), "pub async fn put_order_with");
    assert_holds(&method, "exchange(&self.client, &self.inner, operation, request).await");
    assert_holds(&method, "-> Result<Response<types::Order>, Failure<()>>");
    assert_holds(&method, "::openapi_client_runtime::codegen::query::pairs(\"sort\", &sort)");
    assert!(!method.contains("match "), "{method}");
}

#[test]
fn headers_that_the_document_names_are_sent_and_no_other() {
    let method = block(&code(), "pub async fn put_order_with");
    assert_holds(&method, "header_map.append(\"Trace\", value.to_string().try_into()?)");
    assert_holds(&method, "with_capacity(1");
    let without = shop("Order: { type: object, properties: { id: { type: string } } }");
    assert!(!generated(&without, &actions(&[])).code.contains("header_map"));
}

/// What is required stays in the first method, and what is optional is a field, so that either can grow.
#[test]
fn optional_parameters_and_bodies_are_options() {
    let code = code();
    let plain = block(&code, "pub async fn put_order<");
    assert_holds(&plain, "id: &'a str,\n        part: &'a str,\n    ) ->");
    assert_holds(&plain, "self.put_order_with(id, part, &options::PutOrderOptions::default())");
    let with = block(&code, "pub async fn put_order_with<");
    assert_holds(&with, "part: &'a str,\n        options: &'a options::PutOrderOptions,\n    ) ->");
    let fields = block(&code, "pub struct PutOrderOptions");
    for field in [
        "sort: Option<types::PutOrderSort>",
        "trace: Option<String>",
        "body: Option<types::Change>",
    ] {
        assert_holds(&fields, field);
    }
    let required =
        SHOP.replace("      requestBody:\n", "      requestBody:\n        required: true\n");
    let code = generated(&required, &actions(&OVERLAY)).code;
    assert!(!block(&code, "pub struct PutOrderOptions").contains("body"));
    assert_holds(&block(&code, "pub async fn put_order<"), "body: &'a types::Change,\n    ) ->");
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

/// Enums that are only sent have no variant for unknown values.
#[test]
fn sent_enums_are_closed() {
    let variants = block(&code(), "pub enum PutOrderSort");
    assert!(!variants.contains("Undocumented"), "{variants}");
}

#[test]
fn types_can_grow_and_what_has_to_be_sent_is_an_argument() {
    let code = code();
    assert_holds(&code, "#[non_exhaustive]\n    pub struct Order {");
    assert_holds(&code, "#[non_exhaustive]\n    pub enum OrderState {");
    let attributes = |start: &str| {
        let before = code.split(start).next().unwrap();
        before.rsplit("///").next().unwrap().to_owned()
    };
    assert_holds(&attributes("pub struct Order {"), "Default");
    for sent in ["pub struct Change {", "pub enum PutOrderSort {"] {
        assert_holds(&attributes(sent), "#[non_exhaustive]");
    }
    let required = "Change: { type: object, required: [b, a], properties: { a: { type: string }, \
                    b: { type: integer }, c: { type: boolean } } }";
    let operation = "put: { operationId: put_order, requestBody: { content: { application/json: { \
                     schema: { $ref: '#/components/schemas/Change' } } } }, responses: { '204': \
                     { description: '' } } }";
    let code = generated(&shop_with(operation, required), overlay::NONE.text).code;
    assert_holds(&code, "pub fn new(a: String, b: i64) -> Self {");
    assert_holds(&code, "Self { a, b, c: None }");
    let optional = required.replace("[b, a]", "[]");
    let code = generated(&shop_with(operation, &optional), overlay::NONE.text).code;
    assert!(!code.contains("fn new"), "nothing has to be sent");
    assert_holds(&code, "Default)]\n    #[non_exhaustive]\n    pub struct Change {");
}

#[test]
fn members_say_what_is_required_expected_and_sensitive() {
    let members = block(&code(), "impl Object<Received> for Order");
    let calls = [
        "member!(to.sensitive_optional(it.buyer));",
        "member!(to.required(it.id));",
        "member!(to.expected(it.state));",
        "member!(to.optional(it.type_ = \"type\"));",
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

/// If there is an overlay, and so a reader, the documentation of the types says which type leads to which.
#[test]
fn types_are_indexed_by_what_leads_to_them() {
    let schemas = "Order: { type: object, properties: { \
            card: { $ref: '#/components/schemas/Card' }, item: { $ref: '#/components/schemas/Item' } } }, \
        Card: { type: object, properties: { brand: { type: string, enum: [a] } } }, \
        Item: { type: object, properties: { price: { $ref: '#/components/schemas/Price' } } }, \
        Price: { type: object, properties: { amount: { type: integer } } }";
    let curated = actions(&["target: $.info, update: { x-rust-doc: The types. }"]);
    let code = generated(&shop(schemas), &curated).code;
    let doc = code.lines().skip_while(|line| *line != "/// The types.");
    let doc: Vec<&str> = doc.take_while(|line| line.starts_with("///")).collect();
    let expected = [
        "/// The types.",
        "///",
        "/// # What uses them",
        "///",
        "/// - `get_order`: [`Order`](types::Order)",
        "///",
        "/// # What [`Order`](types::Order) contains",
        "///",
        "/// - `card`: [`Card`](types::Card)",
        "/// - `item`: [`Item`](types::Item)",
    ];
    assert_eq!(doc, expected);
    assert!(!generated(&shop(schemas), overlay::NONE.text).code.contains("# What uses them"));
}
