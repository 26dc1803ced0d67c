//! Paths and their operations: bodies are moved out of the parameters.

use serde_json::{Map, Value};

use super::conversion::{Conversion, MediaTypes};
use super::object::Object;
use super::parameters::Parameters;
use super::{body, responses, servers};
use crate::openapi;
use crate::source::pointer::Pointer;

/// The methods that Swagger 2.0 knows.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

pub(super) fn restate<'a>(conversion: &mut Conversion<'a>, paths: &'a Value) -> Value {
    let Value::Object(items) = paths else { return paths.clone() };
    let items = items.iter().map(|(path, item)| {
        let restated = match item {
            Value::Object(members) if !openapi::is_extension(path, item) => {
                Value::Object(path_item(conversion, members, path))
            }
            other => other.clone(),
        };
        (path.clone(), restated)
    });
    Value::Object(items.collect())
}

fn path_item<'a>(
    conversion: &mut Conversion<'a>,
    members: &'a Map<String, Value>,
    path: &str,
) -> Map<String, Value> {
    let at = Pointer::root().join_all(["paths", path]);
    let mut item = Object::new(members, at.clone(), at);
    item.keep(&["$ref"]);
    let shared = Parameters::take(conversion, &mut item);
    shared.put_others(conversion, &mut item);
    for method in METHODS {
        match item.take(method) {
            Some(Value::Object(members)) => {
                let at = item.before.join(method);
                let object = Object::new(members, at.clone(), at);
                let operation = operation(conversion, object, &shared);
                item.put(method, operation);
            }
            Some(other) => item.put(method, other.clone()),
            None => {}
        }
    }
    item.end(conversion)
}

fn operation<'a>(
    conversion: &mut Conversion<'a>,
    mut operation: Object<'a>,
    shared: &Parameters<'a>,
) -> Map<String, Value> {
    operation.keep(&[
        "deprecated",
        "description",
        "externalDocs",
        "operationId",
        "security",
        "summary",
        "tags",
    ]);
    servers::of_operation(conversion, &mut operation);
    let media_types = MediaTypes::of_operation(conversion, &mut operation);
    let own = Parameters::take(conversion, &mut operation);
    own.put_others(conversion, &mut operation);
    let sent = own.sent_with(shared);
    let now = operation.now.join("requestBody");
    if let Some(body) = body::restate(conversion, &sent, now, &media_types) {
        operation.put("requestBody", body);
    }
    if let Some(value) = operation.take("responses") {
        let at = operation.now.join("responses");
        operation
            .put("responses", responses::restate(conversion, value, at, &media_types.produces));
    }
    operation.end(conversion)
}
