//! The layout of OpenAPI documents, and the generator's own members.

pub mod grammar;
mod layout;
pub mod mark;
mod objects;
mod place;
pub mod schemas;

pub use layout::*;
pub use objects::each_object_mut;
