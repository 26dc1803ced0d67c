//! What a renewal does beyond the import: whatever needs no person, and a list of what does.

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
