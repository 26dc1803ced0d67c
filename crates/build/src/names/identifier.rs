//! What Rust accepts as a name.

/// True if a text is a valid name. `gen` is a keyword that syn does not know yet.
pub fn is_identifier(name: &str) -> bool {
    !matches!(name, "gen" | "_") && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// True if an identifier may begin with the letter.
pub fn can_start(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && is_identifier(c.encode_utf8(&mut [0; 4])))
}

/// True if an identifier may contain the letter or digit. `char::is_alphanumeric` accepts more than Rust does,
/// such as `²`.
pub fn can_continue(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && is_identifier(&format!("a{c}")))
}

/// True if rustc's `non_camel_case_types` lint accepts the name.
pub fn is_pascal_case(name: &str) -> bool {
    !name.contains('_') && !name.starts_with(char::is_lowercase)
}

/// True if rustc's `non_snake_case` lint accepts the name.
pub fn is_snake_case(name: &str) -> bool {
    !name.contains(char::is_uppercase)
}
