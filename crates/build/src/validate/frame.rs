//! The outermost members of a document, and how deep it is.

use serde_json::Value;

use super::checks::Checks;
use crate::openapi;
use crate::openapi::schemas::Place;
use crate::source::limits::MOST_LEVELS;
use crate::source::pointer::Pointer;
use crate::source::problem::{self, Problem};

impl Checks<'_> {
    /// The outermost members.
    pub(super) fn frame(&mut self) {
        let top = Pointer::root();
        if !self.root.is_object() {
            return self.report(&top, Problem::NotAnObject { found: problem::kind(self.root) });
        }
        match ["openapi", "swagger"].into_iter().find_map(|it| Some((it, self.root.get(it)?))) {
            None => self.report(&top, Problem::Missing { member: "openapi" }),
            Some(("openapi", Value::String(version))) if openapi::is_version(version, "3.0") => {}
            Some((member, version)) => {
                let version = version.as_str().map_or_else(|| version.to_string(), str::to_owned);
                self.report(&top.join(member), Problem::UnknownVersion(version));
            }
        }
        for member in ["info", "paths"] {
            match self.root.get(member) {
                None => self.report(&top, Problem::Missing { member }),
                Some(value) if !value.is_object() => {
                    self.report(
                        &top.join(member),
                        Problem::NotAnObject { found: problem::kind(value) },
                    );
                }
                Some(_) => {}
            }
        }
        self.depth();
    }

    pub(super) fn depth(&mut self) {
        // Made only if needed, since places cost memory and few documents have such keys.
        if !is_flat(self.root, MOST_LEVELS + 1) {
            self.deep_places(self.root, &Place::Start(&Pointer::root()), 0);
        }
    }

    fn deep_places(&mut self, value: &Value, at: &Place<'_>, depth: usize) {
        if depth > MOST_LEVELS && (value.is_object() || value.is_array()) {
            return self.report(&at.pointer(), Problem::NestedTooDeep { most: MOST_LEVELS });
        }
        for (key, member) in openapi::members(Some(value)) {
            self.deep_places(member, &Place::Member(at, key), depth + 1);
        }
        for (index, item) in openapi::items(Some(value)) {
            self.deep_places(item, &Place::Item(at, index), depth + 1);
        }
    }
}

/// True if no object or list is nested this many levels below a value.
fn is_flat(value: &Value, most: usize) -> bool {
    let Some(left) = most.checked_sub(1) else { return !value.is_object() && !value.is_array() };
    match value {
        Value::Object(members) => members.values().all(|member| is_flat(member, left)),
        Value::Array(items) => items.iter().all(|item| is_flat(item, left)),
        _ => true,
    }
}
