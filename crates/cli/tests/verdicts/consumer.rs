//! A program that uses everything that a crate lets its users use: generated from the syntax tree of
//! one client, to be compiled against another one.
//!
//! It names each type, reads and writes each field as exactly its type, takes each enum apart variant by
//! variant, asks for each trait, and mentions each method. It has a `_` only where `#[non_exhaustive]`
//! demands one: what Cargo's reference calls a minor change must not break it.

use std::fmt::Write;
use std::path::Path;

use quote::{ToTokens, quote};
use syn::{
    Attribute, Fields, FnArg, GenericArgument, ImplItem, Item, PathArguments, Type, Visibility,
};

/// The consumer of a client: its generated code, and the directory of its runtime.
pub fn of(code: &str, runtime: &Path) -> String {
    let mut consumer = Consumer::default();
    for item in syn::parse_file(code).unwrap().items {
        if let Item::Mod(module) = item {
            let path = format!("client::{}", module.ident);
            consumer.module(&path, &module.content.unwrap().1);
        } else if let Item::Impl(item) = item {
            item.items.iter().for_each(|item| consumer.operation(item));
        }
    }
    consumer.runtime(runtime);
    let head = "#![allow(warnings)]\nfn main() {}\n";
    format!("{head}{}", consumer.text)
}

#[derive(Default)]
struct Consumer {
    text: String,
    count: usize,
}

impl Consumer {
    fn line(&mut self, line: &str) {
        writeln!(self.text, "{line}").unwrap();
    }

    /// A function of a name of its own.
    fn function(&mut self, rest: &str) {
        self.count += 1;
        self.line(&format!("fn use_{}{rest}", self.count));
    }

    /// A module, in which names mean what they mean in the client's.
    fn module(&mut self, path: &str, items: &[Item]) {
        self.count += 1;
        self.line(&format!("mod use_{} {{ use client::types; use {path}::*;", self.count));
        for item in items {
            self.item(path, item);
        }
        self.line("}");
    }

