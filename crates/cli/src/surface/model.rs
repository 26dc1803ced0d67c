//! The surface of a client.

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
    /// What every call gives, in order.
    pub parameters: Vec<Parameter>,
    /// What a call may give: the fields of a type that the method whose name ends in `_with` takes.
    pub options: Vec<Field>,
    pub output: String,
    /// What it does.
    pub body: String,
}

/// A required parameter of an operation.
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
    /// True if code outside of the crate must expect more fields or variants.
    pub is_non_exhaustive: bool,
    /// The traits that users can rely on.
    pub traits: BTreeSet<String>,
    /// The signatures of its public functions.
    pub functions: BTreeSet<String>,
    /// Its attributes and the bodies of its impls.
    pub body: String,
}

/// The content of a type.
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
    /// True if the contract requires it although the type does not.
    pub is_expected: bool,
    /// True if `Debug` hides it.
    pub is_sensitive: bool,
}

/// A variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    pub name: String,
    /// The value in JSON, if the variant is a single value.
    pub value: Option<String>,
    /// Its content, such as `(String)`.
    pub payload: String,
    pub doc: String,
}

impl Surface {
    /// A type by its name.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        self.types.iter().find(|ty| ty.name == name)
    }
}
