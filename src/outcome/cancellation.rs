//! A cancel that the server accepted.

use crate::generated::types::CheckoutSession;
use crate::outcome::evidence::Evidence;
use crate::outcome::standing::Standing;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::Response;

/// A cancel that the server accepted: it answered with a 2xx.
///
/// That alone is success. What the answer says beyond that may be partly or wholly unreadable without
/// taking anything away from it.
///
/// ```
/// use dintero_checkout_client::{SessionId, test_kit};
///
/// let id: SessionId = "T1.2".parse()?;
/// let portal = test_kit::response(http::StatusCode::OK, "<h1>Log in to the Wi-Fi</h1>");
/// assert!(!test_kit::cancellation(&id, portal).is_verified());
///
/// let body = r#"{"id": "T1.2", "cancelled_at": "2023-11-07T05:31:56Z"}"#;
/// let answer = test_kit::response(http::StatusCode::OK, body);
/// assert!(test_kit::cancellation(&id, answer).is_verified());
/// # Ok::<(), dintero_checkout_client::InvalidArgument>(())
/// ```
#[derive(Debug, Clone)]
pub struct Cancellation {
    response: Response<CheckoutSession>,
    record: Unknown,
    is_verified: bool,
}

impl Cancellation {
    pub(crate) fn new(response: Response<CheckoutSession>, record: Unknown) -> Self {
        let is_verified = Evidence::of(&record.session_id, &response) == Evidence::Cancelled;
        Self { response, record, is_verified }
    }

    /// The session that was to be cancelled.
    pub fn session_id(&self) -> &SessionId {
        self.record.session_id()
    }

    /// True if the answer itself proves the cancel: it names this session, and `cancelled_at` is an
    /// instant between 2010 and 2100. Otherwise the 2xx could also come from something in between, such
    /// as a captive portal: [`confirm`](crate::Client::confirm) reads the session to be sure. A
    /// `cancelled_at` that is not such an instant (0, blank, `0001-01-01`), and other members that
    /// contradict it, prove nothing.
    pub fn is_verified(&self) -> bool {
        self.is_verified
    }

    /// How the cancel stands: [`Standing::Cancelled`] if the answer proves it, or [`Standing::Accepted`].
    pub fn standing(&self) -> Standing {
        if self.is_verified { Standing::Cancelled } else { Standing::Accepted }
    }

    /// The record to store, and to [`settle`](crate::Client::settle) later, unless the answer itself
    /// proves the cancel.
    pub fn unknown(&self) -> Option<&Unknown> {
        Some(&self.record).filter(|_| !self.is_verified)
    }

    pub(crate) fn record(&self) -> &Unknown {
        &self.record
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
