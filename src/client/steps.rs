//! The steps of a call that cancels: it sends the cancel, reads the session, and takes both together.

use http::StatusCode;

use crate::client::call::{Answered, Call, Sent};
use crate::client::call_log::CallLog;
use crate::client::cancel::Cancel;
use crate::client::operations::Client;
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
use openapi_client_runtime::{BoxFuture, Response};

impl Client {
    pub(super) async fn send_cancel(
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

    pub(super) async fn read(
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

    pub(super) async fn send_and_confirm(
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

    pub(super) async fn repeat_and_confirm(
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

    pub(super) async fn confirm_accepted(
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
    pub(super) async fn confirm_unknown(
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
