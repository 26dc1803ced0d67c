//! A second reader of the contract, so that the tests do not ask the crate what to expect of it.
//!
//! It reads the fragment and, of the overlay, only the documented deviations, what is indispensable
//! and what is sensitive. It shares no code with the generator or with the tolerant reader.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat};
use serde_json::{Map, Value, json};
use serde_json_path::JsonPath;

/// The answer to a cancel.
pub const SESSION: &str =
    "/paths/~1sessions~1{session_id}~1cancel/post/responses/200/content/application~1json/schema";
/// The answer to a request for a token.
pub const TOKEN: &str =
    "/paths/~1accounts~1{oid}~1auth~1token/post/responses/200/content/application~1json/schema";
/// The body of a refusal.
pub const ERROR: &str = "/components/schemas/Error";

/// The members of an overlay's update that change what an answer may be or what is hidden of it. A
/// `$ref` is not among them: which rule a `SCARule` is follows from its discriminator.
const TAKEN: [&str; 3] = ["type", "x-rust-required", "x-sensitive"];

/// The fragment with the documented deviations.
pub struct Contract(Value);

/// The values that a place of an answer may have.
pub struct Node {
    pub kind: Kind,
    /// Pointers to the schemas that hold here.
    schemas: Vec<String>,
    /// The values of an `enum` of others than strings, by pointer: more than these are read.
    documented: Vec<(String, Value)>,
}

pub enum Kind {
    Any,
    Boolean,
    Integer,
    Number,
    String,
    DateTime,
    Enum { at: String, values: Vec<String> },
    OneOf(Vec<Node>),
    List(Box<Node>),
    Map(Box<Node>),
    Object(BTreeMap<String, Property>),
}

pub struct Property {
    pub node: Node,
    pub is_required: bool,
    /// Without it the object that contains it is lost.
    pub is_indispensable: bool,
    pub is_sensitive: bool,
}

impl Contract {
    pub fn load() -> Self {
        Self::of(yaml("spec/sessions-cancel.yaml"))
    }

    /// A fragment, with what the overlay says of it.
    pub fn of(mut fragment: Value) -> Self {
        for action in items(&yaml("spec/overlay.yaml")["actions"]) {
            apply(&mut fragment, action);
        }
        Self(fragment)
    }

    /// What the schema at a pointer says.
    pub fn node(&self, pointer: &str) -> Node {
        self.merged(&[pointer.to_owned()])
    }

    /// Every schema and every value of an enum that an answer of this schema can show, by pointer:
    /// found without merging anything, to hold the merging against.
    pub fn reachable(&self, pointer: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.collect(pointer, &mut found);
        found
    }

    fn collect(&self, pointer: &str, found: &mut BTreeSet<String>) {
        if !found.insert(pointer.to_owned()) {
            return;
        }
        let schema = self.schema(pointer);
        let mapped = schema["discriminator"]["mapping"].as_object();
        let referred = mapped.into_iter().flat_map(Map::values).chain(schema.get("$ref"));
        for target in referred.filter_map(Value::as_str) {
            self.collect(target.trim_start_matches('#'), found);
        }
        for list in ["allOf", "oneOf", "anyOf", "enum"] {
            for (index, item) in items(&schema[list]).iter().enumerate() {
                // Other values than strings are those of their type.
                if list != "enum" || item.is_string() {
                    self.collect(&format!("{pointer}/{list}/{index}"), found);
                }
            }
        }
        for inner in ["items", "additionalProperties"] {
            if schema.get(inner).is_some() {
                self.collect(&format!("{pointer}/{inner}"), found);
            }
        }
        for name in schema["properties"].as_object().into_iter().flat_map(Map::keys) {
            self.collect(&property(pointer, name), found);
        }
    }

    fn schema(&self, pointer: &str) -> &Value {
        self.0.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"))
    }

    /// What several schemas say that hold at once.
    fn merged(&self, pointers: &[String]) -> Node {
        let mut schemas = Vec::new();
        for pointer in pointers {
            self.take_apart(pointer, false, &mut schemas);
        }
        Node { kind: self.kind(&schemas), documented: self.documented(&schemas), schemas }
    }

    /// Follows `$ref` and takes `allOf` apart. A reference to a schema with a discriminator means the
    /// only schema that this maps to, except where that schema itself refers to its base.
    fn take_apart(&self, pointer: &str, is_base: bool, schemas: &mut Vec<String>) {
        let schema = self.schema(pointer);
        if let Some(target) = schema["$ref"].as_str() {
            let mapping = &self.schema(target.trim_start_matches('#'))["discriminator"]["mapping"];
            let mapped = mapping.as_object().filter(|mapping| mapping.len() == 1 && !is_base);
            let mapped = mapped.and_then(|mapping| mapping.values().next()?.as_str());
            self.take_apart(mapped.unwrap_or(target).trim_start_matches('#'), false, schemas);
        }
        for index in 0..items(&schema["allOf"]).len() {
            self.take_apart(&format!("{pointer}/allOf/{index}"), true, schemas);
        }
        schemas.push(pointer.to_owned());
    }

