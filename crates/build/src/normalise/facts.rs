//! What the passes must know of the types that progenitor cannot carry through.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::wire::{Arm, Wire};
use super::{Errors, keep_reachable, mark, openapi, origin};
use crate::names;
use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::sensitive;

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
    unions: BTreeMap<String, Vec<Arm>>,
}

/// What is known of an operation.
#[derive(Debug, Clone)]
pub struct OperationFact {
    /// Where it stands in the fragment.
    pub origin: Pointer,
    /// Its method and path.
    pub route: String,
    /// What it sends and reads.
    pub wire: Wire,
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
    /// The names of the values of an enum, by value.
    pub variants: BTreeMap<String, String>,
    /// What the type chooses from, where it is only a placeholder for a choice.
    pub choice: Option<Choice>,
}

/// A choice between forms of which some are objects.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Choice {
    /// The property whose value names the form.
    pub tag: Option<String>,
    /// The forms, in the order of the document.
    pub branches: Vec<Mark>,
}

/// How one form is known: by values of the tag, or by properties, or else by its JSON type alone.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Mark {
    /// The name of its variant, and of the placeholder's property.
    pub name: String,
    /// Values of the tag.
    pub tags: Vec<String>,
    /// Properties that only this form has.
    pub keys: Vec<String>,
    /// Its JSON type.
    pub kind: String,
}

/// What is known of a field.
#[derive(Debug, Clone)]
pub struct FieldFact {
    /// Where it stood in the fragment.
    pub origin: Pointer,
    /// Its name in Rust.
    pub rust_name: String,
    /// What the contract says of it.
    pub description: Option<String>,
    /// Whether `Debug` must not show it.
    pub is_sensitive: bool,
    /// Whether the contract requires it, though the Rust type does not.
    pub is_expected: bool,
    /// Whether the Rust type has to say it, be it `null`.
    pub is_required: bool,
}

impl Facts {
    /// The types, by their Rust names.
    pub fn types(&self) -> impl Iterator<Item = (&str, &TypeFact)> {
        self.types.iter().map(|(name, fact)| (name.as_str(), fact))
    }

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

