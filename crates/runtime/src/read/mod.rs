//! The tolerant reader: reads as much of an answer as can be read, in one pass over its text.
//!
//! Each type reads itself from a [`Reader`]. What does not fit is skipped, and costs the nearest member
//! around it that may be absent; the same pass notes the drift, if asked to.
//!
//! The reader looks into a value only as far as the contract knows it. A value that the contract does not
//! name may be nested, long or strange. Of serde_json it takes nothing that a feature of serde_json changes.

mod cursor;
mod lengths;
mod numbers;
mod reader;
mod types;

use std::borrow::Cow;

use http::StatusCode;
use serde::de::{Deserialize, Deserializer, Error as _};

use crate::drift::{Drift, DriftKind, Path};
use crate::response::Content;
use cursor::Cursor;
pub use cursor::Fault;
use reader::Noted;
pub use reader::{Names, Reader};
pub use types::Readable;

/// The text that is read of a body: without a byte order mark, and with a replacement character for
/// bytes that are not UTF-8.
pub fn text(body: &[u8]) -> Cow<'_, str> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    match std::str::from_utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(body),
    }
}

/// Reads a value; `None` if nothing can be read.
pub fn read<T: Content>(status: StatusCode, body: &[u8]) -> Option<T> {
    T::read(status, &mut Reader::of(&text(body), Noted::Nothing))
}

/// Reports where an answer differs from the contract; nothing if it is not JSON, or too complex.
pub fn drift<T: Content>(status: StatusCode, body: &[u8]) -> Vec<Drift> {
    let text = text(body);
    let mut reader = Reader::of(&text, Noted::Everything);
    T::read(status, &mut reader);
    if reader.cursor.fault().is_some() {
        return Vec::new();
    }
    // Of some statuses the contract has no value, and nothing is read.
    let is_read = reader.cursor.rest().len() < text.len();
    if is_read && matches!(text, Cow::Owned(_)) {
        reader.note(&Path::Root, DriftKind::ReplacedCharacters);
    }
    reader.drift
}

/// Why a body cannot be read, whatever is read from it.
pub fn fault(body: &[u8]) -> Option<Fault> {
    let text = text(body);
    let mut cursor = Cursor::new(&text);
    cursor.skip();
    cursor.fault()
}

/// `Deserialize` of what is received. It is strict: what would cost something fails.
///
/// It goes through JSON text, so that there is one reader.
pub fn deserialize<'de, T: Readable, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = serde_json::Value::deserialize(deserializer)?.to_string();
    let mut reader = Reader::of(&text, Noted::Losses);
    match (reader.whole(), reader.drift.first()) {
        (Some(value), None) => Ok(value),
        (Some(_), Some(loss)) => Err(D::Error::custom(loss)),
        (None, Some(loss)) if reader.cursor.fault().is_none() => Err(D::Error::custom(loss)),
        (None, _) => Err(D::Error::custom("more objects or values than are read")),
    }
}
