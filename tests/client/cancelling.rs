//! The client against a loopback server.

use std::time::Duration;

use crate::shop::{SESSION, builder, cancels, client, credentials, session_id};
use dintero_checkout_client::test_kit::{Answer, DOCUMENTED_SESSION, Request, Scenario, Server};
use dintero_checkout_client::types::SessionInclude;
use dintero_checkout_client::{
    AccountId, ApiClient, BodyEnd, Client, ClientBuilder, Credentials, Error, Outcome, Phase,
    RetryPolicy, SessionId, Unreadable,
};
use http::StatusCode;

fn answering(answer: Answer) -> Server {
    Scenario::cancels().cancel_answer(answer).start().unwrap()
}

async fn failed_cancel(answer: Answer) -> (Error, Server) {
    let server = answering(answer);
    let client = Client::builder(Credentials::token("a-token").unwrap())
        .base_url(server.base_url())
        .retry(RetryPolicy::none());
    (client.build().unwrap().cancel(&session_id()).await.unwrap_err(), server)
}

#[tokio::test]
async fn the_documented_answer_is_a_verified_cancel() {
    let server = Scenario::cancels().start().unwrap();
    let cancellation = client(&server).cancel(&session_id()).await.unwrap();
    assert!(cancellation.is_verified());
    assert_eq!(cancellation.session_id().as_str(), SESSION);
    assert_eq!(cancellation.response().status(), StatusCode::OK);
    assert_eq!(cancellation.response().drift(), []);
    let order = cancellation.session().unwrap().order.as_ref().unwrap();
    let documented: serde_json::Value = serde_json::from_str(DOCUMENTED_SESSION).unwrap();
    let shown = |pointer: &str| documented.pointer(pointer);
    assert_eq!(order.amount, shown("/order/amount").and_then(|it| it.as_i64()));
    assert_eq!(order.currency.as_deref(), shown("/order/currency").and_then(|it| it.as_str()));
    let items = order.items.as_ref().map(Vec::len);
    assert_eq!(items, shown("/order/items").and_then(|it| Some(it.as_array()?.len())));
}

#[tokio::test]
async fn the_documented_answer_reads_as_reviewed() {
    let server = Scenario::cancels().start().unwrap();
    let cancellation = client(&server).cancel(&session_id()).await.unwrap();
    snapshot("session", "The documented answer, decoded, as `Debug` shows it.", || {
        format!("{:#?}", cancellation.session().unwrap())
    });
}

#[tokio::test]
async fn requests_go_over_the_wire_as_reviewed() {
    let server = Scenario::cancels().start().unwrap();
    let client = builder(&server).system("my-shop", "1.4.0").plugin("dintero", "0.1").build();
    let client = client.unwrap();
    client.cancel(&session_id()).await.unwrap();
    client.get_session(&session_id()).await.unwrap();
    let includes =
        [SessionInclude::EventsRequestHeaders, SessionInclude::InitiatingSystemRequestHeaders];
    client.get_session_with(&session_id(), &includes).await.unwrap();
    let wire: Vec<String> = server.requests().iter().map(on_the_wire).collect();
    snapshot("requests", "The requests as they go over the wire.", || wire.join("\n\n"));
}

fn snapshot(name: &str, description: &str, content: impl FnOnce() -> String) {
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => description,
    }, {
        insta::assert_snapshot!(name, content());
    });
}

fn on_the_wire(request: &Request) -> String {
    let mut lines = vec![format!("{} {}", request.method(), request.path())];
    lines.extend(request.headers().iter().map(|(name, value)| match name.as_str() {
        "host" => "host: [address]".to_owned(),
        "user-agent" => {
            format!("{name}: {}", value.replace(env!("CARGO_PKG_VERSION"), "[version]"))
        }
        _ => format!("{name}: {value}"),
    }));
    if !request.body().is_empty() {
        lines.extend([String::new(), String::from_utf8(request.body().to_vec()).unwrap()]);
    }
    lines.join("\n")
}

