//! What the crate and what it is built on write to the log, at the finest level.

use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use crate::shop::{SESSION, builder, client, session_id};
use chrono::DateTime;
use dintero_checkout_client::test_kit::{Answer, ManualClock, Request, Scenario, Server};
use dintero_checkout_client::{
    ApiClient, Client, Credentials, Outcome, RetryPolicy, Standing, Unknown,
};
use http::StatusCode;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::prelude::*;

const MINUTE: Duration = Duration::from_secs(60);

thread_local! {
    /// What this thread has written since its test began. A test runs in one thread, and so does its
    /// client; what other tests write is theirs.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Sink;

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What reqwest writes, by the `log` crate.
struct Records;

impl log::Log for Records {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        LOG.with_borrow_mut(|log| writeln!(log, "{}: {}", record.target(), record.args()).unwrap());
    }

    fn flush(&self) {}
}

/// Starts a test: installs the log if that has not been done, and empties it.
fn begin() {
    static INSTALLED: LazyLock<()> = LazyLock::new(|| {
        let layer = tracing_subscriber::fmt::layer()
            .with_writer(|| Sink)
            .with_ansi(false)
            .with_span_events(FmtSpan::FULL)
            .with_filter(tracing_subscriber::filter::LevelFilter::TRACE);
        tracing_subscriber::registry().with(layer).init();
        log::set_logger(&Records).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    });
    LazyLock::force(&INSTALLED);
    LOG.take();
}

fn written() -> String {
    String::from_utf8(LOG.with_borrow(Vec::clone)).unwrap()
}

#[test]
fn a_call_and_its_attempts_are_spans_with_the_field_names_of_opentelemetry() {
    begin();
    run(async {
        let server = Scenario::rejects_tokens(1).start().unwrap();
        client(&server).cancel(&session_id()).await.unwrap();
    });
    let log = written();
    for expected in [
        "dintero_checkout{operation=\"cancel_session\"",
        "session_id=\"T12345678.4XnDdt4jN2mF\"",
        "otel.kind=\"client\"",
        "http.request.method=\"POST\"",
        "http.request.resend_count=1",
        "url.template=\"/sessions/{session_id}/cancel\"",
        "url.template=\"/accounts/{oid}/auth/token\"",
        "server.address=\"127.0.0.1\"",
        "server.port=",
        "http.response.status_code=401",
        "http.response.status_code=200",
        "error.type=\"401\"",
        "outcome=\"cancelled\"",
        "attempts=2",
    ] {
        assert!(log.contains(expected), "{expected} is not in\n{log}");
    }
    let own: Vec<&str> =
        log.lines().filter(|line| line.contains("dintero_checkout_client:")).collect();
    assert!(!own.is_empty());
    assert!(own.iter().all(|line| !line.contains("://")), "{own:#?}");
}

