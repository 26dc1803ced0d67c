//! Passes: what neither an overlay nor the normaliser can say, done on the syntax tree.
//!
//! Read from top to bottom, the table is the story of what happens to progenitor's code.

mod box_objects;
mod choose_by_status;
mod document_items;
mod drop_api_version;
mod drop_scaffolding;
mod drop_unused_impls;
mod guard_path_segments;
mod list_members;
mod name_variants;
mod open_choices;
mod open_enums;
mod read_responses;
mod send_bodies;
mod send_headers;
mod send_query;
mod shorten_paths;
mod stay_extensible;

use syn::{Attribute, Item};

use super::diagnostic::{Diagnostics, Stage};
use super::normalise::Normalised;
use super::pointer::Pointer;
use super::problem::Problem;

/// What a pass expected in progenitor's code and did not find.
type Unexpected = String;

/// A pass rewrites the tree, with what is known of the document at hand.
struct Pass {
    name: &'static str,
    /// What it does, for whoever asks where code comes from.
    effect: &'static str,
    run: fn(&mut syn::File, &Normalised) -> Result<(), Unexpected>,
}

const PASSES: &[Pass] = &[
    Pass {
        name: "drop_scaffolding",
        effect: "drops what only progenitor's own runtime needs",
        run: drop_scaffolding::run,
    },
    Pass {
        name: "drop_api_version",
        effect: "drops a header that the contract does not have",
        run: drop_api_version::run,
    },
    Pass {
        name: "send_headers",
        effect: "writes lists, objects and cookies into headers",
        run: send_headers::run,
    },
    Pass {
        name: "guard_path_segments",
        effect: "puts path parameters into the path as exactly one segment",
        run: guard_path_segments::run,
    },
    Pass {
        name: "send_query",
        effect: "lets this crate's own encoder write query parameters",
        run: send_query::run,
    },
    Pass {
        name: "send_bodies",
        effect: "sends optional bodies and other content types, and asks for what is read",
        run: send_bodies::run,
    },
    Pass {
        name: "read_responses",
        effect: "sends the request and reads the response through this crate's exchange",
        run: read_responses::run,
    },
    Pass {
        name: "name_variants",
        effect: "gives variants the names decided before lowering",
        run: name_variants::run,
    },
    Pass {
        name: "open_enums",
        effect: "keeps received values that the contract does not name",
        run: open_enums::run,
    },
    Pass {
        name: "open_choices",
        effect: "makes enums of choices, each form a variant, told apart before it is read",
        run: open_choices::run,
    },
    Pass {
        name: "drop_unused_impls",
        effect: "drops conversions that nobody calls",
        run: drop_unused_impls::run,
    },
    Pass {
        name: "box_objects",
        effect: "puts optional objects behind a pointer",
        run: box_objects::run,
    },
    Pass {
        name: "stay_extensible",
        effect: "lets received types grow: `#[non_exhaustive]` and `Default`",
        run: stay_extensible::run,
    },
    Pass {
        name: "document_items",
        effect: "writes the contract's words as documentation",
        run: document_items::run,
    },
    Pass {
        name: "list_members",
        effect: "writes the members down once, for `Debug`, `Serialize` and the reader",
        run: list_members::run,
    },
    Pass {
        name: "choose_by_status",
        effect: "makes an enum of what comes with different statuses",
        run: choose_by_status::run,
    },
    Pass {
        name: "shorten_paths",
        effect: "writes `Option` for `::std::option::Option`, and the like",
        run: shorten_paths::run,
    },
];

/// Runs every pass.
pub fn run(file: syn::File, document: &Normalised) -> Result<syn::File, Diagnostics> {
    run_watched(file, document, &mut |_, _, _| ())
}

/// Runs every pass, and shows the tree after each with the pass's name and effect.
pub fn run_watched(
    mut file: syn::File,
    document: &Normalised,
    watch: &mut dyn FnMut(&'static str, &'static str, &syn::File),
) -> Result<syn::File, Diagnostics> {
    for pass in PASSES {
        (pass.run)(&mut file, document).map_err(|what| {
            let problem = Problem::UnexpectedCode { pass: pass.name, what };
            document.error(Stage::Passes, &Pointer::root(), problem)
        })?;
        watch(pass.name, pass.effect, &file);
    }
    Ok(file)
}

