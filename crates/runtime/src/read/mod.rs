//! The tolerant reader: reads as much of an answer as possible, in one pass over its text.
//!
//! Each type reads itself from a [`Reader`]. A value that does not fit is skipped, and the nearest optional member
//! around it is absent. The same pass notes the drift, on request.
//!
//! The reader looks into a value only as far as the contract describes it. A value that the contract does not
//! name may be nested, long or strange. The reader uses no part of serde_json whose behaviour a feature changes.

mod cursor;
mod deserialize;
mod lengths;
mod members;
mod numbers;
mod reader;
mod types;

use std::borrow::Cow;

use http::StatusCode;

use crate::drift::{Drift, DriftKind, Path};
use crate::response::Content;
use cursor::Cursor;
pub use cursor::Fault;
pub use deserialize::deserialize;
pub use members::members;
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

/// Reads a value; `None` if nothing can be read. With it the places of the members of the object that it was read
/// from.
pub fn read<T: Content>(status: StatusCode, body: &[u8]) -> Option<(T, Vec<usize>)> {
    let text = text(body);
    let mut reader = Reader::of(&text, Noted::Nothing);
    T::read(status, &mut reader).map(|value| (value, reader.members))
}

/// Reports the differences between an answer and the contract; none if it is not JSON, or too complex.
pub fn drift<T: Content>(status: StatusCode, body: &[u8]) -> Vec<Drift> {
    let text = text(body);
    let mut reader = Reader::of(&text, Noted::Everything);
    T::read(status, &mut reader);
    if reader.cursor.fault().is_some() {
        return Vec::new();
    }
    // For some statuses the contract has no value, and nothing is read.
    let is_read = reader.cursor.rest().len() < text.len();
    if is_read && matches!(text, Cow::Owned(_)) {
        reader.note(&Path::Root, DriftKind::ReplacedCharacters);
    }
    reader.drift
}

/// Why a body cannot be read, for any type.
pub fn fault(body: &[u8]) -> Option<Fault> {
    let text = text(body);
    let mut cursor = Cursor::new(&text);
    cursor.skip();
    cursor.fault()
}
