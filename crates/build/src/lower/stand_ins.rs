//! Stand-ins: names that progenitor keeps, for names that it would change or fail on.
//!
//! progenitor recases every name, so different names could become the same. A name that it would change is
//! replaced by a stand-in before lowering, and restored afterwards. A stand-in depends only on its name.

use std::collections::HashMap;

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::{Map, Value};

use crate::names;
use crate::openapi::{self, schemas};
use crate::plan::{Plan, TypePlan};

/// The stand-ins of a document, and the names that they replace.
#[derive(Debug, Default)]
pub(super) struct StandIns {
    /// Types, by their Rust names.
    pub(super) types: HashMap<String, String>,
    /// The stand-ins of types, by their Rust names.
    pub(super) real_types: HashMap<String, String>,
    /// Fields by their stand-ins: the name in Rust, and that in JSON.
    pub(super) fields: HashMap<String, (String, String)>,
    /// Enums by their Rust names: the names and values of their variants, in their order.
    pub(super) variants: HashMap<String, Vec<(String, String)>>,
}

impl StandIns {
    /// Puts stand-ins into a document.
    pub(super) fn put(root: &mut Value, plan: &Plan) -> Self {
        let mut stand_ins = Self::default();
        for (name, _) in plan.types().filter(|(name, _)| !is_left_alone(name, pascal_case)) {
            let stand_in = type_stand_in(name);
            stand_ins.types.insert(name.to_owned(), stand_in.clone());
            stand_ins.real_types.insert(stand_in, name.to_owned());
        }
        if let Some(schemas) = openapi::component_schemas_mut(root) {
            for (name, schema) in schemas.iter_mut() {
                let (Value::Object(members), Some(fact)) = (schema, plan.type_named(name)) else {
                    continue;
                };
                stand_ins.put_fields(name, members, fact);
                stand_ins.put_variants(name, members, fact);
            }
            for (name, stand_in) in &stand_ins.types {
                if let Some(schema) = schemas.remove(name) {
                    schemas.insert(stand_in.clone(), schema);
                }
            }
        }
        if !stand_ins.types.is_empty() {
            schemas::each_schema_mut(root, &mut |_, schema| stand_ins.put_reference(schema));
        }
        stand_ins.put_methods(root);
        stand_ins
    }

    /// The Rust name of a type, by its name in the document with stand-ins.
    pub(super) fn real_type<'a>(&'a self, name: &'a str) -> &'a str {
        self.real_types.get(name).map_or(name, String::as_str)
    }

    fn put_reference(&self, schema: &mut Value) {
        let target = openapi::reference(schema).and_then(openapi::schema_component);
        let Some(stand_in) = target.and_then(|name| self.types.get(name)) else { return };
        let reference = openapi::component_reference(stand_in);
        if let Value::Object(members) = schema {
            members.insert("$ref".to_owned(), reference.into());
        }
    }

    fn put_fields(&mut self, owner: &str, members: &mut Map<String, Value>, fact: &TypePlan) {
        let mut renamed: HashMap<&str, String> = HashMap::new();
        for (wire, field) in &fact.fields {
            if field.rust_name != progenitor_name(wire, snake_case, "x") {
                let stand_in = format!("stand_in_{}", hex(&format!("{owner}.{wire}")));
                let names = (field.rust_name.clone(), wire.clone());
                self.fields.insert(stand_in.clone(), names);
                renamed.insert(wire, stand_in);
            }
        }
        if renamed.is_empty() {
            return;
        }
        let rename = |wire: &str| renamed.get(wire).cloned().unwrap_or_else(|| wire.to_owned());
        if let Some(Value::Object(properties)) = members.get_mut("properties") {
            let named = std::mem::take(properties);
            properties.extend(named.into_iter().map(|(wire, schema)| (rename(&wire), schema)));
        }
        if let Some(Value::Array(required)) = members.get_mut("required") {
            for name in required {
                *name = name.as_str().map(rename).into();
            }
        }
    }

    fn put_variants(&mut self, owner: &str, members: &mut Map<String, Value>, fact: &TypePlan) {
        let name_of = |value: &Value| {
            let value = value.as_str()?;
            Some((fact.variants.get(value)?.clone(), value.to_owned()))
        };
        let Some(Value::Array(values)) = members.get_mut("enum") else { return };
        let Some(variants) = values.iter().map(name_of).collect::<Option<Vec<_>>>() else { return };
        if variants.iter().all(|(name, value)| *name == progenitor_name(value, pascal_case, "X")) {
            return;
        }
        *values = (0..variants.len()).map(|index| Value::from(variant(index))).collect();
        if let Some(default) = members.get_mut("default") {
            let index = variants.iter().position(|(_, value)| *default == value.as_str());
            if let Some(index) = index {
                *default = variant(index).into();
            }
        }
        self.variants.insert(owner.to_owned(), variants);
    }

    /// Gives methods their final names: progenitor would put another letter before a digit.
    fn put_methods(&mut self, root: &mut Value) {
        for operation in openapi::places_of_operations(root) {
            let place = operation.join("operationId");
            if let Some(Value::String(id)) = place.get_mut(root) {
                *id = names::field_name(id);
            }
        }
    }
}

/// The stand-in of a type; it sorts where the type's own name would.
fn type_stand_in(name: &str) -> String {
    let plain = format!("StandIn{}", hex(name));
    let beside = format!("{}{plain}", pascal_case(name));
    if is_left_alone(&beside, pascal_case) { beside } else { plain }
}

/// The stand-in of a variant.
fn variant(index: usize) -> String {
    format!("V{index}")
}

fn pascal_case(text: &str) -> String {
    text.to_pascal_case()
}

fn snake_case(text: &str) -> String {
    text.to_snake_case()
}

/// True if progenitor keeps a name unchanged.
fn is_left_alone(name: &str, recase: fn(&str) -> String) -> bool {
    progenitor_name(name, recase, "X") == name
}

/// The name that progenitor makes of a text.
fn progenitor_name(text: &str, recase: fn(&str) -> String, prefix: &str) -> String {
    let spaced: String = match text {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => {
            let apostrophes_gone = text.chars().filter(|c| *c != '\'');
            let or_dash = |c| if names::can_continue(c) { c } else { '-' };
            recase(&apostrophes_gone.map(or_dash).collect::<String>())
        }
    };
    let name = match spaced.chars().next() {
        Some(first) if names::can_start(first) => spaced,
        _ => format!("{prefix}{spaced}"),
    };
    if names::is_identifier(&name) { name } else { format!("{name}_") }
}

/// A text encoded in letters and digits that recasing does not change.
fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}
