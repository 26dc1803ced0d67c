//! Lists the members of each struct once: for `Debug`, which hides the sensitive ones; for `Serialize`, which
//! leaves out absent ones; and for the tolerant reader, which needs their contract.
//!
//! Precondition: structs that derive `Debug` and `Serialize`. Neither progenitor nor a derive knows which members
//! are sensitive or required by the contract.

use quote::{format_ident, quote};
use syn::{Expr, Item, parse_quote};

use crate::names::OTHER_VARIANT;
use crate::normalise::Normalised;
use crate::passes::show_variants;
use crate::runtime::{self, DESCRIBED, READ_AS};
use crate::syntax::{Unexpected, derives, set_derives, type_ident, types, wire_name};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let forms = Forms::new();
    let items = types(file)?;
    let mut listed = Vec::new();
    for item in std::mem::take(items) {
        match item {
            Item::Struct(mut item) if matches!(item.fields, syn::Fields::Named(_)) => {
                let (members, implementations) = list(&mut item, document, &forms)?;
                listed.extend([Item::Struct(item), members, implementations]);
            }
            Item::Enum(item) if document.plan().is_choice(&item.ident) => {
                listed.push(Item::Enum(item));
            }
            // A tuple struct: a list of itself, an object without members, or a scalar with a name.
            Item::Struct(mut item) if has_open_value(&item) => {
                show_variants::underive(&mut item.attrs)?;
                let debug = show_variants::of_wrapper(&item);
                let read = read_as(&item.ident, [parse_quote!(Self)], &mut item.attrs, document)?;
                listed.extend([Item::Struct(item), debug, read]);
            }
            Item::Enum(mut item) if is_choice(&item) => {
                show_variants::underive(&mut item.attrs)?;
                let debug = show_variants::of_enum(&item)?;
                let forms = item.variants.iter().map(|variant| {
                    let variant = &variant.ident;
                    parse_quote!(Self::#variant)
                });
                let read = read_as(&item.ident, forms, &mut item.attrs, document)?;
                listed.extend([Item::Enum(item), debug, read]);
            }
            Item::Enum(item) => {
                // An enum that is only sent is closed; nothing else describes it.
                let is_sent = document.plan().is_sent(&item.ident);
                let described = is_sent.then(|| described(&item.ident));
                listed.push(Item::Enum(item));
                listed.extend(described);
            }
            other => listed.push(other),
        }
    }
    *items = listed;
    items.insert(0, runtime::OBJECTS.item());
    Ok(())
}

/// The code that every struct and field gets, parsed once for all.
struct Forms {
    received: syn::ItemImpl,
    sent: syn::ItemImpl,
    member: syn::Path,
}

impl Forms {
    fn new() -> Self {
        let members = |direction: syn::Ident| {
            parse_quote! {
                impl Object<#direction> for Self {
                    fn members(it: &mut Place<'_, Self>, to: &mut impl Access<#direction>) {}
                }
            }
        };
        Self {
            received: members(parse_quote!(Received)),
            sent: members(parse_quote!(Sent)),
            member: parse_quote!(member),
        }
    }

