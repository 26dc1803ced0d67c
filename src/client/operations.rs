//! The client a merchant builds once and shares.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::StatusCode;
use tracing::{Instrument as _, Span};

use crate::client::call::{Call, Sent};
use crate::client::call_log;
use crate::client::retry::RetryPolicy;
use crate::client::shared::{CallOptions, Shared};
use crate::clock::Deadline;
use crate::future::BoxFuture;
use crate::generated;
use crate::generated::types::{CheckoutSession, SessionInclude};
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Outcome, Phase, Unknown};
use crate::session_id::SessionId;
use openapi_client_runtime::Redacted;
use openapi_client_runtime::Response;

/// A client of Dintero Checkout. Cloning it is cheap; the clones share connections, token and budget.
///
/// # Panics
///
/// Its calls need tokio, with time and IO enabled: outside of a tokio runtime they panic, as tokio does.
/// `blocking::Client` (feature `blocking`) brings its own.
///
/// ```
/// use dintero_checkout_client::{Client, Credentials, SessionId};
/// # use dintero_checkout_client::test_kit::Scenario;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let server = Scenario::cancels().start()?;
/// let client = Client::builder(Credentials::client("T12345678".parse()?, "id", "secret")?)
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
    shared: Arc<Shared>,
    options: CallOptions,
}

impl Client {
    pub(crate) fn assemble(shared: Shared, options: CallOptions) -> Self {
        Self { shared: Arc::new(shared), options }
    }

    /// The same client with another deadline for its calls. No request is sent with less than the
    /// connect time-out left, so a deadline that is not longer than that sends nothing.
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

    /// The same client with another policy for repeating requests. The budget stays that of the
    /// client it was built with.
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

    /// Cancels a session, which voids its transaction if that is initialized or authorized.
    ///
    /// `Ok` means that the server accepted the cancel, whatever its answer looks like: see
    /// [`Cancellation`] for what is known beyond that. At most one request is sent that the server may
    /// have carried out; where it cannot be known whether it did, the error's
    /// [`outcome`](Error::outcome) is [`Unknown`](crate::Outcome::Unknown).
    ///
    /// A cancelled session is not yet money released: only the status of its transaction proves that.
    ///
    /// Needs the scope `admin:checkout` or `write:checkout`.
    ///
    /// # Errors
    ///
    /// No token, no connection, no answer, or an answer that is no 2xx: [`Error`].
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::refuses(http::StatusCode::CONFLICT, "ALREADY_CAPTURED").start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// use dintero_checkout_client::Outcome;
    ///
    /// match client.cancel(&session_id).await {
    ///     Ok(cancellation) => println!("accepted; verified: {}", cancellation.is_verified()),
    ///     Err(error) => match error.outcome() {
    ///         Outcome::NotSent | Outcome::Refused => println!("not cancelled: {error}"),
    ///         _ => println!("cannot be known yet; read the session: {error}"),
    ///     },
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn cancel(&self, session_id: &SessionId) -> Result<Cancellation, Error> {
        let call = Call::cancel(&self.shared, &self.options.retry, self.deadline(), session_id);
        self.send_cancel(call, session_id).await
    }

