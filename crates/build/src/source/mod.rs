//! Text with places, and errors as data.

pub mod diagnostic;
pub mod document;
pub mod encoding;
mod json;
pub mod limits;
pub mod pointer;
pub mod problem;
