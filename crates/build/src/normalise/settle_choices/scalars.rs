//! Merges the forms of one JSON type other than objects: a string does not show which of two forms it has.

use serde_json::{Value, json};

use super::gather::{Branch, Form};
use super::settle::Settle;
use crate::normalise::origin::origin;
use crate::openapi::{self, mark};
use crate::source::pointer::Pointer;

impl Settle<'_, '_> {
    pub(super) fn merge_scalars(&mut self, at: &Pointer, branches: Vec<Branch>) -> Vec<Branch> {
        let has_number = branches.iter().any(|branch| branch.form == Form::Number);
        let is_plain = branches.iter().all(|branch| branch.form.is_scalar());
        let mut merged: Vec<Branch> = Vec::new();
        for mut branch in branches {
            if branch.form == Form::Integer && has_number {
                continue;
            }
            let known = merged.iter_mut().find(|known| known.form == branch.form);
            match known {
                Some(known) if branch.form == Form::List => self.merge_lists(at, known, &branch),
                Some(known) if branch.form == Form::String => {
                    if !self.merge_strings(known, &mut branch, is_plain) {
                        merged.push(branch);
                    }
                }
                Some(_) if branch.form.is_scalar() || branch.form == Form::Any => {}
                _ => merged.push(branch),
            }
        }
        merged
    }

    /// Joins two lists into a list of either item. The type of the items is called after the choice at `at`.
    fn merge_lists(&self, at: &Pointer, known: &mut Branch, other: &Branch) {
        let items = |branch: &Branch| {
            let list = openapi::resolve(self.root, &branch.schema);
            list.and_then(|list| list.get("items")).cloned().unwrap_or_else(|| json!({}))
        };
        let (mine, theirs) = (items(known), items(other));
        let place = origin(&known.schema).to_string();
        known.component = None;
        known.schema = json!({
            "type": "array",
            "items": { "anyOf": [mine, theirs], (mark::ORIGIN): at.to_string() },
            (mark::ORIGIN): place,
        });
    }

    /// Joins two scalars if possible, and returns true if it did. A received enum keeps unknown values; a sent one
    /// needs the other form for them.
    fn merge_strings(&self, known: &mut Branch, other: &mut Branch, is_plain: bool) -> bool {
        let (mine, theirs) = (self.string(known), self.string(other));
        match (mine.get("enum"), theirs.get("enum")) {
            (Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
                let mut values = mine.clone();
                values.extend(theirs.iter().filter(|it| !mine.contains(it)).cloned());
                let place = origin(&known.schema).to_string();
                known.component = None;
                known.schema = json!({ "type": "string", "enum": values, (mark::ORIGIN): place });
                true
            }
            (Some(_), None) => self.is_received,
            (None, Some(_)) => {
                std::mem::swap(known, other);
                self.is_received
            }
            _ => {
                let is_time = |it: &Value| openapi::text(it, "format") == Some("date-time");
                if is_plain && is_time(&mine) != is_time(&theirs) {
                    // A value that parses as an instant is one, in any order of the forms.
                    if is_time(&theirs) {
                        std::mem::swap(known, other);
                    }
                    return false;
                }
                if !is_time(&mine) || !is_time(&theirs) {
                    let place = origin(&known.schema).to_string();
                    known.schema = json!({ "type": "string", (mark::ORIGIN): place });
                }
                true
            }
        }
    }

    fn string(&self, branch: &Branch) -> Value {
        openapi::resolve(self.root, &branch.schema).cloned().unwrap_or_default()
    }
}
