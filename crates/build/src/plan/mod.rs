//! The plan: decisions made before lowering, by Rust name, which lower, the passes and emit read.

pub mod call;

use std::collections::BTreeMap;

use crate::source::pointer::Pointer;
use call::{Arm, Call};

/// The direction of a type; a type that is both sent and received counts as received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Only sent.
    Request,
    /// Received, and perhaps sent.
    Response,
}

/// The plan of the types and operations, by Rust name.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    types: BTreeMap<String, TypePlan>,
    operations: BTreeMap<String, OperationPlan>,
    unions: BTreeMap<String, Vec<Arm>>,
}

/// The plan of an operation.
#[derive(Debug, Clone)]
pub struct OperationPlan {
    /// Its place in the document.
    pub origin: Pointer,
    /// Its method and path.
    pub route: String,
    /// Its documentation: the summary and the description.
    pub words: String,
    /// The parts of its call.
    pub call: Call,
}

/// The plan of a type.
#[derive(Debug, Clone)]
pub struct TypePlan {
    /// Its place in the document.
    pub origin: Pointer,
    /// True if the client receives it.
    pub direction: Direction,
    /// Its fields, by their name in JSON.
    pub fields: BTreeMap<String, FieldPlan>,
    /// The names of the values of an enum, by value.
    pub variants: BTreeMap<String, String>,
    /// The choice that the type is a placeholder for, if it is one.
    pub choice: Option<Choice>,
    /// The documentation of each of its forms, in order, if they have one.
    pub forms: Vec<Option<String>>,
}

/// A choice between forms, at least one of them an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The property whose value names the form.
    pub tag: Option<Tag>,
    /// The forms, in the order of the document.
    pub branches: Vec<KnownBy>,
}

/// The property whose value names the form of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name in JSON.
    pub name: String,
    /// True if each form has it, so that it is always written.
    pub is_written: bool,
    /// True if its values are numbers or booleans rather than strings.
    pub is_literal: bool,
}

/// How one form is recognised: by values of the tag, by properties, or by its JSON type alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBy {
    /// The name of its variant, and of the placeholder's property.
    pub name: String,
    /// Values of the tag.
    pub tags: Vec<String>,
    /// Properties that only this form has.
    pub keys: Vec<String>,
    /// Its JSON type.
    pub kind: JsonKind,
}

/// The type of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// Members by their names.
    Object,
    /// Items in their order.
    List,
    /// Text.
    String,
    /// A number, whole or not.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// The plan of a field.
#[derive(Debug, Clone)]
pub struct FieldPlan {
    /// Its place in the document.
    pub origin: Pointer,
    /// Its name in Rust.
    pub rust_name: String,
    /// Its documentation.
    pub description: Option<String>,
    /// True if `Debug` must hide it.
    pub is_sensitive: bool,
    /// True if the contract requires it, although the Rust type does not.
    pub is_expected: bool,
    /// True if it is always sent, as `null` if it has no value.
    pub is_required: bool,
}

impl Plan {
    /// The types, by their Rust names.
    pub fn types(&self) -> impl Iterator<Item = (&str, &TypePlan)> {
        self.types.iter().map(|(name, fact)| (name.as_str(), fact))
    }

    /// A type, by its Rust name.
    pub fn type_named(&self, name: &str) -> Option<&TypePlan> {
        self.types.get(name)
    }

    /// True if the type of this Rust name is received.
    pub fn is_received(&self, name: impl ToString) -> bool {
        self.direction(name) == Some(Direction::Response)
    }

    /// True if the type of this Rust name is only sent.
    pub fn is_sent(&self, name: impl ToString) -> bool {
        self.direction(name) == Some(Direction::Request)
    }

    /// True if the type of this Rust name is a choice with an object among its forms.
    pub fn is_choice(&self, name: impl ToString) -> bool {
        self.type_named(&name.to_string()).is_some_and(|fact| fact.choice.is_some())
    }

    fn direction(&self, name: impl ToString) -> Option<Direction> {
        self.type_named(&name.to_string()).map(|fact| fact.direction)
    }

    /// A field, by the Rust name of its type and its own name in JSON.
    pub fn field(&self, type_name: &str, wire_name: &str) -> Option<&FieldPlan> {
        self.type_named(type_name)?.fields.get(wire_name)
    }

    /// An operation, by the Rust name of its method.
    pub fn operation(&self, method_name: &str) -> Option<&OperationPlan> {
        self.operations.get(method_name)
    }

    /// The content of a union for each status, by its Rust name.
    pub fn unions(&self) -> impl Iterator<Item = (&str, &[Arm])> {
        self.unions.iter().map(|(name, arms)| (name.as_str(), arms.as_slice()))
    }

    pub(crate) fn add_type(&mut self, name: &str, plan: TypePlan) {
        self.types.insert(name.to_owned(), plan);
    }

    pub(crate) fn add_operation(&mut self, method_name: &str, plan: OperationPlan) {
        self.operations.insert(method_name.to_owned(), plan);
    }

    pub(crate) fn set_call(&mut self, method_name: &str, call: Call) {
        if let Some(operation) = self.operations.get_mut(method_name) {
            operation.call = call;
        }
    }

    pub(crate) fn add_union(&mut self, name: &str, arms: Vec<Arm>) {
        self.unions.insert(name.to_owned(), arms);
    }
}
