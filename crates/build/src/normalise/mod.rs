//! Normalise: rewrites the document into the subset of OpenAPI 3.0 that progenitor accepts, without changing its
//! meaning.
//!
//! The document stays a JSON tree. Facts about a schema that OpenAPI cannot express are `x-` members: its origin,
//! which properties are sensitive, and which the contract requires although the Rust type does not.

mod carry_null;
mod choices;
mod declare_required;
mod descriptions;
mod dissolve_aliases;
mod entry_points;
mod hoist_inline;
mod keep_reachable;
mod keep_types;
mod kinds;
mod mark_origins;
mod merge_all_of;
mod name_sides;
mod note_defaults;
mod origin;
mod part_directions;
mod plain_operations;
mod plan_types;
mod refer;
mod refuse_circles;
mod refuse_marks;
mod relax_requests;
mod relax_responses;
mod report;
mod settle_choices;
mod shapes;
mod sides;
mod written_tags;

pub use keep_reachable::reached_from;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::openapi::mark;
use crate::plan::Plan;
use crate::record::Record;
use crate::restate::origins::Origins;
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;
use crate::translate::Translated;
use choices::Choices;
use report::Report;

/// The document between steps, and the results of the steps.
struct Draft<'a> {
    root: Value,
    /// The choices that placeholders represent; each placeholder contains an index into them.
    choices: Choices,
    plan: Plan,
    /// The record of the types that places had, if there is one.
    record: Option<Record>,
    /// The types that places have now.
    types: Record,
    /// The Rust names of the document's components.
    rust_names: BTreeMap<String, String>,
    /// The marks that seem to repeat what is so without them, with their places.
    idle_marks: Vec<(Pointer, &'static str)>,
    /// True if an overlay applies. Documents tried without one are exempt from the naming rules.
    is_curated: bool,
    report: Report<'a>,
}

