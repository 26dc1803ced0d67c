//! What reading the session says of a cancel.

use std::fmt;
use std::time::SystemTime;

use http::StatusCode;

use crate::generated::types::CheckoutSession;
use crate::outcome::cancellation::Cancellation;
use crate::outcome::error::{Error, Kind, Phase, Unknown};
use crate::outcome::evidence::Evidence;
use openapi_client_runtime::Response;

/// What is known of a cancel once the session was read, or did not have to be.
///
/// From [`Client::cancel_and_confirm`](crate::Client::cancel_and_confirm),
/// [`cancel_after`](crate::Client::cancel_after) and [`confirm`](crate::Client::confirm), where there
/// are examples.
#[derive(Clone)]
pub struct Confirmation {
    standing: Standing,
    as_of: SystemTime,
    cancellation: Option<Cancellation>,
    session: Option<Response<CheckoutSession>>,
    cause: Option<Error>,
}

/// How a cancel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Standing {
    /// The session is cancelled, which is proven: it says so itself.
    Cancelled,
    /// The server accepted the cancel; the session could not be read, so nothing proves it.
    Accepted,
    /// The session was still open when it was read. That is no proof that it stays so: the request may
    /// yet arrive. [`Client::cancel_after`](crate::Client::cancel_after) repeats it, with the
    /// [`unknown`](Error::unknown) of the [`cause`](Confirmation::cause); where the cancel was accepted by
    /// an answer that did not prove it, there is no cause, and [`Unknown::of`] takes its place.
    StillOpen,
}

impl Confirmation {
    /// A cancel whose answer proves it.
    pub(crate) fn of_answer(cancellation: Cancellation, as_of: SystemTime) -> Self {
        let standing = Standing::Cancelled;
        Self { standing, as_of, cancellation: Some(cancellation), session: None, cause: None }
    }

    /// A cancel that was accepted, and what came of reading the session.
    pub(crate) fn of_accepted(
        cancellation: Cancellation,
        read: Result<Response<CheckoutSession>, Error>,
        as_of: SystemTime,
    ) -> Self {
        let (standing, session, cause) = match read {
            Ok(session) => match Evidence::of(cancellation.session_id(), &session) {
                Evidence::Cancelled => (Standing::Cancelled, Some(session), None),
                Evidence::Open => (Standing::StillOpen, Some(session), None),
                proves_nothing => {
                    (Standing::Accepted, None, Some(no_proof(proves_nothing, &session)))
                }
            },
            Err(error) => (Standing::Accepted, None, Some(error)),
        };
        Self { standing, as_of, cancellation: Some(cancellation), session, cause }
    }

    /// A cancel of which nobody knew, and what came of reading the session.
    pub(crate) fn of_unknown(
        unknown: Unknown,
        error: Error,
        read: Result<Response<CheckoutSession>, Error>,
        as_of: SystemTime,
    ) -> Result<Self, Error> {
        let session = match read {
            Ok(session) => session,
            Err(read) => return Err(error.still_unknown(unknown, read)),
        };
        let standing = match Evidence::of(&unknown.session_id, &session) {
            Evidence::Cancelled => Standing::Cancelled,
            Evidence::Open => Standing::StillOpen,
            proves_nothing => {
                return Err(error.still_unknown(unknown, no_proof(proves_nothing, &session)));
            }
        };
        let (session, cause) = (Some(session), Some(error));
        Ok(Self { standing, as_of, cancellation: None, session, cause })
    }

    /// A cancel that was refused, and what came of reading the session. The refusal stands where that is
    /// open, or is not there; where it could not be read, an earlier cancel may be what was refused to be
    /// repeated.
    pub(crate) fn of_refused(
        refused: Unknown,
        refusal: Error,
        read: Result<Response<CheckoutSession>, Error>,
        as_of: SystemTime,
    ) -> Result<Self, Error> {
        let session = match read {
            Ok(session) => session,
            Err(read) if read.status() == Some(StatusCode::NOT_FOUND) => return Err(refusal),
            Err(read) => return Err(refusal.still_unknown(refused, read)),
        };
        match Evidence::of(&refused.session_id, &session) {
            Evidence::Cancelled => {
                let (standing, cause) = (Standing::Cancelled, Some(refusal));
                Ok(Self { standing, as_of, cancellation: None, session: Some(session), cause })
            }
            Evidence::Open => Err(refusal),
            proves_nothing => {
                Err(refusal.still_unknown(refused, no_proof(proves_nothing, &session)))
            }
        }
    }

    /// How the cancel stands.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether the cancel is proven.
    pub fn is_cancelled(&self) -> bool {
        self.standing == Standing::Cancelled
    }

    /// When this was so at the latest, by this machine's clock: before the session was read, if it was.
    pub fn as_of(&self) -> SystemTime {
        self.as_of
    }

    /// The answer that accepted the cancel, if there was one.
    pub fn cancellation(&self) -> Option<&Cancellation> {
        self.cancellation.as_ref()
    }

    /// The session as it was read, or as the answer to the cancel has it.
    pub fn session(&self) -> Option<&CheckoutSession> {
        let read = self.session.as_ref().and_then(Response::value);
        read.or_else(|| self.cancellation()?.session())
    }

    /// The error that made reading the session necessary, or that reading it ended in; none where an
    /// accepted cancel was read without one. Of a cancel that is still unknown it has the
    /// [`unknown`](Error::unknown) that [`Client::cancel_after`](crate::Client::cancel_after) takes.
    pub fn cause(&self) -> Option<&Error> {
        self.cause.as_ref()
    }
}

/// Why an answer that was read proves nothing.
fn no_proof(evidence: Evidence, response: &Response<CheckoutSession>) -> Error {
    let kind = match evidence {
        Evidence::Unclear => Kind::Unclear(response.status()),
        _ => Kind::NotTheSession(response.status()),
    };
    Error::new(Phase::Read, kind, 1, None)
}

impl fmt::Debug for Confirmation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Confirmation")
            .field("standing", &self.standing)
            .field("as_of", &self.as_of)
            .field("session", &self.session())
            .field("cause", &self.cause)
            .finish()
    }
}
