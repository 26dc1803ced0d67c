//! A call: as many requests as are needed, and allowed, until one of them says what became of it.

mod authorizing;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use http::header::HeaderValue;

use crate::client::call_log::{self, CallLog};
use crate::client::cancel::Cancel;
use crate::client::retry::{self, RetryPolicy, retry_after};
use crate::client::shared::Shared;
use crate::clock::Deadline;
use crate::generated;
use crate::generated::types::ErrorBody;
use crate::outcome::error::{Error, Phase};
use crate::outcome::kind::Kind;
use openapi_client_runtime::{Attempt, BoxFuture, Failure, Progress, Response};

/// What a generated method returns.
pub(crate) type Sent<T> = Ended<Response<T>>;

/// How a request has ended, with a 2xx or not.
pub(crate) type Ended<A> = Result<A, Failure<ErrorBody>>;

/// One call, from its first token to its last request.
pub(crate) struct Call<'a> {
    shared: &'a Shared,
    retry: &'a RetryPolicy,
    phase: Phase,
    deadline: Deadline<'a>,
    /// The account to keep if this call cancels a session.
    cancels: Option<Cancel<'a>>,
    /// Where the requests of an operation of the generated client are noted.
    log: Option<&'a CallLog>,
    leaves_time_to_read: bool,
    /// True if this call gets a token. That is a `POST`, but a repeat does no harm: a second token takes
    /// nothing from the first.
    gets_a_token: bool,
    attempts: u32,
    retries: u32,
}

/// A request that was answered with a 2xx, and when it was sent, by both clocks.
pub(crate) struct Answered<A> {
    pub(crate) response: A,
    pub(crate) sent_at: DateTime<Utc>,
    asked_at: Instant,
}

/// An attempt that failed.
struct Failed {
    error: Error,
    may_be_repeated: bool,
}

impl<'a> Call<'a> {
    pub(crate) fn cancel(
        shared: &'a Shared,
        retry: &'a RetryPolicy,
        deadline: Deadline<'a>,
        cancel: Cancel<'a>,
    ) -> Self {
        Self { cancels: Some(cancel), ..Self::new(shared, retry, Phase::Cancel, deadline) }
    }

    /// This call with no attempt taking more than half of the time that is left.
    pub(crate) fn leaving_time_to_read(self) -> Self {
        Self { leaves_time_to_read: true, ..self }
    }

    pub(crate) fn read(shared: &'a Shared, retry: &'a RetryPolicy, deadline: Deadline<'a>) -> Self {
        Self::new(shared, retry, Phase::Read, deadline)
    }

    pub(crate) fn operation(
        shared: &'a Shared,
        retry: &'a RetryPolicy,
        deadline: Deadline<'a>,
        log: &'a CallLog,
    ) -> Self {
        Self { log: Some(log), ..Self::new(shared, retry, Phase::Operation, deadline) }
    }

    fn new(
        shared: &'a Shared,
        retry: &'a RetryPolicy,
        phase: Phase,
        deadline: Deadline<'a>,
    ) -> Self {
        Self {
            shared,
            retry,
            phase,
            deadline,
            cancels: None,
            log: None,
            leaves_time_to_read: false,
            gets_a_token: false,
            attempts: 0,
            retries: 0,
        }
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Sends an operation with one authorization, and again if that is safe and may help.
    async fn run_with<'s, A>(
        &mut self,
        authorization: HeaderValue,
        send: impl Fn(generated::Client) -> BoxFuture<'s, Ended<A>> + Send + Sync,
    ) -> Result<Answered<A>, Error> {
        loop {
            let failed = match self.attempt(authorization.clone(), &send).await {
                Ok(answered) => return Ok(answered),
                Err(failed) => failed,
            };
            if !self.waits_to_retry(&failed).await {
                return Err(failed.error);
            }
        }
    }

    /// Sends an operation once, if there is still time to.
    async fn attempt<'s, A>(
        &mut self,
        authorization: HeaderValue,
        send: &(impl Fn(generated::Client) -> BoxFuture<'s, Ended<A>> + Send + Sync),
    ) -> Result<Answered<A>, Failed> {
        let shared = self.shared;
        // With less than this left, a time-out of connecting could not be distinguished from one of the request.
        let left = self.deadline.remaining();
        if left <= shared.connect_timeout {
            let error = self.error(Kind::Deadline, None);
            return Err(Failed { error, may_be_repeated: false });
        }
        let progress = Arc::new(Progress::default());
        let attempt = Attempt {
            authorization,
            timeout: self.attempt_timeout(left),
            resend_count: self.attempts,
            progress: Arc::clone(&progress),
        };
        self.attempts += 1;
        let (sent_at, asked_at) = (shared.sending_time(), shared.clock.now());
        if let Some(cancel) = self.cancels {
            cancel.sends(&progress, self.attempts, sent_at);
        }
        if let Some(log) = self.log {
            log.operates(&progress);
        }
        match send(shared.operations(attempt)).await {
            Ok(response) => {
                shared.budget.refund();
                Ok(Answered { response, sent_at, asked_at })
            }
            Err(failure) => {
                let kind = Kind::of(failure);
                let does_no_harm = progress.is_safe() || self.gets_a_token;
                let may_be_repeated =
                    retry::did_nothing(&kind) || does_no_harm && retry::may_pass(&kind);
                Err(Failed { error: self.error(kind, Some(sent_at)), may_be_repeated })
            }
        }
    }

    /// How long an attempt may take: longer than connecting may, so that the two time-outs differ.
    fn attempt_timeout(&self, left: Duration) -> Duration {
        let half = (left - self.shared.connect_timeout) / 2;
        let may_take = match self.leaves_time_to_read && half > self.shared.connect_timeout {
            true => half,
            false => left,
        };
        may_take.min(self.shared.attempt_timeout)
    }

    fn error(&self, kind: Kind, sent_at: Option<DateTime<Utc>>) -> Error {
        let record = |cancel: Cancel<'_>| {
            cancel.record_of(kind.outcome(), self.attempts, sent_at, kind.status())
        };
        let unknown = self.cancels.and_then(record);
        Error::new(self.phase, kind, self.attempts, unknown)
    }

    /// Waits before the next attempt; `false` if there must be none.
    async fn waits_to_retry(&mut self, failed: &Failed) -> bool {
        if !failed.may_be_repeated {
            return false;
        }
        let shared = self.shared;
        let asked = failed
            .error
            .response()
            .and_then(|response| retry_after(response.headers(), shared.clock.time_of_day()));
        let Some(wait) = self.retry.wait(self.retries, asked, &*shared.clock) else { return false };
        let has_time = wait.saturating_add(shared.connect_timeout) < self.deadline.remaining();
        if !has_time || !shared.budget.take() {
            return false;
        }
        call_log::retried(&failed.error, wait);
        self.retries += 1;
        shared.clock.sleep(wait).await;
        true
    }
}
