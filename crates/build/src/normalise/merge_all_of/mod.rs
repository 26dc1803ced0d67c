//! Merges `allOf` deeply: a property of two parts becomes one property with the constraints of both.

mod flatten;
mod merge;

use serde_json::Value;

use super::origin::origin;
use super::report::Report;
use crate::openapi::{self, schemas};
use crate::source::problem::Problem;
use merge::Merge;

/// The most parts that are merged in a small document: parts of parts multiply.
const MOST_PARTS: usize = 10_000;

/// The most parts that are merged in a large document, as a multiple of those it contains.
const MOST_REPETITIONS: usize = 20;

pub(super) fn run(root: &mut Value, report: &mut Report<'_>) {
    let mut written = 0;
    schemas::each_schema(root, &mut |_, schema| {
        written += schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    });
    let most = MOST_PARTS.max(MOST_REPETITIONS * written);
    let mut parts = 0;
    schemas::rewrite(root, |root, schema| {
        let mut merge = Merge { root, report, inside: Vec::new(), depth: 0, parts, most };
        let merged = merge.flatten(schema);
        parts = merge.parts;
        merged
    });
    // An `allOf` with one part is that part, which may be the schema itself.
    for (name, schema) in openapi::component_schemas(root) {
        if openapi::reference(schema).is_some() && openapi::resolve(root, schema).is_none() {
            report.add(&origin(schema), Problem::AllOfCycle(name.to_owned()));
        }
    }
}

/// A schema for the values that both schemas accept.
pub(super) fn both(root: &Value, report: &mut Report<'_>, left: &Value, right: &Value) -> Value {
    let (inside, depth, parts) = (Vec::new(), 0, 0);
    let mut merge = Merge { root, report, inside, depth, parts, most: MOST_PARTS };
    merge.merge_inner(left.clone(), right.clone())
}
