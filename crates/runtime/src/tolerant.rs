//! The tolerant reader: reads as much of an answer as can be read.
//!
//! A plain decode comes first; it is all that an answer takes if nothing has drifted. If it fails, the
//! answer is walked with the contract's [`Shape`], and what fits is decoded again. The same walk reports
//! the drift on demand.
//!
//! The walk looks into a value only as far as the contract knows it. A value that the contract does not
//! name may be nested, long or strange.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Number, Value};

use crate::choice::{Choosing, Chosen, View};
use crate::drift::{Drift, DriftKind, Path};
use crate::shape::{Branch, Described, Field, Kind, Presence, Shape};

/// Deeper than any answer; the walk and the decode behind it must not run out of stack.
const MOST_LEVELS: usize = 100;

/// More values than any answer has. The few bytes of an empty object become hundreds in memory, so the
/// length alone does not bound what an answer costs.
const MOST_VALUES: usize = 50_000;

/// More objects than any answer has.
const MOST_OBJECTS: usize = 5_000;

/// Cap on reported drift.
pub const MOST_DRIFT: usize = 1_000;

/// True if a body has more objects or values than are read.
pub fn is_too_complex(body: &[u8]) -> bool {
    let has_more = |most: usize, signs: &[u8]| {
        // A shorter body cannot have so many.
        let count = |sign: &u8| memchr::memchr_iter(*sign, body).count();
        body.len() > most && signs.iter().map(count).sum::<usize>() > most
    };
    (has_more(MOST_OBJECTS, b"{") || has_more(MOST_VALUES, b"{[,"))
        && has_more_outside_strings(body)
}

/// True if the body has too many signs outside its strings. Slow, so only bodies with so many signs come here.
fn has_more_outside_strings(body: &[u8]) -> bool {
    let (mut objects, mut values, mut is_string, mut is_escaped) = (0, 0, false, false);
    for byte in body {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'{' | b'[' | b',' if !is_string => {
                values += 1;
                objects += usize::from(*byte == b'{');
            }
            _ => {}
        }
    }
    objects > MOST_OBJECTS || values > MOST_VALUES
}

/// The text that is read of a body: without a byte order mark, and with a replacement character for
/// bytes that are not UTF-8.
pub fn text(body: &[u8]) -> Cow<'_, str> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    String::from_utf8_lossy(body)
}

/// Reads a value; `None` if nothing can be read.
pub fn read<T: DeserializeOwned + Described>(body: &[u8]) -> Option<T> {
    if is_too_complex(body) {
        return None;
    }
    // One check of the whole costs less than one of each string.
    let text = std::str::from_utf8(body);
    if let Some(value) = text.ok().and_then(parse) {
        return Some(value);
    }
    let mut walk = Walk::default();
    walk.start(&T::shape(), body)?;
    // As text again: a decoder of trees would be a second one to compile for each type.
    parse(&walk.fitting)
}

/// Reports where an answer differs from the contract; nothing if it is not JSON.
pub fn drift<T: Described>(body: &[u8]) -> Vec<Drift> {
    let mut walk = Walk { most_drift: MOST_DRIFT, ..Walk::default() };
    if !is_too_complex(body) {
        walk.start(&T::shape(), body);
    }
    walk.drift
}

/// Notes drift on its way, as much as is asked for, and writes down what fits.
#[derive(Default)]
struct Walk {
    drift: Vec<Drift>,
    most_drift: usize,
    level: usize,
    /// What fits, as JSON.
    fitting: String,
}

/// `Some` if a value was written as far as it fits; `None` leaves nothing behind.
type Written = Option<()>;

impl Walk {
    /// Walks a body. Bytes that are not UTF-8 cost one character, not the answer.
    fn start(&mut self, shape: &Shape, body: &[u8]) -> Written {
        let text = text(body);
        let mut values = serde_json::Deserializer::from_str(&text).into_iter::<&RawValue>();
        let value = values.next()?.ok()?;
        if let Cow::Owned(_) = text {
            self.note(Path::Root, DriftKind::ReplacedCharacters);
        }
        let rest = text.get(values.byte_offset()..).unwrap_or_default();
        if !rest.trim_ascii().is_empty() {
            self.note(Path::Root, DriftKind::BytesAfterValue);
        }
        self.read(shape, value, Path::Root)
    }

    fn note(&mut self, path: Path<'_>, kind: DriftKind) -> Written {
        if self.drift.len() < self.most_drift {
            self.drift.push(path.drift(kind));
        }
        None
    }

    /// Writes a value, as far as it fits.
    fn read(&mut self, shape: &Shape, raw: &RawValue, path: Path<'_>) -> Written {
        if self.level == MOST_LEVELS {
            return self.note(path, DriftKind::WrongType);
        }
        let start = self.fitting.len();
        self.level += 1;
        let written = self.read_within(shape, raw.get(), path);
        self.level -= 1;
        if written.is_none() {
            self.fitting.truncate(start);
        }
        written
    }

