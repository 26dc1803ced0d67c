//! The reports of a cancel to a merchant, for all behaviours of the server and the network.

use std::error::Error as _;
use std::net::TcpListener;
use std::time::Duration;

use crate::shop::{SESSION, builder, cancels, client, impatient, reads, session_id};
use chrono::DateTime;
use dintero_checkout_client::test_kit::{Answer, ManualClock, Scenario, Server};
use dintero_checkout_client::{
    Client, Credentials, Error, Outcome, Phase, RetryPolicy, SessionId, Standing, Unknown,
};
use http::StatusCode;

fn html(status: StatusCode) -> Answer {
    Answer::new(status, "text/html", "<h1>Nothing to see</h1>")
}

async fn failed(scenario: Scenario) -> (Error, Server) {
    let server = scenario.start().unwrap();
    let error = impatient(&server).cancel(&session_id()).await.unwrap_err();
    (error, server)
}

/// Everything after which the server may have cancelled the session.
fn possibly_applied() -> Vec<(&'static str, Scenario, Option<StatusCode>)> {
    let answers = |answer| Scenario::applied_then_answers(answer);
    let redirect = |status| html(status).header("location", "http://127.0.0.1:9/elsewhere");
    vec![
        ("hangs", Scenario::applied_then_hangs(), None),
        ("closes", Scenario::applied_then_close(), None),
        ("resets", Scenario::applied_then_reset(), None),
        ("408", answers(html(StatusCode::REQUEST_TIMEOUT)), Some(StatusCode::REQUEST_TIMEOUT)),
        (
            "500",
            answers(html(StatusCode::INTERNAL_SERVER_ERROR)),
            Some(StatusCode::INTERNAL_SERVER_ERROR),
        ),
        (
            "503",
            answers(html(StatusCode::SERVICE_UNAVAILABLE)),
            Some(StatusCode::SERVICE_UNAVAILABLE),
        ),
        ("302", answers(redirect(StatusCode::FOUND)), Some(StatusCode::FOUND)),
        (
            "307",
            answers(redirect(StatusCode::TEMPORARY_REDIRECT)),
            Some(StatusCode::TEMPORARY_REDIRECT),
        ),
    ]
}

#[tokio::test]
async fn a_request_that_may_have_been_carried_out_is_sent_once_and_unknown() {
    for (name, scenario, status) in possibly_applied() {
        let server = scenario.start().unwrap();
        let now = DateTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let client = builder(&server)
            .connect_timeout(Duration::from_millis(200))
            .attempt_timeout(Duration::from_millis(500))
            .clock(std::sync::Arc::new(ManualClock::at(now)))
            .build()
            .unwrap();
        let error = client.cancel(&session_id()).await.unwrap_err();
        assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::Unknown), "{name}");
        assert_eq!(cancels(&server), 1, "{name}");
        let unknown = error.unknown().expect(name);
        assert_eq!(unknown.session_id(), &session_id(), "{name}");
        assert_eq!(unknown.attempts(), 1, "{name}");
        assert_eq!(unknown.last_status(), status, "{name}");
        assert_eq!((unknown.first_sent_at(), unknown.last_sent_at()), (now, now), "{name}");
        assert!(!unknown.was_accepted(), "{name}");
        assert!(error.to_string().ends_with("; whether it was carried out is unknown"), "{error}");
    }
}

#[tokio::test]
async fn confirming_reads_what_became_of_it() {
    for (name, scenario, _) in possibly_applied() {
        let server = scenario.start().unwrap();
        let confirmation = impatient(&server).cancel_and_confirm(&session_id()).await.expect(name);
        assert_eq!(confirmation.standing(), Standing::Cancelled, "{name}");
        assert!(confirmation.session().unwrap().cancelled_at.is_some(), "{name}");
        assert_eq!(confirmation.cause().unwrap().outcome(), Outcome::Unknown, "{name}");
        assert_eq!((cancels(&server), reads(&server)), (1, 1), "{name}");
    }
}

