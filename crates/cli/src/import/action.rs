//! Actions of the overlay, as a person completes them.

use openapi_client_build::source::pointer::Pointer;

use super::plain::is_ambiguous;

/// A pointer as the target of an overlay action.
pub fn json_path(at: &Pointer) -> String {
    let mut path = "$".to_owned();
    let mut is_list = false;
    for token in at.tokens() {
        let starts = |c: char| c.is_alphabetic() || c == '_';
        let is_name =
            token.starts_with(starts) && token.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_list && token.parse::<usize>().is_ok() {
            path.push_str(&format!("[{token}]"));
        } else if is_name {
            path.push_str(&format!(".{token}"));
        } else {
            path.push_str(&format!("['{token}']"));
        }
        is_list = ["allOf", "anyOf", "oneOf", "parameters"].contains(&&*token);
    }
    path
}

/// An action that a person completes.
pub fn action(at: &Pointer, why: &str, update: &str) -> String {
    let target = quoted(&json_path(at));
    format!("- target: {target}\n  description: {why}\n  update:\n    {update}")
}

/// In quotes where YAML would take the text for something else.
pub fn quoted(text: &str) -> String {
    let text = &text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_plain = !text.contains([':', '#', '"'])
        && text.starts_with(|c: char| c.is_alphabetic() || c == '$')
        && !is_ambiguous(text);
    if is_plain { text.to_owned() } else { format!("{text:?}") }
}
