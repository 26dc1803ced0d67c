//! The blocking client.

use std::time::Duration;

use crate::shop::{builder, cancels, session_id};
use dintero_checkout_client::test_kit::{Scenario, cancellation, failed_cancel, response};
use dintero_checkout_client::types::SessionInclude;
use dintero_checkout_client::{Outcome, Standing, blocking};

#[test]
fn it_does_what_the_other_one_does() {
    let server = Scenario::applied_then_close().start().unwrap();
    let client = blocking::Client::new(builder(&server)).unwrap();
    let error = client.cancel(&session_id()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(client.cancel_and_confirm(&session_id()).unwrap().is_cancelled());
    assert!(client.cancel_after(error.unknown().unwrap()).unwrap().is_cancelled());
    assert!(client.settle(error.unknown().unwrap()).unwrap().is_cancelled());
    assert!(client.get_session(&session_id()).unwrap().value().unwrap().cancelled_at.is_some());
    let includes = [SessionInclude::EventsRequestHeaders];
    assert!(client.get_session_with(&session_id(), &includes).unwrap().value().is_some());
    let asked = server.requests().into_iter().next_back().unwrap();
    assert!(asked.path().ends_with("?includes=events.request_headers"), "{}", asked.path());
    assert_eq!(cancels(&server), 3);
}

#[test]
fn threads_share_it() {
    let server = Scenario::cancels().start().unwrap();
    let client = blocking::Client::new(builder(&server)).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.cancel(&session_id()).unwrap());
        }
    });
    assert_eq!(cancels(&server), 8);
}

/// Between two calls the server closes the connection. A client that reuses it would send the next cancel into
/// it, with an unknown outcome.
#[test]
fn a_connection_that_was_closed_between_calls_is_not_used() {
    let server = Scenario::cancels().closing_idle(Duration::from_millis(100)).start().unwrap();
    let client = blocking::Client::new(builder(&server)).unwrap();
    for _ in 0..4 {
        client.cancel(&session_id()).unwrap();
        std::thread::sleep(Duration::from_millis(400));
    }
    assert_eq!(cancels(&server), 4);
}

/// It would block the runtime's thread; and its own runtime is dropped there, too.
#[tokio::test]
async fn inside_a_runtime_it_is_an_error_and_no_panic() {
    let server = Scenario::cancels().start().unwrap();
    let client = blocking::Client::new(builder(&server)).unwrap();
    let error = client.cancel(&session_id()).unwrap_err();
    assert_eq!((error.outcome(), cancels(&server)), (Outcome::NotSent, 0));
    assert!(error.to_string().contains("inside an async runtime"), "{error}");
    // What was unknown stays so, and what was accepted, too.
    let unknown = failed_cancel(&session_id(), Some(http::StatusCode::BAD_GATEWAY), "");
    let error = client.cancel_after(unknown.unknown().unwrap()).unwrap_err();
    assert_eq!(error.unknown(), unknown.unknown());
    let accepted = cancellation(&session_id(), response(http::StatusCode::OK, ""));
    assert_eq!(client.confirm(accepted).unwrap().standing(), Standing::Accepted);
    let error = client.settle(unknown.unknown().unwrap()).unwrap_err();
    assert_eq!(error.unknown(), unknown.unknown());
    assert_eq!(server.requests(), []);
    drop(client);
}
