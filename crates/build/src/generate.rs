//! Runs all stages in order.

use crate::emit::{self, Generated};
use crate::record::Record;
use crate::source::diagnostic::Diagnostics;
use crate::source::document::{Document, Source};
use crate::translate::Translated;
use crate::{lower, normalise, overlay, passes, sensitive, translate, validate};

/// Generates a client from a document and an overlay: its source, and its losses.
///
/// The same two texts give the same bytes on every machine. [`overlay::NONE`] is the overlay of a
/// document that has none.
///
/// # Errors
///
/// - A text cannot be read: the errors of both texts, of the stage `load`.
/// - A stage cannot go on: all errors of that stage.
pub fn generate(spec: Source<'_>, overlay: Source<'_>) -> Result<Generated, Diagnostics> {
    client(translated(spec, overlay)?)
}

/// As [`generate`], and keeps the types of a [record](crate::record): each place that the record lists keeps
/// its type, even if the document has grown since.
///
/// # Errors
///
/// - As [`generate`].
/// - The record cannot be read: an error of the stage `load`.
pub fn generate_keeping(
    spec: Source<'_>,
    overlay: Source<'_>,
    types: Source<'_>,
) -> Result<Generated, Diagnostics> {
    let record = Record::read(types)?;
    client(translated(spec, overlay)?.keeping(record))
}

fn translated(spec: Source<'_>, overlay: Source<'_>) -> Result<Translated, Diagnostics> {
    let (document, overlay) = load(spec, overlay)?;
    let validated = validate::validate(document)?;
    let overlaid = overlay::apply(validated, &overlay)?;
    sensitive::check(&overlaid, &overlay)?;
    translate::translate(overlaid)
}

fn client(translated: Translated) -> Result<Generated, Diagnostics> {
    let normalised = normalise::normalise(translated)?;
    let lowered = lower::lower(&normalised)?;
    let client = passes::run(lowered, &normalised)?;
    Ok(emit::emit(&client, &normalised))
}

/// Reads both files before it reports the errors of either.
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
