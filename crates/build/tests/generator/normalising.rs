//! Normalise, alone.

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

/// Two references for one property, where one component has the other as a part: both together are that component,
/// even if the components contain each other. A name beside either makes a type of its own.
#[test]
fn all_of_a_whole_and_its_part_is_the_whole() {
    let purchase = "Purchase: { type: object, properties: { line: { $ref: '#/components/schemas/Line' },
        parts: { type: array, items: { $ref: '#/components/schemas/Order' } } } },
        Line: { type: object, properties: { no: { type: integer } } },
        Priced: { allOf: [{ $ref: '#/components/schemas/Line' }, { type: object, properties: { price: { type: integer } } }] },
        Taxed: { allOf: [{ $ref: '#/components/schemas/Priced' }, { type: object, properties: { tax: { type: integer } } }] }";
    let schemas = format!(
        "Order: {{ allOf: [{{ $ref: '#/components/schemas/Purchase' }}, {{ type: object, properties: {{
            line: {{ $ref: '#/components/schemas/Taxed' }},
            parts: {{ type: array, items: {{ $ref: '#/components/schemas/Purchase' }} }} }} }}] }}, {purchase}"
    );
    let found = components(&schemas, &[]);
    assert_eq!(names(&found), ["Order", "Taxed"]);
    let own = &found["Order"]["properties"];
    assert_eq!(own["line"], json!({ "$ref": "#/components/schemas/Taxed" }));
    assert_eq!(own["parts"]["items"], json!({ "$ref": "#/components/schemas/Order" }));
    let place = "target: '$.components.schemas.Order.allOf[1].properties.line'";
    let named = components(&schemas, &[&format!("{place}, update: {{ x-rust-name: OrderLine }}")]);
    assert_eq!(names(&named), ["Order", "OrderLine"]);
}

/// An `allOf` with one part is how OpenAPI 3.0 writes annotations beside a reference.
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

/// Annotations of a place do not change the shape.
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

/// At any of the places, in any order.
#[test]
fn what_is_sensitive_at_one_place_of_a_shape_is_sensitive_in_its_type() {
    let place = |mark: &str| {
        format!(
            "{{ type: object, properties: {{ buyer: {{ type: object, properties: {{
                    key: {{ type: string{mark} }} }} }} }} }}"
        )
    };
    for marked in 0..3 {
        let [a, b, c] =
            [0, 1, 2].map(|index| place(if index == marked { ", x-sensitive: true" } else { "" }));
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

/// Answers are relaxed: bounds, formats and missing members do not stop reading. A default is documented.
#[test]
fn responses_are_relaxed() {
    let found = components(STRICT, &[]);
    let expected = json!({
        "type": "object",
        "required": [],
        "x-expected": ["at", "id"],
        "properties": {
            "id": { "type": "string", "x-default": "abc" },
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
    let schemas = format!("Order: {{ type: object, properties: {{ {} }} }}", properties.join(", "));
    let code = generated(&shop(&schemas), &actions(&[])).code;
    let order = code.split_once("pub struct Order {").unwrap().1;
    let fields = order.lines().take_while(|line| line.trim() != "}");
    let fields: Vec<&str> = fields.filter(|line| line.trim().starts_with("pub ")).collect();
    assert_eq!(fields.len(), properties.len(), "{code}");
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

/// Types enforce as much of the requests as they can; the rest is a loss.
#[test]
fn requests_keep_what_they_require() {
    let document = normalised(&shop_with(PUT_ORDER, STRICT), &actions(&[]));
    let order = &document.root()["components"]["schemas"]["Order"];
    assert_eq!(order["required"], json!(["id", "at"]));
    let losses: Vec<String> = document.losses().iter().map(ToString::to_string).collect();
    assert!(losses.iter().any(|loss| loss.contains("lengths of strings")), "{losses:?}");
    assert!(losses.iter().any(|loss| loss.contains("sizes of lists")), "{losses:?}");
}

/// Formats whose check or type would need another crate.
#[test]
fn requests_need_no_other_crates() {
    let schemas = "Order: { type: object, properties: {
            id: { type: string, format: uuid, pattern: '^(?!0)' } } }";
    let document = normalised(&shop_with(PUT_ORDER, schemas), &actions(&[]));
    let mut order = document.root()["components"]["schemas"]["Order"].clone();
    forget_origins(&mut order);
    assert_eq!(order["properties"]["id"], json!({ "type": "string" }));
}
