//! One request and its response: how every generated method ends.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::StatusCode;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HeaderMap, HeaderValue};
use tracing::Span;

use crate::path::InvalidSegment;
use crate::request_log;
use crate::response::{BodyEnd, Content, Response};

/// The longest body that is read. The documented answer has 30 KB.
const MOST_BYTES: usize = 1024 * 1024;

/// An operation of the API, as the log names it: never by its full URL.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// The name of its method.
    pub name: &'static str,
    /// The template of its path.
    pub path: &'static str,
}

/// What one attempt at an operation adds to its request.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The value of the header `Authorization`. Mark it sensitive, so that no `Debug` prints it.
    pub authorization: HeaderValue,
    /// How long the attempt may take, from the first byte sent to the last byte read.
    pub timeout: Duration,
    /// How often the operation was tried before.
    pub resend_count: u32,
    /// How far the attempt has come.
    pub progress: Arc<Progress>,
}

/// How far a request has come. A caller that gives it up on the way can still look.
#[derive(Debug, Default)]
pub struct Progress {
    is_underway: AtomicBool,
    /// The status of the answer; 0 before it has come.
    status: AtomicU16,
}

impl Progress {
    /// True from the moment the request may have been sent until its answer was read.
    pub fn is_underway(&self) -> bool {
        self.is_underway.load(Ordering::Relaxed)
    }

    /// The status of the answer, once it has come.
    pub fn status(&self) -> Option<StatusCode> {
        StatusCode::from_u16(self.status.load(Ordering::Relaxed)).ok()
    }
}

/// Why a generated method has no success to return.
#[derive(Debug)]
pub enum Failure<E> {
    /// The request could not be made of its parts; nothing was sent.
    Invalid(Invalid),
    /// No response came.
    Transport(reqwest::Error),
    /// A response came that is no 2xx.
    Refused(Box<Response<E>>),
}

/// The part that could not stand in a request.
#[derive(Debug)]
pub enum Invalid {
    /// A value that cannot be a segment of a path.
    Segment(InvalidSegment),
    /// A value that cannot be a header.
    Header(http::header::InvalidHeaderValue),
}

/// Sends a request once, and reads what comes back, chunk by chunk and not without bound.
///
/// The status alone decides between success and failure. A body that breaks off, is too long or is
/// not what was expected takes nothing away from a 2xx: the server has done what it was asked.
pub async fn exchange<T, E>(
    http: &reqwest::Client,
    attempt: &Attempt,
    operation: Operation,
    mut request: reqwest::Request,
) -> Result<Response<T>, Failure<E>>
where
    T: Content,
    E: Content,
{
    request.headers_mut().insert(AUTHORIZATION, attempt.authorization.clone());
    *request.timeout_mut() = Some(attempt.timeout);
    let span = request_log::attempt(operation, &request, attempt.resend_count);
    let progress = &attempt.progress;
    progress.is_underway.store(true, Ordering::Relaxed);
    let ended = request_log::inside(&span, send_and_read(http, progress, request, &span)).await;
    progress.is_underway.store(false, Ordering::Relaxed);
    ended
}

async fn send_and_read<T, E>(
    http: &reqwest::Client,
    progress: &Progress,
    request: reqwest::Request,
    span: &Span,
) -> Result<Response<T>, Failure<E>>
where
    T: Content,
    E: Content,
{
    let sent = http.execute(request).await;
    let mut response = sent.inspect_err(|error| request_log::no_response(span, error))?;
    let (status, headers) = (response.status(), response.headers().clone());
    progress.status.store(status.as_u16(), Ordering::Relaxed);
    request_log::response(span, status);
    let (body, end) = read_body(&mut response).await;
    if status.is_success() {
        Ok(Response::read(status, headers, body, end))
    } else {
        Err(Failure::Refused(Box::new(Response::read(status, headers, body, end))))
    }
}

async fn read_body(response: &mut reqwest::Response) -> (Bytes, BodyEnd) {
    let mut body = BytesMut::with_capacity(announced_length(response.headers()));
    loop {
        match response.chunk().await {
            Ok(None) => return (body.freeze(), BodyEnd::Complete),
            Ok(Some(chunk)) if body.len() + chunk.len() > MOST_BYTES => {
                return (body.freeze(), BodyEnd::TooLong);
            }
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Err(_) => return (body.freeze(), BodyEnd::BrokenOff),
        }
    }
}

/// Room for what is announced, so that a body with a token in it is never moved while it grows; but
/// not for whatever somebody announces.
fn announced_length(headers: &HeaderMap) -> usize {
    let announced = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    announced.unwrap_or(0).clamp(8 * 1024, 64 * 1024)
}

impl<E> From<reqwest::Error> for Failure<E> {
    fn from(error: reqwest::Error) -> Self {
        // The URL holds ids; what is to be said of the place is said by the error around this one.
        Self::Transport(error.without_url())
    }
}

impl<E> From<InvalidSegment> for Failure<E> {
    fn from(error: InvalidSegment) -> Self {
        Self::Invalid(Invalid::Segment(error))
    }
}

impl<E> From<http::header::InvalidHeaderValue> for Failure<E> {
    fn from(error: http::header::InvalidHeaderValue) -> Self {
        Self::Invalid(Invalid::Header(error))
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Segment(error) => error.fmt(f),
            Self::Header(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Invalid {}
