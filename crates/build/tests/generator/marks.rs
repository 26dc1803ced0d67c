//! What the overlay's own words do at each kind of place.

use super::*;

const PLACES: &str = "
openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /order:
    put:
      operationId: put_order
      parameters:
        - { name: by, in: query, schema: { type: string, enum: [a, b] } }
        - { name: free, in: query, schema: { type: string } }
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } } }
      responses:
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '400': { description: No., content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
components:
  schemas:
    Change: { type: object, required: [kind], properties: { kind: { type: string, enum: [a, b] }, part: { type: object, properties: { a: { type: string } } } } }
    Order:
      type: object
      required: [text, number, state, list, map, any, inline, object, way, scalar, code, whole, time, tree]
      properties:
        text: { type: string }
        noted: { type: string, description: Words. }
        number: { type: integer }
        state: { type: string, enum: [open, paid] }
        list: { type: array, items: { type: string, enum: [x, y] } }
        map: { type: object, additionalProperties: { type: string } }
        any: {}
        inline: { type: object, required: [id], properties: { id: { type: string } } }
        object: { $ref: '#/components/schemas/Thing' }
        way: { $ref: '#/components/schemas/Way' }
        scalar: { oneOf: [{ type: string }, { type: integer }] }
        code: { $ref: '#/components/schemas/Code' }
        whole: { allOf: [{ $ref: '#/components/schemas/Thing' }, { type: object, required: [more], properties: { more: { type: string } } }] }
        time: { type: string, format: date-time }
        count: { type: integer, enum: [1, 2] }
        tree: { $ref: '#/components/schemas/Tree' }
        words: { $ref: '#/components/schemas/Words' }
    Word: { type: string }
    Words: { type: array, items: { $ref: '#/components/schemas/Word' } }
    Thing: { type: object, required: [id, state], properties: { id: { type: string }, state: { $ref: '#/components/schemas/Code' } } }
    Way: { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' }], discriminator: { propertyName: type } }
    Card: { type: object, required: [type, number], properties: { type: { type: string }, number: { type: string } } }
    Bank: { type: object, required: [type], properties: { type: { type: string }, iban: { type: string } } }
    Code: { type: string, enum: [one, two] }
    Tree: { type: object, required: [left, leaves], properties: { left: { $ref: '#/components/schemas/Tree' }, leaves: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
";

/// Each of the overlay's own words has an effect at a place, is an error there, or is one of those that `cargo spec
/// check` tries without.
#[test]
fn what_an_overlay_says_has_an_effect_or_is_an_error_with_its_place() {
    let properties = [
        "text", "number", "noted", "state", "list", "map", "any", "inline", "object", "way",
        "scalar", "code", "whole", "time", "count", "tree",
    ];
    let properties = properties.map(|name| format!("components.schemas.Order.properties.{name}"));
    let others = [
        "components.schemas.Change",
        "components.schemas.Order",
        "components.schemas.Thing",
        "components.schemas.Way",
        "components.schemas.Card",
        "components.schemas.Code",
        "components.schemas.Tree",
        "components.schemas.Word",
        "components.schemas.Words",
        "components.schemas.Change.properties.kind",
        "components.schemas.Change.properties.part",
        "components.schemas.Order.properties.list.items",
        "components.schemas.Order.properties.map.additionalProperties",
        "info",
        "paths['/order']",
        "paths['/order'].put",
        "paths['/order'].put.parameters[0]",
        "paths['/order'].put.parameters[0].schema",
        "paths['/order'].put.requestBody",
        "paths['/order'].put.responses['200']",
        "paths['/order'].put.responses['400'].content['application/json'].schema",
    ];
    let marks = [
        "x-rust-name: Given",
        "x-rust-name: Code",
        "x-rust-name: Order",
        "x-rust-name: OrderState",
        "x-rust-doc: Words given.",
        "x-rust-doc: Words.",
        "x-rust-required: [id]",
        "x-rust-required: [state, way]",
        "x-rust-required: [scalar, code, number, any, time, object, whole, tree]",
        "x-rust-required: [left]",
        "x-rust-required: [kind]",
        "x-rust-required: [type]",
        "x-enum-varnames: { one: First }",
        "x-enum-varnames: { open: First }",
        "x-enum-varnames: { open: Open, paid: Paid }",
        "x-enum-varnames: [First, Second]",
        "x-enum-varnames: [First]",
        "x-enum-varnames: [Open, Paid]",
        "x-sensitive: true",
        "x-sensitive: false",
    ];
    let plain = generated(PLACES, &actions(&["target: $.info, update: { x-other: 1 }"]));
    let mut effects = 0;
    for target in properties.iter().map(String::as_str).chain(others) {
        for mark in marks {
            let overlay = actions(&[&format!("target: \"$.{target}\", update: {{ {mark} }}")]);
            let [spec, over] = [PLACES, &overlay].map(|text| Source { name: "a document", text });
            match openapi_client_build::generate(spec, over) {
                Ok(client) => {
                    let has_effect = client.code != plain.code || client.losses != plain.losses;
                    let name = mark.split(':').next().unwrap();
                    let places = overlaid(PLACES, &overlay).applied()[0].places.clone();
                    let normalised = normalised(PLACES, &overlay);
                    let mut idle = normalised.idle_marks().iter();
                    let is_tried = idle.any(|(at, mark)| *mark == name && places.contains(at));
                    assert!(has_effect || is_tried, "{target}: {mark}");
                    effects += usize::from(has_effect);
                }
                Err(errors) => {
                    assert!(errors.iter().all(|error| error.position.is_some()), "{errors}");
                    let mut stages = errors.iter().map(|error| error.stage.to_string());
                    assert!(stages.all(|it| it == "overlay" || it == "normalise"), "{errors}");
                }
            }
        }
    }
    assert!(effects > 50, "{effects}");
}

#[test]
fn what_an_overlay_says_in_another_form_is_an_error() {
    for mark in [
        "x-rust-required: text",
        "x-rust-required: [1]",
        "x-enum-varnames: 3",
        "x-enum-varnames: [3]",
        "x-rust-name: 3",
        "x-rust-doc: [a]",
        "x-sensitive: 'yes'",
        "properties: { text: { x-rust-doc: 1 } }",
    ] {
        let overlay =
            actions(&[&format!("target: $.components.schemas.Order, update: {{ {mark} }}")]);
        let [spec, over] = [PLACES, &overlay].map(|text| Source { name: "a document", text });
        let errors = openapi_client_build::generate(spec, over).unwrap_err().to_string();
        let name = mark.rsplit(['{', ' ']).find(|word| word.starts_with("x-")).unwrap();
        assert!(errors.contains(&format!("`{}` is not ", name.trim_end_matches(':'))), "{errors}");
        assert!(errors.contains("at /actions/0/update"), "{errors}");
    }
}

/// No value of an object that requires itself ends.
#[test]
fn what_is_required_in_a_circle_is_refused() {
    let schemas = "Order: { type: object, required: [item], properties: { item: { $ref: '#/components/schemas/Item' } } },
        Item: { type: object, required: [order, id], properties: { order: { $ref: '#/components/schemas/Order' }, id: { type: string } } }";
    let require = |names: [&str; 2]| {
        let [order, item] = names;
        let overlay = actions(&[
            &format!(
                "target: $.components.schemas.Order, update: {{ x-rust-required: [{order}] }}"
            ),
            &format!("target: $.components.schemas.Item, update: {{ x-rust-required: [{item}] }}"),
        ]);
        let document = shop(schemas);
        let [spec, over] = [&document, &overlay].map(|text| Source { name: "a document", text });
        openapi_client_build::generate(spec, over).map(|client| client.code)
    };
    assert!(require(["item", "id"]).is_ok());
    let errors = require(["item", "order"]).unwrap_err().to_string();
    assert!(errors.contains("/components/schemas/Item"), "{errors}");
    assert!(errors.contains("`x-rust-required` names `order`, which always contains"), "{errors}");
}
