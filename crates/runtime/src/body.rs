//! Request bodies other than a required JSON body, which reqwest sends by itself. An absent body sends
//! neither bytes nor a content type.

use std::fmt;

use http::header::CONTENT_TYPE;
use reqwest::RequestBuilder;
use serde::Serialize;
use serde_json::Value;

use crate::parameter::InvalidParameter;
use crate::redacted::Redacted;

const FORM: &str = "application/x-www-form-urlencoded";

/// JSON with the content type of the contract.
pub fn json<T: Serialize + ?Sized>(
    request: RequestBuilder,
    content_type: &'static str,
    body: Option<&T>,
) -> RequestBuilder {
    match body {
        Some(body) => request.header(CONTENT_TYPE, content_type).json(body),
        None => request,
    }
}

/// The members of an object as a form. Those named in `joined` are one pair each, with the encoded separator
/// between their items; other members that are objects, and those named in `deep`, are written as
/// `name[key]=value`.
///
/// # Errors
///
/// - Those of [`joined`](crate::query::joined) and [`deep`](crate::query::deep).
pub fn form<T: Serialize + ?Sized>(
    request: RequestBuilder,
    deep: &[&str],
    joined: &[(&str, &str)],
    body: Option<&T>,
) -> Result<RequestBuilder, InvalidParameter> {
    let Some(body) = body else { return Ok(request) };
    let members = match serde_json::to_value(body) {
        Ok(Value::Object(members)) => members,
        // The caller has encoded it.
        Ok(Value::String(text)) => return Ok(raw(request, FORM, Some(text.as_bytes()))),
        _ => serde_json::Map::new(),
    };
    let mut pairs = Vec::new();
    for (name, value) in &members {
        pairs.extend(if let Some((_, separator)) = joined.iter().find(|(it, _)| it == name) {
            crate::query::joined(name, separator, value)?
        } else if value.is_object() || deep.contains(&name.as_str()) {
            crate::query::deep(name, value)?
        } else {
            crate::query::pairs(name, value)
        });
    }
    Ok(raw(request, FORM, Some(pairs.join("&").as_bytes())))
}

/// Bytes as they are.
pub fn raw(
    request: RequestBuilder,
    content_type: &'static str,
    body: Option<&[u8]>,
) -> RequestBuilder {
    match body {
        Some(body) => request.header(CONTENT_TYPE, content_type).body(body.to_vec()),
        None => request,
    }
}

/// A body that the caller has encoded, such as `multipart/form-data`.
#[derive(Clone, PartialEq, Eq)]
pub struct Encoded {
    /// The media type with its parameters, such as the boundary of a multipart body.
    pub content_type: String,
    /// The whole body.
    pub bytes: Vec<u8>,
}

/// Without the body, which nothing describes.
impl fmt::Debug for Encoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Encoded");
        debug.field("content_type", &self.content_type).field("bytes", &Redacted).finish()
    }
}

/// Bytes with the content type that the caller gives.
pub fn encoded(request: RequestBuilder, body: Option<&Encoded>) -> RequestBuilder {
    match body {
        Some(body) => request.header(CONTENT_TYPE, &body.content_type).body(body.bytes.clone()),
        None => request,
    }
}
