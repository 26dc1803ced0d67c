//! Collects the result of an import for its report.

use std::collections::BTreeSet;

use openapi_client_build::source::pointer::Pointer;

use super::component::Component;
use super::fate::Fate;
use super::merged::Merged;
use super::operations::{self, Operation};
use super::pair::Pair;
use super::report::{KeptOperation, Report, Written};
use super::review;
use super::selection::Selection;
use super::tree::{self, Tree};
use super::yaml;
use crate::text::Text;

/// An import and its documents.
pub struct Account<'a> {
    pub pair: &'a Pair,
    pub selection: Selection,
    pub merged: &'a Merged,
    /// The new text of the fragment.
    pub text: &'a yaml::Written,
    /// Whether the file was written.
    pub written: Written,
    /// The fragment before the import.
    pub own: &'a Text,
    pub overlay: &'a Text,
    /// The record of the package's types, if it keeps one.
    pub types: Option<&'a Text>,
    /// False if the package has no overlay.
    pub has_overlay: bool,
}

impl Account<'_> {
    /// Makes the report.
    pub fn report(self) -> Report {
        let Self { pair, selection, merged, text, written, own, overlay, types, has_overlay } =
            self;
        let upstream = &pair.upstream.tree;
        let offered = operations::all(upstream);
        let Selection { taken, kept, removed, .. } = selection;
        // In the fragment's order.
        let in_order = operations::all(&merged.tree);
        let in_order = in_order.into_iter().filter(|here| taken.iter().any(|other| other.is(here)));
        let is_left = |offer: &&Operation| !taken.iter().any(|other| other.is(offer));
        let left_operations = offered.iter().filter(is_left).cloned().collect();
        let mut left_components = components(upstream);
        left_components.retain(|component| !merged.cut.taken.contains(component));
        let fate_of = |operation: Operation| {
            let at = Pointer::root().join_all(["paths", &operation.path, &operation.method]);
            (fate(tree::at(&pair.own.tree, &at), tree::at(&merged.tree, &at)), operation)
        };
        let kept = kept.into_iter().map(|operation| {
            let same_id = |offer: &&Operation| offer.id.is_some() && offer.id == operation.id;
            KeptOperation { moved: offered.iter().find(same_id).cloned(), operation }
        });
        let lost = pair.upstream.lost(&taken, &merged.cut.taken);
        let document = Text { name: own.name.clone(), text: text.text.clone() };
        let undescribed = review::undescribed(&merged.tree).into_iter();
        Report {
            written,
            document: own.name.clone(),
            overlay: has_overlay.then(|| overlay.name.clone()),
            from: pair.upstream.name().to_owned(),
            taken: in_order.map(fate_of).collect(),
            kept: kept.collect(),
            removed,
            frame: frame_fates(&pair.own.tree, &merged.tree),
            components: component_fates(&pair.own.tree, &merged.tree),
            moved: merged.moved.clone(),
            keeps_names: types.is_some(),
            is_style: pair.own.tree == merged.tree,
            root: tree::to_json(&merged.tree),
            kept_components: merged.cut.kept.len(),
            left: (left_operations, left_components.into_iter().collect()),
            lost,
            links: merged.links,
            callbacks: merged.callbacks,
            lost_comments: if written == Written::Unchanged {
                Vec::new()
            } else {
                review::comments(&own.text)
            },
            undescribed: undescribed
                .map(|at| (at.clone(), text.places.get(&at).copied()))
                .collect(),
            generator: review::generator(own, &document, overlay, types, &merged.moved),
        }
    }
}

/// What became of the members beside the paths and components.
fn frame_fates(own: &Tree, merged: &Tree) -> Vec<(Fate, String)> {
    let names = |tree| tree::members(Some(tree)).map(|(name, _)| name.to_owned());
    let all: BTreeSet<String> = names(own).chain(names(merged)).collect();
    all.into_iter()
        .filter(|name| !["paths", "components"].contains(&name.as_str()))
        .map(|name| (fate(own.get(&name), merged.get(&name)), name))
        .collect()
}

fn component_fates(own: &Tree, merged: &Tree) -> Vec<(Fate, Component)> {
    let all: BTreeSet<Component> = components(own).union(&components(merged)).cloned().collect();
    let fate = |component: Component| {
        let (section, name) = &component;
        let at = Pointer::root().join_all(["components", section, name]);
        (fate(tree::at(own, &at), tree::at(merged, &at)), component)
    };
    all.into_iter().map(fate).collect()
}

fn components(root: &Tree) -> BTreeSet<Component> {
    let sections = tree::members(root.get("components"));
    sections
        .flat_map(|(section, members)| {
            let members = tree::members(Some(members));
            members.map(move |(name, _)| (section.to_owned(), name.to_owned()))
        })
        .collect()
}

fn fate(before: Option<&Tree>, after: Option<&Tree>) -> Fate {
    match (before, after) {
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
        (before, after) if before == after => Fate::Same,
        _ => Fate::Changed,
    }
}