#[test]
fn an_unknown_outcome_is_in_the_log() {
    begin();
    run(async {
        let server = Scenario::applied_then_close().start().unwrap();
        let error = client(&server).cancel(&session_id()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
    });
    let log = written();
    assert!(log.contains("WARN") && log.contains("outcome=\"unknown\""), "{log}");
    assert!(log.contains("error.type=\"connection\""), "{log}");
}

/// A caller that drops the future does not learn the outcome; the log records it.
#[test]
fn a_call_that_is_dropped_after_sending_leaves_a_trace() {
    begin();
    run(async {
        let server = Scenario::applied_then_hangs().start().unwrap();
        let client = client(&server);
        let id = session_id();
        let call = client.cancel(&id);
        assert!(tokio::time::timeout(Duration::from_millis(400), call).await.is_err());
    });
    let log = written();
    let trace = log.lines().find(|line| line.contains("was dropped before its answer came"));
    let trace = trace.expect(&log);
    assert!(trace.contains("WARN") && trace.contains("outcome=\"unknown\""), "{trace}");
    assert!(trace.contains(&format!("session_id=\"{SESSION}\"")), "{trace}");
    assert!(trace.contains("\"attempts\":1") && trace.contains("\"first_sent_at\":"), "{trace}");
}

/// Nothing has been sent yet, so there is nothing to be unsure of.
#[test]
fn a_call_that_is_dropped_before_sending_leaves_none() {
    begin();
    run(async {
        let server = Server::start(|_| Answer::silence(Duration::from_secs(600))).unwrap();
        let client = client(&server);
        let id = session_id();
        let call = client.cancel(&id);
        assert!(tokio::time::timeout(Duration::from_millis(400), call).await.is_err());
    });
    assert!(!written().contains("was dropped before"), "{}", written());
}

/// The outcomes that were recorded on a span of this operation, as it closed.
fn outcomes(operation: &str) -> Vec<String> {
    let written = written();
    let span = format!("dintero_checkout{{operation=\"{operation}\"");
    let closed =
        written.lines().filter(|line| line.ends_with(": close") || line.contains(": close "));
    let closed = closed.filter(|line| !line.contains("http_request{") && line.contains(&span));
    let outcome = |line: &str| {
        let (_, outcome) = line.split_once(" outcome=\"")?;
        Some(outcome.split_once('"')?.0.to_owned())
    };
    closed.map(|line| outcome(line).unwrap_or_else(|| "none".to_owned())).collect()
}

/// Each way that a call can end, and its word.
#[test]
fn a_call_is_one_span_with_its_requests_inside_and_ends_in_the_words_of_the_api() {
    let portal = || Answer::new(StatusCode::OK, "text/html", "<h1>Log in to the Wi-Fi</h1>");
    let no_scope = || Answer::error(StatusCode::FORBIDDEN, "MISSING_SCOPE", "no");
    let conflict = || Scenario::refuses(StatusCode::CONFLICT, "CONFLICT");
    for (scenario, standing, outcome) in [
        (Scenario::cancels(), Standing::Cancelled, "cancelled"),
        (Scenario::applied_then_close(), Standing::Cancelled, "cancelled"),
        (
            Scenario::applied_then_answers(portal()).read_answer(no_scope()),
            Standing::Accepted,
            "accepted",
        ),
        (conflict(), Standing::NotCancelled, "refused"),
        (conflict().read_answer(no_scope()), Standing::Unknown, "unknown"),
        (Scenario::closes_without_applying(), Standing::Unknown, "unknown"),
        (Scenario::flaky_token(99), Standing::NotCancelled, "not_sent"),
    ] {
        begin();
        run(async {
            let server = scenario.clone().start().unwrap();
            let client = builder(&server).retry(RetryPolicy::none()).build().unwrap();
            let result = client.cancel_and_confirm(&session_id()).await;
            assert_eq!(Standing::of(&result), standing, "{scenario:?}");
            match &result {
                Ok(confirmation) => assert_eq!(confirmation.standing().to_string(), outcome),
                Err(error) => assert_eq!(error.outcome().to_string(), outcome),
            }
        });
        let log = written();
        assert_eq!(outcomes("cancel_and_confirm"), [outcome], "{log}");
        // One span for the whole call, and an event with its end.
        assert_eq!(log.matches(": new").count(), 1 + requests(&log), "{log}");
        let is_event = |line: &&str| line.contains(": dintero_checkout_client::client::call_log: ");
        let last = log.lines().rev().find(|line| is_event(line) && !line.contains(": close"));
        let last = last.expect(&log);
        assert!(last.contains(&format!("outcome=\"{outcome}\"")), "{last}");
        let outside = log.lines().filter(|line| line.contains("http_request{"));
        for request in outside {
            assert!(
                request.contains("dintero_checkout{operation=\"cancel_and_confirm\""),
                "{request}"
            );
        }
    }
}

fn requests(log: &str) -> usize {
    let new = log.lines().filter(|line| line.ends_with(": new") && line.contains("http_request{"));
    new.count()
}

/// The result of a settlement is logged in the words of the API, too.
#[test]
fn what_is_settled_is_in_the_log_in_the_words_of_the_api() {
    for (was_accepted, minutes, outcome) in
        [(false, 9, "unknown"), (false, 10, "not_cancelled"), (true, 10, "needs_a_person")]
    {
        begin();
        run(async {
            let server = Scenario::cancels().start().unwrap();
            let clock = Arc::new(ManualClock::at(DateTime::UNIX_EPOCH + MINUTE * minutes));
            let client = builder(&server).clock(clock).build().unwrap();
            let unknown = format!(
                r#"{{"session_id":"{SESSION}","first_sent_at":"1970-01-01T00:00:00Z","was_accepted":{was_accepted}}}"#
            );
            let error = client.settle(&unknown.parse().unwrap()).await.unwrap_err();
            assert_eq!(error.outcome().to_string(), outcome);
        });
        assert_eq!(outcomes("settle"), [outcome], "{}", written());
    }
}

/// A caller that drops the call never hears of its end; its span does, wherever the call was.
#[test]
fn a_call_that_is_dropped_leaves_its_outcome_on_its_span() {
    let hangs = || Answer::silence(MINUTE);
    let refused = |status| Answer::error(status, "NO", "no");
    let accepted = || Answer::new(StatusCode::ACCEPTED, "text/plain", "");
    let no_token = Server::start(move |_| hangs()).unwrap();
    let on = |scenario: Scenario| scenario.start().unwrap();
    for (server, outcome, warning) in [
        (no_token, "not_sent", None),
        (on(Scenario::hangs()), "unknown", Some("answer came")),
        (
            on(Scenario::cancels().cancel_answer(accepted()).read_answer(hangs())),
            "accepted",
            Some("session was read"),
        ),
        (
            on(Scenario::cancels().cancel_answer(Answer::close()).read_answer(hangs())),
            "unknown",
            Some("session was read"),
        ),
        (
            on(Scenario::cancels()
                .cancel_answer(refused(StatusCode::CONFLICT))
                .read_answer(hangs())),
            "unknown",
            Some("session was read"),
        ),
        (on(Scenario::too_many_requests(9, "9")), "refused", None),
    ] {
        begin();
        run(async {
            let client = client(&server);
            let id = session_id();
            let call = client.cancel_and_confirm(&id);
            assert!(tokio::time::timeout(Duration::from_millis(500), call).await.is_err());
        });
        let log = written();
        assert_eq!(outcomes("cancel_and_confirm"), [outcome], "{log}");
        let dropped = log.lines().find(|line| line.contains("the call was dropped before its "));
        match (dropped, warning) {
            (None, None) => {}
            (Some(line), Some(words)) => {
                assert!(line.contains("WARN") && line.contains(words), "{line}");
                let record = line.split_once(" unknown=").unwrap().1;
                let record: Unknown = record.parse().unwrap();
                assert_eq!(record.was_accepted(), outcome == "accepted");
            }
            (dropped, warning) => panic!("{dropped:?} {warning:?}\n{log}"),
        }
    }
}

/// A repeat that is dropped leaves the cancel that it repeats, and so does a settlement.
#[test]
fn a_repeat_that_is_dropped_leaves_the_earlier_cancel_unknown() {
    for operation in ["cancel_after", "settle"] {
        begin();
        run(async {
            let server = Server::start(|_| Answer::silence(MINUTE)).unwrap();
            let client = client(&server);
            let unknown = Unknown::of(session_id(), chrono::Utc::now());
            let call = async {
                match operation {
                    "settle" => client.settle(&unknown).await,
                    _ => client.cancel_after(&unknown).await,
                }
            };
            assert!(tokio::time::timeout(Duration::from_millis(400), call).await.is_err());
        });
        assert_eq!(outcomes(operation), ["unknown"], "{}", written());
    }
}

const TOKEN: &str = "canary-token-7f3a";
const SECRET: &str = "canary-secret-91bc";
const EMAIL: &str = "canary@example.com";
const PHONE: &str = "+4790000017";

/// A session full of canaries, a token that is one, and errors that repeat them.
fn aviary(request: &Request) -> Answer {
    if request.path().ends_with("/auth/token") {
        return Answer::token(TOKEN, 3600);
    }
    let body = serde_json::json!({
        "id": SESSION,
        "customer": { "email": EMAIL, "phone_number": PHONE },
        "order": { "shipping_address": { "email": EMAIL, "phone_number": PHONE, "latitude": EMAIL } },
        "user_agent": EMAIL,
        "error": { "code": EMAIL, "message": PHONE, "errors": [{ "field": EMAIL }] },
    });
    let status = match request.method() {
        "GET" => StatusCode::OK,
        _ if request.path().contains("refused") => StatusCode::FORBIDDEN,
        _ if request.path().contains("broken") => StatusCode::BAD_GATEWAY,
        _ => StatusCode::OK,
    };
    Answer::json(status, &body).header("set-cookie", TOKEN).header("x-customer", EMAIL)
}

#[test]
fn no_secret_and_no_customer_is_shown_or_logged() {
    begin();
    let shown = run(async {
        let server = Server::start(aviary).unwrap();
        // A dump of what goes over the wire would show it all.
        let http = reqwest::Client::builder().connection_verbose(true);
        let account = "T12345678".parse().unwrap();
        let api_client =
            ApiClient { account_id: account, client_id: "an-id", client_secret: SECRET };
        let credentials = Credentials::client(api_client).unwrap();
        let building = Client::builder(credentials.clone()).base_url(server.base_url()).http(http);
        let mut shown =
            vec![format!("{credentials:?} {credentials:#?} {building:?} {building:#?}")];
        let client = building.build().unwrap();
        let cancellation = client.cancel(&session_id()).await.unwrap();
        shown.push(format!("{cancellation:?} {cancellation:#?} {client:?} {client:#?}"));
        shown.push(format!("{:?}", cancellation.response().drift()));
        let confirmation = client.confirm(cancellation).await;
        shown.push(format!("{confirmation:?} {confirmation:#?}"));
        for id in ["refused", "broken"] {
            let error = client.cancel(&id.parse().unwrap()).await.unwrap_err();
            shown.push(format!("{error} {error:#} {error:?} {error:#?}"));
            shown.push(format!("{:?} {:#?}", error.response(), error.unknown()));
            if let Some(unknown) = error.unknown() {
                let error = client.cancel_after(unknown).await.unwrap_err();
                shown.push(format!("{error} {error:?} {error:#?}"));
            }
        }
        shown.join("\n")
    });
    let basic = "YW4taWQ6Y2FuYXJ5LXNlY3JldC05MWJj";
    for canary in [TOKEN, SECRET, EMAIL, PHONE, basic] {
        assert!(!shown.contains(canary), "{canary} is shown in\n{shown}");
        assert!(!written().contains(canary), "{canary} is logged in\n{}", written());
    }
    for other in ["hyper_util", "starting new connection"] {
        assert!(written().contains(other), "nothing but this crate was heard");
    }
}

/// Fields are recorded on the crate's own spans under any filter, and never on the caller's.
#[test]
fn the_callers_span_is_left_alone() {
    begin();
    run(async {
        let server = Scenario::rejects_tokens(1).start().unwrap();
        let span = tracing::info_span!("callers_own", attempts = tracing::field::Empty);
        let client = client(&server);
        let id = session_id();
        tracing::Instrument::instrument(client.cancel(&id), span).await.unwrap();
    });
    assert!(written().contains("callers_own"));
    assert!(!written().contains("callers_own{attempts"), "{}", written());
}

#[test]
fn what_a_repeat_came_to_is_in_the_log() {
    begin();
    run(async {
        let server = Scenario::applied_then_close().start().unwrap();
        let error = client(&server).cancel(&session_id()).await.unwrap_err();
        let refusing = Scenario::cancels()
            .cancel_answer(Answer::error(StatusCode::CONFLICT, "ALREADY_CANCELLED", "no"))
            .start()
            .unwrap();
        let unknown = error.unknown().unwrap();
        let confirmation = client(&refusing).cancel_after(unknown).await.unwrap();
        assert!(confirmation.is_cancelled());
        assert_eq!(confirmation.cause().unwrap().outcome(), Outcome::Unknown);
    });
    assert!(written().contains("outcome=\"cancelled\""), "{}", written());
    assert!(!written().contains("not carried out"), "{}", written());
}

#[test]
fn retries_are_in_the_log() {
    begin();
    run(async {
        let server = Scenario::too_many_requests(1, "0").start().unwrap();
        let at_once = RetryPolicy::default().waits(Duration::ZERO, Duration::ZERO);
        builder(&server).retry(at_once).build().unwrap().cancel(&session_id()).await.unwrap();
    });
    assert!(written().contains("sending again error.type=\"429\" wait_ms=0"), "{}", written());
}

fn run<T>(future: impl std::future::Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}
