//! Overlay: every deviation from the published contract is one described action.
//!
//! OpenAPI Overlay 1.1, targets are RFC 9535 JSONPath. Stricter than the specification in two
//! points: an action needs a description, since it has to give its evidence, and an action that
//! matches nothing is an error, since it means that upstream has moved.

use serde_json::{Map, Value};
use serde_json_path::{JsonPath, NormalizedPath, PathElement};

use crate::openapi::{self, mark};
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::{Document, Source};
use crate::source::pointer::Pointer;
use crate::source::problem::{self, Problem};
use crate::validate::Validated;

/// The overlay that changes nothing.
pub const NONE: Source<'static> = Source {
    name: "no overlay",
    text: "overlay: 1.1.0\ninfo: { title: None, version: '1' }\nactions: []\n",
};

/// A valid document with its overlay applied.
#[derive(Debug, Clone)]
pub struct Overlaid {
    source: Document,
    root: Value,
    /// What errors call the overlay.
    overlay: String,
    applied: Vec<Applied>,
}

/// An action and the places that its target matched.
#[derive(Debug, Clone)]
pub struct Applied {
    /// Where the action stands in the overlay.
    pub action: Pointer,
    /// Where it acted in the document.
    pub places: Vec<Pointer>,
}

impl Overlaid {
    /// The document after the overlay.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The document before it, which knows where things stand.
    pub fn source(&self) -> &Document {
        &self.source
    }

    /// The name of the overlay, if one applies. Documents tried without one are exempt from the
    /// naming rules.
    pub fn overlay(&self) -> Option<&str> {
        Some(self.overlay.as_str()).filter(|_| !self.applied.is_empty())
    }

    /// What each action did.
    pub fn applied(&self) -> &[Applied] {
        &self.applied
    }

    /// The document before the overlay and after it.
    pub fn into_parts(self) -> (Document, Value) {
        (self.source, self.root)
    }
}

/// Applies an overlay, one action after the other.
pub fn apply(validated: Validated, overlay: &Document) -> Result<Overlaid, Diagnostics> {
    let (overlaid, errors) = apply_what_matches(validated, overlay)?;
    Diagnostics::into_result(errors)?;
    Ok(overlaid)
}

/// Applies what can be applied, and says what cannot: whoever renews the fragment is to see all that is
/// wrong at once, and nothing that only follows from it.
pub fn apply_what_matches(
    validated: Validated,
    overlay: &Document,
) -> Result<(Overlaid, Vec<Diagnostic>), Diagnostics> {
    Diagnostics::into_result(frame_problems(overlay))?;
    let mut root = validated.document().root().clone();
    openapi::each_object_mut(&mut root, &mut drop_marks);
    let (mut errors, mut applied) = (Vec::new(), Vec::new());
    for (index, action) in openapi::items(overlay.root().get("actions")) {
        let at = Pointer::root().join("actions").join(index);
        match apply_action(&mut root, action) {
            Ok(places) => applied.push(Applied { action: at, places }),
            Err((member, problem)) => {
                let at = member.map_or_else(|| at.clone(), |member| at.join(member));
                errors.push(overlay.error(Stage::Overlay, &at, problem));
            }
        }
    }
    let (source, overlay) = (validated.into_document(), overlay.name().to_owned());
    Ok((Overlaid { source, root, overlay, applied }, errors))
}

/// What is said in the generator's own words is the overlay's to say: where upstream has an extension
/// of the same name, or one that progenitor would follow, it means something else.
fn drop_marks(members: &mut Map<String, Value>) {
    members.retain(|name, _| {
        !name.starts_with("x-rust-") && ![mark::ORIGIN, mark::EXPECTED].contains(&name.as_str())
    });
}

fn frame_problems(overlay: &Document) -> Vec<Diagnostic> {
    let root = overlay.root();
    let top = Pointer::root();
    let mut errors = Vec::new();
    let mut report = |pointer: &Pointer, reason| {
        errors.push(overlay.error(Stage::Overlay, pointer, Problem::NotAnOverlay(reason)));
    };
    if !openapi::text(root, "overlay").is_some_and(|version| version.starts_with("1.")) {
        report(&top.join("overlay"), "`overlay` is not a version 1.x, such as `1.1.0`");
    }
    if !root.get("info").is_some_and(Value::is_object) {
        report(&top.join("info"), "`info` with `title` and `version` is missing");
    }
    if !root.get("actions").is_some_and(Value::is_array) {
        report(&top.join("actions"), "`actions` is not a list");
    }
    errors
}

