//! Gives the variants of enums the names that were decided before lowering: those of the overlay's
//! `x-enum-varnames`, or the value's own.
//!
//! Precondition: enums as progenitor writes them. It knows no extension for variant names, and calls
//! `3DS` an `X3ds`.

use syn::{Item, parse_quote};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, types, wire_name};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for item in types(file)? {
        let Item::Enum(item) = item else { continue };
        let Some(fact) = document.plan().type_named(&item.ident.to_string()) else { continue };
        for variant in item.variants.iter_mut().filter(|variant| variant.fields.is_empty()) {
            let value = wire_name(&variant.attrs, &variant.ident);
            let Some(name) = fact.variants.get(&value) else {
                return Err(format!(
                    "the variant for `{value}` in the contract of `{}`",
                    item.ident
                ));
            };
            variant.ident = syn::parse_str(name).map_err(|_| format!("a name in `{name}`"))?;
            variant.attrs = vec![parse_quote!(#[serde(rename = #value)])];
        }
    }
    Ok(())
}