#[tokio::test]
async fn a_session_that_is_still_open_is_no_proof() {
    let server = Scenario::hangs().start().unwrap();
    let result = impatient(&server).cancel_and_confirm(&session_id()).await;
    assert_eq!(Standing::of(&result), Standing::Unknown);
    let error = result.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::Unknown));
    let unknown = error.unknown().unwrap();
    assert_eq!(unknown.ask_again_at(), unknown.last_sent_at() + Duration::from_secs(600));
    let read = error.read_error().unwrap();
    assert_eq!((read.phase(), read.status()), (Phase::Read, Some(StatusCode::OK)));
    let said = error.to_string();
    assert!(said.contains("; read session: the session is not cancelled yet; "), "{said}");
    assert!(said.contains("is unknown, ask again at 20"), "{said}");
}

#[tokio::test]
async fn without_leave_to_read_it_stays_unknown_and_says_why() {
    let refusal = Answer::error(StatusCode::FORBIDDEN, "MISSING_SCOPE", "read:checkout");
    let (error, server) = {
        let server = Scenario::applied_then_close().read_answer(refusal).start().unwrap();
        (client(&server).cancel_and_confirm(&session_id()).await.unwrap_err(), server)
    };
    assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::Unknown));
    let read = error.read_error().unwrap();
    assert_eq!((read.phase(), read.status()), (Phase::Read, Some(StatusCode::FORBIDDEN)));
    assert_eq!(read.code(), Some("MISSING_SCOPE"));
    assert_eq!(cancels(&server), 1);
}

/// Another session's answer, or a captive portal's, says nothing of this one.
#[tokio::test]
async fn a_read_that_is_not_of_this_session_proves_nothing() {
    for read in [
        Answer::cancelled("another"),
        html(StatusCode::OK),
        Answer::json(StatusCode::OK, &serde_json::json!({})),
    ] {
        let server = Scenario::applied_then_close().read_answer(read).start().unwrap();
        let error = client(&server).cancel_and_confirm(&session_id()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(error.read_error().unwrap().status(), Some(StatusCode::OK));
    }
}

#[tokio::test]
async fn a_verified_answer_needs_no_reading() {
    let server = Scenario::cancels().start().unwrap();
    let confirmation = client(&server).cancel_and_confirm(&session_id()).await.unwrap();
    assert!(confirmation.is_cancelled());
    assert!(confirmation.cause().is_none());
    assert_eq!((cancels(&server), reads(&server)), (1, 0));
}

#[tokio::test]
async fn an_accepted_cancel_is_read_where_its_answer_proves_nothing() {
    let server = Scenario::applied_then_answers(html(StatusCode::OK)).start().unwrap();
    let client = client(&server);
    let cancellation = client.cancel(&session_id()).await.unwrap();
    assert!(!cancellation.is_verified());
    let confirmation = client.confirm(cancellation).await.unwrap();
    assert!(confirmation.is_cancelled());
    assert_eq!((cancels(&server), reads(&server)), (1, 1));
}

/// The server accepted it: that the session cannot be read does not make it a failure.
#[tokio::test]
async fn an_accepted_cancel_stays_accepted_where_reading_fails() {
    let scenario = Scenario::applied_then_answers(html(StatusCode::OK));
    let server = scenario.read_answer(html(StatusCode::FORBIDDEN)).start().unwrap();
    let confirmation = client(&server).cancel_and_confirm(&session_id()).await.unwrap();
    assert_eq!(confirmation.standing(), Standing::Accepted);
    assert_eq!(confirmation.cause().unwrap().status(), Some(StatusCode::FORBIDDEN));
    assert!(confirmation.cancellation().is_some());
}

#[tokio::test]
async fn the_refusal_of_a_deliberate_repeat_is_read_before_it_is_reported() {
    let server = Server::start({
        let posts = std::sync::atomic::AtomicU32::new(0);
        move |request| match (request.method(), request.path().ends_with("/auth/token")) {
            (_, true) => Answer::token("a-token", 3600),
            ("GET", _) => Answer::cancelled(SESSION),
            _ if posts.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0 => Answer::close(),
            _ => Answer::error(StatusCode::CONFLICT, "ALREADY_CANCELLED", "no"),
        }
    })
    .unwrap();
    let client = client(&server);
    let error = client.cancel(&session_id()).await.unwrap_err();
    let confirmation = client.cancel_after(error.unknown().unwrap()).await.unwrap();
    assert!(confirmation.is_cancelled());
    assert_eq!(confirmation.cause().unwrap().code(), Some("ALREADY_CANCELLED"));
    assert_eq!((cancels(&server), reads(&server)), (2, 1));
}

#[tokio::test]
async fn a_repeat_that_is_refused_while_the_session_is_open_says_both() {
    let (error, _server) = failed(Scenario::hangs()).await;
    let refusing = Scenario::refuses(StatusCode::FORBIDDEN, "ACCESS_DENIED").start().unwrap();
    let error = client(&refusing).cancel_after(error.unknown().unwrap()).await.unwrap_err();
    assert_eq!((error.outcome(), error.code()), (Outcome::Unknown, Some("ACCESS_DENIED")));
    assert_eq!(error.read_error().unwrap().status(), Some(StatusCode::OK));
}

/// The first request may have been carried out, even if the outcome of the second is known.
#[tokio::test]
async fn a_repeat_that_is_not_sent_leaves_it_unknown() {
    let (error, _server) = failed(Scenario::applied_then_close()).await;
    let unknown = error.unknown().unwrap().clone();
    let nobody = nobody_listens().await;
    let error = nobody.cancel_after(&unknown).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.unknown().unwrap().first_sent_at(), unknown.first_sent_at());
    assert!(error.unknown().unwrap().attempts() > unknown.attempts());
    assert!(error.read_error().is_some());
}

