//! A cancel that the server accepted.

use crate::response::Response;
use crate::session_id::SessionId;
use crate::types::CheckoutSession;

/// A cancel that the server accepted: it answered with a 2xx.
///
/// That alone is success. What the answer says comes on top of it, and may be partly or wholly
/// unreadable without taking anything away.
#[derive(Debug, Clone)]
pub struct Cancellation {
    session_id: SessionId,
    response: Response<CheckoutSession>,
}

impl Cancellation {
    pub(crate) fn new(session_id: SessionId, response: Response<CheckoutSession>) -> Self {
        Self { session_id, response }
    }

    /// The session that was to be cancelled.
    pub fn session_id(&self) -> &SessionId {
        &self.session_id
    }

    /// Whether the answer itself proves the cancel: it names this session and says when it was
    /// cancelled. Without that a 2xx could also come from something in between, such as a captive
    /// portal: read the session to be sure.
    pub fn is_verified(&self) -> bool {
        self.session().is_some_and(|session| {
            session.id.as_deref() == Some(self.session_id.as_str())
                && session.cancelled_at.is_some()
        })
    }

    /// The cancelled session, as far as the answer could be read.
    pub fn session(&self) -> Option<&CheckoutSession> {
        self.response.value()
    }

    /// The answer: status, headers, bytes, and where it differs from the contract.
    pub fn response(&self) -> &Response<CheckoutSession> {
        &self.response
    }
}
