//! How documentation is written from what the contract says about one thing in several places.

use super::*;

/// The lines of documentation before a field.
fn doc_of<'a>(code: &'a str, field: &str) -> Vec<&'a str> {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| line.starts_with(&format!("pub {field}: "))).unwrap();
    let is_doc = |line: &&&str| line.starts_with("///");
    let mut doc: Vec<&str> = lines[..at].iter().rev().take_while(is_doc).copied().collect();
    doc.reverse();
    doc.into_iter().map(|line| line.trim_start_matches("///").trim_start()).collect()
}

/// A sentence about the items or the default continues the description, unless that would become part of a list, of
/// code or of unfinished words.
#[test]
fn sentences_about_one_property_are_one_paragraph_where_both_are_prose() {
    let cases: [(&str, &[&str]); 11] = [
        ("Whole.", &["Whole. The default is `1`."]),
        ("Is it whole?", &["Is it whole? The default is `1`."]),
        ("Whole (in øre.)", &["Whole (in øre.) The default is `1`."]),
        ("One.\n\nTwo.", &["One.", "", "Two. The default is `1`."]),
        ("One.\nTwo.", &["One.", "Two. The default is `1`."]),
        ("`1` or more.", &["`1` or more. The default is `1`."]),
        ("Unfinished", &["Unfinished", "", "The default is `1`."]),
        ("Of:\n- one\n- two.", &["Of:", "- one", "- two.", "", "The default is `1`."]),
        ("Of:\n1. one\n2. two.", &["Of:", "1. one", "2. two.", "", "The default is `1`."]),
        ("As:\n\n    two.", &["As:", "", "two.", "", "The default is `1`."]),
        ("```\none.\n```", &["```text", "one.", "```", "", "The default is `1`."]),
    ];
    for (description, expected) in cases {
        let count = json!({ "type": "integer", "description": description, "default": 1 });
        let schemas = format!("Order: {{ type: object, properties: {{ count: {count} }} }}");
        let code = generated(&shop(&schemas), overlay::NONE.text).code;
        assert_eq!(doc_of(&code, "count"), expected, "{description}");
    }
}

/// Words about items that are not one paragraph of prose are a paragraph of their own, and so is a deprecation.
#[test]
fn other_words_stay_paragraphs_of_their_own() {
    let list = json!({
        "type": "array",
        "description": "The parts.",
        "deprecated": true,
        "items": { "type": "string", "description": "One of:\n- whole\n- half." },
    });
    let schemas = format!("Order: {{ type: object, properties: {{ parts: {list} }} }}");
    let code = generated(&shop(&schemas), overlay::NONE.text).code;
    let expected =
        ["The parts.", "", "Each item: One of:", "- whole", "- half.", "", "Deprecated."];
    assert_eq!(doc_of(&code, "parts"), expected);
}

/// In the list of parameters, and of words that differ, each item is one line: words without an end get one.
#[test]
fn an_item_of_a_list_is_one_line() {
    let parameters = "\
        { name: id, in: path, required: true, description: The number, schema: { type: array, \
          items: { type: string, description: 'One part (e.g. `1`)' } } }, \
        { name: lang, in: query, description: Which language, deprecated: true, \
          schema: { type: string, default: es } }";
    let operation = format!(
        "get: {{ operationId: get_order, parameters: [{parameters}], responses: {{ '200': {{ description: '', \
         content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Order' }} }} }} }} }} }}"
    );
    let shipped = |words: &str, default: bool| {
        json!({ "type": "object", "properties": { "day": {
            "type": "boolean", "description": words, "default": default } } })
    };
    let (sent, kept) = (shipped("Whether it is sent", true), shipped("Whether it is kept", false));
    let schemas = format!("Order: {{ type: object, properties: {{ a: {sent}, b: {kept} }} }}");
    let spec = shop_with(&operation, &schemas).replace("/order:", "'/order/{id}':");
    let code = generated(&spec, overlay::NONE.text).code;
    let listed = "- `id`: The number. Each item: One part (e.g. `1`)";
    assert!(code.contains(listed), "{listed} is not in\n{code}");
    let expected =
        ["Which language", "", "The server uses `es` if this is absent.", "", "Deprecated."];
    assert_eq!(doc_of(&code, "lang"), expected);
    let expected = [
        "- `Order.a.day`: Whether it is sent. The default is `true`.",
        "- `Order.b.day`: Whether it is kept. The default is `false`.",
    ];
    assert_eq!(doc_of(&code, "day"), expected);
}
