//! Validate: is this an OpenAPI 3.0 document that the later stages can take?
//!
//! All problems are found in one go. What is checked here need not be checked again later.

use std::collections::BTreeMap;

use serde_json::Value;

use super::diagnostic::{Diagnostic, Diagnostics, Stage};
use super::document::Document;
use super::openapi::{self, Operation};
use super::pointer::Pointer;
use super::problem::Problem;

/// A document that is valid.
#[derive(Debug, Clone)]
pub struct Validated {
    document: Document,
}

impl Validated {
    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document, for the next stage.
    pub fn into_document(self) -> Document {
        self.document
    }
}

/// Checks a document.
pub fn validate(document: Document) -> Result<Validated, Diagnostics> {
    Diagnostics::none_or_all(problems(&document, document.root(), Stage::Validate))?;
    Ok(Validated { document })
}

/// Everything that is wrong with `root`, which is the document's own tree or what an overlay made of
/// it; places are looked up in the document's text.
pub fn problems(document: &Document, root: &Value, stage: Stage) -> Vec<Diagnostic> {
    let mut checks = Checks { document, root, stage, errors: Vec::new() };
    checks.frame();
    if checks.errors.is_empty() {
        checks.references(root, &Pointer::root());
        checks.operations();
        checks.schemas();
    }
    checks.errors
}

struct Checks<'a> {
    document: &'a Document,
    root: &'a Value,
    stage: Stage,
    errors: Vec<Diagnostic>,
}

impl<'a> Checks<'a> {
    fn report(&mut self, pointer: &Pointer, problem: Problem) {
        self.errors.push(self.document.error(self.stage, pointer, problem));
    }

    /// The outermost members.
    fn frame(&mut self) {
        let top = Pointer::root();
        if !self.root.is_object() {
            return self.report(&top, Problem::NotAnObject { found: kind(self.root) });
        }
        match self.root.get("openapi") {
            None => self.report(&top, Problem::Missing { member: "openapi" }),
            Some(Value::String(version)) if version.starts_with("3.0.") => {}
            Some(version) => {
                let version = version.as_str().map_or_else(|| version.to_string(), str::to_owned);
                self.report(&top.join("openapi"), Problem::UnknownVersion(version));
            }
        }
        for member in ["info", "paths"] {
            match self.root.get(member) {
                None => self.report(&top, Problem::Missing { member }),
                Some(value) if !value.is_object() => {
                    self.report(&top.join(member), Problem::NotAnObject { found: kind(value) });
                }
                Some(_) => {}
            }
        }
    }

    /// Every `$ref`, wherever it stands.
    fn references(&mut self, value: &'a Value, at: &Pointer) {
        if let Some(target) = openapi::reference(value) {
            let problem = match target.strip_prefix('#') {
                None => Some(Problem::ExternalReference(target.to_owned())),
                Some(pointer) if self.root.pointer(pointer).is_none() => {
                    Some(Problem::DanglingReference(target.to_owned()))
                }
                Some(_) if openapi::resolve(self.root, value).is_none() => {
                    Some(Problem::ReferenceLoop(target.to_owned()))
                }
                Some(_) => None,
            };
            if let Some(problem) = problem {
                self.report(&at.join("$ref"), problem);
            }
        }
        for (key, member) in openapi::members(Some(value)) {
            if !matches!(key, "example" | "examples" | "default" | "enum") {
                self.references(member, &at.join(key));
            }
        }
        for (index, item) in openapi::items(Some(value)) {
            self.references(item, &at.join(index));
        }
    }

