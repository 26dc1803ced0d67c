//! The documented answer to a cancel, and what the client makes of one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dintero_checkout_client::test_kit::{self, DOCUMENTED_SESSION};
use dintero_checkout_client::{DriftKind, Response, types};
use http::StatusCode;
use serde_json::Value;

use crate::contract::{Contract, Node, SESSION};

pub static CONTRACT: LazyLock<Contract> = LazyLock::new(Contract::load);
pub static NODE: LazyLock<Node> = LazyLock::new(|| CONTRACT.node(SESSION));

pub fn example() -> Value {
    serde_json::from_str(DOCUMENTED_SESSION).unwrap()
}

pub fn read(body: &Value) -> Response<types::CheckoutSession> {
    test_kit::response(StatusCode::OK, body.to_string())
}

/// What comes back when the value is serialised again, in normal form.
pub fn read_back(response: &Response<types::CheckoutSession>) -> Option<Value> {
    let value = serde_json::to_value(response.value()?).unwrap();
    Some(NODE.normalised(&value))
}

/// Drift in a form that can be compared and sorted.
pub fn drift(response: &Response<types::CheckoutSession>) -> BTreeSet<(String, String)> {
    let drift = response.drift();
    let named: BTreeSet<_> = drift.iter().map(|one| told(one.kind(), one.path())).collect();
    assert_eq!(named.len(), drift.len(), "a drift is told twice: {drift:?}");
    named
}

pub fn told(kind: DriftKind, path: &str) -> (String, String) {
    (path.to_owned(), format!("{kind:?}"))
}

/// Where two values differ, by JSON pointer; for messages, which would otherwise show two documents.
pub fn differences(at: &str, expected: &Value, actual: &Value) -> Vec<String> {
    match (expected, actual) {
        (Value::Object(left), Value::Object(right)) => {
            let names: BTreeSet<_> = left.keys().chain(right.keys()).collect();
            let inner = names.into_iter().map(|name| {
                let [left, right] = [left, right].map(|members| members.get(name));
                let at = format!("{at}/{name}");
                match (left, right) {
                    (Some(left), Some(right)) => differences(&at, left, right),
                    (Some(_), None) => vec![format!("{at} is lost")],
                    _ => vec![format!("{at} is there")],
                }
            });
            inner.flatten().collect()
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let items = left.iter().zip(right).enumerate();
            items.flat_map(|(index, (l, r))| differences(&format!("{at}/{index}"), l, r)).collect()
        }
        _ if expected == actual => vec![],
        _ => vec![format!("{at}: expected {expected:.60}, got {actual:.60}")],
    }
}
