//! The result of reading the session of a cancel.

use chrono::{DateTime, Utc};
use http::StatusCode;

use crate::generated::types::CheckoutSession;
use crate::outcome::error::{Error, Phase};
use crate::outcome::evidence::Evidence;
use crate::outcome::kind::Kind;
use crate::session_id::SessionId;
use openapi_client_runtime::Response;

/// A session as it was read.
pub(crate) struct Reading {
    pub(crate) found: Found,
    /// The time before the read: what changes during it may not be in the answer.
    pub(crate) as_of: DateTime<Utc>,
}

/// The result of a read. An error describes a session that is not cancelled, or that was not read.
pub(crate) enum Found {
    Cancelled(Box<Response<CheckoutSession>>),
    Open(Error),
    NotThere(Error),
    /// The session could not be read, or what was read proves nothing.
    Nothing(Error),
}

impl Reading {
    pub(crate) fn of(
        session_id: &SessionId,
        read: Result<Response<CheckoutSession>, Error>,
        as_of: DateTime<Utc>,
    ) -> Self {
        let found = match read {
            Ok(response) => Found::of(session_id, response),
            Err(error) if is_not_there(&error) => Found::NotThere(error),
            Err(error) => Found::Nothing(error),
        };
        Self { found, as_of }
    }
}

impl Found {
    fn of(session_id: &SessionId, response: Response<CheckoutSession>) -> Self {
        let error = |kind| Error::new(Phase::Read, kind, 1, None).of_a_read();
        let status = response.status();
        match Evidence::of(session_id, &response) {
            Evidence::Cancelled => Self::Cancelled(Box::new(response)),
            Evidence::Open => Self::Open(error(Kind::Open(status))),
            Evidence::Unclear => Self::Nothing(error(Kind::Unclear(status))),
            Evidence::NotTheSession => Self::Nothing(error(Kind::NotTheSession(status))),
        }
    }
}

/// True if the answer says that the session does not exist, false for the lack of a token.
fn is_not_there(error: &Error) -> bool {
    let is_answer = error.phase() == Phase::Read;
    is_answer && matches!(error.status(), Some(StatusCode::NOT_FOUND | StatusCode::GONE))
}
