//! Actions of the overlay, as a person completes them.

use openapi_client_build::overlay;
use openapi_client_build::source::pointer::Pointer;

use super::plain::is_ambiguous;

/// An action that a person completes.
pub fn action(at: &Pointer, why: &str, update: &str) -> String {
    let target = quoted(&overlay::target(at));
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
