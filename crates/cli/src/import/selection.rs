//! Selects the operations of the new fragment.

use std::collections::BTreeSet;

use super::component::Component;
use super::operations::{self, Operation};
use super::overlaid;
use super::page::Given;
use super::pair::Pair;
use crate::failure::Failure;
use crate::text::Text;

/// The operations that the new fragment gets, and those that it loses.
#[derive(Debug)]
pub struct Selection {
    /// From upstream.
    pub taken: Vec<Operation>,
    /// From the fragment, since upstream's document does not have them.
    pub kept: Vec<Operation>,
    /// Removed from the fragment.
    pub removed: Vec<Operation>,
    /// The components that the overlay refers to.
    pub overlaid: BTreeSet<Component>,
}

impl Selection {
    /// Selects the fragment's operations and those to add, without those to remove.
    ///
    /// # Errors
    ///
    /// - A name does not match an operation.
    /// - The page is about an operation that its document does not contain.
    /// - No operation would be imported, or none would be left.
    pub fn of(
        pair: &Pair,
        given: &Given,
        take: &[String],
        remove: &[String],
    ) -> Result<Self, Failure> {
        let offered = operations::all(&pair.upstream.tree);
        let is_offered = |method: &str, path: &str| {
            offered.iter().any(|operation| operation.method == method && operation.path == path)
        };
        if let Some(about) = &given.about
            && !is_offered(&about.method, &about.path)
        {
            return Err(given.without_its_operation(about));
        }
        let own = operations::all(&pair.own.tree);
        let named = operations::find_all(&offered, take, &given.text.name)?;
        let removed = operations::find_all(&own, remove, pair.own.name())?;
        let stays = |operation: &&Operation| !removed.iter().any(|other| other.is(operation));
        let is_wanted = |offer: &&Operation| {
            named.iter().any(|name| name.is(offer)) || own.iter().filter(stays).any(|o| o.is(offer))
        };
        let taken: Vec<Operation> = offered.iter().filter(is_wanted).cloned().collect();
        let is_taken = |operation: &&Operation| taken.iter().any(|other| other.is(operation));
        let kept: Vec<Operation> =
            own.iter().filter(stays).filter(|operation| !is_taken(operation)).cloned().collect();
        if taken.is_empty() && removed.is_empty() {
            return Err(Failure::new(
                format!("{} has none of the fragment's operations", given.text.name),
                "if it is the right document, name the operations to import with --operation",
            ));
        }
        if taken.is_empty() && kept.is_empty() {
            return Err(Failure::new(
                "the fragment would have no operation left",
                "keep at least one operation",
            ));
        }
        let removed =
            removed.into_iter().filter(|operation| !is_taken(operation)).cloned().collect();
        Ok(Self { taken, kept, removed, overlaid: BTreeSet::new() })
    }

    /// With the components that an overlay refers to.
    pub fn with_overlay(self, overlay: &Text) -> Self {
        Self { overlaid: overlaid::components(overlay), ..self }
    }
}
