//! Which schemas have the same shape: they become one Rust type.

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

/// A shape: the same number for all schemas that differ in their words only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Shape(usize);

/// The shapes of the schemas of one tree, each worked out once, from the inside to the outside.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// The shape of a schema, by where it lies in memory.
    of: HashMap<*const Value, Shape>,
    known: HashMap<String, Shape>,
    /// The shapes of kept components, and those of references to them.
    references: HashMap<Shape, Shape>,
}

impl Shapes {
    /// Looks at a schema and all inside of it; it must not move afterwards.
    pub(super) fn learn(&mut self, schema: &Value) -> Shape {
        let (mut text, mut holders) = (String::new(), BTreeSet::new());
        schemas::each_subschema(schema, &mut |step, inner| {
            let shape = self.learn(inner);
            let Shape(number) = self.references.get(&shape).copied().unwrap_or(shape);
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
        let shape = self.shape_of(text);
        self.of.insert(schema, shape);
        shape
    }

    fn shape_of(&mut self, text: String) -> Shape {
        let next = Shape(self.known.len());
        *self.known.entry(text).or_insert(next)
    }

    /// Lets what has the shape of these components be the same as a reference to them, in the shapes that
    /// are learnt afterwards.
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

    /// The shape of a schema that was looked at.
    pub(super) fn of(&self, schema: &Value) -> Option<Shape> {
        self.of.get(&std::ptr::from_ref(schema)).copied()
    }
}