    fn read_within(&mut self, shape: &Shape, text: &str, path: Path<'_>) -> Written {
        let fits = match shape {
            Shape::Any => self.is_flat_enough(text),
            Shape::Boolean => parse::<bool>(text).is_some(),
            Shape::Unsigned if parse::<u64>(text).is_some() => true,
            Shape::Integer | Shape::Unsigned => match parse(text).and_then(whole) {
                Some(number) if number >= 0 || !matches!(shape, Shape::Unsigned) => {
                    self.fitting.push_str(&number.to_string());
                    return Some(());
                }
                _ => false,
            },
            Shape::Number => parse::<Number>(text).is_some(),
            Shape::String => parse::<String>(text).is_some(),
            Shape::DateTime => parse(text).is_some_and(|text: String| is_date_time(&text)),
            Shape::OpenEnum(is_documented) => parse(text).is_some_and(|value: String| {
                if !is_documented(&value) {
                    self.note(path, DriftKind::UnknownValue);
                }
                true
            }),
            Shape::OneOf(shapes) => {
                let mut attempts = shapes.iter().filter_map(|shape| {
                    let (level, most_drift) = (self.level, self.most_drift);
                    let mut attempt = Self { level, most_drift, ..Self::default() };
                    attempt.read_within(&shape(), text, path).map(|()| attempt)
                });
                match attempts.next() {
                    Some(mut first) => {
                        // The plain decode takes the first, too; what another form documents is no drift.
                        if attempts.all(|other| !other.drift.is_empty()) {
                            let room = self.most_drift.saturating_sub(self.drift.len());
                            first.drift.truncate(room);
                            self.drift.append(&mut first.drift);
                        }
                        self.fitting.push_str(&first.fitting);
                        return Some(());
                    }
                    None => false,
                }
            }
            Shape::Choice(tag, branches) => return self.choice(*tag, branches, text, path),
            Shape::List(item) => match parse(text) {
                Some(items) => return self.list(&item(), items, path),
                None => false,
            },
            Shape::Map(value) => match parse(text) {
                Some(members) => return self.map(&value(), members, path),
                None => false,
            },
            Shape::Nullable(_) if text == "null" => true,
            Shape::Nullable(value) => return self.read_within(&value(), text, path),
            Shape::Object(fields) => match parse(text) {
                Some(members) => return self.object(fields, &members, path),
                None => false,
            },
        };
        if !fits {
            return self.note(path, DriftKind::WrongType);
        }
        self.fitting.push_str(text);
        Some(())
    }

    /// True if a value that the contract does not look into can be decoded at this level.
    fn is_flat_enough(&self, text: &str) -> bool {
        parse(text).is_some_and(|value| self.level + levels(&value) <= MOST_LEVELS)
    }

    /// Every item is looked at, for its drift. One that is lost costs the list, which is whole or absent,
    /// never silently shorter.
    fn list(&mut self, item: &Shape, items: Vec<&RawValue>, path: Path<'_>) -> Written {
        let mut is_whole = true;
        self.fitting.push('[');
        for (index, raw) in items.into_iter().enumerate() {
            if index > 0 {
                self.fitting.push(',');
            }
            is_whole &= self.read(item, raw, Path::Item(&path, index)).is_some();
        }
        self.fitting.push(']');
        is_whole.then_some(())
    }

    /// Reads a value in the form that it has; an object that has none of them is kept as it is.
    fn choice(
        &mut self,
        tag: Option<&str>,
        branches: &[Branch],
        text: &str,
        path: Path<'_>,
    ) -> Written {
        let members = parse(text).filter(|_| text.starts_with('{'));
        let view = Unread { text, members: members.unwrap_or_default() };
        let mut choosing = Choosing::new(tag, &view);
        branches.iter().for_each(|branch| choosing.offer(&branch.by));
        match choosing.chosen() {
            Chosen::Branch(index) => {
                let shape = branches.get(index)?.shape;
                self.read_within(&shape(), text, path)
            }
            Chosen::Undocumented => {
                match tag {
                    Some(tag) if view.has(tag) => {
                        self.note(Path::Property(&path, tag), DriftKind::UnknownValue)
                    }
                    Some(tag) => self.note(Path::Property(&path, tag), DriftKind::MissingRequired),
                    None => self.note(path, DriftKind::UnknownValue),
                };
                self.is_flat_enough(text).then(|| self.fitting.push_str(text))
            }
            Chosen::WrongType => self.note(path, DriftKind::WrongType),
        }
    }

    /// A member of a map that is lost costs no other.
    fn map(&mut self, shape: &Shape, members: Members<'_>, path: Path<'_>) -> Written {
        self.note_names(&[], &members, DriftKind::WrongType, path);
        self.fitting.push('{');
        for (name, raw) in members.found.iter().filter(|(_, raw)| !is_null(raw)) {
            self.member(name, shape, raw, Path::Unknown(&path, name));
        }
        self.fitting.push('}');
        Some(())
    }

