//! Writes `Option` for `::std::option::Option`, and the like, so that a reviewer reads types.
//!
//! Precondition: the last pass. progenitor writes full paths because it does not know what names are
//! in scope; here none is shadowed: `names::is_reserved_type` are refused.

use syn::parse_quote;
use syn::visit_mut::{self, VisitMut};

use crate::normalise::Normalised;
use crate::syntax::Unexpected;

/// Paths of the prelude, and paths that are short enough with their crate in front.
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

pub(super) fn run(file: &mut syn::File, _: &Normalised) -> Result<(), Unexpected> {
    let parsed = |(long, short): (&'static str, &str)| {
        let short = syn::parse_str(short).map_err(|error| error.to_string())?;
        Ok((long.split("::").skip(1).collect(), short))
    };
    let short = SHORT.into_iter().map(parsed).collect::<Result<_, Unexpected>>()?;
    Shorten { short }.visit_file_mut(file);
    Ok(())
}

struct Shorten {
    /// The names of a path, and what is written for it: parsed once, and not at each place.
    short: Vec<(Vec<&'static str>, syn::Path)>,
}

impl VisitMut for Shorten {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        if path.leading_colon.is_none() {
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
            if let Ok(mut traits) = crate::syntax::derives(&mut vec![attribute.clone()]) {
                traits.iter_mut().for_each(|path| self.visit_path_mut(path));
                *attribute = parse_quote!(#[derive(#(#traits),*)]);
            }
            return;
        }
        // serde's options name functions in strings.
        if let syn::Meta::List(list) = &mut attribute.meta {
            let mut code = list.tokens.to_string();
            if !code.contains("\"::") {
                return;
            }
            for (long, short) in SHORT {
                code = code.replace(&format!("\"{long}::"), &format!("\"{short}::"));
            }
            if let Ok(tokens) = code.parse() {
                list.tokens = tokens;
            }
        }
    }
}
