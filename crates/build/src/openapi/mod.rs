//! How an OpenAPI document is laid out, and the members that the generator adds to it.

pub mod grammar;
mod layout;
pub mod mark;
mod objects;
mod place;
pub mod schemas;

pub use layout::*;
pub use objects::each_object_mut;
