//! Puts optional objects behind a pointer. Most are absent, and an absent one would otherwise take as much memory
//! as a present one: an empty event would take thousands of bytes.
//!
//! A required object is behind one only if it contains its owner through nothing but required objects. Which
//! pointer breaks a circle is progenitor's choice, and would change a type as soon as an optional property
//! closes a circle.
//!
//! Precondition: fields of the form `Option<T>`. An overlay cannot express a pointer.

use std::collections::BTreeSet;

use syn::{Field, Item, Type, parse_quote};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, argument_of, named_struct, type_ident, types};

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let objects: BTreeSet<String> =
        items.iter().filter_map(named_struct).map(|item| item.ident.to_string()).collect();
    let mut requires: BTreeSet<(String, String)> = BTreeSet::new();
    for item in items.iter().filter_map(named_struct) {
        let inner = item.fields.iter().filter_map(|field| required_object(field, &objects));
        requires.extend(inner.map(|(name, _)| (item.ident.to_string(), name)));
    }
    for item in items {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            // progenitor writes `Box<Option<T>>` if types contain each other.
            let turned = argument_of(&field.ty, "Box").and_then(|it| argument_of(it, "Option"));
            let is_object = |inner: &&Type| object_name(inner, &objects).is_some();
            let inner = turned.or_else(|| argument_of(&field.ty, "Option").filter(is_object));
            if let Some(inner) = inner {
                field.ty = parse_quote!(::std::option::Option<::std::boxed::Box<#inner>>);
            } else if let Some((name, inner)) = required_object(field, &objects) {
                field.ty = match reaches(&requires, &name, &item.ident.to_string()) {
                    true => parse_quote!(::std::boxed::Box<#inner>),
                    false => inner.clone(),
                };
            }
        }
    }
    Ok(())
}

/// The object that a field always contains, whether behind a pointer or not.
fn required_object<'a>(field: &'a Field, objects: &BTreeSet<String>) -> Option<(String, &'a Type)> {
    let inner = argument_of(&field.ty, "Box").unwrap_or(&field.ty);
    Some((object_name(inner, objects)?, inner))
}

fn object_name(ty: &Type, objects: &BTreeSet<String>) -> Option<String> {
    type_ident(ty).map(ToString::to_string).filter(|name| objects.contains(name))
}

/// Whether an object always contains another one, at any depth.
fn reaches(requires: &BTreeSet<(String, String)>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![from];
    while let Some(name) = todo.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            let inside = requires.iter().filter(|(owner, _)| owner == name);
            todo.extend(inside.map(|(_, inner)| inner.as_str()));
        }
    }
    false
}
