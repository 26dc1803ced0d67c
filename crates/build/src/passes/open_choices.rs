//! Turns each choice with an object among its forms into an enum: a variant for each form and, if the choice is
//! received, one for values that have none of them.
//!
//! Precondition: a placeholder struct with a list for each form. progenitor would try the forms in order and take
//! the first that parses, which is always the first if most fields are optional.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Item, parse_quote};

use crate::names::OTHER_VARIANT;
use crate::normalise::Normalised;
use crate::plan::{Choice, JsonKind, KnownBy, Tag};
use crate::runtime;
use crate::syntax::{
    Unexpected, argument_of, implements, named_struct, type_ident, types, wire_name,
};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let items = types(file)?;
    let facts = document.plan();
    let structs: BTreeSet<String> =
        items.iter().filter_map(named_struct).map(|it| it.ident.to_string()).collect();
    let mut is_any_received = None;
    let mut written = Vec::new();
    for item in std::mem::take(items) {
        let fact = named_struct(&item).and_then(|it| facts.type_named(&it.ident.to_string()));
        match (item, fact.and_then(|fact| fact.choice.as_ref())) {
            (Item::Struct(item), Some(choice)) => {
                let is_received = facts.is_received(&item.ident);
                is_any_received = is_any_received.max(Some(is_received));
                let is_object = |name: &str| structs.contains(name).then(|| !facts.is_choice(name));
                written.extend(choose(&item, choice, is_received, is_object)?);
            }
            (item, _) => written.push(item),
        }
    }
    // progenitor's conversions are for the placeholder struct.
    written.retain(|item| {
        !implements(item).is_some_and(|(ty, name)| {
            facts.is_choice(ty) && !["Choice", "OpenChoice"].iter().any(|own| name == own)
        })
    });
    if let Some(is_any_received) = is_any_received {
        let imports: Item = match is_any_received {
            true => runtime::CHOICES_RECEIVED.item(),
            false => runtime::CHOICES_SENT.item(),
        };
        written.insert(0, imports);
    }
    *items = written;
    Ok(())
}

