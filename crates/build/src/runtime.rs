//! The items of `openapi-client-runtime` that generated code may name.
//!
//! The passes write only these names, and the names reserved from types are derived from them. The runtime
//! exports the same items in its module `codegen`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse_quote;

use crate::plan::JsonKind;

/// An item of the runtime, as generated code names it: by its full path.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    module: &'static str,
    name: &'static str,
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let [module, name] = [self.module, self.name].map(ident);
        tokens.extend(quote!(::openapi_client_runtime::codegen::#module::#name));
    }
}

macro_rules! names {
    ($($constant:ident = $module:ident::$name:ident;)*) => {
        $(#[doc = concat!("`", stringify!($module), "::", stringify!($name), "`.")]
        pub const $constant: Name =
            Name { module: stringify!($module), name: stringify!($name) };)*
    };
}

names! {
    BLANK = object::Blank;
    BODY_ENCODED = body::encoded;
    BODY_FORM = body::form;
    BODY_JSON = body::json;
    BODY_RAW = body::raw;
    CONSTRAINED = constrained::constrained;
    CONTENT = response::Content;
    COOKIE = parameter::cookie;
    ENCODED = body::Encoded;
    EXCHANGE_PUBLICLY = exchange::exchange_publicly;
    INVALID_TEXT = constrained::InvalidText;
    JOIN_COOKIES = parameter::join_cookies;
    DESCRIBED = shown::described;
    KIND = choice::Kind;
    PARAMETER_JSON = parameter::json_text;
    PARAMETER_SIMPLE = parameter::simple;
    PARAMETER_SIMPLE_EXPLODED = parameter::simple_exploded;
    PATH_LABEL = path::label;
    PATH_MATRIX = path::matrix;
    PATH_SEGMENT = path::segment;
    PATH_SIMPLE = path::simple;
    PATH_SIMPLE_EXPLODED = path::simple_exploded;
    QUERY_APPEND = query::append;
    QUERY_DEEP = query::deep;
    QUERY_EXPLODED = query::exploded;
    QUERY_JOINED = query::joined;
    QUERY_JSON = query::json;
    QUERY_PAIRS = query::pairs;
    READER = read::Reader;
    READ_AS = read::read_as;
    SENDER = exchange::Sender;
    SHOWN_VARIANT = shown::variant;
    SHOWN_VARIANTS = shown::variants;
}

/// The path of the variant of `choice::Kind` for a JSON type.
pub fn kind(of: JsonKind) -> TokenStream {
    let variant = ident(match of {
        JsonKind::Object => "Object",
        JsonKind::List => "List",
        JsonKind::String => "String",
        JsonKind::Number => "Number",
        JsonKind::Boolean => "Boolean",
    });
    quote!(#KIND::#variant)
}

/// Items of the runtime that generated code imports, and then names without a path.
#[derive(Debug, Clone, Copy)]
pub struct Import {
    module: &'static str,
    names: &'static [&'static str],
}

impl Import {
    /// The `use` declaration.
    pub fn item(&self) -> syn::Item {
        let module = ident(self.module);
        let names = self.names.iter().map(|name| ident(name));
        match self.names {
            [name] => {
                let name = ident(name);
                parse_quote!(use ::openapi_client_runtime::codegen::#module::#name;)
            }
            _ => parse_quote!(use ::openapi_client_runtime::codegen::#module::{#(#names),*};),
        }
    }
}

macro_rules! imports {
    ($($constant:ident = $module:ident::{$($name:ident),*};)*) => {
        $(#[doc = concat!("From `", stringify!($module), "`.")]
        pub const $constant: Import =
            Import { module: stringify!($module), names: &[$(stringify!($name)),*] };)*
    };
}

imports! {
    // Beside the client.
    EXCHANGE = exchange::{Failure, Operation, exchange};
    RESPONSE = response::{Response};
    // Inside `options`.
    OPTIONS = options::{options};
    // Inside `types`.
    CHOICES_RECEIVED = choice::{Branches, Choice, OneForm, OpenChoice, choice};
    CHOICES_SENT = choice::{Choice, OneForm, choice};
    OBJECTS = object::{Access, Object, Place, Received, Sent, member, object};
    OPEN_ENUMS = open_enum::{OpenEnum, open_enum};
}

/// True if `types` uses this name for an item of the runtime, so that no type of a document can have it.
pub fn is_named_in_types(name: &str) -> bool {
    let imports = [CHOICES_RECEIVED, OBJECTS, OPEN_ENUMS];
    // `Kind` is written with its path; it stays reserved, since freeing it would rename users' types.
    name == KIND.name || imports.iter().any(|import| import.names.contains(&name))
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The traits of the runtime that generated types implement, which users cannot name.
pub const TRAITS: [&str; 7] =
    ["Blank", "Choice", "Content", "Object", "OpenChoice", "OpenEnum", "Readable"];

/// A macro of the runtime that writes impls of a type.
#[derive(Debug, Clone, Copy)]
pub struct Macro {
    /// Its name, without a path.
    pub name: &'static str,
    /// The traits that it implements for every type.
    pub traits: &'static [&'static str],
    /// The traits that it also implements for a received type.
    pub traits_if_received: &'static [&'static str],
    /// The signatures of the public functions that the macro writes.
    pub functions: &'static [&'static str],
}

/// Every macro that writes impls.
pub const MACROS: [Macro; 7] = [
    Macro {
        name: "choice",
        traits: &["Debug", "Serialize"],
        traits_if_received: &["Deserialize"],
        functions: &[],
    },
    Macro {
        name: "constrained",
        traits: &["Deref with Target = String"],
        traits_if_received: &[],
        functions: &[],
    },
    Macro {
        name: "object",
        traits: &["Debug", "Serialize"],
        traits_if_received: &["Deserialize"],
        functions: &[],
    },
    Macro { name: "options", traits: &["Debug"], traits_if_received: &[], functions: &[] },
    Macro {
        name: "open_enum",
        traits: &["Deserialize", "Display", "From<&str>", "Serialize"],
        traits_if_received: &[],
        functions: &["fn as_str(&self) -> &str"],
    },
    Macro { name: "read_as", traits: &["Deserialize"], traits_if_received: &[], functions: &[] },
    Macro { name: "variants", traits: &["Debug"], traits_if_received: &[], functions: &[] },
];
