//! Drops conversions that nobody calls. What is left of them: a constrained string can be parsed and
//! read as the string it is.
//!
//! Precondition: progenitor's conversions between each type and strings or its variants. They are
//! written for every document alike.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::Item;

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, derives, implements, methods, set_derives, types};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    // A parameter that is one value prints itself into its header; one in a list does not.
    let printed: BTreeSet<syn::Ident> = methods(file)
        .flat_map(|method| &method.sig.inputs)
        .filter_map(|input| match input {
            syn::FnArg::Typed(input) => one_value(&input.ty).cloned(),
            syn::FnArg::Receiver(_) => None,
        })
        .collect();
    let items = types(file)?;
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
    let needs_error = items.iter().any(|item| {
        matches!(item, Item::Impl(_))
            && item.to_token_stream().to_string().contains("self :: error")
    });
    items.retain_mut(|item| match item {
        Item::Mod(module) if module.ident == "error" => {
            keep_used_conversions(module);
            needs_error
        }
        _ => true,
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

/// The type of a parameter that is one value: given or lent, and perhaps absent.
fn one_value(ty: &syn::Type) -> Option<&syn::Ident> {
    match ty {
        syn::Type::Reference(reference) => one_value(&reference.elem),
        syn::Type::Path(path) => {
            let last = path.path.segments.last()?;
            match &last.arguments {
                syn::PathArguments::AngleBracketed(inner) if last.ident == "Option" => {
                    inner.args.iter().find_map(|argument| match argument {
                        syn::GenericArgument::Type(inner) => one_value(inner),
                        _ => None,
                    })
                }
                _ => Some(&last.ident),
            }
        }
        _ => None,
    }
}

/// The error is only ever made of words that stand in the code.
fn keep_used_conversions(error: &mut syn::ItemMod) {
    if let Some((_, items)) = &mut error.content {
        items
            .retain(|item| !item.to_token_stream().to_string().starts_with("impl From < String >"));
    }
}
