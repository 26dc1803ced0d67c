//! What comes out of the rules.

use serde_json::Value;

use super::origins::Origins;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// A document in the words of the later stages.
#[derive(Debug)]
pub struct Restated {
    /// The document.
    pub root: Value,
    /// What of it they have no word for, by its place in the original.
    pub losses: Vec<(Pointer, Problem)>,
    /// Where its parts are in the original.
    pub origins: Origins,
}
