//! Access tokens: one for all callers, in time, and never shown.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::shop::{SESSION, builder, cancels, client, credentials, session_id, tokens};
use chrono::DateTime;
use dintero_checkout_client::test_kit::{Answer, ManualClock, Request, Scenario, Server};
use dintero_checkout_client::{
    BoxFuture, Client, Credentials, Error, Outcome, Phase, RetryPolicy, TokenResult, TokenSource,
};
use http::StatusCode;

/// Many cancels at the same time.
async fn crowd(client: &Client, size: usize) -> Vec<Result<(), Error>> {
    let calls: Vec<_> = (0..size)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.cancel(&session_id()).await.map(drop) })
        })
        .collect();
    let mut results = Vec::new();
    for call in calls {
        results.push(call.await.unwrap());
    }
    results
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_first_calls_ask_for_one_token() {
    let server = Scenario::cancels().start().unwrap();
    let results = crowd(&client(&server), 100).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!((tokens(&server), cancels(&server)), (1, 100));
}

/// Callers that waited for a token that could not be had share the answer instead of asking one by one.
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_first_calls_share_one_refusal() {
    let server = Server::start(|_| {
        std::thread::sleep(Duration::from_millis(300));
        Answer::error(StatusCode::UNAUTHORIZED, "INVALID_CREDENTIALS", "no")
    })
    .unwrap();
    let results = crowd(&client(&server), 100).await;
    for error in results.into_iter().map(Result::unwrap_err) {
        assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent));
        assert_eq!(error.code(), Some("INVALID_CREDENTIALS"));
    }
    assert!(tokens(&server) < 10, "{}", tokens(&server));
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_rejections_renew_once_and_resend_once_each() {
    // The first token is answered 401 until all fifty have come with it.
    let waiting = Arc::new(std::sync::Barrier::new(50));
    let server = Server::start(move |request| {
        if request.path().ends_with("/auth/token") {
            static NUMBER: AtomicU32 = AtomicU32::new(0);
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            return Answer::token(&format!("token-{number}"), 3600);
        }
        if request.header("authorization") == Some("Bearer token-0") {
            waiting.wait();
            return Answer::error(StatusCode::UNAUTHORIZED, "ACCESS_TOKEN_EXPIRED", "no");
        }
        Answer::cancelled(SESSION)
    })
    .unwrap();
    let results = crowd(&client(&server), 50).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!((tokens(&server), cancels(&server)), (2, 100));
}

#[tokio::test]
async fn a_second_rejection_is_returned() {
    let server = Scenario::rejects_tokens(9).start().unwrap();
    let error = client(&server).cancel(&session_id()).await.unwrap_err();
    assert_eq!(
        (error.status(), error.outcome()),
        (Some(StatusCode::UNAUTHORIZED), Outcome::Refused)
    );
    assert_eq!((tokens(&server), cancels(&server), error.attempts()), (2, 2, 2));
}

#[tokio::test]
async fn a_static_token_is_never_sent_again() {
    let refusing = Scenario::refuses(StatusCode::UNAUTHORIZED, "ACCESS_TOKEN_EXPIRED");
    let server = refusing.start().unwrap();
    let client = Client::builder(Credentials::token("mine").unwrap())
        .base_url(server.base_url())
        .build()
        .unwrap();
    let error = client.cancel(&session_id()).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!((tokens(&server), cancels(&server)), (0, 1));
}

fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::at(DateTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)))
}

/// Tokens of an hour, the later ones failing as told.
fn hourly(answer: impl Fn(u32) -> Option<Answer> + Send + Sync + 'static) -> Server {
    let number = AtomicU32::new(0);
    Server::start(move |request: &Request| {
        if !request.path().ends_with("/auth/token") {
            return Answer::cancelled(SESSION);
        }
        let number = number.fetch_add(1, Ordering::Relaxed);
        answer(number).unwrap_or_else(|| Answer::token(&format!("token-{number}"), 3600))
    })
    .unwrap()
}

#[tokio::test]
async fn a_token_is_kept_and_renewed_ahead_of_its_end() {
    let (server, clock) = (hourly(|_| None), clock());
    let client = builder(&server).clock(clock.clone()).build().unwrap();
    client.cancel(&session_id()).await.unwrap();
    clock.advance(Duration::from_secs(3600 - 301));
    client.cancel(&session_id()).await.unwrap();
    assert_eq!(tokens(&server), 1);
    clock.advance(Duration::from_secs(2));
    client.cancel(&session_id()).await.unwrap();
    assert_eq!(tokens(&server), 2);
}

