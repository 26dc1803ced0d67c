//! Emit: the syntax tree to text, and to its outline for whoever asks.

use super::diagnostic::Diagnostic;
use super::normalise::Normalised;
use super::outline;
use super::surface::Surface;

/// What the generator gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The source of the client.
    pub code: String,
    /// What the document says and the client does not.
    pub losses: Vec<Diagnostic>,
}

impl Generated {
    /// What users see of the client, read from its code.
    pub fn surface(&self) -> Surface {
        // It was printed from a syntax tree.
        Surface::read(&self.code).unwrap_or_default()
    }

    /// The same as text: one line for each type, field, variant and operation.
    pub fn outline(&self) -> String {
        outline::outline(&self.surface())
    }
}

/// The first lines of the generated source. Code hosts know the mark.
const HEADER: &str = "\
// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml by build.rs. Do not edit:
// change the specification, or the generator in src/codegen, and review the snapshot.

";

/// Prints the client.
pub fn emit(client: &syn::File, document: &Normalised) -> Generated {
    let code = format!("{HEADER}{}", spaced(&prettyplease::unparse(client)));
    Generated { code, losses: document.losses().to_vec() }
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
