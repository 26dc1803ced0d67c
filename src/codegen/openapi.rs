//! How an OpenAPI 3.0 document is laid out: where its operations and schemas stand.

use serde_json::Value;

use super::pointer::Pointer;

/// The members of a path item that are operations, in the order of the specification.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Keywords of a schema that hold one schema.
const ONE_SCHEMA: [&str; 3] = ["items", "additionalProperties", "not"];

/// Keywords of a schema that hold a list of schemas.
pub const SCHEMA_LISTS: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// An operation and where it stands.
#[derive(Debug, Clone)]
pub struct Operation<'a> {
    /// The path template.
    pub path: &'a str,
    /// The method, in lower case.
    pub method: &'a str,
    /// The path item around the operation.
    pub item: &'a Value,
    /// The operation.
    pub value: &'a Value,
    /// Where the operation stands.
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

/// The mark on a parameter that is not sent (translate).
pub const IGNORED: &str = "x-ignored";

/// The parameters that hold for an operation and where they stand: its own and those of its path.
pub fn parameters<'a>(operation: &Operation<'a>) -> Vec<(Pointer, &'a Value)> {
    let item = operation.pointer.parent().unwrap_or_default();
    [(item, operation.item), (operation.pointer.clone(), operation.value)]
        .into_iter()
        .flat_map(|(pointer, owner)| {
            let pointer = pointer.join("parameters");
            items(owner.get("parameters"))
                .filter(|(_, parameter)| parameter.get(IGNORED).is_none())
                .map(move |(index, parameter)| (pointer.join(index), parameter))
        })
        .collect()
}

/// The members of an object; none, where it is no object.
pub fn members(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    value
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, member)| (name.as_str(), member))
}

/// The items of an array; none, where it is no array.
pub fn items(value: Option<&Value>) -> impl Iterator<Item = (usize, &Value)> {
    value.and_then(Value::as_array).into_iter().flatten().enumerate()
}

/// The strings of an array, such as `required`.
pub fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    items(value).filter_map(|(_, item)| item.as_str())
}

/// A string member, or nothing.
pub fn text<'a>(value: &'a Value, member: &str) -> Option<&'a str> {
    value.get(member).and_then(Value::as_str)
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

/// Follows references until something else comes; `None` where they dangle or go round in circles.
pub fn resolve<'a>(root: &'a Value, mut value: &'a Value) -> Option<&'a Value> {
    for _ in 0..32 {
        let Some(target) = reference(value) else { return Some(value) };
        value = target.strip_prefix('#').and_then(|pointer| root.pointer(pointer))?;
    }
    None
}

/// What a reference leads to, and where that stands.
pub fn follow<'a>(root: &'a Value, mut at: Pointer, mut value: &'a Value) -> (Pointer, &'a Value) {
    for _ in 0..32 {
        let Some(target) = reference(value).and_then(Pointer::parse) else { break };
        let Some(next) = root.pointer(&target.to_string()) else { break };
        (at, value) = (target, next);
    }
    (at, value)
}

/// The names in braces of a path template.
pub fn template_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// What a media type is to the client, the one it prefers to send first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// JSON under its own name.
    Json,
    /// JSON of some kind: `application/problem+json`.
    JsonLike,
    /// Whatever one likes, which is JSON.
    Any,
    Form,
    Raw,
    Multipart,
}

