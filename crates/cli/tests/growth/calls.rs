//! What the calls of operations may gain.

use serde_json::{Value, json};

use super::grow::Grown;

const METHODS: [&str; 5] = ["delete", "get", "patch", "post", "put"];

impl Grown<'_> {
    /// The operations of the document, each as its path and method.
    fn all_operations(&self) -> Vec<(String, &'static str)> {
        let paths = self.document["paths"].as_object().into_iter().flatten();
        paths
            .flat_map(|(path, item)| {
                let has = |method: &&str| item.get(*method).is_some();
                METHODS.into_iter().filter(has).map(|method| (path.clone(), method))
            })
            .collect()
    }

    /// Optional parameters: of an operation, of its path, or shared as a component.
    pub fn parameters(&mut self) {
        // An upstream that refers to a place would renew the reference.
        let text = self.document.to_string();
        let mut places = text.split("/parameters/").skip(1);
        let has_places = places.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        for (index, (path, method)) in self.all_operations().into_iter().enumerate() {
            if !self.is_chosen() {
                continue;
            }
            // Before and after the others, whether by name or by place.
            let first = *self.random.choice(&["A", "a-", "m_", "z"]).unwrap_or(&"a");
            let name = format!("{first}Grown{}x{index}", self.growth.seed % 1000);
            let mut parameter = self.parameter(&name);
            // Names of their own, and those that others have elsewhere or would have in Rust.
            let known = self.document["paths"][&path][method]["parameters"].as_array();
            let known = known.into_iter().flatten().filter_map(|it| it["name"].as_str());
            let known: Vec<String> = known.map(str::to_owned).collect();
            if let (Some(other), 0) = (self.random.choice(&known), self.random.u8(..2)) {
                let alike = other.replace('_', "-").to_uppercase();
                if !known.contains(&alike) {
                    parameter["name"] = alike.into();
                }
            }
            let owner = match self.random.u8(..4) {
                0 if !self.is_swagger() => &mut self.document["paths"][&path],
                _ => &mut self.document["paths"][&path][method],
            };
            if owner.get("parameters").is_none() {
                owner["parameters"] = json!([]);
            }
            let Some(Value::Array(parameters)) = owner.get_mut("parameters") else { continue };
            let end = parameters.len();
            let at = if has_places { end } else { self.random.usize(..=end) };
            if self.growth.seed.is_multiple_of(3) && parameter.get("schema").is_some() {
                let shared = json!({ "$ref": format!("#/components/parameters/{name}") });
                parameters.insert(at, shared);
                self.document["components"]["parameters"][&name] = parameter;
            } else {
                parameters.insert(at, parameter);
            }
            self.gained.push(format!("a parameter {name} of {method} {path}"));
        }
    }

    fn parameter(&mut self, name: &str) -> Value {
        if self.is_swagger() {
            let place = if self.random.bool() { "query" } else { "header" };
            return json!({ "name": name, "in": place, "type": "string", "enum": ["new", "paid"] });
        }
        let (place, style) = match self.random.u8(..5) {
            0 => ("header", "simple"),
            1 => ("cookie", "form"),
            2 => ("query", "deepObject"),
            3 => ("query", "pipeDelimited"),
            _ => ("query", "form"),
        };
        let object = json!({ "type": "object", "properties": { "on": { "type": "boolean" } } });
        let list = json!({ "type": "array", "items": { "type": "string", "enum": ["a", "b"] } });
        let component = self.random.choice(&self.components).cloned();
        let schema = match (style, self.random.u8(..7)) {
            ("deepObject", _) => object,
            ("pipeDelimited", _) => list,
            (_, 0) => json!({ "type": "string", "enum": ["new", "paid"] }),
            (_, 1) => json!({ "type": "string", "minLength": 2 }),
            (_, 2) => json!({ "type": "string", "format": "date-time" }),
            (_, 3) => json!({ "type": "integer", "default": 5 }),
            (_, 4) if place != "cookie" => list,
            (_, 5) if place == "query" && component.is_some() => {
                let name = component.unwrap_or_default();
                let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
                let content = json!({ "application/json": { "schema": schema } });
                return json!({ "name": name, "in": place, "content": content });
            }
            _ => json!({ "type": "string" }),
        };
        json!({ "name": name, "in": place, "style": style, "schema": schema })
    }

    /// Optional bodies, of any kind.
    pub fn bodies(&mut self) {
        if self.is_swagger() {
            return;
        }
        for (path, method) in self.all_operations() {
            let is_free = self.document["paths"][&path][method].get("requestBody").is_none();
            if !self.is_chosen() || !is_free || matches!(method, "get" | "delete") {
                continue;
            }
            let component = self.random.choice(&self.components).cloned();
            let (media_type, schema) = match (self.random.u8(..5), component) {
                (0, _) => ("text/plain", json!({ "type": "string" })),
                (1, _) => ("application/octet-stream", json!({})),
                (2, Some(name)) => {
                    let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
                    ("application/json", schema)
                }
                (3, _) => (
                    "application/x-www-form-urlencoded",
                    json!({ "type": "object", "properties": { "one": { "type": "string" } } }),
                ),
                _ => (
                    "application/json",
                    json!({ "type": "object", "properties": { "one": { "type": "string" } } }),
                ),
            };
            let content = json!({ media_type: { "schema": schema } });
            self.document["paths"][&path][method]["requestBody"] = json!({ "content": content });
            self.gained.push(format!("a body of {method} {path}"));
        }
    }
}