    fn object(&mut self, fields: &[Field], members: &Members<'_>, path: Path<'_>) -> Written {
        self.note_names(fields, members, DriftKind::UnknownField, path);
        for name in members.found.keys() {
            if !is_known(fields, name) {
                self.note(Path::Unknown(&path, name), DriftKind::UnknownField);
            }
        }
        let mut is_whole = true;
        self.fitting.push('{');
        for field in fields {
            let path = Path::Property(&path, field.name);
            let written = match members.found.get(field.name).filter(|raw| !is_null(raw)) {
                Some(raw) => self.member(field.name, &(field.shape)(), raw, path),
                None if field.presence == Presence::Optional => None,
                None => self.note(path, DriftKind::MissingRequired),
            };
            is_whole &= written.is_some() || field.presence != Presence::Required;
        }
        self.fitting.push('}');
        is_whole.then_some(())
    }

    /// Notes names that cost their member, and those that occur again.
    fn note_names(
        &mut self,
        fields: &[Field],
        members: &Members<'_>,
        undecodable: DriftKind,
        path: Path<'_>,
    ) {
        for name in &members.undecodable {
            self.note(Path::Unknown(&path, name.trim_matches('"')), undecodable);
        }
        for name in &members.repeated {
            let step = if is_known(fields, name) { Path::Property } else { Path::Unknown };
            self.note(step(&path, name), DriftKind::RepeatedName);
        }
    }

    /// Writes a member, after a comma if it is not the first.
    fn member(&mut self, name: &str, shape: &Shape, raw: &RawValue, path: Path<'_>) -> Written {
        let start = self.fitting.len();
        if !self.fitting.ends_with('{') {
            self.fitting.push(',');
        }
        self.fitting.push_str(&Value::from(name).to_string());
        self.fitting.push(':');
        let written = self.read(shape, raw, path);
        if written.is_none() {
            self.fitting.truncate(start);
        }
        written
    }
}

/// The members of an object, not looked into yet. Of those with the same name the last one counts.
#[derive(Default)]
struct Members<'a> {
    found: BTreeMap<String, &'a RawValue>,
    repeated: Vec<String>,
    /// Names that are not text, such as half a surrogate, as they are written.
    undecodable: Vec<&'a str>,
}

impl<'a> Deserialize<'a> for Members<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default())
    }
}

impl<'a> Visitor<'a> for Members<'a> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some((name, raw)) = map.next_entry::<&RawValue, &RawValue>()? {
            let Some(decoded) = parse::<String>(name.get()) else {
                self.undecodable.push(name.get());
                continue;
            };
            if self.found.insert(decoded.clone(), raw).is_some() {
                self.repeated.push(decoded);
            }
        }
        Ok(self)
    }
}

/// A value whose form is to be chosen before it is read.
struct Unread<'a> {
    text: &'a str,
    members: Members<'a>,
}

impl View for Unread<'_> {
    fn kind(&self) -> Option<Kind> {
        Some(match self.text.chars().next()? {
            '{' => Kind::Object,
            '[' => Kind::List,
            '"' => Kind::String,
            't' | 'f' => Kind::Boolean,
            'n' => return None,
            _ => Kind::Number,
        })
    }

    fn has(&self, name: &str) -> bool {
        self.members.found.get(name).is_some_and(|raw| !is_null(raw))
    }

    fn is(&self, name: &str, text: &str) -> bool {
        let raw = self.members.found.get(name).map(|raw| raw.get());
        let value = raw.and_then(parse::<String>);
        value.map_or_else(|| raw == Some(text), |value| value == text)
    }
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn is_known(fields: &[Field], name: &str) -> bool {
    fields.iter().any(|field| field.name == name)
}

/// How deep lists and objects are nested.
fn levels(value: &Value) -> usize {
    let within = match value {
        Value::Array(items) => items.iter().map(levels).max(),
        Value::Object(members) => members.values().map(levels).max(),
        _ => return 0,
    };
    1 + within.unwrap_or(0)
}

fn is_null(raw: &RawValue) -> bool {
    raw.get() == "null"
}

/// By the parser of the plain decode, so that both read the same.
fn is_date_time(text: &str) -> bool {
    text.parse::<chrono::DateTime<chrono::FixedOffset>>().is_ok()
}

/// A number without a fraction is whole, however it is written: `100.0` is the amount 100.
fn whole(number: Number) -> Option<i64> {
    /// Up to here an `f64` represents every whole number exactly.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let value = number.as_f64().filter(|value| value.fract() == 0.0 && value.abs() <= EXACT)?;
        #[allow(clippy::cast_possible_truncation, reason = "whole and within bounds")]
        Some(value as i64)
    })
}