#[tokio::test]
async fn any_2xx_is_accepted_whatever_its_body() {
    let html = || Answer::new(StatusCode::OK, "text/html", "<html>Log in to the Wi-Fi</html>");
    let json = |body: &str| Answer::new(StatusCode::OK, "application/json", body.to_owned());
    let cases = [
        (json(""), Some(Unreadable::Empty)),
        (html(), Some(Unreadable::NotJson)),
        (json("[]"), Some(Unreadable::OtherForm)),
        (json("{\"id\": "), Some(Unreadable::NotJson)),
        (
            Answer::cancelled(SESSION).broken_off_after(1000),
            Some(Unreadable::Incomplete(BodyEnd::BrokenOff)),
        ),
        (
            Answer::cancelled(SESSION).broken_off_after(0),
            Some(Unreadable::Incomplete(BodyEnd::BrokenOff)),
        ),
        (Answer::new(StatusCode::PARTIAL_CONTENT, "text/plain", "x"), Some(Unreadable::NotJson)),
        (json("{}"), None),
        (Answer::new(StatusCode::NO_CONTENT, "text/plain", ""), Some(Unreadable::Empty)),
        (Answer::cancelled("another-session"), None),
        (Answer::open(SESSION), None),
    ];
    for (answer, unreadable) in cases {
        let shown = format!("{answer:?}");
        let server = answering(answer);
        let cancellation = client(&server).cancel(&session_id()).await.expect(&shown);
        assert!(!cancellation.is_verified(), "{shown}");
        assert!(cancellation.response().status().is_success(), "{shown}");
        assert_eq!(cancellation.response().unreadable(), unreadable, "{shown}");
        assert_eq!(cancels(&server), 1, "{shown}");
    }
}

#[tokio::test]
async fn the_bytes_of_a_body_that_broke_off_are_kept() {
    let server = answering(Answer::cancelled(SESSION).broken_off_after(1000));
    let cancellation = client(&server).cancel(&session_id()).await.unwrap();
    assert_eq!(cancellation.response().body().len(), 1000);
    assert_eq!(cancellation.session(), None);
}

#[tokio::test]
async fn a_refusal_is_reported_with_the_apis_code() {
    let answer = Answer::error(StatusCode::FORBIDDEN, "ACCESS_DENIED", "no: kari@example.com");
    let (error, _server) = failed_cancel(answer).await;
    assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::Refused));
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some("ACCESS_DENIED"));
    assert_eq!(
        error.to_string(),
        "cancel session: the answer is 403 Forbidden (ACCESS_DENIED); not carried out"
    );
    assert!(!format!("{error:?} {error:#?}").contains("kari"));
    let detail = error.response().unwrap().value().unwrap().error.as_ref().unwrap();
    assert_eq!(detail.message.as_deref(), Some("no: kari@example.com"));
}

#[tokio::test]
async fn the_status_decides_what_happened_not_the_body() {
    let html = |status| Answer::new(status, "text/html", "<h1>Nothing to see</h1>");
    let cases = [
        (html(StatusCode::FORBIDDEN), Outcome::Refused),
        (html(StatusCode::IM_A_TEAPOT), Outcome::Refused),
        (Answer::new(StatusCode::UNAUTHORIZED, "text/plain", ""), Outcome::Refused),
        (html(StatusCode::TOO_MANY_REQUESTS), Outcome::Refused),
        (html(StatusCode::REQUEST_TIMEOUT), Outcome::Unknown),
        (html(StatusCode::INTERNAL_SERVER_ERROR), Outcome::Unknown),
        (html(StatusCode::GATEWAY_TIMEOUT), Outcome::Unknown),
        (html(StatusCode::FOUND).header("location", "/elsewhere"), Outcome::Unknown),
        (html(StatusCode::TEMPORARY_REDIRECT).header("location", "/elsewhere"), Outcome::Unknown),
        (Answer::error(StatusCode::BAD_GATEWAY, "X", "x"), Outcome::Unknown),
    ];
    for (answer, outcome) in cases {
        let (error, server) = failed_cancel(answer).await;
        assert_eq!(error.outcome(), outcome, "{error}");
        assert!(error.response().is_some(), "{error}");
        assert_eq!(cancels(&server), 1, "{error}");
    }
}

