//! Normalise: the subset of OpenAPI 3.0 that progenitor accepts, meaning kept.
//!
//! The document stays a JSON tree. What later steps must know of a schema and OpenAPI has no word
//! for rides along as `x-` members: where it came from, what is sensitive, what the contract
//! requires although the Rust type does not.

mod carry_null;
mod dissolve_aliases;
mod facts;
mod hoist_inline;
mod keep_reachable;
mod mark_origins;
mod merge_all_of;
mod note_defaults;
mod plain_operations;
mod relax_requests;
mod relax_responses;
mod settle_choices;
mod shapes;
mod sides;
pub mod wire;

pub use facts::{Choice, Direction, Facts, Mark, TypeFact};
pub use keep_reachable::reached_from;

use serde_json::Value;

use super::diagnostic::{Diagnostic, Diagnostics, Stage};
use super::document::Document;
use super::openapi;
use super::pointer::Pointer;
use super::problem::Problem;
use super::translate::Translated;
use crate::schemas;

/// Members that the overlay or the normaliser adds to schemas.
pub mod mark {
    /// The Rust name of the type that this schema becomes (overlay).
    pub const NAME: &str = "x-rust-name";
    /// The documentation of that type, where the description speaks of one place only (overlay).
    pub const DOC: &str = "x-rust-doc";
    /// Properties that the Rust type requires, since without them it means nothing (overlay).
    pub const REQUIRED: &str = "x-rust-required";
    /// Names for an enum's values, in their order; other generators know it too (overlay).
    pub const VARIANTS: &str = "x-enum-varnames";
    /// Where the schema stood in the fragment (normaliser).
    pub const ORIGIN: &str = "x-origin";
    /// Properties that the contract requires and the Rust type does not (normaliser).
    pub const EXPECTED: &str = "x-expected";
    /// The component that a rule made this one of (translator).
    pub const MOVED: &str = "x-moved-from";
    /// How the forms of a choice are told apart; the schema is a placeholder for it (normaliser).
    pub const CHOICE: &str = "x-choice";
    /// What the server takes for a property that is left out (normaliser).
    pub const DEFAULT: &str = "x-default";
}

/// A document that progenitor can take, and what is known of the types that come out of it.
#[derive(Debug, Clone)]
pub struct Normalised {
    source: Document,
    root: Value,
    facts: Facts,
    losses: Vec<Diagnostic>,
    overlay: Option<String>,
}

impl Normalised {
    /// The document.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// What errors call the document.
    pub fn name(&self) -> &str {
        self.source.name()
    }

    /// What errors call the overlay, if one applies.
    pub fn overlay(&self) -> Option<&str> {
        self.overlay.as_deref()
    }

    /// What is known of the types.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What the document says and the client does not.
    pub fn losses(&self) -> &[Diagnostic] {
        &self.losses
    }

    /// An error at a place of the fragment.
    pub fn error(&self, stage: Stage, pointer: &Pointer, problem: Problem) -> Diagnostic {
        self.source.error(stage, pointer, problem)
    }
}

/// The story of what happens to a document between overlay and progenitor.
pub fn normalise(translated: Translated) -> Result<Normalised, Diagnostics> {
    let Translated { source, mut root, losses, overlay } = translated;
    let is_curated = overlay.is_some();
    let mut errors = Errors::new(&source, losses);
    mark_origins::run(&mut root);
    keep_reachable::run(&mut root);
    merge_all_of::run(&mut root, &mut errors);
    errors.check()?;
    // What was only a part of something else is not wanted on its own.
    keep_reachable::run(&mut root);
    settle_choices::run(&mut root, &mut errors);
    errors.check()?;
    keep_reachable::run(&mut root);
    dissolve_aliases::run(&mut root, &mut errors);
    errors.check()?;
    keep_reachable::run(&mut root);
    note_defaults::run(&mut root, &mut errors);
    relax_requests::run(&mut root, &mut errors);
    relax_responses::run(&mut root, &mut errors);
    errors.check()?;
    carry_null::run(&mut root);
    hoist_inline::run(&mut root, is_curated, &mut errors);
    errors.check()?;
    keep_reachable::run(&mut root);
    let mut facts = Facts::collect(&root, is_curated, &mut errors);
    errors.check()?;
    plain_operations::run(&mut root, &mut facts, &mut errors);
    errors.check()?;
    let losses = errors.losses;
    Ok(Normalised { root, facts, losses, source, overlay })
}

