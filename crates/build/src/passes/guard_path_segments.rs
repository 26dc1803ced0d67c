//! Writes each path parameter as exactly one segment of the path, or rejects it.
//!
//! Precondition: `encode_path(&name.to_string())`, which does not encode `.`, `..` and `\`, so that a session id
//! of `..` would reach another operation. No document controls progenitor's encoding.

use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, parse_quote};

use crate::normalise::Normalised;
use crate::plan::call::{Codec, EMPTY_SEGMENT, Location, Parameter};
use crate::runtime::{
    PARAMETER_JSON, PATH_LABEL, PATH_MATRIX, PATH_SEGMENT, PATH_SIMPLE, PATH_SIMPLE_EXPLODED,
};
use crate::syntax::{Unexpected, is_path_to, methods, type_ident};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let method_name = method.sig.ident.to_string();
        let plan = document.plan().operation(&method_name);
        let parameters: Vec<&Parameter> =
            plan.iter().flat_map(|plan| plan.call.parameters_in(Location::Path)).collect();
        let mut encoded = Encoded { parameters: Vec::new(), urls: 0, unexpected: None };
        encoded.visit_block_mut(&mut method.block);
        if let Some(unexpected) = encoded.unexpected {
            return Err(unexpected);
        }
        if encoded.urls != 1 {
            return Err(format!("one `format!` in `{method_name}`, of the URL"));
        }
        let is_encoded = |it: &&&Parameter| encoded.parameters.iter().any(|name| *name == it.ident);
        if let Some(missing) = parameters.iter().find(|it| !is_encoded(it)) {
            return Err(format!("`encode_path` of `{}` in `{method_name}`", missing.ident));
        }
        let guards = encoded.parameters.into_iter().map(|name| {
            let text = name.to_string();
            let parameter = parameters.iter().find(|it| it.ident == text);
            let codec = parameter.map(|it| it.codec);
            let wire_name = parameter.map_or(&text, |it| &it.wire_name);
            let segment: Expr = match codec {
                Some(Codec::JsonText) => {
                    parse_quote!(#PATH_SEGMENT(#text, &#PARAMETER_JSON(&#name)))
                }
                Some(Codec::Label { explode }) => {
                    parse_quote!(#PATH_LABEL(#text, #explode, &#name))
                }
                Some(Codec::Matrix { explode }) => {
                    parse_quote!(#PATH_MATRIX(#text, #wire_name, #explode, &#name))
                }
                _ if is_text(&method.sig, &name) => {
                    parse_quote!(#PATH_SEGMENT(#text, #name))
                }
                Some(Codec::Simple { explode: false }) => {
                    parse_quote!(#PATH_SIMPLE(#text, &#name))
                }
                Some(Codec::Simple { explode: true }) => {
                    parse_quote!(#PATH_SIMPLE_EXPLODED(#text, &#name))
                }
                // A constrained string has its own type.
                _ => parse_quote!(#PATH_SEGMENT(#text, &#name.to_string())),
            };
            parse_quote!(let #name = #segment?;)
        });
        let guards: Vec<syn::Stmt> = guards.collect();
        method.block.stmts.splice(0..0, guards);
    }
    Ok(())
}

/// Removes `encode_path` from the parameters that `format!` writes into the path.
struct Encoded {
    parameters: Vec<Ident>,
    /// The number of calls of `format!`.
    urls: usize,
    unexpected: Option<Unexpected>,
}

impl VisitMut for Encoded {
    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        if !call.path.is_ident("format") {
            return;
        }
        self.urls += 1;
        let parse = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let Ok(mut arguments) = call.parse_body_with(parse) else {
            self.unexpected = Some("arguments of `format!`".to_owned());
            return;
        };
        for argument in &mut arguments {
            if let Some(template) = crate::syntax::string(argument) {
                *argument = crate::syntax::literal(&template.replace(EMPTY_SEGMENT, ""));
            }
            let Expr::Call(encode) = argument else { continue };
            let value = encode.args.first().filter(|_| is_path_to(&encode.func, "encode_path"));
            match value.and_then(parameter) {
                Some(name) => {
                    *argument = parse_quote!(#name);
                    if !self.parameters.contains(&name) {
                        self.parameters.push(name);
                    }
                }
                None => self.unexpected = Some("`encode_path` of a parameter".to_owned()),
            }
        }
        arguments.pop_punct();
        call.tokens = quote::quote!(#arguments);
    }
}

/// True if a parameter is `&'a str`.
fn is_text(signature: &syn::Signature, name: &Ident) -> bool {
    signature.inputs.iter().any(|input| match input {
        syn::FnArg::Typed(typed) => {
            matches!(&*typed.pat, syn::Pat::Ident(pattern) if pattern.ident == *name)
                && matches!(&*typed.ty, syn::Type::Reference(it)
                    if type_ident(&it.elem).is_some_and(|ident| ident == "str"))
        }
        syn::FnArg::Receiver(_) => false,
    })
}

/// `name` of `&name.to_string()`.
fn parameter(argument: &Expr) -> Option<Ident> {
    let Expr::Reference(reference) = argument else { return None };
    let Expr::MethodCall(call) = &*reference.expr else { return None };
    let Expr::Path(path) = &*call.receiver else { return None };
    path.path.get_ident().cloned()
}