#[tokio::test]
async fn without_a_token_nothing_is_cancelled() {
    let answers = [
        Answer::error(StatusCode::UNAUTHORIZED, "INVALID_CREDENTIALS", "wrong secret"),
        Answer::new(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", "oops"),
        Answer::new(StatusCode::OK, "application/json", "{}"),
        Answer::token("line\nbreak", 60),
        Answer::close(),
    ];
    for answer in answers {
        let shown = format!("{answer:?}");
        let server = Server::start(move |_| answer.clone()).unwrap();
        let client = client(&server).with_retry(RetryPolicy::none());
        let error = client.cancel(&session_id()).await.unwrap_err();
        assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent), "{shown}");
        assert_eq!(cancels(&server), 0, "{shown}");
    }
}

#[test]
fn ids_that_cannot_be_one_segment_are_refused() {
    let long = "a".repeat(513);
    for id in ["", ".", "..", "a\nb", "\0", "\u{7f}", &long] {
        let error = id.parse::<SessionId>().unwrap_err();
        assert!(error.to_string().starts_with("`session_id` "), "{error}");
        assert!(SessionId::try_from(id.to_owned()).is_err());
    }
}

#[test]
fn account_ids_follow_the_contract() {
    for id in ["T123", "P123", "T12345678", "P00000000"] {
        let account: AccountId = id.parse().unwrap();
        assert_eq!((account.as_str(), account.is_test()), (id, id.starts_with('T')));
    }
    for id in [
        "",
        "T",
        "T12",
        "T1234",
        "T123456789",
        "X123",
        "t123",
        "T12a",
        "T123\n",
        "TT123",
        "T１２３",
    ] {
        assert!(id.parse::<AccountId>().is_err(), "{id}");
    }
}

#[test]
fn arguments_that_cannot_be_used_are_named() {
    let build = |change: fn(ClientBuilder) -> ClientBuilder| {
        change(Client::builder(credentials())).build().map(drop).map_err(|error| error.to_string())
    };
    let error = |text: &str| Err(text.to_owned());
    assert_eq!(build(|b| b.base_url("nonsense")), error("`base url` is not a URL"));
    assert_eq!(
        build(|b| b.base_url("http://checkout.dintero.com/v1")),
        error("`base url` is plain http to another machine")
    );
    assert_eq!(
        build(|b| b.base_url("ftp://localhost/")),
        error("`base url` is neither https nor http")
    );
    assert_eq!(
        build(|b| b.base_url("https://user:pw@localhost/")),
        error("`base url` contains a user name or a password")
    );
    assert_eq!(
        build(|b| b
            .attempt_timeout(Duration::from_secs(5))
            .connect_timeout(Duration::from_secs(5))),
        error("`connect timeout` is not shorter than the attempt timeout")
    );
    assert_eq!(
        build(|b| b.system("a\r\nx: y", "1")),
        error("`system name` contains a control character")
    );
    assert_eq!(
        build(|b| b.plugin("p", "1".repeat(121))),
        error("`plugin version` is longer than 120 characters")
    );
    assert_eq!(build(|b| b.system("ø".repeat(120), "1")), Ok(()));
    assert_eq!(build(|b| b.base_url("http://[::1]:1/v1/")), Ok(()));
}

#[test]
fn credentials_that_cannot_be_sent_are_named() {
    for (id, secret) in
        [("", "s"), ("i", ""), (" ", "s"), ("i", " "), ("a:b", "s"), ("i", "s\n"), ("i\0", "s")]
    {
        let account_id = "T123".parse().unwrap();
        let client = ApiClient { account_id, client_id: id, client_secret: secret };
        assert!(!format!("{client:?}").contains("client_secret: \"s"), "{client:?}");
        assert!(Credentials::client(client).is_err(), "{id:?} {secret:?}");
    }
    for token in ["", " ", "a\nb", "a\u{7f}", "Bearer abc", "bearer abc"] {
        assert!(Credentials::token(token).is_err(), "{token:?}");
    }
}

#[test]
fn secrets_are_not_shown() {
    let building = Client::builder(credentials());
    let token = Client::builder(Credentials::token("a-token").unwrap()).build().unwrap();
    let shown = format!("{building:?} {token:?}");
    let shown = format!("{shown} {:?}", building.build().unwrap());
    for secret in ["an-id", "a-secret", "a-token", "YW4taWQ6YS1zZWNyZXQ"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("[redacted]"), "{shown}");
}
