//! Lets this crate's own small encoder write query parameters.
//!
//! Precondition: `.query(&progenitor_client::QueryParam::new(name, &value))`. The type belongs to
//! progenitor's runtime, which this crate does not carry.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, parse_quote};

use super::{Unexpected, methods};
use crate::codegen::normalise::Normalised;

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        Pairs.visit_block_mut(&mut method.block);
    }
    Ok(())
}

struct Pairs;

impl VisitMut for Pairs {
    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        visit_mut::visit_expr_call_mut(self, call);
        let function: String = call.func.to_token_stream().to_string().split_whitespace().collect();
        if function == "progenitor_client::QueryParam::new" {
            let function: Expr = parse_quote!(crate::query::pairs);
            *call.func = function;
        }
    }
}
