//! The target of an action on one place.

use crate::source::pointer::Pointer;

/// Keywords whose value is a list.
const LISTS: [&str; 10] = [
    "allOf",
    "anyOf",
    "enum",
    "oneOf",
    "parameters",
    "prefixItems",
    "required",
    "security",
    "servers",
    "tags",
];

/// The JSONPath that selects a place of a document, as the target of an action. Below `properties`, every number is a name.
pub fn target(at: &Pointer) -> String {
    let mut path = "$".to_owned();
    let (mut is_list, mut is_named) = (false, false);
    for token in at.tokens() {
        let starts = |c: char| c.is_alphabetic() || c == '_';
        let is_name =
            token.starts_with(starts) && token.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_list && token.parse::<usize>().is_ok() {
            path.push_str(&format!("[{token}]"));
        } else if is_name {
            path.push_str(&format!(".{token}"));
        } else {
            let quoted = token.replace('\\', "\\\\").replace('\'', "\\'");
            path.push_str(&format!("['{quoted}']"));
        }
        is_list = !is_named && LISTS.contains(&&*token);
        is_named = !is_named && ["properties", "schemas", "definitions"].contains(&&*token);
    }
    path
}
