//! What the steps find wrong, and what they lose.

use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Collects the errors of a step, and the losses of all steps.
pub(super) struct Report<'a> {
    source: &'a Document,
    found: Vec<Diagnostic>,
    losses: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn new(source: &'a Document, losses: Vec<Diagnostic>) -> Self {
        Self { source, found: Vec::new(), losses }
    }

    pub(super) fn add(&mut self, at: &Pointer, problem: Problem) {
        let list = if problem.is_loss() { &mut self.losses } else { &mut self.found };
        list.push(self.source.error(Stage::Normalise, at, problem));
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

    /// The losses of all steps.
    pub(super) fn into_losses(self) -> Vec<Diagnostic> {
        self.losses
    }
}
