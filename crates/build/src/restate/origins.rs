//! The origins of a restated document: the places of its parts in the original, which messages name.

use std::collections::BTreeMap;

use crate::source::diagnostic::{Diagnostic, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Maps places of a restated document to the original. A place that is not listed follows the nearest listed
/// place around it; if there is none, it is the same in both.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    before: BTreeMap<Pointer, Origin>,
    now: BTreeMap<Pointer, Pointer>,
}

/// The origin of a place of the restated document.
#[derive(Debug, Clone)]
struct Origin {
    before: Pointer,
    /// True if the values inside of the place moved along.
    is_whole: bool,
    /// The number of places listed before.
    rank: usize,
}

impl Origins {
    /// Notes that the value at `before` is at `now`, with all inside of it. A value copied to several places is found
    /// at the first.
    pub(super) fn moved(&mut self, before: Pointer, now: Pointer) {
        self.note(now.clone(), before.clone(), true);
        self.now.entry(before).or_insert(now);
    }

    /// Notes that the member at `now` exists because of the original's member at `before`.
    pub(super) fn made(&mut self, now: Pointer, before: Pointer) {
        self.note(now, before, false);
    }

    /// Notes members, in this order, whose only origin is the place around them.
    pub(super) fn made_inside(&mut self, now: &Pointer, members: &[&str]) {
        let before = self.original(now);
        for member in members {
            self.made(now.join(member), before.clone());
        }
    }

    /// Notes that a value is also at another place.
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

    /// The place in the original of a place of the restated document.
    pub fn original(&self, now: &Pointer) -> Pointer {
        let origin = around(now, &self.before).and_then(|(place, origin)| match origin.is_whole {
            true => now.rebased(&place, &origin.before),
            false => Some(origin.before.clone()),
        });
        origin.unwrap_or_else(|| now.clone())
    }

    /// A key that sorts places by when they were noted.
    pub fn rank(&self, now: &Pointer) -> usize {
        self.before.get(now).map_or(0, |origin| origin.rank)
    }

    /// The place in the restated document of a place of the original.
    pub fn restated(&self, before: &Pointer) -> Pointer {
        let now = around(before, &self.now).and_then(|(place, now)| before.rebased(&place, now));
        now.unwrap_or_else(|| before.clone())
    }

    /// A diagnostic at a place of the restated document, mapped to the original.
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

/// The innermost of these places that contains the given one.
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
