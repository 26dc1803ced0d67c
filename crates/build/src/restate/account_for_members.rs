//! Accounts for every member of every object: a member that is not in the specification, that no later rule
//! supports, or that a reference hides, is a loss.

use serde_json::{Map, Value};

use super::losses::Losses;
use crate::openapi;
use crate::openapi::grammar::{self, Fate, Object};
use crate::openapi::schemas::Place;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    let mut unread: Vec<(Pointer, Problem)> = Vec::new();
    let top = Pointer::root();
    grammar::walk(Object::Document, root, &Place::Start(&top), &mut |at, object, value| {
        let hides =
            object.section().is_some() && ![Object::Schema, Object::PathItem].contains(&object);
        let is_hidden = hides && openapi::reference(value).is_some();
        for (name, member) in openapi::members(Some(value)) {
            let problem = match object.member(name) {
                _ if name.starts_with("x-") => continue,
                _ if is_hidden && !["$ref", "summary", "description"].contains(&name) => {
                    Problem::BesideReference(name.to_owned())
                }
                None if object.rest().is_some() => continue,
                None => Problem::UnknownMember {
                    name: name.to_owned(),
                    object: object.name(),
                    near: near(object, name),
                },
                Some(known) if known.fate == Fate::Lost && says_something(member) => {
                    let keyword = known.name;
                    match object {
                        Object::PathItem => Problem::OperationsUnder { keyword },
                        _ => Problem::Dropped { keyword },
                    }
                }
                Some(_) => continue,
            };
            unread.push((at.join(name), problem));
        }
        !is_hidden
    });
    for (at, problem) in unread {
        losses.report(&at, problem);
        let owner =
            at.parent().and_then(|owner| owner.get_mut(root)).and_then(Value::as_object_mut);
        owner.zip(at.last()).map(|(owner, name)| owner.remove(&*name));
    }
}

/// The member that a misspelt name probably means.
fn near(object: Object, name: &str) -> Option<&'static str> {
    let is_meant = |member: &&grammar::Member| member.name.eq_ignore_ascii_case(name);
    object.members().iter().find(is_meant).map(|member| member.name)
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Object(members) => !Map::is_empty(members),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}
