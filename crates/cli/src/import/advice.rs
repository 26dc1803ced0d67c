//! What to write for what the generator does not take.

use openapi_client_build::openapi::{self, mark};
use openapi_client_build::overlay;
use openapi_client_build::source::diagnostic::Diagnostic;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;
use serde_json::Value;
use serde_json_path::JsonPath;

use super::action::{action, quoted};
use super::moved::Moved;
use crate::failure::nearest;
use crate::finding::Finding;

/// The renewal that the generator reports problems about.
pub struct Advice<'a> {
    /// The fragment as it is now.
    pub root: &'a Value,
    pub overlay: &'a Document,
    pub moved: &'a [Moved],
}

impl Advice<'_> {
    /// The generator's findings, with the lines to write.
    pub fn finding(&self, found: &Diagnostic) -> Finding {
        let finding = Finding::from(found);
        let (help, write) = match &found.problem {
            Problem::TargetMatchesNothing { target, .. } => match self.retargeted(target) {
                Some(target) => (
                    Some("did you mean what it has become? Or remove the action".to_owned()),
                    format!("target: {}", quoted(&target)),
                ),
                None => (
                    Some(
                        "upstream has nothing like it: remove the action, or correct the target"
                            .to_owned(),
                    ),
                    String::new(),
                ),
            },
            Problem::NameMatchesNothing(name) => {
                let target = self.text(&found.pointer);
                let without = target.as_deref().and_then(|target| self.without(target, name));
                let with = target.as_deref().and_then(|target| self.retargeted(target));
                let help = (with.is_none() && self.hides(&found.pointer)).then(|| {
                    format!("if `{name}` has another name now, write that one: this action hides the value")
                });
                let target = with.or(without);
                (help, target.map(|it| format!("target: {}", quoted(&it))).unwrap_or_default())
            }
            Problem::UnmarkedProperty { .. } => (
                None,
                action(
                    &found.pointer,
                    "The value identifies a person, or is a secret.",
                    "x-sensitive: true",
                ),
            ),
            Problem::SideTooLong { other, .. } => {
                let name = format!("x-rust-name: {}", quoted(other));
                (None, action(&found.pointer, "One name for what is sent and received.", &name))
            }
            Problem::NameTooLong { .. } => {
                (None, action(&found.pointer, "The type has no name upstream.", "x-rust-name: …"))
            }
            Problem::NameTaken { .. } | Problem::NameReserved(_) => {
                // The answers of an operation are called after it.
                let is_operation = found.pointer.tokens().first().is_some_and(|it| it == "paths")
                    && found.pointer.depth() == 3;
                let name = if is_operation { "operationId: …" } else { "x-rust-name: …" };
                (None, action(&found.pointer, "Upstream's name is taken.", name))
            }
            Problem::TwoNames { kept, .. } => {
                let name = format!("x-rust-name: {}", quoted(kept));
                (None, action(&found.pointer, "The same type as elsewhere.", &name))
            }
            Problem::VariantTaken { value, .. } | Problem::VariantReserved { value, .. } => {
                let names = format!("x-enum-varnames: {{ {}: … }}", quoted(value));
                let schema = found.pointer.tokens().iter().position(|token| token == "enum");
                let at = match schema {
                    Some(depth) => {
                        Pointer::root().join_all(found.pointer.tokens().iter().take(depth))
                    }
                    None => found.pointer.clone(),
                };
                (None, action(&at, "The value makes a name that is taken.", &names))
            }
            Problem::BesideReference(_) | Problem::MisplacedMark { .. } => {
                match self.component(&found.pointer) {
                    Some(component) => (
                        Some("this has become a reference: name the component".to_owned()),
                        format!("target: {}", quoted(&overlay::target(&component))),
                    ),
                    None => (None, String::new()),
                }
            }
            _ => (None, String::new()),
        };
        let help = help.unwrap_or_else(|| finding.help.clone());
        Finding { help, write, ..finding }
    }

    /// True if the action with this target hides what it matches.
    fn hides(&self, target: &Pointer) -> bool {
        let action = target.parent().and_then(|action| action.get(self.overlay.root()));
        let update = action.and_then(|action| action.get("update"));
        update.is_some_and(|update| openapi::is_true(update, mark::SENSITIVE))
    }

    /// With the place of the action in the overlay as a person has written it.
    pub fn with_place_of_cause(&self, mut found: Diagnostic) -> Diagnostic {
        if let Some(cause) = &mut found.cause {
            cause.position = self.overlay.locate(&cause.action);
        }
        found
    }

    /// The overlay with each target that matches nothing corrected, if the correction is known.
    pub fn mended(&self) -> Value {
        let mut overlay = self.overlay.root().clone();
        let actions = overlay.get_mut("actions").and_then(Value::as_array_mut);
        for action in actions.into_iter().flatten() {
            if let Some(Value::String(target)) = action.get_mut("target")
                && !self.matches(target)
                && let Some(new) = self.retargeted(target)
            {
                *target = new;
            }
        }
        overlay
    }

    /// Where a target leads now: to what has moved, or to what is called nearly the same.
    fn retargeted(&self, target: &str) -> Option<String> {
        let plain = Plain::of(target);
        let away = || self.moved.iter().filter(|moved| !moved.stays);
        let now = away()
            .fold(plain.at.clone(), |at, moved| at.rebased(&moved.from, &moved.to).unwrap_or(at));
        let with_names = away().fold(target.to_owned(), |target, moved| {
            match (moved.from.last(), moved.to.last()) {
                (Some(from), Some(to)) => target.replace(&format!("'{from}'"), &format!("'{to}'")),
                _ => target,
            }
        });
        let followed = [format!("{}{}", overlay::target(&now), plain.rest), with_names];
        let near = self.near(&plain);
        let is_new = |it: &String| it != target && self.matches(it);
        followed.into_iter().chain(near).find(is_new)
    }

    /// With the first name that is not there replaced by those that are like it.
    fn near(&self, plain: &Plain<'_>) -> Vec<String> {
        let tokens = plain.at.tokens();
        let mut known = Pointer::root();
        for (index, token) in tokens.iter().enumerate() {
            let next = known.join(token);
            if next.get(self.root).is_some() {
                known = next;
                continue;
            }
            let there = known.get(self.root).and_then(Value::as_object);
            let names = there.into_iter().flat_map(|members| members.keys().map(String::as_str));
            let rest = tokens.get(index + 1..).unwrap_or_default();
            let with = |name: &str| {
                let at = known.join(name).join_all(rest);
                format!("{}{}", overlay::target(&at), plain.rest)
            };
            return nearest(token, names).into_iter().map(with).collect();
        }
        Vec::new()
    }

    /// A union without one of its names.
    fn without(&self, target: &str, name: &str) -> Option<String> {
        let name = format!("'{name}'");
        let forms =
            [format!("{name}, "), format!("{name},"), format!(", {name}"), format!(",{name}")];
        let found = forms.iter().find(|form| target.contains(form.as_str()))?;
        Some(target.replacen(found.as_str(), "", 1)).filter(|target| self.matches(target))
    }

    fn matches(&self, target: &str) -> bool {
        JsonPath::parse(target).is_ok_and(|path| !path.query(self.root).is_empty())
    }

    /// The target of the reference at a place.
    fn component(&self, at: &Pointer) -> Option<Pointer> {
        let target = openapi::reference(at.get(self.root)?)?;
        Pointer::parse(target.strip_prefix('#')?)
    }

    /// A text of the overlay.
    fn text(&self, at: &Pointer) -> Option<String> {
        at.get(self.overlay.root())?.as_str().map(str::to_owned)
    }
}

/// A target up to the first step that is not a plain name, and the rest.
struct Plain<'a> {
    at: Pointer,
    rest: &'a str,
}

impl<'a> Plain<'a> {
    fn of(target: &'a str) -> Self {
        let (mut at, mut rest) = (Pointer::root(), target.strip_prefix('$').unwrap_or(target));
        while let Some((name, behind)) = step(rest) {
            (at, rest) = (at.then(name), behind);
        }
        Self { at, rest }
    }
}

/// The name of one step, and what is behind it.
fn step(rest: &str) -> Option<(&str, &str)> {
    if let Some(quoted) = rest.strip_prefix("['") {
        let (name, behind) = quoted.split_once('\'')?;
        return Some((name, behind.strip_prefix(']')?));
    }
    let name = rest.strip_prefix('.')?;
    let end = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
    let (name, behind) = name.split_at_checked(end)?;
    (!name.is_empty()).then_some((name, behind))
}
