//! The result of the rules.

use serde_json::Value;

use super::origins::Origins;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// A document in the subset of OpenAPI 3.0 that the later stages support.
#[derive(Debug)]
pub struct Restated {
    /// The document.
    pub root: Value,
    /// The losses, by their places in the original.
    pub losses: Vec<(Pointer, Problem)>,
    /// The places of its parts in the original.
    pub origins: Origins,
}
