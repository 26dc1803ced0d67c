//! Secrets on their way into the `Authorization` header.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::header::HeaderValue;
use zeroize::Zeroizing;

use crate::invalid::InvalidArgument;

const SCHEME: &str = "Bearer ";

/// An access token that can be sent. All clones share one buffer, which is overwritten when the last of them
/// is dropped.
#[derive(Clone)]
pub(crate) struct Bearer(Arc<HeaderValue>);

impl Bearer {
    /// Checks an access token, wherever it comes from.
    pub(crate) fn new(token: &str) -> Result<Self, InvalidArgument> {
        let invalid = |reason| Err(InvalidArgument::new("access token", reason));
        if token.trim().is_empty() {
            return invalid("is empty");
        }
        if token.trim() != token {
            return invalid("has a space at its start or end");
        }
        if token.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME)) {
            return invalid("starts with `Bearer `");
        }
        let is_sendable = |byte| matches!(byte, b' '..=b'~');
        match header(SCHEME, token).filter(|_| token.bytes().all(is_sendable)) {
            Some(header) => Ok(Self(Arc::new(header))),
            None => invalid("contains a control character or a letter outside ASCII"),
        }
    }

    /// The value of the header.
    pub(crate) fn header(&self) -> HeaderValue {
        HeaderValue::clone(&self.0)
    }

    /// The token without its scheme.
    pub(crate) fn secret(&self) -> &str {
        self.0.to_str().ok().and_then(|text| text.get(SCHEME.len()..)).unwrap_or_default()
    }

    /// True if this is a clone of the other.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl PartialEq for Bearer {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// The id and secret of an API client, as HTTP Basic authentication. All clones share one buffer, which is
/// overwritten when the last of them is dropped.
#[derive(Clone)]
pub(crate) struct Basic(Arc<HeaderValue>);

impl Basic {
    /// `None` if it cannot be a header, which Base64 always can.
    pub(super) fn new(client_id: &str, client_secret: &str) -> Option<Self> {
        let pair = Zeroizing::new([client_id, ":", client_secret].concat());
        let encoded = Zeroizing::new(BASE64_STANDARD.encode(pair.as_bytes()));
        header("Basic ", &encoded).map(|header| Self(Arc::new(header)))
    }

    /// The value of the header.
    pub(crate) fn header(&self) -> HeaderValue {
        HeaderValue::clone(&self.0)
    }
}

/// A header value that `Debug` does not show. Its buffer is overwritten when the last clone is dropped.
fn header(scheme: &str, secret: &str) -> Option<HeaderValue> {
    let text = Zeroizing::new([scheme, secret].concat().into_bytes());
    let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(text)).ok()?;
    value.set_sensitive(true);
    Some(value)
}
