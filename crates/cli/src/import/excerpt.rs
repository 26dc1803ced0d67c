//! An excerpt of a document.

use openapi_client_build::source::diagnostic::Diagnostic;

use super::merge::Descriptions;
use super::merged::Merged;
use super::page::Given;
use super::pair::Pair;
use super::selection::Selection;
use super::side::Side;
use super::tree;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// Some operations of a document and all that they reach, as OpenAPI 3.
pub struct Excerpt {
    pub text: Text,
    /// Parts that OpenAPI 3 cannot describe.
    pub lost: Vec<Finding>,
    whole: Side,
}

impl Excerpt {
    /// The generator's diagnostics of the excerpt and an overlay, at places of the whole document.
    pub fn findings<'a>(&self, found: impl Iterator<Item = &'a Diagnostic>) -> Vec<Finding> {
        let finding = |found: &Diagnostic| match found.file == self.text.name {
            true => self.whole.finding_of(found),
            false => Finding::from(found),
        };
        found.map(finding).collect()
    }
}

/// Cuts some operations out of a document.
pub fn cut_out(document: &Text, operations: &[String]) -> Result<Excerpt, Failure> {
    let (name, text) = ("no fragment", "openapi: 3.0.0\ninfo: {}\npaths: {}\n");
    let nothing = Text { name: name.to_owned(), text: text.to_owned() };
    let given = Given::of(document.clone())?;
    let pair = Pair::load(&nothing, &given.text)?;
    let selection = Selection::of(&pair, &given, operations, &[])?;
    let merged = Merged::of(&pair, &selection, Descriptions::Upstream)?;
    let lost = pair.upstream.lost(&selection.taken, &merged.cut.taken);
    let text = tree::to_json(&merged.tree).to_string();
    let text = Text { name: given.text.name, text };
    Ok(Excerpt { text, lost, whole: pair.upstream })
}
