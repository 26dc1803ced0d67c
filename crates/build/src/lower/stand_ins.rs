//! Stand-ins: names that progenitor keeps, for names that it would change or fail on.
//!
//! progenitor recases every name, so different names could become the same. A name that it would change is
//! replaced by a stand-in before lowering, and restored afterwards. A stand-in depends only on its name.

use std::collections::{HashMap, HashSet};

use heck::{ToPascalCase, ToSnakeCase};
use proc_macro2::Span;
use serde_json::{Map, Value};
use syn::visit_mut::{self, VisitMut};
use syn::{Ident, parse_quote};

use crate::names;
use crate::openapi::{self, schemas};
use crate::plan::{Plan, TypePlan};
use crate::source::problem::Problem;
use crate::syntax::{type_ident, wire_name};

/// The stand-ins of a document, and the names that they replace.
#[derive(Debug, Default)]
pub(super) struct StandIns {
    /// Types, by their Rust names.
    types: HashMap<String, String>,
    /// The stand-ins of types, by their Rust names.
    real_types: HashMap<String, String>,
    /// Fields by their stand-ins: the name in Rust, and that in JSON.
    fields: HashMap<String, (String, String)>,
    /// Enums by their Rust names: the names and values of their variants, in their order.
    variants: HashMap<String, Vec<(String, String)>>,
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

    /// Restores the names in progenitor's code, and checks them.
    pub(super) fn take_back(&self, file: &mut syn::File, plan: &Plan) -> Result<(), Problem> {
        if !self.types.is_empty() || !self.fields.is_empty() {
            TakeBack(self).visit_file_mut(file);
        }
        if !self.variants.is_empty() {
            TakeBackVariants { stand_ins: self, inside: None }.visit_file_mut(file);
        }
        check(file, plan)
    }
}

/// Checks that every type and field has its planned name, by which the passes find it.
fn check(file: &syn::File, plan: &Plan) -> Result<(), Problem> {
    let otherwise = |what: String| Problem::Lowering(format!("{what} got another name"));
    let types = file.items.iter().find_map(|item| match item {
        syn::Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    });
    let mut found = HashSet::new();
    for item in types.into_iter().flat_map(|(_, items)| items) {
        match item {
            syn::Item::Enum(item) => {
                let name = item.ident.to_string();
                for variant in item.variants.iter().filter(|variant| variant.fields.is_empty()) {
                    let value = wire_name(&variant.attrs, &variant.ident);
                    let Some(plan) = plan.type_named(&name) else { continue };
                    if plan.variants.get(&value).is_none_or(|known| variant.ident != known) {
                        return Err(otherwise(format!("the value `{value}` of `{name}`")));
                    }
                }
                found.insert(name);
            }
            syn::Item::Struct(item) => {
                let name = item.ident.to_string();
                for field in &item.fields {
                    let (Some(ident), Some(fact)) = (&field.ident, plan.type_named(&name)) else {
                        continue;
                    };
                    let wire = wire_name(&field.attrs, ident);
                    if fact.fields.get(&wire).is_none_or(|fact| *ident != fact.rust_name) {
                        return Err(otherwise(format!("the field `{wire}` of `{name}`")));
                    }
                }
                found.insert(name);
            }
            _ => {}
        }
    }
    let is_lost = |name: &str, fact: &TypePlan| {
        let is_empty = fact.fields.is_empty() && fact.variants.is_empty();
        !is_empty && !found.contains(name)
    };
    match plan.types().find(|(name, fact)| is_lost(name, fact)) {
        Some((name, _)) => Err(otherwise(format!("the type `{name}`"))),
        None => Ok(()),
    }
}

/// Restores the names of types and fields wherever they occur.
struct TakeBack<'a>(&'a StandIns);