/// The items of `mod types`.
fn types(file: &mut syn::File) -> Result<&mut Vec<Item>, Unexpected> {
    file.items
        .iter_mut()
        .find_map(|item| match item {
            Item::Mod(module) if module.ident == "types" => {
                module.content.as_mut().map(|(_, items)| items)
            }
            _ => None,
        })
        .ok_or_else(|| "`mod types`".to_owned())
}

/// The methods of the operations.
fn methods(file: &mut syn::File) -> impl Iterator<Item = &mut syn::ImplItemFn> {
    file.items
        .iter_mut()
        .filter_map(|item| match item {
            Item::Impl(block) if block.trait_.is_none() => Some(block),
            _ => None,
        })
        .flat_map(|block| &mut block.items)
        .filter_map(|item| match item {
            syn::ImplItem::Fn(method) if method.sig.asyncness.is_some() => Some(method),
            _ => None,
        })
}

/// `let mut request = …`, which is the only statement with an attribute.
fn is_request(statement: &syn::Stmt) -> bool {
    matches!(statement, syn::Stmt::Local(local) if !local.attrs.is_empty())
}

/// The last name of a type's path: `Foo` of `types::Foo`.
pub(super) fn type_ident(ty: &syn::Type) -> Option<&syn::Ident> {
    match ty {
        syn::Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// A string literal.
fn literal(text: &str) -> syn::Expr {
    let lit = syn::Lit::Str(syn::LitStr::new(text, proc_macro2::Span::call_site()));
    syn::Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit })
}

/// The text of a string literal.
fn string(expression: &syn::Expr) -> Option<String> {
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = expression else {
        return None;
    };
    Some(text.value())
}

/// The type a block is about, if it implements a trait, and that trait's name.
fn implements(item: &Item) -> Option<(&syn::Ident, &syn::Ident)> {
    let Item::Impl(block) = item else { return None };
    let (path, _) = block.trait_.as_ref()?;
    Some((type_ident(&block.self_ty)?, &path.segments.last()?.ident))
}

/// The name in JSON: that of `#[serde(rename = "…")]`, or the Rust name.
pub(super) fn wire_name(attributes: &[Attribute], ident: &syn::Ident) -> String {
    let renamed = attributes.iter().find_map(|attribute| match &attribute.meta {
        syn::Meta::List(list) if list.path.is_ident("serde") => rename(list.tokens.clone()),
        _ => None,
    });
    renamed.unwrap_or_else(|| ident.to_string())
}

/// The text of `rename = "…"`.
fn rename(options: proc_macro2::TokenStream) -> Option<String> {
    let mut options = options.into_iter();
    options.find(|option| option.to_string() == "rename")?;
    let value = options.nth(1)?;
    syn::parse2::<syn::LitStr>(value.into()).ok().map(|value| value.value())
}

/// One line of documentation.
fn doc_attribute(line: &str) -> Attribute {
    let meta = syn::MetaNameValue {
        path: syn::Ident::new("doc", proc_macro2::Span::call_site()).into(),
        eq_token: Default::default(),
        value: literal(line),
    };
    attribute(meta.into())
}

fn attribute(meta: syn::Meta) -> Attribute {
    Attribute {
        pound_token: Default::default(),
        style: syn::AttrStyle::Outer,
        bracket_token: Default::default(),
        meta,
    }
}

/// Takes the traits out of `#[derive(…)]`; the attribute goes with the last of them.
pub(super) fn derives(attributes: &mut Vec<Attribute>) -> Result<Vec<syn::Path>, Unexpected> {
    let mut found = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let paths = attribute
            .parse_args_with(
                syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated,
            )
            .map_err(|error| format!("a list of traits in `derive`: {error}"))?;
        found.extend(paths);
    }
    attributes.retain(|attribute| !attribute.path().is_ident("derive"));
    Ok(found)
}

/// Puts `#[derive(…)]` behind the documentation.
fn set_derives(attributes: &mut Vec<Attribute>, paths: &[syn::Path]) {
    let docs = attributes.iter().take_while(|attribute| attribute.path().is_ident("doc")).count();
    let list = syn::MetaList {
        path: syn::Ident::new("derive", proc_macro2::Span::call_site()).into(),
        delimiter: syn::MacroDelimiter::Paren(Default::default()),
        tokens: quote::quote!(#(#paths),*),
    };
    attributes.insert(docs, attribute(list.into()));
}
