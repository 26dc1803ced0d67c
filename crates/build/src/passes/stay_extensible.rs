//! Lets types grow: `#[non_exhaustive]`, and `Default` or `new` for structs, so that a field or value that the
//! contract gains does not break users.
//!
//! A received struct that cannot do without an enum has no `Default`, since no value of the enum is one.
//!
//! Precondition: types as progenitor writes them, and fields of the form `Option<T>` for optional members. No
//! document describes these properties of the Rust API.

use std::collections::BTreeMap;

use quote::quote;
use syn::{Expr, Fields, FnArg, Ident, Item, ItemEnum, ItemStruct, Type, parse_quote};

use crate::names;
use crate::normalise::Normalised;
use crate::runtime::BLANK;
use crate::syntax::{
    Unexpected, argument_of, derives, doc_attribute, named_struct, set_derives, type_ident, types,
};

/// Clippy's limit for a function.
const MOST_ARGUMENTS: usize = 7;

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let plan = document.plan();
    let is_planned = |name: &Ident| plan.is_received(name) || plan.is_sent(name);
    let items = types(file)?;
    let blanks = Blanks::of(items);
    let mut grown = Vec::new();
    for mut item in std::mem::take(items) {
        let mut constructor = None;
        match &mut item {
            Item::Struct(item) if plan.is_received(&item.ident) => {
                constructor = blanks.blank(item);
                if constructor.is_none() {
                    add_default(item)?;
                }
                item.attrs.push(parse_quote!(#[non_exhaustive]));
            }
            Item::Struct(item)
                if plan.is_sent(&item.ident) && matches!(item.fields, Fields::Named(_)) =>
            {
                constructor = new(item);
                if constructor.is_none() {
                    add_default(item)?;
                }
                item.attrs.push(parse_quote!(#[non_exhaustive]));
            }
            Item::Enum(item) if is_planned(&item.ident) => {
                item.attrs.push(parse_quote!(#[non_exhaustive]));
            }
            _ => {}
        }
        grown.push(item);
        grown.extend(constructor);
    }
    *items = grown;
    Ok(())
}

/// Types without a `Default`: enums, and structs that cannot do without one of these.
struct Blanks {
    /// A value of each, which no user gets to see.
    values: BTreeMap<String, Expr>,
}

impl Blanks {
    fn of(items: &[Item]) -> Self {
        let mut values = BTreeMap::new();
        for item in items {
            if let Item::Enum(item) = item
                && let Some(value) = any_value(item)
            {
                values.insert(item.ident.to_string(), value);
            }
        }
        let mut blanks = Self { values };
        loop {
            let known = blanks.values.len();
            for item in items.iter().filter_map(named_struct) {
                let mut fields = item.fields.iter();
                if fields.any(|field| blanks.value(&field.ty).is_some()) {
                    let name = &item.ident;
                    blanks
                        .values
                        .insert(name.to_string(), parse_quote!(<#name as #BLANK>::blank()));
                }
            }
            if blanks.values.len() == known {
                return blanks;
            }
        }
    }

    /// A value of a type that has no `Default`.
    fn value(&self, ty: &Type) -> Option<Expr> {
        match argument_of(ty, "Box") {
            Some(inner) => {
                let value = self.value(inner)?;
                Some(parse_quote!(::std::boxed::Box::new(#value)))
            }
            None => self.values.get(&type_ident(ty)?.to_string()).cloned(),
        }
    }

    /// The value with which the reader starts, if the struct has no `Default`.
    fn blank(&self, item: &ItemStruct) -> Option<Item> {
        let name = &item.ident;
        self.values.get(&name.to_string())?;
        let fields = item.fields.iter().filter_map(|field| {
            let ident = field.ident.as_ref()?;
            let value = self.value(&field.ty);
            let value = value.unwrap_or_else(|| parse_quote!(::std::default::Default::default()));
            Some(quote!(#ident: #value))
        });
        Some(parse_quote! {
            impl #BLANK for #name {
                fn blank() -> Self {
                    Self { #(#fields),* }
                }
            }
        })
    }
}

/// A value of an enum: the one for what the contract does not name, if it has that.
fn any_value(item: &ItemEnum) -> Option<Expr> {
    let other = item.variants.iter().find(|variant| variant.ident == names::OTHER_VARIANT);
    let variant = other.or(item.variants.first())?;
    let (name, variant_name) = (&item.ident, &variant.ident);
    let values = variant.fields.iter().map(|_| quote!(::std::default::Default::default()));
    Some(match variant.fields.is_empty() {
        true => parse_quote!(#name::#variant_name),
        false => parse_quote!(#name::#variant_name(#(#values),*)),
    })
}

fn add_default(item: &mut ItemStruct) -> Result<(), Unexpected> {
    let mut traits = derives(&mut item.attrs)?;
    if !traits.iter().any(|path| path.is_ident("Default")) {
        traits.push(parse_quote!(Default));
    }
    set_derives(&mut item.attrs, &traits);
    Ok(())
}

/// The function `new`, whose parameters are the required members; `None` if no member is required.
fn new(item: &ItemStruct) -> Option<Item> {
    let name = &item.ident;
    let is_optional =
        |field: &&syn::Field| type_ident(&field.ty).is_some_and(|ident| ident == "Option");
    let (optional, required): (Vec<_>, Vec<_>) = item.fields.iter().partition(is_optional);
    let argument = |field: &&syn::Field| -> Option<FnArg> {
        let (ident, ty) = (field.ident.as_ref()?, &field.ty);
        Some(parse_quote!(#ident: #ty))
    };
    let arguments: Vec<FnArg> = required.iter().filter_map(argument).collect();
    if arguments.is_empty() {
        return None;
    }
    let ident = |field: &&syn::Field| field.ident.clone();
    let required: Vec<Ident> = required.iter().filter_map(ident).collect();
    let optional: Vec<Ident> = optional.iter().filter_map(ident).collect();
    let has_odd_name = required.iter().any(|ident| !names::is_snake_case(&ident.to_string()));
    let odd_name = has_odd_name.then(|| parse_quote!(#[allow(non_snake_case)]));
    let many = (arguments.len() > MOST_ARGUMENTS)
        .then(|| parse_quote!(#[allow(clippy::too_many_arguments)]));
    let allowed: Vec<syn::Attribute> = odd_name.into_iter().chain(many).collect();
    let words = match optional.is_empty() {
        true => "Makes a value of all its members, which are required.",
        false => "Makes a value of its required members; the others are absent.",
    };
    let doc = doc_attribute(&format!(" {words}"));
    Some(parse_quote! {
        impl #name {
            #doc
            #(#allowed)*
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#required,)* #(#optional: None,)* }
            }
        }
    })
}
