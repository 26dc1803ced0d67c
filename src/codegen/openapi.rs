//! How an OpenAPI 3.0 document is laid out: where its operations and schemas stand.

use serde_json::{Map, Value};

use super::pointer::Pointer;

/// The members of a path item that are operations, in the order of the specification.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Keywords of a schema that hold one schema.
const ONE_SCHEMA: [&str; 3] = ["items", "additionalProperties", "not"];

/// Keywords of a schema that hold a list of schemas.
pub const SCHEMA_LISTS: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// The keyword of a schema that holds schemas by name.
const PROPERTIES: &str = "properties";

/// All of these.
const HOLDERS: [&str; 7] =
    [PROPERTIES, "items", "additionalProperties", "not", "allOf", "oneOf", "anyOf"];

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

/// The places of the operations.
pub fn places_of_operations(root: &Value) -> Vec<Pointer> {
    operations(root).into_iter().map(|operation| operation.pointer).collect()
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

/// The reference to a component schema.
pub fn component_reference(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

/// Where a component schema stands.
pub fn component_place(name: &str) -> Pointer {
    component_section().then(name)
}

fn component_section() -> Pointer {
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

/// The name of the component schema that stands at a place.
pub fn component_at(at: &Pointer) -> Option<String> {
    component_around(at).filter(|_| at.depth() == 3)
}

/// The component schemas, by their names.
pub fn component_schemas(root: &Value) -> impl Iterator<Item = (&str, &Value)> {
    members(schemas_of(root))
}

/// The same for one who changes them.
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

/// The places of the members of what stands at a place.
pub fn places_of_members(root: &Value, at: &Pointer) -> Vec<Pointer> {
    members(at.get(root)).map(|(name, _)| at.join(name)).collect()
}

/// What a reference of this document leads to.
pub fn target_of<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    match schema_component(reference) {
        Some(name) if !name.contains('~') => component_schema(root, name),
        _ => Pointer::parse(reference.strip_prefix('#')?)?.get(root),
    }
}

/// Follows references until something else comes; `None` where they dangle or go round in circles.
pub fn resolve<'a>(root: &'a Value, mut value: &'a Value) -> Option<&'a Value> {
    for _ in 0..32 {
        let Some(target) = reference(value) else { return Some(value) };
        value = target_of(root, target)?;
    }
    None
}

/// What a reference leads to, and where that stands.
pub fn follow<'a>(root: &'a Value, mut at: Pointer, mut value: &'a Value) -> (Pointer, &'a Value) {
    for _ in 0..32 {
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

/// The way from a schema to one directly inside it.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// The keyword that holds it.
    pub keyword: &'static str,
    /// Which of those that the keyword holds it is.
    pub which: Which<'a>,
}

/// One of the schemas that a keyword holds.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// There is but one.
    Only,
    /// A property.
    Named(&'a str),
    /// An item of a list.
    Nth(usize),
}

/// A place, as a walk over a document knows it: each is passed many times, and hardly any is ever
/// asked for.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// Where the walk begins.
    Start(&'a Pointer),
    /// A schema inside of another.
    Inside(&'a Place<'a>, Step<'a>),
    /// A member of what is there.
    Member(&'a Place<'a>, &'a str),
    /// An item of what is there.
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The place, by its name.
    pub fn pointer(&self) -> Pointer {
        match self {
            Self::Start(pointer) => pointer.join_all::<&str>([]),
            Self::Inside(around, Step { keyword, which }) => {
                let at = around.pointer().then(keyword);
                match which {
                    Which::Only => at,
                    Which::Named(name) => at.then(name),
                    Which::Nth(index) => at.then(index),
                }
            }
            Self::Member(around, name) => around.pointer().then(name),
            Self::Item(around, index) => around.pointer().then(index),
        }
    }

    /// The place of a member.
    pub fn join(&self, keyword: &str) -> Pointer {
        self.pointer().then(keyword)
    }
}

/// The schemas directly inside a schema.
pub fn subschemas(schema: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    each_subschema(schema, &mut |_, inner| found.push(inner));
    found
}

/// Calls `visit` for the schemas directly inside a schema.
pub fn each_subschema<'a>(schema: &'a Value, visit: &mut dyn FnMut(Step<'a>, &'a Value)) {
    let Some(members) = schema.as_object() else { return };
    for (keyword, held) in holders(members.iter()) {
        match held {
            Value::Object(properties) if keyword == PROPERTIES => {
                for (name, inner) in properties {
                    visit(Step { keyword, which: Which::Named(name) }, inner);
                }
            }
            Value::Object(_) if ONE_SCHEMA.contains(&keyword) => {
                visit(Step { keyword, which: Which::Only }, held);
            }
            Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => {
                for (index, inner) in all.iter().enumerate() {
                    visit(Step { keyword, which: Which::Nth(index) }, inner);
                }
            }
            _ => {}
        }
    }
}

/// The same for one who changes them.
fn each_subschema_mut(schema: &mut Value, rewrite: &mut dyn FnMut(Step<'_>, &mut Value)) {
    let Value::Object(members) = schema else { return };
    for (keyword, held) in holders(members.iter_mut()) {
        match held {
            Value::Object(properties) if keyword == PROPERTIES => {
                for (name, inner) in properties {
                    rewrite(Step { keyword, which: Which::Named(name) }, inner);
                }
            }
            Value::Object(_) if ONE_SCHEMA.contains(&keyword) => {
                rewrite(Step { keyword, which: Which::Only }, held);
            }
            Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => {
                for (index, inner) in all.iter_mut().enumerate() {
                    rewrite(Step { keyword, which: Which::Nth(index) }, inner);
                }
            }
            _ => {}
        }
    }
}

/// The members of a schema that may hold others, in one pass over all of them, and in the order in
/// which the schemas in them are visited.
fn holders<'a, V>(
    members: impl Iterator<Item = (&'a String, V)>,
) -> impl Iterator<Item = (&'static str, V)> {
    let mut found = HOLDERS.map(|keyword| (keyword, None));
    for (name, value) in members {
        if let Some((_, held)) = found.iter_mut().find(|(keyword, _)| keyword == name) {
            *held = Some(value);
        }
    }
    found.into_iter().filter_map(|(keyword, held)| Some((keyword, held?)))
}

/// The schema with each schema directly inside it rewritten.
pub fn map_subschemas(schema: &Value, mut rewrite: impl FnMut(&Value) -> Value) -> Value {
    let Some(members) = schema.as_object() else { return schema.clone() };
    // Member by member: a copy of the whole at each level would be one of the document for each.
    let mut map_member = |keyword: &str, value: &Value| match value {
        Value::Object(all) if keyword == PROPERTIES => {
            all.iter().map(|(name, inner)| (name.clone(), rewrite(inner))).collect()
        }
        Value::Object(_) if ONE_SCHEMA.contains(&keyword) => rewrite(value),
        Value::Array(all) if SCHEMA_LISTS.contains(&keyword) => {
            all.iter().map(&mut rewrite).collect()
        }
        other => other.clone(),
    };
    members.iter().map(|(key, value)| (key.clone(), map_member(key, value))).collect()
}

/// Every schema of the document at its outermost place: components, parameters, bodies, headers.
pub fn root_schemas(root: &Value) -> Vec<(Pointer, &Value)> {
    let mut found = Vec::new();
    each_root_schema(root, &mut |at, schema| found.push((at.pointer(), schema)));
    found
}

fn each_root_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
    let components = component_section();
    for (name, schema) in component_schemas(root) {
        visit(&Place::Member(&Place::Start(&components), name), schema);
    }
    each_other_schema(root, visit);
}

/// Outside `components.schemas` a schema is whatever stands under the key `schema`, but for examples,
/// which hold data.
fn each_other_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
    for section in ["paths", "components"] {
        if let Some(value) = root.get(section) {
            let start = Pointer::root().join(section);
            schemas_under_key(value, &Place::Start(&start), visit);
        }
    }
}

fn schemas_under_key<'a>(
    value: &'a Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, &'a Value),
) {
    for (key, member) in members(Some(value)) {
        if !matches!(key, "schemas" | "example" | "examples") && !is_extension(key, member) {
            let at = Place::Member(at, key);
            match key {
                "schema" => visit(&at, member),
                _ => schemas_under_key(member, &at, visit),
            }
        }
    }
    for (index, item) in items(Some(value)) {
        schemas_under_key(item, &Place::Item(at, index), visit);
    }
}

