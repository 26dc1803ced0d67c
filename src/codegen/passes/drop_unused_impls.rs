//! Drops conversions that nobody calls. What is left of them: a constrained string can be parsed and
//! read as the string it is.
//!
//! Precondition: progenitor's conversions between each type and strings or its variants. They are
//! written for every document alike.

use quote::ToTokens;
use syn::Item;

use super::{Unexpected, derives, implements, set_derives, types};
use crate::codegen::normalise::{Direction, Normalised};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let checked: Vec<_> = items
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
        Some((ty, name)) if name == "Display" => is_sent_enum(ty, document),
        Some((ty, name)) if name == "Deserialize" => !checked.contains(ty),
        Some((_, name)) => name != "From" && name != "TryFrom",
        None => true,
    });
    let needs_error = items.iter().any(|item| {
        matches!(item, Item::Impl(_))
            && item.to_token_stream().to_string().contains("self :: error")
    });
    items.retain(|item| {
        needs_error || !matches!(item, Item::Mod(module) if module.ident == "error")
    });
    for item in items {
        let (name, attributes) = match item {
            Item::Struct(item) => (item.ident.to_string(), &mut item.attrs),
            Item::Enum(item) => (item.ident.to_string(), &mut item.attrs),
            _ => continue,
        };
        let is_sent = document
            .facts()
            .of_type(&name)
            .is_some_and(|fact| fact.direction == Direction::Request);
        if is_sent {
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

/// Sent enums print themselves into paths and queries.
fn is_sent_enum(ty: &syn::Ident, document: &Normalised) -> bool {
    document
        .facts()
        .of_type(&ty.to_string())
        .is_some_and(|fact| fact.direction == Direction::Request && !fact.variants.is_empty())
}