async fn nobody_listens() -> Client {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    Client::builder(Credentials::token("mine").unwrap())
        .base_url(format!("http://{free}/v1"))
        .retry(RetryPolicy::default().waits(Duration::from_millis(1), Duration::from_millis(2)))
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_refused_port_is_proof_that_nothing_was_sent_and_is_tried_again() {
    let error = nobody_listens().await.cancel(&session_id()).await.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::NotSent));
    assert_eq!(error.attempts(), 4);
    assert!(error.unknown().is_none());
    assert_eq!(error.to_string(), "cancel session: no connection; not sent");
    assert!(error.source().is_some());
    assert!(!format!("{error:?}").contains(SESSION), "{error:?}");
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_proof_that_nothing_was_sent() {
    let client = Client::builder(Credentials::token("mine").unwrap())
        .base_url("https://checkout.invalid/v1")
        .retry(RetryPolicy::none());
    let error = client.build().unwrap().cancel(&session_id()).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 1));
}

/// A listener whose queue is full answers no more connections, which is what a host that drops packets
/// looks like.
#[tokio::test]
async fn a_connection_that_never_comes_about_is_proof_that_nothing_was_sent() {
    let listener =
        socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    listener.bind(&"127.0.0.1:0".parse::<std::net::SocketAddr>().unwrap().into()).unwrap();
    listener.listen(0).unwrap();
    let address = listener.local_addr().unwrap().as_socket().unwrap();
    let fill = || {
        let socket =
            socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
        socket.set_nonblocking(true).unwrap();
        let _ = socket.connect(&address.into());
        socket
    };
    let _queue: Vec<_> = (0..4).map(|_| fill()).collect();
    tokio::time::timeout(Duration::from_secs(10), async {
        let client = Client::builder(Credentials::token("mine").unwrap())
            .base_url(format!("http://{address}/v1"))
            .connect_timeout(Duration::from_millis(300))
            .retry(RetryPolicy::none());
        let error = client.build().unwrap().cancel(&session_id()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error:?}");
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn every_refusal_keeps_its_status_headers_bytes_and_the_apis_words() {
    let json = |status, body: &str| Answer::new(status, "application/json", body.to_owned());
    let nested = r#"{"error":{"code":"INVALID","message":"m","errors":[{"field":"x"}]}}"#;
    let cases = [
        (Answer::new(StatusCode::FORBIDDEN, "text/plain", ""), None, 0),
        (html(StatusCode::FORBIDDEN), None, 0),
        (json(StatusCode::BAD_REQUEST, nested), Some("INVALID"), 1),
        (json(StatusCode::NOT_FOUND, r#"{"error":{"message":"m"}}"#), None, 0),
        (
            json(StatusCode::BAD_REQUEST, r#"{"error":{"code":"NEVER_SEEN","message":"m"}}"#),
            Some("NEVER_SEEN"),
            0,
        ),
        (html(StatusCode::IM_A_TEAPOT), None, 0),
        (Answer::new(StatusCode::GONE, "text/plain", "gone"), None, 0),
        (json(StatusCode::CONFLICT, r#"{"error":{"code":42,"message":"m"}}"#), None, 0),
    ];
    for (answer, code, nested) in cases {
        let shown = format!("{answer:?}");
        let answer = answer.header("x-request-id", "r-1");
        let (error, server) =
            failed(Scenario::refuses(StatusCode::OK, "").cancel_answer(answer)).await;
        assert_eq!(error.outcome(), Outcome::Refused, "{shown}");
        assert_eq!(error.code(), code, "{shown}");
        let response = error.response().unwrap();
        assert_eq!(response.headers().get("x-request-id").unwrap(), "r-1", "{shown}");
        let errors = response.value().and_then(|body| body.error.as_ref()?.errors.as_ref());
        assert_eq!(errors.map_or(0, Vec::len), nested, "{shown}");
        assert_eq!(cancels(&server), 1, "{shown}");
        assert_eq!(error.to_string().lines().count(), 1, "{shown}");
    }
}

#[tokio::test]
async fn redirects_are_not_followed_and_no_token_goes_elsewhere() {
    for status in [
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
        StatusCode::SEE_OTHER,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ] {
        let elsewhere = Scenario::cancels().start().unwrap();
        let answer =
            html(status).header("location", &format!("{}/sessions/x/cancel", elsewhere.base_url()));
        let (error, _server) = failed(Scenario::applied_then_answers(answer)).await;
        assert_eq!(error.outcome(), Outcome::Unknown, "{status}");
        assert_eq!((elsewhere.requests().len(), elsewhere.connections()), (0, 0), "{status}");
    }
}

#[tokio::test]
async fn one_deadline_holds_for_the_whole_call_and_names_the_phase() {
    // The token hangs.
    let server = Server::start(|_| Answer::silence(Duration::from_secs(600))).unwrap();
    let client = builder(&server).connect_timeout(Duration::from_millis(100)).build().unwrap();
    let error =
        client.with_deadline(Duration::from_millis(600)).cancel(&session_id()).await.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Token, Outcome::NotSent));
    assert!(error.is_timeout());
    // The cancel hangs, but leaves time to read.
    let server = Scenario::applied_then_hangs().start().unwrap();
    let client = builder(&server).connect_timeout(Duration::from_millis(100)).build().unwrap();
    let confirming = client.with_deadline(Duration::from_millis(1500));
    let confirmation = confirming.cancel_and_confirm(&session_id()).await.unwrap();
    assert!(confirmation.is_cancelled());
    // Both hang.
    let hanging = Answer::silence(Duration::from_secs(600));
    let server = Scenario::applied_then_hangs().read_answer(hanging).start().unwrap();
    let client = builder(&server).connect_timeout(Duration::from_millis(100)).build().unwrap();
    let started = std::time::Instant::now();
    let confirming = client.with_deadline(Duration::from_millis(1500));
    let error = confirming.cancel_and_confirm(&session_id()).await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::Unknown));
    assert_eq!(error.read_error().unwrap().phase(), Phase::Read);
    assert!(error.read_error().unwrap().is_timeout());
    assert_eq!((cancels(&server), reads(&server)), (1, 1));
}

/// A time that is set means "cancelled", even in another format.
#[tokio::test]
async fn a_time_of_cancel_in_another_form_is_one() {
    let session = |cancelled_at: serde_json::Value| serde_json::json!({ "id": SESSION, "cancelled_at": cancelled_at });
    let times = [
        serde_json::json!("2023-11-07 05:31:56"),
        serde_json::json!("2023-11-07T05:31:56"),
        serde_json::json!(1_699_335_116),
    ];
    for time in times {
        let answer = Answer::json(StatusCode::OK, &session(time.clone()));
        let server = Scenario::applied_then_close().read_answer(answer.clone()).start().unwrap();
        let confirmation = client(&server).cancel_and_confirm(&session_id()).await.unwrap();
        assert!(confirmation.is_cancelled(), "{time}");
        let server = Scenario::applied_then_answers(answer).start().unwrap();
        let cancellation = client(&server).cancel(&session_id()).await.unwrap();
        assert!(cancellation.is_verified(), "{time}");
    }
    for no_time in [serde_json::json!(true), serde_json::json!({}), serde_json::json!("")] {
        let answer = Answer::json(StatusCode::OK, &session(no_time.clone()));
        let server = Scenario::applied_then_close().read_answer(answer).start().unwrap();
        let error = client(&server).cancel_and_confirm(&session_id()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{no_time}");
    }
}

/// The ordinary case of a job that is delivered twice.
#[tokio::test]
async fn a_session_that_an_earlier_process_cancelled_is_cancelled() {
    let server = Scenario::refuses_repeats().start().unwrap();
    client(&server).cancel(&session_id()).await.unwrap();
    let confirmation = client(&server).cancel_and_confirm(&session_id()).await.unwrap();
    assert!(confirmation.is_cancelled());
    assert_eq!(confirmation.cause().unwrap().code(), Some("ALREADY_CANCELLED"));
    // If the session is open, the refusal stands; if the refusal is the caller's fault, nothing is read.
    for (status, read) in [(StatusCode::CONFLICT, 1), (StatusCode::FORBIDDEN, 0)] {
        let server = Scenario::refuses(status, "NO").start().unwrap();
        let error = client(&server).cancel_and_confirm(&session_id()).await.unwrap_err();
        assert_eq!((error.outcome(), reads(&server)), (Outcome::Refused, read), "{status}");
    }
}

/// Else a job that is delivered twice would report a failure of what was carried out.
#[tokio::test]
async fn a_refusal_whose_session_cannot_be_read_leaves_it_unknown() {
    let html = html(StatusCode::OK);
    let unread = Answer::error(StatusCode::SERVICE_UNAVAILABLE, "DOWN", "no");
    for (read, status) in [(unread, StatusCode::SERVICE_UNAVAILABLE), (html, StatusCode::OK)] {
        let server = Scenario::refuses_repeats().read_answer(read).start().unwrap();
        client(&server).cancel(&session_id()).await.unwrap();
        let error = client(&server).cancel_and_confirm(&session_id()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(error.code(), Some("ALREADY_CANCELLED"));
        assert_eq!(error.read_error().unwrap().status(), Some(status));
        let unknown = error.unknown().unwrap();
        assert_eq!((unknown.attempts(), unknown.last_status()), (1, error.status()));
        let confirmation = client(&server).cancel_after(unknown).await;
        assert_eq!(confirmation.unwrap_err().outcome(), Outcome::Unknown);
    }
    // A session that does not exist was not cancelled either.
    let nothing = Answer::error(StatusCode::NOT_FOUND, "NOT_FOUND", "no");
    let server = Scenario::refuses(StatusCode::NOT_FOUND, "NOT_FOUND").read_answer(nothing).start();
    let error = client(&server.unwrap()).cancel_and_confirm(&session_id()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
}

/// The answer to a repeat proves nothing about the first request.
#[tokio::test]
async fn a_repeat_without_a_token_counts_nothing_and_knows_nothing() {
    let (error, _server) = failed(Scenario::applied_then_close()).await;
    let unknown = error.unknown().unwrap().clone();
    let no_token = Answer::error(StatusCode::UNAUTHORIZED, "INVALID_CREDENTIALS", "no");
    let server = Server::start(move |_| no_token.clone()).unwrap();
    let error = client(&server).cancel_after(&unknown).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    let known = |unknown: &Unknown| {
        let sent_at = (unknown.first_sent_at(), unknown.last_sent_at());
        (unknown.session_id().clone(), unknown.attempts(), unknown.last_status(), sent_at)
    };
    assert_eq!(error.unknown().map(known), Some(known(&unknown)));
}

#[tokio::test]
async fn a_refusal_stays_one_where_the_new_token_cannot_be_had() {
    let server = Server::start(move |request| {
        static TOKENS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        if !request.path().ends_with("/auth/token") {
            return Answer::error(StatusCode::UNAUTHORIZED, "ACCESS_TOKEN_EXPIRED", "no");
        }
        match TOKENS.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
            0 => Answer::token("a-token", 3600),
            _ => html(StatusCode::FORBIDDEN),
        }
    })
    .unwrap();
    let error = client(&server).cancel(&session_id()).await.unwrap_err();
    assert_eq!((error.phase(), error.outcome()), (Phase::Cancel, Outcome::Refused));
    assert_eq!((error.status(), error.attempts()), (Some(StatusCode::UNAUTHORIZED), 1));
}

/// What the crate relies on cannot be taken from it by the builder that a user hands in.
#[tokio::test]
async fn the_crates_rules_go_on_last() {
    let elsewhere = Scenario::cancels().start().unwrap();
    let location = format!("{}/sessions/x/cancel", elsewhere.base_url());
    let redirect = html(StatusCode::TEMPORARY_REDIRECT).header("location", &location);
    let server = Scenario::applied_then_answers(redirect).start().unwrap();
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::limited(5))
        .timeout(Duration::from_nanos(1))
        .connect_timeout(Duration::from_nanos(1))
        .user_agent("mine")
        .tls_danger_accept_invalid_certs(true);
    let error = builder(&server).http(http).build().unwrap().cancel(&session_id()).await;
    assert_eq!(error.unwrap_err().status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(elsewhere.requests(), []);
    let agent = server.requests().last().unwrap().header("user-agent").map(str::to_owned);
    assert!(agent.unwrap().starts_with("dintero-checkout-client/"));
}

/// The secret goes with the request for a token, the token with a read.
#[tokio::test]
async fn no_other_request_is_redirected_either() {
    let elsewhere = Scenario::cancels().start().unwrap();
    let location = elsewhere.base_url();
    let server =
        Server::start(move |_| html(StatusCode::TEMPORARY_REDIRECT).header("location", &location))
            .unwrap();
    let error = client(&server).with_retry(RetryPolicy::none()).cancel(&session_id()).await;
    assert_eq!(error.unwrap_err().phase(), Phase::Token);
    let reader = Client::builder(Credentials::token("t").unwrap()).base_url(server.base_url());
    let reader = reader.retry(RetryPolicy::none()).build().unwrap();
    assert!(reader.get_session(&session_id()).await.is_err());
    assert_eq!(elsewhere.connections(), 0);
}

/// The 4xx of IANA's registry of HTTP status codes.
const REGISTERED: [u16; 29] = [
    400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418,
    421, 422, 423, 424, 425, 426, 428, 429, 431, 451,
];

/// All statuses that HTTP has room for, from a server that names each of its sessions by one.
#[tokio::test]
async fn the_status_alone_decides_and_only_a_registered_4xx_is_a_refusal() {
    let server = Server::start(|request| {
        let status = request.path().split('/').nth(3).unwrap().parse().unwrap();
        Answer::new(StatusCode::from_u16(status).unwrap(), "text/plain", "")
    });
    let server = server.unwrap();
    let client = Client::builder(Credentials::token("mine").unwrap())
        .base_url(server.base_url())
        .connect_timeout(Duration::from_millis(500))
        .attempt_timeout(Duration::from_secs(1))
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    // Side by side, since a 1xx ends with the time.
    let statuses: Vec<u16> = (100..1000).collect();
    for side_by_side in statuses.chunks(50) {
        let ask = |status: &u16| {
            let (client, status) = (client.clone(), *status);
            let id: SessionId = status.to_string().parse().unwrap();
            tokio::spawn(async move {
                let ended = client.cancel(&id).await;
                (status, ended.map(drop).map_err(|error| error.outcome()))
            })
        };
        for asked in side_by_side.iter().map(ask).collect::<Vec<_>>() {
            let (status, outcome) = asked.await.unwrap();
            let expected = match status {
                200..300 => Ok(()),
                408 => Err(Outcome::Unknown),
                _ if REGISTERED.contains(&status) => Err(Outcome::Refused),
                _ => Err(Outcome::Unknown),
            };
            assert_eq!(outcome, expected, "{status}");
        }
    }
    assert_eq!(server.requests().len(), 900);
}
