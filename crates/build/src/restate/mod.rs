//! Restate: rewrites a document into the subset of OpenAPI 3.0 that the later stages support.
//!
//! The first rule converts Swagger 2.0. Each other rule restates one construct of OpenAPI 3.0 or later without
//! changing its meaning, or reports a loss. A rule does not change a document without its construct, so the order
//! matters only if one rule's output is another's input.

mod accept_booleans;
mod account_for_members;
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
mod losses;
mod mend_security;
mod name_operations;
pub mod origins;
mod read_statuses;
mod read_version;
mod restate_enums;
mod restated;
mod settle_parameters;
mod split_types;
pub mod swagger;
mod trust_choices;

use serde_json::Value;

pub use restated::Restated;

use losses::Losses;

/// A rule rewrites the document, and reports its losses.
type Rule = fn(&mut Value, &mut Losses);

const RULES: &[Rule] = &[
    swagger::run,
    account_for_members::run,
    inline_path_items::run,
    read_version::run,
    mend_security::run,
    hoist_targets::run,
    drop_surroundings::run,
    name_operations::run,
    settle_parameters::run,
    read_statuses::run,
    choose_media_types::run,
    drop_keywords::run,
    accept_booleans::run,
    choose_null::run,
    close_constants::run,
    split_types::run,
    restate_enums::run,
    trust_choices::run,
    flag_bounds::run,
    drop_vacuous::run,
    carry_siblings::run,
    choose_children::run,
];

/// Restates a document, rule by rule.
pub fn restate(mut root: Value) -> Restated {
    let mut losses = Losses::default();
    for rule in RULES {
        rule(&mut root, &mut losses);
    }
    let (losses, origins) = losses.into_parts();
    Restated { root, losses, origins }
}
