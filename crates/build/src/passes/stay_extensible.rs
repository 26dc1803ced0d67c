//! Lets types grow: `#[non_exhaustive]`, and `Default` or `new` for structs, so that a field or value that the
//! contract gains does not break users.
//!
//! Precondition: types as progenitor writes them, and fields of the form `Option<T>` for optional members. No
//! document describes these properties of the Rust API.

use syn::{Fields, FnArg, Ident, Item, ItemStruct, parse_quote};

use crate::names;
use crate::normalise::Normalised;
use crate::syntax::{Unexpected, derives, doc_attribute, set_derives, type_ident, types};

/// Clippy's limit for a function.
const MOST_ARGUMENTS: usize = 7;

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let plan = document.plan();
    let is_planned = |name: &Ident| plan.is_received(name) || plan.is_sent(name);
    let items = types(file)?;
    let mut grown = Vec::new();
    for mut item in std::mem::take(items) {
        let mut constructor = None;
        match &mut item {
            Item::Struct(item) if plan.is_received(&item.ident) => {
                add_default(item)?;
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