    fn item(&mut self, path: &str, item: &Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => self.structure(item),
            Item::Enum(item) if is_public(&item.vis) => self.enumeration(item),
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) => self.made_by_macro(item),
            Item::Mod(item) if is_public(&item.vis) => {
                let (_, items) = item.content.as_ref().unwrap();
                self.module(&format!("{path}::{}", item.ident), items);
            }
            Item::Use(item) => assert!(!is_public(&item.vis), "{path}: a public `use`"),
            item => panic!("{path}: the consumer does not know {}", item.to_token_stream()),
        }
    }

    fn structure(&mut self, item: &syn::ItemStruct) {
        let name = item.ident.to_string();
        self.traits(&name, &derived(&item.attrs));
        let Fields::Named(fields) = &item.fields else {
            let is_opaque = item.fields.iter().all(|field| !is_public(&field.vis));
            assert!(is_opaque, "{name}: a public field without a name");
            return self.function(&format!("(_: {name}) {{}}"));
        };
        let mut names = Vec::new();
        for field in &fields.named {
            assert!(is_public(&field.vis), "{name}: a private field");
            let (ident, ty) = (field.ident.as_ref().unwrap(), code(&field.ty));
            self.function(&format!("(value: {name}) -> {ty} {{ value.{ident} }}"));
            self.function(&format!("(value: &mut {name}, new: {ty}) {{ value.{ident} = new; }}"));
            names.push(ident.to_string());
        }
        if !is_non_exhaustive(&item.attrs) {
            let all = format!("{name} {{ {} }}", names.join(", "));
            self.function(&format!("({all}: {name}) -> {name} {{ {all} }}"));
        }
    }

    fn enumeration(&mut self, item: &syn::ItemEnum) {
        let name = item.ident.to_string();
        self.traits(&name, &derived(&item.attrs));
        let mut arms = String::new();
        for variant in &item.variants {
            let ident = &variant.ident;
            match &variant.fields {
                Fields::Unit => writeln!(arms, "{name}::{ident} => {name}::{ident},").unwrap(),
                Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                    let ty = code(&fields.unnamed[0].ty);
                    let arm = format!("{{ let new: {ty} = value; {name}::{ident}(new) }}");
                    writeln!(arms, "{name}::{ident}(value) => {arm}").unwrap();
                }
                _ => panic!("{name}::{ident}: the consumer does not know this form"),
            }
        }
        if is_non_exhaustive(&item.attrs) {
            arms += "_ => panic!(),\n";
        }
        self.function(&format!("(value: {name}) -> {name} {{ match value {{\n{arms}}} }}"));
    }

    /// Asks for traits, and for those that follow from what a type consists of.
    fn traits(&mut self, name: &str, traits: &[String]) {
        let bounds = ["Send", "Sync", "Unpin", "'static"].map(str::to_owned);
        let bounds = [&bounds, traits].concat().join(" + ");
        self.function(&format!("() {{ fn ask<T: {bounds}>() {{}} ask::<{name}>() }}"));
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let name = code(&item.self_ty);
        let Some((path, _)) = &item.trait_ else {
            return item.items.iter().for_each(|item| self.method(&name, item));
        };
        // Users cannot name the crate's own traits.
        let first = path.segments[0].ident.to_string();
        if ["crate", "openapi_client_runtime", "Object", "OpenEnum"].contains(&first.as_str()) {
            return;
        }
        let associated = item.items.iter().filter_map(|item| match item {
            ImplItem::Type(item) => Some(format!("{} = {}", item.ident, for_users(&item.ty))),
            _ => None,
        });
        let mut arguments: Vec<String> = associated.collect();
        let mut path = path.clone();
        let last = path.segments.last_mut().unwrap();
        if let PathArguments::AngleBracketed(generic) = std::mem::take(&mut last.arguments) {
            arguments.splice(
                0..0,
                generic.args.iter().map(GenericArgument::to_token_stream).map(|a| a.to_string()),
            );
        }
        let arguments = arguments.join(", ");
        self.traits(&name, &[format!("{}<{arguments}>", code(&path)).replace("<>", "")]);
    }

    /// What the macros of the runtime implement.
    fn made_by_macro(&mut self, item: &syn::ItemMacro) {
        let mut words =
            item.mac.tokens.clone().into_iter().map(|token| token.to_string()).peekable();
        let is_received = words.peek().is_some_and(|word| word == "received");
        let name = words.find(|word| word != "received" && word != "sent").unwrap();
        let macro_name = item.mac.path.segments.last().map(|last| last.ident.to_string());
        match macro_name.as_deref().unwrap_or_default() {
            "choice" | "object" => {
                self.traits(&name, &["std::fmt::Debug", "serde::Serialize"].map(str::to_owned));
                if is_received {
                    self.traits(&name, &["serde::de::DeserializeOwned".to_owned()]);
                }
            }
            "constrained" => self.traits(&name, &["std::ops::Deref<Target = String>".to_owned()]),
            // The forms come first: `read_as!(Self::Text => Value)`.
            "read_as" => {
                let name = words.last().unwrap();
                self.traits(&name, &["serde::de::DeserializeOwned".to_owned()]);
            }
            "options" | "variants" => {
                let name = words.last().unwrap();
                self.traits(&name, &["std::fmt::Debug".to_owned()]);
            }
            "open_enum" => {
                let traits = [
                    "std::fmt::Display",
                    "serde::Serialize",
                    "serde::de::DeserializeOwned",
                    "for<'a> From<&'a str>",
                ];
                self.traits(&name, &traits.map(str::to_owned));
                self.function(&format!("(value: &{name}) -> &str {{ value.as_str() }}"));
            }
            // A trait of the runtime's own.
            "described" => {}
            other => panic!("the consumer does not know the macro {other}!"),
        }
    }

    /// Calls a method of the generated client with exactly its types, and takes exactly its result.
    fn operation(&mut self, item: &ImplItem) {
        let ImplItem::Fn(method) = item else { return };
        let (name, output) = (&method.sig.ident, method.sig.output.to_token_stream());
        let parameters =
            method.sig.inputs.iter().enumerate().filter_map(|(index, input)| match input {
                FnArg::Typed(input) => Some((format!("p{index}"), code(&input.ty))),
                FnArg::Receiver(_) => None,
            });
        let (names, typed): (Vec<_>, Vec<_>) =
            parameters.map(|(name, ty)| (name.clone(), format!("{name}: {ty}"))).unzip();
        self.count += 1;
        self.line(&format!(
            "mod use_{} {{ use client::{{Failure, Operations, Response, options, types}}; \
             async fn call<'a>(api: &'a Operations, {}) {output} {{ api.{name}({}).await }} }}",
            self.count,
            typed.join(", "),
            names.join(", ")
        ));
    }

    /// Mentions a public method. One that is generic cannot be mentioned without saying in what.
    fn method(&mut self, of: &str, item: &ImplItem) {
        let ImplItem::Fn(method) = item else { return };
        let is_generic = method.sig.generics.type_params().next().is_some()
            || method.sig.inputs.iter().any(|input| match input {
                FnArg::Typed(input) => matches!(*input.ty, Type::ImplTrait(_)),
                FnArg::Receiver(_) => false,
            });
        if is_public(&method.vis) && !is_generic {
            self.function(&format!("() {{ let _ = {of}::{}; }}", method.sig.ident));
        }
    }

    /// The public methods of the types that the hand-written part exports.
    fn runtime(&mut self, directory: &Path) {
        let parse = |name: &str| {
            let text = std::fs::read_to_string(directory.join(name)).unwrap();
            syn::parse_file(&text).unwrap().items
        };
        for item in parse("lib.rs") {
            let (module, names) = match &item {
                // Other crates, which are the same on both sides.
                Item::Use(item) if matches!(item.tree, syn::UseTree::Group(_)) => continue,
                Item::Use(item) if is_public(&item.vis) => exported(&item.tree),
                Item::Mod(item) if is_public(&item.vis) => (item.ident.to_string(), None),
                _ => continue,
            };
            let file = format!("{module}.rs");
            if module == "generated" || !directory.join(&file).exists() {
                continue;
            }
            let path =
                if names.is_some() { "client".to_owned() } else { format!("client::{module}") };
            for item in parse(&file) {
                let Item::Impl(item) = item else { continue };
                let name = code(&item.self_ty);
                let is_exported = names.as_ref().is_none_or(|names| names.contains(&name));
                if item.trait_.is_none() && is_exported && item.generics.params.is_empty() {
                    let of = format!("{path}::{name}");
                    item.items.iter().for_each(|item| self.method(&of, item));
                }
            }
        }
    }
}

