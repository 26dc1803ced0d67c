//! The account of a cancel: every request that may have taken effect is in its record.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use http::StatusCode;

use crate::client::call_log::CallLog;
use crate::outcome::standing::Outcome;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::Progress;

/// A cancel that is being sent.
#[derive(Clone, Copy)]
pub(crate) struct Cancel<'a> {
    session_id: &'a SessionId,
    /// The earlier cancel with an unknown outcome that this one repeats. It may have taken effect whatever
    /// happens now.
    after: Option<&'a Unknown>,
    log: &'a CallLog,
}

impl<'a> Cancel<'a> {
    pub(crate) fn of(session_id: &'a SessionId, log: &'a CallLog) -> Self {
        Self { session_id, after: None, log }
    }

    pub(crate) fn repeating(unknown: &'a Unknown, log: &'a CallLog) -> Self {
        Self { session_id: &unknown.session_id, after: Some(unknown), log }
    }

    pub(crate) fn session_id(&self) -> &'a SessionId {
        self.session_id
    }

    /// The record after a request that may have taken effect.
    pub(crate) fn record(
        &self,
        attempts: u32,
        sent_at: DateTime<Utc>,
        status: Option<StatusCode>,
    ) -> Unknown {
        let first = || Unknown { attempts: 0, ..Unknown::of(self.session_id.clone(), sent_at) };
        let before = self.after.cloned().unwrap_or_else(first);
        // The clock may have gone back meanwhile.
        let last_sent_at = sent_at.max(before.last_sent_at);
        let was_accepted = status.is_some_and(|status| status.is_success()) || before.was_accepted;
        let record = Unknown { last_sent_at, ask_again_at: last_sent_at, was_accepted, ..before };
        counted(record, attempts, status)
    }

    /// The record after a request that ended with this outcome; `None` if nothing may have taken effect.
    pub(crate) fn record_of(
        &self,
        outcome: Outcome,
        attempts: u32,
        sent_at: Option<DateTime<Utc>>,
        status: Option<StatusCode>,
    ) -> Option<Unknown> {
        match sent_at.filter(|_| outcome == Outcome::Unknown) {
            Some(sent_at) => Some(self.record(attempts, sent_at, status)),
            None => self.after.map(|before| counted(before.clone(), attempts, status)),
        }
    }

    /// Notes in the log that a request is about to be sent.
    pub(crate) fn sends(&self, progress: &Arc<Progress>, attempts: u32, sent_at: DateTime<Utc>) {
        self.log.sends(progress, self.record(attempts, sent_at, None), self.after);
    }

    /// Notes in the log how the cancel stands after its requests.
    pub(crate) fn sent(&self, attempts: u32, record: Option<&Unknown>) {
        self.log.sent(attempts, record);
    }
}

fn counted(before: Unknown, attempts: u32, status: Option<StatusCode>) -> Unknown {
    Unknown {
        attempts: before.attempts.saturating_add(attempts),
        last_status: status.or(before.last_status),
        ..before
    }
}
