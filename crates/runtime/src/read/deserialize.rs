//! `Deserialize` of received types, by the one reader.

use std::any::type_name;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde_json::Value;
use serde_json::value::RawValue;

use super::Readable;
use super::reader::{Noted, Reader};

/// Reads a value strictly: what the reader would leave out is an error.
pub fn deserialize<'de, T: Readable, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = json(deserializer)?;
    let mut reader = Reader::of(&json, Noted::Losses);
    match (reader.whole(), reader.drift.first()) {
        (Some(value), None) => Ok(value),
        (Some(_), Some(loss)) => Err(D::Error::custom(loss)),
        (None, Some(loss)) if reader.cursor.fault().is_none() => Err(D::Error::custom(loss)),
        (None, _) => Err(D::Error::custom("more objects or values than are read")),
    }
}

/// The value as JSON: as it is written, or as serde_json writes what another format contains.
fn json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<str>, D::Error> {
    // Only serde_json's deserializer of a text offers that text. A name that it has in another version costs
    // time, and nothing else.
    if type_name::<D>().starts_with("&mut serde_json::de::Deserializer<") {
        return Ok(Box::<RawValue>::deserialize(deserializer)?.into());
    }
    Ok(Value::deserialize(deserializer)?.to_string().into())
}
