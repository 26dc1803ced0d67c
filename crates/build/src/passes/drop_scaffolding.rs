//! Drops code that only progenitor's own runtime needs: the imports, the hooks, the prelude, and the constructors,
//! which follow redirects, race two time-outs and unwrap.
//!
//! Precondition: progenitor's output, untouched. No setting of progenitor leaves these out.

use syn::{Item, parse_quote};

use crate::normalise::Normalised;
use crate::openapi::{self, mark};
use crate::runtime;
use crate::syntax::{Unexpected, doc_attribute, methods};

/// The documentation of `types`, unless the overlay gives `info` an `x-rust-doc`.
const TYPES_DOC: &str = "The requests and answers of the API, as Rust types.";

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    if methods(file).next().is_none() {
        return Err("an operation".to_owned());
    }
    let has = |is_it: fn(&Item) -> bool| file.items.iter().any(is_it);
    if !has(|item| matches!(item, Item::Struct(client) if client.ident == "Client")) {
        return Err("`struct Client`".to_owned());
    }
    if !has(|item| matches!(item, Item::Impl(block) if is_constructors(block))) {
        return Err("the constructors of `Client`".to_owned());
    }
    file.items.retain(|item| match item {
        Item::Use(_) => false,
        Item::Mod(module) => module.ident != "prelude",
        Item::Impl(block) => block.trait_.is_none() && !is_constructors(block),
        _ => true,
    });
    let info = document.root().get("info");
    let types_doc = info.and_then(|info| openapi::text(info, mark::DOC)).unwrap_or(TYPES_DOC);
    for item in &mut file.items {
        match item {
            Item::Struct(client) if client.ident == "Client" => {
                client.attrs = vec![
                    parse_quote!(#[doc = " The operations of the API, each as one method."]),
                    parse_quote!(#[derive(Clone, Debug)]),
                ];
            }
            Item::Impl(block) => block.attrs.clear(),
            Item::Mod(module) if module.ident == "types" => {
                module.attrs = types_doc
                    .lines()
                    .map(|line| {
                        let line = if line.is_empty() { String::new() } else { format!(" {line}") };
                        doc_attribute(&line)
                    })
                    .collect();
            }
            _ => {}
        }
    }
    file.items.insert(0, runtime::EXCHANGE.item());
    file.items.insert(1, runtime::RESPONSE.item());
    Ok(())
}

fn is_constructors(block: &syn::ItemImpl) -> bool {
    // An operation may have the same name.
    let is_new = |f: &syn::ImplItemFn| f.sig.ident == "new" && f.sig.asyncness.is_none();
    block.items.iter().any(|item| matches!(item, syn::ImplItem::Fn(f) if is_new(f)))
}
