//! The tolerant reader's results for valid answers, for answers that differ from the contract in one place each,
//! and for bodies that are not answers. The expectations come from the contract, which
//! `contract.rs` reads for itself.

use std::collections::BTreeSet;

use dintero_checkout_client::test_kit::{self, DOCUMENTED_SESSION};
use dintero_checkout_client::{Drift, DriftKind, Response, Unreadable, types};
use http::StatusCode;
use serde_json::{Value, json};
use serde_json_path::JsonPath;

use crate::answer::{CONTRACT, NODE, differences, drift, example, read, read_back, told};
use crate::contract::{Kind, Place, Role, SESSION, joined, named, put};
use crate::mutations::{Effect, Mutation, check};

fn assert_nothing_lost_or_added(body: &Value) {
    let response = read(body);
    assert_eq!(drift(&response), BTreeSet::new());
    let read = read_back(&response).expect("a value");
    let differences = differences("", &NODE.normalised(body), &read);
    assert!(differences.is_empty(), "{differences:#?}");
}

/// How many scalars that are not null, and how many empty arrays.
fn count(value: &Value) -> (usize, usize) {
    let inner: Vec<&Value> = match value {
        Value::Null => return (0, 0),
        Value::Array(items) if items.is_empty() => return (0, 1),
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => return (1, 0),
    };
    let counts = inner.into_iter().map(count);
    counts.fold((0, 0), |sum, (scalars, empty)| (sum.0 + scalars, sum.1 + empty))
}

// ---- Sound answers.

#[test]
fn nothing_of_the_documented_example_is_lost() {
    let example = example();
    assert_nothing_lost_or_added(&example);
    let read = read_back(&read(&example)).unwrap();
    assert_eq!(count(&read), count(&example));
}

/// As many documents as it takes to show every schema, every value of every enum and every variant.
#[test]
fn nothing_of_what_the_contract_allows_is_lost() {
    let mut missing = CONTRACT.reachable(SESSION);
    for turn in 0.. {
        let document = NODE.document(turn);
        assert_nothing_lost_or_added(&document);
        let before = missing.len();
        for place in NODE.places(&document) {
            for shown in place.node.shown_by(place.value) {
                missing.remove(&shown);
            }
        }
        if missing.is_empty() {
            return;
        }
        assert!(missing.len() < before, "never shown: {missing:#?}");
    }
}

// ---- One place at a time differs from the contract.

#[test]
fn an_unknown_value_of_an_enum_is_kept() {
    check(|place| match place.node.kind {
        Kind::Enum { .. } => vec![Mutation {
            at: place.path.clone(),
            change: Some(json!("no such value")),
            effect: Effect::Becomes(json!("no such value")),
            drift: Some(DriftKind::UnknownValue),
        }],
        _ => vec![],
    });
}

/// Scalars and containers: what is unknown may have any form.
#[test]
fn an_unknown_field_costs_nothing() {
    check(|place| match place.node.kind {
        Kind::Object(_) => {
            let values = [json!("text"), json!(null), json!({ "enabled": [true] })];
            let unknown = |value| Mutation {
                at: joined(&place.path, named("no-such:field")),
                change: Some(value),
                effect: Effect::Nothing,
                drift: Some(DriftKind::UnknownField),
            };
            values.into_iter().map(unknown).collect()
        }
        _ => vec![],
    });
}

#[test]
fn an_unknown_key_of_a_free_form_map_is_kept() {
    check(|place| match &place.node.kind {
        Kind::Map(values) => {
            let fitting =
                ["text".into(), 7.into()].into_iter().filter(|value| values.accepts(value));
            let entry = |value: Value| Mutation {
                at: joined(&place.path, named("no-such:key")),
                change: Some(value.clone()),
                effect: Effect::Becomes(value),
                drift: None,
            };
            fitting.map(entry).collect()
        }
        _ => vec![],
    });
}