    fn kind(&self, schemas: &[String]) -> Kind {
        let first = |key: &str| {
            schemas.iter().find_map(|at| Some((format!("{at}/{key}"), self.schema(at).get(key)?)))
        };
        let properties = self.properties(schemas);
        if let Some((at, values)) =
            first("enum").filter(|(_, values)| strings(values).next().is_some())
        {
            return Kind::Enum { at, values: strings(values).map(str::to_owned).collect() };
        }
        if let Some((at, variants)) = first("oneOf").or_else(|| first("anyOf")) {
            let variants = 0..items(variants).len();
            return Kind::OneOf(
                variants.map(|index| self.node(&format!("{at}/{index}"))).collect(),
            );
        }
        if !properties.is_empty() {
            return Kind::Object(properties);
        }
        let format = first("format").and_then(|(_, format)| format.as_str());
        // OpenAPI 3.1 has a list of types, one of which may be that of null.
        let names = first("type").map_or_else(Vec::new, |(_, names)| match names.as_str() {
            Some(name) => vec![name],
            None => strings(names).filter(|name| *name != "null").collect(),
        });
        if names.len() > 1 {
            return Kind::Any;
        }
        match names.first().copied() {
            Some("array") => Kind::List(Box::new(self.merged(&self.having(schemas, "items")))),
            Some("object") => {
                let values = self.having(schemas, "additionalProperties");
                Kind::Map(Box::new(self.merged(&values)))
            }
            Some("string") if format == Some("date-time") => Kind::DateTime,
            Some("string") => Kind::String,
            Some("boolean") => Kind::Boolean,
            Some("integer") => Kind::Integer,
            Some("number") => Kind::Number,
            Some(other) => panic!("{schemas:?}: type {other}"),
            None => Kind::Any,
        }
    }

    fn documented(&self, schemas: &[String]) -> Vec<(String, Value)> {
        let values = schemas.iter().flat_map(|at| {
            let values = items(&self.schema(at)["enum"]).iter().enumerate();
            values.map(move |(index, value)| (format!("{at}/enum/{index}"), value.clone()))
        });
        values.filter(|(_, value)| !value.is_string()).collect()
    }

    fn having(&self, schemas: &[String], key: &str) -> Vec<String> {
        let having = schemas.iter().filter(|at| self.schema(at).get(key).is_some());
        having.map(|at| format!("{at}/{key}")).collect()
    }

    /// The properties of several schemas together; what several of them declare is merged.
    fn properties(&self, schemas: &[String]) -> BTreeMap<String, Property> {
        let mut declared: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for at in schemas {
            for name in self.schema(at)["properties"].as_object().into_iter().flat_map(Map::keys) {
                declared.entry(name).or_default().push(property(at, name));
            }
        }
        let lists = |key: &str, name: &str| {
            schemas.iter().any(|at| strings(&self.schema(at)[key]).any(|listed| listed == name))
        };
        let property = |(name, pointers): (&str, Vec<String>)| {
            let property = Property {
                is_required: lists("required", name),
                is_indispensable: lists("x-rust-required", name),
                is_sensitive: pointers.iter().any(|at| self.schema(at)["x-sensitive"] == true),
                node: self.merged(&pointers),
            };
            (name.to_owned(), property)
        };
        declared.into_iter().map(property).collect()
    }
}

