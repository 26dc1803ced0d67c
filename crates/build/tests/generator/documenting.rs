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
