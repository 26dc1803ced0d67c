//! What users see of a client: its operations and types, as its code declares them.

mod model;
mod read;

pub use model::{Field, Operation, Parameter, Surface, Type, TypeKind, Variant};
