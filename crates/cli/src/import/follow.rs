//! Words follow what they are about: what upstream has renamed, made a component of, put back or taken apart
//! keeps the fragment's words and its place in the file.
//!
//! References are the evidence. Where the fragment refers to one component and upstream, at the same place, to another
//! one that is new, the component has been renamed, or split if it is still there; where upstream refers to a new
//! component and the fragment has a schema in place, that has become the component. For properties see [`rename`].

use std::collections::BTreeSet;

use openapi_client_build::source::pointer::Pointer;

use super::component::{Component, component, place};
use super::grammar::{self, METHODS, Node};
use super::merge::{is_alike, without_words};
use super::moved::Moved;
use super::moves::Move;
use super::operations;
use super::order;
use super::regroup;
use super::rename::{self, Property};
use super::selection::Selection;
use super::tree::{self, Tree};

/// More rounds than any document takes: what has become a component may contain what has, too.
const MOST_ROUNDS: usize = 16;

/// The fragment as it would be if upstream had always called things as it does now, and what has moved for that,
/// in the order in which it has.
pub fn follow(own: &Tree, upstream: &Tree, selection: &Selection) -> (Tree, Vec<Moved>) {
    let mut fragment = own.clone();
    let mut moved = move_operations(&mut fragment, selection);
    for _ in 0..MOST_ROUNDS {
        let moves = Comparison::of(&fragment, upstream);
        if moves.is_empty() {
            break;
        }
        // A rename moves the places inside the component, so it comes last.
        let (renames, others): (Vec<_>, Vec<_>) =
            moves.into_iter().partition(|one| matches!(one, Move::Renamed(..)));
        for one in others.into_iter().chain(renames) {
            moved.extend(one.carry_out(&mut fragment, upstream));
        }
    }
    (fragment, moved)
}

/// An operation that is taken in place of one that is dropped, under the same id, has its words.
fn move_operations(fragment: &mut Tree, selection: &Selection) -> Vec<Moved> {
    let mut moved = Vec::new();
    for old in &selection.removed {
        let is_same = |new: &&operations::Operation| new.id.is_some() && new.id == old.id;
        let Some(new) = selection.taken.iter().find(is_same) else { continue };
        let place =
            |it: &operations::Operation| Pointer::root().join_all(["paths", &it.path, &it.method]);
        let [from, to] = [place(old), place(new)];
        let (Some(operation), None) = (tree::at(fragment, &from).cloned(), tree::at(fragment, &to))
        else {
            continue;
        };
        let Some(paths) = fragment.get_mut("paths").and_then(Tree::as_mapping_mut) else {
            continue;
        };
        let Some(item) = paths.get(old.path.as_str()).cloned() else { continue };
        let is_only =
            tree::members(Some(&item)).filter(|(key, _)| METHODS.contains(key)).count() == 1;
        if !paths.contains_key(new.path.as_str()) {
            let words = tree::members(Some(&item)).filter(|(key, _)| !METHODS.contains(key));
            let item = tree::mapping(words.map(|(key, member)| (key, member.clone())));
            tree::insert_behind(paths, &new.path, item, Some(&old.path));
        }
        let item = paths.get_mut(new.path.as_str()).and_then(Tree::as_mapping_mut);
        item.map(|item| item.insert(new.method.as_str().into(), operation));
        if is_only {
            paths.shift_remove(old.path.as_str());
        }
        moved.push(Moved::away(from, to));
    }
    moved
}

/// One round: the fragment and upstream side by side, from the operations on.
struct Comparison<'a> {
    own: &'a Tree,
    upstream: &'a Tree,
    waiting: Vec<Component>,
    seen: BTreeSet<Component>,
    /// Components that a move of this round is about.
    settled: BTreeSet<Component>,
    moves: Vec<Move>,
}

impl<'a> Comparison<'a> {
    fn of(own: &'a Tree, upstream: &'a Tree) -> Vec<Move> {
        let (waiting, moves, seen, settled) = Default::default();
        let mut this = Self { own, upstream, waiting, seen, settled, moves };
        let paths = Pointer::root().join("paths");
        if let [Some(own), Some(upstream)] = [own, upstream].map(|root| root.get("paths")) {
            this.visit(Node::Paths, own, upstream, &paths);
        }
        while let Some(component) = this.waiting.pop() {
            let at = place(&component);
            let node = grammar::of_component(&component.0);
            let both = [this.own, this.upstream].map(|root| tree::at(root, &at));
            if let (Some(node), [Some(own), Some(upstream)]) = (node, both) {
                this.visit(node, own, upstream, &at);
            }
        }
        this.moves
    }

    fn is_new(&self, component: &Component) -> bool {
        tree::at(self.own, &place(component)).is_none() && !self.settled.contains(component)
    }

    fn is_gone(&self, component: &Component) -> bool {
        tree::at(self.upstream, &place(component)).is_none() && !self.settled.contains(component)
    }

