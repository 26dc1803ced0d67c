//! Parses progenitor's tokens one item at a time. As tokens, as syn's buffer of them and as a tree an item takes about
//! the same memory, so that a large document never has more than one of its items in all three forms.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{File, Item};

/// Parses a file, which has no inner attributes.
pub fn parse(tokens: TokenStream) -> syn::Result<File> {
    let nothing = syn::parse2::<File>(TokenStream::new())?;
    Ok(File { items: items(tokens)?, ..nothing })
}

/// Parses items: each ends with a semicolon, or with braces that no semicolon follows.
fn items(tokens: TokenStream) -> syn::Result<Vec<Item>> {
    let (mut items, mut item) = (Vec::new(), Vec::new());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let ends = match &token {
            TokenTree::Group(group) => {
                group.delimiter() == Delimiter::Brace && !tokens.peek().is_some_and(is_semicolon)
            }
            other => is_semicolon(other),
        };
        item.push(token);
        if ends || tokens.peek().is_none() {
            items.push(parse_item(std::mem::take(&mut item))?);
        }
    }
    Ok(items)
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

/// Parses an item; of a module each of its items.
fn parse_item(mut tokens: Vec<TokenTree>) -> syn::Result<Item> {
    let is_module = tokens.iter().any(|it| matches!(it, TokenTree::Ident(word) if word == "mod"));
    let Some(TokenTree::Group(body)) = tokens.pop_if(|_| is_module) else {
        return syn::parse2(tokens.into_iter().collect());
    };
    let inside = body.stream();
    tokens.push(TokenTree::Group(Group::new(body.delimiter(), TokenStream::new())));
    // The stream is taken apart, and not copied, if nothing else has it.
    drop(body);
    let mut item = syn::parse2(tokens.into_iter().collect())?;
    if let Item::Mod(module) = &mut item
        && let Some((_, content)) = &mut module.content
    {
        *content = items(inside)?;
    }
    Ok(item)
}
