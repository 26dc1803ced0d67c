//! Writes query parameters with the runtime's own encoders, each in its style.
//!
//! Precondition: `let url = …`, and a request with `.get(url)` and
//! `.query(&progenitor_client::QueryParam::new(name, &value))`. The type belongs to progenitor's
//! runtime, which this crate does not carry, and the method brings reqwest two crates.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, parse_quote};

use crate::normalise::Normalised;
use crate::plan::call::{Codec, Location, Parameter};
use crate::runtime::{
    QUERY_APPEND, QUERY_DEEP, QUERY_EXPLODED, QUERY_JOINED, QUERY_JSON, QUERY_PAIRS,
};
use crate::syntax::{Unexpected, is_request, methods, string};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let name = method.sig.ident.to_string();
        let plan = document.plan().operation(&name);
        let parameters: Vec<&Parameter> =
            plan.iter().flat_map(|plan| plan.call.parameters_in(Location::Query)).collect();
        let expected = parameters.len();
        let mut query = Query { parameters, pairs: Vec::new(), url: None };
        query.visit_block_mut(&mut method.block);
        let Query { pairs, url, .. } = query;
        if pairs.len() != expected {
            return Err(format!("`.query(…)` of each query parameter of `{name}`"));
        }
        if pairs.is_empty() {
            continue;
        }
        let statements = &mut method.block.stmts;
        let (request, url) = statements
            .iter()
            .position(is_request)
            .zip(url)
            .ok_or_else(|| format!("the request of `{name}` and its `url`"))?;
        let append = parse_quote!(let #url = #QUERY_APPEND(#url, [#(#pairs),*]););
        statements.insert(request, append);
    }
    Ok(())
}

/// Takes the query out of the request.
struct Query<'a> {
    parameters: Vec<&'a Parameter>,
    /// The expression that encodes each parameter.
    pairs: Vec<Expr>,
    /// The variable of the URL, taken from the call, since a parameter may be named `url`.
    url: Option<Expr>,
}

impl VisitMut for Query<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let Expr::MethodCall(call) = expression else { return };
        match &*call.receiver {
            Expr::Field(_) if self.url.is_none() => self.url = call.args.first().cloned(),
            _ => {}
        }
        if let Some(pairs) = query(call).and_then(|parameter| self.pairs(parameter)) {
            self.pairs.push(pairs);
            *expression = (*call.receiver).clone();
        }
    }
}

impl Query<'_> {
    /// The pairs of `QueryParam::new(name, &value)`.
    fn pairs(&self, call: &syn::ExprCall) -> Option<Expr> {
        let given = call.args.first().and_then(string)?;
        let value = call.args.last()?;
        let parameter = self.parameters.iter().find(|it| it.given == given)?;
        let name = &parameter.wire_name;
        Some(match parameter.codec {
            Codec::Joined(separator) => {
                parse_quote!(#QUERY_JOINED(#name, #separator, #value)?)
            }
            Codec::Exploded => parse_quote!(#QUERY_EXPLODED(#name, #value)),
            Codec::Deep => parse_quote!(#QUERY_DEEP(#name, #value)?),
            Codec::Json => parse_quote!(#QUERY_JSON(#name, #value)),
            _ => parse_quote!(#QUERY_PAIRS(#name, #value)),
        })
    }
}

/// The parameter of `.query(&parameter)`.
fn query(call: &syn::ExprMethodCall) -> Option<&syn::ExprCall> {
    let Some(Expr::Reference(parameter)) = call.args.first() else { return None };
    let Expr::Call(parameter) = &*parameter.expr else { return None };
    (call.method == "query").then_some(parameter)
}
