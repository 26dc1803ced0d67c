//! Drops what progenitor's own runtime needs and this crate's does not: the imports, the hooks, the
//! constructors (which follow redirects, race two time-outs and unwrap) and the prelude.
//!
//! Precondition: progenitor's output, untouched. No setting of progenitor leaves these out.

use syn::{Item, parse_quote};

use super::{Unexpected, methods};
use crate::codegen::normalise::Normalised;

/// What the types have in common.
const TYPES_DOC: &str = "\
What the API takes and answers, as Rust types.

What is received can grow: structs are made by `Default` and changed field by field, enums keep a
value that this version does not know in `Undocumented`. A field is an `Option` unless the object
means nothing without it, and an optional object is behind a pointer: `as_deref` looks at it.

`Debug` hides what is sensitive; `Serialize` writes it. `Deserialize` is strict: it is the client that
reads what has drifted.";

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    if methods(file).next().is_none() {
        return Err("an operation".to_owned());
    }
    file.items.retain(|item| match item {
        Item::Use(_) => false,
        Item::Mod(module) => module.ident != "prelude",
        Item::Impl(block) => block.trait_.is_none() && !is_constructors(block),
        _ => true,
    });
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
                module.attrs = TYPES_DOC
                    .lines()
                    .map(|line| {
                        let line = if line.is_empty() { String::new() } else { format!(" {line}") };
                        super::doc_attribute(&line)
                    })
                    .collect();
            }
            _ => {}
        }
    }
    file.items.insert(
        0,
        parse_quote!(
            use crate::exchange::{Failure, Operation, exchange};
        ),
    );
    file.items.insert(
        1,
        parse_quote!(
            use crate::response::Response;
        ),
    );
    Ok(())
}

fn is_constructors(block: &syn::ItemImpl) -> bool {
    block.items.iter().any(|item| matches!(item, syn::ImplItem::Fn(f) if f.sig.ident == "new"))
}
