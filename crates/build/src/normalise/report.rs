//! What the steps find wrong, and what they lose.

use std::collections::BTreeSet;

use crate::restate::origins::Origins;
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Collects the errors of a step, and the losses of all steps.
pub(super) struct Report<'a> {
    source: &'a Document,
    origins: &'a Origins,
    found: Vec<Diagnostic>,
    losses: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn new(source: &'a Document, origins: &'a Origins, losses: Vec<Diagnostic>) -> Self {
        Self { source, origins, found: Vec::new(), losses }
    }

    pub(super) fn add(&mut self, at: &Pointer, problem: Problem) {
        let list = if problem.is_loss() { &mut self.losses } else { &mut self.found };
        list.push(self.origins.error(self.source, Stage::Normalise, at, problem));
    }

    /// For limits: what has passed one passes it in many places.
    pub(super) fn add_once(&mut self, at: &Pointer, problem: Problem) {
        if self.found.iter().all(|known| known.problem != problem) {
            self.add(at, problem);
        }
    }

    pub(super) fn check(&mut self) -> Result<(), Diagnostics> {
        Diagnostics::into_result(std::mem::take(&mut self.found))
    }

    /// The losses of all steps, each once: what the original says once may be at several places of the
    /// restated document.
    pub(super) fn into_losses(mut self) -> Vec<Diagnostic> {
        let mut known = BTreeSet::new();
        self.losses.retain(|loss| known.insert((loss.pointer.clone(), loss.problem.to_string())));
        self.losses
    }
}
