//! Translate: what a document says in other words, said in those that the later stages know.
//!
//! Each rule restates one construct of OpenAPI 3.0 or 3.1 in the subset of 3.0 that is normalised
//! and lowered afterwards, its meaning kept. Where that is impossible the rule says what is lost. A
//! rule leaves a document alone that does not have its construct, so that the order matters only
//! where one rule makes what another takes.

mod accept_booleans;
mod carry_siblings;
mod choose_children;
mod choose_media_types;
mod choose_null;
mod close_constants;
mod drop_keywords;
mod drop_surroundings;
mod drop_vacuous;
mod flag_bounds;
mod hoist_targets;
mod inline_path_items;
mod mend_security;
mod name_operations;
mod read_statuses;
mod read_version;
mod restate_enums;
mod settle_parameters;
mod split_types;
mod trust_choices;

use serde_json::Value;

use super::diagnostic::{Diagnostic, Diagnostics, Stage};
use super::document::Document;
use super::overlay::Overlaid;
use super::pointer::Pointer;
use super::problem::Problem;
use super::validate;

/// A rule rewrites the document, and says what is lost on the way.
type Rule = fn(&mut Value, &mut Losses);

const RULES: &[(&str, Rule)] = &[
    ("read_version", read_version::run),
    ("mend_security", mend_security::run),
    ("inline_path_items", inline_path_items::run),
    ("hoist_targets", hoist_targets::run),
    ("drop_surroundings", drop_surroundings::run),
    ("name_operations", name_operations::run),
    ("settle_parameters", settle_parameters::run),
    ("read_statuses", read_statuses::run),
    ("choose_media_types", choose_media_types::run),
    ("drop_keywords", drop_keywords::run),
    ("accept_booleans", accept_booleans::run),
    ("choose_null", choose_null::run),
    ("close_constants", close_constants::run),
    ("split_types", split_types::run),
    ("restate_enums", restate_enums::run),
    ("trust_choices", trust_choices::run),
    ("flag_bounds", flag_bounds::run),
    ("drop_vacuous", drop_vacuous::run),
    ("carry_siblings", carry_siblings::run),
    ("choose_children", choose_children::run),
];

/// What was lost, and where: the places are those of the fragment.
#[derive(Debug, Clone, Default)]
pub struct Losses(Vec<(Pointer, Problem)>);

impl Losses {
    /// Notes what is lost at a place.
    pub fn report(&mut self, at: &Pointer, problem: Problem) {
        debug_assert!(problem.is_loss(), "{problem:?}");
        self.0.push((at.clone(), problem));
    }
}

/// A document in the words of the later stages, and valid in them.
#[derive(Debug, Clone)]
pub struct Translated {
    pub source: Document,
    pub root: Value,
    pub losses: Vec<Diagnostic>,
    /// The name of the overlay, if one applies.
    pub overlay: Option<String>,
}

/// Applies every rule, and checks what comes out.
pub fn translate(overlaid: Overlaid) -> Result<Translated, Diagnostics> {
    let overlay = overlaid.overlay().map(str::to_owned);
    let (source, root) = overlaid.into_parts();
    let Restated { root, losses } = restate(root);
    if overlay.is_some() {
        Diagnostics::none_or_all(validate::problems(&source, &root, Stage::Overlaid))?;
    }
    let loss = |(at, problem)| source.error(Stage::Translate, &at, problem);
    let losses = losses.0.into_iter().map(loss).collect();
    Ok(Translated { root, losses, overlay, source })
}

/// A document in other words, and what is lost of it.
#[derive(Debug, Clone)]
pub struct Restated {
    pub root: Value,
    losses: Losses,
}

/// The document in other words.
pub fn restate(mut root: Value) -> Restated {
    let mut losses = Losses::default();
    for (_, rule) in RULES {
        rule(&mut root, &mut losses);
    }
    Restated { root, losses }
}
