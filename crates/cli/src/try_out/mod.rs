//! Generates and compiles the clients of other documents, and reports the results in a table.

mod attempt;
mod table;

pub use attempt::{Attempt, compile_dependencies};
pub use table::print;
