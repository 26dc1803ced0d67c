//! A shop that cancels sessions at a loopback server.

use std::time::Duration;

use dintero_checkout_client::test_kit::{Request, Server};
use dintero_checkout_client::{ApiClient, Client, ClientBuilder, Credentials, SessionId};

pub const SESSION: &str = "T12345678.4XnDdt4jN2mF";

pub fn session_id() -> SessionId {
    SESSION.parse().unwrap()
}

/// Credentials with which the client fetches its own tokens.
pub fn credentials() -> Credentials {
    let account_id = "T12345678".parse().unwrap();
    let client = ApiClient { account_id, client_id: "an-id", client_secret: "a-secret" };
    Credentials::client(client).unwrap()
}

/// A builder for a client of this server, with time-outs that a test can wait for.
pub fn builder(server: &Server) -> ClientBuilder {
    Client::builder(credentials())
        .base_url(server.base_url())
        .connect_timeout(Duration::from_millis(500))
        .attempt_timeout(Duration::from_secs(20))
}

pub fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// A client that gives up on a request after half a second.
pub fn impatient(server: &Server) -> Client {
    builder(server)
        .connect_timeout(Duration::from_millis(200))
        .attempt_timeout(Duration::from_millis(500))
        .build()
        .unwrap()
}

/// The requests of one kind that a server has seen.
pub fn seen(server: &Server, method: &str, path_end: &str) -> Vec<Request> {
    let is_wanted =
        |request: &Request| request.method() == method && request.path().ends_with(path_end);
    server.requests().into_iter().filter(is_wanted).collect()
}

pub fn tokens(server: &Server) -> usize {
    seen(server, "POST", "/auth/token").len()
}

pub fn cancels(server: &Server) -> usize {
    seen(server, "POST", "/cancel").len()
}

pub fn reads(server: &Server) -> usize {
    seen(server, "GET", SESSION).len()
}
