//! Paths, operations, and the parts that they refer to.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::checks::Checks;
use crate::openapi::{self, Operation};
use crate::plan::call::Location;
use crate::source::pointer::Pointer;
use crate::source::problem::{self, Problem};

impl<'a> Checks<'a> {
    pub(super) fn operations(&mut self) {
        for (path, item) in openapi::members(self.root.get("paths")) {
            if openapi::is_extension(path, item) {
                continue;
            }
            let at = Pointer::root().join_all(["paths", path]);
            if !path.starts_with('/') {
                self.report(&at, Problem::PathWithoutSlash(path.to_owned()));
            } else if !item.is_object() {
                self.report(&at, Problem::NotAnObject { found: problem::kind(item) });
            } else if openapi::reference(item).is_some()
                && openapi::resolve(self.root, item).is_some()
            {
                self.report(
                    &at.join("$ref"),
                    Problem::Unsupported("a `$ref` to one of many path items"),
                );
            }
        }
        let operations = openapi::operations(self.root);
        if operations.is_empty() && self.errors.is_empty() {
            self.report(&Pointer::root().join("paths"), Problem::NoOperation);
        }
        for operation in operations {
            self.parameters(&operation);
            self.responses(&operation);
            let alone = without_schemas(operation.value);
            self.shape::<openapiv3::Operation>(alone, || operation.pointer.clone());
        }
    }

    /// Checks the components that operations refer to.
    pub(super) fn shared_parts(&mut self) {
        let top = Pointer::root();
        for (section, name) in self.used_parts() {
            let at = top.join_all(["components", &section, &name]);
            let Some(part) = at.get(self.root) else { continue };
            let alone = serde_json::json!({ section: { name: without_schemas(part) } });
            self.shape::<openapiv3::Components>(alone, || at);
        }
    }

    /// The components other than schemas that operations refer to, by section and name.
    fn used_parts(&self) -> BTreeSet<(String, String)> {
        let mut used = BTreeSet::new();
        for operation in openapi::operations(self.root) {
            let parameters = openapi::parameters(&operation).into_iter().map(|(_, it)| it);
            let body = operation.value.get("requestBody");
            let responses = openapi::members(operation.value.get("responses"));
            for part in parameters.chain(body).chain(responses.map(|(_, it)| it)) {
                let target = openapi::reference(part).and_then(Pointer::parse);
                let tokens = target.as_ref().map(Pointer::tokens).unwrap_or_default();
                if let [_, section, name] = tokens.as_slice() {
                    used.insert((section.to_string(), name.to_string()));
                }
            }
        }
        used
    }

    fn parameters(&mut self, operation: &Operation<'a>) {
        let mut declared = BTreeSet::new();
        for (at, parameter) in openapi::parameters(operation) {
            if self.has_problem_at(&at.join("$ref")) {
                continue;
            }
            let Some(parameter) = openapi::resolve(self.root, parameter) else { continue };
            let name = openapi::text(parameter, "name").unwrap_or_default().to_owned();
            let style = openapi::text(parameter, "style").unwrap_or("simple");
            let place = openapi::text(parameter, "in").unwrap_or_default();
            let key = if place == "header" { name.to_ascii_lowercase() } else { name.clone() };
            // A parameter of the operation replaces that of its path.
            if !declared.insert((at.parent(), place, key)) {
                let place = place.to_owned();
                self.report(&at, Problem::ParameterTwice { name: name.clone(), place });
            }
            match place {
                "path" if !["simple", "label", "matrix"].contains(&style) => {
                    let style = style.to_owned();
                    self.report(&at, Problem::UnsupportedStyle { name, style });
                }
                place if Location::parse(place).is_none() => {
                    let place = place.to_owned();
                    self.report(&at, Problem::UnsupportedParameter { name, place });
                }
                _ => {}
            }
        }
    }

    fn responses(&mut self, operation: &Operation<'a>) {
        let at = operation.pointer.join("responses");
        for (status, _) in openapi::members(operation.value.get("responses")) {
            if !is_status(status) && !status.starts_with("x-") {
                self.report(&at.join(status), Problem::UnknownStatus(status.to_owned()));
            }
        }
    }
}

/// The document with each outermost schema replaced by an empty one.
fn without_schemas(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, member)| match (key.as_str(), member) {
                ("schema", Value::Object(_)) => (key.clone(), Value::Object(Map::new())),
                _ => (key.clone(), without_schemas(member)),
            })
            .collect(),
        Value::Array(items) => {
            let is_sent = |item: &&Value| item.get(openapi::mark::IGNORED).is_none();
            items.iter().filter(is_sent).map(without_schemas).collect()
        }
        scalar => scalar.clone(),
    }
}

fn is_status(status: &str) -> bool {
    let range = ["1XX", "2XX", "3XX", "4XX", "5XX", "default"];
    range.contains(&status) || status.parse().is_ok_and(|code: u16| (100..600).contains(&code))
}
