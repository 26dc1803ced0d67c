//! Load, alone.

use super::*;
use openapi_client_build::source::encoding;

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

/// A value of an `enum` of strings is its text in the document, even if YAML or JSON reads it as a number.
#[test]
fn the_values_of_an_enum_are_quoted_as_they_were_written() {
    let shop = |schema: &str| shop(&format!("Order: {{ properties: {{ v: {schema} }} }}"));
    let json = |schema: &str| {
        let root: Value = load(&shop("{ type: integer, description: V }")).root().clone();
        let text = root.to_string();
        let plain = r#"{"description":"V","type":"integer"}"#;
        assert!(text.contains(plain));
        text.replace(plain, schema)
    };
    let merged = shop("{ <<: *versions, type: string }")
        .replace("paths:", "x-versions: &versions { type: number, enum: [1.10, 2.0] }\npaths:");
    let set = |schema: &str| {
        let target = "target: \"$.components.schemas.Order.properties.v\"";
        actions(&[&format!("{target}, update: {schema}")])
    };
    let own = r#"{"type":"string","enum":["a"]}"#;
    for (document, overlay, expected) in [
        (
            shop("{ type: string, enum: [1.1, 1.10, 0x1F, 2e3] }"),
            String::new(),
            &["1.1", "1.10", "0x1F", "2e3"][..],
        ),
        (
            shop("{ type: string, enum: [+1, 0o17, '+2', TRUE, true] }"),
            String::new(),
            &["+1", "0o17", "+2", "TRUE", "true"],
        ),
        (shop("{ type: string, const: 1.10 }"), String::new(), &["1.10"]),
        (shop("{ type: [string, 'null'], enum: [1.10, ~] }"), String::new(), &["1.10"]),
        (
            json(r#"{"type":"string","enum":[1.10,1.1e1,18446744073709551616]}"#),
            String::new(),
            &["1.10", "1.1e1", "18446744073709551616"],
        ),
        (merged, String::new(), &["1.10", "2.0"]),
        (json(own), set("{ enum: [1.10] }"), &["a", "1.10"]),
    ] {
        let overlay = if overlay.is_empty() { overlay::NONE.text } else { &overlay };
        let code = generated(&document, overlay).code;
        for text in expected {
            assert!(code.contains(&format!("\"{text}\"")), "{text} of {document}\n{code}");
        }
    }
    let numbers = shop("{ type: number, enum: [1.10, 2e3, 0x10] }");
    let said = generated(&numbers, overlay::NONE.text).losses[0].to_string();
    assert!(said.contains("`1.10`, `2e3`, `0x10`"), "{said}");
}

/// Values that are one number keep the text of their own, whichever of them an overlay removes or replaces.
#[test]
fn equal_values_keep_their_texts_in_an_overlay() {
    let texts = ["1", "1.0", "1.00", "x", "1e0", "0x1"];
    let document = shop(&format!(
        "Order: {{ properties: {{ v: {{ type: string, enum: [{}] }}, w: {{ const: 7 }} }} }}",
        texts.join(", ")
    ));
    let values = "$.components.schemas.Order.properties.v.enum";
    for (index, gone) in texts.iter().enumerate() {
        let expected: Vec<&str> = texts.into_iter().filter(|text| text != gone).collect();
        let remove = format!("target: \"{values}[{index}]\", remove: true");
        let replace = format!("target: \"{values}[{index}]\", update: y");
        for action in [remove, replace] {
            let code = generated(&document, &actions(&[&action])).code;
            for text in &expected {
                assert!(code.contains(&format!("\"{text}\"")), "{text}, {action}\n{code}");
            }
            assert!(!code.contains(&format!("\"{gone}\"")), "{gone}, {action}\n{code}");
        }
    }
    let all = [&format!("target: \"{values}\", remove: true")];
    let code = generated(&document, &actions(&[all[0]])).code;
    assert!(texts.iter().all(|text| !code.contains(&format!("\"{text}\""))), "{code}");
}

#[test]
fn an_alias_stands_for_what_it_names() {
    assert_eq!(
        load("a: &x { b: 1 }\nc: *x\n").root(),
        &json!({ "a": { "b": 1 }, "c": { "b": 1 } })
    );
}

#[test]
fn a_byte_order_mark_is_no_text() {
    for text in ["\u{feff}a: 1\n", "\u{feff}---\na: 1\n", "\u{feff}{\"a\": 1}", "\u{feff}# b\na: 1"]
    {
        assert_eq!(load(text).root(), &json!({ "a": 1 }), "{text:?}");
    }
    assert_eq!(
        load("\u{feff}a: { b: 1 }").locate(&Pointer::parse("/a/b").unwrap()).unwrap().column,
        6
    );
}

/// A mapping's own members win, wherever they are; then those of the mapping that is named first.
#[test]
fn a_merge_key_adds_the_members_that_are_missing() {
    let base = "a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\n";
    for (mapping, expected) in [
        ("{ <<: *a, x: 0 }", json!({ "x": 0, "y": 1 })),
        ("{ x: 0, <<: *a }", json!({ "x": 0, "y": 1 })),
        ("{ <<: [*a, *b] }", json!({ "x": 1, "y": 1, "z": 2 })),
        ("{ <<: *b, <<: *a }", json!({ "x": 1, "y": 2, "z": 2 })),
        ("{ <<: { <<: *a, y: 0 } }", json!({ "x": 1, "y": 0 })),
    ] {
        let document = load(&format!("{base}c: {mapping}\n"));
        assert_eq!(document.root()["c"], expected, "{mapping}");
    }
    for quoted in [r#"{"<<": {"x": 1}}"#, "\"<<\": { x: 1 }", "'<<': { x: 1 }"] {
        assert_eq!(load(quoted).root(), &json!({ "<<": { "x": 1 } }), "{quoted}");
    }
    let error = Document::load(Source { name: "a.yaml", text: "a: { <<: 1 }" }).unwrap_err();
    assert!(error.to_string().contains("the merge key `<<` takes a mapping"), "{error}");
}

#[test]
fn other_encodings_are_named_with_the_way_out() {
    let latin = b"a: 1\nb: caf\xe9\n".to_vec();
    let wide = |order: fn(u16) -> [u8; 2]| "a: 1\n".encode_utf16().flat_map(order).collect();
    for (bytes, seems, place) in [
        (latin, "Latin-1", "a.yaml:2:7"),
        ([vec![0xff, 0xfe], wide(u16::to_le_bytes)].concat(), "UTF-16", "a.yaml:1:1"),
        ([vec![0xfe, 0xff], wide(u16::to_be_bytes)].concat(), "UTF-16", "a.yaml:1:1"),
        (wide(u16::to_le_bytes), "UTF-16", "a.yaml:1:1"),
    ] {
        let error = encoding::decode("a.yaml", bytes).unwrap_err().to_string();
        for words in [seems, place, "save the file as UTF-8"] {
            assert!(error.contains(words), "{words}: {error}");
        }
    }
    assert_eq!(encoding::decode("a.yaml", "é".into()).unwrap(), "é");
}

#[test]
fn what_is_no_text_is_named_with_the_way_out() {
    for (bytes, seems) in [
        (&[0x1f, 0x8b, 8, 0][..], "packed with gzip"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"%PDF-1.7", "a PDF document"),
        (b"openapi: 3.0.0\n\0", "binary data"),
    ] {
        let error = encoding::decode("a.yaml", bytes.to_vec()).unwrap_err().to_string();
        for words in [seems, "a.yaml:", "download the document itself"] {
            assert!(error.contains(words), "{words}: {error}");
        }
    }
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

/// JSON is not quite contained in YAML: tabs between the tokens, an emoji escaped in two halves.
#[test]
fn json_that_is_not_yaml_is_read_as_json() {
    let text = "{\n\t\"é\": [\"\\ud83d\\ude00\", {\"a\\\"b\\\\\": 1}],\n\t\"\" :\t{\"c\": 2}\n}\n";
    let document = load(text);
    let expected = json!({ "é": ["\u{1f600}", { "a\"b\\": 1 }], "": { "c": 2 } });
    assert_eq!(document.root(), &expected);
    for (pointer, place) in [
        ("/é", (2, 2)),
        ("/é/0", (2, 8)),
        ("/é/1", (2, 24)),
        ("/é/1/a\"b\\", (2, 25)),
        ("/é/1/a\"b\\/none", (2, 25)),
        ("/é/2", (2, 2)),
        ("/", (3, 2)),
        ("//c", (3, 8)),
        ("", (1, 1)),
    ] {
        let found = document.locate(&Pointer::parse(pointer).unwrap()).unwrap();
        assert_eq!((found.line, found.column), place, "{pointer}");
    }
}

#[test]
fn the_reader_that_came_further_says_what_is_wrong() {
    for (text, position, words) in [
        ("{\n\t\"a\": 1,\n\t\"b\": ]\n}", (3, 7), "expected value"),
        ("{\n\t\"a\": 1,\n\t\"a\": 2\n}", (3, 4), "the key `a` occurs twice"),
        ("{ a: 1, b: ] }", (1, 12), "did not find expected node content"),
    ] {
        let error = Document::load(Source { name: "a.json", text }).unwrap_err();
        let error = error.iter().next().unwrap();
        let found = error.position.unwrap();
        assert_eq!((found.line, found.column), position, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
}
