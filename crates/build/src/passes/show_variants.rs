//! Writes `Debug` of enums and lists that may contain values to hide: free-form values, and URLs. A derived `Debug`
//! would show everything.

use quote::quote;
use syn::{Item, parse_quote};

use crate::runtime::SHOWN_VARIANT;
use crate::syntax::{Unexpected, derives, set_derives};

/// Removes `Debug` from the derives of a type.
pub(super) fn underive(attributes: &mut Vec<syn::Attribute>) -> Result<(), Unexpected> {
    let mut traits = derives(attributes)?;
    traits.retain(|path| path.segments.last().is_none_or(|last| last.ident != "Debug"));
    set_derives(attributes, &traits);
    Ok(())
}

/// `Debug` of an enum each of whose variants has one value or none.
pub(super) fn of_enum(item: &syn::ItemEnum) -> Item {
    let arms = item.variants.iter().map(|variant| {
        let (ident, name) = (&variant.ident, variant.ident.to_string());
        match variant.fields.is_empty() {
            true => quote!(Self::#ident => f.write_str(#name),),
            false => quote!(Self::#ident(value) => #SHOWN_VARIANT(#name, value, f),),
        }
    });
    debug(&item.ident, &parse_quote!(match self { #(#arms)* }))
}

/// `Debug` of a struct around one value.
pub(super) fn of_wrapper(item: &syn::ItemStruct) -> Item {
    let name = item.ident.to_string();
    debug(&item.ident, &parse_quote!(#SHOWN_VARIANT(#name, &self.0, f)))
}

fn debug(name: &syn::Ident, shown: &syn::Expr) -> Item {
    parse_quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                #shown
            }
        }
    }
}
