//! Emit: the syntax tree to text.

use crate::normalise::Normalised;
use crate::source::diagnostic::Diagnostic;

/// The output of the generator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The source of the client.
    pub code: String,
    /// The record of the type of each place, for the next generation to keep.
    pub types: String,
    /// Parts of the document that the client does not support.
    pub losses: Vec<Diagnostic>,
}

/// Prints the client under a header that names its sources. Code hosts recognize `@generated`.
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

/// Adds an empty line before each documented item that is not the first in its block; the printer adds none.
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