impl MediaKind {
    /// Whether it is JSON.
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

/// The schemas directly inside a schema, and the steps that lead to them.
pub fn subschemas(schema: &Value) -> Vec<(Vec<String>, &Value)> {
    let mut found = Vec::new();
    for (name, property) in members(schema.get("properties")) {
        found.push((vec!["properties".to_owned(), name.to_owned()], property));
    }
    for keyword in ONE_SCHEMA {
        if let Some(inner) = schema.get(keyword).filter(|inner| inner.is_object()) {
            found.push((vec![keyword.to_owned()], inner));
        }
    }
    for keyword in SCHEMA_LISTS {
        for (index, inner) in items(schema.get(keyword)) {
            found.push((vec![keyword.to_owned(), index.to_string()], inner));
        }
    }
    found
}

/// The schema with each schema directly inside it rewritten; `rewrite` is told the steps that lead to
/// it.
pub fn map_subschemas(
    schema: &Value,
    mut rewrite: impl FnMut(&[String], &Value) -> Value,
) -> Value {
    let Some(members) = schema.as_object() else { return schema.clone() };
    // Member by member: a copy of the whole at each level would be one of the document for each.
    let mut map_member = |keyword: &str, value: &Value| match value {
        Value::Object(all) if keyword == "properties" => all
            .iter()
            .map(|(name, inner)| {
                (name.clone(), rewrite(&[keyword.to_owned(), name.clone()], inner))
            })
            .collect(),
        Value::Object(_) if ONE_SCHEMA.contains(&keyword) => rewrite(&[keyword.to_owned()], value),
        Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => all
            .iter()
            .enumerate()
            .map(|(index, inner)| rewrite(&[keyword.to_owned(), index.to_string()], inner))
            .collect(),
        other => other.clone(),
    };
    members.iter().map(|(key, value)| (key.clone(), map_member(key, value))).collect()
}

/// Every schema of the document at its outermost place: components, parameters, bodies, headers.
pub fn root_schemas(root: &Value) -> Vec<(Pointer, &Value)> {
    let mut found = Vec::new();
    let components = Pointer::root().join("components");
    for (name, schema) in members(root.pointer("/components/schemas")) {
        found.push((components.join_all(["schemas", name]), schema));
    }
    // Outside `components.schemas` a schema is whatever stands under the key `schema`, but for
    // examples, which hold data.
    for section in ["paths", "components"] {
        if let Some(value) = root.get(section) {
            schemas_under_key(value, &Pointer::root().join(section), &mut found);
        }
    }
    found
}

fn schemas_under_key<'a>(value: &'a Value, at: &Pointer, found: &mut Vec<(Pointer, &'a Value)>) {
    for (key, member) in members(Some(value)) {
        let at = at.join(key);
        match key {
            "schema" => found.push((at, member)),
            "schemas" | "example" | "examples" => {}
            _ => schemas_under_key(member, &at, found),
        }
    }
    for (index, item) in items(Some(value)) {
        schemas_under_key(item, &at.join(index), found);
    }
}

/// Calls `rewrite` for every schema of the document, the outer ones first; what it puts inside of one
/// is visited, too.
pub fn each_schema_mut(root: &mut Value, rewrite: &mut dyn FnMut(&Pointer, &mut Value)) {
    fn walk(at: &Pointer, schema: &mut Value, rewrite: &mut dyn FnMut(&Pointer, &mut Value)) {
        rewrite(at, schema);
        let inner: Vec<Vec<String>> =
            subschemas(schema).into_iter().map(|(steps, _)| steps).collect();
        for steps in inner {
            let place = Pointer::root().join_all(&steps).to_string();
            if let Some(inner) = schema.pointer_mut(&place) {
                walk(&at.join_all(&steps), inner, rewrite);
            }
        }
    }
    let places: Vec<Pointer> = root_schemas(root).into_iter().map(|(place, _)| place).collect();
    for place in places {
        if let Some(schema) = root.pointer_mut(&place.to_string()) {
            walk(&place, schema, rewrite);
        }
    }
}

/// Calls `visit` for every schema of the document, the outer ones first.
pub fn each_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Pointer, &'a Value)) {
    fn walk<'a>(at: &Pointer, schema: &'a Value, visit: &mut dyn FnMut(&Pointer, &'a Value)) {
        visit(at, schema);
        for (steps, inner) in subschemas(schema) {
            walk(&at.join_all(steps), inner, visit);
        }
    }
    for (pointer, schema) in root_schemas(root) {
        walk(&pointer, schema, visit);
    }
}
