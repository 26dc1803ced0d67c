//! The commands. Their input and output go through a [`Terminal`], so that tests run them as a person does.
//!
//! This library is for the package's own binary and tests; nothing in it is covered by semantic
//! versioning.

#![allow(missing_docs, reason = "the library is for the package's own binary and tests")]

mod cargo;
mod commands;
pub mod comparison;
mod compile;
mod failure;
mod finding;
mod git;
mod idle;
mod import;
mod inputs;
pub mod outline;
mod package;
mod release;
mod renewal;
pub mod scratch;
mod sources;
pub mod surface;
mod terminal;
mod text;
mod trace;
mod try_out;

pub use commands::run;
pub use terminal::{Ending, Terminal};
