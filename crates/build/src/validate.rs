//! Validate: is this an OpenAPI 3.0 document that the later stages can take?
//!
//! Reports all problems at once. Later stages rely on these checks.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::openapi::grammar::{self, Object};
use crate::openapi::schemas::{self, Place};
use crate::openapi::{self, Operation};
use crate::plan::call::Location;
use crate::restate::origins::Origins;
use crate::restate::{Restated, restate};
use crate::source::diagnostic::{Diagnostic, Diagnostics, Stage};
use crate::source::document::Document;
use crate::source::limits::MOST_LEVELS;
use crate::source::pointer::Pointer;
use crate::source::problem::{self, Problem};

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

/// Validates a document.
///
/// # Errors
///
/// - All problems of the document.
pub fn validate(document: Document) -> Result<Validated, Diagnostics> {
    // Before anything recurses.
    Diagnostics::into_result(depth(&document))?;
    let Restated { root, origins, .. } = restate(document.root().clone());
    Diagnostics::into_result(problems(&document, &root, &origins, Stage::Validate))?;
    Ok(Validated(document))
}

/// The places that are nested too deep.
fn depth(document: &Document) -> Vec<Diagnostic> {
    let origins = Origins::default();
    let mut checks = Checks::new(document, document.root(), &origins, Stage::Validate);
    checks.depth();
    checks.errors
}

/// The problems of `root`: the document's own tree, or that tree overlaid and restated. Places are looked up
/// in the document's text.
pub fn problems(
    document: &Document,
    root: &Value,
    origins: &Origins,
    stage: Stage,
) -> Vec<Diagnostic> {
    let mut checks = Checks::new(document, root, origins, stage);
    checks.frame();
    if checks.errors.is_empty() {
        checks.references();
        checks.schemas();
        checks.operations();
        checks.shared_parts();
    }
    checks.errors
}

struct Checks<'a> {
    document: &'a Document,
    root: &'a Value,
    origins: &'a Origins,
    stage: Stage,
    errors: Vec<Diagnostic>,
    /// The places of the errors.
    places: BTreeSet<Pointer>,
}

impl<'a> Checks<'a> {
    fn new(document: &'a Document, root: &'a Value, origins: &'a Origins, stage: Stage) -> Self {
        let (errors, places) = (Vec::new(), BTreeSet::new());
        Self { document, root, origins, stage, errors, places }
    }

    fn report(&mut self, pointer: &Pointer, problem: Problem) {
        self.errors.push(self.origins.error(self.document, self.stage, pointer, problem));
        self.places.insert(pointer.clone());
    }

    /// The outermost members.
    fn frame(&mut self) {
        let top = Pointer::root();
        if !self.root.is_object() {
            return self.report(&top, Problem::NotAnObject { found: problem::kind(self.root) });
        }
        match ["openapi", "swagger"].into_iter().find_map(|it| Some((it, self.root.get(it)?))) {
            None => self.report(&top, Problem::Missing { member: "openapi" }),
            Some(("openapi", Value::String(version))) if openapi::is_version(version, "3.0") => {}
            Some((member, version)) => {
                let version = version.as_str().map_or_else(|| version.to_string(), str::to_owned);
                self.report(&top.join(member), Problem::UnknownVersion(version));
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
        // Made only if needed, since places cost memory and few documents have such keys.
        if !is_flat(self.root, MOST_LEVELS + 1) {
            self.deep_places(self.root, &Place::Start(&Pointer::root()), 0);
        }
    }

    fn deep_places(&mut self, value: &Value, at: &Place<'_>, depth: usize) {
        if depth > MOST_LEVELS && (value.is_object() || value.is_array()) {
            return self.report(&at.pointer(), Problem::NestedTooDeep { most: MOST_LEVELS });
        }
        for (key, member) in openapi::members(Some(value)) {
            self.deep_places(member, &Place::Member(at, key), depth + 1);
        }
        for (index, item) in openapi::items(Some(value)) {
            self.deep_places(item, &Place::Item(at, index), depth + 1);
        }
    }

    /// Checks every `$ref` that replaces an object.
    fn references(&mut self) {
        let (root, top) = (self.root, Pointer::root());
        grammar::walk(Object::Document, root, &Place::Start(&top), &mut |at, object, value| {
            let target = openapi::reference(value).zip(object.section());
            let Some((target, section)) = target else { return true };
            let named = |problem: fn(String) -> Problem| Some(problem(target.to_owned()));
            let problem = if !target.starts_with('#') {
                named(Problem::ExternalReference)
            } else if openapi::target_of(root, target).is_none() {
                named(Problem::DanglingReference)
            } else if openapi::resolve(root, value).is_none() {
                named(Problem::ReferenceLoop)
            } else if section_of(target).is_some_and(|other| other != section) {
                let (target, wanted) = (target.to_owned(), object.name());
                Some(Problem::ReferenceToOther { target, wanted })
            } else {
                None
            };
            if let Some(problem) = problem {
                self.report(&at.join("$ref"), problem);
            }
            true
        });
    }

    fn operations(&mut self) {
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

    /// Checks the components that operations refer to.
    fn shared_parts(&mut self) {
        let top = Pointer::root();
        for (section, name) in self.used_parts() {
            let at = top.join_all(["components", &section, &name]);
            let Some(part) = at.get(self.root) else { continue };
            let alone = serde_json::json!({ section: { name: without_schemas(part) } });
            if let Err(error) = openapiv3_shape::<openapiv3::Components>(alone) {
                self.report_shape(&at, error);
            }
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
            if self.places.contains(&at.join("$ref")) {
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

    fn schemas(&mut self) {
        let root = self.root;
        schemas::each_schema(root, &mut |at, schema| self.schema(at, schema));
        schemas::each_schema(root, &mut |at, schema| self.schema_shape(at, schema));
    }

    /// Checks each schema without its subschemas, which are checked on their own: the model tries every kind of
    /// schema in turn, again at each level.
    fn schema_shape(&mut self, at: &Place<'_>, schema: &Value) {
        let hollow = schemas::map_subschemas(schema, |_| Value::Object(Map::new()));
        if let Err(error) = openapiv3_shape::<openapiv3::ReferenceOr<openapiv3::Schema>>(hollow) {
            self.report_shape(&at.pointer(), error);
        }
    }

    /// openapiv3 decides about forms, but reports no place. A known problem inside of a part says more than its
    /// error does.
    fn report_shape(&mut self, at: &Pointer, error: String) {
        // Sorted, so that the problems inside of a place follow it.
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

/// True if no object or list is nested this many levels below a value.
fn is_flat(value: &Value, most: usize) -> bool {
    let Some(left) = most.checked_sub(1) else { return !value.is_object() && !value.is_array() };
    match value {
        Value::Object(members) => members.values().all(|member| is_flat(member, left)),
        Value::Array(items) => items.iter().all(|item| is_flat(item, left)),
        _ => true,
    }
}

/// The section of the component that a reference leads to.
fn section_of(target: &str) -> Option<&str> {
    target.strip_prefix("#/components/")?.split_once('/').map(|(section, _)| section)
}

fn openapiv3_shape<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
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
