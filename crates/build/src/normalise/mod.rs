//! Normalise: the subset of OpenAPI 3.0 that progenitor accepts, meaning kept.
//!
//! The document stays a JSON tree. What later steps must know of a schema and OpenAPI has no word
//! for rides along as `x-` members: where it came from, what is sensitive, what the contract
//! requires although the Rust type does not.

mod carry_null;
mod dissolve_aliases;
mod entry_points;
mod hoist_inline;
mod keep_reachable;
mod kinds;
mod mark_origins;
mod merge_all_of;
mod note_defaults;
mod origin;
mod plain_operations;
mod plan_types;
mod relax_requests;
mod relax_responses;
mod report;
mod settle_choices;
mod shapes;
mod sides;

pub use keep_reachable::reached_from;

use serde_json::Value;

use crate::plan::{Choice, Plan};
use crate::restate::origins::Origins;
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;
use crate::translate::Translated;
use report::Report;

/// The document on its way, and what the steps make of it.
struct Draft<'a> {
    root: Value,
    /// The choices that placeholders stand for; each names its own by its index.
    choices: Vec<Choice>,
    plan: Plan,
    /// Whether an overlay applies. Documents tried without one are exempt from the naming rules.
    is_curated: bool,
    report: Report<'a>,
}

/// A step rewrites the document, or decides something about it.
type Step = fn(&mut Draft<'_>);

/// From the overlaid document to progenitor's. What was only a part of something else is not wanted on
/// its own, hence `keep_reachable` after whatever takes schemas apart.
const STEPS: &[Step] = &[
    |it| mark_origins::run(&mut it.root),
    |it| keep_reachable::run(&mut it.root),
    |it| merge_all_of::run(&mut it.root, &mut it.report),
    |it| keep_reachable::run(&mut it.root),
    |it| it.choices = settle_choices::run(&mut it.root, &mut it.report),
    |it| keep_reachable::run(&mut it.root),
    |it| dissolve_aliases::run(&mut it.root, &mut it.report),
    |it| keep_reachable::run(&mut it.root),
    |it| note_defaults::run(&mut it.root, &mut it.report),
    |it| relax_requests::run(&mut it.root, &mut it.report),
    |it| relax_responses::run(&mut it.root, &mut it.report),
    |it| carry_null::run(&mut it.root),
    |it| hoist_inline::run(&mut it.root, it.is_curated, &mut it.report),
    |it| keep_reachable::run(&mut it.root),
    |it| it.plan = plan_types::run(&it.root, &it.choices, it.is_curated, &mut it.report),
    |it| plain_operations::run(&mut it.root, &mut it.plan, &mut it.report),
];

/// Runs every step. The errors of a step are reported together, and end the stage.
pub fn normalise(translated: Translated) -> Result<Normalised, Diagnostics> {
    let Translated { source, origins, root, losses, overlay } = translated;
    let report = Report::new(&source, &origins, losses);
    let (choices, plan, is_curated) = (Vec::new(), Plan::default(), overlay.is_some());
    let mut draft = Draft { root, choices, plan, is_curated, report };
    for step in STEPS {
        step(&mut draft);
        draft.report.check()?;
    }
    let Draft { root, plan, report, .. } = draft;
    Ok(Normalised { root, plan, losses: report.into_losses(), source, origins, overlay })
}

/// A document that progenitor can take, and what is known of the types that come out of it.
#[derive(Debug, Clone)]
pub struct Normalised {
    source: Document,
    origins: Origins,
    root: Value,
    plan: Plan,
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
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What the document says and the client does not.
    pub fn losses(&self) -> &[Diagnostic] {
        &self.losses
    }

    /// Where the document as it was read has what is at a place of the restated one.
    pub fn original(&self, place: &Pointer) -> Pointer {
        self.origins.original(place)
    }

    /// An error at a place of the restated document.
    pub fn error(&self, stage: Stage, pointer: &Pointer, problem: Problem) -> Diagnostic {
        self.origins.error(&self.source, stage, pointer, problem)
    }
}