    /// The list of the members of a struct.
    fn members(&self, name: &syn::Ident, is_received: bool, calls: Vec<syn::Stmt>) -> Item {
        let mut members = if is_received { &self.received } else { &self.sent }.clone();
        *members.self_ty = parse_quote!(#name);
        if let Some(syn::ImplItem::Fn(function)) = members.items.first_mut() {
            function.block.stmts = calls;
        }
        Item::Impl(members)
    }

    /// `member!(to.method(it.ident));`, or `member!(to.method(it.ident = "wire_name"));` if the names differ.
    fn call(&self, method: &str, wire_name: &str, ident: &syn::Ident) -> syn::Stmt {
        let method = format_ident!("{method}");
        let name = (ident != wire_name).then(|| quote!(= #wire_name));
        let mac = syn::Macro {
            path: self.member.clone(),
            bang_token: Default::default(),
            delimiter: syn::MacroDelimiter::Paren(Default::default()),
            tokens: quote!(to.#method(it.#ident #name)),
        };
        let semi_token = Some(Default::default());
        syn::Stmt::Macro(syn::StmtMacro { attrs: Vec::new(), mac, semi_token })
    }
}

/// The members of a struct, and the impls made from them.
fn list(
    item: &mut syn::ItemStruct,
    document: &Normalised,
    forms: &Forms,
) -> Result<(Item, Item), Unexpected> {
    let name = item.ident.clone();
    let type_name = name.to_string();
    let mut traits = derives(&mut item.attrs)?;
    let is_read = traits.iter().any(|path| is_trait(path, "Deserialize"));
    let is_received = document.plan().is_received(&name);
    let mut calls = Vec::new();
    for field in &mut item.fields {
        let Some(ident) = field.ident.clone() else { continue };
        let wire_name = wire_name(&field.attrs, &ident);
        let fact = document.plan().field(&type_name, &wire_name);
        let is_expected = fact.is_some_and(|fact| fact.is_expected);
        let is_sensitive = fact.is_some_and(|fact| fact.is_sensitive);
        let is_optional = type_ident(&field.ty).is_some_and(|ident| ident == "Option");
        // A required nullable member without a value is sent as `null`.
        let is_null = document.plan().is_sent(&name) && fact.is_some_and(|fact| fact.is_required);
        let method = match (is_optional && !is_null, is_expected) {
            (false, _) => "required",
            (true, true) => "expected",
            (true, false) => "optional",
        };
        let method = if is_sensitive { format!("sensitive_{method}") } else { method.to_owned() };
        calls.push(forms.call(&method, &wire_name, &ident));
        // `Serialize` omits absent members; an absent `Option` reads as `None` anyway.
        field.attrs.retain(|attribute| !attribute.path().is_ident("serde"));
        // Only a derive understands the attribute.
        if is_read && !is_received && ident != wire_name {
            field.attrs.push(parse_quote!(#[serde(rename = #wire_name)]));
        }
    }
    let is_written_here = |path: &syn::Path| {
        ["Debug", "Serialize"].iter().any(|name| is_trait(path, name))
            || (is_received && is_trait(path, "Deserialize"))
    };
    traits.retain(|path| !is_written_here(path));
    set_derives(&mut item.attrs, &traits);
    let word = if is_received { quote!(received) } else { quote!(sent) };
    let members = forms.members(&name, is_received, calls);
    Ok((members, parse_quote!(object!(#word #name);)))
}

fn is_trait(path: &syn::Path, name: &str) -> bool {
    path.segments.last().is_some_and(|last| last.ident == name)
}

/// True for a type around any value of another. One that checks its value, for a parameter, keeps it to itself.
fn has_open_value(item: &syn::ItemStruct) -> bool {
    item.fields.iter().any(|field| matches!(field.vis, syn::Visibility::Public(_)))
}

fn is_choice(item: &syn::ItemEnum) -> bool {
    item.variants.iter().any(|variant| !variant.fields.is_empty() && variant.ident != OTHER_VARIANT)
}

/// How a type that is received is read, from the first of its forms that fits; of one that is only sent, that it is
/// described.
fn read_as(
    name: &syn::Ident,
    forms: impl IntoIterator<Item = Expr>,
    attributes: &mut Vec<syn::Attribute>,
    document: &Normalised,
) -> Result<Item, Unexpected> {
    if !document.plan().is_received(name) {
        return Ok(described(name));
    }
    let mut traits = derives(attributes)?;
    traits.retain(|path| !is_trait(path, "Deserialize"));
    set_derives(attributes, &traits);
    let forms = forms.into_iter();
    Ok(parse_quote!(#READ_AS!(#(#forms),* => #name);))
}

fn described(name: &syn::Ident) -> Item {
    parse_quote!(#DESCRIBED!(#name);)
}
