//! Emit: the syntax tree to text.

use crate::normalise::Normalised;
use crate::source::diagnostic::Diagnostic;

/// What the generator gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The source of the client.
    pub code: String,
    /// The record of the types that its places have, for the next generation to keep.
    pub types: String,
    /// What the document says and the client does not.
    pub losses: Vec<Diagnostic>,
}

/// Prints the client, and says first which files it comes from. Code hosts know the mark.
pub fn emit(client: &syn::File, document: &Normalised) -> Generated {
    let origin = match document.overlay() {
        Some(overlay) => format!("{} and {overlay}", document.name()),
        None => document.name().to_owned(),
    };
    let code = format!(
        "// @generated from {origin} by openapi-client-build.\n\
         // Do not edit: change what it is generated from, and review the difference.\n\n{}",
        spaced(&prettyplease::unparse(client))
    );
    Generated { code, types: document.types().text(), losses: document.losses().to_vec() }
}

/// An empty line before what has documentation and is not the first in its block, where the printer
/// leaves none: a type and what belongs to it stay together.
fn spaced(code: &str) -> String {
    let mut spaced = String::new();
    let mut before = "";
    for line in code.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if indent <= 4
            && text.starts_with("///")
            && !before.starts_with("///")
            && !before.ends_with('{')
        {
            spaced.push('\n');
        }
        before = text;
        spaced.push_str(line);
        spaced.push('\n');
    }
    spaced
}
