//! Shortens paths such as `::std::option::Option` to `Option`, so that a reviewer reads types.
//!
//! Precondition: the last pass, and code that names only crates that clients depend on, so not progenitor's own
//! runtime. progenitor writes full paths because names might be shadowed; here `names::is_reserved_type` prevents
//! that.

use proc_macro2::{Literal, TokenTree};
use syn::parse_quote;
use syn::visit_mut::{self, VisitMut};

use crate::normalise::Normalised;
use crate::syntax::{Unexpected, derives};

/// Paths of the prelude, and paths that stay readable with only their crate in front.
const SHORT: [(&str, &str); 14] = [
    ("::std::option::Option", "Option"),
    ("::std::string::String", "String"),
    ("::std::vec::Vec", "Vec"),
    ("::std::boxed::Box", "Box"),
    ("::std::result::Result", "Result"),
    ("::std::collections::BTreeMap", "std::collections::BTreeMap"),
    ("::std::str::FromStr", "std::str::FromStr"),
    ("::std::ops::Deref", "std::ops::Deref"),
    ("::serde_json::Map", "serde_json::Map"),
    ("::serde_json::Value", "serde_json::Value"),
    ("::chrono::DateTime", "chrono::DateTime"),
    ("::chrono::offset::Utc", "chrono::Utc"),
    ("::serde::Serialize", "serde::Serialize"),
    ("::serde::Deserialize", "serde::Deserialize"),
];

/// The crates that a client may name.
const CRATES: [&str; 7] =
    ["std", "chrono", "http", "openapi_client_runtime", "reqwest", "serde", "serde_json"];

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    let parsed = |(long, short): (&'static str, &str)| {
        let short = syn::parse_str(short).map_err(|error| error.to_string())?;
        Ok((long.split("::").skip(1).collect(), short))
    };
    let short = SHORT.into_iter().map(parsed).collect::<Result<_, Unexpected>>()?;
    let mut shorten = Shorten { short, unexpected: None };
    shorten.visit_file_mut(file);
    shorten.unexpected.map_or(Ok(()), |name| Err(format!("a crate of the client's in `{name}`")))
}

struct Shorten {
    /// Paths and their short forms, parsed once.
    short: Vec<(Vec<&'static str>, syn::Path)>,
    /// A crate in the code that clients do not depend on.
    unexpected: Option<String>,
}

impl VisitMut for Shorten {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        let first = path.segments.first().map(|first| first.ident.to_string()).unwrap_or_default();
        if path.leading_colon.is_none() {
            if first.starts_with("progenitor") {
                self.unexpected = Some(first);
            }
            return;
        }
        if path.segments.len() > 1 && !CRATES.contains(&first.as_str()) {
            self.unexpected = Some(first);
            return;
        }
        let is_it = |(long, _): &&(Vec<&str>, _)| {
            path.segments.len() == long.len()
                && path.segments.iter().zip(long).all(|(segment, name)| segment.ident == name)
        };
        let Some((_, short)) = self.short.iter().find(is_it) else { return };
        let mut short = short.clone();
        if let (Some(to), Some(from)) = (short.segments.last_mut(), path.segments.last_mut()) {
            to.arguments = std::mem::take(&mut from.arguments);
        }
        *path = short;
    }

    fn visit_attribute_mut(&mut self, attribute: &mut syn::Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        if attribute.path().is_ident("derive") {
            if let Ok(mut traits) = derives(&mut vec![attribute.clone()]) {
                traits.iter_mut().for_each(|path| self.visit_path_mut(path));
                *attribute = parse_quote!(#[derive(#(#traits),*)]);
            }
            return;
        }
        // serde's options name functions in strings.
        if let syn::Meta::List(list) = &mut attribute.meta {
            list.tokens = std::mem::take(&mut list.tokens).into_iter().map(shortened).collect();
        }
    }
}

/// A token, with a path in a string literal shortened.
fn shortened(token: TokenTree) -> TokenTree {
    let Ok(text) = syn::parse2::<syn::LitStr>(token.clone().into()) else { return token };
    let path = text.value();
    let short = SHORT.into_iter().find_map(|(long, short)| {
        path.strip_prefix(long)?.strip_prefix("::").map(|rest| format!("{short}::{rest}"))
    });
    short.map_or(token, |short| Literal::string(&short).into())
}
