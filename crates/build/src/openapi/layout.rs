//! The layout of an OpenAPI 3.0 document: the places of its operations and schemas.

use serde_json::{Map, Value};

use super::mark;
use crate::source::pointer::Pointer;

/// The members of a path item that are operations, in the order of the specification.
pub const METHODS: [&str; 8] =
    ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Statuses whose responses have no body, whatever a document says.
pub const BODILESS: [&str; 2] = ["204", "304"];

/// An operation and its place.
#[derive(Debug, Clone)]
pub struct Operation<'a> {
    /// The path template.
    pub path: &'a str,
    /// The method, in lower case.
    pub method: &'a str,
    /// The path item around the operation.
    pub item: &'a Value,
    /// The operation object.
    pub value: &'a Value,
    /// The place of the operation.
    pub pointer: Pointer,
}

/// Every operation, by path and method.
pub fn operations(root: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in members(root.get("paths")) {
        for method in METHODS {
            if let Some(value) = item.get(method) {
                let pointer = Pointer::root().join_all(["paths", path, method]);
                found.push(Operation { path, method, item, value, pointer });
            }
        }
    }
    found
}

/// The places of the operations.
pub fn places_of_operations(root: &Value) -> Vec<Pointer> {
    operations(root).into_iter().map(|operation| operation.pointer).collect()
}

/// The parameters of an operation and of its path, with their places.
pub fn parameters<'a>(operation: &Operation<'a>) -> Vec<(Pointer, &'a Value)> {
    let item = operation.pointer.parent().unwrap_or_default();
    [(item, operation.item), (operation.pointer.clone(), operation.value)]
        .into_iter()
        .flat_map(|(pointer, owner)| {
            let pointer = pointer.join("parameters");
            items(owner.get("parameters"))
                .filter(|(_, parameter)| parameter.get(mark::IGNORED).is_none())
                .map(move |(index, parameter)| (pointer.join(index), parameter))
        })
        .collect()
}

/// The members of an object; none if the value is not an object.
pub fn members(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    value
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, member)| (name.as_str(), member))
}

/// The items of an array; none if the value is not an array.
pub fn items(value: Option<&Value>) -> impl Iterator<Item = (usize, &Value)> {
    value.and_then(Value::as_array).into_iter().flatten().enumerate()
}

/// The strings of an array, such as `required`.
pub fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    items(value).filter_map(|(_, item)| item.as_str())
}

/// A member that is a string.
pub fn text<'a>(value: &'a Value, member: &str) -> Option<&'a str> {
    value.get(member).and_then(Value::as_str)
}

/// True if a member is `true`; what is absent is not.
pub fn is_true(value: &Value, member: &str) -> bool {
    value.get(member) == Some(&Value::Bool(true))
}

/// The target of a reference object.
pub fn reference(value: &Value) -> Option<&str> {
    text(value, "$ref")
}

/// The component schema that a reference names.
pub fn schema_component(reference: &str) -> Option<&str> {
    let name = reference.strip_prefix("#/components/schemas/")?;
    (!name.contains('/')).then_some(name)
}

/// The reference to a component schema.
pub fn component_reference(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

/// The place of a component schema.
pub fn component_place(name: &str) -> Pointer {
    component_section().then(name)
}

/// The place of all component schemas.
pub fn component_section() -> Pointer {
    Pointer::root().join_all(["components", "schemas"])
}

/// The name of the component schema that a place is in.
pub fn component_around(at: &Pointer) -> Option<String> {
    match at.tokens().as_slice() {
        [components, schemas, name, ..] if components == "components" && schemas == "schemas" => {
            Some(name.to_string())
        }
        _ => None,
    }
}

/// The name of the component schema at a place.
pub fn component_at(at: &Pointer) -> Option<String> {
    component_around(at).filter(|_| at.depth() == 3)
}

/// The component schemas, by their names.
pub fn component_schemas(root: &Value) -> impl Iterator<Item = (&str, &Value)> {
    members(schemas_of(root))
}

/// Mutable variant of [`component_schemas`].
pub fn component_schemas_mut(root: &mut Value) -> Option<&mut Map<String, Value>> {
    root.get_mut("components")?.get_mut("schemas")?.as_object_mut()
}

/// A component schema by its name.
pub fn component_schema<'a>(root: &'a Value, name: &str) -> Option<&'a Value> {
    schemas_of(root)?.get(name)
}

