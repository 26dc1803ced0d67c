//! Where the parts of a restated document were in the original, so that messages name places that the
//! reader can look up.

use std::collections::BTreeMap;

use crate::source::diagnostic::{Diagnostic, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Places of a restated document and those of the original. What is not noted is where the nearest noted
/// place around it leads; if there is none, it is at the same place in both.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    before: BTreeMap<Pointer, Origin>,
    now: BTreeMap<Pointer, Pointer>,
}

/// What the original has for a place of the restated document.
#[derive(Debug, Clone)]
struct Origin {
    before: Pointer,
    /// True if what is inside moved along.
    is_whole: bool,
    /// How many places were noted before.
    rank: usize,
}

impl Origins {
    /// Notes that something is at `now`, with all that is inside, that was at `before`. What is copied to
    /// several places is found at the first.
    pub(super) fn moved(&mut self, before: Pointer, now: Pointer) {
        self.note(now.clone(), before.clone(), true);
        self.now.entry(before).or_insert(now);
    }

    /// Notes that what is said at `before` is what makes the restated document have a member at `now`.
    pub(super) fn made(&mut self, now: Pointer, before: Pointer) {
        self.note(now, before, false);
    }

    /// Notes members, in this order, that the original says nothing of but at the place around them.
    pub(super) fn made_inside(&mut self, now: &Pointer, members: &[&str]) {
        let before = self.original(now);
        for member in members {
            self.made(now.join(member), before.clone());
        }
    }

    /// Notes that what is at one place is at another one, too.
    pub(super) fn copied(&mut self, from: &Pointer, to: &Pointer) {
        let inside = self.before.range(from.clone()..);
        let inside = inside.take_while(|(place, _)| place.is_within(from));
        let noted: Vec<_> =
            inside.filter_map(|(place, it)| Some((place.rebased(from, to)?, it.clone()))).collect();
        for (now, Origin { before, is_whole, .. }) in noted {
            self.note(now, before, is_whole);
        }
    }

    fn note(&mut self, now: Pointer, before: Pointer, is_whole: bool) {
        let rank = self.before.len() + 1;
        self.before.insert(now, Origin { before, is_whole, rank });
    }

    /// Where the original has what is at a place of the restated document.
    pub fn original(&self, now: &Pointer) -> Pointer {
        let origin = around(now, &self.before).and_then(|(place, origin)| match origin.is_whole {
            true => now.rebased(&place, &origin.before),
            false => Some(origin.before.clone()),
        });
        origin.unwrap_or_else(|| now.clone())
    }

    /// Places of which the original has one, in their order: the number of a place that was noted.
    pub fn rank(&self, now: &Pointer) -> usize {
        self.before.get(now).map_or(0, |origin| origin.rank)
    }

    /// Where the restated document has what is at a place of the original.
    pub fn restated(&self, before: &Pointer) -> Pointer {
        let now = around(before, &self.now).and_then(|(place, now)| before.rebased(&place, now));
        now.unwrap_or_else(|| before.clone())
    }

    /// An error, or a loss, at a place of the restated document, in the places of the original.
    pub fn error(
        &self,
        document: &Document,
        stage: Stage,
        at: &Pointer,
        problem: Problem,
    ) -> Diagnostic {
        let problem = problem.with_places(|place| self.original(place));
        document.error(stage, &self.original(at), problem)
    }
}

/// The innermost of these places that is the one given, or around it.
fn around<'a, T>(at: &Pointer, places: &'a BTreeMap<Pointer, T>) -> Option<(Pointer, &'a T)> {
    let mut place = Some(at.clone()).filter(|_| !places.is_empty());
    while let Some(here) = place {
        if let Some(found) = places.get(&here) {
            return Some((here, found));
        }
        place = here.parent();
    }
    None
}