fn yaml(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn items(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    items(list).iter().filter_map(Value::as_str)
}

fn property(pointer: &str, name: &str) -> String {
    format!("{pointer}/properties/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The places that an action is about; the last one first, so that removing an item of a list moves
/// none that is still to go.
fn targets(fragment: &Value, action: &Value) -> Vec<String> {
    let target = JsonPath::parse(action["target"].as_str().unwrap()).unwrap();
    let located = target.query_located(fragment);
    let mut pointers: Vec<String> =
        located.locations().map(|location| location.to_json_pointer()).collect();
    pointers.reverse();
    pointers
}

/// Applies an action of the overlay, as far as it matters here.
fn apply(fragment: &mut Value, action: &Value) {
    for pointer in &targets(fragment, action) {
        if action["remove"] == true {
            remove(fragment, pointer);
        }
        for (name, value) in action["update"].as_object().into_iter().flatten() {
            if TAKEN.contains(&name.as_str()) {
                fragment.pointer_mut(pointer).unwrap()[name] = value.clone();
            }
        }
    }
}

fn remove(fragment: &mut Value, pointer: &str) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match fragment.pointer_mut(parent).unwrap() {
        Value::Array(items) => drop(items.remove(last.parse().unwrap())),
        Value::Object(members) => drop(members.remove(last).unwrap()),
        _ => panic!("{pointer} is neither a member nor an item"),
    }
}

impl Node {
    /// Whether a value is of the type that stands here; what is inside it is not looked at.
    pub fn accepts(&self, value: &Value) -> bool {
        match &self.kind {
            Kind::Any => true,
            Kind::Boolean => value.is_boolean(),
            Kind::Integer => value.is_i64(),
            Kind::Number => value.is_number(),
            Kind::String | Kind::Enum { .. } => value.is_string(),
            Kind::DateTime => value.as_str().is_some_and(|text| instant(text).is_some()),
            Kind::OneOf(variants) => variants.iter().any(|variant| variant.accepts(value)),
            Kind::List(_) => value.is_array(),
            Kind::Map(_) | Kind::Object(_) => value.is_object(),
        }
    }

    /// The variant of a `oneOf` that a value is; any other node is its own.
    pub fn variant(&self, value: &Value) -> &Node {
        match &self.kind {
            Kind::OneOf(variants) => {
                variants.iter().find(|variant| variant.accepts(value)).unwrap_or(self)
            }
            _ => self,
        }
    }

    /// The pointers that [`Contract::reachable`] would list for a value at this place.
    pub fn shown_by(&self, value: &Value) -> Vec<String> {
        let mut shown = self.schemas.clone();
        let documented = self.documented.iter().filter(|(_, known)| known == value);
        shown.extend(documented.map(|(at, _)| at.clone()));
        shown.extend_from_slice(&self.variant(value).schemas);
        if let Kind::Enum { at, values } = &self.kind {
            let index = values.iter().position(|known| value == known);
            shown.extend(index.map(|index| format!("{at}/{index}")));
        }
        shown
    }

    /// A value in the form in which two that mean the same are equal: null is absent, a number is a
    /// number, a date-time is an instant.
    pub fn normalised(&self, value: &Value) -> Value {
        match (&self.kind, value) {
            (Kind::DateTime, Value::String(text)) => {
                instant(text).map_or_else(|| value.clone(), Value::from)
            }
            (Kind::List(item), Value::Array(items)) => {
                items.iter().map(|value| item.normalised(value)).collect()
            }
            (Kind::Map(_) | Kind::Object(_), Value::Object(members)) => {
                let present = members.iter().filter(|(_, value)| !value.is_null());
                let members = present.map(|(name, value)| {
                    let inner = self.member(name);
                    (
                        name.clone(),
                        inner.map_or_else(|| value.clone(), |node| node.normalised(value)),
                    )
                });
                Value::Object(members.collect())
            }
            (_, Value::Number(number)) => plain_number(number),
            _ => value.clone(),
        }
    }

    fn member(&self, name: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Map(value) => Some(value),
            Kind::Object(properties) => properties.get(name).map(|property| &property.node),
            _ => None,
        }
    }

    /// A document that fills every property. Where there is a choice, the `turn` decides.
    pub fn document(&self, turn: usize) -> Value {
        Filler { turn, count: 0, is_in_list: false }.value(self)
    }

    /// Every place of a document, from the outermost to the innermost.
    pub fn places<'a>(&'a self, document: &'a Value) -> Vec<Place<'a>> {
        let mut places = Vec::new();
        let root =
            Place { path: vec![], loss: vec![], role: Role::Root, node: self, value: document };
        root.add_to(&mut places);
        places
    }
}

fn instant(text: &str) -> Option<String> {
    let instant = DateTime::parse_from_rfc3339(text).ok()?;
    Some(instant.to_utc().to_rfc3339_opts(SecondsFormat::Nanos, true))
}

/// `100.0` and `100` are one number.
fn plain_number(number: &serde_json::Number) -> Value {
    let value = number.as_f64().unwrap();
    if value.fract() == 0.0 && value.abs() < 1e15 { json!(value as i64) } else { json!(number) }
}

/// Fills a document with distinct texts and numbers, so that a swap is noticed.
struct Filler {
    turn: usize,
    count: usize,
    is_in_list: bool,
}

impl Filler {
    fn value(&mut self, node: &Node) -> Value {
        self.count += 1;
        if !node.documented.is_empty() {
            return node.documented[self.turn % node.documented.len()].1.clone();
        }
        match &node.kind {
            Kind::Any | Kind::String => json!(format!("text {} æ", self.count)),
            Kind::Boolean => json!((self.count + self.turn).is_multiple_of(2)),
            Kind::Integer => json!(self.count),
            Kind::Number => json!(self.count as f64 + 0.25),
            Kind::DateTime => json!(self.date_time()),
            Kind::Enum { values, .. } => json!(values[self.turn % values.len()]),
            Kind::OneOf(variants) => self.value(&variants[self.turn % variants.len()]),
            Kind::List(item) => self.list(item),
            Kind::Map(value) => {
                let names = ["plain", "with:two-signs"];
                names.iter().map(|name| ((*name).to_owned(), self.value(value))).collect()
            }
            Kind::Object(properties) => {
                let names = properties.iter();
                names.map(|(name, property)| (name.clone(), self.value(&property.node))).collect()
            }
        }
    }

    /// Two items, so that one that is lost has a sound neighbour; one inside another list, for the
    /// size of it.
    fn list(&mut self, item: &Node) -> Value {
        let was_in_list = std::mem::replace(&mut self.is_in_list, true);
        let length = if was_in_list { 1 } else { 2 };
        let items = (0..length).map(|_| self.value(item)).collect();
        self.is_in_list = was_in_list;
        items
    }

    fn date_time(&self) -> String {
        let (fraction, offset) =
            [("", "Z"), (".5", "+02:00"), (".123456789", "-03:30")][self.count % 3];
        let (minute, second) = (self.count / 60 % 60, self.count % 60);
        format!("2026-04-19T23:{minute:02}:{second:02}{fraction}{offset}")
    }
}

pub type Path = Vec<Step>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Name(String),
    Index(usize),
}

