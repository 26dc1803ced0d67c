//! The calls that cancel a session, and settle what is unknown about a cancel.

use tracing::Instrument as _;

use crate::client::call::Call;
use crate::client::call_log::CallLog;
use crate::client::cancel::Cancel;
use crate::client::operations::Client;
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::Error;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;

impl Client {
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
}
