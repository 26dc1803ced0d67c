//! Reading bodies that are not exactly one value, and their drift.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use openapi_client_runtime::{BodyEnd, Content, Response};
use serde_json::{Map, Value};

fn read(body: &[u8]) -> (Option<BTreeMap<String, i64>>, Vec<String>) {
    let body = Bytes::copy_from_slice(body);
    let response = Response::read(StatusCode::OK, HeaderMap::new(), body, BodyEnd::Complete);
    let drift = response.drift().iter().map(ToString::to_string).collect();
    (response.into_value(), drift)
}

#[test]
fn bytes_after_the_value_are_told_and_cost_nothing() {
    let value = Some(BTreeMap::from([("a".to_owned(), 1)]));
    for rest in ["", " \r\n\t", "\0", "x", "{}", "]", "{\"a\":2}", "<html>"] {
        let told = (!rest.trim().is_empty()).then(|| "bytes after the value at $".to_owned());
        let body = format!("{{\"a\":1}}{rest}");
        assert_eq!(read(body.as_bytes()), (value.clone(), Vec::from_iter(told)), "{rest:?}");
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_told_and_cost_a_character() {
    let value = Some(BTreeMap::from([("a\u{fffd}".to_owned(), 1)]));
    let told = vec!["replaced characters at $".to_owned()];
    assert_eq!(read(b"{\"a\xff\":1}"), (value.clone(), told));
    assert_eq!(read("{\"a\u{fffd}\":1}".as_bytes()), (value, vec![]));
}

#[test]
fn a_name_that_is_not_text_costs_its_member() {
    let value = Some(BTreeMap::from([("a".to_owned(), 1)]));
    for name in ["\\ud800", "\\udc00x", "x\\ud800\\u0041"] {
        let body = format!("{{\"a\":1,\"{name}\":2}}");
        let (read, drift) = read(body.as_bytes());
        assert_eq!((read, drift.len()), (value.clone(), 1), "{name}");
        assert!(drift.iter().all(|drift| drift.starts_with("wrong type at $")), "{drift:?}");
    }
}

#[test]
fn a_name_that_occurs_twice_is_told_and_its_last_value_counts() {
    let value = Some(BTreeMap::from([("a".to_owned(), 2)]));
    assert_eq!(read(br#"{"a":1,"\u0061":2}"#), (value, vec!["repeated name at $.a".to_owned()]));
}

/// The name of an entry or of an unknown member may be a customer's.
#[test]
fn a_name_that_the_contract_does_not_know_is_shown_only_if_a_developer_wrote_it() {
    let shown = [
        "a",
        "cancel_reason",
        "psp.creditcard",
        "cancelReason",
        "x-line2",
        "collector:invoice",
        "@type",
        "orderId",
    ];
    let long = "a".repeat(65);
    let hidden = [
        "",
        "ola@example.com",
        "Ola Nordmann",
        "Å",
        "+4712345678",
        "4012 8888 8888 1881",
        "card-4012",
        "b7d6c7ab-0b0a-4f6e-9f5a-b2b0cf7c0001",
        "eyJhbGciOiJIUzI1NiJ9",
        "2024-05-01",
        "a'b",
        "a\\b",
        "a\n\u{7f}b",
        "\u{202e}a",
        "https://shop.example/return",
        "IBAN",
        &long,
    ];
    for name in shown {
        let drift = drift_of(&BTreeMap::from([(name, "no number")]));
        let path = if name.contains(['-', '.', ':', '@']) {
            format!("['{name}']")
        } else {
            format!(".{name}")
        };
        assert_eq!(drift, [format!("wrong type at ${path}")]);
    }
    for name in hidden {
        let drift = drift_of(&BTreeMap::from([(name, "no number")]));
        let length = name.chars().count();
        let plural = if length == 1 { "" } else { "s" };
        assert_eq!(drift, [format!("wrong type at $['[{length} character{plural}]']")], "{name:?}");
    }
}

fn drift_of(members: &BTreeMap<&str, &str>) -> Vec<String> {
    read(serde_json::to_string(members).unwrap().as_bytes()).1
}

/// The signs of objects and values in a string are text.
#[test]
fn limits_count_outside_strings() {
    let text = "{[,\\\"".repeat(60_000);
    let body = format!("{{\"{text}\":1}}");
    assert_eq!(read(body.as_bytes()).0.map(|value| value.len()), Some(1));
    let values = ",\"a\":1".repeat(60_000);
    assert_eq!(read(format!("{{\"a\":1{values}}}").as_bytes()), (None, vec![]));
}

/// The names of the members that are read, and their values as they are written.
fn members<T: Content>(body: &str) -> Vec<(String, String)> {
    let (headers, body) = (HeaderMap::new(), Bytes::copy_from_slice(body.as_bytes()));
    let response = Response::<T>::read(StatusCode::OK, headers, body, BodyEnd::Complete);
    assert_eq!(response.members(|_| false), []);
    response.members(|_| true)
}

fn named(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Whatever is in them and around them, and whether or not the values fit.
#[test]
fn members_are_given_as_they_are_written() {
    let values = [
        "1",
        "-0.10e+2",
        "null",
        "true",
        "\"\"",
        "\"a \\\" } b\"",
        "[]",
        "{}",
        "[{\"id\":[]}, 2 ]",
        "{\"}\": {} }",
    ];
    for space in ["", " ", "\n\t "] {
        let list = values.map(|value| format!("\"id\"{space}:{space}{value}{space}"));
        for (start, end) in [("", ""), ("\u{feff}", "x"), ("", "}"), ("", ",\"id\":1")] {
            let text = format!("{start}{space}{{{space}{}}}{end}", list.join(&format!(",{space}")));
            let expected = named(&values.map(|value| ("id", value)));
            assert_eq!(members::<Value>(&text), expected, "{text}");
            assert_eq!(members::<BTreeMap<String, i64>>(&text), expected, "{text}");
            assert_eq!(members::<Option<Map<String, Value>>>(&text), expected, "{text}");
        }
    }
}

/// None of a value that is not an object, or that cannot be read; none of an object inside.
#[test]
fn members_are_those_of_the_object_that_was_read() {
    for text in ["", "null", "1", "[{\"a\":1}]", "{}", "{", "{\"a\":1,}", "{\"a\":1,\"b\":tru}"] {
        assert_eq!(members::<Value>(text), [], "{text}");
    }
    assert_eq!(members::<()>("{\"a\":1}"), []);
    assert_eq!(members::<Vec<Value>>("[{\"a\":1}]"), []);
    assert_eq!(members::<Value>("{\"\\u0061\":{\"b\":1}}"), named(&[("a", "{\"b\":1}")]));
    assert_eq!(members::<Value>("{\"\\ud800\":1,\"b\":2}"), named(&[("b", "2")]));
}
