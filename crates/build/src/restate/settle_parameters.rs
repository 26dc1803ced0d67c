//! Corrects parameters: each name in braces of the path is a required parameter. Path parameters that the path
//! does not contain, and headers that OpenAPI describes elsewhere, are removed.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::losses::Losses;
use crate::openapi::{self, Operation, mark};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// Headers that a parameter cannot describe: those that OpenAPI describes elsewhere, and those of the connection,
/// which another value would break.
const RESERVED: [&str; 8] = [
    "accept",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "te",
    "transfer-encoding",
];

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    for edit in edits(root, losses) {
        edit.apply(root);
    }
}

/// A change of the document.
enum Edit {
    Set { owner: Pointer, member: &'static str, value: Value },
    Declare { operation: Pointer, parameter: Value },
}

impl Edit {
    fn set(owner: &Pointer, member: &'static str, value: Value) -> Self {
        Self::Set { owner: owner.clone(), member, value }
    }

    fn apply(self, root: &mut Value) {
        match self {
            Self::Set { owner, member, value } => {
                if let Some(Value::Object(members)) = owner.get_mut(root) {
                    members.insert(member.to_owned(), value);
                }
            }
            Self::Declare { operation, parameter } => {
                let operation = operation.get_mut(root);
                let Some(Value::Object(operation)) = operation else { return };
                let parameters =
                    operation.entry("parameters").or_insert_with(|| Vec::<Value>::new().into());
                if let Value::Array(parameters) = parameters {
                    parameters.push(parameter);
                }
            }
        }
    }
}

fn edits(root: &Value, losses: &mut Losses) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut seen = BTreeSet::new();
    let mut untyped = BTreeSet::new();
    for operation in openapi::operations(root) {
        let wanted = openapi::template_names(operation.path);
        let mut declared = Vec::new();
        for (at, entry) in openapi::parameters(&operation) {
            let (place, parameter) = openapi::follow(root, at.clone(), entry);
            let name = openapi::text(parameter, "name").unwrap_or_default();
            let is_path = openapi::text(parameter, "in") == Some("path");
            let problem = refusal(&operation, parameter, name, &wanted);
            declared.extend(is_path.then_some(name));
            // A parameter of the path item is visited once for each of its operations.
            if !seen.insert(at.clone()) {
                continue;
            }
            match problem {
                Some(problem) => {
                    losses.report(&at, problem);
                    edits.push(Edit::set(&at, mark::IGNORED, Value::Bool(true)));
                }
                None => {
                    if let Some(media_type) = unwritten(root, parameter) {
                        losses.report(&at, Problem::ParameterContent(media_type));
                    }
                    if is_untyped(parameter) && untyped.insert(place.clone()) {
                        losses.report(&place, Problem::UntypedParameter(name.to_owned()));
                    }
                    edits.extend(complete(&place, parameter, is_path));
                }
            }
        }
        let missing = wanted.iter().filter(|name| !declared.contains(*name));
        for name in missing {
            let (name, path) = ((*name).to_owned(), operation.path.to_owned());
            let parameter = json!({
                "name": name, "in": "path", "required": true, "schema": { "type": "string" },
            });
            edits.push(Edit::Declare { operation: operation.pointer.clone(), parameter });
            let problem = Problem::UndeclaredPathParameter { name, path };
            losses.report(&operation.pointer, problem);
        }
    }
    edits
}

/// Why a parameter is not sent.
fn refusal(
    operation: &Operation<'_>,
    parameter: &Value,
    name: &str,
    wanted: &[&str],
) -> Option<Problem> {
    match openapi::text(parameter, "in") {
        Some("path") if !wanted.contains(&name) => {
            let (name, path) = (name.to_owned(), operation.path.to_owned());
            Some(Problem::UnusedPathParameter { name, path })
        }
        Some("header") => {
            let lower = name.to_ascii_lowercase();
            if RESERVED.contains(&lower.as_str()) {
                return Some(Problem::ReservedHeader(name.to_owned()));
            }
            (!is_header_name(name)).then(|| bad_name(name, "header"))
        }
        Some("cookie") => (!is_cookie_name(name)).then(|| bad_name(name, "cookie")),
        Some("path" | "query") => None,
        // A required parameter cannot be dropped; validation reports it.
        Some(place) if !openapi::is_true(parameter, "required") => {
            let (name, place) = (name.to_owned(), place.to_owned());
            Some(Problem::UnsentParameter { name, place })
        }
        _ => None,
    }
}

fn bad_name(name: &str, place: &'static str) -> Problem {
    Problem::BadName { name: name.to_owned(), place }
}

/// True for the name of a cookie that ends neither itself nor the cookie. Servers read more than RFC 6265 allows, such
/// as brackets.
fn is_cookie_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic() && !"\"(),/;=\\".contains(c))
}

/// True if HTTP allows the name of a header.
fn is_header_name(name: &str) -> bool {
    let is_sign = |c: char| "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || is_sign(c))
}

/// The media type of a parameter that is neither JSON nor text, and that the client does not encode.
fn unwritten(root: &Value, parameter: &Value) -> Option<String> {
    let (media_type, value) = openapi::members(parameter.get("content")).next()?;
    let schema = value.get("schema").and_then(|schema| openapi::resolve(root, schema));
    let is_text = schema.is_none_or(|schema| openapi::text(schema, "type") == Some("string"));
    (!is_text && !openapi::media_kind(media_type).is_json()).then(|| media_type.to_owned())
}

/// True if a parameter has no type: it is sent as text.
fn is_untyped(parameter: &Value) -> bool {
    parameter.get("schema").is_none() && openapi::members(parameter.get("content")).next().is_none()
}

/// The members that a parameter must have and lacks.
fn complete(place: &Pointer, parameter: &Value, is_path: bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    if is_path {
        edits.push(Edit::set(place, "required", Value::Bool(true)));
    }
    match openapi::members(parameter.get("content")).next() {
        None if is_untyped(parameter) => {
            edits.push(Edit::set(place, "schema", json!({ "type": "string" })));
        }
        Some((media_type, value)) if value.is_object() && value.get("schema").is_none() => {
            edits.push(Edit::set(&place.join_all(["content", media_type]), "schema", json!({})));
        }
        _ => {}
    }
    edits
}
