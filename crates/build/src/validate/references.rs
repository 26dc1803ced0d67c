//! References: each leads to something of the kind that it replaces.

use super::checks::Checks;
use crate::openapi;
use crate::openapi::grammar::{self, Object};
use crate::openapi::schemas::Place;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

impl Checks<'_> {
    /// Checks every `$ref` that replaces an object.
    pub(super) fn references(&mut self) {
        let (root, top) = (self.root, Pointer::root());
        grammar::walk(Object::Document, root, &Place::Start(&top), &mut |at, object, value| {
            let target = openapi::reference(value).zip(object.section());
            let Some((target, section)) = target else { return true };
            let named = |problem: fn(String) -> Problem| Some(problem(target.to_owned()));
            let problem = if !target.starts_with('#') {
                named(Problem::ExternalReference)
            } else if openapi::target_of(root, target).is_none() {
                named(Problem::DanglingReference)
            } else if openapi::resolve(root, value).is_none() {
                named(Problem::ReferenceLoop)
            } else if section_of(target).is_some_and(|other| other != section) {
                let (target, wanted) = (target.to_owned(), object.name());
                Some(Problem::ReferenceToOther { target, wanted })
            } else {
                None
            };
            if let Some(problem) = problem {
                self.report(&at.join("$ref"), problem);
            }
            true
        });
    }
}

/// The section of the component that a reference leads to.
pub(super) fn section_of(target: &str) -> Option<&str> {
    target.strip_prefix("#/components/")?.split_once('/').map(|(section, _)| section)
}
