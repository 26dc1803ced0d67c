//! What is known while choices are settled.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::normalise::choices::Choices;
use crate::normalise::report::Report;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The document, and what has become of its choices so far.
pub(super) struct Settle<'a, 'e> {
    pub(super) root: &'a Value,
    pub(super) report: &'a mut Report<'e>,
    pub(super) is_received: bool,
    /// Whether the schema at hand is a component, and so has a name of its own.
    pub(super) is_component: bool,
    pub(super) depth: usize,
    /// How many properties and forms were copied so far.
    pub(super) copies: usize,
    /// The components that were made of several which cannot be told apart, by the names of those.
    pub(super) made: BTreeMap<Vec<String>, (String, Value)>,
    /// Those of them whose own choices are still to be settled.
    pub(super) unsettled: Vec<Vec<String>>,
    /// Components that are chosen by a tag which they do not have.
    pub(super) untagged: BTreeSet<(String, String)>,
    /// The choices that placeholders stand for so far.
    pub(super) choices: Choices,
    /// What was reported: a schema may be copied, and is seen more than once.
    pub(super) lost: BTreeSet<(String, String)>,
}

impl<'a, 'e> Settle<'a, 'e> {
    pub(super) fn new(root: &'a Value, report: &'a mut Report<'e>) -> Self {
        Self {
            root,
            report,
            is_received: false,
            is_component: false,
            depth: 0,
            copies: 0,
            made: BTreeMap::new(),
            unsettled: Vec::new(),
            untagged: BTreeSet::new(),
            choices: Choices::default(),
            lost: BTreeSet::new(),
        }
    }

    /// Reports a loss, once for one place.
    pub(super) fn lose(&mut self, at: &Pointer, problem: Problem) {
        if self.lost.insert((at.to_string(), format!("{problem:?}"))) {
            self.report.add(at, problem);
        }
    }
}
