//! Puts optional objects behind a pointer. Most of them are absent, and an absent one would take as
//! much room as one that is there: a list of empty events would cost thousands of bytes for each.
//!
//! Precondition: fields of the form `Option<T>`. OpenAPI knows no pointers.

use std::collections::BTreeSet;

use syn::{GenericArgument, Item, PathArguments, Type, parse_quote};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, type_ident, types};

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let objects: BTreeSet<String> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) if matches!(item.fields, syn::Fields::Named(_)) => {
                Some(item.ident.to_string())
            }
            _ => None,
        })
        .collect();
    for item in items {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            turn_out(&mut field.ty);
            let Some(inner) = inside_option(&mut field.ty) else { continue };
            if type_ident(inner).is_some_and(|ident| objects.contains(&ident.to_string())) {
                *inner = parse_quote!(::std::boxed::Box<#inner>);
            }
        }
    }
    Ok(())
}

/// `Option<Box<T>>` of `Box<Option<T>>`, which progenitor writes where types hold each other.
fn turn_out(ty: &mut Type) {
    if let Some(inner) = inside(ty, "Box").and_then(|option| inside(option, "Option")) {
        *ty = parse_quote!(::std::option::Option<::std::boxed::Box<#inner>>);
    }
}

/// `T` of `Option<T>`.
fn inside_option(ty: &mut Type) -> Option<&mut Type> {
    inside(ty, "Option")
}

/// `T` of `Outer<T>`.
fn inside<'a>(ty: &'a mut Type, outer: &str) -> Option<&'a mut Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last_mut().filter(|last| last.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return None };
    match arguments.args.first_mut()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
}
