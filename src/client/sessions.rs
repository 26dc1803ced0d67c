//! What a merchant's code needs of a client, as a trait, so that a test can put something else in its
//! place.

use crate::client::operations::Client;
use crate::future::BoxFuture;
use crate::generated::types::CheckoutSession;
use crate::outcome::cancellation::Cancellation;
use crate::outcome::confirmation::Confirmation;
use crate::outcome::error::{Error, Unknown};
use crate::session_id::SessionId;
use openapi_client_runtime::Response;

/// The operations on sessions that decide about money, as [`Client`] has them.
///
/// ```
/// use dintero_checkout_client::{Outcome, SessionId, Sessions};
///
/// /// Works with a client, and in tests with whatever stands in for one.
/// async fn give_back(sessions: &dyn Sessions, id: &SessionId) -> &'static str {
///     match sessions.cancel(id).await {
///         Ok(_) => "cancelled",
///         Err(error) => match error.outcome() {
///             Outcome::NotSent | Outcome::Refused => "not cancelled",
///             _ => "to be looked at",
///         },
///     }
/// }
/// ```
pub trait Sessions: Send + Sync {
    /// As [`Client::cancel`].
    fn cancel<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Cancellation, Error>>;

    /// As [`Client::cancel_and_confirm`].
    fn cancel_and_confirm<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Confirmation, Error>>;

    /// As [`Client::confirm`].
    fn confirm(&self, cancellation: Cancellation) -> BoxFuture<'_, Confirmation>;

    /// As [`Client::cancel_after`].
    fn cancel_after<'a>(
        &'a self,
        unknown: &'a Unknown,
    ) -> BoxFuture<'a, Result<Confirmation, Error>>;

    /// As [`Client::get_session`].
    fn get_session<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Response<CheckoutSession>, Error>>;
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

    fn confirm(&self, cancellation: Cancellation) -> BoxFuture<'_, Confirmation> {
        Box::pin(self.confirm(cancellation))
    }

    fn cancel_after<'a>(
        &'a self,
        unknown: &'a Unknown,
    ) -> BoxFuture<'a, Result<Confirmation, Error>> {
        Box::pin(self.cancel_after(unknown))
    }

    fn get_session<'a>(
        &'a self,
        session_id: &'a SessionId,
    ) -> BoxFuture<'a, Result<Response<CheckoutSession>, Error>> {
        Box::pin(self.get_session(session_id))
    }
}
