//! Leaves to the runtime what all constrained strings have in common: the error of one that does not fit, and reading
//! it as a string.
//!
//! Precondition: progenitor's `mod error`, which has one error for all, and its `Deref` and `FromStr` of each type.
//! No setting of progenitor names the error of another crate.

use syn::{Fields, ImplItem, Item, ItemStruct, Visibility, parse_quote};

use crate::normalise::Normalised;
use crate::runtime::{CONSTRAINED, INVALID_TEXT};
use crate::syntax::{Unexpected, implements, type_ident, types};

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let mut strings = Vec::new();
    for item in std::mem::take(items) {
        let string = constrained(&item)?.cloned();
        let is_left = match implements(&item) {
            Some((ty, name)) => name == "Deref" && strings.contains(ty),
            None => matches!(&item, Item::Mod(module) if module.ident == "error"),
        };
        if !is_left {
            items.push(item);
        }
        if let Some(name) = string {
            items.push(parse_quote!(#CONSTRAINED!(#name);));
            strings.push(name);
        }
    }
    items.iter_mut().for_each(name_error);
    Ok(())
}

/// The name of a type that keeps its only field to itself, because it checks it.
fn constrained(item: &Item) -> Result<Option<&syn::Ident>, Unexpected> {
    let Item::Struct(ItemStruct { ident, fields: Fields::Unnamed(fields), .. }) = item else {
        return Ok(None);
    };
    match fields.unnamed.first() {
        Some(field) if matches!(field.vis, Visibility::Public(_)) => Ok(None),
        Some(field) if type_ident(&field.ty).is_some_and(|ty| ty == "String") => Ok(Some(ident)),
        _ => Err(format!("a string in `{ident}`")),
    }
}

/// Names the error of the runtime where `FromStr` names progenitor's.
fn name_error(item: &mut Item) {
    let Item::Impl(block) = item else { return };
    for item in &mut block.items {
        match item {
            ImplItem::Type(it) if type_ident(&it.ty).is_some_and(|ty| ty == "ConversionError") => {
                it.ty = parse_quote!(#INVALID_TEXT);
            }
            ImplItem::Fn(it) if it.sig.ident == "from_str" => {
                it.sig.output = parse_quote!(-> Result<Self, Self::Err>);
            }
            _ => {}
        }
    }
}
