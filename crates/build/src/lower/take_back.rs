//! Takes stand-ins back: what progenitor wrote gets the names that they replace, and is checked for them.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{Ident, parse_quote};

use super::stand_ins::StandIns;
use crate::names;
use crate::plan::{Plan, TypePlan};
use crate::source::problem::Problem;
use crate::syntax::{type_ident, wire_name};

/// Restores the names in progenitor's code, and checks them.
pub(super) fn take_back(
    stand_ins: &StandIns,
    file: &mut syn::File,
    plan: &Plan,
) -> Result<(), Problem> {
    if !stand_ins.types.is_empty() || !stand_ins.fields.is_empty() {
        TakeBack(stand_ins).visit_file_mut(file);
    }
    if !stand_ins.variants.is_empty() {
        TakeBackVariants { stand_ins, inside: None }.visit_file_mut(file);
    }
    check(file, plan)
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

/// The name that a stand-in replaces.
fn find<'a>(variants: &'a [(String, String)], stand_in: &str) -> Option<&'a (String, String)> {
    variants.get(stand_in.strip_prefix('V')?.parse::<usize>().ok()?)
}
