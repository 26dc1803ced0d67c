//! Which schemas have the same shape: they become one Rust type.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use serde_json::Value;

use crate::openapi::{self, mark, schemas};

/// Annotations: schemas that differ only in these become one Rust type.
const WORDS: [&str; 10] = [
    "deprecated",
    "description",
    "example",
    "externalDocs",
    mark::NAME,
    mark::DEFAULT,
    mark::DOC,
    mark::ORIGIN,
    mark::SENSITIVE,
    "title",
];

/// A shape: the same number for all schemas that differ in their words only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Shape(usize);

/// The shapes of the schemas of one tree, each worked out once, from the inside to the outside.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// The shape of a schema, by where it lies in memory.
    of: HashMap<*const Value, Shape>,
    known: HashMap<String, Shape>,
}

impl Shapes {
    /// Looks at a schema and all inside of it; it must not move afterwards.
    pub(super) fn learn(&mut self, schema: &Value) -> Shape {
        let (mut text, mut holders) = (String::new(), BTreeSet::new());
        schemas::each_subschema(schema, &mut |step, inner| {
            let Shape(number) = self.learn(inner);
            // What is taken for a property that is left out is said in the type around it.
            let default = inner.get(mark::DEFAULT);
            let _ = write!(text, "{} {:?}={number}{default:?},", step.keyword, step.which);
            holders.insert(step.keyword);
        });
        for (keyword, value) in openapi::members(Some(schema)) {
            if !WORDS.contains(&keyword) && !holders.contains(keyword) {
                let _ = write!(text, "{keyword:?}:{value},");
            }
        }
        let next = Shape(self.known.len());
        let shape = *self.known.entry(text).or_insert(next);
        self.of.insert(schema, shape);
        shape
    }

    /// The shape of a schema that was looked at.
    pub(super) fn of(&self, schema: &Value) -> Option<Shape> {
        self.of.get(&std::ptr::from_ref(schema)).copied()
    }
}
