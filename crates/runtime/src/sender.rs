//! What sends the requests of a generated client.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::operation::Operation;
use crate::response::BodyEnd;

/// Sends the requests of a generated client.
///
/// An [`Attempt`](crate::Attempt) sends each request once, with one token. Implement this where a crate
/// has more to say: where the token comes from, how long a call may take, what is sent again.
///
/// ```
/// use std::sync::Arc;
///
/// use openapi_client_runtime::{Answer, Attempt, BoxFuture, Outgoing, SendError, SendRequest, Sender};
///
/// /// Sends each request with the token that is valid then.
/// #[derive(Debug)]
/// struct WithFreshToken(fn() -> Attempt);
///
/// impl SendRequest for WithFreshToken {
///     fn send<'a>(
///         &'a self,
///         http: &'a reqwest::Client,
///         outgoing: Outgoing,
///     ) -> BoxFuture<'a, Result<Answer, SendError>> {
///         let attempt = (self.0)();
///         Box::pin(async move { attempt.send(http, outgoing).await })
///     }
/// }
///
/// fn sender(attempt: fn() -> Attempt) -> Sender {
///     Arc::new(WithFreshToken(attempt))
/// }
/// ```
pub trait SendRequest: fmt::Debug + Send + Sync {
    /// Sends a request, and reads its answer, whatever its status.
    ///
    /// # Errors
    ///
    /// - No answer was received.
    /// - The rules of the sender ended the call.
    fn send<'a>(
        &'a self,
        http: &'a reqwest::Client,
        outgoing: Outgoing,
    ) -> BoxFuture<'a, Result<Answer, SendError>>;
}

/// What a generated client sends its requests with.
pub type Sender = Arc<dyn SendRequest>;

/// A future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A request that a generated method has made.
#[non_exhaustive]
pub struct Outgoing {
    /// The operation that the request is of.
    pub operation: Operation,
    /// The request, without credentials.
    pub request: reqwest::Request,
    /// True if the operation needs no credentials.
    pub is_public: bool,
}

impl Outgoing {
    pub(crate) fn new(operation: Operation, request: reqwest::Request, is_public: bool) -> Self {
        Self { operation, request, is_public }
    }

    /// A copy to send, so that this one can be sent again; `None` if the body can be sent only once, which
    /// no generated method makes.
    pub fn try_clone(&self) -> Option<Self> {
        Some(Self { request: self.request.try_clone()?, ..*self })
    }
}

/// An answer as it was received.
#[derive(Clone)]
#[non_exhaustive]
pub struct Answer {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes of the body, as far as they were received.
    pub body: Bytes,
    /// How the reading of the body ended.
    pub body_end: BodyEnd,
}

impl Answer {
    pub(crate) fn new(
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        body_end: BodyEnd,
    ) -> Self {
        Self { status, headers, body, body_end }
    }
}

/// Why a sender has no answer to give.
#[derive(Debug)]
pub enum SendError {
    /// No answer was received.
    Transport(reqwest::Error),
    /// The rules of the sender ended the call.
    Ended {
        /// Why.
        error: Box<dyn std::error::Error + Send + Sync>,
        /// The last answer, if one came.
        answer: Option<Answer>,
    },
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers and bytes may contain what must not be logged.
        f.debug_struct("Answer").field("status", &self.status).finish_non_exhaustive()
    }
}
