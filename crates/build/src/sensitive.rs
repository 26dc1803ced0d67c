//! Checks that the overlay decides about every property whose name suggests a person, a token, a card or an
//! account: `x-sensitive: true` hides its value from `Debug`, `false` shows it.
//!
//! An overlay without any `x-sensitive` is exempt.

use serde_json::Value;

use crate::openapi::{self, mark, schemas};
use crate::overlay::Overlaid;
use crate::restate::{Restated, swagger};
use crate::source::diagnostic::{Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::problem::Problem;

/// Words in a name that suggest personal data or a secret.
const WORDS: [&str; 21] = [
    "name",
    "address",
    "email",
    "phone",
    "ip",
    "token",
    "card",
    "account",
    "agent",
    "password",
    "secret",
    "iban",
    "birth",
    "ssn",
    "person",
    "passport",
    "recipient",
    "comment",
    "latitude",
    "longitude",
    "postal",
];

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
            if let (Some(word), false) = (speaks_of(name), is_decided(property)) {
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

/// The sensitive word that the name contains, whole, in singular or plural.
pub(crate) fn speaks_of(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase().replace("e-mail", "email");
    let parts = || name.split(|c: char| !c.is_alphanumeric());
    WORDS.into_iter().find(|word| {
        parts().any(|part| {
            part == *word
                || part.strip_suffix("es").is_some_and(|part| part == *word)
                || part.strip_suffix('s').is_some_and(|part| part == *word)
        })
    })
}
