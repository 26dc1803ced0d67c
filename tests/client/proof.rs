//! What proves a cancel, and what proves nothing, in either direction.

use std::sync::{Arc, Mutex};

use crate::shop::{SESSION, client, session_id};
use dintero_checkout_client::test_kit::{Answer, Server, response};
use dintero_checkout_client::{Client, Outcome};
use http::StatusCode;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What the read of a session says of its cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Cancelled,
    Open,
    Nothing,
}

/// A server that refuses to cancel: what its read says then decides alone.
struct Refusing {
    body: Arc<Mutex<Vec<u8>>>,
    client: Client,
    _server: Server,
}

impl Refusing {
    fn start() -> Self {
        let body = Arc::new(Mutex::new(Vec::new()));
        let read = Arc::clone(&body);
        let server = Server::start(move |request| match request.method() {
            "GET" => Answer::new(StatusCode::OK, "application/json", read.lock().unwrap().clone()),
            _ if request.path().ends_with("/auth/token") => Answer::token("t", 3600),
            _ => Answer::error(StatusCode::CONFLICT, "CONFLICT", "no"),
        });
        let server = server.unwrap();
        Self { body, client: client(&server), _server: server }
    }

    async fn says(&self, body: impl Into<Vec<u8>>) -> Says {
        *self.body.lock().unwrap() = body.into();
        match self.client.cancel_and_confirm(&session_id()).await {
            Ok(confirmation) => {
                assert!(confirmation.is_cancelled());
                Says::Cancelled
            }
            Err(error) if error.outcome() == Outcome::Refused => Says::Open,
            Err(error) => {
                assert_eq!(error.outcome(), Outcome::Unknown);
                assert_eq!(error.read_error().unwrap().status(), Some(StatusCode::OK));
                Says::Nothing
            }
        }
    }
}

fn session(members: &Value) -> Value {
    let mut session = json!({ "id": SESSION, "created_at": "2023-11-07T05:00:00Z" });
    session.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    session
}

fn cancelled_at(value: &Value) -> Value {
    session(&json!({ "cancelled_at": value }))
}

#[tokio::test]
async fn only_a_plausible_instant_proves_a_cancel() {
    let server = Refusing::start();
    for instant in [
        json!("2023-11-07T05:31:56Z"),
        json!("2023-11-07t05:31:56z"),
        json!("2023-11-07T05:31:56.123456789+01:00"),
        json!("2023-11-07 05:31:56"),
        json!("2023-11-07T05:31:56"),
        json!("2010-01-01T00:00:00Z"),
        json!("2099-12-31T23:59:59Z"),
        json!(1_262_304_000),
        json!(1_699_335_116),
        json!(1_699_335_116.5),
        json!(1_699_335_116_000_i64),
        json!("1699335116"),
        json!("1699335116000"),
    ] {
        let body = cancelled_at(&instant).to_string();
        assert_eq!(server.says(body).await, Says::Cancelled, "{instant}");
    }
    for nothing in [
        json!(0),
        json!(-0.0),
        json!(-1),
        json!(1),
        json!(1.5),
        json!(1_262_303_999),
        json!(4_102_444_800_i64),
        json!(1_262_303_999_999_i64),
        json!(4_102_444_800_000_i64),
        json!(1_699_335_116_000_000_i64),
        json!(-1_699_335_116),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("\t\n"),
        json!("null"),
        json!("Null"),
        json!("false"),
        json!("true"),
        json!("-"),
        json!("0"),
        json!("-1"),
        json!("NaN"),
        json!("None"),
        json!("N/A"),
        json!("undefined"),
        json!("cancelled"),
        json!("2023"),
        json!("2023-11"),
        json!("2023-11-07"),
        json!("05:31:56"),
        json!("20231107"),
        json!("20231107053156"),
        json!("0000-00-00T00:00:00Z"),
        json!("0000-00-00 00:00:00"),
        json!("0001-01-01T00:00:00Z"),
        json!("0001-01-01 00:00:00"),
        json!("1900-01-01T00:00:00Z"),
        json!("1970-01-01T00:00:00Z"),
        json!("1970-01-01T00:00:00"),
        json!("2009-12-31T23:59:59Z"),
        json!("2010-01-01T00:00:00+01:00"),
        json!("2100-01-01T00:00:00Z"),
        json!("9999-12-31T23:59:59Z"),
        json!("2023-02-30T05:31:56Z"),
        json!("2023-11-07T25:31:56Z"),
        json!(true),
        json!(false),
        json!({}),
        json!([]),
        json!(["2023-11-07T05:31:56Z"]),
        json!({ "$date": "2023-11-07T05:31:56Z" }),
    ] {
        let body = cancelled_at(&nothing).to_string();
        assert_eq!(server.says(body).await, Says::Nothing, "{nothing}");
    }
    for open in [session(&json!({})), cancelled_at(&Value::Null)] {
        assert_eq!(server.says(open.to_string()).await, Says::Open, "{open}");
    }
}

