//! Validate: is this an OpenAPI 3.0 document that the later stages can take?
//!
//! Reports all problems at once. Later stages rely on these checks.

mod checks;
mod frame;
mod operations;
mod references;
mod schemas;

use serde_json::Value;

use crate::restate::origins::Origins;
use crate::restate::{Restated, restate};
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;

use checks::Checks;

/// A document that is valid.
#[derive(Debug, Clone)]
pub struct Validated(Document);

impl Validated {
    /// The document, as it was read.
    pub fn document(&self) -> &Document {
        &self.0
    }

    /// Gives the document to the next stage.
    pub fn into_document(self) -> Document {
        self.0
    }
}

/// Validates a document.
///
/// # Errors
///
/// - All problems of the document.
pub fn validate(document: Document) -> Result<Validated, Diagnostics> {
    // Before anything recurses.
    Diagnostics::into_result(depth(&document))?;
    let Restated { root, origins, .. } = restate(document.root().clone());
    Diagnostics::into_result(problems(&document, &root, &origins, Stage::Validate))?;
    Ok(Validated(document))
}

/// The places that are nested too deep.
fn depth(document: &Document) -> Vec<Diagnostic> {
    let origins = Origins::default();
    let mut checks = Checks::new(document, document.root(), &origins, Stage::Validate);
    checks.depth();
    checks.errors
}

/// The problems of `root`: the document's own tree, or that tree overlaid and restated. Places are looked up
/// in the document's text.
pub fn problems(
    document: &Document,
    root: &Value,
    origins: &Origins,
    stage: Stage,
) -> Vec<Diagnostic> {
    let mut checks = Checks::new(document, root, origins, stage);
    checks.frame();
    if checks.errors.is_empty() {
        checks.references();
        checks.schemas();
        checks.operations();
        checks.shared_parts();
    }
    checks.errors
}
