//! Rust names for what a document names.
//!
//! progenitor makes its own identifiers; these are the same rules, so that a name given here comes
//! out of it unchanged, and collisions are seen before it runs.

use heck::{ToPascalCase, ToSnakeCase};

/// The variant of a received enum that holds all values which the contract does not name.
pub const OTHER_VARIANT: &str = "Undocumented";

/// Names that the generated code uses next to its types, where it writes no path in front of them.
pub const RESERVED_TYPES: [&str; 13] = [
    "Box",
    "Branches",
    "Choice",
    "Kind",
    "Members",
    "Object",
    "OneForm",
    "OpenChoice",
    "OpenEnum",
    "Option",
    "Result",
    "String",
    "Vec",
];

/// The name of a type or variant.
pub fn type_name(text: &str) -> String {
    identifier(text, "X", |text| text.to_pascal_case())
}

/// The name of a field, parameter or method.
pub fn field_name(text: &str) -> String {
    identifier(text, "x", |text| text.to_snake_case())
}

fn identifier(text: &str, prefix: &str, recase: impl Fn(&str) -> String) -> String {
    let text = text.replace('\'', "");
    let spaced: String =
        text.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect();
    let name = recase(&spaced);
    let name = match name.chars().next() {
        Some(first) if first.is_alphabetic() || first == '_' => name,
        _ => format!("{prefix}{name}"),
    };
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { format!("{name}_") }
}

/// One of what a plural names: `accounts` holds an `account`.
pub fn singular(plural: &str) -> String {
    let rules = [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("us", "us"), ("s", "")];
    for (ending, replacement) in rules {
        if let Some(stem) = plural.strip_suffix(ending) {
            return format!("{stem}{replacement}");
        }
    }
    plural.to_owned()
}