/// A place of a document, and what the contract says of it.
pub struct Place<'a> {
    pub path: Path,
    /// What is missing where the value here cannot be read: the nearest thing around it that may be.
    pub loss: Path,
    pub role: Role<'a>,
    pub node: &'a Node,
    pub value: &'a Value,
}

#[derive(Clone, Copy)]
pub enum Role<'a> {
    Root,
    Property(&'a Property),
    Item,
    /// A value of a map with any keys.
    Entry,
}

impl<'a> Place<'a> {
    fn add_to(self, places: &mut Vec<Self>) {
        let inner: Vec<Self> = match (&self.node.kind, self.value) {
            (Kind::List(item), Value::Array(items)) => {
                let items = items.iter().enumerate();
                items
                    .map(|(at, value)| self.inner(Step::Index(at), Role::Item, item, value))
                    .collect()
            }
            (Kind::Map(node), Value::Object(members)) => {
                let members = members.iter();
                members
                    .map(|(name, value)| self.inner(named(name), Role::Entry, node, value))
                    .collect()
            }
            (Kind::Object(properties), Value::Object(members)) => {
                let known = members.iter().filter_map(|(name, value)| {
                    let property = properties.get(name)?;
                    Some(self.inner(named(name), Role::Property(property), &property.node, value))
                });
                known.collect()
            }
            _ => Vec::new(),
        };
        places.push(self);
        for place in inner {
            place.add_to(places);
        }
    }

    fn inner(&self, step: Step, role: Role<'a>, node: &'a Node, value: &'a Value) -> Self {
        let path = joined(&self.path, step);
        let costs_what_is_around = match role {
            Role::Property(property) => property.is_indispensable,
            Role::Item => true,
            Role::Root | Role::Entry => false,
        };
        let loss = if costs_what_is_around { self.loss.clone() } else { path.clone() };
        Self { path, loss, role, node, value }
    }
}

pub fn named(name: &str) -> Step {
    Step::Name(name.to_owned())
}

pub fn joined(path: &[Step], step: Step) -> Path {
    [path, &[step]].concat()
}

/// A path as JSONPath writes it.
pub fn json_path(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Index(index) => format!("[{index}]"),
        Step::Name(name) if name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric()) => {
            format!(".{name}")
        }
        Step::Name(name) => {
            let quoted = name.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\u000a");
            format!("['{quoted}']")
        }
    };
    path.iter().map(step).fold("$".to_owned(), |path, step| path + &step)
}

/// Puts a value at a path, or takes away what is there.
pub fn put(document: &mut Value, path: &[Step], value: Option<Value>) {
    let (last, around) = path.split_last().unwrap();
    let around = around.iter().try_fold(document, |value, step| match step {
        Step::Name(name) => value.get_mut(name),
        Step::Index(index) => value.get_mut(index),
    });
    match (around, last, value) {
        (Some(Value::Object(members)), Step::Name(name), Some(value)) => {
            members.insert(name.clone(), value);
        }
        (Some(Value::Object(members)), Step::Name(name), None) => {
            members.remove(name);
        }
        (Some(Value::Array(items)), Step::Index(index), Some(value)) => items[*index] = value,
        _ => panic!("{} cannot be put or taken away", json_path(path)),
    }
}
