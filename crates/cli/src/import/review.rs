//! What remains to be done by hand after an import.

use super::grammar::{self, Node};
use super::tree::{self, Tree};
use crate::text::Text;
use openapi_client_build::source::diagnostic::Diagnostic;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::validate::{self, Validated};
use openapi_client_build::{Diagnostics, Source};
use openapi_client_build::{overlay, sensitive, translate};

/// Every place without a description that should have one.
pub fn undescribed(root: &Tree) -> Vec<Pointer> {
    let mut found = Vec::new();
    visit(Node::Document, root, &Pointer::root(), &mut found);
    found
}

fn visit(node: Node, tree: &Tree, at: &Pointer, found: &mut Vec<Pointer>) {
    let said = |member| tree::text(tree, member).is_some_and(|text| !text.trim().is_empty());
    let is_node = tree.is_mapping() && tree::reference(tree).is_none();
    let is_said = said("description") || (node == Node::Operation && said("summary"));
    if node.wants_description() && is_node && !is_said {
        found.push(at.clone());
    }
    for (key, member) in tree::members(Some(tree)) {
        let node = grammar::member(node, key);
        if has_structure(node) {
            visit(node, member, &at.join(key), found);
        }
    }
    let node = grammar::item(node);
    if has_structure(node) {
        for (index, item) in tree::items(Some(tree)) {
            visit(node, item, &at.join(index), found);
        }
    }
}

fn has_structure(node: Node) -> bool {
    !node.is_words() && !matches!(node, Node::Plain | Node::Names | Node::LeftOut)
}

/// The generator's findings in a fragment and its overlay.
#[derive(Debug)]
pub struct Review {
    pub findings: Vec<Diagnostic>,
    /// True if the overlay was applied, which takes a valid fragment.
    pub knows_overlay: bool,
}

/// Asks the generator. Undecided properties are reported even if actions match nothing.
pub fn generator(spec: Source<'_>, overlay: &Text) -> Review {
    let review = |findings: &Diagnostics, knows_overlay| Review {
        findings: findings.iter().cloned().collect(),
        knows_overlay,
    };
    let validated = match Document::load(spec).and_then(validate::validate) {
        Ok(validated) => validated,
        Err(errors) => return review(&errors, false),
    };
    match Document::load(overlay.source()) {
        Ok(overlay) => Review { findings: of_overlay(validated, &overlay), knows_overlay: true },
        Err(errors) => review(&errors, true),
    }
}

fn of_overlay(validated: Validated, overlay: &Document) -> Vec<Diagnostic> {
    let (overlaid, mut found) = match overlay::apply_what_matches(validated, overlay) {
        Ok(applied) => applied,
        Err(errors) => return errors.iter().cloned().collect(),
    };
    let decided = sensitive::check(&overlaid, overlay);
    let restated = translate::translate(overlaid).map(drop);
    for errors in [decided.err(), restated.err()].into_iter().flatten() {
        found.extend(errors.iter().cloned());
    }
    found
}

/// The block of comments at the top of a text.
pub fn head(text: &str) -> &str {
    let is_head = |line: &&str| line.starts_with('#') || line.trim().is_empty();
    let length = text.split_inclusive('\n').take_while(is_head).map(str::len).sum();
    text.get(..length).unwrap_or_default()
}

/// The lines with comments below the head. A text is a comment if removing it does not change the document.
pub fn comments(text: &str) -> Vec<usize> {
    let root = |text: &str| Document::load(Source { name: "", text }).ok();
    let Some(document) = root(text) else { return Vec::new() };
    let is_comment = |start: usize, line: &str| {
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(start + line.len()..).unwrap_or_default();
        root(&format!("{before}{after}")).is_some_and(|left| left.root() == document.root())
    };
    let below = head(text).len();
    let (mut found, mut start) = (Vec::new(), 0);
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end_matches('\n');
        let marks = content.match_indices('#').filter(|(at, _)| {
            content
                .get(..*at)
                .is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']))
        });
        for (at, _) in marks.filter(|_| start >= below) {
            if is_comment(start + at, content.get(at..).unwrap_or_default()) {
                found.push(index + 1);
                break;
            }
        }
        start += line.len();
    }
    found
}
