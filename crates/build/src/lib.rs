#![doc = include_str!("../README.md")]
//!
//! # Stages
//!
//! ```text
//! load ─► validate ─► overlay ─► translate ─► normalise ─► lower ─► passes ─► emit
//! ```
//!
//! Each stage is a function that can be called, tested and printed on its own; the type it takes can
//! only be had from the stage before it. The stages are open to this repository's tool and tests, and
//! not covered by semantic versioning.

mod build_script;
#[doc(hidden)]
pub mod diagnostic;
#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod encoding;
#[doc(hidden)]
pub mod json;
#[doc(hidden)]
pub mod lower;
#[doc(hidden)]
pub mod names;
#[doc(hidden)]
pub mod normalise;
#[doc(hidden)]
pub mod openapi;
#[doc(hidden)]
pub mod overlay;
#[doc(hidden)]
pub mod passes;
#[doc(hidden)]
pub mod pointer;
#[doc(hidden)]
pub mod problem;
#[doc(hidden)]
pub mod runtime;
#[doc(hidden)]
pub mod schemas;
#[doc(hidden)]
pub mod sensitive;
#[doc(hidden)]
pub mod syntax;
#[doc(hidden)]
pub mod translate;
#[doc(hidden)]
pub mod validate;

pub use build_script::Build;
#[doc(hidden)]
pub use build_script::{Chosen, choose};
pub use diagnostic::Diagnostics;
pub use emit::Generated;

use document::Document;

/// A file's name, as errors shall call it, and its text.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name that diagnostics show, relative to the crate.
    pub name: &'a str,
    /// The whole text: YAML or JSON.
    pub text: &'a str,
}

/// Runs every stage: the fragment and its overlay in, the client's source and its outline out.
///
/// Pure: the same two texts give the same bytes on every machine.
pub fn generate(spec: Source<'_>, overlay: Source<'_>) -> Result<Generated, Diagnostics> {
    let (document, overlay) = load(spec, overlay)?;
    let validated = validate::validate(document)?;
    let overlaid = overlay::apply(validated, &overlay)?;
    sensitive::check(&overlaid, &overlay)?;
    let normalised = normalise::normalise(translate::translate(overlaid)?)?;
    let lowered = lower::lower(&normalised)?;
    let client = passes::run(lowered, &normalised)?;
    Ok(emit::emit(&client, &normalised))
}

/// Reads both files, so that the errors of both are seen in one go.
fn load(spec: Source<'_>, overlay: Source<'_>) -> Result<(Document, Document), Diagnostics> {
    match (Document::load(spec), Document::load(overlay)) {
        (Ok(document), Ok(overlay)) => Ok((document, overlay)),
        (Err(errors), Ok(_)) | (Ok(_), Err(errors)) => Err(errors),
        (Err(mut errors), Err(more)) => {
            errors.extend(more);
            Err(errors)
        }
    }
}
