//! The new fragment.

use std::collections::BTreeSet;

use openapi_client_build::source::pointer::Pointer;

use super::closure::{self, Search};
use super::component::Component;
use super::cut::{self, Cut};
use super::follow;
use super::grammar::Node;
use super::merge::{Descriptions, Merge};
use super::moved::Moved;
use super::pair::Pair;
use super::selection::Selection;
use super::tree::Tree;
use crate::failure::Failure;

/// The new fragment, and the parts that were left out of it.
pub struct Merged {
    pub cut: Cut,
    pub tree: Tree,
    pub links: usize,
    pub callbacks: usize,
    /// The moved parts that the fragment's descriptions followed.
    pub moved: Vec<Moved>,
}

impl Merged {
    /// Cuts the operations out, and merges the fragment's descriptions with upstream's structure.
    pub fn of(
        pair: &Pair,
        selection: &Selection,
        descriptions: Descriptions,
    ) -> Result<Self, Failure> {
        let mut examples = BTreeSet::new();
        loop {
            let cut = cut::cut(&pair.own.tree, &pair.upstream.tree, selection, &examples)
                .map_err(|obstacles| pair.locate(obstacles))?;
            let (own, moved) = follow::follow(&pair.own.tree, &cut.tree, selection);
            let mut merge = Merge::new(descriptions, &cut.pinned);
            let tree = merge.merge(Node::Document, Some(&own), &cut.tree, &Pointer::root());
            let Merge { links, callbacks, .. } = merge;
            // The fragment's descriptions stay, and with them the examples that they refer to.
            let known = examples.len();
            examples.extend(missing_examples(&tree, &pair.own.tree));
            if examples.len() == known {
                return Ok(Self { cut, tree, links, callbacks, moved });
            }
        }
    }
}

/// Example components of the fragment that its descriptions refer to and the tree lacks.
fn missing_examples(tree: &Tree, own: &Tree) -> BTreeSet<Component> {
    let none = BTreeSet::new();
    let (also, elsewhere) = (&none, &none);
    let search = Search { root: own, start: tree, also, elsewhere, with_examples: true };
    let is_missing = |(section, name): &Component| {
        let held = |root: &Tree| root.get("components")?.get(section)?.get(name).map(|_| ());
        section == "examples" && held(tree).is_none() && held(own).is_some()
    };
    closure::reach(search).components.into_iter().filter(is_missing).collect()
}