fn schemas_of(root: &Value) -> Option<&Value> {
    root.get("components")?.get("schemas")
}

/// The places of the members of the value at a place.
pub fn places_of_members(root: &Value, at: &Pointer) -> Vec<Pointer> {
    members(at.get(root)).map(|(name, _)| at.join(name)).collect()
}

/// The target of a reference of this document.
pub fn target_of<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    match schema_component(reference) {
        Some(name) if !name.contains('~') => component_schema(root, name),
        _ => Pointer::parse(reference.strip_prefix('#')?)?.get(root),
    }
}

/// More references in a row than any real document has.
const MOST_REFERENCES: usize = 32;

/// True if a schema, or one that it refers to, says that only the server writes the value.
pub fn is_read_only(root: &Value, schema: &Value) -> bool {
    let says = |schema: &Value| is_true(schema, "readOnly");
    let next = |schema: &&Value| target_of(root, reference(schema)?);
    std::iter::successors(Some(schema), next).take(MOST_REFERENCES).any(says)
}

/// Follows references to the first value that is not one; `None` if a target is missing or they form a circle.
pub fn resolve<'a>(root: &'a Value, mut value: &'a Value) -> Option<&'a Value> {
    for _ in 0..MOST_REFERENCES {
        let Some(target) = reference(value) else { return Some(value) };
        value = target_of(root, target)?;
    }
    None
}

/// The target of a reference, and its place.
pub fn follow<'a>(root: &'a Value, mut at: Pointer, mut value: &'a Value) -> (Pointer, &'a Value) {
    for _ in 0..MOST_REFERENCES {
        let Some(target) = reference(value).and_then(Pointer::parse) else { break };
        let Some(next) = target.get(root) else { break };
        (at, value) = (target, next);
    }
    (at, value)
}

/// The names in braces of a path template.
pub fn template_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// The kinds of media types, in the order in which the client prefers to send them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// JSON under its own name.
    Json,
    /// JSON of some kind: `application/problem+json`.
    JsonLike,
    /// Any media type, so JSON.
    Any,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// Text or bytes of any other kind.
    Raw,
    /// Several parts, each with a media type of its own.
    Multipart,
}

impl MediaKind {
    /// True for JSON of either kind.
    pub fn is_json(self) -> bool {
        self <= Self::Any
    }
}

/// The kind of a media type, whatever its parameters and case.
pub fn media_kind(media_type: &str) -> MediaKind {
    match essence(media_type).as_str() {
        "application/json" | "text/json" => MediaKind::Json,
        "*/*" | "application/*" => MediaKind::Any,
        "application/x-www-form-urlencoded" => MediaKind::Form,
        name if name.ends_with("+json") => MediaKind::JsonLike,
        name if name.starts_with("multipart/") => MediaKind::Multipart,
        _ => MediaKind::Raw,
    }
}

/// A media type without its parameters, in lower case.
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// True if a version is one of a minor version: `3.0.3` && `3.0.0-rc1` of `3.0`.
pub fn is_version(version: &str, minor: &str) -> bool {
    let patch = version.strip_prefix(minor).and_then(|rest| rest.strip_prefix('.'));
    let number = patch.and_then(|patch| patch.split('-').next()).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// True if a member is a specification extension, rather than a parameter, header or response whose name
/// starts with `x-`.
pub fn is_extension(key: &str, member: &Value) -> bool {
    let is_part = |keyword: &&str| member.get(*keyword).is_some();
    key.starts_with("x-") && !["$ref", "content", "schema"].iter().any(is_part)
}
