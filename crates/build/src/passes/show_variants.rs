//! Writes `Debug` of enums and lists that may contain values to hide: free-form values, and URLs. A derived `Debug`
//! would show everything.

use syn::{Item, parse_quote};

use crate::runtime::{SHOWN_VARIANT, SHOWN_VARIANTS};
use crate::syntax::{Unexpected, derives, set_derives};

/// Removes `Debug` from the derives of a type.
pub(super) fn underive(attributes: &mut Vec<syn::Attribute>) -> Result<(), Unexpected> {
    let mut traits = derives(attributes)?;
    traits.retain(|path| path.segments.last().is_none_or(|last| last.ident != "Debug"));
    set_derives(attributes, &traits);
    Ok(())
}

/// `Debug` of an enum each of whose variants has one value.
pub(super) fn of_enum(item: &syn::ItemEnum) -> Result<Item, Unexpected> {
    let name = &item.ident;
    if item.variants.iter().any(|variant| variant.fields.len() != 1) {
        return Err(format!("a value in each variant of `{name}`"));
    }
    let variants = item.variants.iter().map(|variant| &variant.ident);
    Ok(parse_quote!(#SHOWN_VARIANTS!(#(#variants),* => #name);))
}

/// `Debug` of a struct around one value.
pub(super) fn of_wrapper(item: &syn::ItemStruct) -> Item {
    let (ident, name) = (&item.ident, item.ident.to_string());
    parse_quote! {
        impl std::fmt::Debug for #ident {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                #SHOWN_VARIANT(#name, &self.0, f)
            }
        }
    }
}
