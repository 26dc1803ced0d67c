//! Restates bounds: an exclusive bound is a number in JSON Schema, and a flag beside the bound in OpenAPI 3.0.
//! Bounds of whole numbers become whole, and bounds that every value satisfies are removed.

use serde_json::{Map, Value};

use super::losses::Losses;
use crate::openapi::schemas;

/// Keywords that count something.
const COUNTS: [&str; 6] =
    ["maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties"];

pub(super) fn run(root: &mut Value, _: &mut Losses) {
    schemas::each_schema_mut(root, &mut |_, schema| {
        let Value::Object(members) = schema else { return };
        flag(members, "exclusiveMinimum", "minimum", |exclusive, bound| exclusive >= bound);
        flag(members, "exclusiveMaximum", "maximum", |exclusive, bound| exclusive <= bound);
        if members.get("type").is_some_and(|name| name == "integer") {
            round(members, "minimum", f64::ceil);
            round(members, "maximum", f64::floor);
            if members.get("multipleOf").is_some_and(Value::is_f64) {
                round(members, "multipleOf", f64::trunc);
            }
        }
        for keyword in COUNTS {
            count(members, keyword);
        }
    });
}

/// The exclusive bound replaces the other, unless the other is narrower.
fn flag(
    members: &mut Map<String, Value>,
    exclusive: &str,
    bound: &str,
    is_narrower: fn(f64, f64) -> bool,
) {
    let Some(Value::Number(number)) = members.get(exclusive) else { return };
    let (number, known) = (number.clone(), members.get(bound).and_then(Value::as_f64));
    members.remove(exclusive);
    let wins = |number: f64| known.is_none_or(|known| is_narrower(number, known));
    if number.as_f64().is_some_and(wins) {
        members.insert(bound.to_owned(), Value::Number(number));
        members.insert(exclusive.to_owned(), Value::Bool(true));
    }
}

/// A whole bound within 64 bits; a larger one excludes no value.
fn round(members: &mut Map<String, Value>, keyword: &str, round: fn(f64) -> f64) {
    let Some(Value::Number(number)) = members.get(keyword) else { return };
    if number.is_i64() {
        return;
    }
    let rounded = number.as_f64().map(round).filter(|value| value.abs() < i64::MAX as f64);
    match rounded {
        #[allow(clippy::cast_possible_truncation, reason = "whole and within bounds")]
        Some(value) => members.insert(keyword.to_owned(), (value as i64).into()),
        None => members.remove(keyword),
    };
}

fn count(members: &mut Map<String, Value>, keyword: &str) {
    let Some(Value::Number(number)) = members.get(keyword) else { return };
    if number.is_u64() {
        return;
    }
    let whole = number.as_f64().filter(|value| (0.0..1e15).contains(value));
    match whole {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative and within bounds"
        )]
        Some(value) => members.insert(keyword.to_owned(), (value as u64).into()),
        None => members.remove(keyword),
    };
}
