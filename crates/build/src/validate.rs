//! Validate: is this an OpenAPI 3.0 document that the later stages can take?
//!
//! All problems are found in one go. What is checked here need not be checked again later.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::openapi::schemas::{self, Place};
use crate::openapi::{self, Operation};
use crate::restate::restate;
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::limits::MOST_LEVELS;
use crate::source::pointer::Pointer;
use crate::source::problem::{self, Problem};

/// Members that hold others by names of the document's own, which may be any word.
const MAPS: [&str; 6] =
    ["headers", "parameters", "properties", "requestBodies", "responses", "schemas"];

/// A document that is valid.
#[derive(Debug, Clone)]
pub struct Validated(Document);

impl Validated {
    /// The document, as it was read.
    pub fn document(&self) -> &Document {
        &self.0
    }

    /// Gives the document to the next stage.
    pub fn into_document(self) -> Document {
        self.0
    }
}

/// Checks a document.
pub fn validate(document: Document) -> Result<Validated, Diagnostics> {
    // Before anything recurses.
    Diagnostics::into_result(depth(&document))?;
    let (restated, _) = restate(document.root().clone());
    Diagnostics::into_result(problems(&document, &restated, Stage::Validate))?;
    Ok(Validated(document))
}

/// The places that are nested too deep.
fn depth(document: &Document) -> Vec<Diagnostic> {
    let (root, stage) = (document.root(), Stage::Validate);
    let mut checks = Checks { document, root, stage, errors: Vec::new(), places: BTreeSet::new() };
    checks.depth();
    checks.errors
}

/// Everything that is wrong with `root`, which is the document's own tree or what an overlay made of
/// it; places are looked up in the document's text.
pub fn problems(document: &Document, root: &Value, stage: Stage) -> Vec<Diagnostic> {
    let mut checks = Checks { document, root, stage, errors: Vec::new(), places: BTreeSet::new() };
    checks.frame();
    if checks.errors.is_empty() {
        checks.references(root, &Place::Start(&Pointer::root()), "");
        checks.schemas();
        checks.operations();
        checks.shared_parts();
    }
    checks.errors
}

struct Checks<'a> {
    document: &'a Document,
    root: &'a Value,
    stage: Stage,
    errors: Vec<Diagnostic>,
    /// Where the errors are.
    places: BTreeSet<Pointer>,
}

impl<'a> Checks<'a> {
    fn report(&mut self, pointer: &Pointer, problem: Problem) {
        self.errors.push(self.document.error(self.stage, pointer, problem));
        self.places.insert(pointer.clone());
    }

