//! A part of a document, for one who is interested in no more of it.

use super::merge::Descriptions;
use super::merged::Merged;
use super::page::Given;
use super::pair::Pair;
use super::selection::Selection;
use super::tree;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// A document with some of its operations only, and what they reach, in the words of OpenAPI 3; and what
/// that has no word for.
pub fn cut_out(document: &Text, operations: &[String]) -> Result<(Text, Vec<Finding>), Failure> {
    let (name, text) = ("no fragment", "openapi: 3.0.0\ninfo: {}\npaths: {}\n");
    let nothing = Text { name: name.to_owned(), text: text.to_owned() };
    let given = Given::of(document.clone())?;
    let pair = Pair::load(&nothing, &given.text)?;
    let selection = Selection::of(&pair, &given, operations, &[])?;
    let merged = Merged::of(&pair, &selection, Descriptions::Upstream)?;
    let lost = pair.upstream.lost(&selection.taken, &merged.cut.taken);
    let text = tree::to_json(&merged.tree).to_string();
    Ok((Text { name: given.text.name, text }, lost))
}
