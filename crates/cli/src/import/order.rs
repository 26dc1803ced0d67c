//! Orders a merged list: the fragment's order for its items, upstream's for new ones.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::grammar::{self, Node};
use super::tree::{self, Tree};

/// Most pairs of nameless items that are compared.
const MOST_PAIRS: usize = 10_000;

/// Puts each new item right behind its upstream predecessor, or before all upstream items if it has none.
pub fn arrange<K: Ord + Clone>(own: &[K], upstream: &[K]) -> Vec<K> {
    let known: BTreeSet<&K> = own.iter().collect();
    let mut leading = Vec::new();
    let mut following: BTreeMap<&K, Vec<K>> = BTreeMap::new();
    let mut before = None;
    for key in upstream {
        match before {
            _ if known.contains(key) => before = Some(key),
            None => leading.push(key.clone()),
            Some(before) => following.entry(before).or_default().push(key.clone()),
        }
    }
    let first = upstream.iter().find(|key| known.contains(key));
    let mut arranged = Vec::new();
    for key in own {
        if Some(key) == first {
            arranged.append(&mut leading);
        }
        arranged.push(key.clone());
        arranged.extend(following.remove(key).unwrap_or_default());
    }
    arranged.append(&mut leading);
    arranged
}

/// For each of upstream's items the index of the same item in the fragment, if any. `bare` removes the
/// descriptions of an item.
pub fn partners(
    node: Node,
    own: &[Tree],
    upstream: &[Tree],
    bare: impl Fn(&Tree) -> Tree,
) -> Vec<Option<usize>> {
    let label = |item: &Tree| label(node, item);
    let mut found = vec![None; upstream.len()];
    let free = |found: &[Option<usize>]| -> Vec<usize> {
        let taken: BTreeSet<usize> = found.iter().flatten().copied().collect();
        (0..own.len()).filter(|index| !taken.contains(index)).collect()
    };
    pair(&mut found, own, upstream, &free(&[]), label);
    // Items with different names differ, except servers, whose address may change.
    let nameless = |item: &Tree| label(item).is_none() || grammar::item(node) == Node::Server;
    let shape = |item: &Tree| nameless(item).then(|| text(&bare(item)));
    let rest = free(&found);
    pair(&mut found, own, upstream, &rest, shape);
    let mut rest = free(&found);
    rest.retain(|index| own.get(*index).is_some_and(nameless));
    let new: Vec<usize> = (0..upstream.len())
        .filter(|index| {
            found.get(*index) == Some(&None) && upstream.get(*index).is_some_and(nameless)
        })
        .collect();
    for (old, new) in alike(own, &rest, upstream, &new, &bare) {
        if let Some(partner) = found.get_mut(new) {
            *partner = Some(old);
        }
    }
    found
}

/// Pairs items that have the same label, in order.
fn pair(
    found: &mut [Option<usize>],
    own: &[Tree],
    upstream: &[Tree],
    free: &[usize],
    label: impl Fn(&Tree) -> Option<String>,
) {
    let mut labelled: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for index in free {
        if let Some(label) = own.get(*index).and_then(&label) {
            labelled.entry(label).or_default().push_back(*index);
        }
    }
    for (partner, item) in found.iter_mut().zip(upstream).filter(|(partner, _)| partner.is_none()) {
        let same = label(item).and_then(|label| labelled.get_mut(&label)?.pop_front());
        *partner = same;
    }
}

/// The label that identifies an item of a list.
fn label(node: Node, item: &Tree) -> Option<String> {
    let named = |member| tree::text(item, member).map(str::to_owned);
    match grammar::item(node) {
        Node::Schema => named("$ref"),
        Node::Parameter => named("$ref")
            .or_else(|| Some(format!("{} {}", tree::text(item, "in")?, tree::text(item, "name")?))),
        Node::Server => named("url"),
        Node::Tag => named("name"),
        _ => Some(text(item)),
    }
}

/// The tree in one form, whatever its order.
fn text(item: &Tree) -> String {
    tree::to_json(item).to_string()
}

/// Pairs the remaining items by similarity, so that a description stays with its item even if the position
/// changes.
fn alike(
    own: &[Tree],
    old: &[usize],
    upstream: &[Tree],
    new: &[usize],
    bare: &impl Fn(&Tree) -> Tree,
) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return old.iter().copied().zip(new.iter().copied()).collect();
    }
    let leaves = |items: &[Tree], index: &usize| {
        let mut found = BTreeSet::new();
        if let Some(item) = items.get(*index) {
            collect_leaves(&bare(item), &mut String::new(), &mut found);
        }
        (*index, found)
    };
    let old: Vec<_> = old.iter().map(|index| leaves(own, index)).collect();
    let new: Vec<_> = new.iter().map(|index| leaves(upstream, index)).collect();
    let mut pairs = Vec::new();
    for (old, leaves) in &old {
        for (new, others) in &new {
            let common = leaves.intersection(others).count();
            pairs.push((common, *old, *new));
        }
    }
    pairs.retain(|(common, ..)| *common > 0);
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.2, a.1).cmp(&(b.2, b.1))));
    let (mut paired_old, mut paired_new) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|(_, old, new)| {
        let is_free = !paired_old.contains(old) && !paired_new.contains(new);
        if is_free {
            paired_old.insert(*old);
            paired_new.insert(*new);
        }
        is_free
    });
    pairs.into_iter().map(|(_, old, new)| (old, new)).collect()
}

/// True if at least half of what the smaller of both says is in the other one, too. Of what has parts, only the
/// parts count: most schemas are objects.
pub fn is_alike(own: &Tree, upstream: &Tree) -> bool {
    let leaves = |tree: &Tree| {
        let mut found = BTreeSet::new();
        collect_leaves(tree, &mut String::new(), &mut found);
        found
    };
    let both = [own, upstream].map(leaves);
    let is_of_a_part = |leaf: &String| leaf.matches('/').count() > 1;
    let parts =
        both.clone().map(|all| all.into_iter().filter(is_of_a_part).collect::<BTreeSet<_>>());
    let [own, upstream] = if parts.iter().all(|parts| !parts.is_empty()) { parts } else { both };
    let common = own.intersection(&upstream).count();
    common > 0 && 2 * common >= own.len().min(upstream.len())
}

/// Every scalar with its path.
fn collect_leaves(tree: &Tree, way: &mut String, found: &mut BTreeSet<String>) {
    let length = way.len();
    for (key, member) in tree::members(Some(tree)) {
        way.push('/');
        way.push_str(key);
        collect_leaves(member, way, found);
        way.truncate(length);
    }
    for (_, item) in tree::items(Some(tree)) {
        way.push_str("/-");
        collect_leaves(item, way, found);
        way.truncate(length);
    }
    if !tree.is_mapping() && !tree.is_sequence() {
        found.insert(format!("{way} {}", text(tree)));
    }
}