/// Whether a member is a specification extension, rather than a part of the document whose name looks
/// like that of one: a parameter, header or response.
pub fn is_extension(key: &str, member: &Value) -> bool {
    let is_part = |keyword: &&str| member.get(*keyword).is_some();
    key.starts_with("x-") && !["$ref", "content", "schema"].iter().any(is_part)
}

/// Calls `rewrite` for every schema of the document, the outer ones first; what it puts inside of one
/// is visited, too.
pub fn each_schema_mut(root: &mut Value, rewrite: &mut dyn FnMut(&Place<'_>, &mut Value)) {
    fn walk(at: &Place<'_>, schema: &mut Value, rewrite: &mut dyn FnMut(&Place<'_>, &mut Value)) {
        rewrite(at, schema);
        each_subschema_mut(schema, &mut |step, inner| {
            walk(&Place::Inside(at, step), inner, rewrite);
        });
    }
    let components = component_section();
    for (name, schema) in component_schemas_mut(root).into_iter().flatten() {
        walk(&Place::Member(&Place::Start(&components), name), schema, rewrite);
    }
    let mut others = Vec::new();
    each_other_schema(root, &mut |at, _| others.push(at.pointer()));
    for place in others {
        if let Some(schema) = place.get_mut(root) {
            walk(&Place::Start(&place), schema, rewrite);
        }
    }
}

/// Calls `visit` for every schema of the document, the outer ones first.
pub fn each_schema<'a>(root: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
    fn walk<'a>(at: &Place<'_>, schema: &'a Value, visit: &mut dyn FnMut(&Place<'_>, &'a Value)) {
        visit(at, schema);
        each_subschema(schema, &mut |step, inner| walk(&Place::Inside(at, step), inner, visit));
    }
    each_root_schema(root, &mut |at, schema| walk(at, schema, visit));
}
