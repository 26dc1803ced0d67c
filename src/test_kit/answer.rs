//! What the loopback server answers.

use std::time::Duration;

use http::StatusCode;
use openapi_client_runtime::test_kit::Reply;
use serde_json::{Value, json};

/// The answer to a cancel that Dintero's documentation prints, as JSON. All its ids are placeholders.
pub const DOCUMENTED_SESSION: &str = include_str!("cancel-session.json");

/// An answer, and how much of it is sent.
#[derive(Debug, Clone)]
pub struct Answer(pub(super) Reply);

impl Answer {
    /// An answer with a status and a body, as they are.
    pub fn new(status: StatusCode, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self(Reply::new(status, body).header("content-type", content_type))
    }

    /// An answer in JSON.
    pub fn json(status: StatusCode, body: &Value) -> Self {
        Self::new(status, "application/json", body.to_string())
    }

    /// The documented answer to a cancel, for this session.
    pub fn cancelled(session_id: &str) -> Self {
        Self::json(StatusCode::OK, &documented(session_id))
    }

    /// The documented answer, as it was before the cancel.
    pub fn open(session_id: &str) -> Self {
        let mut session = documented(session_id);
        if let Value::Object(members) = &mut session {
            members.retain(|name, _| !name.starts_with("cancelled"));
        }
        Self::json(StatusCode::OK, &session)
    }

    /// An access token.
    pub fn token(access_token: &str, expires_in_seconds: u32) -> Self {
        Self::json(
            StatusCode::OK,
            &json!({
                "access_token": access_token,
                "token_type": "Bearer",
                "expires_in": expires_in_seconds,
            }),
        )
    }

    /// An error as the API sends it.
    pub fn error(status: StatusCode, code: &str, message: &str) -> Self {
        Self::json(status, &json!({ "error": { "code": code, "message": message } }))
    }

    /// No answer: the connection is closed once the request was read.
    pub fn close() -> Self {
        Self(Reply::close())
    }

    /// No answer: the connection is reset once the request was read.
    pub fn reset() -> Self {
        Self(Reply::reset())
    }

    /// No answer: nothing is sent for so long.
    pub fn silence(duration: Duration) -> Self {
        Self(Reply::silence(duration))
    }

    /// This answer with a header added.
    pub fn header(self, name: &str, value: &str) -> Self {
        Self(self.0.header(name, value))
    }

    /// This answer, broken off after so many bytes of the body.
    pub fn broken_off_after(self, bytes: usize) -> Self {
        Self(self.0.broken_off_after(bytes))
    }
}

fn documented(session_id: &str) -> Value {
    let mut session: Value = serde_json::from_str(DOCUMENTED_SESSION).unwrap_or_default();
    if let Value::Object(members) = &mut session {
        members.insert("id".to_owned(), session_id.into());
    }
    session
}
