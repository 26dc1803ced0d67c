//! Every stage in its order.

use crate::emit::{self, Generated};
use crate::source::diagnostic::Diagnostics;
use crate::source::document::{Document, Source};
use crate::{lower, normalise, overlay, passes, sensitive, translate, validate};

/// Runs every stage: a document and its overlay in, the client's source and what it loses out.
///
/// The same two texts give the same bytes on every machine. [`overlay::NONE`] is the overlay of a
/// document that has none.
///
/// # Errors
///
/// - A text that is not readable, in the stage `load`: the errors of both texts.
/// - Whatever else keeps a stage from going on: all errors of the first stage that finds one.
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