    /// Whether a type is a choice of which some forms are objects, by its Rust name.
    pub fn is_choice(&self, name: impl ToString) -> bool {
        self.of_type(&name.to_string()).is_some_and(|fact| fact.choice.is_some())
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

    /// What a union holds for each status, by its Rust name.
    pub fn unions(&self) -> impl Iterator<Item = (&str, &[Arm])> {
        self.unions.iter().map(|(name, arms)| (name.as_str(), arms.as_slice()))
    }

    pub(super) fn set_wire(&mut self, method_name: &str, wire: Wire) {
        if let Some(operation) = self.operations.get_mut(method_name) {
            operation.wire = wire;
        }
    }

    pub(super) fn add_union(&mut self, name: &str, arms: Vec<Arm>) {
        self.unions.insert(name.to_owned(), arms);
    }

    pub(super) fn collect(root: &Value, is_curated: bool, errors: &mut Errors<'_>) -> Self {
        let received = keep_reachable::reached_in(Direction::Response, root);
        let mut facts = Self::default();
        for (name, schema) in openapi::component_schemas(root) {
            let direction =
                if received.contains(name) { Direction::Response } else { Direction::Request };
            let fact = TypeFact {
                origin: origin(schema),
                direction,
                fields: fields(root, schema, is_curated, errors),
                variants: variants(schema, direction, is_curated, errors),
                choice: choice(schema),
            };
            facts.types.insert(name.to_owned(), fact);
        }
        for operation in openapi::operations(root) {
            let id = openapi::text(operation.value, "operationId").unwrap_or_default();
            let route = format!("{} {}", operation.method.to_uppercase(), operation.path);
            let (origin, wire) = (operation.pointer.clone(), Wire::default());
            let fact = OperationFact { origin, route, wire };
            facts.operations.insert(names::field_name(id), fact);
        }
        facts
    }
}

fn choice(schema: &Value) -> Option<Choice> {
    serde_json::from_value(schema.get(mark::CHOICE)?.clone()).ok()
}

fn fields(
    root: &Value,
    schema: &Value,
    is_curated: bool,
    errors: &mut Errors<'_>,
) -> BTreeMap<String, FieldFact> {
    let expected: BTreeSet<&str> = openapi::strings(schema.get(mark::EXPECTED)).collect();
    let required: BTreeSet<&str> = openapi::strings(schema.get("required")).collect();
    let mut rust_names: BTreeMap<String, Pointer> = BTreeMap::new();
    let mut fields = BTreeMap::new();
    let properties: Vec<_> = openapi::members(schema.get("properties")).collect();
    let wanted = properties.iter().map(|(name, _)| match is_curated {
        true => vec![names::field_name(name)],
        false => names::field_names(name),
    });
    let distinct = names::distinct(&wanted.collect::<Vec<_>>(), |_| false);
    for ((name, property), rust_name) in properties.into_iter().zip(distinct) {
        if let Some(first) = rust_names.get(&rust_name) {
            let (name, first) = (rust_name.clone(), first.clone());
            errors.report(&origin(property), Problem::FieldTaken { name, first });
        } else {
            rust_names.insert(rust_name.clone(), origin(property));
        }
        fields.insert(
            name.to_owned(),
            FieldFact {
                origin: origin(property),
                rust_name,
                description: description(root, property),
                is_sensitive: property.get(sensitive::MARK) == Some(&Value::Bool(true)),
                is_expected: expected.contains(name),
                is_required: required.contains(name),
            },
        );
    }
    fields
}

/// The words for a property, its own or those for what it refers to, and what stands for it where
/// it is left out.
fn description(root: &Value, property: &Value) -> Option<String> {
    let own = openapi::text(property, "description");
    let words = own.or_else(|| openapi::text(openapi::resolve(root, property)?, "description"));
    let default = openapi::text(property, mark::DEFAULT)
        .map(|default| format!("The server takes `{default}` where this is left out."));
    match (words, default) {
        (Some(words), Some(default)) => Some(format!("{}\n\n{default}", words.trim_end())),
        (words, default) => words.map(str::to_owned).or(default),
    }
}

fn variants(
    schema: &Value,
    direction: Direction,
    is_curated: bool,
    errors: &mut Errors<'_>,
) -> BTreeMap<String, String> {
    let at = origin(schema).join("enum");
    let values: Vec<&str> = openapi::strings(schema.get("enum")).collect();
    let mut given: Vec<&str> = openapi::strings(schema.get(mark::VARIANTS)).collect();
    if !given.is_empty() && given.len() != values.len() {
        let (values, names) = (values.len(), given.len());
        // Upstream's own extension is no word of the contract.
        let problem = match is_curated {
            true => Problem::VariantNames { values, names },
            false => Problem::VariantNamesIgnored { values, names },
        };
        errors.report(&origin(schema), problem);
        given.clear();
    }
    let wanted = values.iter().enumerate().map(|(index, value)| match given.get(index) {
        Some(given) if is_curated => vec![names::type_name(given)],
        None if is_curated => vec![names::type_name(value)],
        Some(given) => {
            [names::type_name(given)].into_iter().chain(names::type_names(value)).collect()
        }
        None => names::type_names(value),
    });
    let is_open = direction == Direction::Response;
    let is_reserved = |name: &str| is_open && name == names::OTHER_VARIANT;
    let distinct = names::distinct(&wanted.collect::<Vec<_>>(), is_reserved);
    let mut rust_names: BTreeMap<String, String> = BTreeMap::new();
    let mut variants = BTreeMap::new();
    for (value, name) in values.into_iter().zip(distinct) {
        let value = value.to_owned();
        if is_reserved(&name) {
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
