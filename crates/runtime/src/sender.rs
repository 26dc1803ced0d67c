//! The sender of a generated client's requests.

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
/// An [`Attempt`](crate::Attempt) sends each request once, with one token. Implement this trait for your own rules
/// about tokens, deadlines and repeats.
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
    /// Sends a request, and reads its answer of any status.
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

/// The sender of a generated client.
pub type Sender = Arc<dyn SendRequest>;

/// A future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A request that a generated method has made.
#[non_exhaustive]
pub struct Outgoing {
    /// The operation of the request.
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
