//! Puts optional objects behind a pointer. Most are absent, and an absent one would otherwise take as much memory
//! as a present one: an empty event would take thousands of bytes.
//!
//! Precondition: fields of the form `Option<T>`. An overlay cannot express a pointer.

use std::collections::BTreeSet;

use syn::{Item, Type, parse_quote};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, argument_of, named_struct, type_ident, types};

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let objects: BTreeSet<String> =
        items.iter().filter_map(named_struct).map(|item| item.ident.to_string()).collect();
    for item in items {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            // progenitor writes `Box<Option<T>>` if types contain each other.
            let turned = argument_of(&field.ty, "Box").and_then(|it| argument_of(it, "Option"));
            let is_object = |inner: &&Type| {
                type_ident(inner).is_some_and(|ident| objects.contains(&ident.to_string()))
            };
            let inner = turned.or_else(|| argument_of(&field.ty, "Option").filter(is_object));
            if let Some(inner) = inner {
                field.ty = parse_quote!(::std::option::Option<::std::boxed::Box<#inner>>);
            }
        }
    }
    Ok(())
}