#[tokio::test]
async fn fields_that_contradict_each_other_prove_nothing() {
    let server = Refusing::start();
    let time = "2023-11-07T05:31:56Z";
    for other in [
        json!({ "cancelled_by": "kari" }),
        json!({ "cancelled_by": "" }),
        json!({ "canceled_at": time }),
        json!({ "cancelledAt": time }),
        json!({ "canceledAt": time }),
        json!({ "Cancelled_At": time }),
        json!({ "CANCELLED_AT": time }),
        json!({ "cancelled-at": time }),
        json!({ "cancelled_on": "2023-11-07" }),
        json!({ "cancelled": true }),
        json!({ "is_canceled": true }),
        json!({ "isCancelled": 1 }),
        json!({ "events": [{ "name": "INITIATED" }, { "name": "CANCELLED" }] }),
    ] {
        let alone = session(&other).to_string();
        assert_eq!(server.says(alone).await, Says::Nothing, "{other}");
        let beside = |cancelled_at: Value| {
            let mut session = session(&other);
            session.as_object_mut().unwrap().insert("cancelled_at".to_owned(), cancelled_at);
            session.to_string()
        };
        assert_eq!(server.says(beside(Value::Null)).await, Says::Nothing, "{other}");
        assert_eq!(server.says(beside(time.into())).await, Says::Cancelled, "{other}");
    }
    let denied = json!({ "cancelled_at": time, "is_cancelled": false });
    assert_eq!(server.says(session(&denied).to_string()).await, Says::Nothing);
    // Members that are not set, or only sound alike, contradict nothing.
    for silent in [
        json!({ "cancelled_by": null, "canceled_at": null }),
        json!({ "is_cancelled": false }),
        json!({ "cancel_url": "https://example.com/cancel", "cancellable": true }),
    ] {
        assert_eq!(server.says(session(&silent).to_string()).await, Says::Open, "{silent}");
    }
}

#[tokio::test]
async fn a_name_that_occurs_twice_proves_only_what_both_say() {
    let server = Refusing::start();
    let time = r#""2023-11-07T05:31:56Z""#;
    for (members, says) in [
        (format!(r#""cancelled_at": {time}, "cancelled_at": {time}"#), Says::Cancelled),
        (format!(r#""cancelled_at": {time}, "cancelled_at": null"#), Says::Nothing),
        (format!(r#""cancelled_at": null, "cancelled_at": {time}"#), Says::Nothing),
        (format!(r#""cancelled_at": {time}, "cancelled_at": 0"#), Says::Nothing),
        (r#""cancelled_at": null, "cancelled_at": null"#.to_owned(), Says::Open),
        (format!(r#""cancelled_at": {time}, "id": "{SESSION}""#), Says::Cancelled),
    ] {
        let body = format!(r#"{{"id": "{SESSION}", {members}}}"#);
        assert_eq!(server.says(body.clone()).await, says, "{body}");
    }
    let another = format!(r#"{{"id": "another", "cancelled_at": {time}, "id": "{SESSION}"}}"#);
    assert_eq!(server.says(another).await, Says::Nothing);
}

/// The bytes around and beside the evidence.
fn disturbed(session: &str) -> impl Strategy<Value = Vec<u8>> {
    let session = session.to_owned();
    let start = prop::sample::select(vec!["", "\u{feff}", " \r\n\t"]);
    let member = prop::sample::select(vec![
        &b""[..],
        b"\"comment\": \"\xff\xfe\", ",
        b"\"\xc3\": 1, ",
        b"\"comment\": \"\\ud800\", ",
        b"\"\\ud800\": 1, ",
        b"\"url\": 5, ",
        b"\"order\": {\"amount\": \"x\"}, ",
    ]);
    let end = prop::sample::select(vec![&b""[..], b"\n", b"\n\n \t", b"\0", b"}", b"<!-- -->"]);
    (start, member, end).prop_map(move |(start, member, end)| {
        let members = session.strip_prefix('{').unwrap();
        [start.as_bytes(), b"{", member, members.as_bytes(), end].concat()
    })
}

/// What the reader reads past changes the evidence neither.
#[test]
fn reader_and_evidence_look_at_the_same_text() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let server = Refusing::start();
    for (plain, says) in [
        (cancelled_at(&json!("2023-11-07T05:31:56Z")), Says::Cancelled),
        (cancelled_at(&json!("2023-11-07 05:31:56")), Says::Cancelled),
        (cancelled_at(&json!(1_699_335_116)), Says::Cancelled),
        (session(&json!({})), Says::Open),
        (cancelled_at(&json!("-")), Says::Nothing),
    ] {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let result = runner.run(&disturbed(&plain.to_string()), |body| {
            prop_assert!(response(StatusCode::OK, body.clone()).value().is_some());
            let said = runtime.block_on(server.says(body.clone()));
            prop_assert_eq!(said, says, "{}", String::from_utf8_lossy(&body));
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    }
}