    /// The outermost members.
    fn frame(&mut self) {
        let top = Pointer::root();
        if !self.root.is_object() {
            return self.report(&top, Problem::NotAnObject { found: problem::kind(self.root) });
        }
        let swagger = top.join("swagger");
        match self.root.get("openapi") {
            None if self.root.get("swagger").is_some() => {
                self.report(&swagger, Problem::UnknownVersion("2.0".to_owned()));
            }
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
                    self.report(
                        &top.join(member),
                        Problem::NotAnObject { found: problem::kind(value) },
                    );
                }
                Some(_) => {}
            }
        }
        self.depth();
    }

    fn depth(&mut self) {
        // Places cost something, and hardly any document has such ones.
        if !is_flat(self.root, MOST_LEVELS + 1) {
            self.deep_places(self.root, &Place::Start(&Pointer::root()), 0);
        }
    }

    fn deep_places(&mut self, value: &Value, at: &Place<'_>, depth: usize) {
        if depth > MOST_LEVELS && (value.is_object() || value.is_array()) {
            return self.report(&at.pointer(), Problem::NestedTooDeep { most: MOST_LEVELS });
        }
        each_inside(value, at, &mut |at, _, inner| self.deep_places(inner, at, depth + 1));
    }

    /// Every `$ref`, wherever it stands; `around` is the last step to the value.
    fn references(&mut self, value: &'a Value, at: &Place<'_>, around: &str) {
        if let Some(target) = openapi::reference(value) {
            let problem = match target.strip_prefix('#') {
                None => Some(Problem::ExternalReference(target.to_owned())),
                Some(_) if openapi::target_of(self.root, target).is_none() => {
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
        each_inside(value, at, &mut |at, key, inner| {
            let is_data = matches!(key, "example" | "examples" | "default" | "enum");
            if !is_data || MAPS.contains(&around) {
                self.references(inner, at, key);
            }
        });
    }

    fn operations(&mut self) {
        for (path, item) in openapi::members(self.root.get("paths")) {
            if openapi::is_extension(path, item) {
                continue;
            }
            if !item.is_object() {
                let at = Pointer::root().join_all(["paths", path]);
                self.report(&at, Problem::NotAnObject { found: problem::kind(item) });
            } else if openapi::reference(item).is_some()
                && openapi::resolve(self.root, item).is_some()
            {
                let at = Pointer::root().join_all(["paths", path, "$ref"]);
                self.report(&at, Problem::Unsupported("a `$ref` to one of many path items"));
            }
        }
        let operations = openapi::operations(self.root);
        if operations.is_empty() && self.errors.is_empty() {
            self.report(&Pointer::root().join("paths"), Problem::NoOperation);
        }
        for operation in operations {
            let at = &operation.pointer;
            self.parameters(&operation);
            self.responses(&operation);
            if let Err(error) =
                openapiv3_shape::<openapiv3::Operation>(without_schemas(operation.value))
            {
                self.report_shape(at, error);
            }
        }
    }

    /// What operations refer to, and the document's title.
    fn shared_parts(&mut self) {
        let top = Pointer::root();
        if let Some(Err(error)) =
            self.root.get("info").cloned().map(openapiv3_shape::<openapiv3::Info>)
        {
            self.report_shape(&top.join("info"), error);
        }
        for section in ["parameters", "responses", "requestBodies", "headers"] {
            let at = top.join_all(["components", section]);
            for (name, part) in openapi::members(at.get(self.root)) {
                let alone = serde_json::json!({ section: { name: without_schemas(part) } });
                if let Err(error) = openapiv3_shape::<openapiv3::Components>(alone) {
                    self.report_shape(&at.join(name), error);
                }
            }
        }
    }

    fn parameters(&mut self, operation: &Operation<'a>) {
        for (at, parameter) in openapi::parameters(operation) {
            let Some(parameter) = openapi::resolve(self.root, parameter) else { continue };
            let name = openapi::text(parameter, "name").unwrap_or_default().to_owned();
            let style = openapi::text(parameter, "style").unwrap_or("simple");
            match openapi::text(parameter, "in").unwrap_or_default() {
                "path" if style != "simple" => {
                    let style = style.to_owned();
                    self.report(&at, Problem::UnsupportedStyle { name, style });
                }
                "path" | "query" | "header" | "cookie" => {}
                place => {
                    let place = place.to_owned();
                    self.report(&at, Problem::UnsupportedParameter { name, place });
                }
            }
        }
    }

    fn responses(&mut self, operation: &Operation<'a>) {
        let at = operation.pointer.join("responses");
        let responses = operation.value.get("responses");
        if openapi::members(responses).next().is_none() {
            self.report(&operation.pointer, Problem::Missing { member: "responses" });
        }
        for (status, _) in openapi::members(responses) {
            if !is_status(status) && !status.starts_with("x-") {
                self.report(&at.join(status), Problem::UnknownStatus(status.to_owned()));
            }
        }
    }

    fn schemas(&mut self) {
        let root = self.root;
        schemas::each_schema(root, &mut |at, schema| self.schema(at, schema));
        schemas::each_schema(root, &mut |at, schema| self.schema_shape(at, schema));
    }

    /// Each schema without those inside of it, which are looked at on their own: the model tries what
    /// a schema could be one after the other, and again for each level.
    fn schema_shape(&mut self, at: &Place<'_>, schema: &Value) {
        let hollow = schemas::map_subschemas(schema, |_| Value::Object(Map::new()));
        if let Err(error) = openapiv3_shape::<openapiv3::ReferenceOr<openapiv3::Schema>>(hollow) {
            self.report_shape(&at.pointer(), error);
        }
    }

    /// openapiv3 is the authority on shapes, but has no words for the place; where something inside
    /// is known to be wrong, that says more.
    fn report_shape(&mut self, at: &Pointer, error: String) {
        // In their order, what is within a place comes right after it.
        let next = self.places.range(at.clone()..).next();
        if next.is_none_or(|known| !known.is_within(at)) {
            self.report(at, Problem::WrongShape(error));
        }
    }

    fn schema(&mut self, at: &Place<'_>, schema: &Value) {
        if !schema.is_object() {
            return self
                .report(&at.pointer(), Problem::NotAnObject { found: problem::kind(schema) });
        }
        match schema.get("type") {
            None => {}
            Some(Value::String(name)) if is_type(name) => {}
            Some(other) => {
                let name = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
                self.report(&at.join("type"), Problem::UnknownType(name));
            }
        }
        // What is not there is said of every reference.
        let target = openapi::reference(schema)
            .filter(|target| openapi::target_of(self.root, target).is_some());
        if target.is_some_and(|target| openapi::schema_component(target).is_none()) {
            let construct = "a `$ref` to a schema that is no component";
            self.report(&at.join("$ref"), Problem::Unsupported(construct));
        }
        if schema.get("$dynamicRef").is_some() {
            self.report(&at.join("$dynamicRef"), Problem::Unsupported("`$dynamicRef`"));
        }
        for keyword in ["oneOf", "anyOf"] {
            if schema.get(keyword).and_then(Value::as_array).is_some_and(Vec::is_empty) {
                let construct = "a choice between nothing";
                self.report(&at.join(keyword), Problem::Unsupported(construct));
            }
        }
    }
}

/// Whether nothing that could have something in it is so many levels below a value.
fn is_flat(value: &Value, most: usize) -> bool {
    let Some(left) = most.checked_sub(1) else { return !value.is_object() && !value.is_array() };
    match value {
        Value::Object(members) => members.values().all(|member| is_flat(member, left)),
        Value::Array(items) => items.iter().all(|item| is_flat(item, left)),
        _ => true,
    }
}

/// Calls `visit` for what is directly inside the value at a place, with the key of a member.
fn each_inside<'a>(
    value: &'a Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, &str, &'a Value),
) {
    for (key, member) in openapi::members(Some(value)) {
        visit(&Place::Member(at, key), key, member);
    }
    for (index, item) in openapi::items(Some(value)) {
        visit(&Place::Item(at, index), "", item);
    }
}

fn openapiv3_shape<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

/// What is around schemas, with an empty one in the place of each.
fn without_schemas(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, member)| match (key.as_str(), member) {
                ("schema", Value::Object(_)) => (key.clone(), Value::Object(Map::new())),
                _ => (key.clone(), without_schemas(member)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(without_schemas).collect(),
        scalar => scalar.clone(),
    }
}

fn is_type(name: &str) -> bool {
    matches!(name, "string" | "number" | "integer" | "boolean" | "array" | "object")
}

fn is_status(status: &str) -> bool {
    let range = ["1XX", "2XX", "3XX", "4XX", "5XX", "default"];
    range.contains(&status) || status.parse().is_ok_and(|code: u16| (100..600).contains(&code))
}
