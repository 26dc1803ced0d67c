//! Sends bodies with the contract's content type, omits absent optional bodies, and sends `Accept` for the media
//! types that are read.
//!
//! Precondition: `self.client.post(url)`, `.json(&body)` and a parameter `body`. progenitor treats every body as
//! required and all JSON as `application/json`.

use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, FnArg, Pat, parse_quote};

use crate::normalise::Normalised;
use crate::plan::call::{Body, BodyKind, Call};
use crate::runtime::{BODY_ENCODED, BODY_FORM, BODY_JSON, BODY_RAW, ENCODED};
use crate::syntax::{Unexpected, methods};

/// The media type that progenitor sends and accepts.
const JSON: &str = "application/json";

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    for method in methods(file) {
        let name = method.sig.ident.to_string();
        let Some(plan) = document.plan().operation(&name) else { continue };
        let mut requests = Requests { call: &plan.call, made: 0, bodies: 0 };
        requests.visit_block_mut(&mut method.block);
        let Requests { made, bodies, .. } = requests;
        if made != 1 || bodies != usize::from(plan.call.body.is_some()) {
            return Err(format!("`self.client.method(url)` of `{name}`, and `.json(&body)`"));
        }
        let Some(body) = &plan.call.body else { continue };
        let parameter = method.sig.inputs.iter_mut().find_map(|input| match input {
            FnArg::Typed(typed) => match &*typed.pat {
                Pat::Ident(pattern) if pattern.ident == "body" => Some(&mut *typed.ty),
                _ => None,
            },
            _ => None,
        });
        let ty = parameter.ok_or_else(|| format!("the parameter `body` of `{name}`"))?;
        match body.kind {
            BodyKind::Bytes => *ty = parse_quote!(&'a [u8]),
            BodyKind::Text => *ty = parse_quote!(&'a str),
            BodyKind::Encoded => *ty = parse_quote!(&'a #ENCODED),
            BodyKind::Json | BodyKind::Form { .. } => {}
        }
    }
    Ok(())
}

struct Requests<'a> {
    call: &'a Call,
    /// The numbers of requests, and of bodies in them.
    made: usize,
    bodies: usize,
}

impl VisitMut for Requests<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let Expr::MethodCall(call) = expression else { return };
        let is_client = matches!(
            &*call.receiver,
            Expr::Field(field) if matches!(&field.member, syn::Member::Named(it) if it == "client")
        );
        match call.method.to_string().as_str() {
            method if is_client => {
                self.made += 1;
                let (client, url) = (&call.receiver, call.args.first());
                let request: Option<Expr> = match method {
                    // reqwest has no function for these methods.
                    "options" => {
                        Some(parse_quote!(#client.request(::reqwest::Method::OPTIONS, #url)))
                    }
                    "trace" => Some(parse_quote!(#client.request(::reqwest::Method::TRACE, #url))),
                    _ => None,
                };
                if let Some(request) = request {
                    *expression = request;
                }
                let accept = &self.call.accept;
                if !accept.is_empty() {
                    *expression = parse_quote! {
                        #expression.header(
                            ::reqwest::header::ACCEPT,
                            ::reqwest::header::HeaderValue::from_static(#accept),
                        )
                    };
                }
            }
            // Remove progenitor's own, which only some operations have.
            "header" if is_accept(call) => *expression = (*call.receiver).clone(),
            "json" => {
                self.bodies += 1;
                let body = self.call.body.as_ref();
                if let Some(sent) = body.and_then(|body| send(&call.receiver, body)) {
                    *expression = sent;
                }
            }
            _ => {}
        }
    }
}

/// True for progenitor's `.header(ACCEPT, …)` on a request, not for one further inside.
fn is_accept(call: &syn::ExprMethodCall) -> bool {
    let is_name =
        |it: &syn::ExprPath| it.path.segments.last().is_some_and(|it| it.ident == "ACCEPT");
    matches!(call.args.first(), Some(Expr::Path(path)) if is_name(path))
}

/// `None` if progenitor's code is right.
fn send(request: &Expr, body: &Body) -> Option<Expr> {
    let content_type = &body.content_type;
    // An optional body is a reference to an `Option` of the owned value.
    let value: Expr = match (body.is_optional, &body.kind) {
        (true, BodyKind::Text) => parse_quote!(body.as_deref().map(str::as_bytes)),
        (true, BodyKind::Bytes) => parse_quote!(body.as_deref()),
        (true, _) => parse_quote!(body.as_ref()),
        (false, BodyKind::Text) => parse_quote!(Some(body.as_bytes())),
        (false, BodyKind::Bytes | BodyKind::Encoded) => parse_quote!(Some(body)),
        (false, _) => parse_quote!(Some(&body)),
    };
    Some(match &body.kind {
        BodyKind::Json if content_type == JSON && !body.is_optional => return None,
        BodyKind::Json => parse_quote!(#BODY_JSON(#request, #content_type, #value)),
        BodyKind::Form { deep, joined } => {
            let joined = joined.iter().map(|(name, separator)| quote!((#name, #separator)));
            parse_quote!(#BODY_FORM(#request, &[#(#deep),*], &[#(#joined),*], #value)?)
        }
        BodyKind::Encoded => parse_quote!(#BODY_ENCODED(#request, #value)),
        BodyKind::Text | BodyKind::Bytes => {
            parse_quote!(#BODY_RAW(#request, #content_type, #value))
        }
    })
}
