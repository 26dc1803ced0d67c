//! Writes the planned types as components, and replaces their schemas by references.

use serde_json::Value;

use super::plan::{Hoist, Planned};
use crate::names;
use crate::normalise::descriptions::write_properties;
use crate::normalise::kinds::becomes_type;
use crate::normalise::refer::with_reference;
use crate::openapi::{self, mark, schemas};
use crate::source::problem::Problem;

impl Hoist<'_, '_> {
    /// The schema with everything inside it hoisted, and the schema itself if it becomes a type.
    pub(super) fn rewrite(&self, schema: &Value) -> Value {
        if let Some(name) = openapi::reference(schema).and_then(openapi::schema_component) {
            return with_reference(schema, &self.component_name(name));
        }
        if becomes_type(schema) { self.refer(schema) } else { self.rewrite_inside(schema) }
    }

    pub(super) fn rewrite_inside(&self, schema: &Value) -> Value {
        schemas::map_subschemas(schema, |inner| self.rewrite(inner))
    }

    /// A reference to the type of this shape.
    pub(super) fn refer(&self, schema: &Value) -> Value {
        match self.shapes.of(schema).and_then(|shape| self.names.get(&shape)) {
            Some(name) => with_reference(schema, name),
            None => self.rewrite_inside(schema),
        }
    }

    /// Writes a planned type.
    pub(super) fn emit(&mut self, planned: &Planned<'_>) {
        let given = self.given.remove(&planned.shape).unwrap_or_default();
        let mut emitted = self.rewrite_inside(planned.schema);
        if let Value::Object(members) = &mut emitted {
            // The places of the type have their own.
            members.remove(mark::DEFAULT);
        }
        given.descriptions.write_type(&mut emitted);
        write_properties(&mut emitted, given.properties, self.report);
        let name = self.names.get(&planned.shape).cloned().unwrap_or_default();
        self.emitted.insert(name, emitted);
    }

    /// Writes a component under its Rust name, with what inline schemas of its shape say of its properties.
    pub(super) fn emit_component(&mut self, name: &str, schema: &Value) {
        let rust_name = self.component_name(name);
        let mut emitted = self.rewrite_inside(schema);
        let owned = self.shapes.of(schema).filter(|shape| self.referred.contains(shape));
        let owned = owned.filter(|shape| self.names.get(shape) == Some(&rust_name));
        if let Some(given) = owned.and_then(|shape| self.given.get_mut(&shape)) {
            let properties = std::mem::take(&mut given.properties);
            write_properties(&mut emitted, properties, self.report);
        }
        self.emitted.insert(rust_name, emitted);
    }

    /// Reports a given name that differs from the name of the component with the same shape.
    pub(super) fn check_given_names(&mut self) {
        let given = std::mem::take(&mut self.given);
        for (shape, given) in given.into_iter().filter(|(shape, _)| self.referred.contains(shape)) {
            let Some(kept) = self.names.get(&shape).cloned() else { continue };
            match given.name {
                Some((other, place)) if names::type_name(&other) != kept => {
                    let first = self.taken.get(&kept).cloned().unwrap_or_default();
                    self.report.add(&place, Problem::TwoNames { kept, other, first });
                }
                _ => {}
            }
        }
    }

    /// Marks properties that are sensitive at any place of a shape as sensitive in its type.
    pub(super) fn mark_sensitive(&mut self) {
        for (shape, name) in &self.names {
            let Some(properties) =
                self.emitted.get_mut(name).and_then(|schema| schema.get_mut("properties"))
            else {
                continue;
            };
            for property in self.sensitive.get(shape).into_iter().flatten() {
                if let Some(Value::Object(property)) = properties.get_mut(property) {
                    property.insert(mark::SENSITIVE.to_owned(), Value::Bool(true));
                }
            }
        }
    }
}
