//! Drops the `api-version` header, which progenitor sends and Dintero does not document; and the
//! header map with it, where nothing else is put into it.
//!
//! Precondition: the bodies of the operations as progenitor writes them. Nothing in the document
//! asks for the header, so nothing in the document can take it away.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Stmt};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, methods};

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let statements = std::mem::take(&mut method.block.stmts).into_iter();
        let mut statements: Vec<(String, Stmt)> = statements
            .map(|statement| (statement.to_token_stream().to_string(), statement))
            .collect();
        let before = statements.len();
        statements.retain(|(code, _)| !code.contains(":: api_version ()"));
        if statements.len() == before {
            return Err(format!("the `api-version` header of `{}`", method.sig.ident));
        }
        let others =
            statements.iter().filter(|(code, _)| code.contains("header_map . append")).count();
        if others == 0 {
            statements.retain(|(code, _)| !code.contains("let mut header_map"));
        }
        method.block.stmts = statements.into_iter().map(|(_, statement)| statement).collect();
        match others {
            0 => WithoutHeaders.visit_block_mut(&mut method.block),
            room => Capacity(room).visit_block_mut(&mut method.block),
        }
    }
    Ok(())
}

/// Takes `.headers(header_map)` out of the request.
struct WithoutHeaders;

impl VisitMut for WithoutHeaders {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        match expression {
            Expr::MethodCall(call) if call.method == "headers" => {
                *expression = (*call.receiver).clone();
            }
            _ => {}
        }
    }
}

/// Makes room for the headers that are left.
struct Capacity(usize);

impl VisitMut for Capacity {
    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        if call.func.to_token_stream().to_string().ends_with("with_capacity") {
            let room = proc_macro2::Literal::usize_unsuffixed(self.0);
            call.args = syn::parse_quote!(#room);
        }
        visit_mut::visit_expr_call_mut(self, call);
    }
}
