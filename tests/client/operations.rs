//! Any operation of the API, by `Client::operations`.

use std::time::Duration;

use crate::shop::{SESSION, builder, client, credentials, seen, session_id, tokens};
use dintero_checkout_client::options::GetSessionOptions;
use dintero_checkout_client::test_kit::{Answer, Scenario, Server};
use dintero_checkout_client::types::{SessionInclude, TokenGrantType, TokenRequest};
use dintero_checkout_client::{
    BoxFuture, Client, Credentials, Error, Operations, Outcome, Phase, RetryPolicy, Standing,
    TokenResult, TokenSource, blocking,
};
use http::StatusCode;

/// The operations of a client that repeats twice, and soon.
fn repeating_twice(server: &Server) -> Operations {
    let soon = RetryPolicy::default().most_retries(2).waits(Duration::ZERO, Duration::ZERO);
    builder(server).retry(soon).build().unwrap().operations()
}

async fn cancel(operations: &Operations) -> Result<StatusCode, Error> {
    Ok(operations.cancel_session(SESSION).await?.status())
}

async fn read(operations: &Operations) -> Result<StatusCode, Error> {
    Ok(operations.get_session(SESSION).await?.status())
}

/// A server that issues tokens, and gives this answer to everything else.
fn answering(answer: Answer) -> Server {
    Server::start(move |request| match request.path() {
        path if path.ends_with("/auth/token") => Answer::token("a-token", 3600),
        _ => answer.clone(),
    })
    .unwrap()
}

fn sent(server: &Server) -> usize {
    server.requests().len() - tokens(server)
}

#[tokio::test]
async fn it_sends_what_the_generated_method_makes_and_reads_the_answer() {
    // The documented answer, which has all that the contract requires at any time.
    let server = answering(Answer::cancelled(SESSION));
    let includes = vec![SessionInclude::EventsRequestHeaders];
    let options = GetSessionOptions::default().with_includes(includes);
    let operations = client(&server).operations();
    let response = operations.get_session_with(SESSION, &options).await.unwrap();
    assert_eq!(response.value().unwrap().id.as_deref(), Some(SESSION));
    assert_eq!(response.drift(), []);
    let asked = server.requests().into_iter().next_back().unwrap();
    assert!(asked.path().ends_with("?includes=events.request_headers"), "{}", asked.path());
    assert_eq!(asked.header("authorization"), Some("Bearer a-token"));
}

/// The method alone decides: an unsafe request is repeated only if it certainly did nothing.
#[tokio::test]
async fn a_request_that_is_not_safe_is_repeated_only_if_it_did_nothing() {
    let cases = [
        (Answer::error(StatusCode::BAD_GATEWAY, "BAD", "bad"), 1, Outcome::Unknown),
        (Answer::error(StatusCode::INTERNAL_SERVER_ERROR, "BAD", "bad"), 1, Outcome::Unknown),
        (Answer::error(StatusCode::REQUEST_TIMEOUT, "LATE", "late"), 1, Outcome::Unknown),
        (Answer::error(StatusCode::FOUND, "ELSEWHERE", "there"), 1, Outcome::Unknown),
        (Answer::close(), 1, Outcome::Unknown),
        (Answer::error(StatusCode::CONFLICT, "CAPTURED", "captured"), 1, Outcome::Refused),
        (Answer::error(StatusCode::TOO_MANY_REQUESTS, "SLOW", "slow"), 3, Outcome::Refused),
        (Answer::error(StatusCode::TOO_EARLY, "EARLY", "early"), 3, Outcome::Refused),
    ];
    for (answer, times, outcome) in cases {
        let server = answering(answer);
        let error = cancel(&repeating_twice(&server)).await.unwrap_err();
        assert_eq!((sent(&server), error.outcome()), (times, outcome), "{error}");
        assert_eq!((error.phase(), error.attempts()), (Phase::Operation, times as u32), "{error}");
        assert_eq!(error.standing(), Standing::Unknown, "it is not about a cancel: {error}");
    }
}

#[tokio::test]
async fn a_safe_request_is_repeated_if_that_may_help() {
    let cases = [
        (Answer::error(StatusCode::BAD_GATEWAY, "BAD", "bad"), 3),
        (Answer::close(), 3),
        (Answer::error(StatusCode::TOO_MANY_REQUESTS, "SLOW", "slow"), 3),
        (Answer::error(StatusCode::FOUND, "ELSEWHERE", "there"), 1),
        (Answer::error(StatusCode::NOT_FOUND, "NOT_FOUND", "no"), 1),
    ];
    for (answer, times) in cases {
        let server = answering(answer);
        let error = read(&repeating_twice(&server)).await.unwrap_err();
        assert_eq!((sent(&server), error.phase()), (times, Phase::Operation), "{error}");
    }
}

#[tokio::test]
async fn a_429_is_followed_by_the_answer() {
    let server = Scenario::too_many_requests(1, "0").start().unwrap();
    assert_eq!(cancel(&client(&server).operations()).await.unwrap(), StatusCode::OK);
    assert_eq!(seen(&server, "POST", "/cancel").len(), 2);
}

#[tokio::test]
async fn a_token_that_was_refused_is_renewed_once() {
    let server = Scenario::rejects_tokens(1).start().unwrap();
    assert_eq!(cancel(&client(&server).operations()).await.unwrap(), StatusCode::OK);
    assert_eq!((tokens(&server), sent(&server)), (2, 2));

    let server = Scenario::rejects_tokens(9).start().unwrap();
    let error = cancel(&client(&server).operations()).await.unwrap_err();
    assert_eq!(
        (error.status(), error.code()),
        (Some(StatusCode::UNAUTHORIZED), Some("ACCESS_TOKEN_EXPIRED"))
    );
    assert_eq!((tokens(&server), sent(&server)), (2, 2));
}

