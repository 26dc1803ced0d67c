//! Which action caused an error: a maintainer corrects the action, not the place that it made wrong.

use serde_json::Value;

use crate::openapi::mark;
use crate::overlay::{Applied, Overlaid};
use crate::source::diagnostic::{Cause, Diagnostic, Diagnostics};
use crate::source::document::Document;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// What the actions of an overlay did to a document.
#[derive(Debug)]
pub struct Causes<'a> {
    overlay: &'a Document,
    /// The name of the document.
    document: String,
    applied: Vec<Applied>,
}

impl<'a> Causes<'a> {
    /// Of a document and the overlay that was applied to it.
    pub fn new(overlaid: &Overlaid, overlay: &'a Document) -> Self {
        let document = overlaid.source().name().to_owned();
        Self { overlay, document, applied: overlaid.applied().to_vec() }
    }

    /// Names the action that caused an error or a loss, if one did.
    pub fn named(&self, found: Diagnostic) -> Diagnostic {
        let is_cause = |applied: &&Applied| found.file == self.document && caused(applied, &found);
        // Of several, the last one has its way.
        let cause = self.applied.iter().rev().find(is_cause).map(|applied| Cause {
            file: self.overlay.name().to_owned(),
            position: self.overlay.locate(&applied.action),
            action: applied.action.clone(),
        });
        Diagnostic { cause, ..found }
    }

    /// The same for all errors of a result.
    ///
    /// # Errors
    ///
    /// - Those of the result.
    pub fn of_result<T>(&self, result: Result<T, Diagnostics>) -> Result<T, Diagnostics> {
        result.map_err(|errors| errors.map(|error| self.named(error)))
    }
}

fn caused(applied: &Applied, found: &Diagnostic) -> bool {
    let Applied { places, update, .. } = applied;
    match update {
        Some(update) => places.iter().any(|place| {
            let inside = found.pointer.rebased(place, &Pointer::root());
            inside.is_some_and(|inside| says(update, &inside, &found.problem))
        }),
        None => {
            let gone = match &found.problem {
                Problem::DanglingReference(target) => Pointer::parse(target),
                _ => None,
            };
            gone.is_some_and(|gone| places.iter().any(|place| gone.is_within(place)))
        }
    }
}

/// Whether an update says what is wrong at a place inside of its own.
fn says(update: &Value, inside: &Pointer, problem: &Problem) -> bool {
    match member_of(problem) {
        // At the object, or at the member of it that does not fit.
        Some(member) => [Some(inside.clone()), inside.parent()]
            .into_iter()
            .flatten()
            .any(|object| object.join(member).get(update).is_some()),
        None => *inside != Pointer::root() && inside.get(update).is_some(),
    }
}

/// The member that a problem is about, where it is reported at the object around.
fn member_of(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::NameTaken { .. }
        | Problem::NameReserved(_)
        | Problem::NameTooLong { .. }
        | Problem::SideTooLong { .. }
        | Problem::TwoNames { .. }
        | Problem::RecordedOtherwise { .. } => Some(mark::NAME),
        Problem::MisplacedMark { name, .. } => Some(name),
        Problem::BesideReference(name) => Some(name),
        Problem::NotAProperty(_) | Problem::RequiredCircle(_) => Some(mark::REQUIRED),
        Problem::VariantTaken { .. }
        | Problem::VariantReserved { .. }
        | Problem::VariantNames { .. }
        | Problem::VariantNameOfNothing(_)
        | Problem::VariantNamesIgnored { .. } => Some(mark::VARIANTS),
        Problem::OperationRenamed { .. } | Problem::OperationIdReserved { .. } => {
            Some("operationId")
        }
        _ => None,
    }
}
