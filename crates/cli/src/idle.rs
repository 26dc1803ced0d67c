//! Actions of an overlay that have no effect: without them the client and its losses are the same.
//!
//! To generate once for each action would take a minute. What an overlay says in the generator's own members has
//! an effect, unless it is so anyway, which the generator notices, or another action says the same.
//! So only these actions are tried, and those without any of these members.

use openapi_client_build::openapi::{self, mark};
use openapi_client_build::overlay::Applied;
use openapi_client_build::source::diagnostic::Diagnostic;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::{Diagnostics, Generated, Source};
use openapi_client_build::{generate, normalise, overlay, translate, validate};
use serde_json::Value;

use crate::finding::Finding;
use crate::sources::Sources;

/// The members by which an overlay speaks to the generator.
const MARKS: [&str; 5] = [mark::NAME, mark::DOC, mark::REQUIRED, mark::VARIANTS, mark::SENSITIVE];

/// Finds the actions without an effect on a client that has no record: a record keeps the names that they give,
/// but they have to be given once. None, if the record is what makes a client possible.
pub fn actions(sources: &Sources) -> Vec<Finding> {
    find(sources).unwrap_or_default()
}

fn find(sources: &Sources) -> Result<Vec<Finding>, Diagnostics> {
    let overlay = Document::load(sources.overlay.source())?;
    let document = Document::load(sources.document.source())?;
    let overlaid = overlay::apply(validate::validate(document)?, &overlay)?;
    let applied = overlaid.applied().to_vec();
    let normalised = normalise::normalise(translate::translate(overlaid)?)?;
    let mut all = None;
    let mut found = Vec::new();
    for action in &applied {
        if !may_be_idle(action, &applied, normalised.idle_marks()) {
            continue;
        }
        let all = match &all {
            Some(all) => all,
            None => all.insert(generate(sources.document.source(), sources.overlay.source())?),
        };
        if is_idle(action, sources, overlay.root(), all) {
            let place = (overlay.name(), overlay.locate(&action.action));
            let message = "the action has no effect: the client is the same without it";
            let help = "remove it, unless it says something that people should read";
            let finding = Finding::new("overlay", message, place, help).at(&action.action);
            found.push(Finding { is_loss: true, ..finding });
        }
    }
    Ok(found)
}

/// Whether an action is worth trying without.
fn may_be_idle(action: &Applied, all: &[Applied], idle: &[(Pointer, &str)]) -> bool {
    let Some(update) = &action.update else { return true };
    if !has_mark(update) || is_said_by_others(action, update, all) {
        return true;
    }
    let is_idle = |(name, _): (&str, &Value)| {
        idle.iter().any(|(at, mark)| *mark == name && action.places.contains(at))
    };
    openapi::members(Some(update)).all(is_idle)
}

/// Whether other actions say the same at all places of an action.
fn is_said_by_others(action: &Applied, update: &Value, all: &[Applied]) -> bool {
    action.places.iter().all(|place| {
        let mut others = all.iter().filter(|other| other.action != action.action);
        others.any(|other| other.update.as_ref() == Some(update) && other.places.contains(place))
    })
}

fn has_mark(update: &Value) -> bool {
    match update {
        Value::Object(members) => {
            members.iter().any(|(name, inner)| MARKS.contains(&name.as_str()) || has_mark(inner))
        }
        Value::Array(items) => items.iter().any(has_mark),
        _ => false,
    }
}

/// Whether the client is the same without an action.
fn is_idle(action: &Applied, sources: &Sources, overlay: &Value, all: &Generated) -> bool {
    let mut overlay = overlay.clone();
    let index = action.action.last().and_then(|index| index.parse::<usize>().ok());
    match (overlay.get_mut("actions").and_then(Value::as_array_mut), index) {
        (Some(actions), Some(index)) if index < actions.len() => actions.remove(index),
        _ => return false,
    };
    let text = overlay.to_string();
    let overlay = Source { name: &sources.overlay.name, text: &text };
    let Ok(without) = generate(sources.document.source(), overlay) else { return false };
    without.code == all.code && without.losses.iter().map(said).eq(all.losses.iter().map(said))
}

/// A loss without the place of the action that caused it, which the actions before it move.
fn said(loss: &Diagnostic) -> Diagnostic {
    Diagnostic { cause: None, ..loss.clone() }
}
