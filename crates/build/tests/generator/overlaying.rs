//! Overlay, alone.

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
    let overlay = actions(&["target: '$.components.schemas.Order.required[9, 10]', remove: true"]);
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
    let marked: Vec<bool> =
        ["a", "b", "c"].map(|name| order["properties"][name].get("x-sensitive").is_some()).to_vec();
    assert_eq!(marked, [true, true, false]);
}

/// A union reports each of its names that has moved; the brackets of a filter are not a union.
#[test]
fn each_name_of_a_union_matches() {
    let [all, properties] = ["$.components.schemas", "$.components.schemas.Order.properties"];
    let errors = |target: String| {
        let overlay =
            actions(&[&format!("target: {}, update: {{ description: It. }}", Value::from(target))]);
        let document = validate::validate(load(&shop(ORDER))).unwrap();
        let overlay = load(&overlay);
        overlay::apply(document, &overlay).err().map(|errors| errors.to_string())
    };
    for target in [
        format!("{properties}['a', \"b\"]"),
        format!("{all}[?@['title'] == 'Old']"),
        format!("{properties}[?@['type'] == 'string' && @['format'] == 'uri']"),
    ] {
        assert_eq!(errors(target), None);
    }
    for (target, moved) in [
        (format!("{properties}['a', 'gone']"), "gone"),
        (format!("{properties}['a', \"le,ft\"]"), "le,ft"),
        (format!("{all}[?@['title'] == 'Old'].properties['a', '[moved]']"), "[moved]"),
    ] {
        let errors = errors(target).unwrap();
        assert!(errors.contains(&format!("`{moved}`")), "{errors}");
    }
}

#[test]
fn each_place_has_the_target_that_selects_it() {
    let document = json!({
        "paths": { "/order/{id}": { "get": {
            "parameters": [{ "schema": true }], "responses": { "200": {} }, "tags": ["a"],
        } } },
        "components": { "schemas": {
            "allOf": { "0": true },
            "It's": { "allOf": [{ "properties": {
                "enum": { "1": true, "enum": ["x"] }, "2": true, "a\\b": true, "": true,
                "properties": { "properties": { "oneOf": { "oneOf": [true] } } }, "größe": true,
            } }] },
        } },
    });
    let mut places = vec![(Pointer::root(), &document)];
    let mut seen = 0;
    while let Some((at, value)) = places.pop() {
        seen += 1;
        let path = serde_json_path::JsonPath::parse(&overlay::target(&at)).unwrap();
        let found = path.query(&document).all();
        let is_only = matches!(found.as_slice(), [only] if std::ptr::eq(*only, value));
        assert!(is_only, "{at}: {path} finds {found:?}");
        for (name, member) in value.as_object().into_iter().flatten() {
            places.push((at.join(name), member));
        }
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            places.push((at.join(index), item));
        }
    }
    assert!(seen > 30, "{seen}");
}
