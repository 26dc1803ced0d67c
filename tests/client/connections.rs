//! An answer belongs to its request, even if a peer misuses its connections.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use dintero_checkout_client::test_kit::Scenario;
use dintero_checkout_client::{Client, Credentials};
use http::StatusCode;
use openapi_client_runtime::test_kit::{Reply, Server};
use tokio::runtime::Builder;

use crate::shop::{SESSION, cancels, client, credentials, session_id};

const CALLS: usize = 500;

/// How long a server keeps a connection without a request.
const IDLE: Duration = Duration::from_millis(2);

fn json(body: &str) -> Reply {
    Reply::new(StatusCode::OK, body).header("content-type", "application/json")
}

/// A server that carries out every cancel, and sends a stale reply after each of its replies.
fn answering_once_too_often(stale: StatusCode) -> (Server, Arc<AtomicUsize>) {
    let executed = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&executed);
    let server = Server::start(move |request| {
        let reply = if request.path().ends_with("/auth/token") {
            json(r#"{"access_token": "a-token", "token_type": "Bearer", "expires_in": 3600}"#)
        } else if request.path().ends_with("/cancel") {
            counted.fetch_add(1, Ordering::Relaxed);
            json(&format!(r#"{{"id": "{SESSION}", "cancelled_at": "2023-11-07T05:31:56Z"}}"#))
        } else {
            json(&format!(r#"{{"id": "{SESSION}"}}"#))
        };
        let stale = Reply::new(stale, "{}").header("content-type", "application/json");
        reply.followed_by(Duration::from_micros(200), stale)
    })
    .unwrap();
    (server, executed)
}

#[tokio::test]
async fn a_peer_that_answers_once_too_often_misleads_no_call() {
    for stale in [StatusCode::NOT_FOUND, StatusCode::TOO_MANY_REQUESTS, StatusCode::UNAUTHORIZED] {
        let (server, executed) = answering_once_too_often(stale);
        let client = Client::builder(credentials()).base_url(format!("{}/v1", server.origin()));
        let client = client.build().unwrap();
        let mut wrong = [0, 0];
        for _ in 0..CALLS {
            let [reads, cancels] = &mut wrong;
            *reads += usize::from(client.get_session(&session_id()).await.is_err());
            *cancels += usize::from(client.cancel(&session_id()).await.is_err());
        }
        assert_eq!((wrong, executed.load(Ordering::Relaxed)), ([0, 0], CALLS), "{stale}");
    }
}

/// A function that is frozen between two calls: nothing polls the connections meanwhile.
#[test]
fn a_connection_that_was_closed_while_the_runtime_slept_is_not_used() {
    let server = Scenario::cancels().closing_idle(IDLE).start().unwrap();
    let client = client(&server);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let mut failed = 0;
    for _ in 0..CALLS {
        failed += usize::from(runtime.block_on(client.cancel(&session_id())).is_err());
        thread::sleep(IDLE * 2);
    }
    assert_eq!((failed, cancels(&server)), (0, CALLS));
}

/// The server closes connections at about the moment at which the next call begins.
#[test]
fn a_connection_that_is_closed_as_a_call_begins_is_not_used() {
    let server = Scenario::cancels().closing_idle(IDLE).start().unwrap();
    let client = client(&server);
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let mut failed = 0;
    for turn in 0..CALLS {
        failed += usize::from(runtime.block_on(client.cancel(&session_id())).is_err());
        // Sooner and later than the server, whose timer is coarse.
        thread::sleep(IDLE * u32::try_from(turn % 40).unwrap() / 10);
    }
    assert_eq!((failed, cancels(&server)), (0, CALLS));
}

#[tokio::test]
async fn each_request_has_a_connection_of_its_own() {
    let server = Scenario::cancels().start().unwrap();
    let credentials = Credentials::token("a-token").unwrap();
    let client = Client::builder(credentials).base_url(server.base_url()).build().unwrap();
    for _ in 0..10 {
        client.cancel(&session_id()).await.unwrap();
        client.get_session(&session_id()).await.unwrap();
    }
    assert_eq!((server.requests().len(), server.connections()), (20, 20));
}
