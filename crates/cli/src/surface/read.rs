//! Reads a surface from the code of a client.
//!
//! Only the code is read, so that the surface is the compiled one even for an older snapshot.

use std::collections::{BTreeSet, HashMap};

use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, Fields, ImplItem, Item, Visibility};

use openapi_client_build::{Generated, runtime, syntax};

use super::model::{Field, Surface, Type, TypeKind, Variant};

impl Surface {
    /// Reads the code of a client that was generated.
    pub fn of_client(client: &Generated) -> Self {
        // It was printed from a syntax tree.
        Self::read(&client.code).unwrap_or_default()
    }

    /// Reads the text of a client.
    pub fn read(code: &str) -> Result<Self, syn::Error> {
        Ok(Self::of(&syn::parse_file(code)?))
    }

    /// Reads the syntax tree of a client.
    pub fn of(file: &syn::File) -> Self {
        let mut surface = Self::default();
        let mut options = Self::default();
        for item in &file.items {
            match item {
                Item::Impl(block) if block.trait_.is_none() => {
                    for item in &block.items {
                        surface.read_operation(item, &options);
                    }
                }
                Item::Mod(module) if module.ident == "types" => surface.read_types(module, ""),
                Item::Mod(module) if module.ident == "options" => options.read_types(module, ""),
                _ => {}
            }
        }
        surface
    }

    fn read_types(&mut self, module: &syn::ItemMod, prefix: &str) {
        let items = module.content.iter().flat_map(|(_, items)| items);
        let start = self.types.len();
        for item in items.clone() {
            self.types.extend(declared(item, prefix));
        }
        let own = self.types.iter().enumerate().skip(start);
        let places: HashMap<String, usize> =
            own.map(|(place, ty)| (ty.name.clone(), place)).collect();
        for item in items {
            match item {
                Item::Impl(block) => {
                    let Some(ident) = syntax::type_ident(&block.self_ty) else { continue };
                    if let Some(ty) = self.type_at(places.get(&format!("{prefix}{ident}"))) {
                        ty.read_impl(block);
                    }
                }
                Item::Macro(call) => {
                    let Some(ident) = subject(&call.mac.tokens) else { continue };
                    if let Some(ty) = self.type_at(places.get(&format!("{prefix}{ident}"))) {
                        ty.read_macro(call);
                    }
                }
                Item::Mod(inner) if matches!(inner.vis, Visibility::Public(_)) => {
                    self.read_types(inner, &format!("{prefix}{}::", inner.ident));
                }
                _ => {}
            }
        }
    }

    fn type_at(&mut self, place: Option<&usize>) -> Option<&mut Type> {
        self.types.get_mut(*place?)
    }
}

/// The type that an item declares, before its impls are known.
fn declared(item: &Item, prefix: &str) -> Option<Type> {
    let (ident, attributes, kind) = match item {
        Item::Struct(item) => {
            let kind = match &item.fields {
                Fields::Named(fields) => {
                    TypeKind::Struct(fields.named.iter().filter_map(field).collect())
                }
                fields => TypeKind::Tuple(code(fields)),
            };
            (&item.ident, &item.attrs, kind)
        }
        Item::Enum(item) => {
            (&item.ident, &item.attrs, TypeKind::Enum(item.variants.iter().map(variant).collect()))
        }
        _ => return None,
    };
    let mut attributes = attributes.clone();
    let is_non_exhaustive = attributes.iter().any(|it| it.path().is_ident("non_exhaustive"));
    let derived = syntax::derives(&mut attributes).unwrap_or_default();
    let inner = match item {
        Item::Struct(item) => item.fields.iter().flat_map(|field| &field.attrs).collect(),
        _ => Vec::new(),
    };
    let serde = attributes.iter().chain(inner).filter(|it| it.path().is_ident("serde")).map(code);
    Some(Type {
        name: format!("{prefix}{ident}"),
        doc: doc(&attributes),
        kind,
        is_non_exhaustive,
        traits: derived.iter().filter_map(trait_name).collect(),
        functions: BTreeSet::new(),
        body: serde.collect(),
    })
}

fn field(field: &syn::Field) -> Option<Field> {
    let ident = field.ident.as_ref().filter(|_| matches!(field.vis, Visibility::Public(_)))?;
    Some(Field {
        name: ident.to_string(),
        wire_name: syntax::wire_name(&field.attrs, ident),
        ty: code(&field.ty),
        doc: doc(&field.attrs),
        is_expected: false,
        is_sensitive: false,
    })
}

fn variant(variant: &syn::Variant) -> Variant {
    let name = variant.ident.to_string();
    let wire_name = syntax::wire_name(&variant.attrs, &variant.ident);
    // A variant with content has more than one value.
    let value = variant.fields.is_empty().then_some(wire_name);
    Variant { value, payload: code(&variant.fields), doc: doc(&variant.attrs), name }
}

