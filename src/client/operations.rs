//! The client a merchant builds once and shares.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::StatusCode;
use tracing::Instrument as _;

use crate::client::call::{Answered, Call, Sent};
use crate::client::call_log::CallLog;
use crate::client::cancel::Cancel;
use crate::client::retry::RetryPolicy;
use crate::client::shared::{CallOptions, Shared};
use crate::clock::Deadline;
use crate::generated;
use crate::generated::options::GetSessionOptions;
use crate::generated::types::{CheckoutSession, SessionInclude};
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Phase};
use crate::outcome::reading::Reading;
use crate::outcome::standing::Outcome;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::BoxFuture;
use openapi_client_runtime::Redacted;
use openapi_client_runtime::Response;

/// A client of Dintero Checkout. Cloning it is cheap; the clones share the access token, TLS sessions and the budget of repeats.
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

    /// Cancels a session, which voids its transaction if that is initialized or authorized.
    ///
    /// `Ok` means that the server accepted the cancel, whatever its answer looks like: see
    /// [`Cancellation`] for what is known beyond that. At most one request is sent that the server may
    /// have carried out. If it cannot be known whether it did, the error's
    /// [`outcome`](Error::outcome) is [`Unknown`](crate::Outcome::Unknown).
    ///
    /// A cancelled session is not yet money released: only the status of its transaction proves that.
    ///
    /// Needs the scope `admin:checkout` or `write:checkout`.
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
    /// # let server = Scenario::refuses(http::StatusCode::CONFLICT, "ALREADY_CAPTURED").start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// use dintero_checkout_client::Outcome;
    ///
    /// match client.cancel(&session_id).await {
    ///     Ok(cancellation) => println!("accepted; verified: {}", cancellation.is_verified()),
    ///     Err(error) => match error.outcome() {
    ///         Outcome::NotSent | Outcome::Refused => println!("not cancelled: {error}"),
    ///         _ => println!("cannot be known yet; settle it: {error}"),
    ///     },
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn cancel(&self, session_id: &SessionId) -> Result<Cancellation, Error> {
        let log = CallLog::of_a_cancel("cancel_session", session_id);
        let cancel = Cancel::of(session_id, &log);
        let call = Call::cancel(&self.shared, &self.options.retry, self.deadline(), cancel);
        let sent = self.send_cancel(call, cancel).instrument(log.span()).await;
        log.cancelled(sent.as_ref().map(Cancellation::standing));
        sent
    }

    /// Cancels a session, and reads it if the answer alone does not prove the cancel. A refusal is
    /// checked in the same way, unless it is the caller's (401, 403, 425, 429): the session may have been
    /// cancelled by an earlier process.
    ///
    /// `Ok` is never returned for a session that was read as open, so `?` is safe. [`Standing::of`] sums
    /// the result up for one match.
    ///
    /// Needs the scope `admin:checkout`, or `write:checkout` and `read:checkout`. The deadline holds for
    /// both requests together.
    ///
    /// # Errors
    ///
    /// - [`NotSent`](crate::Outcome::NotSent): there was no token, no connection or no time.
    /// - [`Refused`](crate::Outcome::Refused): 401, 403, 425 or 429; or any other refusal, and the session
    ///   is open or not there.
    /// - [`Unknown`](crate::Outcome::Unknown): the session was read as open, or could not be read, after
    ///   the cancel may have been carried out or was accepted; or it was refused and the session could not
    ///   be read, since the refusal may answer a repeat of an earlier, successful cancel. Store
    ///   [`Error::unknown`], and [`settle`](Self::settle) it. [`Error::read_error`] says what the read found.
    ///
    /// [`Standing::of`]: crate::Standing::of
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::applied_then_close().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// let confirmation = client.cancel_and_confirm(&session_id).await?;
    /// match confirmation.is_cancelled() {
    ///     true => println!("cancelled, proven"),
    ///     false => println!("accepted; settle later: {:?}", confirmation.unknown()),
    /// }
    /// # assert!(confirmation.is_cancelled());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn cancel_and_confirm(&self, session_id: &SessionId) -> Result<Confirmation, Error> {
        let log = CallLog::of_a_cancel("cancel_and_confirm", session_id);
        let known = self.send_and_confirm(session_id, &log).instrument(log.span()).await;
        log.settled(&known);
        known
    }

    /// Reads the session of a cancel that was accepted, unless its answer already proves the cancel.
    ///
    /// A session that cannot be read takes nothing away from the cancel:
    /// [`Standing::Accepted`](crate::Standing::Accepted), with the error as its
    /// [`cause`](Confirmation::cause).
    ///
    /// # Errors
    ///
    /// - [`Unknown`](crate::Outcome::Unknown): the session was read as open; [`settle`](Self::settle) it.
    /// - [`NeedsAPerson`](crate::Outcome::NeedsAPerson): it was read as open, or as not there, after the
    ///   [horizon](crate::ClientBuilder::horizon).
    ///
    /// ```
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// let cancellation = client.cancel(&session_id).await?;
    /// assert!(client.confirm(cancellation).await?.is_cancelled());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn confirm(&self, cancellation: Cancellation) -> Result<Confirmation, Error> {
        let log = CallLog::of_unsettled("confirm", cancellation.record());
        let known = self.confirm_accepted(self.deadline(), cancellation);
        let known = known.instrument(log.span()).await;
        log.settled(&known);
        known
    }

    /// Finds out the outcome of an unknown cancel, by reading its session. It sends nothing that changes the
    /// session.
    ///
    /// `unknown` comes from an error or a confirmation, of this process or of an earlier one that stored
    /// it, or is [`Unknown::of`] a session and the time at which a process began to cancel it.
    ///
    /// Settling ends: a session that is read as open, or as not there, after the
    /// [horizon](crate::ClientBuilder::horizon) is not cancelled and will not be.
    ///
    /// Needs the scope `admin:checkout` or `read:checkout`.
    ///
    /// # Errors
    ///
    /// - [`NotCancelled`](crate::Outcome::NotCancelled): the session was read as open, or as not there,
    ///   after the horizon.
    /// - [`NeedsAPerson`](crate::Outcome::NeedsAPerson): the same, although the server had accepted the
    ///   cancel.
    /// - [`Unknown`](crate::Outcome::Unknown): the same before the horizon, or the session could not be
    ///   read. Store [`Error::unknown`], and ask again at [`ask_again_at`](Unknown::ask_again_at).
    ///
    /// ```
    /// use dintero_checkout_client::{Standing, Unknown};
    /// # use dintero_checkout_client::{test_kit::Scenario, Client, Credentials, SessionId};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = Scenario::cancels().start()?;
    /// # let client = Client::builder(Credentials::token("t")?).base_url(server.base_url()).build()?;
    /// # let session_id: SessionId = "T12345678.4XnDdt4jN2mF".parse()?;
    /// # let stored = Unknown::of(session_id, chrono::Utc::now()).to_string();
    /// let unknown: Unknown = stored.parse()?;
    /// let result = client.settle(&unknown).await;
    /// match Standing::of(&result) {
    ///     Standing::Cancelled => println!("cancelled, proven"),
    ///     Standing::NotCancelled => println!("not cancelled, and never will be by this cancel"),
    ///     Standing::NeedsAPerson => println!("accepted, but still open: ask Dintero"),
    ///     Standing::Accepted | Standing::Unknown => println!("ask again: {result:?}"),
    /// }
    /// # assert_eq!(Standing::of(&result), Standing::Unknown);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn settle(&self, unknown: &Unknown) -> Result<Confirmation, Error> {
        let log = CallLog::of_unsettled("settle", unknown);
        let known = self.confirm_unknown(self.deadline(), unknown.clone(), None);
        let known = known.instrument(log.span()).await;
        log.settled(&known);
        known
    }

    /// Repeats an unknown cancel. This is the only way to send it again.
    ///
    /// A refusal of the repeat proves nothing, since it may be the refusal of a second cancel. The client
    /// therefore reads the session before it reports anything.
    ///
    /// Repeating ends: the client repeats the cancel only within the [horizon](crate::ClientBuilder::horizon) of
    /// the first request. After that, and if the clock has gone back behind the record, it only reads the session,
    /// as [`settle`](Self::settle) does. If the session is then not cancelled, cancel it anew.
    ///
    /// # Errors
    ///
    /// - As [`settle`](Self::settle). A repeat that was certainly not sent, or was refused, leaves the cancel
    ///   unknown, since the first request may have been carried out.
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
        let (now, perhaps) = (self.time_of_day(), self.shared.sending_time());
        if !unknown.may_be_repeated(now, perhaps, self.shared.horizon) {
            return self.settle(unknown).await;
        }
        let log = CallLog::of_unsettled("cancel_after", unknown);
        let known = self.repeat_and_confirm(unknown, &log).instrument(log.span()).await;
        log.settled(&known);
        known
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

    /// A cancel that was accepted, and whose session was not read.
    #[cfg(feature = "blocking")]
    pub(crate) fn unconfirmed(
        &self,
        cancellation: Cancellation,
        error: Error,
    ) -> Result<Confirmation, Error> {
        let reading = Reading::of(cancellation.session_id(), Err(error), self.time_of_day());
        Confirmation::of_accepted(cancellation, reading, self.shared.horizon)
    }

    pub(super) fn deadline(&self) -> Deadline<'_> {
        Deadline::after(&*self.shared.clock, self.options.deadline)
    }

    async fn send_cancel(
        &self,
        mut call: Call<'_>,
        cancel: Cancel<'_>,
    ) -> Result<Cancellation, Error> {
        let system = &self.shared.system;
        let send = |api: generated::Client| -> BoxFuture<'_, Sent<CheckoutSession>> {
            Box::pin(
                async move { api.cancel_session_with(cancel.session_id().as_str(), system).await },
            )
        };
        let sent = call.run(send).await.map(|Answered { response, sent_at, .. }| {
            let record = cancel.record(call.attempts(), sent_at, Some(response.status()));
            Cancellation::new(response, record)
        });
        let record = match &sent {
            Ok(cancellation) => Some(cancellation.record()),
            Err(error) => error.unknown(),
        };
        cancel.sent(call.attempts(), record);
        sent
    }

    async fn read(
        &self,
        call: &mut Call<'_>,
        session_id: &SessionId,
        includes: &[SessionInclude],
    ) -> Result<Response<CheckoutSession>, Error> {
        let options = &match includes {
            [] => GetSessionOptions::default(),
            includes => GetSessionOptions::default().with_includes(includes.to_vec()),
        };
        let send = |api: generated::Client| -> BoxFuture<'_, Sent<CheckoutSession>> {
            Box::pin(async move { api.get_session_with(session_id.as_str(), options).await })
        };
        let read = call.run(send).await;
        read.map(|answered| answered.response).map_err(Error::of_a_read)
    }

    async fn send_and_confirm(
        &self,
        session_id: &SessionId,
        log: &CallLog,
    ) -> Result<Confirmation, Error> {
        let (deadline, began_at) = (self.deadline(), self.shared.sending_time());
        let cancel = Cancel::of(session_id, log);
        let call = Call::cancel(&self.shared, &self.options.retry, deadline, cancel);
        let error = match self.send_cancel(call.leaving_time_to_read(), cancel).await {
            Ok(cancellation) => return self.confirm_accepted(deadline, cancellation).await,
            Err(error) => error,
        };
        if let Some(unknown) = error.unknown().cloned() {
            return self.confirm_unknown(deadline, unknown, Some(error)).await;
        }
        if !may_be_a_second_cancel(&error) {
            return Err(error);
        }
        let refused = cancel.record(error.attempts(), began_at, error.status());
        cancel.sent(error.attempts(), Some(&refused));
        let reading = self.read_as_of(deadline, session_id).await;
        Confirmation::of_refused(refused, error, reading, self.shared.horizon)
    }

    async fn repeat_and_confirm(
        &self,
        unknown: &Unknown,
        log: &CallLog,
    ) -> Result<Confirmation, Error> {
        let deadline = self.deadline();
        let cancel = Cancel::repeating(unknown, log);
        let call = Call::cancel(&self.shared, &self.options.retry, deadline, cancel);
        match self.send_cancel(call.leaving_time_to_read(), cancel).await {
            Ok(cancellation) => self.confirm_accepted(deadline, cancellation).await,
            Err(error) => {
                let unknown = error.unknown().unwrap_or(unknown).clone();
                self.confirm_unknown(deadline, unknown, Some(error)).await
            }
        }
    }

    async fn confirm_accepted(
        &self,
        deadline: Deadline<'_>,
        cancellation: Cancellation,
    ) -> Result<Confirmation, Error> {
        if cancellation.is_verified() {
            return Ok(Confirmation::of_answer(cancellation, self.time_of_day()));
        }
        let reading = self.read_as_of(deadline, cancellation.session_id()).await;
        Confirmation::of_accepted(cancellation, reading, self.shared.horizon)
    }

    /// Reads the session of a cancel that is unknown, perhaps because of an error of this call.
    async fn confirm_unknown(
        &self,
        deadline: Deadline<'_>,
        unknown: Unknown,
        error: Option<Error>,
    ) -> Result<Confirmation, Error> {
        let reading = self.read_as_of(deadline, unknown.session_id()).await;
        Confirmation::of_unknown(unknown, error, reading, self.shared.horizon)
    }

    async fn read_as_of(&self, deadline: Deadline<'_>, session_id: &SessionId) -> Reading {
        let as_of = deadline.time_of_day();
        let mut call = Call::read(&self.shared, &self.options.retry, deadline);
        let read = self.read(&mut call, session_id, &[]).await;
        Reading::of(session_id, read, as_of)
    }

    fn time_of_day(&self) -> DateTime<Utc> {
        self.shared.clock.time_of_day()
    }
}

/// True for a refusal that a session may cause which is cancelled already, and not only the caller.
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
