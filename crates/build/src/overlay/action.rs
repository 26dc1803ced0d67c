//! One action of an overlay: what is wrong with it, and what it does.

use serde_json::Value;
use serde_json_path::{JsonPath, NormalizedPath, PathElement};

use super::{unions, written};
use crate::openapi::{self, mark};
use crate::source::pointer::Pointer;
use crate::source::problem::{self, Problem};

/// The problem of an action, and the member that has it, if any.
pub(super) type ActionError = (Option<String>, Problem);

/// The change that an action makes at each place.
enum Change<'a> {
    Update(&'a Value),
    Remove,
}

/// What an action did.
pub(super) struct Done {
    /// The places that it matched.
    pub(super) places: Vec<Pointer>,
    /// What it wrote there; nothing if it removed them.
    pub(super) update: Option<Value>,
    /// What of its target matched nothing. What does match is acted on all the same, so that nothing else
    /// seems to be wrong.
    pub(super) moved: Vec<ActionError>,
}

/// Carries an action out.
pub(super) fn apply(root: &mut Value, action: &Value) -> Result<Done, ActionError> {
    let (target, change) = check(action)?;
    let at_target = |problem| (Some("target".to_owned()), problem);
    let path = JsonPath::parse(target).map_err(|error| {
        let (target, reason) = (target.to_owned(), error.message().to_owned());
        at_target(Problem::BadTarget { target, reason })
    })?;
    let mut places: Vec<Pointer> = path.query_located(root).locations().map(to_pointer).collect();
    if places.is_empty() {
        return Err(at_target(Problem::TargetMatchesNothing {
            target: target.to_owned(),
            named: None,
        }));
    }
    // A union that matches by some of its names would hide that another one has moved.
    let moved = unions::unmatched(target, &places).into_iter();
    let moved = moved.map(|name| at_target(Problem::NameMatchesNothing(name))).collect();
    let change = change?;
    match change {
        Change::Update(update) => {
            for place in &places {
                written::change_item(root, place, Some(update));
                if let Some(node) = place.get_mut(root) {
                    merge(node, update);
                }
            }
        }
        Change::Remove => {
            // From the back, so that the indices of earlier items of a list stay valid.
            places.sort_by(|a, b| compare_places(b, a));
            for place in &places {
                remove(root, place);
            }
        }
    }
    let update = match change {
        Change::Update(update) => Some(update.clone()),
        Change::Remove => None,
    };
    Ok(Done { places, update, moved })
}

/// The target of an action and its change. An invalid change is reported only if the target is valid.
fn check(action: &Value) -> Result<(&str, Result<Change<'_>, ActionError>), ActionError> {
    let Some(members) = action.as_object() else {
        return Err((None, Problem::NotAnObject { found: problem::kind(action) }));
    };
    let known = |name: &str| {
        matches!(name, "target" | "description" | "update" | "remove") || name.starts_with("x-")
    };
    if let Some(name) = members.keys().find(|name| !known(name)) {
        return Err((Some(name.clone()), Problem::UnknownActionMember(name.clone())));
    }
    if openapi::text(action, "description").is_none_or(str::is_empty) {
        return Err((None, Problem::UndescribedAction));
    }
    if let Some(name) = action.get("update").and_then(unknown_mark) {
        return Err((Some("update".to_owned()), Problem::UnknownMark(name)));
    }
    if let Some((name, wanted)) = action.get("update").and_then(bad_mark) {
        return Err((Some("update".to_owned()), Problem::BadMark { name, wanted }));
    }
    let target =
        openapi::text(action, "target").ok_or((None, Problem::Missing { member: "target" }))?;
    let removes = openapi::is_true(action, "remove");
    let change = match (action.get("update"), removes) {
        (Some(update), false) => Ok(Change::Update(update)),
        (None, true) => Ok(Change::Remove),
        _ => Err((None, Problem::AmbiguousAction)),
    };
    Ok((target, change))
}