/// A refusal of the token is not one of the operation.
#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let server = Server::start(|_| Answer::error(StatusCode::FORBIDDEN, "NO", "no")).unwrap();
    let error = cancel(&client(&server).operations()).await.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent));
    assert_eq!(sent(&server), 0);
    assert_eq!(error.to_string(), "no access token: the answer is 403 Forbidden (NO); not sent");
}

#[tokio::test]
async fn it_keeps_the_deadline_of_the_call() {
    let server = Scenario::hangs().start().unwrap();
    let client = client(&server).with_deadline(Duration::from_millis(900));
    let error = cancel(&client.operations()).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        "cancel_session: no answer in time; whether it was carried out is unknown"
    );
    let error =
        cancel(&client.with_deadline(Duration::from_millis(100)).operations()).await.unwrap_err();
    assert_eq!((error.is_timeout(), error.outcome()), (true, Outcome::NotSent), "{error}");
}

#[tokio::test]
async fn a_parameter_that_cannot_be_sent_is_an_error_that_sends_nothing() {
    let server = Scenario::cancels().start().unwrap();
    let result: Result<_, Error> =
        client(&server).operations().get_session("..").await.map_err(Error::from);
    let error = result.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Operation, Outcome::NotSent));
    assert_eq!(server.requests().len(), 0);
}

/// The type that the document gives to a refusal, and the error of this crate.
#[tokio::test]
async fn a_refusal_has_its_type_and_its_bytes() {
    let server = Scenario::refuses(StatusCode::CONFLICT, "ALREADY_CAPTURED").start().unwrap();
    let operations = client(&server).operations();
    let failure = operations.cancel_session(SESSION).await.unwrap_err();
    let typed = failure.response().unwrap().value().unwrap();
    assert_eq!(typed.error.as_ref().unwrap().code.as_deref(), Some("ALREADY_CAPTURED"));
    let error = Error::from(failure);
    assert_eq!(error.code(), Some("ALREADY_CAPTURED"));
    assert!(!error.response().unwrap().body().is_empty());
}

#[tokio::test]
async fn a_token_is_asked_for_with_the_secrets() {
    let server = Scenario::cancels().start().unwrap();
    let request = TokenRequest::new(
        "https://api.dintero.com/v1/accounts/T1".to_owned(),
        TokenGrantType::ClientCredentials,
    );
    let response = client(&server).operations().get_token("T1", &request).await.unwrap();
    assert_eq!(response.value().unwrap().access_token, "token-0");
    let asked = server.requests().into_iter().next_back().unwrap();
    assert!(asked.header("authorization").unwrap().starts_with("Basic "));
}

/// A client that was given its tokens has no secrets to ask for one with.
#[tokio::test]
async fn without_secrets_a_token_is_not_asked_for_and_the_error_says_why() {
    let request = TokenRequest::new("an audience".to_owned(), TokenGrantType::ClientCredentials);
    for credentials in [Credentials::token("t").unwrap(), Credentials::source(NoToken)] {
        let server = Scenario::cancels().start().unwrap();
        let client = Client::builder(credentials).base_url(server.base_url()).build().unwrap();
        let failure = client.operations().get_token("T1", &request).await.unwrap_err();
        let error = Error::from(failure);
        assert_eq!(
            error.to_string(),
            "get_token: it takes a client id and secret, but this client was built with access \
             tokens; build one with `Credentials::client`; not sent"
        );
        assert_eq!((error.phase(), error.outcome()), (Phase::Operation, Outcome::NotSent));
        assert_eq!(server.requests(), []);
    }
}

struct NoToken;

impl TokenSource for NoToken {
    fn token<'a>(&'a self, _: Option<&'a str>) -> BoxFuture<'a, TokenResult> {
        Box::pin(std::future::ready(Err("it is not asked".into())))
    }
}

#[test]
fn a_program_without_a_runtime_has_them_too() {
    let server = Scenario::too_many_requests(1, "0").start().unwrap();
    let client = blocking::Client::new(builder(&server)).unwrap();
    let answer = client.operation(async |api| api.get_session(SESSION).await).unwrap();
    assert_eq!(answer.value().unwrap().id.as_deref(), Some(SESSION));
    let answer = client.operation(async |api| api.cancel_session(SESSION).await);
    assert_eq!(answer.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_blocking_operation_inside_a_runtime_is_an_error_that_sends_nothing() {
    let server = Scenario::cancels().start().unwrap();
    let client = blocking::Client::new(builder(&server)).unwrap();
    let error = client.operation(async |api| api.get_session(SESSION).await).unwrap_err();
    assert_eq!((error.outcome(), server.requests().len()), (Outcome::NotSent, 0));
}

/// Two clients of one share the token, and neither shows it.
#[tokio::test]
async fn it_shares_the_token_and_does_not_show_it() {
    let server = Scenario::cancels().start().unwrap();
    let client = Client::builder(credentials()).base_url(server.base_url()).build().unwrap();
    client.cancel(&session_id()).await.unwrap();
    read(&client.operations()).await.unwrap();
    assert_eq!(tokens(&server), 1);
    let shown = format!("{:?}", client.operations());
    assert!(!shown.contains("token-0") && !shown.contains("a-secret"), "{shown}");
}