impl VisitMut for TakeBack<'_> {
    fn visit_ident_mut(&mut self, ident: &mut Ident) {
        let text = ident.to_string();
        let real = self.0.real_types.get(&text);
        let real = real.or_else(|| self.0.fields.get(&text).map(|(rust_name, _)| rust_name));
        if let Some(real) = real {
            *ident = Ident::new(real, Span::call_site());
        }
    }

    fn visit_item_struct_mut(&mut self, item: &mut syn::ItemStruct) {
        let is_concerned = |field: &syn::Field| {
            field.ident.as_ref().is_some_and(|ident| self.0.fields.contains_key(&ident.to_string()))
        };
        let is_out_of_order = item.fields.iter().any(is_concerned);
        visit_mut::visit_item_struct_mut(self, item);
        let has_case = |field: &syn::Field| {
            field.ident.as_ref().is_some_and(|ident| !names::is_snake_case(&ident.to_string()))
        };
        if item.fields.iter().any(has_case) {
            item.attrs.push(parse_quote!(#[allow(non_snake_case)]));
        }
        if let (syn::Fields::Named(fields), true) = (&mut item.fields, is_out_of_order) {
            let mut named: Vec<_> = std::mem::take(&mut fields.named).into_iter().collect();
            named.sort_by_cached_key(|field| {
                field.ident.as_ref().map(|ident| wire_name(&field.attrs, ident))
            });
            fields.named = named.into_iter().collect();
        }
        allow_case(&item.ident, &mut item.attrs);
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        visit_mut::visit_item_enum_mut(self, item);
        allow_case(&item.ident, &mut item.attrs);
    }

    fn visit_field_mut(&mut self, field: &mut syn::Field) {
        let stand_in = field.ident.as_ref().map(Ident::to_string).unwrap_or_default();
        if let Some((_, wire)) = self.0.fields.get(&stand_in) {
            field.attrs.push(parse_quote!(#[serde(rename = #wire)]));
        }
        visit_mut::visit_field_mut(self, field);
    }

    fn visit_lit_str_mut(&mut self, text: &mut syn::LitStr) {
        let value = text.value();
        let quoted = value.trim().strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
        if let Some(real) = quoted.and_then(|name| self.0.real_types.get(name)) {
            *text = syn::LitStr::new(&format!("`{real}`"), Span::call_site());
        }
    }
}

/// Allows names that keep the document's spelling.
fn allow_case(ident: &Ident, attributes: &mut Vec<syn::Attribute>) {
    if !names::is_pascal_case(&ident.to_string()) {
        attributes.push(parse_quote!(#[allow(non_camel_case_types)]));
    }
}

/// Restores the names of variants: in their enum, in its impls, and in paths to them.
struct TakeBackVariants<'a> {
    stand_ins: &'a StandIns,
    /// The enum that is being visited.
    inside: Option<&'a Vec<(String, String)>>,
}

impl<'a> TakeBackVariants<'a> {
    fn of(&self, ident: Option<&Ident>) -> Option<&'a Vec<(String, String)>> {
        self.stand_ins.variants.get(&ident?.to_string())
    }
}

impl VisitMut for TakeBackVariants<'_> {
    fn visit_item_impl_mut(&mut self, block: &mut syn::ItemImpl) {
        self.inside = self.of(type_ident(&block.self_ty));
        visit_mut::visit_item_impl_mut(self, block);
        self.inside = None;
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        let Some(variants) = self.of(Some(&item.ident)) else { return };
        if variants.iter().any(|(name, _)| !names::is_pascal_case(name)) {
            item.attrs.push(parse_quote!(#[allow(non_camel_case_types)]));
        }
        for (variant, (name, value)) in item.variants.iter_mut().zip(variants) {
            variant.ident = Ident::new(name, Span::call_site());
            variant.attrs = vec![parse_quote!(#[serde(rename = #value)])];
        }
    }

    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        let mut last = path.segments.iter_mut().rev();
        let (Some(variant), Some(owner)) = (last.next(), last.next()) else { return };
        let variants = match owner.ident == "Self" {
            true => self.inside,
            false => self.of(Some(&owner.ident)),
        };
        if let Some((name, _)) = variants.and_then(|all| find(all, &variant.ident.to_string())) {
            variant.ident = Ident::new(name, Span::call_site());
        }
    }

    fn visit_lit_str_mut(&mut self, text: &mut syn::LitStr) {
        if let Some((_, value)) = self.inside.and_then(|all| find(all, &text.value())) {
            *text = syn::LitStr::new(value, Span::call_site());
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

/// The name that a stand-in replaces.
fn find<'a>(variants: &'a [(String, String)], stand_in: &str) -> Option<&'a (String, String)> {
    variants.get(stand_in.strip_prefix('V')?.parse::<usize>().ok()?)
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