    fn operations(&mut self) {
        for (path, item) in openapi::members(self.root.get("paths")) {
            if !item.is_object() {
                let at = Pointer::root().join_all(["paths", path]);
                self.report(&at, Problem::NotAnObject { found: kind(item) });
            }
        }
        let mut seen: BTreeMap<&str, Pointer> = BTreeMap::new();
        for operation in openapi::operations(self.root) {
            let at = &operation.pointer;
            // openapiv3 is the authority on what an operation looks like.
            if let Err(error) = openapiv3_shape::<openapiv3::Operation>(operation.value) {
                self.report(at, Problem::WrongShape(error));
            }
            match openapi::text(operation.value, "operationId") {
                None => self.report(at, Problem::MissingOperationId),
                Some(id) => {
                    if let Some(first) = seen.get(id) {
                        let first = first.clone();
                        let problem = Problem::DuplicateOperationId { id: id.to_owned(), first };
                        self.report(&at.join("operationId"), problem);
                    } else {
                        seen.insert(id, at.clone());
                    }
                }
            }
            self.parameters(&operation);
        }
    }

    fn parameters(&mut self, operation: &Operation<'a>) {
        let path = operation.path;
        let wanted = template_names(path);
        let mut declared = Vec::new();
        for (at, parameter) in openapi::parameters(operation) {
            let Some(parameter) = openapi::resolve(self.root, parameter) else { continue };
            let name = openapi::text(parameter, "name").unwrap_or_default().to_owned();
            match openapi::text(parameter, "in").unwrap_or_default() {
                "path" => {
                    if parameter.get("required") != Some(&Value::Bool(true)) {
                        self.report(&at, Problem::OptionalPathParameter(name.clone()));
                    }
                    if !wanted.contains(&name.as_str()) {
                        let path = path.to_owned();
                        self.report(&at, Problem::UnusedPathParameter { name: name.clone(), path });
                    }
                    declared.push(name);
                }
                "query" | "header" => {}
                place => {
                    let place = place.to_owned();
                    self.report(&at, Problem::UnsupportedParameter { name, place });
                }
            }
        }
        for name in wanted {
            if !declared.iter().any(|declared| declared == name) {
                let (name, path) = (name.to_owned(), path.to_owned());
                self.report(&operation.pointer, Problem::UndeclaredPathParameter { name, path });
            }
        }
    }

    fn schemas(&mut self) {
        let root = self.root;
        openapi::each_schema(root, &mut |at, schema| self.schema(at, schema));
        for (name, schema) in openapi::members(root.pointer("/components/schemas")) {
            if let Err(error) = openapiv3_shape::<openapiv3::ReferenceOr<openapiv3::Schema>>(schema)
            {
                let at = Pointer::root().join_all(["components", "schemas", name]);
                self.report(&at, Problem::WrongShape(error));
            }
        }
    }

    fn schema(&mut self, at: &Pointer, schema: &Value) {
        if !schema.is_object() {
            return self.report(at, Problem::NotAnObject { found: kind(schema) });
        }
        match schema.get("type") {
            None => {}
            Some(Value::String(name)) if is_type(name) => {}
            Some(Value::Array(_)) => {
                let construct = "a list of types, which is OpenAPI 3.1,";
                self.report(&at.join("type"), Problem::UnsupportedSchema(construct));
            }
            Some(other) => {
                let name = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
                self.report(&at.join("type"), Problem::UnknownType(name));
            }
        }
        if schema.get("not").is_some() {
            self.report(&at.join("not"), Problem::UnsupportedSchema("`not`"));
        }
        for keyword in ["oneOf", "anyOf"] {
            let objects = openapi::items(schema.get(keyword)).any(|(_, variant)| {
                openapi::resolve(self.root, variant).is_some_and(|variant| !is_scalar(variant))
            });
            if objects {
                let construct = "a choice between schemas that are not scalars";
                self.report(&at.join(keyword), Problem::UnsupportedSchema(construct));
            }
        }
    }
}

fn openapiv3_shape<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, String> {
    serde_json::from_value(value.clone()).map_err(|error| error.to_string())
}

/// The names in braces of a path template.
fn template_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn is_type(name: &str) -> bool {
    matches!(name, "string" | "number" | "integer" | "boolean" | "array" | "object")
}

fn is_scalar(schema: &Value) -> bool {
    matches!(openapi::text(schema, "type"), Some("string" | "number" | "integer" | "boolean"))
}

/// What a value is, for an error.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
