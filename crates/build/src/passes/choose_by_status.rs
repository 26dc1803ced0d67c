//! Turns the types of different statuses into an enum, whose variant the status of the response chooses.
//!
//! Precondition: the normaliser's struct with a member for each status, with members and impls as the earlier
//! passes left them. OpenAPI cannot express a choice by status, and progenitor takes one type for all.

use std::collections::BTreeMap;

use proc_macro2::TokenTree;
use quote::quote;
use syn::{Item, parse_quote};

use crate::normalise::Normalised;
use crate::passes::show_variants;
use crate::plan::call::{Arm, Statuses};
use crate::runtime::{CONTENT, READER};
use crate::syntax::{Unexpected, argument_of, implements, types, wire_name};

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let mut unions: BTreeMap<String, &[Arm]> =
        document.plan().unions().map(|(name, arms)| (name.to_owned(), arms)).collect();
    if unions.is_empty() {
        return Ok(());
    }
    let items = types(file)?;
    // The impls of the structs: the list of members, and the traits made from it.
    items.retain(|item| match item {
        // `object!(sent Name);`
        Item::Macro(item) => match item.mac.tokens.clone().into_iter().last() {
            Some(TokenTree::Ident(name)) => !unions.contains_key(&name.to_string()),
            _ => true,
        },
        item => implements(item).is_none_or(|(ty, _)| !unions.contains_key(&ty.to_string())),
    });
    for item in std::mem::take(items) {
        match item {
            Item::Struct(members) => match unions.remove(&members.ident.to_string()) {
                Some(arms) => {
                    let (choice, content) = choice(&members, arms)?;
                    let debug = show_variants::of_enum(&choice)?;
                    items.extend([Item::Enum(choice), debug, content]);
                }
                None => items.push(Item::Struct(members)),
            },
            other => items.push(other),
        }
    }
    match unions.into_keys().next() {
        Some(name) => Err(format!("the struct of the statuses of `{name}`")),
        None => Ok(()),
    }
}

/// The enum, and its reader.
fn choice(members: &syn::ItemStruct, arms: &[Arm]) -> Result<(syn::ItemEnum, Item), Unexpected> {
    let name = &members.ident;
    // Tokens, since they are parsed together with the enum.
    let (mut variants, mut reads) = (Vec::new(), Vec::new());
    for arm in arms {
        let pattern = match arm.statuses {
            Statuses::Exactly(status) => {
                let status = proc_macro2::Literal::u16_unsuffixed(status);
                quote!(#status)
            }
            Statuses::Range(hundreds) => {
                let first = proc_macro2::Literal::u16_unsuffixed(hundreds * 100);
                let last = proc_macro2::Literal::u16_unsuffixed(hundreds * 100 + 99);
                quote!(#first..=#last)
            }
            Statuses::Others => quote!(_),
        };
        let Some(variant) = &arm.variant else {
            reads.push(quote!(#pattern => None,));
            continue;
        };
        let is_member = |field: &&syn::Field| {
            field.ident.as_ref().is_some_and(|ident| wire_name(&field.attrs, ident) == *variant)
        };
        let member = members.fields.iter().find(is_member);
        let member = member.ok_or_else(|| format!("the member `{variant}` of `{name}`"))?;
        let ty = argument_of(&member.ty, "Option").unwrap_or(&member.ty);
        let ident: syn::Ident = syn::parse_str(variant).map_err(|error| error.to_string())?;
        let doc = match arm.statuses {
            Statuses::Exactly(status) => {
                format!(" The body of an answer with the status {status}.")
            }
            Statuses::Range(hundreds) => {
                format!(" The body of an answer with another status {hundreds}xx.")
            }
            Statuses::Others => " The body of an answer with any other status.".to_owned(),
        };
        variants.push(quote!(#[doc = #doc] #ident(#ty)));
        reads.push(quote!(#pattern => from.whole().map(Self::#ident),));
    }
    let choice = parse_quote! {
        #[doc = " The body of the answer, by its status."]
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    };
    let content = parse_quote! {
        impl #CONTENT for #name {
            fn read(status: ::http::StatusCode, from: &mut #READER<'_>) -> Option<Self> {
                match status.as_u16() { #(#reads)* }
            }
        }
    };
    Ok((choice, content))
}
