//! Sensitive properties that have moved away from the action of the overlay that hides them.

use openapi_client_build::openapi::mark;
use openapi_client_build::openapi::{self, schemas};
use openapi_client_build::source::document::Document;
use openapi_client_build::{Source, overlay, validate};
use serde_json::Value;

use super::action::action;
use super::moved::Moved;
use crate::finding::Finding;
use crate::text::Text;

/// The properties that were hidden from `Debug` and would be shown at their new places, about which the overlay says
/// nothing. An action whose target also matches other places goes on without a word.
pub fn find(
    own: &Text,
    (document, overlay): (&Text, &Document),
    mended: &Value,
    moved: &[Moved],
) -> Vec<Finding> {
    let mended = mended.to_string();
    let mended = Document::load(Source { name: overlay.name(), text: &mended }).ok();
    let roots = mended.and_then(|mended| {
        let read = Document::load(document.source()).ok()?;
        Some((overlaid(own, overlay)?, overlaid(document, &mended)?, read))
    });
    let Some((before, after, read)) = roots else { return Vec::new() };
    let mut found = Vec::new();
    schemas::each_schema(&before, &mut |at, schema| {
        if !openapi::is_true(schema, mark::SENSITIVE) {
            return;
        }
        let at = at.pointer();
        let now = Moved::follow(moved, &at);
        let is_shown = now.get(&after).is_some_and(|it| it.get(mark::SENSITIVE).is_none());
        if now != at && is_shown {
            let message = format!("{at} is hidden from `Debug`, and what it has become is not");
            let place = (document.name.as_str(), read.locate(&now));
            let help = "hide it, or write `x-sensitive: false` to show it";
            let write =
                action(&now, "The value identifies a person, or is a secret.", "x-sensitive: true");
            found.push(Finding { write, ..Finding::new("overlay", message, place, help).at(&now) });
        }
    });
    found
}

/// A document with the matching actions of an overlay.
fn overlaid(document: &Text, overlay: &Document) -> Option<Value> {
    let validated = Document::load(document.source()).and_then(validate::validate).ok()?;
    let (overlaid, _) = overlay::apply_what_matches(validated, overlay).ok()?;
    Some(overlaid.root().clone())
}
