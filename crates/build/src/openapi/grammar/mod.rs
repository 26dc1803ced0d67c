//! The objects of OpenAPI 3, and how the generator treats each of their members.
//!
//! The list is closed: a member that is neither in it nor an extension is a loss.

mod exceptions;
mod keywords;
mod lists;
mod object;
mod schema;
mod written;

pub use exceptions::{EXCEPTIONS, Exception, When};
pub use keywords::{BOUNDS, KEYWORDS, can_speak_of};
pub use object::{Fate, Holds, Member, Object};

use serde_json::Value;

use super::layout::{items, members};
use super::place::Place;

/// Calls `visit` for an object at a place and, as long as that returns true, for those inside.
pub fn walk<'a>(
    object: Object,
    value: &'a Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, Object, &'a Value) -> bool,
) {
    if !visit(at, object, value) {
        return;
    }
    for (name, member) in members(Some(value)) {
        let at = Place::Member(at, name);
        match (object.member(name).map(|known| known.holds), object.rest()) {
            (Some(Holds::One(inner)), _) if member.is_array() => {
                walk_list(inner, member, &at, visit)
            }
            (Some(Holds::One(inner)), _) => walk(inner, member, &at, visit),
            (Some(Holds::List(inner)), _) => walk_list(inner, member, &at, visit),
            (Some(Holds::Map(inner)), _) => {
                for (name, member) in members(Some(member)) {
                    walk(inner, member, &Place::Member(&at, name), visit);
                }
            }
            (None, Some(inner)) if !name.starts_with("x-") => walk(inner, member, &at, visit),
            _ => {}
        }
    }
}

fn walk_list<'a>(
    object: Object,
    list: &'a Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, Object, &'a Value) -> bool,
) {
    for (index, item) in items(Some(list)) {
        walk(object, item, &Place::Item(at, index), visit);
    }
}
