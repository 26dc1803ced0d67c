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
mod server;

pub use answer::Answer;
pub use server::{Request, Server};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::response::{BodyEnd, Response};
use crate::types::CheckoutSession;

/// The answer to a cancel that Dintero's documentation prints, as JSON. All its ids are placeholders.
pub const DOCUMENTED_SESSION: &str = include_str!("cancel-session.json");

/// What a client makes of an answer with this status and this body.
pub fn response(status: StatusCode, body: impl Into<Bytes>) -> Response<CheckoutSession> {
    Response::read(status, HeaderMap::new(), body.into(), BodyEnd::Complete)
}
