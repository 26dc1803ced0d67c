//! What an answer says of a session, and whether it is that session's at all.

use serde::Deserialize;
use serde_json::Value;

use crate::generated::types::CheckoutSession;
use crate::session_id::SessionId;
use openapi_client_runtime::Response;

/// What an answer says of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// It names this session, and has the time of its cancel.
    Cancelled,
    /// It names this session, and has no time of a cancel.
    Open,
    /// It is not this session's, or not readable.
    Nothing,
}

impl Evidence {
    pub(crate) fn of(session_id: &SessionId, response: &Response<CheckoutSession>) -> Self {
        match response.value() {
            Some(session) if session.id.as_deref() != Some(session_id.as_str()) => Self::Nothing,
            Some(session) if session.cancelled_at.is_some() => Self::Cancelled,
            Some(_) => Self::in_bytes(response.body()),
            None => Self::Nothing,
        }
    }

    /// A time that is set says "cancelled" even where its form has drifted, so that it was not read.
    fn in_bytes(body: &[u8]) -> Self {
        #[derive(Deserialize)]
        struct Times {
            cancelled_at: Option<Value>,
        }
        match serde_json::from_slice(body) {
            Ok(Times { cancelled_at: None }) => Self::Open,
            Ok(Times { cancelled_at: Some(Value::String(text)) }) if !text.is_empty() => {
                Self::Cancelled
            }
            Ok(Times { cancelled_at: Some(Value::Number(_)) }) => Self::Cancelled,
            _ => Self::Nothing,
        }
    }
}
