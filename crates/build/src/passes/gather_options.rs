//! Gathers the optional parameters of an operation in a type, so that one that is added breaks no call:
//! `get_session` takes what is required, and `get_session_with` takes the options, too. An operation without
//! options has only the first method.
//!
//! Precondition: documented methods, whose parameters have their planned names. A Rust method has no optional
//! parameters, so no document can describe this.

use quote::{ToTokens, format_ident, quote};
use syn::{FnArg, Ident, ImplItem, ImplItemFn, Item, Pat, Type, parse_quote};

use crate::names;
use crate::normalise::Normalised;
use crate::passes::document_items::set_doc;
use crate::plan::OperationPlan;
use crate::plan::call::Optional;
use crate::runtime;
use crate::syntax::{Unexpected, any_path, argument_of, type_ident};

/// The module of the types.
const MODULE: &str = "options";

/// Its documentation.
const WORDS: &str = "The optional parameters of the operations. Start with `default()`, set what is needed, and \
    call the method whose name ends in `_with`.";

pub(super) fn run(file: &mut syn::File, document: &Normalised) -> Result<(), Unexpected> {
    let mut types = Vec::new();
    for item in &mut file.items {
        let Item::Impl(block) = item else { continue };
        if block.trait_.is_some() {
            continue;
        }
        for item in std::mem::take(&mut block.items) {
            let plan = match &item {
                ImplItem::Fn(method) => document.plan().operation(&method.sig.ident.to_string()),
                _ => None,
            };
            match (item, plan) {
                (ImplItem::Fn(method), Some(plan)) if !plan.call.options().is_empty() => {
                    let gathered = Gathered::of(method, plan)?;
                    types.extend(gathered.items());
                    block.items.extend([gathered.plain(), gathered.with(plan)].map(ImplItem::Fn));
                }
                (item, _) => block.items.push(item),
            }
        }
    }
    if types.is_empty() {
        return Ok(());
    }
    let import_types: Option<Item> = any_path(&types, is_in_types).then(|| {
        parse_quote!(
            use super::types;
        )
    });
    let module = format_ident!("{MODULE}");
    let at =
        file.items.iter().position(|item| matches!(item, Item::Mod(it) if it.ident == "types"));
    let at = at.ok_or_else(|| "`mod types`".to_owned())?;
    let import_macro = runtime::OPTIONS.item();
    let mut module: syn::ItemMod =
        parse_quote!(pub mod #module { #import_macro #import_types #(#types)* });
    set_doc(&mut module.attrs, WORDS);
    file.items.insert(at + 1, Item::Mod(module));
    Ok(())
}

/// A method, parted into what is required and what is optional.
struct Gathered<'a> {
    method: ImplItemFn,
    /// The name of the type.
    name: Ident,
    required: Vec<FnArg>,
    options: Vec<Field<'a>>,
}

/// An optional parameter as a field.
struct Field<'a> {
    ident: Ident,
    ty: Type,
    option: Optional<'a>,
}

impl<'a> Gathered<'a> {
    fn of(method: ImplItemFn, plan: &'a OperationPlan) -> Result<Self, Unexpected> {
        let method_name = method.sig.ident.to_string();
        let mut required = Vec::new();
        let mut options = Vec::new();
        let all = plan.call.options();
        for input in &method.sig.inputs {
            let FnArg::Typed(typed) = input else { continue };
            let ident =
                ident(input).ok_or_else(|| format!("named parameters of `{method_name}`"))?;
            match all.iter().find(|option| ident == option.ident) {
                Some(option) => {
                    options.push(Field { ident, ty: owned(&typed.ty), option: *option });
                }
                None => required.push(input.clone()),
            }
        }
        if options.len() != all.len() {
            return Err(format!("a parameter for each option of `{method_name}`"));
        }
        let name = format_ident!("{}", names::options_name(&method_name));
        Ok(Self { method, name, required, options })
    }

