//! What the passes must know of the types that progenitor cannot carry through.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Errors, keep_reachable, mark, openapi, origin};
use crate::codegen::names;
use crate::codegen::pointer::Pointer;
use crate::codegen::problem::Problem;
use crate::codegen::sensitive;

/// Whether a type is sent or received; what is both is received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Request,
    Response,
}

/// What is known of the types and operations, by Rust name.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    types: BTreeMap<String, TypeFact>,
    operations: BTreeMap<String, OperationFact>,
}

/// What is known of an operation.
#[derive(Debug, Clone)]
pub struct OperationFact {
    /// Where it stands in the fragment.
    pub origin: Pointer,
    /// Its method and path.
    pub route: String,
}

/// What is known of a type.
#[derive(Debug, Clone)]
pub struct TypeFact {
    /// Where it stood in the fragment.
    pub origin: Pointer,
    /// Whether the client receives it.
    pub direction: Direction,
    /// Its fields, by their name in JSON.
    pub fields: BTreeMap<String, FieldFact>,
    /// Names for values of an enum, by value.
    pub variants: BTreeMap<String, String>,
}

/// What is known of a field.
#[derive(Debug, Clone)]
pub struct FieldFact {
    /// Where it stood in the fragment.
    pub origin: Pointer,
    /// What the contract says of it.
    pub description: Option<String>,
    /// Whether `Debug` must not show it.
    pub is_sensitive: bool,
    /// Whether the contract requires it, though the Rust type does not.
    pub is_expected: bool,
}

impl Facts {
    /// A type, by its Rust name.
    pub fn of_type(&self, name: &str) -> Option<&TypeFact> {
        self.types.get(name)
    }

    /// Whether a type is received, by its Rust name.
    pub fn is_received(&self, name: impl ToString) -> bool {
        self.direction(name) == Some(Direction::Response)
    }

    /// Whether a type is only sent, by its Rust name.
    pub fn is_sent(&self, name: impl ToString) -> bool {
        self.direction(name) == Some(Direction::Request)
    }

    fn direction(&self, name: impl ToString) -> Option<Direction> {
        self.of_type(&name.to_string()).map(|fact| fact.direction)
    }

    /// A field, by the Rust name of its type and its own name in JSON.
    pub fn of_field(&self, type_name: &str, wire_name: &str) -> Option<&FieldFact> {
        self.of_type(type_name)?.fields.get(wire_name)
    }

    /// An operation, by the Rust name of its method.
    pub fn of_operation(&self, method_name: &str) -> Option<&OperationFact> {
        self.operations.get(method_name)
    }

    pub(super) fn collect(root: &Value, errors: &mut Errors<'_>) -> Self {
        let entries = super::entry_points(root);
        let received: Vec<&Pointer> = entries
            .iter()
            .filter(|entry| entry.direction == Direction::Response)
            .map(|entry| &entry.pointer)
            .collect();
        let received = keep_reachable::reached_from(root, received.into_iter());
        let mut facts = Self::default();
        for (name, schema) in openapi::members(root.pointer("/components/schemas")) {
            let direction =
                if received.contains(name) { Direction::Response } else { Direction::Request };
            let fact = TypeFact {
                origin: origin(schema),
                direction,
                fields: fields(root, schema, errors),
                variants: variants(schema, direction, errors),
            };
            facts.types.insert(name.to_owned(), fact);
        }
        for operation in openapi::operations(root) {
            let id = openapi::text(operation.value, "operationId").unwrap_or_default();
            let route = format!("{} {}", operation.method.to_uppercase(), operation.path);
            let fact = OperationFact { origin: operation.pointer.clone(), route };
            facts.operations.insert(names::field_name(id), fact);
        }
        facts
    }
}

fn fields(root: &Value, schema: &Value, errors: &mut Errors<'_>) -> BTreeMap<String, FieldFact> {
    let expected: Vec<&str> = openapi::strings(schema.get(mark::EXPECTED)).collect();
    let mut rust_names: BTreeMap<String, Pointer> = BTreeMap::new();
    let mut fields = BTreeMap::new();
    for (name, property) in openapi::members(schema.get("properties")) {
        let rust_name = names::field_name(name);
        if let Some(first) = rust_names.get(&rust_name) {
            let first = first.clone();
            errors.report(&origin(property), Problem::FieldTaken { name: rust_name, first });
        } else {
            rust_names.insert(rust_name, origin(property));
        }
        fields.insert(
            name.to_owned(),
            FieldFact {
                origin: origin(property),
                description: description(root, property).map(str::to_owned),
                is_sensitive: property.get(sensitive::MARK) == Some(&Value::Bool(true)),
                is_expected: expected.contains(&name),
            },
        );
    }
    fields
}

/// The words for a property: its own, or those for what it refers to.
fn description<'a>(root: &'a Value, property: &'a Value) -> Option<&'a str> {
    let own = openapi::text(property, "description");
    own.or_else(|| openapi::text(openapi::resolve(root, property)?, "description"))
}

fn variants(
    schema: &Value,
    direction: Direction,
    errors: &mut Errors<'_>,
) -> BTreeMap<String, String> {
    let at = origin(schema).join("enum");
    let values: Vec<&str> = openapi::strings(schema.get("enum")).collect();
    let given: Vec<&str> = openapi::strings(schema.get(mark::VARIANTS)).collect();
    if !given.is_empty() && given.len() != values.len() {
        let problem = Problem::VariantNames { values: values.len(), names: given.len() };
        errors.report(&origin(schema), problem);
    }
    let mut rust_names: BTreeMap<String, String> = BTreeMap::new();
    let mut variants = BTreeMap::new();
    for (index, value) in values.into_iter().enumerate() {
        let name = names::type_name(given.get(index).copied().unwrap_or(value));
        let value = value.to_owned();
        if direction == Direction::Response && name == names::OTHER_VARIANT {
            let name = names::OTHER_VARIANT;
            errors.report(&at, Problem::VariantReserved { name, value: value.clone() });
        }
        if let Some(first) = rust_names.insert(name.clone(), value.clone()) {
            let (name, value) = (name.clone(), value.clone());
            errors.report(&at, Problem::VariantTaken { name, value, first });
        }
        variants.insert(value, name);
    }
    variants
}
