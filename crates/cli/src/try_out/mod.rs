//! The clients of other documents: generated, compiled, and told of in a table.

mod attempt;
mod table;

pub use attempt::{Attempt, compile_dependencies};
pub use table::print;
