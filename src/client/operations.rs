//! The client a merchant builds once and shares.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tracing::Instrument as _;

use crate::client::call::Call;
use crate::client::call_log::CallLog;
use crate::client::retry::RetryPolicy;
use crate::client::shared::{CallOptions, Shared};
use crate::clock::Deadline;
use crate::generated::types::{CheckoutSession, SessionInclude};
use crate::outcome::error::Error;
use crate::session_id::SessionId;
use openapi_client_runtime::{Redacted, Response};

/// A client of Dintero Checkout. Cloning it is cheap; the clones share the access token, TLS sessions and the budget
/// of repeats.
///
/// # Panics
///
/// Its calls need tokio, with time and IO enabled: outside of a tokio runtime they panic, as tokio does.
/// `blocking::Client` (feature `blocking`) brings its own.
///
/// ```
/// use dintero_checkout_client::{ApiClient, Client, Credentials, SessionId};
/// # use dintero_checkout_client::test_kit::Scenario;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let server = Scenario::cancels().start()?;
/// let credentials = Credentials::client(ApiClient {
///     account_id: "T12345678".parse()?,
///     client_id: "client id",
///     client_secret: "client secret",
/// })?;
/// let client = Client::builder(credentials)
///     .system("my-shop", "1.4.0")
/// #   .base_url(server.base_url())
///     .build()?;
/// let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
/// let cancellation = client.cancel(&session_id).await?;
/// assert!(cancellation.is_verified());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(super) shared: Arc<Shared>,
    pub(super) options: CallOptions,
}

impl Client {
    pub(crate) fn assemble(shared: Shared, options: CallOptions) -> Self {
        Self { shared: Arc::new(shared), options }
    }

    /// This client with another deadline for its calls. The client sends no request if less than the connect
    /// time-out is left, so a shorter deadline sends nothing.
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// client.with_deadline(std::time::Duration::from_secs(10)).cancel(&session_id).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_deadline(&self, deadline: Duration) -> Self {
        let options = CallOptions { deadline, ..self.options.clone() };
        Self { shared: Arc::clone(&self.shared), options }
    }

    /// This client with another policy for repeating requests. The budget stays the one that the client was
    /// built with.
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::too_many_requests(1, "0").start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// use dintero_checkout_client::RetryPolicy;
    ///
    /// let error = client.with_retry(RetryPolicy::none()).cancel(&session_id).await.unwrap_err();
    /// assert_eq!(error.status().map(|status| status.as_u16()), Some(429));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_retry(&self, retry: RetryPolicy) -> Self {
        let options = CallOptions { retry, ..self.options.clone() };
        Self { shared: Arc::clone(&self.shared), options }
    }

    /// Reads a session.
    ///
    /// Needs the scope `admin:checkout` or `read:checkout`. A read changes nothing, so it is repeated
    /// where that helps.
    ///
    /// # Errors
    ///
    /// - [`NotSent`](crate::Outcome::NotSent): there was no token, no connection or no time.
    /// - [`Refused`](crate::Outcome::Refused): the answer is a 4xx that is registered with IANA, but for 408.
    /// - [`Unknown`](crate::Outcome::Unknown): no answer came, or one with any other status.
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// let response = client.get_session(&session_id).await?;
    /// let session = response.value().ok_or("not readable")?;
    /// assert!(session.cancelled_at.is_none());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn get_session(
        &self,
        session_id: &SessionId,
    ) -> Result<Response<CheckoutSession>, Error> {
        self.get_session_with(session_id, &[]).await
    }

    /// Reads a session, including parts that the answer omits by default.
    ///
    /// # Errors
    ///
    /// - As [`get_session`](Self::get_session).
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// use dintero_checkout_client::types::SessionInclude;
    ///
    /// let includes = [SessionInclude::EventsRequestHeaders];
    /// let response = client.get_session_with(&session_id, &includes).await?;
    /// # assert!(response.value().is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn get_session_with(
        &self,
        session_id: &SessionId,
        includes: &[SessionInclude],
    ) -> Result<Response<CheckoutSession>, Error> {
        let log = CallLog::of_a_read("get_session", session_id);
        let mut call = Call::read(&self.shared, &self.options.retry, self.deadline());
        let read = self.read(&mut call, session_id, includes).instrument(log.span()).await;
        log.read(call.attempts(), read.as_ref().map(drop));
        read
    }

    pub(super) fn deadline(&self) -> Deadline<'_> {
        Deadline::after(&*self.shared.clock, self.options.deadline)
    }

    pub(super) fn time_of_day(&self) -> DateTime<Utc> {
        self.shared.clock.time_of_day()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_token = self.shared.tokens.has_one(&*self.shared.clock);
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url)
            .field("credentials", &self.shared.credentials)
            .field("system", &self.shared.system)
            .field("options", &self.options)
            .field("token", &has_token.then_some(Redacted))
            .finish_non_exhaustive()
    }
}
