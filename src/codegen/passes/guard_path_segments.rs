//! Puts path parameters into the path as exactly one segment, or refuses them.
//!
//! Precondition: `encode_path(&name.to_string())`, which leaves `.`, `..` and `\` alone, so that a
//! session id of `..` would reach another operation. The encoding is progenitor's, not the
//! document's.

use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, parse_quote};

use super::{Unexpected, methods};
use crate::codegen::normalise::Normalised;

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let mut encoded = Encoded { parameters: Vec::new(), unexpected: None };
        encoded.visit_block_mut(&mut method.block);
        if let Some(unexpected) = encoded.unexpected {
            return Err(unexpected);
        }
        let guards = encoded.parameters.into_iter().map(|name| {
            let text = name.to_string();
            parse_quote!(let #name = crate::path::segment(#text, #name)?;)
        });
        method.block.stmts.splice(0..0, guards);
    }
    Ok(())
}

/// Takes `encode_path` away from the parameters that `format!` puts into the path.
struct Encoded {
    parameters: Vec<Ident>,
    unexpected: Option<Unexpected>,
}

impl VisitMut for Encoded {
    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        if !call.path.is_ident("format") {
            return;
        }
        let parse = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let Ok(mut arguments) = call.parse_body_with(parse) else { return };
        for argument in &mut arguments {
            let Expr::Call(encode) = argument else { continue };
            match encode.args.first().and_then(parameter) {
                Some(name) => {
                    *argument = parse_quote!(#name);
                    self.parameters.push(name);
                }
                None => self.unexpected = Some("`encode_path` of a parameter".to_owned()),
            }
        }
        arguments.pop_punct();
        call.tokens = quote::quote!(#arguments);
    }
}

/// `name` of `&name.to_string()`.
fn parameter(argument: &Expr) -> Option<Ident> {
    let Expr::Reference(reference) = argument else { return None };
    let Expr::MethodCall(call) = &*reference.expr else { return None };
    let Expr::Path(path) = &*call.receiver else { return None };
    path.path.get_ident().cloned()
}
