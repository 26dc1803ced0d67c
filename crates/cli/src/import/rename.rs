//! Properties that upstream has renamed.
//!
//! Nothing refers to a property, so the evidence is what stays: a property of the same type, as required as before,
//! under a similar name or between the same neighbours. If two properties are as likely, neither is taken for a rename.

use std::collections::{BTreeMap, BTreeSet};

use openapi_client_build::source::pointer::Pointer;

use super::component::resolved;
use super::tree::{self, Tree};
use crate::failure::nearest;

/// Most pairs of an old and a new property that are compared.
const MOST_PAIRS: usize = 10_000;

/// A property that only one of both documents has.
#[derive(Clone, Copy)]
pub struct Property<'a> {
    pub name: &'a str,
    pub schema: &'a Tree,
}

/// Finds the renamed properties of an object: the old name and the new one. Once those with similar names are
/// renamed, they are neighbours for the others, which is left to the next call.
///
/// `own` and `upstream` are the values of `properties`; `is_same` is true if a property may have become another one.
pub fn find<'a>(
    own: &'a Tree,
    upstream: &'a Tree,
    is_same: impl Fn(Property<'a>, Property<'a>) -> bool,
) -> Vec<(&'a str, &'a str)> {
    let [gone, new] = [runs(own, upstream), runs(upstream, own)];
    let count = |runs: &Runs<'_>| runs.values().map(Vec::len).sum::<usize>();
    if count(&gone).saturating_mul(count(&new)) > MOST_PAIRS {
        return Vec::new();
    }
    let by_name = by_name(&gone, &new, &is_same);
    if by_name.is_empty() { by_place(&gone, &new, &is_same) } else { by_name }
}

/// The properties that only one document has, by the common neighbours before and after them.
type Runs<'a> = BTreeMap<[Option<&'a str>; 2], Vec<Property<'a>>>;

fn runs<'a>(properties: &'a Tree, others: &Tree) -> Runs<'a> {
    let (mut before, mut run, mut runs) = (None, Vec::new(), Runs::new());
    for (name, schema) in tree::members(Some(properties)) {
        if others.get(name).is_none() {
            run.push(Property { name, schema });
        } else {
            runs.insert([before, Some(name)], std::mem::take(&mut run));
            before = Some(name);
        }
    }
    runs.insert([before, None], run);
    runs
}

/// The pairs whose names are each other's most similar ones.
fn by_name<'a>(
    gone: &Runs<'a>,
    new: &Runs<'a>,
    is_same: &impl Fn(Property<'a>, Property<'a>) -> bool,
) -> Vec<(&'a str, &'a str)> {
    let [gone, new] = [gone, new].map(|runs| runs.values().flatten().copied().collect::<Vec<_>>());
    let closest = |name, names: Vec<&'a str>| nearest(name, names.into_iter()).first().copied();
    let mut found = Vec::new();
    for old in &gone {
        let names = new.iter().filter(|new| is_same(*old, **new)).map(|new| new.name).collect();
        let Some(now) = closest(old.name, names) else { continue };
        let Some(now) = new.iter().find(|new| new.name == now) else { continue };
        let names = gone.iter().filter(|old| is_same(**old, *now)).map(|old| old.name).collect();
        if closest(now.name, names) == Some(old.name) {
            found.push((old.name, now.name));
        }
    }
    found
}

/// The pairs between the same neighbours. Several of one type have to be as many as before, and keep their order.
fn by_place<'a>(
    gone: &Runs<'a>,
    new: &Runs<'a>,
    is_same: &impl Fn(Property<'a>, Property<'a>) -> bool,
) -> Vec<(&'a str, &'a str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for (place, gone) in gone {
        let new = new.get(place).map(Vec::as_slice).unwrap_or_default();
        for old in gone {
            let now: Vec<_> = new.iter().filter(|new| is_same(*old, **new)).collect();
            let mut before = gone.iter().filter(|old| now.iter().any(|now| is_same(**old, **now)));
            let number = before.clone().count();
            let Some(index) = before.position(|other| other.name == old.name) else { continue };
            if let (true, Some(now)) = (number == now.len(), now.get(index))
                && found.iter().all(|(_, known)| *known != now.name)
            {
                found.push((old.name, now.name));
            }
        }
    }
    found
}

/// The place of the schema that a part of `allOf` belongs to; of any other schema its own.
pub fn whole(at: &Pointer) -> Pointer {
    let list = at.parent().filter(|list| list.last().is_some_and(|last| last == "allOf"));
    list.and_then(|list| list.parent()).map_or_else(|| at.clone(), |around| whole(&around))
}

/// The names of the properties that a schema requires.
pub fn required(schema: &Tree) -> BTreeSet<&str> {
    tree::items(schema.get("required")).filter_map(|(_, name)| name.as_str()).collect()
}

/// The names of the properties of the schema at a place and of its parts.
pub fn names<'a>(root: &'a Tree, at: &Pointer) -> BTreeSet<&'a str> {
    let (mut names, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut waiting: Vec<&Tree> = tree::at(root, at).into_iter().collect();
    while let Some(schema) = waiting.pop() {
        if let Some(target) = tree::reference(schema) {
            waiting.extend(resolved(root, schema).filter(|_| seen.insert(target)));
        }
        names.extend(tree::members(schema.get("properties")).map(|(name, _)| name));
        waiting.extend(tree::items(schema.get("allOf")).map(|(_, part)| part));
    }
    names
}