/// What a null or a missing value at a place costs.
fn absence(place: &Place<'_>, change: Option<Value>) -> Vec<Mutation> {
    let drift = match place.role {
        Role::Root => return vec![],
        // Taking an item away leaves a list that is shorter and as good.
        Role::Item if change.is_none() => return vec![],
        Role::Item => Some(DriftKind::WrongType),
        Role::Property(property) => property.is_required.then_some(DriftKind::MissingRequired),
        Role::Entry => None,
    };
    let (at, loss) = (place.path.clone(), place.loss.clone());
    vec![Mutation { at, change, effect: Effect::Loses(loss), drift }]
}

#[test]
fn null_reads_as_absent() {
    check(|place| absence(place, Some(Value::Null)));
}

#[test]
fn an_absent_value_costs_what_cannot_be_without_it() {
    check(|place| absence(place, None));
}

/// One mutation for each of these values that the contract does not allow at a place.
fn wrong_types<const N: usize>(values: [Value; N]) -> impl Fn(&Place<'_>) -> Vec<Mutation> {
    move |place| {
        let wrong = |value: &Value| Mutation {
            at: place.path.clone(),
            change: Some(value.clone()),
            effect: Effect::Loses(place.loss.clone()),
            drift: Some(DriftKind::WrongType),
        };
        let is_inside = !matches!(place.role, Role::Root);
        let wrong_here = values.iter().filter(|value| is_inside && !place.node.accepts(value));
        wrong_here.map(wrong).collect()
    }
}

#[test]
fn a_scalar_of_a_wrong_type_costs_the_nearest_that_may_be_absent() {
    check(wrong_types([json!("not a date"), json!(7), json!(true)]));
}

#[test]
fn a_container_of_a_wrong_type_costs_the_nearest_that_may_be_absent() {
    check(wrong_types([json!([]), json!({ "enabled": [true] })]));
}

/// A fraction, and what is beyond an `i64`; other places take any number or none.
#[test]
fn a_number_that_is_no_integer_costs_the_nearest_that_may_be_absent() {
    let wrong = wrong_types([json!(7.5), json!(u64::MAX), json!(1e300)]);
    check(|place| if place.node.accepts(&json!(7)) { wrong(place) } else { vec![] });
}

/// An amount of `100.0` is the amount 100.
#[test]
fn a_whole_number_may_be_written_as_a_fraction() {
    check(|place| match place.node.variant(place.value).kind {
        Kind::Integer => vec![Mutation {
            at: place.path.clone(),
            change: Some(json!(place.value.as_f64().unwrap())),
            effect: Effect::Nothing,
            drift: None,
        }],
        _ => vec![],
    });
}

// ---- Answers that are none, and answers that are hard to read.

fn raw(body: impl Into<Vec<u8>>) -> Response<types::CheckoutSession> {
    test_kit::response(StatusCode::OK, body.into())
}

fn assert_unreadable(body: impl Into<Vec<u8>>, why: Unreadable, drift_at_root: Option<DriftKind>) {
    let body = body.into();
    let response = raw(body.clone());
    assert!(response.value().is_none());
    assert_eq!(response.unreadable(), Some(why));
    assert_eq!(response.body(), body);
    let expected: Vec<_> = drift_at_root.iter().map(|kind| ("$".to_owned(), *kind)).collect();
    let actual: Vec<_> =
        response.drift().iter().map(|drift| (drift.path().to_owned(), drift.kind())).collect();
    assert_eq!(actual, expected);
}

#[test]
fn an_empty_body_is_told() {
    assert_unreadable("", Unreadable::Empty, None);
    assert_unreadable(" \r\n\t", Unreadable::Empty, None);
}

#[test]
fn a_body_that_is_not_json_is_told() {
    let truncated = DOCUMENTED_SESSION.trim_end().strip_suffix('}').unwrap();
    assert_unreadable(truncated, Unreadable::NotJson, None);
    assert_unreadable("<!doctype html><title>502</title>", Unreadable::NotJson, None);
    assert_unreadable(b"\xff\xfe{}", Unreadable::NotJson, None);
}

