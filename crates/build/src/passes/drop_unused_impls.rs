//! Drops conversions that are not called. A constrained string can still be parsed, and read as a string.
//!
//! Precondition: progenitor's conversions between each type and strings or its variants, which it writes for
//! every document.

use std::collections::BTreeSet;

use syn::Item;

use crate::normalise::Normalised;
use crate::syntax::{
    Unexpected, argument_of, derives, implements, methods, set_derives, type_ident, types,
};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    // A parameter with a single value uses `Display`; a list and a union are written by way of JSON.
    let mut printed: BTreeSet<syn::Ident> = methods(file)
        .flat_map(|method| &method.sig.inputs)
        .filter_map(|input| match input {
            syn::FnArg::Typed(input) => one_value(&input.ty).cloned(),
            syn::FnArg::Receiver(_) => None,
        })
        .collect();
    let items = types(file)?;
    for item in items.iter() {
        if let Item::Enum(item) = item
            && item.variants.iter().any(|variant| !variant.fields.is_empty())
        {
            printed.remove(&item.ident);
        }
    }
    let checked: BTreeSet<_> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) if matches!(item.fields, syn::Fields::Unnamed(_)) => {
                Some(item.ident.clone())
            }
            _ => None,
        })
        .collect();
    items.retain(|item| match implements(item) {
        Some((ty, name)) if name == "FromStr" => checked.contains(ty),
        Some((ty, name)) if name == "Display" => printed.contains(ty),
        Some((ty, name)) if name == "Deserialize" => !checked.contains(ty),
        Some((_, name)) => name != "From" && name != "TryFrom",
        None => true,
    });
    for item in items {
        let (name, attributes) = match item {
            Item::Struct(item) => (item.ident.to_string(), &mut item.attrs),
            Item::Enum(item) => (item.ident.to_string(), &mut item.attrs),
            _ => continue,
        };
        if document.plan().is_sent(name) {
            let mut traits = derives(attributes)?;
            traits.retain(|path| {
                path.segments.last().is_some_and(|last| {
                    ["Clone", "Debug", "PartialEq", "Serialize"]
                        .iter()
                        .any(|name| last.ident == name)
                })
            });
            set_derives(attributes, &traits);
        }
    }
    Ok(())
}

/// The type of a parameter with a single value: owned or borrowed, and perhaps optional.
fn one_value(ty: &syn::Type) -> Option<&syn::Ident> {
    match ty {
        syn::Type::Reference(reference) => one_value(&reference.elem),
        _ => match argument_of(ty, "Option") {
            Some(inner) => one_value(inner),
            None => type_ident(ty),
        },
    }
}
