//! The gains that a contract may have.

use serde_json::{Value, json};

/// One kind of gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gain {
    /// An optional property, a scalar or an object of its own.
    Property,
    /// An inline property with an existing shape.
    Shape,
    /// A property that refers to an existing component.
    Reference,
    Value,
    /// An optional parameter, in any place and of any kind.
    Parameter,
    /// An optional body of an operation that has none.
    Body,
    /// Operations that send and answer components which are there already.
    Operation,
    /// A component, and the property that refers to it.
    Component,
}

pub const GAINS: [Gain; 8] = [
    Gain::Property,
    Gain::Shape,
    Gain::Reference,
    Gain::Value,
    Gain::Parameter,
    Gain::Body,
    Gain::Operation,
    Gain::Component,
];

/// A gain at some of its possible places.
#[derive(Debug, Clone)]
pub struct Growth {
    pub gain: Gain,
    /// The share of the places.
    pub share: f32,
    pub seed: u64,
    /// The components that may be referred to, if not all.
    pub refers_to: Option<Vec<String>>,
}

impl Growth {
    /// A document that has grown, and what it has gained.
    pub fn of(&self, document: &Value) -> (Value, Vec<String>) {
        let mut grown = Grown {
            growth: self,
            random: fastrand::Rng::with_seed(self.seed),
            shapes: shapes(document),
            components: self.components(document),
            gained: Vec::new(),
            document: document.clone(),
        };
        match self.gain {
            Gain::Parameter => grown.parameters(),
            Gain::Body => grown.bodies(),
            Gain::Operation => grown.operations(),
            _ => grown.schemas(),
        }
        (grown.document, grown.gained)
    }
}

impl Growth {
    /// The names of the components that may be referred to, as references write them.
    fn components(&self, document: &Value) -> Vec<String> {
        let schemas = document["components"]["schemas"].as_object();
        let names = schemas.into_iter().flatten().filter(|(name, schema)| {
            let may_be = self.refers_to.as_ref().is_none_or(|names| names.contains(name));
            may_be && schema.get("properties").is_some()
        });
        names.map(|(name, _)| name.replace('~', "~0").replace('/', "~1")).collect()
    }
}

pub struct Grown<'a> {
    pub growth: &'a Growth,
    pub random: fastrand::Rng,
    shapes: Vec<Value>,
    pub components: Vec<String>,
    pub gained: Vec<String>,
    pub document: Value,
}

impl Grown<'_> {
    pub fn is_chosen(&mut self) -> bool {
        self.random.f32() < self.growth.share
    }

    /// True for Swagger 2.0, which writes operations differently.
    pub fn is_swagger(&self) -> bool {
        self.document.get("openapi").is_none()
    }

    fn schemas(&mut self) {
        let mut places = Vec::new();
        each_schema(&self.document, &mut |at, _| places.push(at.to_owned()));
        for (index, at) in places.iter().enumerate() {
            if !self.is_chosen() {
                continue;
            }
            // Names that nothing else has: two properties of one name in parts of `allOf` are one.
            let name = format!("grown_{}_{index}", self.growth.seed % 1000);
            let property = self.property(&name);
            let Some(schema) = self.document.pointer_mut(at) else { continue };
            if self.growth.gain == Gain::Value {
                // Names in the order of the values are the document's to renew.
                let is_named = schema.get("x-enum-varnames").is_some();
                let values = schema.get_mut("enum").and_then(Value::as_array_mut);
                let is_text =
                    |values: &&mut Vec<Value>| values.first().is_some_and(Value::is_string);
                if let Some(values) = values.filter(is_text).filter(|_| !is_named) {
                    values.push(name.into());
                    self.gained.push(format!("a value of {at}"));
                }
                continue;
            }
            // An object without properties is a map, and would stop being one.
            let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
            if let (Some(properties), Some(property)) =
                (properties.filter(|all| !all.is_empty()), property)
            {
                properties.insert(name.clone(), property);
                self.gained.push(format!("{at}/properties/{name}"));
            }
        }
    }

    /// The schema of a new property.
    fn property(&mut self, name: &str) -> Option<Value> {
        let refer = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        Some(match self.growth.gain {
            Gain::Property if self.random.bool() => json!({ "type": "boolean" }),
            Gain::Property => {
                json!({ "type": "object", "properties": { "on": { "type": "boolean" } } })
            }
            Gain::Shape => self.random.choice(&self.shapes)?.clone(),
            Gain::Reference => refer(self.random.choice(&self.components)?),
            Gain::Component => {
                let component =
                    json!({ "type": "object", "properties": { "one": { "type": "string" } } });
                let name = format!("Component{name}").replace('_', "");
                self.document["components"]["schemas"][&name] = component;
                refer(&name)
            }
            _ => return None,
        })
    }

    fn operations(&mut self) {
        if self.is_swagger() {
            return;
        }
        for (index, name) in self.components.clone().into_iter().enumerate() {
            if !self.is_chosen() {
                continue;
            }
            let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
            let content = json!({ "application/json": { "schema": schema } });
            let id = format!("grown_{}_{index}", self.growth.seed % 1000);
            self.document["paths"][format!("/{id}")] = json!({
                "get": {
                    "operationId": format!("get_{id}"),
                    "responses": { "200": { "description": "", "content": content } },
                },
                "post": {
                    "operationId": format!("send_{id}"),
                    "requestBody": { "content": content },
                    "responses": { "204": { "description": "" } },
                },
            });
            self.gained.push(format!("operations of {name}"));
        }
    }
}

/// The inline objects and enums.
fn shapes(document: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    each_schema(document, &mut |at, schema| {
        let is_shape = schema.get("properties").is_some() || schema.get("enum").is_some();
        let is_in_place = !at.starts_with("/components/schemas/") || at.matches('/').count() > 3;
        if is_shape && is_in_place {
            found.push(schema.clone());
        }
    });
    found
}

/// Calls `visit` for every schema, with its pointer.
fn each_schema(document: &Value, visit: &mut dyn FnMut(&str, &Value)) {
    fn walk(value: &Value, at: &str, is_schema: bool, visit: &mut dyn FnMut(&str, &Value)) {
        if is_schema && value.is_object() {
            visit(at, value);
        }
        let escape = |name: &str| name.replace('~', "~0").replace('/', "~1");
        for (name, member) in value.as_object().into_iter().flatten() {
            let at = format!("{at}/{}", escape(name));
            match name.as_str() {
                "example" | "examples" | "default" | "enum" | "required" | "discriminator" => {}
                "properties" if is_schema => {
                    for (name, property) in member.as_object().into_iter().flatten() {
                        walk(property, &format!("{at}/{}", escape(name)), true, visit);
                    }
                }
                "allOf" | "oneOf" | "anyOf" => {
                    for (index, part) in member.as_array().into_iter().flatten().enumerate() {
                        walk(part, &format!("{at}/{index}"), true, visit);
                    }
                }
                "items" | "additionalProperties" if is_schema => walk(member, &at, true, visit),
                "schema" if !is_schema => walk(member, &at, true, visit),
                _ if !is_schema => walk(member, &at, at.starts_with("/components/schemas/"), visit),
                _ => {}
            }
        }
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            walk(item, &format!("{at}/{index}"), false, visit);
        }
    }
    walk(document, "", false, visit);
}
