//! Imports operations from upstream's document, and everything that they reach: upstream's structure, with the
//! fragment's own descriptions and order.

mod account;
mod closure;
mod cut;
mod excerpt;
mod file;
mod grammar;
mod merge;
mod merged;
mod operations;
mod order;
mod page;
mod pair;
mod plain;
mod problem;
mod report;
mod review;
mod selection;
mod side;
mod tree;
mod yaml;

pub use account::Account;
pub use excerpt::cut_out;
pub use file::{replace, write};
pub use merge::Descriptions;
pub use merged::Merged;
pub use page::Given;
pub use pair::Pair;
pub use report::Written;
pub use review::head;
pub use selection::Selection;
