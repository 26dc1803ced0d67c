//! Decides about recorded types before anything is rewritten. After each round of decisions the uses are found
//! again, until nothing is left to decide.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::agree::Agree;
use super::decisions::Decisions;
use super::uses::{Joining, Use, Uses};
use crate::names;
use crate::normalise::choices::Choices;
use crate::normalise::origin::origin;
use crate::normalise::report::Report;
use crate::openapi::{self, mark};
use crate::record::Record;
use crate::source::problem::Problem;

impl Decisions {
    /// Decides about these uses, which were found with the decisions so far.
    pub(super) fn more(&self, uses: &Uses<'_>, choices: &Choices) -> Option<Self> {
        let mut more = self.clone();
        for Joining { place, schema, kept, is_given } in &uses.joining {
            let mut known = uses.types.get(kept).into_iter().flatten();
            if *is_given || known.any(|found| is_part(found.schema, schema)) {
                more.joined.insert(place.clone(), kept.clone());
            }
        }
        if more.joined.len() > self.joined.len() {
            return Some(more);
        }
        let agree = Agree::new(uses, choices);
        for (name, all) in &uses.types {
            for found in contradicting(name, all, &agree) {
                let why = (name.clone(), origin(found.schema));
                more.apart.insert(found.place.clone(), why);
            }
        }
        (more.apart.len() > self.apart.len()).then_some(more)
    }

    /// Reports the places that do not keep their type.
    pub(super) fn report(&self, names: &Names, report: &mut Report<'_>) {
        for (place, (name, at)) in &self.apart {
            let (name, place) = (names.rust_name(name).to_owned(), place.clone());
            report.add(at, Problem::PlaceApart { name, place });
        }
    }
}

/// The Rust names of recorded types that the overlay renames.
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    pub(super) fn new(uses: &Uses<'_>, record: &Record) -> Self {
        let name = |(name, all): (&String, &Vec<Use<'_>>)| {
            Some((name.clone(), renamed(name, all, record)?))
        };
        Self(uses.types.iter().filter_map(name).collect())
    }

    /// The Rust name of a recorded type.
    pub(super) fn rust_name<'a>(&'a self, recorded: &'a str) -> &'a str {
        self.0.get(recorded).map_or(recorded, String::as_str)
    }

    /// Reports names in the overlay that have no effect.
    pub(super) fn report(&self, uses: &Uses<'_>, report: &mut Report<'_>) {
        for (name, all) in &uses.types {
            let kept = self.rust_name(name);
            for found in all {
                let given = openapi::text(found.schema, mark::NAME).map(names::type_name);
                if let Some(given) = given.filter(|given| given != kept) {
                    let (kept, place) = (kept.to_owned(), found.place.clone());
                    let problem = Problem::RecordedOtherwise { kept, given, place };
                    report.add(&origin(found.schema), problem);
                }
            }
        }
    }
}

/// The uses of a type that contradict the others: all but the largest group that agrees. A component of the
/// type's name keeps it, and so does the place that the name is made of, since they would take it again.
fn contradicting<'u, 'a>(
    name: &str,
    all: &'u [Use<'a>],
    agree: &Agree<'_, 'a>,
) -> Vec<&'u Use<'a>> {
    let mut groups: Vec<Vec<&Use<'a>>> = Vec::new();
    for found in all {
        let fits = |group: &&mut Vec<&Use<'a>>| {
            group.iter().all(|other| agree.as_types(name, other.schema, found.schema))
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(found),
            None => groups.push(vec![found]),
        }
    }
    let rank = |group: &[&Use<'a>]| {
        let takes_name = group.iter().any(|found| {
            let words = found.name().replace(['.', '/'], " ");
            names::type_name(&words) == name
        });
        (takes_name, group.iter().any(|found| found.is_component), group.len())
    };
    // Of equal groups the first in the order of the walk.
    let kept = groups.iter().enumerate().rev().max_by_key(|(_, group)| rank(group));
    let kept = kept.map(|(index, _)| index);
    let places: BTreeSet<&str> = groups
        .iter()
        .enumerate()
        .filter(|(index, _)| Some(*index) == kept)
        .flat_map(|(_, group)| group.iter().map(|found| found.place.as_str()))
        .collect();
    all.iter().filter(|found| !places.contains(found.place.as_str())).collect()
}

/// True if one of two schemas has all members of the other.
fn is_part(a: &Value, b: &Value) -> bool {
    let members = |schema: &Value| -> BTreeSet<String> {
        let properties =
            openapi::members(schema.get("properties")).map(|(name, _)| name.to_owned());
        properties.chain(openapi::strings(schema.get("enum")).map(str::to_owned)).collect()
    };
    let [a, b] = [a, b].map(members);
    a.is_subset(&b) || b.is_subset(&a)
}

/// The new names of types: the overlay gives all places of a type one name, which is still free.
fn renamed(name: &str, all: &[Use<'_>], record: &Record) -> Option<String> {
    let given = |found: &Use<'_>| openapi::text(found.schema, mark::NAME).map(names::type_name);
    let given: BTreeSet<String> = all.iter().filter_map(given).collect();
    let only = given.into_iter().reduce(|_, _| String::new())?;
    let is_new = record.iter().all(|(_, known)| known != only);
    (is_new && !only.is_empty() && only != name).then_some(only)
}
