//! Every stage in its order.

use crate::emit::{self, Generated};
use crate::record::Record;
use crate::source::diagnostic::Diagnostics;
use crate::source::document::{Document, Source};
use crate::translate::Translated;
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
    client(translated(spec, overlay)?)
}

/// Does what [`generate`] does, and keeps the types of a record: a place that it knows has the type that
/// it had, whatever has grown in the document since.
///
/// # Errors
///
/// - Those of [`generate`].
/// - A record that is not readable, in the stage `load`.
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
