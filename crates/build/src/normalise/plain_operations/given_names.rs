//! The names of an operation's parameters, each of its own in Rust: progenitor turns `paidAt` and `paid_at` into the
//! same name, and knows a parameter by its name alone.
//!
//! The name of an option is a field's, which callers write. So an option keeps the name that the record has, and
//! callers never set another one by it; the others choose among the names that are left.

use std::collections::{BTreeMap, BTreeSet};

use crate::names;
use crate::plan::call::{BODY, Location};
use crate::record::{self, Record};

/// A parameter: what contains it, and its name there.
pub(super) type Key<'a> = (Location, &'a str);

/// Gives names to parameters.
pub(super) struct GivenNames<'a> {
    /// The record of the names that options had, if there is one.
    pub(super) recorded: Option<&'a Record>,
    /// The names that they have now.
    pub(super) record: &'a mut Record,
}

impl GivenNames<'_> {
    /// The names for the parameters of an operation, some of which are required.
    pub(super) fn give<'a>(
        &mut self,
        method: &str,
        parameters: &[(Key<'a>, bool)],
    ) -> BTreeMap<Key<'a>, String> {
        let mut given: BTreeMap<Key<'a>, String> = BTreeMap::new();
        let mut taken: BTreeSet<String> = [BODY, "header_map"].map(str::to_owned).into();
        let (required, options): (Vec<_>, Vec<_>) =
            parameters.iter().partition(|(_, is_required)| *is_required);
        let place = |(location, name): Key<'_>| record::option(method, location.word(), name);
        for (key, _) in &options {
            let known = self.recorded.and_then(|record| record.option_at(&place(*key)));
            if let Some(known) = known.filter(|known| taken.insert((*known).to_owned())) {
                // progenitor sorts by these names, so the document's own is kept if it gives the same one.
                let own = plain(key.1);
                let is_it = names::field_name(&own) == known;
                given.insert(*key, if is_it { own } else { known.to_owned() });
            }
        }
        for (key, _) in required.iter().chain(&options) {
            given.entry(*key).or_insert_with(|| free_name(*key, &mut taken));
        }
        for (key, _) in &options {
            if let Some(name) = given.get(key) {
                self.record.insert_option(place(*key), names::field_name(name));
            }
        }
        given
    }
}

/// The document's name, if progenitor can take it.
fn plain(name: &str) -> String {
    let is_kept = name.starts_with(|c: char| c.is_alphabetic());
    if is_kept { name.to_owned() } else { names::field_name(name) }
}

fn free_name((location, name): Key<'_>, taken: &mut BTreeSet<String>) -> String {
    let first = plain(name);
    let base = names::field_name(&first);
    let suffix = format!("_{}", location.word());
    let free = names::first_free(
        [first],
        |number| format!("{base}{}", suffix.repeat(number - 1)),
        |name| taken.contains(&names::field_name(name)),
    );
    taken.insert(names::field_name(&free));
    free
}