/// The enum, and its arguments for the macro.
fn choose(
    item: &syn::ItemStruct,
    choice: &Choice,
    is_received: bool,
    is_object: impl Fn(&str) -> Option<bool>,
) -> Result<Vec<Item>, Unexpected> {
    let name = &item.ident;
    let forms = choice.branches.iter().map(|known_by| form(item, choice, known_by, &is_object));
    let forms = forms.collect::<Result<Vec<_>, _>>()?;
    let (mut variants, mut arms): (Vec<_>, Vec<_>) =
        forms.iter().map(|form| (&form.variant, &form.arm)).unzip();
    let other = if is_received { Some(other()?) } else { None };
    variants.extend(other.as_ref().map(|other| &other.variant));
    arms.extend(other.as_ref().map(|other| &other.arm));
    let attributes = item.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let mut written: Vec<Item> = vec![
        parse_quote! {
            #(#attributes)*
            #[derive(Clone, PartialEq)]
            pub enum #name { #(#variants),* }
        },
        parse_quote! {
            impl Choice for #name {
                fn form<F: OneForm>(&self, of: F) -> F::Output {
                    match self { #(#arms),* }
                }
            }
        },
    ];
    let branches = forms.iter().map(|form| &form.branch);
    written.extend(match other {
        Some(other) => open(name, choice, branches, &other.branch),
        None => vec![parse_quote!(choice!(sent #name);)],
    });
    Ok(written)
}

/// The code for one form: its variant, its arm of `Choice::form`, and its reader.
struct Form {
    variant: TokenStream,
    arm: TokenStream,
    branch: TokenStream,
}

fn form(
    item: &syn::ItemStruct,
    choice: &Choice,
    known_by: &KnownBy,
    is_object: impl Fn(&str) -> Option<bool>,
) -> Result<Form, Unexpected> {
    let KnownBy { name: text, tags, .. } = known_by;
    let owner = &item.ident;
    let field = item
        .fields
        .iter()
        .find(|field| field.ident.as_ref().is_some_and(|it| wire_name(&field.attrs, it) == *text));
    let ty = &field.ok_or_else(|| format!("the form `{text}` of `{owner}`"))?.ty;
    let ty = argument_of(ty, "Vec").ok_or_else(|| format!("a list in `{owner}`"))?;
    let variant: syn::Ident = syn::parse_str(text).map_err(|_| format!("a name in `{text}`"))?;
    let target = type_ident(ty).map(ToString::to_string).unwrap_or_default();
    let is_object = is_object(&target);
    let ty = match is_object {
        Some(_) => parse_quote!(::std::boxed::Box<#ty>),
        None => ty.clone(),
    };
    let doc = describe(choice, known_by);
    let arm = match &choice.tag {
        Some(tag) if tag.is_written && is_object == Some(true) && !tags.is_empty() => {
            let method = if tag.is_literal { quote!(tagged_literally) } else { quote!(tagged) };
            let tag = &tag.name;
            quote!(Self::#variant(it) => of.#method(#text, #tag, &[#(#tags),*], it))
        }
        _ => quote!(Self::#variant(it) => of.plain(#text, it)),
    };
    let branch = branch(choice.tag.as_ref(), known_by, &variant);
    Ok(Form { variant: quote!(#[doc = #doc] #variant(#ty)), arm, branch })
}

/// The form for received values that have none of the others.
fn other() -> Result<Form, Unexpected> {
    let other: syn::Ident = syn::parse_str(OTHER_VARIANT).map_err(|error| error.to_string())?;
    Ok(Form {
        variant: quote!(
            #[doc = " A value that has none of these forms, as it was sent."]
            #other(::serde_json::Value)
        ),
        arm: quote!(Self::#other(it) => of.other(#OTHER_VARIANT, it)),
        branch: quote!(Self::#other(value)),
    })
}

/// The reader of a received choice.
fn open<'a>(
    name: &syn::Ident,
    choice: &Choice,
    branches: impl Iterator<Item = &'a TokenStream>,
    other: &TokenStream,
) -> Vec<Item> {
    let tag: syn::Expr = match &choice.tag {
        Some(Tag { name, .. }) => parse_quote!(Some(#name)),
        None => parse_quote!(None),
    };
    vec![
        parse_quote! {
            impl OpenChoice for #name {
                const TAG: Option<&'static str> = #tag;
                fn branches(to: &mut impl Branches<Self>) {
                    #(#branches)*
                }
                fn other(value: ::serde_json::Value) -> Self {
                    #other
                }
            }
        },
        parse_quote!(choice!(received #name);),
    ]
}

/// How a form is recognised: by its tag and, if it may lack one, by its properties.
fn branch(tag: Option<&Tag>, mark: &KnownBy, variant: &syn::Ident) -> TokenStream {
    let (tags, keys) = (&mark.tags, &mark.keys);
    let kind = runtime::kind(mark.kind);
    let by_tag = quote!(to.tagged(&[#(#tags),*], Self::#variant););
    let by_keys = quote!(to.with(&[#(#keys),*], Self::#variant););
    match (tag.is_none() || tags.is_empty(), keys.is_empty()) {
        (false, false) => quote!(#by_tag #by_keys),
        (false, true) => by_tag,
        (true, false) => by_keys,
        (true, true) => quote!(to.kind(#kind, Self::#variant);),
    }
}

/// How a form is recognised, for the documentation.
fn describe(choice: &Choice, mark: &KnownBy) -> String {
    let listed = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        match words.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    };
    let is_known_object = |it: &KnownBy| !it.tags.is_empty() || !it.keys.is_empty();
    match (&choice.tag, mark.tags.is_empty(), mark.keys.is_empty(), mark.kind) {
        (Some(Tag { name, .. }), false, false, _) => {
            let keys = listed(&mark.keys).replace(" or ", " and ");
            format!(" If `{name}` is {}, or with {keys}.", listed(&mark.tags))
        }
        (Some(Tag { name, .. }), false, true, _) => {
            format!(" If `{name}` is {}.", listed(&mark.tags))
        }
        (_, _, false, _) => format!(" With {}.", listed(&mark.keys).replace(" or ", " and ")),
        (_, _, _, JsonKind::Object) if choice.branches.iter().any(is_known_object) => {
            " Any other object.".to_owned()
        }
        (_, _, _, JsonKind::Object) => " An object.".to_owned(),
        (_, _, _, JsonKind::List) => " A list.".to_owned(),
        (_, _, _, JsonKind::String) => " A string.".to_owned(),
        (_, _, _, JsonKind::Number) => " A number.".to_owned(),
        (_, _, _, JsonKind::Boolean) => " A boolean.".to_owned(),
    }
}
