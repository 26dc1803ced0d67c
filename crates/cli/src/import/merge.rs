//! Merges upstream's structure with the fragment's descriptions, in the fragment's order.

use std::collections::{BTreeMap, BTreeSet};

use clap::ValueEnum;
use serde_yaml::Mapping;

use super::grammar::{self, Node};
use super::order;
use super::tree::{self, Tree};
use openapi_client_build::source::pointer::Pointer;

/// Whose descriptions and summaries are taken if both documents have some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Descriptions {
    /// The fragment's; new parts have none
    Own,
    /// The fragment's, and upstream's for what is new or has none
    Missing,
    /// Upstream's, if it has any
    Upstream,
}

/// Merges, and counts what was left out on the way.
#[derive(Debug)]
pub struct Merge<'a> {
    pub descriptions: Descriptions,
    /// Lists whose order matters, since upstream's references lead into them.
    pub pinned: &'a BTreeSet<Pointer>,
    pub links: usize,
    pub callbacks: usize,
}

impl<'a> Merge<'a> {
    pub fn new(descriptions: Descriptions, pinned: &'a BTreeSet<Pointer>) -> Self {
        Self { descriptions, pinned, links: 0, callbacks: 0 }
    }

    /// The node with upstream's structure and the fragment's descriptions; `at` is its place in upstream's document.
    pub fn merge(&mut self, node: Node, own: Option<&Tree>, upstream: &Tree, at: &Pointer) -> Tree {
        match upstream {
            Tree::Mapping(_) => {
                self.members(node, own.filter(|own| own.is_mapping()), upstream, at)
            }
            Tree::Sequence(items) => {
                let own = own.and_then(Tree::as_sequence).map(Vec::as_slice).unwrap_or_default();
                self.items(node, own, items, at)
            }
            scalar => scalar.clone(),
        }
    }

    fn members(&mut self, node: Node, own: Option<&Tree>, upstream: &Tree, at: &Pointer) -> Tree {
        let refers = |tree: &Tree| node.may_refer() && tree::reference(tree).is_some();
        let has_own = |key: &str| {
            let words = own.and_then(|own| tree::text(own, key));
            words.is_some_and(|words| !words.trim().is_empty())
        };
        // Members beside a reference have no effect in OpenAPI 3.0.
        let descriptions = self.descriptions;
        let takes_upstreams = |key: &str| match descriptions {
            Descriptions::Own => false,
            Descriptions::Missing => !refers(upstream) && !has_own(key),
            Descriptions::Upstream => !refers(upstream),
        };
        let keeps_own = !refers(upstream) || own.is_some_and(refers);
        let mut merged = Mapping::new();
        for (key, member) in tree::members(Some(upstream)) {
            let inner = grammar::member(node, key);
            match inner {
                Node::LeftOut => self.leave_out(key, member),
                _ if inner.is_words() => {
                    if matches!(key, "description" | "summary") && takes_upstreams(key) {
                        merged.insert(key.into(), member.clone());
                    }
                }
                _ => {
                    let own = own.and_then(|own| own.get(key));
                    let member = self.merge(inner, own, member, &at.join(key));
                    merged.insert(key.into(), member);
                }
            }
        }
        let upstreams_keys: Vec<String> = names(&merged);
        for (key, member) in tree::members(own) {
            let is_kept = keeps_own && grammar::member(node, key).is_words();
            if is_kept && !merged.contains_key(key) {
                merged.insert(key.into(), member.clone());
            }
        }
        let own_keys = tree::members(own).map(|(key, _)| key.to_owned());
        let own_keys: Vec<String> = own_keys.filter(|key| merged.contains_key(key)).collect();
        let mut keys = order::arrange(&own_keys, &upstreams_keys);
        if node == Node::Response && !refers(upstream) && !merged.contains_key("description") {
            // OpenAPI requires one.
            merged.insert("description".into(), "".into());
            keys.insert(0, "description".to_owned());
        }
        let members = keys.into_iter().filter_map(|key| Some((key.clone(), merged.remove(&key)?)));
        tree::mapping(members)
    }

    fn items(&mut self, node: Node, own: &[Tree], upstream: &[Tree], at: &Pointer) -> Tree {
        if node == Node::Plain {
            // The order of a value's items may matter; that of keys inside does not.
            let is_same = own == upstream;
            return Tree::Sequence(if is_same { own } else { upstream }.to_vec());
        }
        let inner = grammar::item(node);
        let partners = order::partners(node, own, upstream, |item| without_words(inner, item));
        let mut merged = Vec::new();
        for (index, (item, partner)) in upstream.iter().zip(&partners).enumerate() {
            let own = partner.and_then(|partner| own.get(partner));
            merged.push(self.merge(inner, own, item, &at.join(index)));
        }
        if self.pinned.contains(at) {
            return Tree::Sequence(merged);
        }
        // An item keeps its index in the fragment; new items get the indices after those.
        let name =
            |index: usize| partners.get(index).copied().flatten().unwrap_or(own.len() + index);
        let upstreams: Vec<usize> = (0..upstream.len()).map(name).collect();
        let known: BTreeSet<usize> = partners.iter().flatten().copied().collect();
        let arranged = order::arrange(&known.into_iter().collect::<Vec<_>>(), &upstreams);
        let mut items: BTreeMap<usize, Tree> = upstreams.into_iter().zip(merged).collect();
        let items = arranged.iter().filter_map(|name| items.remove(name));
        Tree::Sequence(items.collect())
    }

    fn leave_out(&mut self, key: &str, member: &Tree) {
        let count = tree::members(Some(member)).count();
        match key {
            "links" => self.links += count,
            "callbacks" => self.callbacks += count,
            _ => {}
        }
    }
}

/// The structure alone.
pub fn without_words(node: Node, tree: &Tree) -> Tree {
    Merge::new(Descriptions::Own, &BTreeSet::new()).merge(node, None, tree, &Pointer::root())
}

/// True if the structures of both are the same, or nearly so.
pub fn is_alike(node: Node, own: &Tree, upstream: &Tree) -> bool {
    order::is_alike(&without_words(node, own), &without_words(node, upstream))
}

fn names(mapping: &Mapping) -> Vec<String> {
    mapping.keys().filter_map(Tree::as_str).map(str::to_owned).collect()
}
