//! What the rules lose.

use super::origins::Origins;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// What was lost, and where in the original.
#[derive(Debug, Default)]
pub(super) struct Losses {
    found: Vec<(Pointer, Problem)>,
    origins: Origins,
}

impl Losses {
    /// Notes what is lost at a place.
    pub(super) fn report(&mut self, at: &Pointer, problem: Problem) {
        debug_assert!(problem.is_loss(), "{problem:?}");
        let problem = problem.with_places(|place| self.origins.original(place));
        self.found.push((self.origins.original(at), problem));
    }

    /// Takes up what was lost when the document was put into other words as a whole, and where its parts
    /// were before.
    pub(super) fn start_with(&mut self, found: Vec<(Pointer, Problem)>, origins: Origins) {
        self.found.extend(found);
        self.origins = origins;
    }

    pub(super) fn into_parts(self) -> (Vec<(Pointer, Problem)>, Origins) {
        (self.found, self.origins)
    }
}