/// Collects the errors of a step, and the losses of all steps.
struct Errors<'a> {
    source: &'a Document,
    found: Vec<Diagnostic>,
    losses: Vec<Diagnostic>,
}

impl<'a> Errors<'a> {
    fn new(source: &'a Document, losses: Vec<Diagnostic>) -> Self {
        Self { source, found: Vec::new(), losses }
    }

    fn report(&mut self, at: &Pointer, problem: Problem) {
        let list = if problem.is_loss() { &mut self.losses } else { &mut self.found };
        list.push(self.source.error(Stage::Normalise, at, problem));
    }

    /// For limits: what has passed one passes it in many places.
    fn report_once(&mut self, at: &Pointer, problem: Problem) {
        if self.found.iter().all(|known| known.problem != problem) {
            self.report(at, problem);
        }
    }

    fn check(&mut self) -> Result<(), Diagnostics> {
        Diagnostics::none_or_all(std::mem::take(&mut self.found))
    }
}

/// Where a schema stood in the fragment.
fn origin(schema: &Value) -> Pointer {
    openapi::text(schema, mark::ORIGIN).and_then(Pointer::parse).unwrap_or_default()
}

/// The schemas of request and response bodies and of parameters, by operation, each with the words a
/// name could be made of. This is where reachability starts.
fn entry_points(root: &Value) -> Vec<EntryPoint> {
    let mut found = Vec::new();
    for operation in openapi::operations(root) {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        for (at, parameter) in openapi::parameters(&operation) {
            let (at, parameter) = openapi::follow(root, at, parameter);
            let name = openapi::text(parameter, "name").unwrap_or_default();
            let words = format!("{id} {name}");
            if parameter.get("schema").is_some() {
                let (pointer, direction) = (at.join("schema"), Direction::Request);
                found.push(EntryPoint { pointer, words, direction });
            } else {
                content(&at, parameter, &words, Direction::Request, &mut found);
            }
        }
        if let Some(body) = operation.value.get("requestBody") {
            let (at, body) = openapi::follow(root, operation.pointer.join("requestBody"), body);
            content(&at, body, &format!("{id} request"), Direction::Request, &mut found);
        }
        for (side, kind) in sides::sides(root, &operation).iter().zip(["response", "error"]) {
            let differ = sides::differ(side);
            for answer in side {
                let Some((media_type, _)) = answer.json else { continue };
                let pointer = answer.place.join_all(["content", media_type, "schema"]);
                let words = match answer.statuses.key().filter(|_| differ) {
                    Some(status) => format!("{id} {status} {kind}"),
                    None if differ => format!("{id} default {kind}"),
                    None => format!("{id} {kind}"),
                };
                found.push(EntryPoint { pointer, words, direction: Direction::Response });
            }
        }
    }
    found
}

/// A schema that an operation names directly.
struct EntryPoint {
    pointer: Pointer,
    words: String,
    direction: Direction,
}

fn content(
    at: &Pointer,
    owner: &Value,
    words: &str,
    direction: Direction,
    found: &mut Vec<EntryPoint>,
) {
    for (media_type, value) in openapi::members(owner.get("content")) {
        if value.get("schema").is_some() {
            found.push(EntryPoint {
                pointer: at.join_all(["content", media_type, "schema"]),
                words: words.to_owned(),
                direction,
            });
        }
    }
}

/// Whether a schema becomes a type of its own.
fn is_type(schema: &Value) -> bool {
    ["properties", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// Whether a schema becomes a list or a map.
fn is_container(schema: &Value) -> bool {
    match openapi::text(schema, "type") {
        Some("array") => true,
        Some("object") => schema.get("properties").is_none(),
        _ => schema.get("items").is_some() || schema.get("additionalProperties").is_some(),
    }
}

/// Every schema that an operation can reach gets a chance to be rewritten: first the components,
/// then the entry points. `rewrite` sees outermost schemas only.
fn rewrite_schemas(root: &mut Value, mut rewrite: impl FnMut(&Value, &Value) -> Value) {
    let rewritten: Vec<(Pointer, Value)> = schemas::root_schemas(root)
        .into_iter()
        .map(|(place, schema)| (place, rewrite(root, schema)))
        .collect();
    put_schemas(root, rewritten);
}

/// Puts schemas in the place of those that stand there.
fn put_schemas(root: &mut Value, schemas: Vec<(Pointer, Value)>) {
    for (place, schema) in schemas {
        if let Some(old) = place.get_mut(root) {
            *old = schema;
        }
    }
}
