//! A client for programs without an async runtime.
//!
//! ```
//! use dintero_checkout_client::{ApiClient, Credentials, blocking};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let server = dintero_checkout_client::test_kit::Scenario::cancels().start()?;
//! let credentials = Credentials::client(ApiClient {
//!     account_id: "T12345678".parse()?,
//!     client_id: "client id",
//!     client_secret: "client secret",
//! })?;
//! let builder = dintero_checkout_client::Client::builder(credentials);
//! # let builder = builder.base_url(server.base_url());
//! let client = blocking::Client::new(builder)?;
//! let cancellation = client.cancel(&"T12345678.4XnDdt4jN2mF".parse()?)?;
//! assert!(cancellation.is_verified());
//! # Ok(())
//! # }
//! ```

use std::future::Future;
use std::sync::Arc;

use tokio::runtime::{Builder, Handle, Runtime};

use crate::client::build_error::BuildError;
use crate::client::builder::ClientBuilder;
use crate::client::operations;
use crate::generated::Client as Operations;
use crate::generated::types::{CheckoutSession, SessionInclude};
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Phase};
use crate::outcome::kind::Kind;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::{Failure, Response};

/// A [`Client`](crate::Client) whose calls block until they are done, on a runtime of its own.
///
/// A call from inside an async runtime is an error, since it would block the runtime's thread; so is one from
/// a thread that the runtime keeps for blocking work. Use the async client there.
#[derive(Debug, Clone)]
pub struct Client {
    client: operations::Client,
    runtime: Arc<Owned>,
}

/// A runtime that may also be dropped inside an async runtime.
#[derive(Debug)]
struct Owned(Option<Runtime>);

impl Drop for Owned {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Client {
    /// Builds a blocking client.
    ///
    /// # Errors
    ///
    /// - As [`ClientBuilder::build`].
    /// - No runtime can be started: [`BuildError::Runtime`].
    pub fn new(builder: ClientBuilder) -> Result<Self, BuildError> {
        let client = builder.build()?;
        // One worker drives the connections of all calls, whichever thread waits for them.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("dintero-checkout")
            .enable_all()
            .build()
            .map_err(BuildError::Runtime)?;
        Ok(Self { client, runtime: Arc::new(Owned(Some(runtime))) })
    }

    /// A client from the environment; see [`ClientBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// - As [`ClientBuilder::from_env`].
    /// - As [`new`](Self::new).
    ///
    /// ```no_run
    /// let client = dintero_checkout_client::blocking::Client::from_env()?;
    /// # Ok::<(), dintero_checkout_client::BuildError>(())
    /// ```
    pub fn from_env() -> Result<Self, BuildError> {
        Self::new(ClientBuilder::from_env()?)
    }

    /// See [`Client::cancel`](crate::Client::cancel).
    ///
    /// # Errors
    ///
    /// - As there.
    /// - The call is inside an async runtime.
    pub fn cancel(&self, session_id: &SessionId) -> Result<Cancellation, Error> {
        self.block_on(self.client.cancel(session_id)).unwrap_or_else(|| Err(refusal(Phase::Cancel)))
    }

    /// See [`Client::cancel_and_confirm`](crate::Client::cancel_and_confirm).
    ///
    /// # Errors
    ///
    /// - As there.
    /// - The call is inside an async runtime.
    pub fn cancel_and_confirm(&self, session_id: &SessionId) -> Result<Confirmation, Error> {
        let call = self.client.cancel_and_confirm(session_id);
        self.block_on(call).unwrap_or_else(|| Err(refusal(Phase::Cancel)))
    }

    /// See [`Client::cancel_after`](crate::Client::cancel_after).
    ///
    /// # Errors
    ///
    /// - As there.
    /// - The call is inside an async runtime.
    pub fn cancel_after(&self, unknown: &Unknown) -> Result<Confirmation, Error> {
        let inside = || Error::new(Phase::Cancel, Kind::InsideRuntime, 0, Some(unknown.clone()));
        self.block_on(self.client.cancel_after(unknown)).unwrap_or_else(|| Err(inside()))
    }

    /// See [`Client::settle`](crate::Client::settle).
    ///
    /// # Errors
    ///
    /// - As there.
    /// - The call is inside an async runtime, and the cancel stays unknown.
    pub fn settle(&self, unknown: &Unknown) -> Result<Confirmation, Error> {
        let inside = || Error::new(Phase::Read, Kind::InsideRuntime, 0, Some(unknown.clone()));
        self.block_on(self.client.settle(unknown)).unwrap_or_else(|| Err(inside()))
    }

    /// See [`Client::confirm`](crate::Client::confirm). Inside an async runtime the session is not
    /// read, which takes nothing away from the cancel that was accepted.
    ///
    /// # Errors
    ///
    /// - As there.
    pub fn confirm(&self, cancellation: Cancellation) -> Result<Confirmation, Error> {
        let accepted = cancellation.clone();
        let inside = || self.client.unconfirmed(accepted, refusal(Phase::Read));
        self.block_on(self.client.confirm(cancellation)).unwrap_or_else(inside)
    }

    /// See [`Client::get_session`](crate::Client::get_session).
    ///
    /// # Errors
    ///
    /// - As there.
    /// - The call is inside an async runtime.
    pub fn get_session(&self, session_id: &SessionId) -> Result<Response<CheckoutSession>, Error> {
        self.get_session_with(session_id, &[])
    }

    /// See [`Client::get_session_with`](crate::Client::get_session_with).
    ///
    /// # Errors
    ///
    /// - As [`get_session`](Self::get_session).
    pub fn get_session_with(
        &self,
        session_id: &SessionId,
        includes: &[SessionInclude],
    ) -> Result<Response<CheckoutSession>, Error> {
        let call = self.client.get_session_with(session_id, includes);
        self.block_on(call).unwrap_or_else(|| Err(refusal(Phase::Read).of_a_read()))
    }

    /// Calls an operation of [`Client::operations`](crate::Client::operations), and waits for its answer.
    ///
    /// # Errors
    ///
    /// - As there.
    /// - This is inside an async runtime; nothing was sent.
    ///
    /// ```
    /// use dintero_checkout_client::types::CheckoutSession;
    /// use dintero_checkout_client::{Error, Response, blocking};
    ///
    /// fn session(client: &blocking::Client, id: &str) -> Result<Response<CheckoutSession>, Error> {
    ///     client.operation(async |api| api.get_session(id).await)
    /// }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use dintero_checkout_client::{Client, Credentials, test_kit::Scenario};
    /// # let server = Scenario::cancels().start()?;
    /// # let builder = Client::builder(Credentials::token("t")?).base_url(server.base_url());
    /// # let client = blocking::Client::new(builder)?;
    /// # assert!(session(&client, "T12345678.4XnDdt4jN2mF")?.value().is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn operation<T, E>(
        &self,
        call: impl AsyncFnOnce(Operations) -> Result<Response<T>, Failure<E>>,
    ) -> Result<Response<T>, Error> {
        let answer = self.block_on(call(self.client.operations()));
        answer.map_or_else(|| Err(refusal(Phase::Operation)), |answer| Ok(answer?))
    }

    /// The result of a call; `None`, and no call, if it would block an async runtime.
    fn block_on<F: Future>(&self, call: F) -> Option<F::Output> {
        let runtime = self.runtime.0.as_ref().filter(|_| Handle::try_current().is_err());
        runtime.map(|runtime| runtime.block_on(call))
    }
}

fn refusal(phase: Phase) -> Error {
    Error::new(phase, Kind::InsideRuntime, 0, None)
}
