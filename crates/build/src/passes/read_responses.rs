//! Sends each request, and reads each response, through this crate's own exchange.
//!
//! Precondition: a body that ends in `let info = …`, the hooks, and a `match` on the status. That ending reads a
//! whole body into memory, loses the status if a body breaks off or does not decode, and cannot distinguish a 500
//! with HTML from a 200 that has drifted. progenitor writes it for every document, so an overlay cannot change it.

use syn::{Expr, Stmt, parse_quote};

use crate::normalise::Normalised;
use crate::runtime::EXCHANGE_PUBLICLY;
use crate::syntax::{Unexpected, argument_of, is_let, is_request, methods, type_arguments};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let name = method.sig.ident.to_string();
        let statements = &mut method.block.stmts;
        let ends_in_match = matches!(statements.last(), Some(Stmt::Expr(Expr::Match(_), None)));
        let info = statements
            .iter()
            // A parameter may have the same name.
            .rposition(|statement| is_let(statement, "info"))
            .filter(|_| ends_in_match)
            .ok_or_else(|| format!("the hooks and the `match` that end `{name}`"))?;
        statements.truncate(info);
        let request = statements.iter_mut().find(|statement| is_request(statement));
        let Some(Stmt::Local(request)) = request else {
            return Err(format!("`let mut request` of `{name}`"));
        };
        // The request is not changed after this.
        request.attrs.clear();
        request.pat = parse_quote!(request);
        let route = document.plan().operation(&name).map_or("", |fact| &fact.route);
        let path = route.split_once(' ').map_or(route, |(_, path)| path);
        statements.push(parse_quote!(let operation = Operation { name: #name, path: #path };));
        let is_public = document.plan().operation(&name).is_some_and(|plan| plan.call.is_public);
        let exchange = match is_public {
            true => parse_quote! {
                #EXCHANGE_PUBLICLY(&self.client, &self.inner, operation, request).await
            },
            false => parse_quote!(exchange(&self.client, &self.inner, operation, request).await),
        };
        statements.push(Stmt::Expr(exchange, None));
        let (success, error) = result_types(&method.sig.output)
            .ok_or_else(|| format!("`Result<ResponseValue<_>, Error<_>>` of `{name}`"))?;
        method.sig.output = parse_quote!(-> Result<Response<#success>, Failure<#error>>);
    }
    Ok(())
}

/// `T` and `E` of `Result<ResponseValue<T>, Error<E>>`.
fn result_types(output: &syn::ReturnType) -> Option<(syn::Type, syn::Type)> {
    let syn::ReturnType::Type(_, output) = output else { return None };
    let mut results = type_arguments(output, "Result");
    let success = argument_of(results.next()?, "ResponseValue")?;
    let error = argument_of(results.next()?, "Error")?;
    Some((success.clone(), error.clone()))
}
