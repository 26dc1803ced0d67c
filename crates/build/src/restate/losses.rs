//! What the rules lose.

use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// What was lost, and where in the document.
#[derive(Debug, Default)]
pub(super) struct Losses(Vec<(Pointer, Problem)>);

impl Losses {
    /// Notes what is lost at a place.
    pub(super) fn report(&mut self, at: &Pointer, problem: Problem) {
        debug_assert!(problem.is_loss(), "{problem:?}");
        self.0.push((at.clone(), problem));
    }

    pub(super) fn into_inner(self) -> Vec<(Pointer, Problem)> {
        self.0
    }
}
