//! What the checks look at, and the problems that they have found.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::restate::origins::Origins;
use crate::source::diagnostic::{Diagnostic, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The checks of one tree.
pub(super) struct Checks<'a> {
    document: &'a Document,
    pub(super) root: &'a Value,
    origins: &'a Origins,
    stage: Stage,
    pub(super) errors: Vec<Diagnostic>,
    /// The places of the errors.
    places: BTreeSet<Pointer>,
}

impl<'a> Checks<'a> {
    pub(super) fn new(
        document: &'a Document,
        root: &'a Value,
        origins: &'a Origins,
        stage: Stage,
    ) -> Self {
        let (errors, places) = (Vec::new(), BTreeSet::new());
        Self { document, root, origins, stage, errors, places }
    }

    pub(super) fn report(&mut self, pointer: &Pointer, problem: Problem) {
        self.errors.push(self.origins.error(self.document, self.stage, pointer, problem));
        self.places.insert(pointer.clone());
    }

    /// True if a problem at this place has been found.
    pub(super) fn has_problem_at(&self, pointer: &Pointer) -> bool {
        self.places.contains(pointer)
    }

    /// Reports what keeps a value from being a `T` of openapiv3, which decides about forms and does not know their
    /// places. A known problem inside of the value says more than that error does.
    pub(super) fn shape<T: DeserializeOwned>(
        &mut self,
        value: Value,
        at: impl FnOnce() -> Pointer,
    ) {
        let Err(error) = serde_json::from_value::<T>(value) else { return };
        let at = at();
        // Sorted, so that the problems inside of a place follow it.
        let next = self.places.range(at.clone()..).next();
        if next.is_none_or(|known| !known.is_within(&at)) {
            self.report(&at, Problem::WrongShape(error.to_string()));
        }
    }
}
