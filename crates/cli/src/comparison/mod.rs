//! What changed between two clients, and which release that takes.

pub mod change;
pub mod compare;
mod differences;
mod markdown;
mod rename;
mod side;
mod summary;

pub use side::Side;
pub use summary::Comparison;
