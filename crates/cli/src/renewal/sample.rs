//! A value that a contract allows, as documentation shows one.

use serde_json::Value;
use serde_yaml::{Mapping, Value as Tree};

use super::contract::{Contract, Schemas};

/// Deeper than any answer: what is required of what is required.
const MOST_LEVELS: usize = 8;

/// The example of the contract for a place, or the simplest value that it allows there.
pub fn sample(contract: &Contract, schemas: &Schemas<'_>) -> Tree {
    of(contract, schemas, 0)
}

fn of(contract: &Contract, schemas: &Schemas<'_>, level: usize) -> Tree {
    let shown = ["example", "default"].into_iter().find_map(|name| schemas.keyword(name));
    let first = || match schemas.keyword("enum") {
        Some(Value::Array(values)) => values.first(),
        _ => None,
    };
    if let Some(value) = shown.or_else(first).filter(|value| !value.is_null()) {
        return serde_yaml::to_value(value).unwrap_or_default();
    }
    if let Some(form) = schemas.first_form().filter(|_| schemas.keyword("properties").is_none()) {
        return of(contract, form, level);
    }
    let types = schemas.types();
    let has = |name: &str| types.contains(name);
    if has("object") && level < MOST_LEVELS {
        let members = schemas.required().into_keys().map(|name| {
            (Tree::from(name), of(contract, &contract.member(schemas, name), level + 1))
        });
        return Tree::Mapping(members.collect::<Mapping>());
    }
    if has("array") {
        return Tree::Sequence(Vec::new());
    }
    if has("boolean") {
        return true.into();
    }
    if has("integer") || has("number") {
        let least = schemas.keyword("minimum").and_then(Value::as_i64).unwrap_or(0);
        return least.max(1).into();
    }
    match schemas.keyword("format").and_then(Value::as_str) {
        Some("date-time") => "2026-01-31T12:00:00Z".into(),
        Some("date") => "2026-01-31".into(),
        Some("uuid") => "00000000-0000-4000-8000-000000000000".into(),
        _ => "<string>".into(),
    }
}
