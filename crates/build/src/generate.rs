//! Runs all stages in order.

use crate::causes::Causes;
use crate::emit::{self, Generated};
use crate::normalise::{self, Normalised};
use crate::overlay::{self, Overlaid};
use crate::record::Record;
use crate::source::diagnostic::Diagnostics;
use crate::source::document::{Document, Source};
use crate::{lower, passes, sensitive, translate, validate};

/// Generates a client from a document and an overlay: its source, and its losses.
///
/// The same two texts give the same bytes on every machine. [`overlay::NONE`] is the overlay of a
/// document that has none.
///
/// # Errors
///
/// - A text cannot be read: the errors of both texts, of the stage `load`.
/// - The document is not valid: all its problems.
/// - The overlay has actions or names that match nothing, or leaves properties undecided; or the document cannot be
///   brought into the generator's form: all these problems together. An error that an action causes names the action.
/// - A later stage cannot go on: all errors of that stage.
pub fn generate(spec: Source<'_>, overlay: Source<'_>) -> Result<Generated, Diagnostics> {
    run(spec, overlay, None)
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
    run(spec, overlay, Some(types))
}

fn run(
    spec: Source<'_>,
    overlay: Source<'_>,
    types: Option<Source<'_>>,
) -> Result<Generated, Diagnostics> {
    let texts = (Document::load(spec), Document::load(overlay), types.map(Record::read));
    let (document, overlay, record) = match texts {
        (Ok(document), Ok(overlay), None) => (document, overlay, None),
        (Ok(document), Ok(overlay), Some(Ok(record))) => (document, overlay, Some(record)),
        (document, overlay, record) => {
            return Err(all([document.err(), overlay.err(), record.and_then(Result::err)]));
        }
    };
    let validated = validate::validate(document)?;
    let (overlaid, moved) = overlay::apply_what_matches(validated, &overlay)?;
    let causes = Causes::new(&overlaid, &overlay);
    let record_of_names = record.clone().filter(|_| !moved.is_empty());
    let undecided = sensitive::check(&overlaid, &overlay).err();
    let normalised = normalised(overlaid, record);
    // What is wrong with the overlay hides nothing that comes after it, so that all is settled in one go.
    let moved = moved.into_iter().map(|error| match &record_of_names {
        Some(record) => overlay::with_named(error, &overlay, record),
        None => error,
    });
    let moved = Diagnostics::into_result(moved.collect()).err();
    let normalised = match (normalised, moved.is_some() || undecided.is_some()) {
        (Ok(normalised), false) => normalised,
        (found, _) => return causes.of_result(Err(all([moved, undecided, found.err()]))),
    };
    let lowered = causes.of_result(lower::lower(&normalised))?;
    let client = causes.of_result(passes::run(lowered, &normalised))?;
    let mut generated = emit::emit(&client, &normalised);
    generated.losses = generated.losses.into_iter().map(|loss| causes.named(loss)).collect();
    Ok(generated)
}

fn normalised(overlaid: Overlaid, record: Option<Record>) -> Result<Normalised, Diagnostics> {
    let translated = translate::translate(overlaid)?;
    normalise::normalise(match record {
        Some(record) => translated.keeping(record),
        None => translated,
    })
}

/// The errors of several, each once.
fn all(found: [Option<Diagnostics>; 3]) -> Diagnostics {
    Diagnostics::merged(found.into_iter().flatten().flatten().collect())
}
