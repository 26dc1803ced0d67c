//! Sensitive properties that have moved away from the action of the overlay that hides them.

use openapi_client_build::openapi::{self, mark, schemas};
use openapi_client_build::overlay::Overlaid;
use openapi_client_build::source::document::Document;

use super::action::action;
use super::moved::Moved;
use crate::finding::Finding;
use crate::text::Text;

/// The properties that `overlay` hid from `Debug` in `own`, and that are shown at their new places in `after`, about
/// which the overlay says nothing. An action whose target also matches other places goes on without a word.
pub fn find(own: &Text, overlay: &Document, after: &Overlaid, moved: &[Moved]) -> Vec<Finding> {
    let before = (!moved.is_empty()).then(|| own.overlaid(overlay)).flatten();
    let Some(before) = before else { return Vec::new() };
    let document = after.source();
    let mut found = Vec::new();
    schemas::each_schema(before.root(), &mut |at, schema| {
        if !openapi::is_true(schema, mark::SENSITIVE) {
            return;
        }
        let at = at.pointer();
        let now = Moved::follow(moved, &at);
        let is_shown = now.get(after.root()).is_some_and(|it| it.get(mark::SENSITIVE).is_none());
        if now != at && is_shown {
            let message = format!("{at} is hidden from `Debug`, and what it has become is not");
            let place = (document.name(), document.locate(&now));
            let help = "hide it, or write `x-sensitive: false` to show it";
            let write =
                action(&now, "The value identifies a person, or is a secret.", "x-sensitive: true");
            found.push(Finding { write, ..Finding::new("overlay", message, place, help).at(&now) });
        }
    });
    found
}