    /// Cancels a session, and reads it where the answer alone does not prove the cancel. A refusal is
    /// checked in the same way, unless it is the caller's (401, 403, 425, 429): the session may have been
    /// cancelled by an earlier process.
    ///
    /// Needs the scope `admin:checkout`, or `write:checkout` and `read:checkout`. The deadline holds for
    /// both.
    ///
    /// # Errors
    ///
    /// The cancel was not sent; or was refused, by the caller's fault or for a session that is open or not
    /// there; or nobody can know yet, and reading the session did not help, which [`Error::read_error`]
    /// says why. A refusal is one of the last, too, where the session could not be read: it may be that of
    /// a second cancel.
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::applied_then_close().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// use dintero_checkout_client::Standing;
    ///
    /// let confirmation = client.cancel_and_confirm(&session_id).await?;
    /// match confirmation.standing() {
    ///     Standing::Cancelled => println!("cancelled, proven"),
    ///     Standing::Accepted => println!("accepted; the session could not be read"),
    ///     _ => println!("still open at {:?}", confirmation.as_of()),
    /// }
    /// # assert!(confirmation.is_cancelled());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn cancel_and_confirm(&self, session_id: &SessionId) -> Result<Confirmation, Error> {
        let (deadline, started) = (self.deadline(), self.time_of_day());
        let call = Call::cancel(&self.shared, &self.options.retry, deadline, session_id);
        let known = match self.send_cancel(call.leaving_time_to_read(), session_id).await {
            Ok(cancellation) => Ok(self.confirm_until(deadline, cancellation).await),
            Err(error) => match error.unknown().cloned() {
                Some(unknown) => self.confirm_unknown(deadline, unknown, error).await,
                None if may_be_a_second_cancel(&error) => {
                    let refused = Unknown {
                        session_id: session_id.clone(),
                        attempts: error.attempts(),
                        last_status: error.status(),
                        first_sent_at: started,
                    };
                    self.confirm_refusal(deadline, refused, error).await
                }
                None => return Err(error),
            },
        };
        call_log::known(session_id, &known);
        known
    }

    /// Reads the session of a cancel that was accepted, unless its answer already proves the cancel.
    ///
    /// The cancel was accepted, whatever comes of the reading: a session that cannot be read is
    /// [`Standing::Accepted`](crate::Standing::Accepted), with the error as its
    /// [`cause`](Confirmation::cause).
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// let cancellation = client.cancel(&session_id).await?;
    /// assert!(client.confirm(cancellation).await.is_cancelled());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn confirm(&self, cancellation: Cancellation) -> Confirmation {
        let deadline = self.deadline();
        self.confirm_until(deadline, cancellation).await
    }

    /// Repeats a cancel of which nobody could know whether it was carried out. This is the one way to
    /// send it again, and it is deliberate.
    ///
    /// A refusal proves nothing here: it may be the refusal of a second cancel. So the session is read
    /// before anything is reported.
    ///
    /// # Errors
    ///
    /// Still nobody can know: [`Outcome::Unknown`](crate::Outcome::Unknown), also where the repeat was
    /// surely not sent, since the first request may have been carried out.
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::applied_then_close().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// let error = client.cancel(&session_id).await.unwrap_err();
    /// if let Some(unknown) = error.unknown() {
    ///     assert!(client.cancel_after(unknown).await?.is_cancelled());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn cancel_after(&self, unknown: &Unknown) -> Result<Confirmation, Error> {
        let (deadline, session_id) = (self.deadline(), unknown.session_id());
        let call = Call::cancel(&self.shared, &self.options.retry, deadline, session_id);
        let call = call.leaving_time_to_read().after(unknown);
        let known = match self.send_cancel(call, session_id).await {
            Ok(cancellation) => Ok(self.confirm_until(deadline, cancellation).await),
            Err(error) => {
                let unknown = error.unknown().unwrap_or(unknown).clone();
                self.confirm_unknown(deadline, unknown, error).await
            }
        };
        call_log::known(session_id, &known);
        known
    }

    /// Reads a session.
    ///
    /// Needs the scope `admin:checkout` or `read:checkout`. A read changes nothing, so it is repeated
    /// where that helps.
    ///
    /// # Errors
    ///
    /// No token, no connection, no answer, or an answer that is no 2xx: [`Error`].
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

    /// Reads a session with what is left out unless it is asked for.
    ///
    /// # Errors
    ///
    /// As [`get_session`](Self::get_session).
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
        self.read_until(self.deadline(), session_id, includes).await
    }

    /// A cancel that was accepted, and could not be confirmed.
    #[cfg(feature = "blocking")]
    pub(crate) fn unconfirmed(&self, cancellation: Cancellation, error: Error) -> Confirmation {
        Confirmation::of_accepted(cancellation, Err(error), self.time_of_day())
    }

    fn deadline(&self) -> Deadline<'_> {
        Deadline::after(&*self.shared.clock, self.options.deadline)
    }

    async fn send_cancel(
        &self,
        call: Call<'_>,
        session_id: &SessionId,
    ) -> Result<Cancellation, Error> {
        let system = &self.shared.system;
        let send = |api: generated::Client| -> BoxFuture<'_, Sent<CheckoutSession>> {
            Box::pin(async move {
                api.cancel_session(
                    session_id.as_str(),
                    system.name.as_ref(),
                    system.plugin_name.as_ref(),
                    system.plugin_version.as_ref(),
                    system.version.as_ref(),
                )
                .await
            })
        };
        let span = call_log::call(Phase::Cancel, session_id);
        let response = self.run(span, call, send).await?;
        Ok(Cancellation::new(session_id.clone(), response))
    }

    async fn read_until(
        &self,
        deadline: Deadline<'_>,
        session_id: &SessionId,
        includes: &[SessionInclude],
    ) -> Result<Response<CheckoutSession>, Error> {
        let includes = (!includes.is_empty()).then(|| includes.to_vec());
        let includes = includes.as_ref();
        let call = Call::read(&self.shared, &self.options.retry, deadline);
        let send = |api: generated::Client| -> BoxFuture<'_, Sent<CheckoutSession>> {
            Box::pin(async move { api.get_session(session_id.as_str(), includes).await })
        };
        self.run(call_log::call(Phase::Read, session_id), call, send).await
    }

    async fn run<'s, T>(
        &self,
        span: Span,
        mut call: Call<'_>,
        send: impl Fn(generated::Client) -> BoxFuture<'s, Sent<T>> + Send + Sync,
    ) -> Result<Response<T>, Error> {
        let ended = call.run(send).instrument(span.clone()).await;
        call_log::ended(&span, ended.as_ref().map(|_| ()), call.attempts());
        ended
    }

    async fn confirm_until(
        &self,
        deadline: Deadline<'_>,
        cancellation: Cancellation,
    ) -> Confirmation {
        if cancellation.is_verified() {
            return Confirmation::of_answer(cancellation, self.time_of_day());
        }
        let (read, as_of) = self.read_as_of(deadline, cancellation.session_id()).await;
        Confirmation::of_accepted(cancellation, read, as_of)
    }

    /// Reads a session that refused to be cancelled: an earlier process may have cancelled it.
    async fn confirm_refusal(
        &self,
        deadline: Deadline<'_>,
        refused: Unknown,
        refusal: Error,
    ) -> Result<Confirmation, Error> {
        let (read, as_of) = self.read_as_of(deadline, refused.session_id()).await;
        Confirmation::of_refused(refused, refusal, read, as_of)
    }

    /// Reads the session of a cancel of which nobody knows what became of it.
    async fn confirm_unknown(
        &self,
        deadline: Deadline<'_>,
        unknown: Unknown,
        error: Error,
    ) -> Result<Confirmation, Error> {
        let (read, as_of) = self.read_as_of(deadline, unknown.session_id()).await;
        Confirmation::of_unknown(unknown, error, read, as_of)
    }

    /// Reads a session, and says as of when: what changes while it is read may not be in the answer.
    async fn read_as_of(
        &self,
        deadline: Deadline<'_>,
        session_id: &SessionId,
    ) -> (Result<Response<CheckoutSession>, Error>, SystemTime) {
        let as_of = self.time_of_day();
        (self.read_until(deadline, session_id, &[]).await, as_of)
    }

    fn time_of_day(&self) -> SystemTime {
        self.shared.clock.time_of_day()
    }
}

/// Whether a refusal may be that of a session which is cancelled already, rather than of the caller.
fn may_be_a_second_cancel(error: &Error) -> bool {
    let is_the_callers = [
        StatusCode::UNAUTHORIZED,
        StatusCode::FORBIDDEN,
        StatusCode::TOO_EARLY,
        StatusCode::TOO_MANY_REQUESTS,
    ];
    let is_refused = error.phase() == Phase::Cancel && error.outcome() == Outcome::Refused;
    is_refused && error.status().is_some_and(|status| !is_the_callers.contains(&status))
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
