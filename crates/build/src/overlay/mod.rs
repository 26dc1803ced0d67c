//! Overlay: every deviation from the published contract is one described action.
//!
//! Reads OpenAPI Overlay 1.1 with targets in RFC 9535 JSONPath. It is stricter than the specification in two
//! points: an action must have a description, which gives its evidence, and an action that matches nothing is
//! an error, since upstream must have changed.

mod action;
mod misplaced;
mod target;
mod unions;
mod written;

pub use target::target;

use serde_json::{Map, Value};

use crate::names;
use crate::openapi::{self, mark};
use crate::record::Record;
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::{Document, Source};
use crate::source::pointer::Pointer;
use crate::source::problem::{NamedType, Problem};
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
    /// The name of the overlay in messages.
    overlay: String,
    applied: Vec<Applied>,
}

/// An action and the places that its target matched.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The place of the action in the overlay.
    pub action: Pointer,
    /// The places of the document that it changed.
    pub places: Vec<Pointer>,
    /// What it wrote there; nothing if it removed them.
    pub update: Option<Value>,
}

impl Overlaid {
    /// The document after the overlay.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The document before the overlay, which knows the positions in the text.
    pub fn source(&self) -> &Document {
        &self.source
    }

    /// The name of the overlay, if one applies. Documents tried without one are exempt from the
    /// naming rules.
    pub fn overlay(&self) -> Option<&str> {
        Some(self.overlay.as_str()).filter(|_| !self.applied.is_empty())
    }

    /// The actions, each with the places that it changed.
    pub fn applied(&self) -> &[Applied] {
        &self.applied
    }

    /// The document before the overlay and after it.
    pub fn into_parts(self) -> (Document, Value) {
        (self.source, self.root)
    }
}

/// Applies the actions of an overlay in order.
///
/// # Errors
///
/// - The overlay is not valid.
/// - An action matches nothing, or cannot be applied.
pub fn apply(validated: Validated, overlay: &Document) -> Result<Overlaid, Diagnostics> {
    let (overlaid, errors) = apply_what_matches(validated, overlay)?;
    Diagnostics::into_result(errors)?;
    Ok(overlaid)
}

/// Applies the actions that can be applied, and reports the others: a maintainer who renews the document sees
/// all independent problems at once.
pub fn apply_what_matches(
    validated: Validated,
    overlay: &Document,
) -> Result<(Overlaid, Vec<Diagnostic>), Diagnostics> {
    Diagnostics::into_result(frame_problems(overlay))?;
    let mut root = validated.document().root().clone();
    let written = validated.document().written();
    openapi::each_object_mut(&mut root, &mut |at, members| {
        drop_marks(members);
        written::note(at, members, &written);
    });
    let (mut actions, written) = (overlay.root().clone(), overlay.written());
    openapi::each_object_mut(&mut actions, &mut |at, members| written::note(at, members, &written));
    let (mut errors, mut applied) = (Vec::new(), Vec::new());
    for (index, action) in openapi::items(actions.get("actions")) {
        let at = Pointer::root().join("actions").join(index);
        let found = match action::apply(&mut root, action) {
            Ok(action::Done { places, update, moved }) => {
                applied.push(Applied { action: at.clone(), places, update });
                moved
            }
            Err(error) => vec![error],
        };
        errors.extend(found.into_iter().map(|(member, problem)| {
            let at = member.map_or_else(|| at.clone(), |member| at.join(member));
            overlay.error(Stage::Overlay, &at, problem)
        }));
    }
    for Applied { action, places, update } in &applied {
        let at = action.join("update");
        let problems = update.iter().flat_map(|update| misplaced::problems(&root, places, update));
        errors.extend(problems.map(|problem| overlay.error(Stage::Overlay, &at, problem)));
    }
    let (source, overlay) = (validated.into_document(), overlay.name().to_owned());
    Ok((Overlaid { source, root, overlay, applied }, errors))
}

/// Adds to an action that matches nothing the places that the record lists for the type that it names.
pub(crate) fn with_named(error: Diagnostic, overlay: &Document, record: &Record) -> Diagnostic {
    let Problem::TargetMatchesNothing { target, .. } = &error.problem else { return error };
    let action = error.pointer.parent().and_then(|action| action.get(overlay.root()));
    let given = action.and_then(|action| openapi::text(action.get("update")?, mark::NAME));
    let Some(name) = given.map(names::type_name) else { return error };
    let places = record.iter().filter(|(_, of)| *of == name).map(|(place, _)| place.to_owned());
    let places: Vec<String> = places.collect();
    let named = (!places.is_empty()).then_some(NamedType { name, places });
    let problem = Problem::TargetMatchesNothing { target: target.clone(), named };
    Diagnostic { problem, ..error }
}

/// Drops upstream's own members with names of the generator's marks: only the overlay may set `x-rust-*`, and
/// only the generator the others.
fn drop_marks(members: &mut Map<String, Value>) {
    members.retain(|name, _| !name.starts_with("x-rust-") && !mark::OWN.contains(&name.as_str()));
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
