//! `Debug` of responses with undescribed values and URLs.
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use http::{HeaderMap, StatusCode};
use openapi_client_runtime::{BodyEnd, Content, Response};
use serde_json::{Map, Value};

/// The value in both forms of `Debug`, each on one line.
fn shown<T: Content + Debug>(body: &str) -> String {
    let body = body.to_owned().into();
    let response = Response::<T>::read(StatusCode::OK, HeaderMap::new(), body, BodyEnd::Complete);
    assert!(response.value().is_some(), "{response:?}");
    let value = |text: String| {
        let (_, value) = text.split_once("value: ").unwrap_or_default();
        let value: String = value.chars().filter(|c| !c.is_whitespace()).collect();
        value.trim_end_matches(['}', ',']).replace(",)", ")").replace(",]", "]")
    };
    let (short, long) = (value(format!("{response:?}")), value(format!("{response:#?}")));
    assert_eq!(short, long);
    short
}

#[test]
fn of_what_no_contract_describes_the_size_is_shown() {
    let cases = [
        (r#"{"ola@example.com": "secret", "b": 2}"#, "Some([2entries])"),
        (r#"{"a": {"b": "secret"}}"#, "Some([1entry])"),
        (r#"["secret", 4012]"#, "Some([2items])"),
        (r#""secret""#, "Some([redacted])"),
        ("4012", "Some([redacted])"),
        ("true", "Some([redacted])"),
    ];
    for (body, expected) in cases {
        assert_eq!(shown::<Value>(body), expected, "{body}");
    }
    let body = r#"{"ola@example.com": "secret"}"#;
    assert_eq!(shown::<Map<String, Value>>(body), "Some([1entry])");
    assert_eq!(shown::<BTreeMap<String, String>>(body), "Some([1entry])");
    assert_eq!(shown::<Vec<BTreeMap<String, String>>>(&format!("[{body}]")), "Some([[1entry]])");
    assert_eq!(
        shown::<Vec<Option<Box<Value>>>>(r#"[{}, "x"]"#),
        "Some([Some([0entries]),Some([redacted])])"
    );
}

#[test]
fn of_a_url_the_host_is_shown() {
    let cases = [
        ("no URL: a/b?c=d#e", "no URL: a/b?c=d#e"),
        ("https://shop.example", "https://shop.example"),
        ("https://shop.example/", "https://shop.example/…"),
        ("HTTPS://shop.example:8443/return/t0ken?x=1#y", "HTTPS://shop.example:8443/…"),
        ("https://shop.example?t0ken", "https://shop.example/…"),
        ("https://shop.example#t0ken", "https://shop.example/…"),
        ("https://user:t0ken@shop.example/", "https://shop.example/…"),
        ("https://user:t0/ken@shop.example/", "https:///…"),
        ("https://a@b@shop.example", "https://shop.example/…"),
        ("wss://[::1]:1/t0ken", "wss://[::1]:1/…"),
        ("https:\\\\shop.example\\t0ken", "https:\\\\shop.example\\t0ken"),
        ("https://shop.example\\t0ken", "https://shop.example/…"),
        ("shop://t0ken/t0ken", "shop:///…"),
        ("xhttps://t0ken", "xhttps:///…"),
        ("https://%74oken/", "https:///…"),
        ("://t0ken", ":///…"),
        ("https://a.example/?u=https://b.example/t0ken", "https://a.example/…"),
        (
            "see https://a.example/x and <http://b.example/y>.",
            "see https://a.example/… and <http://b.example/…>.",
        ),
        ("https://", "https://"),
    ];
    for (text, expected) in cases {
        let body = Value::from(vec![text]).to_string();
        let expected = format!("Some([{:?}])", expected).replace(' ', "");
        assert_eq!(shown::<Vec<String>>(&body), expected, "{text}");
    }
}
