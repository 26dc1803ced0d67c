//! The tolerant reader: whatever form an answer has, as much of it is read as can be.
//!
//! A plain decode comes first and is all there is where nothing has drifted. Only where it fails is
//! the answer read as a tree, walked with the contract's [`Shape`], freed of what does not fit, and
//! decoded again. The same walk, on demand, tells the drift.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::drift::{Drift, DriftKind, Path};
use crate::shape::{Described, Field, Presence, Shape};

/// Reads a value; `None` where there is nothing that could be read.
pub(crate) fn read<T: DeserializeOwned + Described>(body: &[u8]) -> Option<T> {
    if let Ok(value) = serde_json::from_slice(body) {
        return Some(value);
    }
    let mut tree = parse(body)?;
    let fits = Walk::default().fits(&T::shape(), &mut tree, Path::Root);
    if !fits {
        return None;
    }
    serde_json::from_value(tree).ok()
}

/// Tells where an answer differs from the contract; nothing of what is not JSON.
pub(crate) fn drift<T: Described>(body: &[u8]) -> Vec<Drift> {
    let mut walk = Walk::default();
    if let Some(mut tree) = parse(body) {
        walk.fits(&T::shape(), &mut tree, Path::Root);
    }
    walk.drift
}

/// A JSON tree. Bytes that are not UTF-8 cost the character they stand for, not the answer.
fn parse(body: &[u8]) -> Option<Value> {
    serde_json::from_str(&String::from_utf8_lossy(body)).ok()
}

/// Notes the drift on its way and takes out what does not fit.
#[derive(Default)]
struct Walk {
    drift: Vec<Drift>,
}

impl Walk {
    fn note(&mut self, path: Path<'_>, kind: DriftKind) -> bool {
        self.drift.push(path.drift(kind));
        false
    }

    /// Makes `value` fit, or says that it cannot be made to.
    fn fits(&mut self, shape: &Shape, value: &mut Value, path: Path<'_>) -> bool {
        match (shape, value) {
            (Shape::Any, _)
            | (Shape::Boolean, Value::Bool(_))
            | (Shape::Number, Value::Number(_))
            | (Shape::String, Value::String(_)) => true,
            (Shape::Integer, Value::Number(number)) => match whole(number) {
                Some(whole) => {
                    *number = whole.into();
                    true
                }
                None => self.note(path, DriftKind::WrongType),
            },
            (Shape::DateTime, Value::String(text)) => {
                chrono::DateTime::parse_from_rfc3339(text).is_ok()
                    || self.note(path, DriftKind::WrongType)
            }
            (Shape::OpenEnum(is_documented), Value::String(text)) => {
                if !is_documented(text) {
                    self.note(path, DriftKind::UnknownValue);
                }
                true
            }
            (Shape::OneOf(shapes), value) => {
                shapes.iter().any(|shape| Self::default().fits(&shape(), value, path))
                    || self.note(path, DriftKind::WrongType)
            }
            (Shape::List(item), Value::Array(items)) => {
                // Every item is looked at, for its drift; one that is lost costs the list, which is
                // whole or absent, never silently shorter.
                let (item, mut all_fit) = (item(), true);
                for (index, value) in items.iter_mut().enumerate() {
                    all_fit &= self.fits(&item, value, Path::Item(&path, index));
                }
                all_fit
            }
            (Shape::Map(value_shape), Value::Object(members)) => {
                let shape = value_shape();
                members.retain(|name, value| {
                    !value.is_null() && self.fits(&shape, value, Path::Property(&path, name))
                });
                true
            }
            (Shape::Object(fields), Value::Object(members)) => self.object(fields, members, path),
            _ => self.note(path, DriftKind::WrongType),
        }
    }

    fn object(
        &mut self,
        fields: &[Field],
        members: &mut Map<String, Value>,
        path: Path<'_>,
    ) -> bool {
        for name in members.keys() {
            if !fields.iter().any(|field| field.name == name) {
                self.note(Path::Property(&path, name), DriftKind::UnknownField);
            }
        }
        let mut fits = true;
        for field in fields {
            let path = Path::Property(&path, field.name);
            let value = members.get_mut(field.name).filter(|value| !value.is_null());
            let is_there = match value {
                Some(value) => self.fits(&(field.shape)(), value, path),
                None => {
                    field.presence == Presence::Optional
                        || self.note(path, DriftKind::MissingRequired)
                }
            };
            if !is_there {
                members.remove(field.name);
                fits &= field.presence != Presence::Required;
            }
        }
        fits
    }
}

/// A number without a fraction is whole, however it is written: `100.0` is the amount 100.
fn whole(number: &serde_json::Number) -> Option<i64> {
    /// Up to here every whole number is one `f64`, so that nothing is rounded.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let value = number.as_f64().filter(|value| value.fract() == 0.0 && value.abs() <= EXACT)?;
        #[allow(clippy::cast_possible_truncation, reason = "whole and within bounds")]
        Some(value as i64)
    })
}
