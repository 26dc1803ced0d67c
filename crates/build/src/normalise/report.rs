//! The errors and losses of the steps.

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

    /// Adds an error once for all places: an exceeded limit is exceeded at many places.
    pub(super) fn add_once(&mut self, at: &Pointer, problem: Problem) {
        if self.found.iter().all(|known| known.problem != problem) {
            self.add(at, problem);
        }
    }

    /// The errors so far, if one of them keeps the steps from going on.
    pub(super) fn check_limits(&mut self) -> Result<(), Diagnostics> {
        let is_limit = |problem: &Problem| {
            matches!(
                problem,
                Problem::AllOfCycle(_)
                    | Problem::TooManyParts { .. }
                    | Problem::TooManyForms { .. }
            )
        };
        match self.found.iter().any(|found| is_limit(&found.problem)) {
            true => self.check(),
            false => Ok(()),
        }
    }

    pub(super) fn check(&mut self) -> Result<(), Diagnostics> {
        Diagnostics::into_result(std::mem::take(&mut self.found))
    }

    /// The losses of all steps, each once: the restated document may repeat a part of the original.
    pub(super) fn into_losses(mut self) -> Vec<Diagnostic> {
        let mut known = BTreeSet::new();
        self.losses.retain(|loss| known.insert((loss.pointer.clone(), loss.problem.to_string())));
        self.losses
    }
}
