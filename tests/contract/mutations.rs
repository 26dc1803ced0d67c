//! One place at a time of a sound document is made to differ from the contract, and no other may be
//! touched by it.

use std::collections::{BTreeMap, BTreeSet};

use dintero_checkout_client::DriftKind;
use serde_json::Value;

use crate::answer::{NODE, differences, drift, example, read, read_back, told};
use crate::contract::{Path, Place, Step, json_path, put};

/// A change of a sound document, and what the contract lets one expect of it.
pub(crate) struct Mutation {
    pub(crate) at: Path,
    /// `None` takes away what is there.
    pub(crate) change: Option<Value>,
    pub(crate) effect: Effect,
    pub(crate) drift: Option<DriftKind>,
}

pub(crate) enum Effect {
    Nothing,
    /// This value is read at the place.
    Becomes(Value),
    /// This is missing, and nothing else.
    Loses(Path),
}

impl Mutation {
    /// The members that must survive the mutation.
    fn scope(&self) -> &[Step] {
        let touched = match &self.effect {
            Effect::Loses(path) => path,
            Effect::Nothing | Effect::Becomes(_) => &self.at,
        };
        &touched[..touched.len() - 1]
    }

    fn told(&self) -> Option<(String, String)> {
        Some(told(self.drift?, &json_path(&self.at)))
    }
}

/// A document to be changed.
struct Subject {
    name: &'static str,
    document: Value,
    normal: Value,
}

impl Subject {
    fn all() -> [Self; 2] {
        [("the example", example()), ("document 0", NODE.document(0))].map(|(name, document)| {
            let normal = NODE.normalised(&document);
            Self { name, document, normal }
        })
    }

    /// Makes the changes and says what came out otherwise than expected.
    fn problems(&self, mutations: &[&Mutation]) -> Vec<String> {
        let (mut body, mut expected) = (self.document.clone(), self.normal.clone());
        for mutation in mutations {
            put(&mut body, &mutation.at, mutation.change.clone());
            match &mutation.effect {
                Effect::Nothing => {}
                Effect::Becomes(value) => put(&mut expected, &mutation.at, Some(value.clone())),
                Effect::Loses(path) => put(&mut expected, path, None),
            }
        }
        let response = read(&body);
        let Some(read) = read_back(&response) else { return vec!["no value".to_owned()] };
        let mut problems = differences("", &expected, &read);
        let expected: BTreeSet<_> =
            mutations.iter().filter_map(|mutation| mutation.told()).collect();
        let actual = drift(&response);
        problems.extend(
            expected.difference(&actual).map(|(path, kind)| format!("no {kind} at {path}")),
        );
        problems
            .extend(actual.difference(&expected).map(|(path, kind)| format!("{kind} at {path}")));
        problems
    }

    /// The problems of a batch, mutation by mutation; a few of them tell as much as all.
    fn explained(&self, batch: &[&Mutation], problems: Vec<String>) -> String {
        let alone = batch.iter().filter_map(|mutation| {
            let problems = self.problems(&[mutation]);
            let change = mutation.change.as_ref().map_or("absent".to_owned(), Value::to_string);
            let at = json_path(&mutation.at);
            (!problems.is_empty()).then(|| format!("{at} = {change:.60}: {problems:?}"))
        });
        let alone: Vec<_> = alone.take(5).collect();
        if alone.is_empty() { format!("only together: {problems:?}") } else { alone.join("\n") }
    }
}

/// Sorts mutations into few documents, none of which hides what another one costs: each scope has
/// one mutation, and none of the scopes is inside another.
fn in_batches(mutations: &[Mutation]) -> Vec<Vec<&Mutation>> {
    let mut scopes: BTreeMap<&[Step], Vec<&Mutation>> = BTreeMap::new();
    for mutation in mutations {
        scopes.entry(mutation.scope()).or_default().push(mutation);
    }
    let mut batches: Vec<Vec<&Mutation>> = Vec::new();
    // The number of batches that a scope and those around it take up; these come before it.
    let mut taken: BTreeMap<&[Step], usize> = BTreeMap::new();
    for (scope, mutations) in scopes {
        let around = (0..scope.len()).rev().find_map(|length| taken.get(&scope[..length]));
        let first = around.copied().unwrap_or(0);
        let end = first + mutations.len();
        batches.resize_with(batches.len().max(end), Vec::new);
        for (batch, mutation) in batches[first..].iter_mut().zip(mutations) {
            batch.push(mutation);
        }
        taken.insert(scope, end);
    }
    batches
}

/// Makes each mutation that there is for a place, at every place; none may cost anything else than it
/// should.
pub(crate) fn check(mutations_of: impl Fn(&Place<'_>) -> Vec<Mutation>) {
    for subject in Subject::all() {
        let places = NODE.places(&subject.document);
        let mutations: Vec<Mutation> = places.iter().flat_map(&mutations_of).collect();
        assert!(!mutations.is_empty(), "{}: nothing to change", subject.name);
        for batch in in_batches(&mutations) {
            let problems = subject.problems(&batch);
            assert!(
                problems.is_empty(),
                "{}: {}",
                subject.name,
                subject.explained(&batch, problems)
            );
        }
    }
}
