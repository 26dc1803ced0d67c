//! Schemas, each on its own.

use serde_json::{Map, Value};

use super::checks::Checks;
use super::references::section_of;
use crate::openapi;
use crate::openapi::schemas::{self, Place};
use crate::source::problem::{self, Problem};

impl Checks<'_> {
    pub(super) fn schemas(&mut self) {
        let root = self.root;
        schemas::each_schema(root, &mut |at, schema| self.schema(at, schema));
        schemas::each_schema(root, &mut |at, schema| self.schema_shape(at, schema));
    }

    /// Checks each schema without its subschemas, which are checked on their own: the model tries every kind of
    /// schema in turn, again at each level.
    fn schema_shape(&mut self, at: &Place<'_>, schema: &Value) {
        let hollow = schemas::map_subschemas(schema, |_| Value::Object(Map::new()));
        self.shape::<openapiv3::ReferenceOr<openapiv3::Schema>>(hollow, || at.pointer());
    }

    fn schema(&mut self, at: &Place<'_>, schema: &Value) {
        if !schema.is_object() {
            return self
                .report(&at.pointer(), Problem::NotAnObject { found: problem::kind(schema) });
        }
        match schema.get("type") {
            None => {}
            Some(Value::String(name)) if schemas::TYPES.contains(&name.as_str()) => {}
            Some(other) => {
                let name = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
                self.report(&at.join("type"), Problem::UnknownType(name));
            }
        }
        // Missing targets are reported for every reference already.
        let target = openapi::reference(schema)
            .filter(|target| openapi::target_of(self.root, target).is_some());
        let is_inside = |target: &str| {
            openapi::schema_component(target).is_none()
                && section_of(target).is_none_or(|section| section == "schemas")
        };
        if target.is_some_and(is_inside) {
            let construct = "a `$ref` to a schema that is not a component";
            self.report(&at.join("$ref"), Problem::Unsupported(construct));
        }
        if schema.get("$dynamicRef").is_some() {
            self.report(&at.join("$dynamicRef"), Problem::Unsupported("`$dynamicRef`"));
        }
        for keyword in ["oneOf", "anyOf"] {
            if schema.get(keyword).and_then(Value::as_array).is_some_and(Vec::is_empty) {
                let construct = "a choice without options";
                self.report(&at.join(keyword), Problem::Unsupported(construct));
            }
        }
    }
}
