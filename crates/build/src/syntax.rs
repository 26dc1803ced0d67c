//! Helpers for syntax trees: what `lower` and the passes look up and write.

use syn::visit::{self, Visit};
use syn::{Attribute, Item};

/// A part of progenitor's code that was expected and is missing.
pub type Unexpected = String;

/// `mod types`.
pub fn types_module(file: &mut syn::File) -> Result<&mut syn::ItemMod, Unexpected> {
    file.items
        .iter_mut()
        .find_map(|item| match item {
            Item::Mod(module) if module.ident == "types" => Some(module),
            _ => None,
        })
        .ok_or_else(|| "`mod types`".to_owned())
}

/// The items of `mod types`.
pub fn types(file: &mut syn::File) -> Result<&mut Vec<Item>, Unexpected> {
    let content = types_module(file)?.content.as_mut();
    content.map(|(_, items)| items).ok_or_else(|| "the items of `mod types`".to_owned())
}

/// The methods of the operations.
pub fn methods(file: &mut syn::File) -> impl Iterator<Item = &mut syn::ImplItemFn> {
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
pub fn is_request(statement: &syn::Stmt) -> bool {
    matches!(statement, syn::Stmt::Local(local) if !local.attrs.is_empty())
}

/// The last name of a type's path: `Foo` of `types::Foo`.
pub fn type_ident(ty: &syn::Type) -> Option<&syn::Ident> {
    match ty {
        syn::Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// True if a statement is `let name = …`.
pub fn is_let(statement: &syn::Stmt, name: &str) -> bool {
    matches!(statement, syn::Stmt::Local(syn::Local { pat: syn::Pat::Ident(it), .. }) if it.ident == name)
}

/// True if an expression is a path that ends in `name`.
pub fn is_path_to(expression: &syn::Expr, name: &str) -> bool {
    matches!(expression, syn::Expr::Path(it) if it.path.segments.last().is_some_and(|last| last.ident == name))
}

/// True if items name a path that `is_wanted` accepts.
pub fn any_path<'a>(
    items: impl IntoIterator<Item = &'a Item>,
    is_wanted: impl Fn(&syn::Path) -> bool,
) -> bool {
    struct Paths<P> {
        is_wanted: P,
        is_found: bool,
    }
    impl<'ast, P: Fn(&syn::Path) -> bool> Visit<'ast> for Paths<P> {
        fn visit_path(&mut self, path: &'ast syn::Path) {
            self.is_found |= (self.is_wanted)(path);
            visit::visit_path(self, path);
        }
    }
    let mut paths = Paths { is_wanted, is_found: false };
    items.into_iter().for_each(|item| paths.visit_item(item));
    paths.is_found
}

/// `T` of `Outer<T>`.
pub fn argument_of<'a>(ty: &'a syn::Type, outer: &str) -> Option<&'a syn::Type> {
    type_arguments(ty, outer).next()
}

/// Every type `T` of `Outer<T, …>`.
pub fn type_arguments<'a>(
    ty: &'a syn::Type,
    outer: &str,
) -> impl Iterator<Item = &'a syn::Type> + use<'a> {
    let path = match ty {
        syn::Type::Path(path) => path.path.segments.last().filter(|last| last.ident == outer),
        _ => None,
    };
    path.into_iter().flat_map(arguments)
}

/// Every type `T` of a segment `Outer<T, …>`.
fn arguments(segment: &syn::PathSegment) -> impl Iterator<Item = &syn::Type> {
    let arguments = match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        syn::GenericArgument::Type(inner) => Some(inner),
        _ => None,
    })
}

/// The struct that an item is, if its fields have names.
pub fn named_struct(item: &Item) -> Option<&syn::ItemStruct> {
    match item {
        Item::Struct(item) if matches!(item.fields, syn::Fields::Named(_)) => Some(item),
        _ => None,
    }
}

/// The text of the documentation, as it is in the source.
pub fn doc_text(attributes: &[Attribute]) -> Option<String> {
    let lines: Vec<String> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .filter_map(|attribute| match &attribute.meta {
            syn::Meta::NameValue(line) => string(&line.value),
            _ => None,
        })
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// A string literal.
pub fn literal(text: &str) -> syn::Expr {
    let lit = syn::Lit::Str(syn::LitStr::new(text, proc_macro2::Span::call_site()));
    syn::Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit })
}

/// The text of a string literal.
pub fn string(expression: &syn::Expr) -> Option<String> {
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = expression else {
        return None;
    };
    Some(text.value())
}

/// The type and the trait of an `impl` block, if it implements one.
pub fn implements(item: &Item) -> Option<(&syn::Ident, &syn::Ident)> {
    let Item::Impl(block) = item else { return None };
    let (path, _) = block.trait_.as_ref()?;
    Some((type_ident(&block.self_ty)?, &path.segments.last()?.ident))
}

/// The name in JSON: that of `#[serde(rename = "…")]`, or the Rust name.
pub fn wire_name(attributes: &[Attribute], ident: &syn::Ident) -> String {
    let renamed = attributes.iter().find_map(|attribute| match &attribute.meta {
        syn::Meta::List(list) if list.path.is_ident("serde") => rename(list.tokens.clone()),
        _ => None,
    });
    renamed.unwrap_or_else(|| ident.to_string())
}

/// The text of `rename = "…"`.
pub fn rename(options: proc_macro2::TokenStream) -> Option<String> {
    let mut options = options.into_iter();
    options.find(|option| option.to_string() == "rename")?;
    let value = options.nth(1)?;
    syn::parse2::<syn::LitStr>(value.into()).ok().map(|value| value.value())
}

/// One line of documentation.
pub fn doc_attribute(line: &str) -> Attribute {
    // rustc rejects bidirectional control characters and a bare carriage return.
    let is_refused =
        |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\r');
    let line = line.replace(is_refused, "");
    let meta = syn::MetaNameValue {
        path: syn::Ident::new("doc", proc_macro2::Span::call_site()).into(),
        eq_token: Default::default(),
        value: literal(&line),
    };
    attribute(meta.into())
}

/// An outer attribute.
pub fn attribute(meta: syn::Meta) -> Attribute {
    Attribute {
        pound_token: Default::default(),
        style: syn::AttrStyle::Outer,
        bracket_token: Default::default(),
        meta,
    }
}

/// Removes traits from `#[derive(…)]`, and the attribute if it becomes empty.
pub fn derives(attributes: &mut Vec<Attribute>) -> Result<Vec<syn::Path>, Unexpected> {
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
pub fn set_derives(attributes: &mut Vec<Attribute>, paths: &[syn::Path]) {
    let docs = attributes.iter().take_while(|attribute| attribute.path().is_ident("doc")).count();
    let list = syn::MetaList {
        path: syn::Ident::new("derive", proc_macro2::Span::call_site()).into(),
        delimiter: syn::MacroDelimiter::Paren(Default::default()),
        tokens: quote::quote!(#(#paths),*),
    };
    attributes.insert(docs, attribute(list.into()));
}
