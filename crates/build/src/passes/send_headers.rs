//! Writes header and cookie parameters as the contract defines them: under their own names, lists and objects in
//! one line, all cookies in one header.
//!
//! Precondition: `header_map.append("name", value.to_string().try_into()?)`. progenitor prints every
//! value with `Display`, which lists lack and which prints instants otherwise, and does not support cookies.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, parse_quote};

use crate::normalise::Normalised;
use crate::plan::call::{Codec, Location, Parameter};
use crate::runtime::{
    COOKIE, JOIN_COOKIES, PARAMETER_JSON, PARAMETER_SIMPLE, PARAMETER_SIMPLE_EXPLODED,
};
use crate::syntax::{Unexpected, is_request, methods, string};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let name = method.sig.ident.to_string();
        let call = document.plan().operation(&name).map(|plan| &plan.call);
        let parameters_in = |location| call.iter().flat_map(move |it| it.parameters_in(location));
        let cookies = parameters_in(Location::Cookie).count();
        let parameters: Vec<&Parameter> =
            parameters_in(Location::Header).chain(parameters_in(Location::Cookie)).collect();
        let mut headers = Headers { parameters, sent: 0, unexpected: None };
        headers.visit_block_mut(&mut method.block);
        if let Some(unexpected) = headers.unexpected {
            return Err(unexpected);
        }
        if headers.sent != headers.parameters.len() {
            return Err(format!("`header_map.append(…)` of each header of `{name}`"));
        }
        if cookies > 1 {
            let statements = &mut method.block.stmts;
            let request = statements.iter().position(is_request).unwrap_or(0);
            let join = parse_quote!(#JOIN_COOKIES(&mut header_map););
            statements.insert(request, join);
        }
    }
    Ok(())
}

struct Headers<'a> {
    parameters: Vec<&'a Parameter>,
    /// The number of headers appended.
    sent: usize,
    unexpected: Option<Unexpected>,
}

impl VisitMut for Headers<'_> {
    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        if call.method != "append" {
            return;
        }
        let Some(given) = call.args.first().and_then(string) else { return };
        let Some(parameter) = self.parameters.iter().find(|it| it.given == given) else { return };
        let Some(value) = call.args.last_mut().and_then(printed) else {
            self.unexpected = Some(format!("the value of the header `{given}`"));
            return;
        };
        self.sent += 1;
        let wire_name = &parameter.wire_name;
        let (name, value): (Expr, Expr) = match (parameter.location, parameter.codec) {
            (Location::Cookie, Codec::JsonText) => (
                parse_quote!(::reqwest::header::COOKIE),
                parse_quote!(#COOKIE(#wire_name, &#PARAMETER_JSON(&#value))),
            ),
            (Location::Cookie, _) => (
                parse_quote!(::reqwest::header::COOKIE),
                parse_quote!(#COOKIE(#wire_name, &#value)),
            ),
            (_, Codec::Simple { explode: false }) => {
                (parse_quote!(#wire_name), parse_quote!(#PARAMETER_SIMPLE(#wire_name, &#value)?))
            }
            (_, Codec::Simple { explode: true }) => (
                parse_quote!(#wire_name),
                parse_quote!(#PARAMETER_SIMPLE_EXPLODED(#wire_name, &#value)?),
            ),
            (_, Codec::JsonText) => {
                (parse_quote!(#wire_name), parse_quote!(#PARAMETER_JSON(&#value)))
            }
            _ => (parse_quote!(#wire_name), parse_quote!(#value.to_string())),
        };
        call.args = [name, parse_quote!(#value.try_into()?)].into_iter().collect();
    }
}

/// `value` of `value.to_string().try_into()?`.
fn printed(argument: &mut Expr) -> Option<Expr> {
    let Expr::Try(attempt) = argument else { return None };
    let Expr::MethodCall(convert) = &*attempt.expr else { return None };
    let Expr::MethodCall(print) = &*convert.receiver else { return None };
    (print.method == "to_string").then(|| (*print.receiver).clone())
}
