//! A cancel that is proven, or was accepted.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::generated::types::CheckoutSession;
use crate::outcome::cancellation::Cancellation;
use crate::outcome::error::Error;
use crate::outcome::reading::{Found, Reading};
use crate::outcome::standing::{Outcome, Standing};
use crate::outcome::unknown::Unknown;
use openapi_client_runtime::Response;

/// A cancel that is proven, or that the server accepted and whose session could not be read. A session that was
/// read as open is never a confirmation, but an [`Error`].
///
/// From [`Client::cancel_and_confirm`](crate::Client::cancel_and_confirm),
/// [`confirm`](crate::Client::confirm), [`cancel_after`](crate::Client::cancel_after) and
/// [`settle`](crate::Client::settle), which have examples.
#[derive(Clone)]
#[must_use = "it says whether the cancel is proven or only accepted"]
pub struct Confirmation {
    standing: Standing,
    as_of: DateTime<Utc>,
    cancellation: Option<Cancellation>,
    session: Option<Box<Response<CheckoutSession>>>,
    cause: Option<Error>,
    unknown: Option<Unknown>,
}

impl Confirmation {
    fn cancelled(session: Option<Box<Response<CheckoutSession>>>, as_of: DateTime<Utc>) -> Self {
        let standing = Standing::Cancelled;
        Self { standing, as_of, cancellation: None, session, cause: None, unknown: None }
    }

    /// A cancel whose answer proves it.
    pub(crate) fn of_answer(cancellation: Cancellation, as_of: DateTime<Utc>) -> Self {
        Self { cancellation: Some(cancellation), ..Self::cancelled(None, as_of) }
    }

    /// A cancel that was accepted, after its session was read.
    pub(crate) fn of_accepted(
        cancellation: Cancellation,
        Reading { found, as_of }: Reading,
        horizon: Duration,
    ) -> Result<Self, Error> {
        let record = cancellation.record().clone();
        let outcome = record.outcome_if_open(as_of, horizon);
        match found {
            Found::Cancelled(session) => {
                let cancellation = Some(cancellation);
                Ok(Self { cancellation, ..Self::cancelled(Some(session), as_of) })
            }
            Found::Open(error) => Err(error.settled(outcome, record.read_as_open(horizon))),
            Found::NotThere(error) if outcome != Outcome::Unknown => {
                Err(error.settled(outcome, record))
            }
            Found::NotThere(cause) | Found::Nothing(cause) => Ok(Self {
                standing: Standing::Accepted,
                as_of,
                cancellation: Some(cancellation),
                session: None,
                cause: Some(cause),
                unknown: Some(record.not_read(as_of, horizon)),
            }),
        }
    }

    /// A cancel that is unknown, after its session was read. `error` is what left it unknown in this call.
    pub(crate) fn of_unknown(
        unknown: Unknown,
        error: Option<Error>,
        Reading { found, as_of }: Reading,
        horizon: Duration,
    ) -> Result<Self, Error> {
        let (read, outcome, unknown) = match found {
            Found::Cancelled(session) => {
                return Ok(Self { cause: error, ..Self::cancelled(Some(session), as_of) });
            }
            Found::Open(read) | Found::NotThere(read) => {
                (read, unknown.outcome_if_open(as_of, horizon), unknown.read_as_open(horizon))
            }
            Found::Nothing(read) => (read, Outcome::Unknown, unknown.not_read(as_of, horizon)),
        };
        Err(match error {
            Some(error) => error.after_reading(read),
            None => read,
        }
        .settled(outcome, unknown))
    }

    /// A cancel that was refused, after its session was read. The refusal stands if the session is open or
    /// is not there. If it could not be read the outcome is unknown: the refusal may answer a repeat of an
    /// earlier, successful cancel.
    pub(crate) fn of_refused(
        refused: Unknown,
        refusal: Error,
        reading: Reading,
        horizon: Duration,
    ) -> Result<Self, Error> {
        match reading.found {
            Found::Open(_) | Found::NotThere(_) => Err(refusal),
            _ => Self::of_unknown(refused, Some(refusal), reading, horizon),
        }
    }

    /// How the cancel stands: [`Standing::Cancelled`] or [`Standing::Accepted`].
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// True if the cancel is proven.
    pub fn is_cancelled(&self) -> bool {
        self.standing == Standing::Cancelled
    }

    /// The time for which this is known, by this machine's clock: just before the session was read, if it was.
    pub fn as_of(&self) -> DateTime<Utc> {
        self.as_of
    }

    /// The answer that accepted the cancel, if there was one.
    pub fn cancellation(&self) -> Option<&Cancellation> {
        self.cancellation.as_ref()
    }

    /// The session as it was read, or as the answer to the cancel has it.
    pub fn session(&self) -> Option<&CheckoutSession> {
        let read = self.session.as_ref().and_then(|response| response.value());
        read.or_else(|| self.cancellation()?.session())
    }

    /// The error that made the client read the session, or the error of that read.
    pub fn cause(&self) -> Option<&Error> {
        self.cause.as_ref()
    }

    /// The record of a cancel that is only accepted: what to store, and to
    /// [`settle`](crate::Client::settle).
    pub fn unknown(&self) -> Option<&Unknown> {
        self.unknown.as_ref()
    }
}

impl Standing {
    /// How a cancel stands after a call.
    pub fn of(result: &Result<Confirmation, Error>) -> Self {
        match result {
            Ok(confirmation) => confirmation.standing(),
            Err(error) => error.standing(),
        }
    }
}

impl fmt::Debug for Confirmation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Confirmation")
            .field("standing", &self.standing)
            .field("as_of", &self.as_of)
            .field("session", &self.session())
            .field("cause", &self.cause)
            .field("unknown", &self.unknown)
            .finish()
    }
}
