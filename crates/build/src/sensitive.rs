//! Checks that the overlay decides about every property whose name suggests a person, a token, a card or an
//! account: `x-sensitive: true` hides its value from `Debug`, `false` shows it.
//!
//! An overlay without any `x-sensitive` is exempt.

use serde_json::Value;

use crate::openapi::{self, mark, schemas};
use crate::overlay::Overlaid;
use crate::restate::{Restated, swagger};
use crate::sensitive_words::word_in;
use crate::source::diagnostic::{Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::problem::Problem;

/// Reports the properties that the overlay does not decide about.
///
/// # Errors
///
/// - A property whose name is suspicious has no `x-sensitive`, and others have it.
pub fn check(overlaid: &Overlaid, overlay: &Document) -> Result<(), Diagnostics> {
    let marks = openapi::items(overlay.root().get("actions"))
        .any(|(_, action)| action.pointer("/update/x-sensitive").is_some());
    if !marks {
        return Ok(());
    }
    let mut errors = Vec::new();
    let Restated { root, origins, .. } = swagger::in_openapi_3(overlaid.root());
    schemas::each_schema(&root, &mut |at, schema| {
        for (name, property) in openapi::members(schema.get("properties")) {
            if let (Some(word), false) = (word_in(name), is_decided(property)) {
                let at = at.join("properties").join(name);
                let problem = Problem::UnmarkedProperty { name: name.to_owned(), word };
                errors.push(origins.error(overlaid.source(), Stage::Overlay, &at, problem));
            }
        }
    });
    Diagnostics::into_result(errors)
}

fn is_decided(property: &Value) -> bool {
    property.get(mark::SENSITIVE).is_some_and(Value::is_boolean)
}