#[tokio::test]
async fn a_renewal_that_fails_or_hangs_harms_nobody_while_the_token_is_good() {
    let failures = [
        Answer::error(StatusCode::INTERNAL_SERVER_ERROR, "X", "x"),
        Answer::error(StatusCode::UNAUTHORIZED, "X", "x"),
        Answer::silence(Duration::from_secs(600)),
    ];
    for failure in failures {
        let shown = format!("{failure:?}");
        let (server, clock) = (hourly(move |n| (n > 0).then(|| failure.clone())), clock());
        let built = builder(&server).clock(clock.clone()).retry(RetryPolicy::none()).build();
        let client = built.unwrap();
        client.cancel(&session_id()).await.unwrap();
        clock.advance(Duration::from_secs(3600 - 200));
        client.cancel(&session_id()).await.expect(&shown);
        client.cancel(&session_id()).await.expect(&shown);
        // The next renewal is not tried at once.
        assert_eq!(tokens(&server), 2, "{shown}");
        clock.advance(Duration::from_secs(195));
        let error = client.with_deadline(Duration::from_secs(1)).cancel(&session_id()).await;
        assert_eq!(error.unwrap_err().phase(), Phase::Token, "{shown}");
    }
}

/// A renewal must not take the time that a call with a good token needs.
#[tokio::test]
async fn a_renewal_that_hangs_leaves_a_hurried_call_its_time() {
    let hangs = |n| (n > 0).then(|| Answer::silence(Duration::from_secs(600)));
    let (server, clock) = (hourly(hangs), clock());
    let client = builder(&server).clock(clock.clone()).build().unwrap();
    client.cancel(&session_id()).await.unwrap();
    clock.advance(Duration::from_secs(3600 - 200));
    client.with_deadline(Duration::from_secs(2)).cancel(&session_id()).await.unwrap();
    assert_eq!(tokens(&server), 2);
}

/// One caller's deadline does not fail the others.
#[tokio::test(flavor = "multi_thread")]
async fn a_hurried_callers_failure_is_its_own() {
    let hangs = |n| (n == 0).then(|| Answer::silence(Duration::from_secs(600)));
    let server = hourly(hangs);
    let client = client(&server);
    let hurried = client.with_deadline(Duration::from_millis(900));
    let hurried = tokio::spawn(async move { hurried.cancel(&session_id()).await.map(drop) });
    tokio::time::timeout(Duration::from_millis(200), std::future::pending::<()>())
        .await
        .unwrap_err();
    assert!(crowd(&client, 5).await.iter().all(Result::is_ok));
    assert!(hurried.await.unwrap().unwrap_err().is_timeout());
    assert_eq!(tokens(&server), 2);
}