/// A type as users name it: one of the runtime as the client exports it.
fn for_users(ty: &Type) -> String {
    match ty {
        Type::Path(path) if path.path.segments[0].ident == "openapi_client_runtime" => {
            format!("client::{}", path.path.segments.last().unwrap().ident)
        }
        _ => code(ty),
    }
}

/// The module and the names of `module::{A, B}`.
fn exported(tree: &syn::UseTree) -> (String, Option<Vec<String>>) {
    let syn::UseTree::Path(path) = tree else { panic!("`{}` is exported", quote!(#tree)) };
    let names = code(&path.tree).replace(['{', '}'], "");
    (path.ident.to_string(), Some(names.split(',').map(|name| name.trim().to_owned()).collect()))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_non_exhaustive(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive"))
}

/// The traits of `#[derive(…)]`, as bounds.
fn derived(attributes: &[Attribute]) -> Vec<String> {
    let mut traits = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        attribute
            .parse_nested_meta(|one| {
                let last = one.path.segments.last().unwrap().ident.to_string();
                traits.push(match last.as_str() {
                    "Debug" => "std::fmt::Debug".to_owned(),
                    "Hash" => "std::hash::Hash".to_owned(),
                    "Deserialize" => "serde::de::DeserializeOwned".to_owned(),
                    _ => code(&one.path),
                });
                Ok(())
            })
            .unwrap();
    }
    traits
}

fn code(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
