//! Decides which schemas can be one Rust type although they differ: none contradicts another about a member.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

use super::uses::{Uses, place_inside};
use crate::normalise::choices::Choices;
use crate::normalise::kinds::becomes_type;
use crate::normalise::shapes::WORDS;
use crate::openapi::schemas::{self, Step};
use crate::openapi::{self, mark};
use crate::plan::KnownBy;

/// Keywords in which schemas of one type may differ, or which are compared separately.
const APART: [&str; 10] = [
    "additionalProperties",
    "allOf",
    "enum",
    "items",
    "nullable",
    "oneOf",
    "properties",
    mark::CHOICE,
    mark::EXPECTED,
    mark::VARIANTS,
];

/// Compares schemas of one tree.
pub(super) struct Agree<'u, 'a> {
    uses: &'u Uses<'a>,
    choices: &'u Choices,
    /// Pairs that are being or were compared, since types can contain themselves.
    seen: RefCell<BTreeSet<(*const Value, *const Value)>>,
}

impl<'u, 'a> Agree<'u, 'a> {
    pub(super) fn new(uses: &'u Uses<'a>, choices: &'u Choices) -> Self {
        Self { uses, choices, seen: RefCell::default() }
    }

    /// True if two schemas can be one type, which the record calls `owner`.
    pub(super) fn as_types(&self, owner: &str, a: &Value, b: &Value) -> bool {
        let pair = (std::ptr::from_ref(a), std::ptr::from_ref(b));
        if pair.0 == pair.1 || !self.seen.borrow_mut().insert(pair) {
            return true;
        }
        let agree = same_frame(a, b) && same_choice(self.choices, a, b) && self.inside(owner, a, b);
        if !agree {
            self.seen.borrow_mut().remove(&pair);
        }
        agree
    }

    fn inside(&self, owner: &str, a: &Value, b: &Value) -> bool {
        let required: BTreeSet<&str> = openapi::strings(a.get("required")).collect();
        pairs(a, b).into_iter().all(|(step, mine, theirs)| match (mine, theirs) {
            (Some(mine), Some(theirs)) => {
                let place = place_inside(owner, step, mine);
                let is_required =
                    matches!(step.which, schemas::Which::Named(name) if required.contains(name));
                let [mine_may, theirs_may] =
                    [mine, theirs].map(|it| openapi::is_true(it, "nullable"));
                (!is_required || mine_may == theirs_may) && self.at(&place, mine, theirs)
            }
            _ => step.keyword == "properties",
        })
    }

    /// True if one place can have both schemas.
    fn at(&self, place: &str, a: &Value, b: &Value) -> bool {
        let [mine, theirs] = [a, b].map(openapi::reference);
        if mine.is_some() && mine == theirs {
            return true;
        }
        let is_reference = mine.is_some() || theirs.is_some();
        if is_reference || becomes_type(a) || becomes_type(b) {
            let [a, b] = [a, b].map(|it| openapi::resolve(self.uses.root, it).unwrap_or(it));
            return match self.uses.type_at(place) {
                Some(kept) => self.as_types(kept, a, b),
                None => !is_reference && self.as_types(place, a, b),
            };
        }
        same_frame(a, b)
            && pairs(a, b).into_iter().all(|(_, mine, theirs)| {
                mine.zip(theirs).is_some_and(|(mine, theirs)| self.at(place, mine, theirs))
            })
    }
}

/// True if all keywords other than annotations and members are equal.
fn same_frame(a: &Value, b: &Value) -> bool {
    let frame = |schema: &Value| -> Vec<(String, Value)> {
        openapi::members(Some(schema))
            .filter(|(keyword, _)| !WORDS.contains(keyword) && !APART.contains(keyword))
            .map(|(keyword, value)| (keyword.to_owned(), value.clone()))
            .collect()
    };
    let has = |keyword: &str| a.get(keyword).is_some() == b.get(keyword).is_some();
    frame(a) == frame(b) && ["enum", "oneOf", "properties", mark::CHOICE].into_iter().all(has)
}

/// True if two choices have the same forms and distinguish them in the same way.
fn same_choice(choices: &Choices, a: &Value, b: &Value) -> bool {
    let [a, b] = [a, b].map(|schema| choices.of(schema));
    let (Some(a), Some(b)) = (a, b) else { return a.is_none() && b.is_none() };
    let is_same = |(mine, theirs): (&KnownBy, &KnownBy)| {
        let is_known = |all: &KnownBy, other: &KnownBy| {
            all.keys.is_empty() || all.keys.iter().any(|key| other.keys.contains(key))
        };
        mine.name == theirs.name && mine.kind == theirs.kind && is_known(mine, theirs)
    };
    a.tag == b.tag
        && a.branches.len() == b.branches.len()
        && a.branches.iter().zip(&b.branches).all(is_same)
}

/// The subschemas that two schemas have at the same steps.
type Pair<'a> = (Step<'a>, Option<&'a Value>, Option<&'a Value>);

fn pairs<'a>(a: &'a Value, b: &'a Value) -> Vec<Pair<'a>> {
    let mut found: Vec<Pair<'a>> = Vec::new();
    schemas::each_subschema(a, &mut |step, inner| found.push((step, Some(inner), None)));
    schemas::each_subschema(b, &mut |step, inner| match found
        .iter_mut()
        .find(|(known, ..)| *known == step)
    {
        Some((_, _, theirs)) => *theirs = Some(inner),
        None => found.push((step, None, Some(inner))),
    });
    found
}