/// A server whose tokens have this life, as JSON writes it.
fn living(life: &str) -> Server {
    let body = format!(r#"{{"access_token":"t","token_type":"Bearer","expires_in":{life}}}"#);
    let answer = Answer::new(StatusCode::OK, "application/json", body);
    hourly(move |_| Some(answer.clone()))
}

/// Whatever the answer says of its life, a token serves all callers that waited for it.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_any_life_is_shared() {
    let lives = [
        "0",
        "-0",
        "-1",
        "0.5",
        "3599.5",
        "3600.0",
        "1e300",
        "-1e300",
        "9223372036854775807",
        "18446744073709551615",
        "10",
        "null",
        "\"3600\"",
        "\"\"",
        "true",
        "[]",
        "{}",
    ];
    for life in lives {
        let server = living(life);
        assert!(crowd(&client(&server), 20).await.iter().all(Result::is_ok), "{life}");
        assert_eq!(tokens(&server), 1, "{life}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_callers_share_a_token_that_ends_at_once() {
    let server = living("0");
    let client = builder(&server).connect_timeout(Duration::from_secs(10)).build().unwrap();
    assert!(crowd(&client, 1_000).await.iter().all(Result::is_ok));
    assert_eq!((tokens(&server), cancels(&server)), (1, 1_000));
}

/// A token that ends while callers wait for it serves them all the same.
#[tokio::test]
async fn a_token_that_has_ended_serves_those_who_waited_for_it() {
    let server = Server::start(|request| {
        if request.path().ends_with("/auth/token") {
            std::thread::sleep(Duration::from_millis(700));
            return Answer::token("t", 1);
        }
        Answer::cancelled(SESSION)
    });
    let server = server.unwrap();
    assert!(crowd(&client(&server), 20).await.iter().all(Result::is_ok));
    assert_eq!((tokens(&server), cancels(&server)), (1, 20));
}

/// A server that refuses every token; what it gives out is the same each time, or another.
fn refusing(is_another: bool) -> Server {
    let number = AtomicU32::new(0);
    Server::start(move |request| {
        if !request.path().ends_with("/auth/token") {
            return Answer::error(StatusCode::UNAUTHORIZED, "ACCESS_TOKEN_EXPIRED", "no");
        }
        let number = number.fetch_add(u32::from(is_another), Ordering::Relaxed);
        Answer::token(&format!("token-{number}"), 3600)
    })
    .unwrap()
}

#[tokio::test]
async fn a_credential_that_is_always_refused_is_renewed_within_the_budget() {
    for is_another in [true, false] {
        let (server, clock) = (refusing(is_another), clock());
        let client = builder(&server).clock(clock.clone()).build().unwrap();
        for _ in 0..200 {
            let error = client.cancel(&session_id()).await.unwrap_err();
            assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
        }
        // One, and ten from the budget.
        assert_eq!(tokens(&server), 11, "another: {is_another}");
        // With the budget used up, the client still replaces a refused token later.
        clock.advance(Duration::from_secs(30));
        client.cancel(&session_id()).await.unwrap_err();
        assert_eq!(tokens(&server), 12, "another: {is_another}");
    }
}

#[tokio::test]
async fn a_flaky_token_endpoint_is_asked_again() {
    let (server, clock) = (Scenario::flaky_token(2).start().unwrap(), clock());
    let client = builder(&server).clock(clock.clone()).build().unwrap();
    client.cancel(&session_id()).await.unwrap();
    assert_eq!((tokens(&server), clock.waits().len()), (3, 2));
}

/// Gives out what it was given, and notes what was rejected.
struct Source {
    tokens: Mutex<Vec<String>>,
    rejected: Mutex<Vec<Option<String>>>,
}

impl Source {
    fn of(tokens: &[&str]) -> Arc<Self> {
        let tokens = tokens.iter().rev().map(|token| (*token).to_owned()).collect();
        Arc::new(Self { tokens: Mutex::new(tokens), rejected: Mutex::default() })
    }
}

/// A source that several clients share.
struct Shared(Arc<Source>);

impl TokenSource for Shared {
    fn token<'a>(&'a self, rejected: Option<&'a str>) -> BoxFuture<'a, TokenResult> {
        self.0.rejected.lock().unwrap().push(rejected.map(str::to_owned));
        let next = self.0.tokens.lock().unwrap().pop();
        Box::pin(async move { next.ok_or_else(|| "the vault is sealed: s3cret".into()) })
    }
}

fn with_source(server: &Server, source: &Arc<Source>) -> Client {
    let credentials = Credentials::source(Shared(Arc::clone(source)));
    Client::builder(credentials).base_url(server.base_url()).build().unwrap()
}

#[tokio::test]
async fn a_source_is_asked_for_another_token_where_one_was_rejected() {
    let server = Scenario::rejects_tokens(1).start().unwrap();
    let source = Source::of(&["token-0", "token-1"]);
    with_source(&server, &source).cancel(&session_id()).await.unwrap();
    assert_eq!(*source.rejected.lock().unwrap(), [None, Some("token-0".to_owned())]);
    assert_eq!((tokens(&server), cancels(&server)), (0, 2));
}

#[tokio::test]
async fn a_source_with_nothing_better_gets_the_rejection_back() {
    let server = Scenario::rejects_tokens(1).start().unwrap();
    let source = Source::of(&["token-0", "token-0"]);
    let error = with_source(&server, &source).cancel(&session_id()).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(cancels(&server), 1);
}

#[tokio::test]
async fn a_source_that_fails_is_the_cause_and_its_words_are_not_shown() {
    let server = Scenario::cancels().start().unwrap();
    let error = with_source(&server, &Source::of(&[])).cancel(&session_id()).await.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent));
    assert!(!format!("{error} {error:?}").contains("s3cret"));
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the vault is sealed: s3cret");
}

