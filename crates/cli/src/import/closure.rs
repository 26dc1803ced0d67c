//! The components that operations reach.

use std::collections::BTreeSet;

use super::component::{Component, place};
use super::grammar::{self, Node};
use super::problem::Obstacle;
use super::tree::{self, Tree};
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;

/// The search: where to look, and how far.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// The document, whose components are reached.
    pub root: &'a Tree,
    /// The other wanted parts of the document: its frame, and the wanted paths.
    pub start: &'a Tree,
    /// Components that are wanted whether or not anything refers to them, if the document has them.
    pub also: &'a BTreeSet<Component>,
    /// Components that are taken from elsewhere.
    pub elsewhere: &'a BTreeSet<Component>,
    /// True if examples are wanted, which may contain references.
    pub with_examples: bool,
}

/// The result of the search.
#[derive(Debug, Default)]
pub struct Reached {
    pub components: BTreeSet<Component>,
    /// Lists that a reference leads into, by index: their order has a meaning.
    pub pinned: BTreeSet<Pointer>,
    /// References without a target, each once.
    pub obstacles: Vec<(Pointer, Obstacle)>,
}

/// Runs the search.
pub fn reach(search: Search<'_>) -> Reached {
    let mut walk =
        Walk { search, reached: Reached::default(), waiting: Vec::new(), seen: BTreeSet::new() };
    walk.visit(Node::Document, search.start, &Pointer::root());
    let is_there = |component: &&Component| tree::at(search.root, &place(component)).is_some();
    let also: Vec<&Component> = search.also.iter().filter(is_there).collect();
    walk.waiting.extend(also.iter().map(|component| (*component).clone()));
    walk.reached.components.extend(also.into_iter().cloned());
    while let Some((section, name)) = walk.waiting.pop() {
        let node = grammar::of_component(&section);
        let at = place(&(section, name));
        if let (Some(node), Some(component)) = (node, tree::at(search.root, &at)) {
            walk.visit(node, component, &at);
        }
    }
    walk.reached
}

struct Walk<'a> {
    search: Search<'a>,
    reached: Reached,
    waiting: Vec<Component>,
    seen: BTreeSet<String>,
}

impl Walk<'_> {
    /// Recursion ends: the readers take no more than 128 levels.
    fn visit(&mut self, node: Node, tree: &Tree, at: &Pointer) {
        if let Some(target) = tree::reference(tree).filter(|_| node.may_refer()) {
            self.refer(target, at.join("$ref"));
        }
        match node {
            Node::Discriminator => self.discriminator(tree, at),
            Node::SecurityRequirement => {
                for (scheme, _) in tree::members(Some(tree)) {
                    let place = Pointer::root().join_all(["components", "securitySchemes", scheme]);
                    self.refer(&format!("#{place}"), at.join(scheme));
                }
            }
            _ => {}
        }
        for (key, member) in tree::members(Some(tree)) {
            let node = grammar::member(node, key);
            if self.enters(node) {
                self.visit(node, member, &at.join(key));
            }
        }
        let node = grammar::item(node);
        if self.enters(node) {
            for (index, item) in tree::items(Some(tree)) {
                self.visit(node, item, &at.join(index));
            }
        }
    }

    fn enters(&self, node: Node) -> bool {
        match node {
            Node::Plain | Node::Words | Node::LeftOut | Node::Names => false,
            Node::NamedExamples => self.search.with_examples,
            _ => true,
        }
    }

    /// A value of `mapping` is a reference or the bare name of a schema.
    fn discriminator(&mut self, tree: &Tree, at: &Pointer) {
        for (value, target) in tree::members(tree.get("mapping")) {
            let Some(target) = target.as_str() else { continue };
            let at = at.join_all(["mapping", value]);
            let place = Pointer::root().join_all(["components", "schemas", target]);
            let is_name =
                tree::at(self.search.root, &place).is_some() || !target.contains(['#', '/', '.']);
            if is_name {
                self.refer(&format!("#{place}"), at);
            } else {
                self.refer(target, at);
            }
        }
    }

    fn refer(&mut self, target: &str, at: Pointer) {
        if !self.seen.insert(target.to_owned()) {
            return;
        }
        if let Err(obstacle) = self.follow(target) {
            self.reached.obstacles.push((at, obstacle));
        }
    }

    fn follow(&mut self, target: &str) -> Result<(), Obstacle> {
        let Some(place) = target.strip_prefix('#').and_then(Pointer::parse) else {
            return Err(Problem::ExternalReference(target.to_owned()).into());
        };
        let component = match place.tokens().as_slice() {
            [components, section, name, ..] if components == "components" => {
                Some((section.to_string(), name.to_string()))
            }
            _ => None,
        };
        if component.as_ref().is_some_and(|found| self.search.elsewhere.contains(found)) {
            return Ok(());
        }
        let is_path = place.tokens().first().is_some_and(|token| token == "paths");
        let root = match component {
            None if is_path && place.depth() > 1 => self.search.start,
            _ => self.search.root,
        };
        if tree::at(root, &place).is_none() {
            let is_left = is_path && tree::at(self.search.root, &place).is_some();
            return Err(if is_left {
                Obstacle::ReferenceToOperation(target.to_owned())
            } else {
                Problem::DanglingReference(target.to_owned()).into()
            });
        }
        match component {
            Some((section, _)) if grammar::of_component(&section).is_none() => {
                return Err(Obstacle::ReferenceElsewhere(target.to_owned()));
            }
            Some(component) => {
                if self.reached.components.insert(component.clone()) {
                    self.waiting.push(component);
                }
            }
            None if is_path && place.depth() > 1 => {}
            None => return Err(Obstacle::ReferenceElsewhere(target.to_owned())),
        }
        self.pin(root, &place);
        Ok(())
    }

    fn pin(&mut self, root: &Tree, place: &Pointer) {
        let mut around = place.parent();
        while let Some(list) = around {
            around = list.parent();
            if tree::at(root, &list).is_some_and(Tree::is_sequence) {
                self.reached.pinned.insert(list);
            }
        }
    }
}
