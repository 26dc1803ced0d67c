//! The log of a request: a span with the attribute names of OpenTelemetry's conventions for HTTP clients.
//! It contains the template of the URL, but no URL, no header and no body.

use std::future::Future;

use http::StatusCode;
use tracing::field::Empty;
use tracing::{Instrument, Span};

use crate::operation::Operation;

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

/// Notes that no answer was received.
pub(crate) fn no_response(span: &Span, error: &reqwest::Error) {
    span.record("error.type", transport_type(error));
}

/// Runs a future inside a span that the caller goes on recording on.
pub(crate) fn inside<F: Future>(span: &Span, future: F) -> impl Future<Output = F::Output> {
    future.instrument(span.clone())
}

/// Why no answer was received, in one word for OpenTelemetry's `error.type`.
pub fn transport_type(error: &reqwest::Error) -> &'static str {
    if error.is_connect() {
        "connect"
    } else if error.is_timeout() {
        "timeout"
    } else {
        "connection"
    }
}
