//! Components for responses with several schemas, until a pass writes the unions.

use serde_json::{Map, Value, json};

use crate::names;
use crate::normalise::report::Report;
use crate::normalise::sides::{self, Answer};
use crate::openapi::{self, Operation, mark};
use crate::plan::Plan;
use crate::plan::call::{Arm, Statuses};
use crate::source::problem::Problem;

/// Makes placeholder components for the unions that a pass writes later.
pub(super) struct Unions<'a, 'e> {
    pub(super) schemas: Map<String, Value>,
    pub(super) before: &'a Value,
    pub(super) plan: &'a mut Plan,
    pub(super) report: &'a mut Report<'e>,
}

impl Unions<'_, '_> {
    /// The response for one side.
    pub(super) fn response(
        &mut self,
        operation: &Operation<'_>,
        side: &[Answer<'_>],
        words: [&str; 2],
    ) -> Value {
        let schema = match side.iter().find_map(|answer| answer.json) {
            None => return json!({ "description": "" }),
            Some((_, schema)) if !sides::differ(side) => schema.clone(),
            Some(_) => self.union(operation, side, words),
        };
        let content = json!({ "application/json": { "schema": schema } });
        json!({ "description": "", "content": content })
    }

    /// A struct with a member for each status; `choose_by_status` makes an enum of it.
    fn union(&mut self, operation: &Operation<'_>, side: &[Answer<'_>], words: [&str; 2]) -> Value {
        let id = openapi::text(operation.value, "operationId").unwrap_or_default();
        let is_taken = |name: &String| {
            self.schemas.contains_key(name)
                || openapi::component_schema(self.before, name).is_some()
        };
        let names = words.map(|word| names::type_name(&format!("{id} {word}")));
        let name = names.iter().find(|name| !is_taken(name)).or(names.first());
        let name = name.cloned().unwrap_or_default();
        if is_taken(&name) {
            let first = self.plan.type_named(&name).map(|fact| fact.origin.clone());
            let first = first.unwrap_or_default();
            let problem = Problem::NameTaken { name: name.clone(), first };
            self.report.add(&operation.pointer, problem);
        }
        let mut properties = Map::new();
        let mut arms = Vec::new();
        for answer in side {
            let variant = answer.json.map(|(_, schema)| {
                let variant = answer.statuses.variant();
                properties.insert(variant.clone(), schema.clone());
                variant
            });
            arms.push(Arm { statuses: answer.statuses, variant });
        }
        // Trailing statuses without a value are like all other statuses.
        while arms.last().is_some_and(|arm: &Arm| arm.variant.is_none()) {
            arms.pop();
        }
        if arms.iter().all(|arm| arm.statuses != Statuses::Others) {
            arms.push(Arm { statuses: Statuses::Others, variant: None });
        }
        self.plan.add_union(&name, arms);
        let reference = json!({ "$ref": openapi::component_reference(&name) });
        let origin = operation.pointer.join("responses").to_string();
        let union = json!({
            "type": "object", "properties": properties, mark::ORIGIN: origin,
        });
        self.schemas.insert(name, union);
        reference
    }
}
