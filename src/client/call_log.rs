//! The log of a call: its span, and what became of it. The runtime logs each request.

use std::time::SystemTime;

use tracing::Span;
use tracing::field::Empty;

use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Outcome, Phase, Unknown};
use crate::session_id::SessionId;

/// The span of a call, which may be several requests.
pub(crate) fn call(phase: Phase, session_id: &SessionId) -> Span {
    let name = match phase {
        Phase::Token => "token",
        Phase::Cancel => "cancel_session",
        Phase::Read => "get_session",
    };
    tracing::info_span!(
        "dintero_checkout",
        operation = name,
        session_id = session_id.as_str(),
        outcome = Empty,
        attempts = Empty,
        error.r#type = Empty,
    )
}

/// Notes what became of a call.
pub(crate) fn ended(span: &Span, result: Result<(), &Error>, attempts: u32) {
    span.record("attempts", attempts);
    match result {
        Ok(()) => {
            span.record("outcome", "accepted");
            tracing::debug!(parent: span, "accepted");
        }
        Err(error) => {
            span.record("outcome", outcome(error.outcome()));
            span.record("error.type", error.type_name());
            tracing::warn!(parent: span, "{error}");
        }
    }
}

/// Notes what reading the session, or not having to, has told of a cancel.
pub(crate) fn known(session_id: &SessionId, known: &Result<Confirmation, Error>) {
    let session_id = session_id.as_str();
    match known {
        Ok(known) => tracing::info!(session_id, standing = ?known.standing(), "confirmed"),
        Err(error) => tracing::warn!(session_id, "not confirmed: {error}"),
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotSent => "not_sent",
        Outcome::Refused => "refused",
        Outcome::Unknown => "unknown",
    }
}

/// Notes that a call was given up after a request had gone out: the caller will never hear of it.
pub(crate) fn abandoned(unknown: &Unknown) {
    let since = unknown.first_sent_at().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let status = unknown.last_status().map(|status| status.as_u16());
    let (outcome, words) = match unknown.last_status() {
        Some(status) if status.is_success() => {
            ("accepted", "the call was dropped before its answer was read")
        }
        _ => ("unknown", "the call was dropped before its answer came"),
    };
    tracing::warn!(
        session_id = unknown.session_id().as_str(),
        attempts = unknown.attempts(),
        first_sent_at_unix = since.as_secs(),
        http.response.status_code = status,
        outcome,
        "{words}"
    );
}

/// Notes that a request is sent again.
pub(crate) fn retried(error: &Error, wait: std::time::Duration) {
    let wait = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
    tracing::debug!(error.r#type = error.type_name(), wait_ms = wait, "sending again");
}
