//! A loopback server that answers as Dintero does, for tests without a network.
//!
//! ```
//! use dintero_checkout_client::test_kit::{Answer, Server};
//! use dintero_checkout_client::{Client, Credentials};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::start(|request| match request.path() {
//!     path if path.ends_with("/auth/token") => Answer::token("a-token", 3600),
//!     path => Answer::cancelled(path.rsplit('/').nth(1).unwrap_or_default()),
//! })?;
//! let client = Client::builder(Credentials::client("T12345678".parse()?, "id", "secret")?)
//!     .base_url(server.base_url())
//!     .build()?;
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

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::clock::{Clock as _, SystemClock};
use crate::generated::types::{CheckoutSession, ErrorBody};
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Kind, Outcome, Phase, Unknown};
use crate::session_id::SessionId;
use openapi_client_runtime::{BodyEnd, Response};

/// A cancel whose answer never came, for a stand-in of a client: nobody knows what became of it.
pub fn lost_cancel(session_id: &SessionId, first_sent_at: SystemTime) -> Error {
    let unknown = Unknown::of(session_id.clone(), first_sent_at);
    Error::new(Phase::Cancel, Kind::NoAnswer, 1, Some(unknown))
}

/// A wait as the system's own clock draws it, for a clock of a test's own.
pub fn system_jitter(most: Duration) -> Duration {
    SystemClock.jitter(most)
}

/// What a client makes of an answer with this status and this body.
pub fn response(status: StatusCode, body: impl Into<Bytes>) -> Response<CheckoutSession> {
    Response::read(status, HeaderMap::new(), body.into(), BodyEnd::Complete)
}

/// A cancel that was accepted with this answer, for a stand-in of a client.
pub fn cancellation(session_id: &SessionId, answer: Response<CheckoutSession>) -> Cancellation {
    Cancellation::new(session_id.clone(), answer)
}

/// A cancel that was accepted, and what came of reading its session, for a stand-in of a client.
pub fn confirmation(
    cancellation: Cancellation,
    read: Result<Response<CheckoutSession>, Error>,
    as_of: SystemTime,
) -> Confirmation {
    Confirmation::of_accepted(cancellation, read, as_of)
}

/// A cancel that failed with this answer, for a stand-in of a client. The status decides what became
/// of it, as it does with a server; without one, the request was never sent.
pub fn failed_cancel(session_id: &SessionId, status: Option<StatusCode>, body: &str) -> Error {
    let Some(status) = status else {
        return Error::new(Phase::Cancel, Kind::Deadline, 0, None);
    };
    let body = Bytes::copy_from_slice(body.as_bytes());
    let answer = Response::<ErrorBody>::read(status, HeaderMap::new(), body, BodyEnd::Complete);
    let kind = Kind::Refused(Box::new(answer));
    let unknown = (kind.outcome() == Outcome::Unknown).then(|| Unknown {
        session_id: session_id.clone(),
        attempts: 1,
        last_status: Some(status),
        first_sent_at: std::time::UNIX_EPOCH,
    });
    Error::new(Phase::Cancel, kind, 1, unknown)
}