/// The member of the action that is wrong, if it is one, and what is wrong with it.
type ActionError = (Option<String>, Problem);

/// Carries an action out, and gives the places that it matched.
fn apply_action(root: &mut Value, action: &Value) -> Result<Vec<Pointer>, ActionError> {
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
    let at_target = |problem| (Some("target".to_owned()), problem);
    let target =
        openapi::text(action, "target").ok_or((None, Problem::Missing { member: "target" }))?;
    let path = JsonPath::parse(target).map_err(|error| {
        let (target, reason) = (target.to_owned(), error.message().to_owned());
        at_target(Problem::BadTarget { target, reason })
    })?;
    let mut places: Vec<Pointer> = path.query_located(root).locations().map(to_pointer).collect();
    if places.is_empty() {
        return Err(at_target(Problem::TargetMatchesNothing(target.to_owned())));
    }
    // A union that matches by some of its names would hide that another one has moved. What does match
    // is acted on all the same, so that nothing else seems to be wrong.
    let is_found = |(name, is_end): &(String, bool)| {
        places.iter().any(|place| match is_end {
            true => place.last().as_deref() == Some(name),
            false => place.tokens().iter().any(|step| *step == name.as_str()),
        })
    };
    let moved = names_of_unions(target).into_iter().find(|name| !is_found(name));
    let removes = action.get("remove") == Some(&Value::Bool(true));
    match (action.get("update"), removes) {
        (Some(update), false) => {
            for place in &places {
                if let Some(node) = place.get_mut(root) {
                    merge(node, update);
                }
            }
        }
        (None, true) => {
            // From the back, so that indices into the same list stay true.
            places.sort_by(|a, b| compare_places(b, a));
            for place in &places {
                remove(root, place);
            }
        }
        _ => return Err((None, Problem::AmbiguousAction)),
    }
    match moved {
        Some((name, _)) => Err(at_target(Problem::NameMatchesNothing(name))),
        None => Ok(places),
    }
}

/// A member that looks like one of the generator's and is none, so that nothing would come of it.
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

/// The names in a target's unions of names, `['a', 'b']`, and whether the target ends in that union.
fn names_of_unions(target: &str) -> Vec<(String, bool)> {
    let unquoted = |selector: &String| {
        let name = selector.trim();
        let quote = name.chars().next().filter(|first| ['\'', '"'].contains(first))?;
        let name = name.strip_prefix(quote)?.strip_suffix(quote)?;
        (!name.contains('\\')).then(|| name.to_owned())
    };
    let names =
        |selectors: &Vec<String>| selectors.iter().map(unquoted).collect::<Option<Vec<_>>>();
    let brackets = selectors(target);
    let end = brackets.len().checked_sub(1).filter(|_| target.trim_end().ends_with(']'));
    let unions = brackets.iter().enumerate().filter_map(|(at, all)| Some((at, names(all)?)));
    unions.flat_map(|(at, all)| all.into_iter().map(move |name| (name, Some(at) == end))).collect()
}

/// The selectors of each of a target's brackets, as they are written.
fn selectors(target: &str) -> Vec<Vec<String>> {
    let mut brackets: Vec<Vec<String>> = Vec::new();
    let (mut depth, mut quote, mut is_escaped) = (0_usize, None, false);
    for letter in target.chars() {
        let outside = quote.is_none();
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if quote.is_some() => is_escaped = true,
            '\'' | '"' if quote.is_none() => quote = Some(letter),
            _ if quote == Some(letter) => quote = None,
            '[' | '(' if outside => depth += 1,
            ']' | ')' if outside => depth = depth.saturating_sub(1),
            _ => {}
        }
        let bracket = brackets.last_mut();
        match (letter, depth) {
            ('[', 1) if outside => brackets.push(vec![String::new()]),
            (_, 0) => {}
            (',', 1) if outside => bracket.into_iter().for_each(|all| all.push(String::new())),
            _ => bracket.and_then(|all| all.last_mut()).into_iter().for_each(|it| it.push(letter)),
        }
    }
    brackets
}

/// Document order, in which `/a/10` comes after `/a/9`.
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

/// The specification's merge: objects member by member, lists by appending, all else by replacing.
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
    match parent.get_mut(root) {
        Some(Value::Object(members)) => {
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
