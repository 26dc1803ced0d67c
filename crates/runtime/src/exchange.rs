//! One request and its response: the end of every generated method.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::header::{
    AUTHORIZATION, CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue, TRANSFER_ENCODING,
};
use http::{Method, StatusCode, Version};
use tracing::Span;

use crate::buffer::Buffer;
use crate::operation::Operation;
use crate::parameter::InvalidParameter;
use crate::request_log;
use crate::response::{BodyEnd, Content, Response};
use crate::sender::{Answer, BoxFuture, Outgoing, SendError, SendRequest, Sender};

/// The longest body that is read. A large answer has 30 KB.
const MOST_BYTES: usize = 1024 * 1024;

/// One attempt: the token, the time-out and the log of a request.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The value of the header `Authorization`. Mark it sensitive, so that `Debug` does not print it.
    pub authorization: HeaderValue,
    /// How long the attempt may take, from the first byte sent to the last byte read.
    pub timeout: Duration,
    /// How many attempts were made before.
    pub resend_count: u32,
    /// How far the attempt has come.
    pub progress: Arc<Progress>,
}

/// How far a request has come, for a caller that drops it on the way.
#[derive(Debug, Default)]
pub struct Progress {
    is_safe: AtomicBool,
    is_underway: AtomicBool,
    /// The status of the answer; 0 until it was received.
    status: AtomicU16,
}

impl Progress {
    /// True if the request has a safe method, such as `GET`, so that repeating it does no harm. False until
    /// the request is made.
    pub fn is_safe(&self) -> bool {
        self.is_safe.load(Ordering::Relaxed)
    }

    /// True from the moment that the request may have been sent until its answer was read.
    pub fn is_underway(&self) -> bool {
        self.is_underway.load(Ordering::Relaxed)
    }

    /// The status of the answer; `None` until it was received.
    pub fn status(&self) -> Option<StatusCode> {
        StatusCode::from_u16(self.status.load(Ordering::Relaxed)).ok()
    }
}

/// Why a generated method has no success to return.
#[derive(Debug)]
pub enum Failure<E> {
    /// The request cannot be made of its parts; nothing was sent.
    Invalid(Invalid),
    /// No response was received.
    Transport(reqwest::Error),
    /// The response is not a 2xx.
    Refused(Box<Response<E>>),
    /// The rules of the [sender](crate::SendRequest) ended the call, such as its deadline.
    Ended {
        /// The sender's error.
        error: Box<dyn std::error::Error + Send + Sync>,
        /// The last response, if one came.
        response: Option<Box<Response<E>>>,
    },
}

impl<E> Failure<E> {
    /// The last response, if one came.
    pub fn response(&self) -> Option<&Response<E>> {
        match self {
            Self::Invalid(_) | Self::Transport(_) => None,
            Self::Refused(response) => Some(response),
            Self::Ended { response, .. } => response.as_deref(),
        }
    }
}

/// The part that a request cannot contain.
#[derive(Debug)]
pub enum Invalid {
    /// A value that its place cannot contain: an empty segment of a path, or an item that contains the separator.
    Parameter(InvalidParameter),
    /// A value that cannot be a header.
    Header(http::header::InvalidHeaderValue),
}

/// Sends a request, and reads its answer.
///
/// The status alone decides between success and failure. A 2xx is a success even if its body breaks off,
/// is too long or is not what was expected: the server has done what it was asked.
pub async fn exchange<T, E>(
    http: &reqwest::Client,
    sender: &Sender,
    operation: Operation,
    request: reqwest::Request,
) -> Result<Response<T>, Failure<E>>
where
    T: Content,
    E: Content,
{
    refuse_white_space(request.headers())?;
    read(sender.send(http, Outgoing::new(operation, request, false)).await)
}

/// As [`exchange`], for an operation that needs no credentials: none are sent.
pub async fn exchange_publicly<T, E>(
    http: &reqwest::Client,
    sender: &Sender,
    operation: Operation,
    request: reqwest::Request,
) -> Result<Response<T>, Failure<E>>
where
    T: Content,
    E: Content,
{
    refuse_white_space(request.headers())?;
    read(sender.send(http, Outgoing::new(operation, request, true)).await)
}

fn read<T, E>(sent: Result<Answer, SendError>) -> Result<Response<T>, Failure<E>>
where
    T: Content,
    E: Content,
{
    match sent {
        Ok(answer) if answer.status.is_success() => Ok(answer.into()),
        Ok(answer) => Err(Failure::Refused(Box::new(answer.into()))),
        Err(SendError::Transport(error)) => Err(error.into()),
        Err(SendError::Ended { error, answer }) => {
            Err(Failure::Ended { error, response: answer.map(|answer| Box::new(answer.into())) })
        }
    }
}

