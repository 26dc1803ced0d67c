//! The comparison of two clients, and the release that it requires.

pub mod change;
pub mod compare;
mod differences;
mod fields;
mod inside;
mod markdown;
mod names_only;
mod operations;
mod rename;
mod side;
pub mod summary;

pub use side::Side;
pub use summary::Comparison;
