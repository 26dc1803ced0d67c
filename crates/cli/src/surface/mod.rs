//! The surface of a client: the operations and types that users see, as its code declares them.

mod model;
mod operations;
mod read;

pub use model::{Field, Operation, Parameter, Surface, Type, TypeKind, Variant};