impl Type {
    fn read_impl(&mut self, block: &syn::ItemImpl) {
        let Some((path, _)) = &block.trait_ else {
            let public = block.items.iter().filter_map(|item| match item {
                ImplItem::Fn(it) if matches!(it.vis, Visibility::Public(_)) => Some(code(&it.sig)),
                _ => None,
            });
            self.functions.extend(public);
            self.body.push_str(&undocumented(block));
            return;
        };
        match path.segments.last().map(|segment| segment.ident.to_string()).as_deref() {
            Some("Object") => self.read_members(block),
            Some("OpenEnum") => self.read_values(block),
            Some("OpenChoice") => self.read_forms(block),
            // Only what is sent says its tags nowhere else.
            Some("Choice") => self.read_tags(block),
            _ => {
                let types = block.items.iter().filter_map(|item| match item {
                    ImplItem::Type(it) => Some(format!("{} = {}", it.ident, code(&it.ty))),
                    _ => None,
                });
                let types: Vec<String> = types.collect();
                self.traits.extend(trait_name(path).map(|name| match types.as_slice() {
                    [] => name,
                    types => format!("{name} with {}", types.join(", ")),
                }));
                self.body.push_str(&undocumented(block));
            }
        }
    }

    /// `member!(to.sensitive_expected(it.name));`, or `member!(to.optional(it.type_ = "type"));`
    fn read_members(&mut self, block: &syn::ItemImpl) {
        let TypeKind::Struct(fields) = &mut self.kind else { return };
        let places: HashMap<String, usize> =
            fields.iter().enumerate().map(|(place, field)| (field.name.clone(), place)).collect();
        for statement in statements(block) {
            let syn::Stmt::Macro(call) = statement else { continue };
            let Ok(call) = call.mac.parse_body::<syn::ExprMethodCall>() else { continue };
            let Some((name, wire_name)) = call.args.first().and_then(member) else { continue };
            if let Some(field) = places.get(&name).and_then(|place| fields.get_mut(*place)) {
                field.wire_name = wire_name.unwrap_or(name);
                let kind = call.method.to_string();
                field.is_expected = kind.ends_with("expected");
                field.is_sensitive = kind.starts_with("sensitive");
            }
        }
    }

    /// `to.tagged(&["card"], Self::Card);`
    fn read_forms(&mut self, block: &syn::ItemImpl) {
        for call in method_calls(block) {
            let (Some(known_by), Some(Expr::Path(path))) = (call.args.first(), call.args.get(1))
            else {
                continue;
            };
            let variant = path.path.segments.last().map(|it| it.ident.to_string());
            let known_by = match call.method.to_string().as_str() {
                "tagged" => strings(known_by).join(" | "),
                "with" => format!("with {}", strings(known_by).join(", ")),
                _ => continue,
            };
            self.set_form(&variant.unwrap_or_default(), known_by);
        }
    }

    /// `Self::Card(it) => of.tagged("Card", "type", &["card"], it),`
    fn read_tags(&mut self, block: &syn::ItemImpl) {
        let statements = block.items.iter().filter_map(|item| match item {
            ImplItem::Fn(function) => function.block.stmts.first(),
            _ => None,
        });
        for statement in statements {
            let syn::Stmt::Expr(Expr::Match(choice), _) = statement else { continue };
            for arm in &choice.arms {
                let mut body = arm.body.as_ref();
                let first = match body {
                    Expr::Block(block) => block.block.stmts.first(),
                    _ => None,
                };
                if let Some(syn::Stmt::Expr(inner, _)) = first {
                    body = inner;
                }
                let Expr::MethodCall(call) = body else { continue };
                let (name, tags) = (call.args.first().and_then(syntax::string), call.args.get(2));
                if let (Some(name), Some(tags)) = (name, tags) {
                    self.set_form(&name, strings(tags).join(" | "));
                }
            }
        }
    }

    fn set_form(&mut self, name: &str, known_by: String) {
        let TypeKind::Enum(variants) = &mut self.kind else { return };
        if let Some(variant) = variants.iter_mut().find(|variant| variant.name == name) {
            variant.value = Some(known_by);
        }
    }

