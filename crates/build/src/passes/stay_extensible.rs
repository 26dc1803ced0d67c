//! Lets received types grow: `#[non_exhaustive]`, and `Default` for structs, so that a field or a
//! value that the API adds breaks no caller.
//!
//! Precondition: types as progenitor writes them. Both are properties of the Rust API that no
//! document speaks of.

use syn::{Item, parse_quote};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, derives, set_derives, types};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for item in types(file)? {
        let (name, attributes, is_struct) = match item {
            Item::Struct(item) => (item.ident.to_string(), &mut item.attrs, true),
            Item::Enum(item) => (item.ident.to_string(), &mut item.attrs, false),
            _ => continue,
        };
        if !document.plan().is_received(name) {
            continue;
        }
        let mut traits = derives(attributes)?;
        if is_struct && !traits.iter().any(|path| path.is_ident("Default")) {
            traits.push(parse_quote!(Default));
        }
        set_derives(attributes, &traits);
        attributes.push(parse_quote!(#[non_exhaustive]));
    }
    Ok(())
}
