//! The state while a document is converted.

use serde_json::Value;

use crate::openapi;
use crate::restate::origins::Origins;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The media types of an operation, in the document's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MediaTypes {
    pub consumes: Vec<String>,
    pub produces: Vec<String>,
    /// The place of the operation's own `consumes`, if it has one.
    pub own_consumes: Option<Pointer>,
}

/// The original, and its conversion so far.
pub(super) struct Conversion<'a> {
    pub(super) root: &'a Value,
    /// The schemes of all operations that do not name others.
    pub(super) schemes: Option<&'a Value>,
    /// The document's own media types.
    pub(super) media_types: MediaTypes,
    pub(super) origins: Origins,
    pub(super) losses: Vec<(Pointer, Problem)>,
}

impl<'a> Conversion<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        let (media_types, origins, losses) = Default::default();
        Self { root, schemes: schemes(root), media_types, origins, losses }
    }

    /// Reports a loss at a place of the original.
    pub(super) fn lose(&mut self, at: Pointer, problem: Problem) {
        debug_assert!(problem.is_loss(), "{problem:?}");
        self.losses.push((at, problem));
    }

    /// Reports the members beside a reference, which have no effect; none if the value is not a reference.
    pub(super) fn lose_beside_reference(&mut self, at: &Pointer, value: &Value) {
        if openapi::reference(value).is_none() {
            return;
        }
        for (name, _) in openapi::members(Some(value)) {
            let is_known = ["$ref", "description", "summary"].contains(&name);
            if !is_known && !name.starts_with("x-") {
                self.lose(at.join(name), Problem::BesideReference(name.to_owned()));
            }
        }
    }

    /// The target of a reference, and its place in the original.
    pub(super) fn follow(&self, at: Pointer, value: &'a Value) -> (Pointer, &'a Value) {
        openapi::follow(self.root, at, value)
    }
}

/// The document's schemes, or those that every operation has.
fn schemes(root: &Value) -> Option<&Value> {
    let operations = openapi::operations(root);
    let mut all = operations.iter().map(|operation| operation.value.get("schemes"));
    let of_all = || {
        let first = all.next()??;
        all.all(|schemes| schemes == Some(first)).then_some(first)
    };
    root.get("schemes").or_else(of_all)
}