/// Sends each request once, and reads the answer chunk by chunk, up to a bound.
impl SendRequest for Attempt {
    fn send<'a>(
        &'a self,
        http: &'a reqwest::Client,
        Outgoing { operation, mut request, is_public }: Outgoing,
    ) -> BoxFuture<'a, Result<Answer, SendError>> {
        if !is_public {
            request.headers_mut().insert(AUTHORIZATION, self.authorization.clone());
        }
        announce_no_body(&mut request);
        *request.timeout_mut() = Some(self.timeout);
        let progress = &self.progress;
        Box::pin(async move {
            let span = request_log::attempt(operation, &request, self.resend_count);
            progress.is_safe.store(request.method().is_safe(), Ordering::Relaxed);
            progress.is_underway.store(true, Ordering::Relaxed);
            let answer = send_and_read(http, progress, request, &span);
            let answer = request_log::inside(&span, answer).await;
            progress.is_underway.store(false, Ordering::Relaxed);
            answer.map_err(SendError::Transport)
        })
    }
}

/// Sets `Content-Length: 0` if a body is usual with the method and there is none: strict servers answer 411
/// without it, and hyper leaves it out.
fn announce_no_body(request: &mut reqwest::Request) {
    let has_body = request.body().is_some_and(|body| body.as_bytes() != Some(b""));
    if !has_body && [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(0));
    }
}

async fn send_and_read(
    http: &reqwest::Client,
    progress: &Progress,
    request: reqwest::Request,
    span: &Span,
) -> reqwest::Result<Answer> {
    let sent = http.execute(request).await;
    let mut response = sent.inspect_err(|error| request_log::no_response(span, error))?;
    let status = response.status();
    progress.status.store(status.as_u16(), Ordering::Relaxed);
    request_log::response(span, status);
    let (body, end) = read_body(&mut response).await;
    Ok(Answer::new(status, std::mem::take(response.headers_mut()), body, end))
}

async fn read_body(response: &mut reqwest::Response) -> (Bytes, BodyEnd) {
    let mut body = Buffer::new(announced_length(response.headers()));
    let is_framed = is_framed(response);
    loop {
        match response.chunk().await {
            Ok(None) if is_framed => return (body.freeze(), BodyEnd::Complete),
            Ok(None) => return (body.freeze(), BodyEnd::BrokenOff),
            Ok(Some(chunk)) if body.len() + chunk.len() > MOST_BYTES => {
                return (body.freeze(), BodyEnd::TooLong);
            }
            Ok(Some(chunk)) => body.extend(&chunk),
            Err(_) => return (body.freeze(), BodyEnd::BrokenOff),
        }
    }
}

/// False if nothing but the end of the connection ends the body. Such a body is never known to be whole: some
/// TLS libraries report a connection that was cut off as one that was closed.
fn is_framed(response: &reqwest::Response) -> bool {
    let is_chunked = || {
        let last = response.headers().get_all(TRANSFER_ENCODING).iter().next_back()?;
        let last = last.to_str().ok()?.rsplit(',').next()?;
        Some(last.trim().eq_ignore_ascii_case("chunked"))
    };
    response.version() > Version::HTTP_11
        || response.content_length().is_some()
        || is_chunked().unwrap_or(false)
}

fn announced_length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// HTTP takes white space at the ends of a header's value away, so that the server would read another one.
fn refuse_white_space(headers: &HeaderMap) -> Result<(), InvalidParameter> {
    let changes = |(_, value): &(&HeaderName, &HeaderValue)| {
        let is_blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t'));
        is_blank(value.as_bytes().first()) || is_blank(value.as_bytes().last())
    };
    match headers.iter().find(changes) {
        Some((name, _)) => Err(InvalidParameter::new(name.as_str(), "has white space at an end")),
        None => Ok(()),
    }
}

impl<E> From<reqwest::Error> for Failure<E> {
    fn from(error: reqwest::Error) -> Self {
        // The URL contains ids; the error around this one names the operation.
        Self::Transport(error.without_url())
    }
}

impl<E> From<InvalidParameter> for Failure<E> {
    fn from(error: InvalidParameter) -> Self {
        Self::Invalid(Invalid::Parameter(error))
    }
}

impl<E> From<http::header::InvalidHeaderValue> for Failure<E> {
    fn from(error: http::header::InvalidHeaderValue) -> Self {
        Self::Invalid(Invalid::Header(error))
    }
}

impl<E> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => write!(f, "the request cannot be made: {invalid}"),
            Self::Transport(_) => f.write_str("no answer was received"),
            Self::Refused(response) => write!(f, "the answer is {}", response.status()),
            Self::Ended { error, .. } => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug> std::error::Error for Failure<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Invalid(invalid) => Some(invalid),
            Self::Transport(error) => Some(error),
            Self::Refused(_) => None,
            Self::Ended { error, .. } => error.source(),
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter(error) => error.fmt(f),
            Self::Header(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Invalid {}
