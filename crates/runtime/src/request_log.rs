//! The log of a request: one span each, with the attribute names of OpenTelemetry's HTTP client
//! conventions. No URL but its template, no header, no body.

use std::future::Future;

use http::StatusCode;
use tracing::field::Empty;
use tracing::{Instrument, Span};

use crate::exchange::Operation;

/// The span of one request.
pub(crate) fn attempt(operation: Operation, request: &reqwest::Request, resends: u32) -> Span {
    let url = request.url();
    tracing::debug_span!(
        "http_request",
        otel.kind = "client",
        http.request.method = request.method().as_str(),
        http.request.resend_count = (resends > 0).then_some(resends),
        url.template = operation.path,
        server.address = url.host_str(),
        server.port = url.port_or_known_default(),
        rpc.method = operation.name,
        http.response.status_code = Empty,
        error.r#type = Empty,
    )
}

/// Notes the status of an answer.
pub(crate) fn response(span: &Span, status: StatusCode) {
    span.record("http.response.status_code", status.as_u16());
    if !status.is_success() {
        span.record("error.type", status.as_str());
    }
}

/// Notes that there is no answer.
pub(crate) fn no_response(span: &Span, error: &reqwest::Error) {
    span.record("error.type", transport_type(error));
}

/// Runs something inside a span, which stays at hand to be recorded on.
pub(crate) fn inside<F: Future>(span: &Span, future: F) -> impl Future<Output = F::Output> {
    future.instrument(span.clone())
}

/// One word for why no answer came, as OpenTelemetry's `error.type` wants it.
pub fn transport_type(error: &reqwest::Error) -> &'static str {
    if error.is_connect() {
        "connect"
    } else if error.is_timeout() {
        "timeout"
    } else {
        "connection"
    }
}
