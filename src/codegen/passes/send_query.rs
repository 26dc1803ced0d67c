//! Lets this crate's own small encoders write query parameters, each in its style.
//!
//! Precondition: `.query(&progenitor_client::QueryParam::new(name, &value))`. The type belongs to
//! progenitor's runtime, which this crate does not carry.

use quote::ToTokens;
use syn::parse_quote;
use syn::visit_mut::{self, VisitMut};

use super::{Unexpected, methods};
use crate::codegen::normalise::Normalised;
use crate::codegen::normalise::wire::{Codec, Parameter};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let fact = document.facts().of_operation(&method.sig.ident.to_string());
        let parameters = fact.map_or(&[][..], |fact| &fact.wire.parameters);
        Pairs { parameters }.visit_block_mut(&mut method.block);
    }
    Ok(())
}

struct Pairs<'a> {
    parameters: &'a [Parameter],
}

impl VisitMut for Pairs<'_> {
    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        visit_mut::visit_expr_call_mut(self, call);
        let function: String = call.func.to_token_stream().to_string().split_whitespace().collect();
        if function == "progenitor_client::QueryParam::new" {
            let given = call.args.first().and_then(super::string).unwrap_or_default();
            let Some(value) = call.args.last().cloned() else { return };
            let parameter = self.parameters.iter().find(|it| it.given == given);
            let name = parameter.map_or(&given, |parameter| &parameter.wire_name);
            *call = match parameter.map(|parameter| parameter.codec) {
                Some(Codec::Joined(separator)) => {
                    parse_quote!(crate::parameter::joined(#name, #separator, #value))
                }
                Some(Codec::Exploded) => parse_quote!(crate::parameter::exploded(#value)),
                Some(Codec::Deep) => parse_quote!(crate::parameter::deep(#name, #value)),
                Some(Codec::Json) => parse_quote!(crate::parameter::json(#name, #value)),
                _ => parse_quote!(crate::query::pairs(#name, #value)),
            };
        }
    }
}
