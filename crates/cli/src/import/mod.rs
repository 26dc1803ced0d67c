//! Imports operations from upstream's document, and everything that they reach: upstream's structure, with the
//! fragment's own descriptions and order.

mod account;
mod advice;
mod closure;
mod cut;
mod excerpt;
mod fate;
mod file;
mod follow;
mod grammar;
mod input;
mod merge;
mod merged;
mod moved;
mod moves;
mod operations;
mod order;
mod overlaid;
mod page;
mod pair;
mod plain;
mod problem;
mod regroup;
mod rename;
mod report;
mod review;
mod selection;
mod side;
mod style;
mod tree;
mod yaml;

pub use account::Account;
pub use advice::{action as overlay_action, mended_overlay};
pub use excerpt::cut_out;
pub use file::{replace, write};
pub use grammar::is_words;
pub use merge::Descriptions;
pub use merged::Merged;
pub use operations::place as operation_place;
pub use page::Given;
pub use pair::Pair;
pub use report::{Report, Written};
pub use review::head;
pub use selection::Selection;
pub use style::{styled, undescribed};
