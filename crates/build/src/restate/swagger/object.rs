//! An object of the original, taken apart member by member.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::conversion::Conversion;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The remaining members of an object, and the object that replaces it.
pub(super) struct Object<'a> {
    /// Its place in the original.
    pub before: Pointer,
    /// The place of its replacement in the restated document.
    pub now: Pointer,
    left: BTreeMap<&'a str, &'a Value>,
    made: Map<String, Value>,
}

impl<'a> Object<'a> {
    pub(super) fn new(members: &'a Map<String, Value>, before: Pointer, now: Pointer) -> Self {
        let left = members.iter().map(|(name, member)| (name.as_str(), member)).collect();
        Self { before, now, left, made: Map::new() }
    }

    /// A member, which is then accounted for.
    pub(super) fn take(&mut self, member: &str) -> Option<&'a Value> {
        self.left.remove(member)
    }

    /// Keeps members that mean the same in both.
    pub(super) fn keep(&mut self, members: &[&str]) {
        for member in members {
            if let Some(value) = self.left.remove(*member) {
                self.made.insert((*member).to_owned(), value.clone());
            }
        }
    }

    /// True if the member is not taken yet.
    pub(super) fn has(&self, member: &str) -> bool {
        self.left.contains_key(member)
    }

    /// Adds a member to the replacement.
    pub(super) fn put(&mut self, member: &str, value: impl Into<Value>) {
        self.made.insert(member.to_owned(), value.into());
    }

    /// The replacement, with the remaining members unchanged: extensions, and members that the rules for OpenAPI 3.0
    /// take or report.
    pub(super) fn end(self, conversion: &mut Conversion<'_>) -> Map<String, Value> {
        let Self { before, left, mut made, .. } = self;
        for (name, value) in left {
            if made.contains_key(name) {
                conversion.lose(before.join(name), Problem::SaidTwice(name.to_owned()));
            } else {
                made.insert(name.to_owned(), value.clone());
            }
        }
        made
    }
}