/// A step rewrites the document, or decides something about it.
type Step = fn(&mut Draft<'_>);

/// The steps, in order. `keep_reachable` runs after each step that takes schemas apart, since their parts may no
/// longer be used.
const STEPS: &[Step] = &[
    |it| mark_origins::run(&mut it.root),
    |it| keep_reachable::run(&mut it.root),
    |it| refuse_marks(it),
    |it| merge_all_of::run(&mut it.root, &mut it.report),
    |it| part_directions(it),
    |it| keep_reachable::run(&mut it.root),
    |it| it.choices = settle_choices::run(&mut it.root, &mut it.report),
    |it| keep_reachable::run(&mut it.root),
    |it| declare_required::run(&mut it.root),
    |it| dissolve_aliases::run(&mut it.root, &mut it.report),
    |it| keep_reachable::run(&mut it.root),
    |it| note_defaults::run(&mut it.root, &mut it.report),
    |it| relax_requests(it),
    |it| relax_responses::run(&mut it.root, &mut it.report),
    |it| carry_null::run(&mut it.root),
    |it| name_sides::run(&mut it.root, it.record.as_ref()),
    |it| keep_types(it),
    |it| hoist_inline(it),
    |it| keep_reachable::run(&mut it.root),
    |it| refuse_circles::run(&it.root, &mut it.report),
    |it| plan_types(it),
    |it| descriptions::write_given(&mut it.root),
    |it| plain_operations(it),
];

fn refuse_marks(it: &mut Draft<'_>) {
    if it.is_curated {
        let idle = refuse_marks::run(&it.root, &mut it.report);
        it.idle_marks.extend(idle);
    }
}

fn relax_requests(it: &mut Draft<'_>) {
    let idle = relax_requests::run(&mut it.root, &it.choices, &mut it.report);
    it.idle_marks.extend(idle.into_iter().map(|at| (at, mark::REQUIRED)));
}

fn plan_types(it: &mut Draft<'_>) {
    it.plan = plan_types::run(&it.root, &it.choices, it.is_curated, &mut it.report);
    let idle = plan_types::idle_variants(&it.root, &it.plan).into_iter();
    it.idle_marks.extend(idle.map(|at| (at, mark::VARIANTS)));
}

fn part_directions(it: &mut Draft<'_>) {
    if let Some(record) = &it.record {
        part_directions::run(&mut it.root, record);
    }
}

fn keep_types(it: &mut Draft<'_>) {
    if let Some(record) = &it.record {
        it.rust_names = keep_types::run(&mut it.root, &mut it.choices, record, &mut it.report);
    }
}

fn plain_operations(it: &mut Draft<'_>) {
    let recorded = it.record.as_ref();
    plain_operations::run(&mut it.root, &mut it.plan, recorded, &mut it.types, &mut it.report);
}

fn hoist_inline(it: &mut Draft<'_>) {
    let hoisted = hoist_inline::run(&mut it.root, it.is_curated, &mut it.report);
    hoisted.rust_names.into_iter().for_each(|(name, rust_name)| {
        it.rust_names.entry(name).or_insert(rust_name);
    });
    it.idle_marks.extend(hoisted.idle_names.into_iter().map(|at| (at, mark::NAME)));
    it.types = keep_types::record(&it.root, &it.rust_names);
}

/// Runs every step. The errors of all steps are reported together; only what has no end ends the stage at once.
///
/// If the document has places that the record does not list, the steps run again with these places recorded, so
/// that the result does not change when only the record is renewed.
///
/// # Errors
///
/// - A step fails: all errors of that step.
pub fn normalise(translated: Translated) -> Result<Normalised, Diagnostics> {
    let Some(record) = translated.record.clone() else { return run(translated) };
    let first = run(translated.clone())?;
    if first.types == record {
        return Ok(first);
    }
    let mut again = run(translated.keeping(first.types))?;
    // Places that cannot keep their type are reported only in the first run, with the original record.
    let is_about_record = |loss: &Diagnostic| {
        matches!(loss.problem, Problem::PlaceApart { .. } | Problem::RecordedOtherwise { .. })
    };
    for loss in first.losses.into_iter().filter(is_about_record) {
        if !again.losses.contains(&loss) {
            again.losses.push(loss);
        }
    }
    Ok(again)
}

fn run(translated: Translated) -> Result<Normalised, Diagnostics> {
    let Translated { source, origins, root, losses, overlay, record } = translated;
    let mut draft = Draft {
        root,
        choices: Choices::default(),
        plan: Plan::default(),
        record,
        types: Record::default(),
        rust_names: BTreeMap::new(),
        idle_marks: Vec::new(),
        is_curated: overlay.is_some(),
        report: Report::new(&source, &origins, losses),
    };
    for step in STEPS {
        step(&mut draft);
        draft.report.check_limits()?;
    }
    draft.report.check()?;
    let Draft { root, plan, types, idle_marks, report, .. } = draft;
    let losses = report.into_losses();
    let idle_marks =
        idle_marks.into_iter().map(|(at, mark)| (origins.original(&at), mark)).collect();
    Ok(Normalised { root, plan, types, idle_marks, losses, source, origins, overlay })
}

/// A document that progenitor accepts, and the plan of its types.
#[derive(Debug, Clone)]
pub struct Normalised {
    source: Document,
    origins: Origins,
    root: Value,
    plan: Plan,
    types: Record,
    idle_marks: Vec<(Pointer, &'static str)>,
    losses: Vec<Diagnostic>,
    overlay: Option<String>,
}

impl Normalised {
    /// The overlay's marks that seem to repeat what is so without them, with their places in the document: the name
    /// that a type has anyway, or properties that a request requires. Without such a mark another type may take the
    /// name, so only a second client shows whether it has an effect.
    pub fn idle_marks(&self) -> &[(Pointer, &'static str)] {
        &self.idle_marks
    }

    /// The document.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The name of the document in messages.
    pub fn name(&self) -> &str {
        self.source.name()
    }

    /// The name of the overlay in messages, if one applies.
    pub fn overlay(&self) -> Option<&str> {
        self.overlay.as_deref()
    }

    /// The plan of the types and operations.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The Rust type of each place.
    pub fn types(&self) -> &Record {
        &self.types
    }

    /// Parts of the document that the client does not support.
    pub fn losses(&self) -> &[Diagnostic] {
        &self.losses
    }

    /// The place in the original document of a place in the restated one.
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// A diagnostic at a place of the restated document, which it maps to the original.
    pub fn error(&self, stage: Stage, pointer: &Pointer, problem: Problem) -> Diagnostic {
        self.origins.error(&self.source, stage, pointer, problem)
    }
}