#[test]
fn json_of_another_form_is_told() {
    for body in ["[]", "\"x\"", "7", "null", "true"] {
        assert_unreadable(body, Unreadable::OtherForm, Some(DriftKind::WrongType));
    }
}

fn deep() -> String {
    const DEPTH: usize = 10_000;
    "[".repeat(DEPTH) + &"]".repeat(DEPTH)
}

/// JSON, but deeper than anything reads.
#[test]
fn a_deep_body_has_no_value() {
    let response = raw(deep());
    assert!(response.value().is_none());
    assert_eq!(response.unreadable(), Some(Unreadable::OtherForm));
}

#[test]
fn a_byte_that_is_not_utf_8_costs_one_character() {
    let (example, text) = (example(), "a text with two words");
    let places = NODE.places(&example);
    let place = places.iter().find(|place| matches!(place.node.kind, Kind::String)).unwrap();
    let mut with_text = example.clone();
    put(&mut with_text, &place.path, Some(json!(text)));
    let body = with_text.to_string();
    let (before, after) = body.split_once(text).unwrap();
    let body = [before.as_bytes(), b"a text\xffwith two words", after.as_bytes()].concat();
    let response = raw(body.clone());
    assert_eq!(response.unreadable(), None);
    assert_eq!(response.body(), body);
    assert_eq!(drift(&response), BTreeSet::from([told(DriftKind::ReplacedCharacters, "$")]));
    put(&mut with_text, &place.path, Some(json!("a text\u{fffd}with two words")));
    let expected = NODE.normalised(&with_text);
    assert_eq!(differences("", &expected, &read_back(&response).unwrap()), Vec::<String>::new());
}

