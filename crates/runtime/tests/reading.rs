//! What is read of a body that is not just one value, and what is told of it.
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use openapi_client_runtime::{BodyEnd, Response};

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