/// Every call asks a source, but reports a refused token only within the budget.
#[tokio::test]
async fn a_source_that_is_always_refused_is_asked_for_another_within_the_budget() {
    for is_another in [true, false] {
        let server = refusing(is_another);
        let tokens: Vec<_> =
            (0..1_000).map(|n| format!("t{}", n * u32::from(is_another))).collect();
        let source = Source::of(&tokens.iter().map(String::as_str).collect::<Vec<_>>());
        let client = with_source(&server, &source);
        for _ in 0..200 {
            client.cancel(&session_id()).await.unwrap_err();
        }
        let told = source.rejected.lock().unwrap().iter().flatten().count();
        assert_eq!(told, 10, "another: {is_another}");
    }
}

/// What no header should contain after `Bearer`, wherever it comes from.
const NO_TOKENS: [&str; 16] = [
    "",
    " ",
    "\t",
    "\u{a0}",
    "Bearer abc",
    "bearer abc",
    "BEARER abc",
    " abc",
    "abc ",
    "abc\n",
    "a\nb",
    "a\tb",
    "a\u{7f}b",
    "å",
    "a\u{a0}b",
    "€",
];

#[tokio::test]
async fn what_a_source_gives_is_checked() {
    for token in NO_TOKENS {
        let server = Scenario::cancels().start().unwrap();
        let client = with_source(&server, &Source::of(&[token]));
        let error = client.cancel(&session_id()).await.unwrap_err();
        assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent), "{token:?}");
        assert_eq!((error.status(), server.requests().len()), (None, 0), "{token:?}");
    }
}

#[tokio::test]
async fn what_is_fetched_is_checked() {
    for token in NO_TOKENS {
        let answer = Answer::token(token, 3600);
        let server = hourly(move |_| Some(answer.clone()));
        let error = client(&server).cancel(&session_id()).await.unwrap_err();
        assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent), "{token:?}");
        assert_eq!((error.status(), cancels(&server)), (Some(StatusCode::OK), 0), "{token:?}");
    }
}

/// The token is what JSON says it is, and the last of several counts, in an answer that has drifted as well.
#[tokio::test]
async fn a_token_is_read_however_it_is_written() {
    let cases = [
        (r#"{"access_token": "a.b-c"}"#, Some("a.b-c")),
        (r#"{"access_token": "\u0061\/b\"\\"}"#, Some("a/b\"\\")),
        (r#"{"access\u005ftoken": "abc"}"#, Some("abc")),
        ("\u{feff} {\"access_token\":\"abc\"} and more", Some("abc")),
        (
            r#"{"expires_in": "1", "a": [{"access_token": "x"}], "access_token": "abc", "b": "c"}"#,
            Some("abc"),
        ),
        (r#"{"access_token": "a", "access_token": "b"}"#, Some("b")),
        (
            r#"{"a": "access_token", "b": ["access_token", "x"], "access_token": "abc"}"#,
            Some("abc"),
        ),
        (r#"{"access_token": "a", "access_token": null}"#, None),
        (r#"{"access_token": "a", "access_token": 1}"#, None),
        (r#"{"a": {"access_token": "abc"}}"#, None),
        (r#"["access_token", "abc"]"#, None),
        (r#"{"access_token": "a\ud800"}"#, None),
        (r#"{"access_token": "a\x"}"#, None),
        (r#"{"access_token": "\u00e5"}"#, None),
        (r#"{"access_token": "\u00"}"#, None),
        (r#"{"access_token": "abc"#, None),
        (r#""access_token": "abc""#, None),
    ];
    for (body, token) in cases {
        let answer = Answer::new(StatusCode::OK, "application/json", body);
        let server = hourly(move |_| Some(answer.clone()));
        let sent = client(&server).cancel(&session_id()).await;
        let requests = server.requests();
        let header = requests.get(1).and_then(|request| request.header("authorization"));
        assert_eq!(header, token.map(|token| format!("Bearer {token}")).as_deref(), "{body}");
        assert_eq!(sent.is_ok(), token.is_some(), "{body}");
    }
}

#[test]
fn what_a_user_gives_is_checked() {
    for token in NO_TOKENS {
        let error = Credentials::token(token).unwrap_err();
        assert_eq!(error.name(), "access token", "{token:?}");
    }
}

#[test]
fn clones_share_what_is_secret() {
    let shown = format!("{:?}", credentials());
    assert_eq!(shown, "Client { account: \"T12345678\", secret: [redacted] }");
}
