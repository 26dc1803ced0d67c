//! The state while choices are settled.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::normalise::choices::Choices;
use crate::normalise::report::Report;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The document, and the choices settled so far.
pub(super) struct Settle<'a, 'e> {
    pub(super) root: &'a Value,
    pub(super) report: &'a mut Report<'e>,
    pub(super) is_received: bool,
    /// True if the current schema is a component, and so has a name.
    pub(super) is_component: bool,
    pub(super) depth: usize,
    /// The number of properties and forms copied so far.
    pub(super) copies: usize,
    /// The components joined from indistinguishable ones, by the names of these.
    pub(super) made: BTreeMap<Vec<String>, (String, Value)>,
    /// The joined components whose own choices are not settled yet.
    pub(super) unsettled: Vec<Vec<String>>,
    /// Components that are chosen by a tag but do not declare it.
    pub(super) untagged: BTreeSet<(String, String)>,
    /// The choices of the placeholders so far.
    pub(super) choices: Choices,
    /// The losses reported so far, since a copied schema is visited more than once.
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

    /// Reports a loss once for each place.
    pub(super) fn lose(&mut self, at: &Pointer, problem: Problem) {
        if self.lost.insert((at.to_string(), format!("{problem:?}"))) {
            self.report.add(at, problem);
        }
    }
}
