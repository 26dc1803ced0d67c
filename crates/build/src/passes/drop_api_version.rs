//! Drops the `api-version` header, which progenitor sends for every document, and the header map if it becomes
//! empty.
//!
//! Precondition: a statement that appends `Client::api_version()` to `header_map`, which `.headers`
//! takes. The document does not ask for the header, so an overlay cannot remove it.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Stmt};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, is_let, is_path_to, methods};

const MAP: &str = "header_map";

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let unexpected = |what: &str| Err(format!("{what} of `{}`", method.sig.ident));
        let statements = &mut method.block.stmts;
        let before = statements.len();
        statements.retain(|statement| !appends_api_version(statement));
        if statements.len() == before {
            return unexpected("the `api-version` header");
        }
        if !statements.iter().any(|statement| is_let(statement, MAP)) {
            return unexpected("`let mut header_map`");
        }
        let mut others = Headers(0);
        others.visit_block_mut(&mut method.block);
        if others.0 > 0 {
            Capacity(others.0).visit_block_mut(&mut method.block);
            continue;
        }
        method.block.stmts.retain(|statement| !is_let(statement, MAP));
        let mut uses = Uses(0);
        uses.visit_block_mut(&mut method.block);
        if uses.0 != 1 {
            return unexpected("`.headers(header_map)`");
        }
    }
    Ok(())
}

/// True for `header_map.append(…, …(Client::api_version()));`.
fn appends_api_version(statement: &Stmt) -> bool {
    let Stmt::Expr(Expr::MethodCall(call), _) = statement else { return false };
    let Some(Expr::Call(value)) = call.args.last() else { return false };
    let Some(Expr::Call(version)) = value.args.first() else { return false };
    is_append(call) && is_path_to(&version.func, "api_version")
}

fn is_append(call: &syn::ExprMethodCall) -> bool {
    call.method == "append" && is_path_to(&call.receiver, MAP)
}

/// Counts the headers that are put into the map.
struct Headers(usize);

impl VisitMut for Headers {
    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        self.0 += usize::from(is_append(call));
    }
}

/// Removes `.headers(header_map)` from the request, and counts the removals.
struct Uses(usize);

impl VisitMut for Uses {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let receiver = match expression {
            Expr::MethodCall(call) if call.method == "headers" => call.receiver.clone(),
            _ => return,
        };
        *expression = *receiver;
        self.0 += 1;
    }
}

/// Sets the capacity of the map to the headers that remain.
struct Capacity(usize);

impl VisitMut for Capacity {
    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        if is_path_to(&call.func, "with_capacity") {
            let room = proc_macro2::Literal::usize_unsuffixed(self.0);
            call.args = syn::parse_quote!(#room);
        }
        visit_mut::visit_expr_call_mut(self, call);
    }
}