    fn visit(&mut self, node: Node, own: &'a Tree, upstream: &'a Tree, at: &Pointer) {
        let [old, new] = [own, upstream].map(|it| {
            let target = tree::reference(it).filter(|_| node.may_refer())?;
            Some(component(target))
        });
        match (old, new) {
            (None, None) => self.visit_inside(node, own, upstream, at),
            (Some(Some(old)), Some(Some(new))) if old == new => self.wait_for(old),
            (Some(Some(old)), Some(Some(new))) => self.rename(old, new),
            (None, Some(Some(new))) if own.is_mapping() => {
                let component = tree::at(self.upstream, &place(&new));
                if self.is_new(&new) && component.is_some_and(|it| is_alike(node, own, it)) {
                    self.settled.insert(new.clone());
                    self.moves.push(Move::MadeComponent(at.clone(), new));
                }
            }
            (Some(Some(old)), None) if upstream.is_mapping() => {
                let component = tree::at(self.own, &place(&old));
                if self.is_gone(&old) && component.is_some_and(|it| is_alike(node, it, upstream)) {
                    self.moves.push(Move::PutBack(at.clone(), old));
                }
            }
            _ => {}
        }
    }

    fn wait_for(&mut self, component: Component) {
        if self.seen.insert(component.clone()) {
            self.waiting.push(component);
        }
    }

    /// Upstream refers to one component where the fragment refers to another.
    fn rename(&mut self, old: Component, new: Component) {
        if !self.is_new(&new) {
            self.wait_for(new);
        } else if self.is_like(&old, &new) {
            let is_gone = self.is_gone(&old);
            self.settled.extend([old.clone(), new.clone()]);
            self.moves.push(if is_gone { Move::Renamed(old, new) } else { Move::Split(old, new) });
        }
    }

    fn is_like(&self, old: &Component, new: &Component) -> bool {
        let both = [(self.own, old), (self.upstream, new)];
        let both = both.map(|(root, component)| tree::at(root, &place(component)));
        match (grammar::of_component(&old.0), both) {
            (Some(node), [Some(before), Some(after)]) if old.0 == new.0 => {
                is_alike(node, before, after)
            }
            _ => false,
        }
    }

    fn visit_inside(&mut self, node: Node, own: &'a Tree, upstream: &'a Tree, at: &Pointer) {
        if node == Node::Schema
            && let Some(changed) =
                regroup::regrouped((self.own, own), (self.upstream, upstream), at)
        {
            self.moves.push(changed);
            return;
        }
        if node == Node::Schema {
            self.rename_properties(own, upstream, at);
        }
        for (key, member) in tree::members(Some(upstream)) {
            let inner = grammar::member(node, key);
            if let (Some(own), true) = (own.get(key), inner.has_places()) {
                self.visit(inner, own, member, &at.join(key));
            }
        }
        let inner = grammar::item(node);
        if let (Some(own), Some(upstream), true) =
            (own.as_sequence(), upstream.as_sequence(), inner.has_places())
        {
            let mut partners =
                order::partners(node, own, upstream, |item| without_words(inner, item));
            let taken: BTreeSet<usize> = partners.iter().flatten().copied().collect();
            let mut left = (0..own.len()).filter(|index| !taken.contains(index));
            for (item, partner) in upstream.iter().zip(&mut partners) {
                let partner = partner.or_else(|| left.next());
                if let Some((index, own)) = partner.and_then(|it| Some((it, own.get(it)?))) {
                    self.visit(inner, own, item, &at.join(index));
                }
            }
        }
    }

    fn rename_properties(&mut self, own: &'a Tree, upstream: &'a Tree, at: &Pointer) {
        let both = [own, upstream];
        let [Some(own), Some(upstream)] = both.map(|it| it.get("properties")) else { return };
        let [was_required, is_required] = both.map(rename::required);
        // Another part of the same `allOf` may have the property now, or have had it.
        let whole = rename::whole(at);
        let [before, after] = [self.own, self.upstream].map(|root| rename::names(root, &whole));
        let renamed = rename::find(own, upstream, |old: Property<'_>, new: Property<'_>| {
            self.is_same_type(old.schema, new.schema)
                && was_required.contains(old.name) == is_required.contains(new.name)
                && !after.contains(old.name)
                && !before.contains(new.name)
        });
        let at = at.join("properties");
        self.moves.extend(renamed.into_iter().map(|(from, to)| Move::Property {
            at: at.clone(),
            from: from.to_owned(),
            to: to.to_owned(),
        }));
    }

    /// True if both are the same, or the same with other parts.
    fn is_same_type(&self, own: &Tree, upstream: &Tree) -> bool {
        match [own, upstream].map(tree::reference) {
            [Some(old), Some(new)] => {
                let both = component(old).zip(component(new));
                old == new
                    || both.is_some_and(|(old, new)| self.is_new(&new) && self.is_like(&old, &new))
            }
            [None, None] => {
                let [own, upstream] = [own, upstream].map(|it| without_words(Node::Schema, it));
                let has_parts = matches!(tree::text(&own, "type"), Some("object" | "array"));
                let is_same_type = own.get("type") == upstream.get("type");
                own == upstream || has_parts && is_same_type && order::is_alike(&own, &upstream)
            }
            _ => false,
        }
    }
}
