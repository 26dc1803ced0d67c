//! What is decided about the types of a record before anything is rewritten. Each decision lets the uses
//! be found anew, until none is left.

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
    /// Decides what is left to be decided about these uses, which were found with what is decided so far.
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

    /// Names the places that do not keep their type.
    pub(super) fn report(&self, names: &Names, report: &mut Report<'_>) {
        for (place, (name, at)) in &self.apart {
            let (name, place) = (names.rust_name(name).to_owned(), place.clone());
            report.add(at, Problem::PlaceApart { name, place });
        }
    }
}

/// The Rust names of recorded types, where they are not those of the record.
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

    /// Names what the overlay calls otherwise, to no effect.
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

/// The uses of a type that contradict the others: all but the largest group of uses that agree. The name
/// stays with a component, or with the place that it is made of, since these would take it again.
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
    // The first of equals, so that the order of the walk decides.
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

/// Whether one of two schemas has all members of the other.
fn is_part(a: &Value, b: &Value) -> bool {
    let members = |schema: &Value| -> BTreeSet<String> {
        let properties =
            openapi::members(schema.get("properties")).map(|(name, _)| name.to_owned());
        properties.chain(openapi::strings(schema.get("enum")).map(str::to_owned)).collect()
    };
    let [a, b] = [a, b].map(members);
    a.is_subset(&b) || b.is_subset(&a)
}

/// The overlay renames a type if it gives its places one name, which is no type's yet.
fn renamed(name: &str, all: &[Use<'_>], record: &Record) -> Option<String> {
    let given = |found: &Use<'_>| openapi::text(found.schema, mark::NAME).map(names::type_name);
    let given: BTreeSet<String> = all.iter().filter_map(given).collect();
    let only = given.into_iter().reduce(|_, _| String::new())?;
    let is_new = record.iter().all(|(_, known)| known != only);
    (is_new && !only.is_empty() && only != name).then_some(only)
}