/// A mark whose value is of another form, and what it should be.
fn bad_mark(update: &Value) -> Option<(&'static str, &'static str)> {
    // A name left as the tool proposes it, `…`, is not one.
    let is_name =
        |value: &Value| value.as_str().is_some_and(|name| name.chars().any(char::is_alphanumeric));
    let is_list = |value: &Value, is_item: &dyn Fn(&Value) -> bool| {
        value.as_array().is_some_and(|items| items.iter().all(is_item))
    };
    let is_map_of_names =
        |value: &Value| value.as_object().is_some_and(|it| it.values().all(is_name));
    let bad = |value: &Value, name: &str| match name {
        mark::NAME if !is_name(value) => Some((mark::NAME, "a name with a letter or digit")),
        mark::DOC if !value.is_string() => Some((mark::DOC, "text")),
        mark::REQUIRED if !is_list(value, &Value::is_string) => {
            Some((mark::REQUIRED, "a list of names"))
        }
        mark::VARIANTS if !is_list(value, &is_name) && !is_map_of_names(value) => Some((
            mark::VARIANTS,
            "a list of names, or names by value, each with a letter or digit",
        )),
        mark::SENSITIVE if !value.is_boolean() => Some((mark::SENSITIVE, "`true` or `false`")),
        _ => None,
    };
    let members = || openapi::members(Some(update));
    let inside = members().map(|(_, inner)| inner);
    let items = openapi::items(Some(update)).map(|(_, inner)| inner);
    let own = members().find_map(|(name, value)| bad(value, name));
    own.or_else(|| inside.chain(items).find_map(bad_mark))
}

/// A member that looks like one of the generator's marks and is not: it would have no effect.
fn unknown_mark(update: &Value) -> Option<String> {
    let looks_like_one =
        |name: &str| ["x-rust", "x-enum", "x-sensitiv"].iter().any(|start| name.starts_with(start));
    let is_one = |name: &str| {
        [mark::NAME, mark::DOC, mark::REQUIRED, mark::VARIANTS, mark::SENSITIVE].contains(&name)
    };
    openapi::members(Some(update))
        .find(|(name, _)| looks_like_one(name) && !is_one(name))
        .map(|(name, _)| name.to_owned())
        .or_else(|| openapi::members(Some(update)).find_map(|(_, inner)| unknown_mark(inner)))
        .or_else(|| openapi::items(Some(update)).find_map(|(_, inner)| unknown_mark(inner)))
}

/// Compares in document order: `/a/10` after `/a/9`.
fn compare_places(a: &Pointer, b: &Pointer) -> std::cmp::Ordering {
    let key = |token: &str| (token.parse::<usize>().ok(), token.to_owned());
    let keys = |place: &Pointer| -> Vec<_> { place.tokens().iter().map(|it| key(it)).collect() };
    keys(a).cmp(&keys(b))
}

fn to_pointer(path: &NormalizedPath<'_>) -> Pointer {
    Pointer::root().join_all(path.iter().map(|step| match step {
        PathElement::Name(name) => (*name).to_owned(),
        PathElement::Index(index) => index.to_string(),
    }))
}

/// Merges as the specification says: objects by member, lists by appending, all else by replacing.
fn merge(node: &mut Value, update: &Value) {
    match (node, update) {
        (Value::Object(members), Value::Object(updates)) => {
            for (name, update) in updates {
                match members.get_mut(name) {
                    Some(member) => merge(member, update),
                    None => {
                        members.insert(name.clone(), update.clone());
                    }
                }
            }
        }
        (Value::Array(items), Value::Array(more)) => items.extend(more.iter().cloned()),
        (Value::Array(items), item) => items.push(item.clone()),
        (node, update) => *node = update.clone(),
    }
}

fn remove(root: &mut Value, place: &Pointer) {
    let (Some(parent), Some(last)) = (place.parent(), place.last()) else { return };
    written::change_item(root, place, None);
    match parent.get_mut(root) {
        Some(Value::Object(members)) => {
            written::forget_member(members, &last);
            members.remove(&*last);
        }
        Some(Value::Array(items)) => {
            if let Some(index) = last.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}
