//! A loopback server that answers as Dintero does, for tests without a network.
//!
//! ```
//! use dintero_checkout_client::test_kit::{Answer, Server};
//! use dintero_checkout_client::{ApiClient, Client, Credentials};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::start(|request| match request.path() {
//!     path if path.ends_with("/auth/token") => Answer::token("a-token", 3600),
//!     path => Answer::cancelled(path.rsplit('/').nth(1).unwrap_or_default()),
//! })?;
//! let client = Client::builder(Credentials::client(ApiClient {
//!     account_id: "T12345678".parse()?,
//!     client_id: "id",
//!     client_secret: "secret",
//! })?);
//! let client = client.base_url(server.base_url()).build()?;
//! let cancellation = client.cancel(&"a-session".parse()?).await?;
//! assert!(cancellation.is_verified());
//! # Ok(())
//! # }
//! ```

mod answer;
mod clock;
mod scenario;
mod server;

pub use answer::{Answer, DOCUMENTED_SESSION};
pub use clock::ManualClock;
pub use openapi_client_runtime::test_kit::Request;
pub use scenario::Scenario;
pub use server::Server;

use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};

use crate::client::HORIZON;
use crate::clock::{Clock as _, SystemClock};
use crate::generated::types::CheckoutSession;
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Phase};
use crate::outcome::kind::Kind;
use crate::outcome::reading::Reading;
use crate::outcome::standing::Outcome;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::{BodyEnd, Response};

/// The error of a cancel whose answer never came, for a test's own [`Sessions`](crate::Sessions): its outcome is
/// unknown.
pub fn lost_cancel(session_id: &SessionId, sent_at: DateTime<Utc>) -> Error {
    let unknown = Unknown::of(session_id.clone(), sent_at);
    Error::new(Phase::Cancel, Kind::NoAnswer, 1, Some(unknown))
}

/// A random wait as the system's clock draws it, for a test's own clock.
pub fn system_jitter(most: Duration) -> Duration {
    SystemClock.jitter(most)
}

/// The response that a client makes from an answer with this status and this body.
pub fn response(status: StatusCode, body: impl Into<Bytes>) -> Response<CheckoutSession> {
    Response::read(status, HeaderMap::new(), body.into(), BodyEnd::Complete)
}

/// A cancel that was accepted just now with this answer, for a test's own [`Sessions`](crate::Sessions).
pub fn cancellation(session_id: &SessionId, answer: Response<CheckoutSession>) -> Cancellation {
    let record = sent_now(session_id, answer.status());
    Cancellation::new(answer, Unknown { was_accepted: true, ..record })
}

/// The result of [`Client::confirm`](crate::Client::confirm) for a read of the session at a time, for a test's own
/// [`Sessions`](crate::Sessions).
///
/// # Errors
///
/// - As [`Client::confirm`](crate::Client::confirm).
pub fn confirmation(
    cancellation: Cancellation,
    read: Result<Response<CheckoutSession>, Error>,
    as_of: DateTime<Utc>,
) -> Result<Confirmation, Error> {
    let reading = Reading::of(cancellation.session_id(), read, as_of);
    Confirmation::of_accepted(cancellation, reading, HORIZON)
}

/// The result of [`Client::settle`](crate::Client::settle) for a read of the session at a time, for a test's own
/// [`Sessions`](crate::Sessions). The horizon is the default, 10 minutes.
///
/// # Errors
///
/// - As [`Client::settle`](crate::Client::settle).
pub fn settlement(
    unknown: &Unknown,
    read: Result<Response<CheckoutSession>, Error>,
    as_of: DateTime<Utc>,
) -> Result<Confirmation, Error> {
    let reading = Reading::of(unknown.session_id(), read, as_of);
    Confirmation::of_unknown(unknown.clone(), None, reading, HORIZON)
}

/// The error of a cancel that failed just now with this answer, for a test's own [`Sessions`](crate::Sessions). The
/// status decides the outcome, as it does with a server; without a status, the request was never sent.
pub fn failed_cancel(session_id: &SessionId, status: Option<StatusCode>, body: &str) -> Error {
    let Some(status) = status else {
        return Error::new(Phase::Cancel, Kind::Deadline, 0, None);
    };
    let kind = refused(status, body);
    let is_unknown = kind.outcome() == Outcome::Unknown;
    let unknown = is_unknown.then(|| sent_now(session_id, status));
    Error::new(Phase::Cancel, kind, 1, unknown)
}

/// The error of a read that failed with this answer, for a test's own [`Sessions`](crate::Sessions).
pub fn failed_read(status: StatusCode, body: &str) -> Error {
    Error::new(Phase::Read, refused(status, body), 1, None).of_a_read()
}

fn refused(status: StatusCode, body: &str) -> Kind {
    let body = Bytes::copy_from_slice(body.as_bytes());
    Kind::Refused(Box::new(Response::read(status, HeaderMap::new(), body, BodyEnd::Complete)))
}

fn sent_now(session_id: &SessionId, status: StatusCode) -> Unknown {
    let record = Unknown::of(session_id.clone(), SystemClock.time_of_day());
    Unknown { last_status: Some(status), ..record }
}
