//! What must be true of whatever is read into the types of the golden documents. The answers have the names and
//! values of the documents, and all that JSON can write.

use std::fmt::Debug;
use std::fs;

use http::{HeaderMap, StatusCode};
use openapi_client_goldens::*;
use openapi_client_runtime::{BodyEnd, Content, Response, Unreadable};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

/// The words in quotes of a golden's client: names, tags and values.
fn words(golden: &str) -> Vec<String> {
    let client = fs::read_to_string(format!("documents/{golden}/client.rs")).unwrap();
    let quoted = client.split('"').skip(1).step_by(2);
    let words = quoted.filter(|word| word.len() < 20 && !word.contains([' ', '/', '{', '\\']));
    let mut words: Vec<_> = words.map(|word| format!("{word:?}")).collect();
    words.sort();
    words.dedup();
    words
}

fn word(words: &[String]) -> impl Strategy<Value = String> + use<> {
    let odd = [r#""\u0069d""#, r#""\ud800""#, r#""é\n""#, r#""""#].map(str::to_owned);
    prop_oneof![
        20 => prop::sample::select(words.to_vec()),
        1 => prop::sample::select(odd.to_vec()),
    ]
}

fn scalar(words: &[String]) -> impl Strategy<Value = String> + use<> {
    const NUMBERS: &[&str] = &[
        "0",
        "-0",
        "1",
        "7.0",
        "-1.5",
        "1e3",
        "0.1",
        "9007199254740993",
        "18446744073709551615",
        "123456789012345678901234567890",
        "1e400",
        "1e-400",
        "-9223372036854775808",
    ];
    const OTHERS: &[&str] =
        &["null", "true", "false", r#""2026-01-01T00:00:00Z""#, r#""2026-01-01""#, r#""::1""#];
    prop_oneof![
        word(words),
        prop::sample::select(NUMBERS).prop_map(str::to_owned),
        prop::sample::select(OTHERS).prop_map(str::to_owned),
        // Those that serde_json reads exactly, too, which is asked what there is to lose.
        any::<i32>().prop_map(|number| (f64::from(number) / 8.0).to_string()),
    ]
}

/// The text of an object.
fn object(golden: &str) -> impl Strategy<Value = String> + use<> {
    let words = words(golden);
    let members = |words: &[String], value: BoxedStrategy<String>| {
        prop::collection::vec((word(words), value), 0..8).prop_map(|members| {
            let members: Vec<_> =
                members.iter().map(|(name, value)| format!("{name}:\n    {value}")).collect();
            format!("{{{}}}", members.join(",\n"))
        })
    };
    let inner = words.clone();
    let value = scalar(&words).prop_recursive(5, 60, 8, move |value| {
        let list = prop::collection::vec(value.clone(), 0..4);
        prop_oneof![
            1 => list.prop_map(|items| format!("[{}]", items.join(" , "))),
            4 => members(&inner, value.boxed()),
        ]
    });
    members(&words, value.boxed())
}

fn read<T: Content>(body: &[u8]) -> Response<T> {
    Response::read(StatusCode::OK, HeaderMap::new(), body.to_vec().into(), BodyEnd::Complete)
}

/// True if all of the first is in the second: no member lost that is not null, no list shorter.
fn is_kept(sent: &Value, kept: &Value) -> bool {
    match (sent, kept) {
        (Value::Object(sent), Value::Object(kept)) => sent.iter().all(|(name, value)| {
            value.is_null() || kept.get(name).is_some_and(|kept| is_kept(value, kept))
        }),
        (Value::Array(sent), Value::Array(kept)) => {
            sent.len() == kept.len()
                && sent.iter().zip(kept).all(|(sent, kept)| is_kept(sent, kept))
        }
        (Value::Number(sent), Value::Number(kept)) => sent.as_f64() == kept.as_f64(),
        (sent, kept) => sent == kept,
    }
}

fn check<T>(body: &str) -> Result<(), TestCaseError>
where
    T: Content + DeserializeOwned + Serialize + PartialEq + Debug,
{
    let response = read::<T>(body.as_bytes());
    let drift: Vec<_> = response.drift().iter().map(ToString::to_string).collect();
    let Some(value) = response.value() else {
        prop_assert_eq!(response.unreadable(), Some(Unreadable::OtherForm));
        prop_assert!(!drift.is_empty(), "lost in silence");
        prop_assert!(serde_json::from_str::<T>(body).is_err());
        return Ok(());
    };
    let written = serde_json::to_string(value).unwrap();
    let again = read::<T>(written.as_bytes());
    let again = serde_json::to_string(again.value().expect("what is written is read")).unwrap();
    prop_assert_eq!(&written, &again, "what is written is not what is read of it");
    if drift.is_empty() {
        let strict = serde_json::from_str::<T>(body).ok();
        prop_assert_eq!(strict.as_ref(), Some(value), "strictly read");
        let sent: Value = serde_json::from_str(body).unwrap();
        let kept: Value = serde_json::from_str(&written).unwrap();
        prop_assert!(is_kept(&sent, &kept), "lost in silence: {written}");
    }
    Ok(())
}

/// What is read of a member does not depend on the others: each costs at most itself.
fn check_apart<T: Content + Serialize>(body: &str) -> Result<(), TestCaseError> {
    let Ok(members) = serde_json::from_str::<serde_json::Map<String, Value>>(body) else {
        return Ok(());
    };
    let kept = |members: &serde_json::Map<String, Value>| {
        let response = read::<T>(serde_json::to_string(members).unwrap().as_bytes());
        response.into_value().map(|value| serde_json::to_value(value).unwrap())
    };
    let Some(all) = kept(&members) else { return Ok(()) };
    for name in members.keys() {
        let mut others = members.clone();
        others.remove(name);
        let mut expected = all.clone();
        expected.as_object_mut().unwrap().remove(name);
        // `None` if the member is required.
        if let Some(others) = kept(&others) {
            prop_assert_eq!(others, expected, "without {}", name);
        }
    }
    Ok(())
}

fn run(golden: &str, check: impl Fn(&str) -> Result<(), TestCaseError>) {
    let outcome = TestRunner::new(config()).run(&object(golden), |body| check(&body));
    outcome.unwrap_or_else(|error| panic!("{golden}: {error}"));
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() }
}

macro_rules! checked {
    (structs: $($golden:ident::$name:ident),*; choices: $($choice_golden:ident::$choice:ident),*;) => {
        /// A value is read and written again as it is, whatever drifts is told, and what is told to be sound
        /// is read strictly, too.
        #[test]
        fn nothing_is_lost_in_silence() {
            $(run(stringify!($golden), check::<$golden::types::$name>);)*
            $(run(stringify!($choice_golden), check::<$choice_golden::types::$choice>);)*
        }

        #[test]
        fn a_member_costs_at_most_itself() {
            $(run(stringify!($golden), check_apart::<$golden::types::$name>);)*
        }
    };
}

checked! {
    structs:
    any_json::Order,
    choice_by_shape::Order,
    choice_by_tag::Payment,
    choice_not_told_apart::Order,
    choice_of_children::Pets,
    choice_of_scalars::Order,
    contradictions::Order,
    enum_others::Receipt,
    enum_values::Receipt,
    numbers::Count,
    plain::Order,
    recursive::Category,
    type_lists::Order;
    choices:
    choice_by_tag::Method,
    tags_literal::Pet,
    tags_optional::Paid;
}

proptest! {
    #![proptest_config(config())]

    /// The reader and serde_json agree on what JSON is.
    #[test]
    fn what_is_not_json_is_told(body in object("plain"), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut body = body.into_bytes();
        let at = at.index(body.len());
        body[at] = byte;
        let text = String::from_utf8_lossy(&body).into_owned();
        let mut values = serde_json::Deserializer::from_str(&text).into_iter::<IgnoredAny>();
        let is_json = matches!(values.next(), Some(Ok(_)));
        let response = read::<Value>(&body);
        let is_read = !matches!(response.unreadable(), Some(Unreadable::NotJson | Unreadable::Empty));
        prop_assert_eq!(is_read, is_json, "{}", text);
        prop_assert!(is_json || response.drift().is_empty());
    }
}
