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

    /// Notes that a rule has moved a value.
    pub(super) fn moved(&mut self, from: &Pointer, to: &Pointer) {
        let before = self.origins.original(from);
        self.origins.copied(from, to);
        self.origins.moved(before, to.clone());
    }

    /// Notes that a rule has restated one member of an object as another.
    pub(super) fn restated(&mut self, at: &Pointer, before: &str, now: &str) {
        let before = self.origins.original(&at.join(before));
        self.origins.made(at.join(now), before);
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
