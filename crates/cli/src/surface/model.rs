//! What users see of a client.

use std::collections::BTreeSet;

/// The operations and types of a client, in the order of its code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surface {
    pub operations: Vec<Operation>,
    pub types: Vec<Type>,
}

/// A method that sends a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    pub name: String,
    /// Method and path, such as `GET /sessions/{session_id}`.
    pub route: String,
    pub doc: String,
    pub parameters: Vec<Parameter>,
    pub output: String,
    /// How it does its work.
    pub body: String,
}

/// A parameter of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    pub name: String,
    pub ty: String,
}

/// A public type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Type {
    /// The name, with its module inside of `types` if it is in one.
    pub name: String,
    pub doc: String,
    pub kind: TypeKind,
    /// Whether code outside of the crate has to expect more fields or variants.
    pub is_non_exhaustive: bool,
    /// The traits that users can rely on.
    pub traits: BTreeSet<String>,
    /// The signatures of its public functions.
    pub functions: BTreeSet<String>,
    /// How it does its work: attributes and the bodies of its impls.
    pub body: String,
}

/// What a type is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeKind {
    Struct(Vec<Field>),
    /// A struct with fields without names.
    Tuple(String),
    Enum(Vec<Variant>),
}

/// A public field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    /// The name in JSON.
    pub wire_name: String,
    pub ty: String,
    pub doc: String,
    /// Whether the contract requires it although the type does not.
    pub is_expected: bool,
    /// Whether `Debug` hides it.
    pub is_sensitive: bool,
}

/// A variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    pub name: String,
    /// The value in JSON, where the variant stands for one.
    pub value: Option<String>,
    /// What it holds, such as `(String)`.
    pub payload: String,
    pub doc: String,
}

impl Surface {
    /// A type by its name.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        self.types.iter().find(|ty| ty.name == name)
    }
}
