//! What remains to be done by hand after an import.

use openapi_client_build::causes::Causes;
use openapi_client_build::overlay::Overlaid;
use openapi_client_build::record::Record;
use openapi_client_build::source::diagnostic::Diagnostic;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;
use openapi_client_build::validate::{self, Validated};
use openapi_client_build::{Diagnostics, Source};
use openapi_client_build::{lower, normalise, overlay, passes, sensitive, translate};

use super::advice::Advice;
use super::grammar::{self, Node};
use super::moved::Moved;
use super::tree::{self, Tree};
use super::unhidden;
use crate::finding::Finding;
use crate::text::Text;

/// Every place without a description that should have one.
pub fn undescribed(root: &Tree) -> Vec<Pointer> {
    let mut found = Vec::new();
    visit(Node::Document, root, &Pointer::root(), &mut found);
    found
}

fn visit(node: Node, tree: &Tree, at: &Pointer, found: &mut Vec<Pointer>) {
    // A description left as the report proposes it, `…`, says nothing.
    let says = |text: &str| text.chars().any(char::is_alphanumeric);
    let said = |member| tree::text(tree, member).is_some_and(says);
    let is_node = tree.is_mapping() && tree::reference(tree).is_none();
    let is_said = said("description") || (node == Node::Operation && said("summary"));
    if node.wants_description() && is_node && !is_said {
        found.push(at.clone());
    }
    for (key, member) in tree::members(Some(tree)) {
        let node = grammar::member(node, key);
        if node.has_places() {
            visit(node, member, &at.join(key), found);
        }
    }
    let node = grammar::item(node);
    if node.has_places() {
        for (index, item) in tree::items(Some(tree)) {
            visit(node, item, &at.join(index), found);
        }
    }
}

/// The generator's findings in a fragment and its overlay.
#[derive(Debug)]
pub struct Review {
    pub findings: Vec<Finding>,
    /// True if the overlay was applied, which takes a valid fragment.
    pub knows_overlay: bool,
}

/// Asks every stage of the generator. Actions that match nothing do not hide what else wants a decision: the
/// later stages see the overlay as it is proposed.
pub fn generator(
    own: &Text,
    document: &Text,
    overlay: &Text,
    types: Option<&Text>,
    moved: &[Moved],
) -> Review {
    let plain = |found: &Diagnostics, knows_overlay| Review {
        findings: found.iter().map(Finding::from).collect(),
        knows_overlay,
    };
    let validated = match Document::load(document.source()).and_then(validate::validate) {
        Ok(validated) => validated,
        Err(errors) => return plain(&errors, false),
    };
    let overlay = match Document::load(overlay.source()) {
        Ok(overlay) => overlay,
        Err(errors) => return plain(&errors, true),
    };
    let root = validated.document().root().clone();
    let advice = Advice { root: &root, overlay: &overlay, moved };
    let mut found = match overlay::apply_what_matches(validated.clone(), &overlay) {
        Ok((_, unmatched)) => unmatched,
        Err(errors) => return plain(&errors, true),
    };
    let mut shown = Vec::new();
    match proposed(validated, &advice) {
        Ok((overlaid, mended)) => {
            shown = unhidden::find(own, &overlay, &overlaid, moved);
            found.extend(later_stages(overlaid, &mended, &advice, types));
        }
        Err(errors) => found.extend(errors),
    }
    let findings = found.iter().map(|found| advice.finding(found)).chain(shown).collect();
    Review { findings, knows_overlay: true }
}

/// The document with the overlay that is proposed.
fn proposed(
    validated: Validated,
    advice: &Advice<'_>,
) -> Result<(Overlaid, Document), Diagnostics> {
    let text = advice.mended().to_string();
    let mended = Document::load(Source { name: advice.overlay.name(), text: &text })?;
    let (overlaid, _) = overlay::apply_what_matches(validated, &mended)?;
    Ok((overlaid, mended))
}

/// What is wrong after the overlay, or else its names that go unheard.
fn later_stages(
    overlaid: Overlaid,
    mended: &Document,
    advice: &Advice<'_>,
    types: Option<&Text>,
) -> Vec<Diagnostic> {
    let causes = Causes::new(&overlaid, mended);
    let undecided = sensitive::check(&overlaid, mended).err();
    let found = unheard(overlaid, types).unwrap_or_else(|errors| errors.into_iter().collect());
    let found = undecided.into_iter().flatten().chain(found);
    found.map(|found| advice.with_place_of_cause(causes.named(found))).collect()
}

/// The names of an overlaid document that go unheard.
fn unheard(overlaid: Overlaid, types: Option<&Text>) -> Result<Vec<Diagnostic>, Diagnostics> {
    let mut translated = translate::translate(overlaid)?;
    if let Some(types) = types {
        translated = translated.keeping(Record::read(types.source())?);
    }
    let normalised = normalise::normalise(translated)?;
    passes::run(lower::lower(&normalised)?, &normalised)?;
    let is_unheard = |loss: &&Diagnostic| match &loss.problem {
        Problem::BesideReference(name) => name.starts_with("x-"),
        _ => false,
    };
    Ok(normalised.losses().iter().filter(is_unheard).cloned().collect())
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
