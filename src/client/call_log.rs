//! The log of a call: its span, and what became of it. The runtime logs each request inside the span.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tracing::Span;
use tracing::field::Empty;

use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::Error;
use crate::outcome::standing::{Outcome, Standing};
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::Progress;

/// The span of a call, which may be several requests, and what a caller that drops the call leaves behind.
pub(crate) struct CallLog {
    span: Span,
    left: Mutex<Left>,
}

/// The state that a dropped call leaves.
enum Left {
    /// Nothing to report: the call only reads, or it has ended.
    Nothing,
    /// An operation of the generated client, with its last request.
    Operation(Arc<Progress>),
    /// A cancel that has not been sent.
    NotSent,
    /// A cancel with a request that is on its way, or has ended and is about to be repeated. `earlier` is
    /// the cancel that it repeats.
    Sending { progress: Arc<Progress>, record: Unknown, earlier: Option<Unknown> },
    /// A cancel that was sent, and is not settled yet.
    Unsettled(Unknown),
}

impl CallLog {
    /// The log of a call that only reads a session.
    pub(crate) fn of_a_read(operation: &'static str, session_id: &SessionId) -> Self {
        Self::new(operation, Some(session_id), Left::Nothing)
    }

    /// The log of a call that cancels a session.
    pub(crate) fn of_a_cancel(operation: &'static str, session_id: &SessionId) -> Self {
        Self::new(operation, Some(session_id), Left::NotSent)
    }

    /// The log of a call that settles or repeats a cancel.
    pub(crate) fn of_unsettled(operation: &'static str, unknown: &Unknown) -> Self {
        Self::new(operation, Some(unknown.session_id()), Left::Unsettled(unknown.clone()))
    }

    /// The log of an operation of the generated client.
    pub(crate) fn of_an_operation(operation: &'static str) -> Self {
        Self::new(operation, None, Left::Nothing)
    }

    fn new(operation: &'static str, session_id: Option<&SessionId>, left: Left) -> Self {
        let span = tracing::info_span!(
            "dintero_checkout",
            operation,
            session_id = session_id.map(SessionId::as_str),
            outcome = Empty,
            attempts = Empty,
            error.r#type = Empty,
        );
        Self { span, left: Mutex::new(left) }
    }

    /// The span that the requests of the call belong into.
    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    /// Notes that a request is about to be sent. The record applies if its outcome is never known.
    pub(crate) fn sends(
        &self,
        progress: &Arc<Progress>,
        record: Unknown,
        earlier: Option<&Unknown>,
    ) {
        let (progress, earlier) = (Arc::clone(progress), earlier.cloned());
        self.leave(Left::Sending { progress, record, earlier });
    }

    /// Notes that a request of an operation is about to be sent.
    pub(crate) fn operates(&self, progress: &Arc<Progress>) {
        self.leave(Left::Operation(Arc::clone(progress)));
    }

    /// Notes how a cancel stands after its requests; `None` if it certainly did not take effect.
    pub(crate) fn sent(&self, attempts: u32, record: Option<&Unknown>) {
        self.span.record("attempts", attempts);
        self.leave(record.map_or(Left::NotSent, |record| Left::Unsettled(record.clone())));
    }

    /// Notes the end of a call that cancels, or settles a cancel.
    pub(crate) fn settled(&self, result: &Result<Confirmation, Error>) {
        self.cancelled(result.as_ref().map(Confirmation::standing));
    }

    /// Notes the end of a call that cancels: how the cancel stands, or why it failed.
    pub(crate) fn cancelled(&self, result: Result<Standing, &Error>) {
        match result {
            Ok(standing) => {
                let outcome = standing.word();
                self.span.record("outcome", outcome);
                tracing::info!(parent: &self.span, outcome, "{standing}");
            }
            Err(error) => self.failed(error),
        }
        self.leave(Left::Nothing);
    }

    /// Notes the end of a call that only reads.
    pub(crate) fn read(&self, attempts: u32, result: Result<(), &Error>) {
        self.span.record("attempts", attempts);
        match result {
            Ok(()) => tracing::debug!(parent: &self.span, "read"),
            Err(error) => self.failed(error),
        }
    }

    /// Notes the end of an operation of the generated client.
    pub(crate) fn answered(&self, attempts: u32, result: Result<(), &Error>) {
        self.span.record("attempts", attempts);
        match result {
            Ok(()) => tracing::info!(parent: &self.span, "answered"),
            Err(error) => self.failed(error),
        }
        self.leave(Left::Nothing);
    }

    fn failed(&self, error: &Error) {
        let outcome = error.outcome().word();
        self.span.record("outcome", outcome);
        self.span.record("error.type", error.type_name());
        tracing::warn!(parent: &self.span, outcome, "{error}");
    }

    fn leave(&self, left: Left) {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = left;
    }

    /// Notes that the caller dropped the call after a request had gone out, with the record to settle it.
    fn abandoned(&self, record: &Unknown, words: &str) {
        let standing = if record.was_accepted { Standing::Accepted } else { Standing::Unknown };
        let outcome = standing.word();
        self.span.record("outcome", outcome);
        tracing::warn!(
            parent: &self.span,
            outcome,
            unknown = %record,
            "the call was dropped before its {words}"
        );
    }
}

impl Drop for CallLog {
    fn drop(&mut self) {
        let left = self.left.get_mut().unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(left, Left::Nothing) {
            Left::Nothing => {}
            Left::Operation(progress) if progress.is_safe() => {}
            Left::Operation(progress) if progress.is_underway() => {
                let outcome = Outcome::Unknown.word();
                self.span.record("outcome", outcome);
                tracing::warn!(parent: &self.span, outcome, "the call was dropped before its answer came");
            }
            Left::NotSent => drop(self.span.record("outcome", Outcome::NotSent.word())),
            Left::Unsettled(record) => self.abandoned(&record, "session was read"),
            Left::Sending { progress, record, .. } if progress.is_underway() => {
                let last_status = progress.status();
                let was_accepted = last_status.is_some_and(|status| status.is_success());
                let words = if last_status.is_some() { "answer was read" } else { "answer came" };
                self.abandoned(&Unknown { last_status, was_accepted, ..record }, words);
            }
            Left::Sending { earlier: Some(earlier), .. } => {
                self.abandoned(&earlier, "session was read");
            }
            // Only a request that certainly did not take effect is repeated.
            Left::Sending { progress, .. } | Left::Operation(progress) => {
                let was_sent = progress.status().is_some();
                let outcome = if was_sent { Outcome::Refused } else { Outcome::NotSent };
                self.span.record("outcome", outcome.word());
            }
        }
    }
}

/// Notes that a request is sent again.
pub(crate) fn retried(error: &Error, wait: Duration) {
    let wait = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
    tracing::debug!(error.r#type = error.type_name(), wait_ms = wait, "sending again");
}
