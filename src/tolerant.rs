//! The tolerant reader: whatever form an answer has, as much of it is read as can be.
//!
//! A plain decode comes first and is all there is where nothing has drifted. Only where it fails is
//! the answer walked with the contract's [`Shape`], and what does not fit left out. The same walk, on
//! demand, tells the drift.
//!
//! The walk looks into a value only as far as the contract knows it. What stands where the contract
//! knows nothing may be nested, long or strange as it likes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use crate::drift::{Drift, DriftKind, Path};
use crate::shape::{Described, Field, Presence, Shape};

/// Deeper than any answer; the walk and the decode behind it must not run out of stack.
const MOST_LEVELS: usize = 100;

/// More values than any answer has. A few bytes of an empty object are hundreds in memory, so that
/// the length alone does not bound what an answer costs.
const MOST_VALUES: usize = 50_000;

/// More objects than any answer has.
const MOST_OBJECTS: usize = 5_000;

/// More drift is not told; nobody reads it.
pub(crate) const MOST_DRIFT: usize = 1_000;

/// Whether a body has more in it than is read.
pub(crate) fn is_too_complex(body: &[u8]) -> bool {
    // In chunks of counts that fit a byte, so that the compiler can count many bytes at once.
    let (mut objects, mut values) = (0_usize, 0_usize);
    for chunk in body.chunks(usize::from(u8::MAX)) {
        let (mut in_objects, mut in_values) = (0_u8, 0_u8);
        for byte in chunk {
            in_objects += u8::from(*byte == b'{');
            in_values += u8::from(matches!(byte, b'{' | b'[' | b','));
        }
        objects += usize::from(in_objects);
        values += usize::from(in_values);
    }
    objects > MOST_OBJECTS || values > MOST_VALUES
}

/// Reads a value; `None` where there is nothing that could be read.
pub(crate) fn read<T: DeserializeOwned + Described>(body: &[u8]) -> Option<T> {
    if is_too_complex(body) {
        return None;
    }
    if let Ok(value) = serde_json::from_slice(body) {
        return Some(value);
    }
    let tree = Walk::default().start(&T::shape(), body)?;
    serde_json::from_value(tree).ok()
}

/// Tells where an answer differs from the contract; nothing of what is not JSON.
pub(crate) fn drift<T: Described>(body: &[u8]) -> Vec<Drift> {
    let mut walk = Walk { most_drift: MOST_DRIFT, ..Walk::default() };
    if !is_too_complex(body) {
        walk.start(&T::shape(), body);
    }
    walk.drift
}

/// Notes the drift on its way, as much as is asked for, and gives back what fits.
#[derive(Default)]
struct Walk {
    drift: Vec<Drift>,
    most_drift: usize,
    level: usize,
}

impl Walk {
    /// Walks a body. Bytes that are not UTF-8 cost the character they stand for, not the answer.
    fn start(&mut self, shape: &Shape, body: &[u8]) -> Option<Value> {
        let text = String::from_utf8_lossy(body);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        self.read(shape, parse(text)?, Path::Root)
    }

    fn note<T>(&mut self, path: Path<'_>, kind: DriftKind) -> Option<T> {
        if self.drift.len() < self.most_drift {
            self.drift.push(path.drift(kind));
        }
        None
    }

    /// The value, as far as it fits.
    fn read(&mut self, shape: &Shape, raw: &RawValue, path: Path<'_>) -> Option<Value> {
        if self.level == MOST_LEVELS {
            return self.note(path, DriftKind::WrongType);
        }
        self.level += 1;
        let value = self.read_within(shape, raw.get(), path);
        self.level -= 1;
        value
    }

    fn read_within(&mut self, shape: &Shape, text: &str, path: Path<'_>) -> Option<Value> {
        let value = match shape {
            Shape::Any => parse(text),
            Shape::Boolean => parse(text).map(Value::Bool),
            Shape::Integer => parse(text).and_then(whole).map(Value::from),
            Shape::Number => parse(text).map(Value::Number),
            Shape::String => parse(text).map(Value::String),
            Shape::DateTime => {
                parse(text).filter(|text: &String| is_date_time(text)).map(Value::String)
            }
            Shape::OpenEnum(is_documented) => parse(text).map(|value: String| {
                if !is_documented(&value) {
                    self.note::<()>(path, DriftKind::UnknownValue);
                }
                Value::String(value)
            }),
            Shape::OneOf(shapes) => {
                let try_one =
                    |shape: &fn() -> Shape| Self::default().read_within(&shape(), text, path);
                shapes.iter().find_map(try_one)
            }
            Shape::List(item) => match parse(text) {
                Some(items) => return self.list(&item(), items, path),
                None => None,
            },
            Shape::Map(value) => match parse(text) {
                Some(members) => return Some(self.map(&value(), members, path)),
                None => None,
            },
            Shape::Object(fields) => match parse(text) {
                Some(members) => return self.object(fields, &members, path),
                None => None,
            },
        };
        value.or_else(|| self.note(path, DriftKind::WrongType))
    }

    /// Every item is looked at, for its drift; one that is lost costs the list, which is whole or
    /// absent, never silently shorter.
    fn list(&mut self, item: &Shape, items: Vec<&RawValue>, path: Path<'_>) -> Option<Value> {
        let read: Vec<Option<Value>> = items
            .iter()
            .enumerate()
            .map(|(index, raw)| self.read(item, raw, Path::Item(&path, index)))
            .collect();
        read.into_iter().collect::<Option<Vec<_>>>().map(Value::Array)
    }

    /// A member of a map may be absent, so one that is lost costs no other.
    fn map(&mut self, shape: &Shape, members: Members<'_>, path: Path<'_>) -> Value {
        let mut read = Map::new();
        for (name, raw) in members {
            let path = Path::Property(&path, &name);
            let value = if is_null(raw) { None } else { self.read(shape, raw, path) };
            read.extend(value.map(|value| (name.clone(), value)));
        }
        Value::Object(read)
    }

    fn object(&mut self, fields: &[Field], members: &Members<'_>, path: Path<'_>) -> Option<Value> {
        for name in members.keys() {
            if !fields.iter().any(|field| field.name == name) {
                self.note::<()>(Path::Property(&path, name), DriftKind::UnknownField);
            }
        }
        let (mut read, mut is_whole) = (Map::new(), true);
        for field in fields {
            let path = Path::Property(&path, field.name);
            let value = match members.get(field.name).filter(|raw| !is_null(raw)) {
                Some(raw) => self.read(&(field.shape)(), raw, path),
                None if field.presence == Presence::Optional => None,
                None => self.note(path, DriftKind::MissingRequired),
            };
            is_whole &= value.is_some() || field.presence != Presence::Required;
            read.extend(value.map(|value| (field.name.to_owned(), value)));
        }
        is_whole.then_some(Value::Object(read))
    }
}

/// The members of an object, not looked into yet.
type Members<'a> = BTreeMap<String, &'a RawValue>;

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn is_null(raw: &RawValue) -> bool {
    raw.get() == "null"
}

/// The parser is the one that the plain decode uses, so that both read the same.
fn is_date_time(text: &str) -> bool {
    text.parse::<chrono::DateTime<chrono::FixedOffset>>().is_ok()
}

/// A number without a fraction is whole, however it is written: `100.0` is the amount 100.
fn whole(number: Number) -> Option<i64> {
    /// Up to here every whole number is one `f64`, so that nothing is rounded.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let value = number.as_f64().filter(|value| value.fract() == 0.0 && value.abs() <= EXACT)?;
        #[allow(clippy::cast_possible_truncation, reason = "whole and within bounds")]
        Some(value as i64)
    })
}
