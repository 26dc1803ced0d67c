//! What some operations reach.

use std::collections::BTreeSet;

use super::grammar::{self, Kind};
use super::problem;
use super::tree::{self, Tree};
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;

/// A component, by its section and name.
pub type Component = (String, String);

/// Where to look, and how far.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// The document, whose components are reached.
    pub root: &'a Tree,
    /// What else of the document is wanted: its frame, and of its paths those that are wanted.
    pub start: &'a Tree,
    /// Components that are taken from elsewhere.
    pub elsewhere: &'a BTreeSet<Component>,
    /// Whether examples are wanted, which may be references too.
    pub with_examples: bool,
}

/// What was reached.
#[derive(Debug, Default)]
pub struct Reached {
    pub components: BTreeSet<Component>,
    /// Lists that a reference leads into, by index: their order has a meaning.
    pub pinned: BTreeSet<Pointer>,
    /// References that lead nowhere, each target once.
    pub problems: Vec<(Pointer, Problem)>,
}

/// Finds all that is reached.
pub fn reach(search: Search<'_>) -> Reached {
    let mut walk =
        Walk { search, reached: Reached::default(), waiting: Vec::new(), seen: BTreeSet::new() };
    walk.visit(Kind::Document, search.start, &Pointer::root());
    while let Some((section, name)) = walk.waiting.pop() {
        let at = Pointer::root().join_all(["components", &section, &name]);
        let kind = grammar::of_component(&section);
        if let (Some(kind), Some(component)) = (kind, tree::at(search.root, &at)) {
            walk.visit(kind, component, &at);
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
    fn visit(&mut self, kind: Kind, tree: &Tree, at: &Pointer) {
        if let Some(target) = tree::reference(tree).filter(|_| kind.may_refer()) {
            self.refer(target, at.join("$ref"));
        }
        match kind {
            Kind::Discriminator => self.discriminator(tree, at),
            Kind::SecurityRequirement => {
                for (scheme, _) in tree::members(Some(tree)) {
                    let place = Pointer::root().join_all(["components", "securitySchemes", scheme]);
                    self.refer(&format!("#{place}"), at.join(scheme));
                }
            }
            _ => {}
        }
        for (key, member) in tree::members(Some(tree)) {
            let kind = grammar::member(kind, key);
            if self.enters(kind) {
                self.visit(kind, member, &at.join(key));
            }
        }
        let kind = grammar::item(kind);
        if self.enters(kind) {
            for (index, item) in tree::items(Some(tree)) {
                self.visit(kind, item, &at.join(index));
            }
        }
    }

    fn enters(&self, kind: Kind) -> bool {
        match kind {
            Kind::Plain | Kind::Words | Kind::LeftOut | Kind::Names => false,
            Kind::NamedExamples => self.search.with_examples,
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
        if let Err(problem) = self.follow(target) {
            self.reached.problems.push((at, problem));
        }
    }

    fn follow(&mut self, target: &str) -> Result<(), Problem> {
        let named = |problem: fn(String) -> Problem| problem(target.to_owned());
        let Some(place) = target.strip_prefix('#').and_then(Pointer::parse) else {
            return Err(named(Problem::ExternalReference));
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
            return Err(named(if is_left {
                problem::reference_to_operation
            } else {
                Problem::DanglingReference
            }));
        }
        match component {
            Some((section, _)) if grammar::of_component(&section).is_none() => {
                return Err(named(problem::reference_elsewhere));
            }
            Some(component) => {
                if self.reached.components.insert(component.clone()) {
                    self.waiting.push(component);
                }
            }
            None if is_path && place.depth() > 1 => {}
            None => return Err(named(problem::reference_elsewhere)),
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
