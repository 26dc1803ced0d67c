//! What a place of a document is.

use serde_json::Value;

use openapi_client_build::openapi;
use openapi_client_build::source::pointer::Pointer;

pub fn is_part(at: &Pointer) -> bool {
    around(at).is_some_and(|list| list == "allOf")
}

/// The last word around an object.
fn around(at: &Pointer) -> Option<String> {
    Some(at.parent()?.last()?.into_owned())
}

pub fn is_property(at: &Pointer) -> bool {
    around(at).is_some_and(|list| list == "properties")
}

pub fn is_component(at: &Pointer) -> bool {
    openapi::component_at(at).is_some()
}

pub fn becomes_type(schema: &Value) -> bool {
    let words = ["properties", "allOf", "oneOf", "anyOf", "enum"];
    words.iter().any(|word| schema.get(*word).is_some())
}

pub fn is_scalar(name: &str) -> bool {
    !matches!(name, "array" | "object")
}

pub fn is_json(media_type: &Pointer) -> bool {
    media_type.last().is_some_and(|name| openapi::media_kind(&name).is_json())
}

/// True for one of several media types of bytes that a request may have, and for a range of them.
pub fn is_named_by_caller(root: &Value, at: &Pointer) -> bool {
    let Some(content) = at.parent() else { return false };
    let is_request =
        content.parent().is_some_and(|it| it.last().is_some_and(|it| it == "requestBody"));
    let names: Vec<&str> = openapi::members(content.get(root)).map(|(name, _)| name).collect();
    let is_bytes = |name: &&str| name.contains('*') || !openapi::media_kind(name).is_json();
    is_request
        && names.iter().all(is_bytes)
        && (names.len() > 1 || names.iter().any(|it| it.contains('*')))
}

/// True if a form of a choice says only which properties it requires.
pub fn only_requires(form: &Value) -> bool {
    openapi::members(Some(form)).all(|(name, _)| name == "required")
}

/// True for a parameter of a path, if each operation there has another one of its name and place.
pub fn is_overridden(root: &Value, parameter: &Value, at: &Pointer) -> bool {
    let Some(path) = at.parent().and_then(|list| list.parent()) else { return false };
    let is_same = |other: &Value| {
        let other = openapi::resolve(root, other).unwrap_or(other);
        ["name", "in"].iter().all(|member| other.get(*member) == parameter.get(*member))
    };
    let operations = openapi::operations(root).into_iter();
    let mut own = operations.filter(|it| it.pointer.parent().as_ref() == Some(&path)).peekable();
    let has_own = |operation: openapi::Operation<'_>| {
        openapi::items(operation.value.get("parameters")).any(|(_, other)| is_same(other))
    };
    own.peek().is_some() && own.all(has_own)
}
