//! Where an item of a client comes from.

mod history;
mod item;
mod naming;
mod place;
mod story;

pub use history::History;
pub use item::Item;
pub use story::tell;
