//! What the name of a type could be made of.

use serde_json::Value;

use crate::names;
use crate::normalise::entry_points::EntryPoint;
use crate::normalise::keep_types::kept_name;
use crate::openapi::schemas::{Step, Which};
use crate::openapi::{self, mark};

/// What a component is called if its Rust name says too little.
pub(super) fn own_name(name: &str, schema: &Value) -> String {
    let name = kept_name(schema).or(openapi::text(schema, mark::NAME)).unwrap_or(name);
    names::type_names(name).into_iter().nth(1).unwrap_or_default()
}

/// What a body or a parameter is called if its words say too little: its place tells it apart.
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

/// What the name of a type at some place could be made of.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// As a person would put it.
    pub(super) plain: String,
    /// The type around it, and the document's spelling of what it is in there.
    own: String,
    /// Every step on the way, set apart from the signs of names.
    place: String,
}

impl Words {
    pub(super) fn new(plain: String, own: String) -> Self {
        Self { plain, place: own.clone(), own }
    }

    /// The words for what is inside a type that is called so.
    pub(super) fn named(self, plain: String) -> Self {
        Self { plain, ..self }
    }

    /// The words for a schema that a step leads to.
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
            // A form of a choice, or a part: a person would say no more of it.
            (list, Which::Nth(index)) => (
                plain.clone(),
                format!("{own}_{index}"),
                format!("{}_{index}", names::spelling(list)),
            ),
            _ => return self.clone(),
        };
        Self { plain, own, place: format!("{place}__{step}") }
    }

    /// The names that would do for a type, the best first.
    pub(super) fn names(&self) -> Vec<String> {
        vec![names::type_name(&self.plain), self.own.clone(), self.place.clone()]
    }
}
