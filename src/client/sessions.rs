//! The operations that a merchant's code needs of a client, as a trait that tests implement.

use std::future::ready;

use crate::client::operations::Client;
use crate::generated::types::{CheckoutSession, SessionInclude};
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Phase};
use crate::outcome::kind::Kind;
use crate::outcome::unknown::Unknown;
use crate::session_id::SessionId;
use openapi_client_runtime::{BoxFuture, Response};

/// The operations on sessions that decide about money, as [`Client`] has them.
///
/// A test implements the operations that it needs. The others return an error: nothing was sent, and an unknown
/// cancel stays unknown. Adding an operation later is therefore not a breaking change.
///
/// ```
/// use dintero_checkout_client::{SessionId, Sessions, Standing};
///
/// /// Works with a client, and in tests with a stand-in for one.
/// async fn give_back(sessions: &dyn Sessions, id: &SessionId) -> &'static str {
///     match Standing::of(&sessions.cancel_and_confirm(id).await) {
///         Standing::Cancelled => "cancelled",
///         Standing::NotCancelled => "not cancelled",
///         Standing::Accepted | Standing::Unknown => "to be settled",
///         Standing::NeedsAPerson => "to be looked at",
///     }
/// }
/// ```
pub trait Sessions: Send + Sync {
    /// As [`Client::cancel`].
    fn cancel<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Cancellation, Error>> {
        let _ = session_id;
        Box::pin(ready(Err(not_offered(Phase::Cancel, None))))
    }

    /// As [`Client::cancel_and_confirm`].
    fn cancel_and_confirm<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Confirmation, Error>> {
        let _ = session_id;
        Box::pin(ready(Err(not_offered(Phase::Cancel, None))))
    }

    /// As [`Client::confirm`].
    fn confirm(&self, cancellation: Cancellation) -> BoxFuture<'_, Result<Confirmation, Error>> {
        let unknown = Some(cancellation.record().clone());
        Box::pin(ready(Err(not_offered(Phase::Read, unknown))))
    }

    /// As [`Client::settle`].
    fn settle<'a>(&'a self, unknown: &'a Unknown) -> BoxFuture<'a, Result<Confirmation, Error>> {
        Box::pin(ready(Err(not_offered(Phase::Read, Some(unknown.clone())))))
    }

    /// As [`Client::cancel_after`].
    fn cancel_after<'a>(
        &'a self,
        unknown: &'a Unknown,
    ) -> BoxFuture<'a, Result<Confirmation, Error>> {
        Box::pin(ready(Err(not_offered(Phase::Cancel, Some(unknown.clone())))))
    }

    /// As [`Client::get_session`].
    fn get_session<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Response<CheckoutSession>, Error>> {
        self.get_session_with(session_id, &[])
    }

    /// As [`Client::get_session_with`].
    fn get_session_with<'a>(
        &'a self,
        session_id: &'a SessionId,
        includes: &'a [SessionInclude],
    ) -> BoxFuture<'a, Result<Response<CheckoutSession>, Error>> {
        let _ = (session_id, includes);
        Box::pin(ready(Err(not_offered(Phase::Read, None).of_a_read())))
    }
}

fn not_offered(phase: Phase, unknown: Option<Unknown>) -> Error {
    Error::new(phase, Kind::NotOffered, 0, unknown)
}

impl Sessions for Client {
    fn cancel<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Cancellation, Error>> {
        Box::pin(self.cancel(session_id))
    }

    fn cancel_and_confirm<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Confirmation, Error>> {
        Box::pin(self.cancel_and_confirm(session_id))
    }

    fn confirm(&self, cancellation: Cancellation) -> BoxFuture<'_, Result<Confirmation, Error>> {
        Box::pin(self.confirm(cancellation))
    }

    fn settle<'a>(&'a self, unknown: &'a Unknown) -> BoxFuture<'a, Result<Confirmation, Error>> {
        Box::pin(self.settle(unknown))
    }

    fn cancel_after<'a>(
        &'a self,
        unknown: &'a Unknown,
    ) -> BoxFuture<'a, Result<Confirmation, Error>> {
        Box::pin(self.cancel_after(unknown))
    }

    fn get_session_with<'a>(
        &'a self,
        session_id: &'a SessionId,
        includes: &'a [SessionInclude],
    ) -> BoxFuture<'a, Result<Response<CheckoutSession>, Error>> {
        Box::pin(self.get_session_with(session_id, includes))
    }
}