/// JSON by its grammar, and nothing that a parser must be able to hold.
fn hard_to_hold() -> [(&'static str, String); 3] {
    [("deep", deep()), ("half a surrogate", r#""\ud800""#.into()), ("huge", "1e400".into())]
}

/// The names of those for which an answer with this field in it does not meet an expectation.
fn failing(
    field: &str,
    is_met: impl Fn(&Response<types::CheckoutSession>) -> bool,
) -> Vec<&'static str> {
    let bodies =
        hard_to_hold().map(|(name, value)| (name, format!(r#"{{"id":"a","{field}":{value}}}"#)));
    let failing = bodies.into_iter().filter(|(_, body)| !is_met(&raw(body.as_str())));
    failing.map(|(name, _)| name).collect()
}

fn has_id(response: &Response<types::CheckoutSession>) -> bool {
    response.value().and_then(|session| session.id.as_deref()) == Some("a")
}

#[test]
fn an_unknown_field_that_is_hard_to_hold_costs_nothing() {
    assert_eq!(failing("no_such_field", has_id), Vec::<&str>::new());
}

#[test]
fn an_unknown_field_that_is_hard_to_hold_is_told() {
    let unknown = told(DriftKind::UnknownField, "$.no_such_field");
    let is_told = |response: &_| drift(response).contains(&unknown);
    assert_eq!(failing("no_such_field", is_told), Vec::<&str>::new());
}

#[test]
fn a_value_that_is_hard_to_hold_costs_at_most_itself() {
    assert_eq!(failing("cancelled_by", has_id), Vec::<&str>::new());
}

/// What is read of a date-time is what drift says of it, and the rest of the answer has no say in it.
#[test]
fn a_date_time_is_either_read_or_told() {
    let texts = [
        "2026-04-19T12:00:00Z",
        "2026-04-19t12:00:00z",
        "2026-04-19 12:00:00Z",
        "2026-04-19T12:00:00.5+02:00",
        "2026-04-19T12:00:00+0200",
        "2026-04-19T12:00:00 +02:00",
        "2026-04-19T12:00:00",
        "2026-04-19T12:00Z",
        "2016-12-31T23:59:60Z",
        "+12026-04-19T12:00:00Z",
        "2026-04-19",
        "",
    ];
    let failing: Vec<_> = texts
        .into_iter()
        .map(|text| (text, cancelled_at(text, "somebody".into()), cancelled_at(text, 7.into())))
        .filter(|(_, alone, beside_drift)| alone.0.is_some() == alone.1 || alone != beside_drift)
        .collect();
    assert!(failing.is_empty(), "(read, told) alone and beside another drift: {failing:#?}");
}

/// When a session was cancelled, and whether drift tells that this could not be read.
fn cancelled_at(text: &str, cancelled_by: Value) -> (Option<String>, bool) {
    let response = read(&json!({ "cancelled_at": text, "cancelled_by": cancelled_by }));
    let is_told = drift(&response).contains(&told(DriftKind::WrongType, "$.cancelled_at"));
    let cancelled_at = response.value().and_then(|session| session.cancelled_at);
    (cancelled_at.map(|at| at.to_rfc3339()), is_told)
}

// ---- What drift says.

const CANARY: &str = "canary-5e1f";

/// A document with a canary at every scalar that can drift, and in an unknown field.
fn wrong_everywhere() -> Value {
    let document = NODE.document(0);
    let mut body = document.clone();
    for place in NODE.places(&document) {
        let change = match place.node.kind {
            Kind::Object(_) | Kind::List(_) | Kind::Map(_) => continue,
            Kind::String | Kind::OneOf(_) => json!([CANARY]),
            _ => json!(CANARY),
        };
        put(&mut body, &place.path, Some(change));
    }
    // First in the document: the rest has more drift than is reported.
    put(&mut body, &[named("a_no-such_field")], Some(json!([CANARY])));
    body
}

/// The value may be a customer's: drift tells the place and the kind.
#[test]
fn drift_never_tells_the_value() {
    let drift = read(&wrong_everywhere()).drift();
    let kinds: BTreeSet<_> = drift.iter().map(|one| format!("{:?}", one.kind())).collect();
    let expected = ["UnknownField", "UnknownValue", "WrongType"].map(str::to_owned);
    assert_eq!(kinds, BTreeSet::from(expected));
    for shown in [format!("{drift:?}"), format!("{drift:#?}"), lines(&drift)] {
        assert!(!shown.contains(CANARY), "{shown}");
    }
}

fn lines(drift: &[Drift]) -> String {
    drift.iter().map(|drift| format!("{drift}\n")).collect()
}

/// A JSONPath library finds the canary where drift says.
#[test]
fn the_path_of_a_drift_is_a_json_path() {
    let body = wrong_everywhere();
    let drift = read(&body).drift();
    assert!(!drift.is_empty());
    for drift in drift {
        let path = JsonPath::parse(drift.path()).unwrap();
        let found = path.query(&body).exactly_one().unwrap();
        assert!(*found == json!(CANARY) || *found == json!([CANARY]), "{drift}: {found}");
    }
}

#[test]
fn what_is_there_twice_counts_as_it_stands_last() {
    let body = r#"{"id": "first", "id": "last"}"#;
    let response: Response<types::CheckoutSession> = test_kit::response(StatusCode::OK, body);
    assert_eq!(response.value().and_then(|session| session.id.as_deref()), Some("last"));
    let drift = response.drift();
    let of_it: Vec<&Drift> = drift.iter().filter(|it| it.path().starts_with("$.id")).collect();
    assert!(matches!(of_it[..], [it] if it.kind() == DriftKind::RepeatedName), "{drift:?}");
}

#[test]
fn a_name_may_be_escaped() {
    let session: types::CheckoutSession =
        serde_json::from_str(r#"{"\u0069d": "T1", "\u0069d_": 1}"#).unwrap();
    assert_eq!(session.id.as_deref(), Some("T1"));
}

#[test]
fn what_is_missing_or_no_object_is_told_by_deserialize() {
    let read = serde_json::from_str::<types::AccessToken>;
    let told = |text| read(text).unwrap_err().to_string();
    assert!(told(r#"{"token_type": "Bearer"}"#).contains("missing required at $.access_token"));
    assert!(told(r#"["a"]"#).contains("wrong type at $"));
}
