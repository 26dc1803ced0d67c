//! Finds schemas of the same shape, which become one Rust type.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use serde_json::Value;

use crate::openapi::{self, mark, schemas};

/// Annotations: schemas that differ only in these become one Rust type.
pub(super) const WORDS: [&str; 12] = [
    "deprecated",
    "description",
    "example",
    "externalDocs",
    mark::KEPT,
    mark::NAME,
    mark::DEFAULT,
    mark::DOC,
    mark::ORIGIN,
    mark::PLACES,
    mark::SENSITIVE,
    "title",
];

/// A shape: one number for all schemas that differ only in annotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Shape(usize);

/// The shapes of the schemas of one tree, each computed once, the inner ones first.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// The shapes of schemas, by their addresses in memory.
    of: HashMap<*const Value, Shape>,
    known: HashMap<String, Shape>,
    /// The shapes of kept components, and those of references to them.
    references: HashMap<Shape, Shape>,
}

impl Shapes {
    /// Computes the shapes of a schema and all inside of it. The schema must not move afterwards.
    pub(super) fn learn(&mut self, schema: &Value) -> Shape {
        let (mut text, mut holders) = (String::new(), BTreeSet::new());
        schemas::each_subschema(schema, &mut |step, inner| {
            let shape = self.learn(inner);
            let Shape(number) = self.references.get(&shape).copied().unwrap_or(shape);
            let _ = write!(text, "{} {:?}={number},", step.keyword, step.which);
            holders.insert(step.keyword);
        });
        for (keyword, value) in openapi::members(Some(schema)) {
            if !WORDS.contains(&keyword) && !holders.contains(keyword) {
                let _ = write!(text, "{keyword:?}:{value},");
            }
        }
        let shape = self.shape_of(text);
        self.of.insert(schema, shape);
        shape
    }

    fn shape_of(&mut self, text: String) -> Shape {
        let next = Shape(self.known.len());
        *self.known.entry(text).or_insert(next)
    }

    /// Treats a schema with the shape of one of these components as a reference to it, in shapes computed later.
    pub(super) fn refer_to(&mut self, components: &[(&str, &Value)]) {
        let refer = |(name, schema): &(&str, &Value)| {
            let target = Value::from(openapi::component_reference(name));
            (self.learn(schema), self.shape_of(format!("{:?}:{target},", "$ref")))
        };
        let references: Vec<_> = components.iter().map(refer).collect();
        for (shape, reference) in references {
            self.references.entry(shape).or_insert(reference);
        }
    }

    /// The shape of a schema that was visited.
    pub(super) fn of(&self, schema: &Value) -> Option<Shape> {
        self.of.get(&std::ptr::from_ref(schema)).copied()
    }
}
