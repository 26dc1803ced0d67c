//! The words from which the name of a type is made.

use serde_json::Value;

use crate::names;
use crate::normalise::entry_points::EntryPoint;
use crate::normalise::keep_types::kept_name;
use crate::openapi::schemas::{Step, Which};
use crate::openapi::{self, mark};

/// The document's spelling of a component's name, with which names of types inside of it become distinct.
pub(super) fn own_name(name: &str, schema: &Value) -> String {
    let name = kept_name(schema).or(openapi::text(schema, mark::NAME)).unwrap_or(name);
    names::type_names(name).into_iter().nth(1).unwrap_or_default()
}

/// The distinct name of a body or parameter: its words, and its status or media type.
pub(super) fn own_words(entry: &EntryPoint) -> String {
    let inside = |keyword: &str| {
        let steps = entry.pointer.tokens();
        let mut steps = steps.iter().skip_while(|step| *step != keyword);
        steps.nth(1).map(|step| names::spelling(step))
    };
    let place = inside("responses").or_else(|| inside("content"));
    let name = names::type_name(&entry.words);
    place.map_or(name.clone(), |place| format!("{name}_{place}"))
}

/// The words for the name of a type at a place.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// The words that a person would use.
    pub(super) plain: String,
    /// The type around it, and the document's spelling of the member.
    own: String,
    /// Every step of the path, with separators that names do not contain.
    place: String,
}

impl Words {
    pub(super) fn new(plain: String, own: String) -> Self {
        Self { plain, place: own.clone(), own }
    }

    /// The words for schemas inside a type of this name.
    pub(super) fn named(self, plain: String) -> Self {
        Self { plain, ..self }
    }

    /// The words for a subschema.
    pub(super) fn inside(&self, step: Step<'_>) -> Self {
        let Self { plain, own, place } = self;
        let (plain, own, step) = match (step.keyword, step.which) {
            (_, Which::Named(property)) => {
                let step = names::spelling(property);
                let own = format!("{}_{step}", names::type_name(plain));
                (format!("{plain} {property}"), own, step)
            }
            ("items", _) => (names::singular(plain), format!("{own}_item"), "item".to_owned()),
            ("additionalProperties", _) => {
                (format!("{plain} value"), format!("{own}_value"), "value".to_owned())
            }
            // A person would not name a form of a choice or a part of `allOf` differently.
            (list, Which::Nth(index)) => (
                plain.clone(),
                format!("{own}_{index}"),
                format!("{}_{index}", names::spelling(list)),
            ),
            _ => return self.clone(),
        };
        Self { plain, own, place: format!("{place}__{step}") }
    }

    /// Candidate names for a type, the best first.
    pub(super) fn names(&self) -> Vec<String> {
        vec![names::type_name(&self.plain), self.own.clone(), self.place.clone()]
    }
}
