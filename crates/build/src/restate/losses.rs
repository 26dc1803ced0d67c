//! The losses of the rules.

use super::origins::Origins;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The losses, by their places in the original.
#[derive(Debug, Default)]
pub(super) struct Losses {
    found: Vec<(Pointer, Problem)>,
    origins: Origins,
}

impl Losses {
    /// Reports a loss at a place.
    pub(super) fn report(&mut self, at: &Pointer, problem: Problem) {
        debug_assert!(problem.is_loss(), "{problem:?}");
        let problem = problem.with_places(|place| self.origins.original(place));
        self.found.push((self.origins.original(at), problem));
    }

    /// Adds the losses of the conversion of a whole document, and the origins of its parts.
    pub(super) fn start_with(&mut self, found: Vec<(Pointer, Problem)>, origins: Origins) {
        self.found.extend(found);
        self.origins = origins;
    }

    pub(super) fn into_parts(self) -> (Vec<(Pointer, Problem)>, Origins) {
        (self.found, self.origins)
    }
}
