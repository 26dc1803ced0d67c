//! The outline: one line for each type, field, variant and operation, each readable alone, so that
//! what changed for users is what changed in it.

use quote::ToTokens;
use syn::{Fields, ImplItem, Item};

use super::passes::{self, Client};

/// The outline of a client: the operations, then the types.
pub fn outline(client: &Client<'_>) -> String {
    let (mut operations, mut types) = (Vec::new(), Vec::new());
    for item in &client.file.items {
        match item {
            Item::Impl(block) if block.trait_.is_none() => {
                for item in &block.items {
                    if let ImplItem::Fn(method) = item {
                        operation(client, method, &mut operations);
                    }
                }
            }
            Item::Mod(module) if module.ident == "types" => {
                for item in module.content.iter().flat_map(|(_, items)| items) {
                    describe(client, item, &mut types);
                }
            }
            _ => {}
        }
    }
    operations.append(&mut types);
    operations.join("\n")
}

fn operation(client: &Client<'_>, method: &syn::ImplItemFn, lines: &mut Vec<String>) {
    let name = method.sig.ident.to_string();
    let route = client.document.facts().route(&name).unwrap_or_default();
    lines.push(format!("operation {name} = {route}"));
    for input in &method.sig.inputs {
        if let syn::FnArg::Typed(input) = input {
            let ty = code(&input.ty).replace("&'a ", "&");
            lines.push(format!("{name}({}): {ty}", code(&input.pat)));
        }
    }
    if let syn::ReturnType::Type(_, output) = &method.sig.output {
        lines.push(format!("{name} -> {}", code(output)));
    }
}

fn describe(client: &Client<'_>, item: &Item, lines: &mut Vec<String>) {
    match item {
        Item::Struct(item) => {
            let name = item.ident.to_string();
            let attributes = |fields: &Fields| match fields {
                Fields::Unnamed(inner) => code(inner),
                _ => String::new(),
            };
            lines.push(format!("struct {name}{}", attributes(&item.fields)));
            for field in &item.fields {
                let Some(ident) = &field.ident else { continue };
                let wire_name = passes::wire_name(&field.attrs, ident);
                let mut line = format!("{name}.{ident}: {}", code(&field.ty));
                if *ident != wire_name {
                    line.push_str(&format!(" = \"{wire_name}\""));
                }
                if let Some(fact) = client.document.facts().of_field(&name, &wire_name) {
                    line.push_str(if fact.is_expected { " (expected)" } else { "" });
                    line.push_str(if fact.is_sensitive { " (sensitive)" } else { "" });
                }
                lines.push(line);
            }
        }
        Item::Enum(item) => {
            let name = item.ident.to_string();
            lines.push(format!("enum {name}"));
            let values = client.document.facts().of_type(&name).map(|fact| &fact.variants);
            for variant in &item.variants {
                let ident = variant.ident.to_string();
                let value =
                    values.and_then(|values| values.iter().find(|(_, name)| **name == ident));
                lines.push(match value {
                    Some((value, _)) => format!("{name}::{ident} = \"{value}\""),
                    None => format!("{name}::{ident}{}", code(&variant.fields)),
                });
            }
        }
        _ => {}
    }
}

/// Code on one line, without the blanks that tokens put between everything.
fn code(tokens: &impl ToTokens) -> String {
    let mut code = String::new();
    for token in tokens.to_token_stream().to_string().split_whitespace() {
        let glue = code.is_empty()
            || token.starts_with([':', '<', '>', ',', '(', ')'])
            || code.ends_with([':', '<', '&', '(']);
        if !glue {
            code.push(' ');
        }
        code.push_str(token);
    }
    code
}
