//! Translate: restates the overlaid document as the subset of OpenAPI 3.0 of the later stages, and validates it.

use serde_json::Value;

use crate::overlay::Overlaid;
use crate::record::Record;
use crate::restate::origins::Origins;
use crate::restate::{Restated, restate};
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::validate;

/// A valid document in the subset of OpenAPI 3.0 that the later stages take.
#[derive(Debug, Clone)]
pub struct Translated {
    pub(crate) source: Document,
    pub(crate) origins: Origins,
    pub(crate) root: Value,
    pub(crate) losses: Vec<Diagnostic>,
    /// The name of the overlay, if one applies.
    pub(crate) overlay: Option<String>,
    /// The record of the types that places had, if there is one.
    pub(crate) record: Option<Record>,
}

impl Translated {
    /// Sets the record whose types are to be kept.
    #[must_use]
    pub fn keeping(self, record: Record) -> Self {
        Self { record: Some(record), ..self }
    }
}

/// Restates the document, and validates the result.
///
/// # Errors
///
/// - The restated document is not valid.
pub fn translate(overlaid: Overlaid) -> Result<Translated, Diagnostics> {
    let overlay = overlaid.overlay().map(str::to_owned);
    let (source, root) = overlaid.into_parts();
    let Restated { root, losses, origins } = restate(root);
    if overlay.is_some() {
        Diagnostics::into_result(validate::problems(&source, &root, &origins, Stage::Overlaid))?;
    }
    let loss = |(at, problem)| source.error(Stage::Translate, &at, problem);
    let losses = losses.into_iter().map(loss).collect();
    Ok(Translated { root, losses, overlay, source, origins, record: None })
}