    /// `const VALUES: &'static [(&'static str, Self)] = &[("NOK", Self::Nok)];`
    fn read_values(&mut self, block: &syn::ItemImpl) {
        let TypeKind::Enum(variants) = &mut self.kind else { return };
        let values = block.items.iter().find_map(|item| match item {
            ImplItem::Const(it) if it.ident == "VALUES" => Some(&it.expr),
            _ => None,
        });
        let Some(Expr::Reference(values)) = values else { return };
        let Expr::Array(values) = values.expr.as_ref() else { return };
        for pair in &values.elems {
            let Expr::Tuple(pair) = pair else { continue };
            let (Some(value), Some(Expr::Path(path))) =
                (pair.elems.first().and_then(syntax::string), pair.elems.get(1))
            else {
                continue;
            };
            let ident = path.path.segments.last().map(|segment| &segment.ident);
            let named = |variant: &&mut Variant| ident.is_some_and(|it| *it == variant.name);
            if let Some(variant) = variants.iter_mut().find(named) {
                variant.value = Some(value);
            }
        }
    }

    /// `includes, #[hidden] token => GetSessionOptions`
    fn read_hidden(&mut self, tokens: proc_macro2::TokenStream) {
        let TypeKind::Struct(fields) = &mut self.kind else { return };
        let words: Vec<String> = tokens.into_iter().map(|token| token.to_string()).collect();
        for (how, name) in words.iter().zip(words.iter().skip(1)) {
            if let Some(field) = fields.iter_mut().find(|field| field.name == *name) {
                field.is_sensitive = how == "[hidden]";
            }
        }
    }

    /// Adds the impls that macros of the runtime write.
    fn read_macro(&mut self, call: &syn::ItemMacro) {
        let name = call.mac.path.segments.last().map(|last| last.ident.to_string());
        let known = runtime::MACROS.iter().find(|known| Some(known.name) == name.as_deref());
        let Some(known) = known else { return };
        let mut tokens = call.mac.tokens.clone().into_iter();
        let first = tokens.next();
        let is_received = first.is_some_and(
            |first| matches!(first, proc_macro2::TokenTree::Ident(ident) if ident == "received"),
        );
        let traits =
            known.traits.iter().chain(known.traits_if_received.iter().filter(|_| is_received));
        self.traits.extend(traits.map(|name| (*name).to_owned()));
        if known.name == "options" {
            self.read_hidden(call.mac.tokens.clone());
        }
        self.functions.extend(known.functions.iter().map(|signature| (*signature).to_owned()));
    }
}

/// The name of a trait without its path; `None` if users cannot name it.
fn trait_name(path: &syn::Path) -> Option<String> {
    let last = path.segments.last()?;
    let name = code(last).replace("<'de>", "");
    (!runtime::TRAITS.iter().any(|private| last.ident == private)).then_some(name)
}

fn statements(block: &syn::ItemImpl) -> impl Iterator<Item = &syn::Stmt> {
    let functions = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    });
    functions.flat_map(|function| &function.block.stmts)
}

fn method_calls(block: &syn::ItemImpl) -> impl Iterator<Item = &syn::ExprMethodCall> {
    statements(block).filter_map(|statement| match statement {
        syn::Stmt::Expr(Expr::MethodCall(call), _) => Some(call),
        _ => None,
    })
}

/// The field and the name of `it.field = "name"`.
fn member(expression: &Expr) -> Option<(String, Option<String>)> {
    match expression {
        Expr::Field(place) => Some((code(&place.member), None)),
        Expr::Assign(named) => Some((member(&named.left)?.0, syntax::string(&named.right))),
        _ => None,
    }
}

/// The strings of `&["a", "b"]`.
fn strings(expression: &Expr) -> Vec<String> {
    let Expr::Reference(reference) = expression else { return Vec::new() };
    let Expr::Array(array) = reference.expr.as_ref() else { return Vec::new() };
    array.elems.iter().filter_map(syntax::string).collect()
}

/// The type that a macro is about: `NAME` or `received NAME`.
fn subject(tokens: &proc_macro2::TokenStream) -> Option<proc_macro2::Ident> {
    match tokens.clone().into_iter().last()? {
        proc_macro2::TokenTree::Ident(ident) => Some(ident),
        _ => None,
    }
}

/// The documentation, one line for each `///`.
pub(super) fn doc(attributes: &[Attribute]) -> String {
    let text = syntax::doc_text(attributes).unwrap_or_default();
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

/// The code of a block without its comments.
fn undocumented(block: &syn::ItemImpl) -> String {
    struct DropDocs;
    impl VisitMut for DropDocs {
        fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
            attributes.retain(|attribute| !attribute.path().is_ident("doc"));
        }
    }
    let mut block = block.clone();
    DropDocs.visit_item_impl_mut(&mut block);
    code(&block)
}

/// Code on one line, without the spaces that tokens print everywhere, and without trailing commas.
pub(super) fn code(tokens: &impl ToTokens) -> String {
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
    [",)", ",>", ",]", ", ]", ", }"].iter().fold(code, |code, comma| {
        let (_, closing) = comma.split_at(1);
        code.replace(comma, closing)
    })
}
