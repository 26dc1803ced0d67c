#![doc = include_str!("../README.md")]
//!
//! # Stages
//!
//! ```text
//! load ─► validate ─► overlay ─► translate ─► normalise ─► lower ─► passes ─► emit
//! ```
//!
//! Each stage is a function of its own, and takes a type that only the stage before it can make. [`Build`],
//! [`generate`], [`generate_keeping`] and the types in their signatures are the stable interface. The modules
//! are public for tools and tests that look into a stage, and may change in any release.

#![expect(clippy::needless_doctest_main, reason = "the README shows a whole build script")]

mod build_script;
pub mod causes;
pub mod emit;
mod generate;
pub mod lower;
pub mod names;
pub mod normalise;
pub mod openapi;
pub mod overlay;
pub mod passes;
pub mod plan;
mod prose;
pub mod record;
pub mod restate;
pub mod runtime;
pub mod sensitive;
mod sensitive_words;
pub mod source;
pub mod syntax;
pub mod translate;
pub mod validate;

pub use build_script::Build;
#[doc(hidden)]
pub use build_script::{Chosen, choose};
pub use emit::Generated;
pub use generate::{generate, generate_keeping};
pub use source::diagnostic::Diagnostics;
pub use source::document::Source;
