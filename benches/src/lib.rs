//! The sides that the benchmarks compare.

use bytes::Bytes;
use dintero_checkout_client::types::CheckoutSession;
use dintero_checkout_client::{Response, test_kit};
use http::StatusCode;
use serde::de::IgnoredAny;
use serde_json::Value;

/// progenitor's own code of the same specification, relaxed until it reads the documented answer.
#[cfg(feature = "compared")]
#[allow(warnings, clippy::all)]
mod relaxed {
    include!(concat!(env!("OUT_DIR"), "/relaxed.rs"));
}

#[cfg(feature = "compared")]
pub use relaxed::types::CheckoutSessionCancelPostResponse as RelaxedSession;

/// The documented answer to a cancel.
pub fn documented() -> Bytes {
    Bytes::from_static(test_kit::DOCUMENTED_SESSION.as_bytes())
}

/// The answer with an amount as a string, which a plain decode does not read.
pub fn drifted() -> Bytes {
    let text = test_kit::DOCUMENTED_SESSION;
    let drifted = text.replacen("\"amount\": 72200", "\"amount\": \"72200\"", 1);
    assert_ne!(drifted, text, "the amount has moved");
    drifted.into()
}

/// As a client reads an answer: with the limits, the headers and the bytes that go with it.
pub fn ours(body: &Bytes) -> Response<CheckoutSession> {
    test_kit::response(StatusCode::OK, body.clone())
}

/// The types of this crate without anything around them.
pub fn types_alone(body: &Bytes) -> Option<CheckoutSession> {
    serde_json::from_slice(body).ok()
}

/// progenitor's own types.
#[cfg(feature = "compared")]
pub fn relaxed(body: &Bytes) -> Option<Box<RelaxedSession>> {
    serde_json::from_slice(body).ok()
}

/// No types at all.
pub fn value(body: &Bytes) -> Option<Value> {
    serde_json::from_slice(body).ok()
}

/// The floor: the answer is seen to be JSON, and nothing is kept of it. The parser does not look
/// whether what it skips is UTF-8; all others do.
pub fn floor(body: &Bytes) -> Option<IgnoredAny> {
    serde_json::from_slice(body).ok()
}