    /// The method that takes only what is required.
    fn plain(&self) -> ImplItemFn {
        let mut method = self.method.clone();
        let (name, with, required) = (&self.name, self.with_name(), &self.required);
        let values = required.iter().filter_map(ident);
        let module = format_ident!("{MODULE}");
        method.sig.inputs = parse_quote!(&'a self, #(#required),*);
        method.block = parse_quote!({
            self.#with(#(#values,)* &#module::#name::default()).await
        });
        method
    }

    /// The method that takes the options, too.
    fn with(self, plan: &OperationPlan) -> ImplItemFn {
        let with = self.with_name();
        let Self { mut method, name, required, options } = self;
        let module = format_ident!("{MODULE}");
        let taken: Vec<Ident> = required.iter().filter_map(ident).collect();
        let argument = names::first_free(
            [MODULE.to_owned()],
            |number| format!("{MODULE}_{number}"),
            |name| taken.iter().any(|it| it == name),
        );
        let argument = format_ident!("{argument}");
        let fields = options.iter().map(|field| &field.ident);
        let plain = method.sig.ident.to_string();
        let words = format!(
            "As [`{plain}`](Self::{plain}), with its optional parameters.\n\n`{}`",
            plan.route
        );
        set_doc(&mut method.attrs, &words);
        method.sig.ident = with;
        method.sig.inputs = parse_quote!(&'a self, #(#required,)* #argument: &'a #module::#name);
        let take = parse_quote!(let #module::#name { #(#fields),* } = #argument;);
        method.block.stmts.insert(0, take);
        method
    }

    fn with_name(&self) -> Ident {
        format_ident!("{}{}", self.method.sig.ident, names::WITH_OPTIONS)
    }

    /// The type of the options, its setters and its `Debug`.
    fn items(&self) -> [Item; 3] {
        let (name, with) = (&self.name, self.with_name());
        let allow = (!names::is_pascal_case(&name.to_string()))
            .then(|| quote!(#[allow(non_camel_case_types)]));
        let fields =
            self.options.iter().map(|Field { ident, ty, .. }| quote!(pub #ident: Option<#ty>));
        let mut item: syn::ItemStruct = parse_quote! {
            #allow
            #[derive(Clone, Default, PartialEq)]
            #[non_exhaustive]
            pub struct #name { #(#fields),* }
        };
        let words = format!("The options of [`{with}`](super::Client::{with}).");
        set_doc(&mut item.attrs, &words);
        for (field, Field { option, .. }) in item.fields.iter_mut().zip(&self.options) {
            match option.words {
                "" => set_doc(&mut field.attrs, &format!("`{}`", option.wire_name)),
                words => set_doc(&mut field.attrs, words),
            }
        }
        let setters = self.options.iter().map(Field::setter);
        let shown = self.options.iter().map(|Field { ident, option, .. }| {
            let hidden = option.is_sensitive.then(|| quote!(#[hidden]));
            quote!(#hidden #ident)
        });
        [
            Item::Struct(item),
            parse_quote!(impl #name { #(#setters)* }),
            parse_quote!(options!(#(#shown),* => #name);),
        ]
    }
}

impl Field<'_> {
    /// A setter, whose name no trait has: a parameter may be called `clone` or `default`.
    fn setter(&self) -> ImplItemFn {
        let Self { ident, ty, .. } = self;
        let text = ident.to_string();
        let setter = format_ident!("with_{}", text.strip_suffix('_').unwrap_or(&text));
        let doc = format!(" Sets [`{ident}`](Self::{ident}).");
        let is_text = type_ident(ty).is_some_and(|ident| ident == "String");
        let (ty, value) = match is_text {
            true => (quote!(impl Into<String>), quote!(value.into())),
            false => (ty.to_token_stream(), quote!(value)),
        };
        parse_quote! {
            #[doc = #doc]
            pub fn #setter(mut self, value: #ty) -> Self {
                self.#ident = Some(#value);
                self
            }
        }
    }
}

/// The name of a parameter.
fn ident(input: &FnArg) -> Option<Ident> {
    match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pattern) => Some(pattern.ident.clone()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    }
}

/// The type of a value that a parameter refers to: `String` of `Option<&'a str>`.
fn owned(ty: &Type) -> Type {
    match ty {
        Type::Reference(reference) => match &*reference.elem {
            Type::Slice(slice) => {
                let item = &slice.elem;
                parse_quote!(Vec<#item>)
            }
            inner if type_ident(inner).is_some_and(|ident| ident == "str") => parse_quote!(String),
            inner => inner.clone(),
        },
        _ => argument_of(ty, "Option").map_or_else(|| ty.clone(), owned),
    }
}

/// True for `types::…`.
fn is_in_types(path: &syn::Path) -> bool {
    path.leading_colon.is_none()
        && path.segments.first().is_some_and(|first| first.ident == "types")
}
