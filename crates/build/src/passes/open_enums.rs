//! Opens received enums: a value that the contract does not name is kept as it was sent.
//!
//! Precondition: enums of unit variants, each with its value in `#[serde(rename)]`, and none with the name of the
//! variant for other values, which the normaliser rejects. OpenAPI cannot express an open enum, and a union of
//! enum and string would be read by trial. Enums that are only sent stay closed.

use std::collections::BTreeMap;

use quote::format_ident;
use syn::{Item, parse_quote};

use crate::names::OTHER_VARIANT;
use crate::normalise::Normalised;
use crate::runtime;
use crate::syntax::{
    Unexpected, derives, doc_attribute, implements, set_derives, types, wire_name,
};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let mut opened = BTreeMap::new();
    let traits: Vec<syn::Path> = ["Clone", "Debug", "Eq", "Hash", "PartialEq"]
        .map(|name| format_ident!("{name}").into())
        .into();
    let other = format_ident!("{OTHER_VARIANT}");
    let other = parse_quote! {
        #[doc = " A value that the contract of this version does not name, as it was sent."]
        #other(String)
    };
    for item in items.iter_mut() {
        let Item::Enum(item) = item else { continue };
        let is_plain = item.variants.iter().all(|variant| variant.fields.is_empty());
        if document.plan().is_received(&item.ident) && is_plain {
            opened.insert(item.ident.clone(), open(item, &traits, &other)?);
        }
    }
    // progenitor's own conversions of these enums fail on an unknown value.
    items.retain(|item| implements(item).is_none_or(|(ty, _)| !opened.contains_key(ty)));
    if !opened.is_empty() {
        items.insert(0, runtime::OPEN_ENUMS.item());
    }
    for item in std::mem::take(items) {
        let name = match &item {
            Item::Enum(item) => Some(item.ident.clone()),
            _ => None,
        };
        items.push(item);
        if let Some((name, values)) = name.and_then(|name| opened.remove_entry(&name)) {
            items.push(Item::Impl(values));
            items.push(parse_quote!(open_enum!(#name);));
        }
    }
    Ok(())
}

/// Adds the variant for other values, and returns the documented values with their variants, from which
/// `open_enum!` makes the mapping in both directions.
fn open(
    item: &mut syn::ItemEnum,
    traits: &[syn::Path],
    other: &syn::Variant,
) -> Result<syn::ItemImpl, Unexpected> {
    let name = item.ident.clone();
    let variants: Vec<_> = item.variants.iter().map(|variant| variant.ident.clone()).collect();
    let values: Vec<_> =
        item.variants.iter().map(|variant| wire_name(&variant.attrs, &variant.ident)).collect();
    for (variant, value) in item.variants.iter_mut().zip(&values) {
        let doc =
            if value.is_empty() { " The empty string.".to_owned() } else { format!(" `{value}`") };
        variant.attrs = vec![doc_attribute(&doc)];
    }
    item.variants.push(other.clone());
    derives(&mut item.attrs)?;
    set_derives(&mut item.attrs, traits);
    Ok(parse_quote! {
        impl OpenEnum for #name {
            const VALUES: &'static [(&'static str, Self)] = &[#((#values, Self::#variants)),*];
        }
    })
}
