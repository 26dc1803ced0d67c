//! The steps of a renewal beyond the import: all that do not need a person, and a list of those that do.

mod answer;
mod changelog;
mod contract;
mod deviation;
mod reviewed;
mod sample;

pub use answer::renew as renew_answer;
pub use changelog::entry as changelog_entry;
pub use contract::Contract;
pub use reviewed::{record, write_reviewed};
