//! A document with its order and its places, as OpenAPI 3 even if it was written as Swagger 2.0.

use std::collections::{BTreeMap, BTreeSet};

use openapi_client_build::restate::origins::Origins;
use openapi_client_build::restate::{Restated, swagger};
use openapi_client_build::source::diagnostic::Diagnostic;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::{Problem, kind};
use serde_json::Value;

use super::component::Component;
use super::grammar::METHODS;
use super::operations::Operation;
use super::problem::Obstacle;
use super::tree::{self, Tree};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// One of the two documents of an import.
pub struct Side {
    pub tree: Tree,
    document: Document,
    origins: Origins,
    /// The parts that OpenAPI 3 cannot describe, by their places in the document.
    lost: Vec<(Pointer, Problem)>,
    is_restated: bool,
}

impl Side {
    /// Reads a document, and checks the members that an import needs.
    pub fn load(text: &Text) -> Result<Self, Failure> {
        let document = Document::load(text.source())?;
        let original = tree::of(&document);
        let Some(Restated { root, origins, losses: lost }) = swagger::restate(document.root())
        else {
            check_frame(&document, document.root())?;
            let (origins, lost) = Default::default();
            return Ok(Self { tree: original, document, origins, lost, is_restated: false });
        };
        check_frame(&document, &root)?;
        let tree = Order::of(&original, &origins).arrange(&root, &Pointer::root());
        Ok(Self { tree, document, origins, lost, is_restated: true })
    }

    /// The name of the document in messages.
    pub fn name(&self) -> &str {
        self.document.name()
    }

    /// A problem at a place of the tree, reported at its place in the document.
    pub fn finding(&self, at: &Pointer, obstacle: Obstacle) -> Finding {
        let original = |place: &Pointer| self.origins.original(place);
        obstacle.with_places(original).finding(&self.document, &original(at))
    }

    /// A diagnostic of the generator at a place of the tree, reported at its place in the document.
    pub fn finding_of(&self, found: &Diagnostic) -> Finding {
        let problem = found.problem.clone();
        let found = self.origins.error(&self.document, found.stage, &found.pointer, problem);
        Finding::from(&found)
    }

    /// Takes the other document's OpenAPI version, if this one is Swagger 2.0.
    pub fn take_version(&mut self, other: &Self) {
        let version = other.tree.get("openapi").filter(|_| self.is_restated);
        let is_3_0 = |version: &&Tree| version.as_str().is_some_and(|it| it.starts_with("3.0."));
        if let (Some(version), Some(members)) = (version.filter(is_3_0), self.tree.as_mapping_mut())
        {
            members.insert("openapi".into(), version.clone());
        }
    }

    /// The losses among the parts imported from this document, each once.
    pub fn lost(&self, taken: &[Operation], components: &BTreeSet<Component>) -> Vec<Finding> {
        let is_taken = |now: &Pointer| match now.tokens().as_slice() {
            [paths, path, rest @ ..] if paths == "paths" => {
                let method = rest.first().filter(|method| METHODS.contains(&&***method));
                taken.iter().any(|operation| {
                    operation.path == **path
                        && method.is_none_or(|method| operation.method == **method)
                })
            }
            [all, section, name, ..] if all == "components" => {
                components.contains(&(section.to_string(), name.to_string()))
            }
            _ => true,
        };
        let mut known = BTreeSet::new();
        self.lost
            .iter()
            .filter(|(at, _)| is_taken(&self.origins.restated(at)))
            .filter(|(at, problem)| known.insert((at, problem.to_string())))
            .map(|(at, problem)| Obstacle::from(problem.clone()).finding(&self.document, at))
            .collect()
    }
}

/// Checks the members that an import needs; conversion does not move them.
fn check_frame(document: &Document, root: &Value) -> Result<(), Failure> {
    let top = Pointer::root();
    let error =
        |at: &Pointer, problem| Err(Obstacle::Document(problem).finding(document, at).into());
    if !root.is_object() {
        return error(&top, Problem::NotAnObject { found: kind(root) });
    }
    let version = ["openapi", "swagger"].into_iter().find_map(|it| Some((it, root.get(it)?)));
    match version {
        Some(("openapi", Value::String(version)))
            if ["3.0.", "3.1.", "3.2."].iter().any(|known| version.starts_with(known)) => {}
        Some((member, version)) => {
            let version = version.as_str().map_or_else(|| version.to_string(), str::to_owned);
            return error(&top.join(member), Problem::UnknownVersion(version));
        }
        None => return error(&top, Problem::Missing { member: "openapi" }),
    }
    match root.get("paths") {
        Some(paths) if paths.is_object() => Ok(()),
        Some(paths) => error(&top.join("paths"), Problem::NotAnObject { found: kind(paths) }),
        None => error(&top, Problem::Missing { member: "paths" }),
    }
}

/// The order of the members of a converted document: that of their origins.
struct Order<'a> {
    origins: &'a Origins,
    /// The places of the original, in its order.
    ranks: BTreeMap<Pointer, usize>,
}

impl<'a> Order<'a> {
    fn of(original: &Tree, origins: &'a Origins) -> Self {
        let mut order = Self { origins, ranks: BTreeMap::new() };
        order.visit(original, Pointer::root());
        order
    }

    fn visit(&mut self, tree: &Tree, at: Pointer) {
        let rank = self.ranks.len();
        for (name, member) in tree::members(Some(tree)) {
            self.visit(member, at.join(name));
        }
        for (index, item) in tree::items(Some(tree)) {
            self.visit(item, at.join(index));
        }
        self.ranks.insert(at, rank);
    }

    fn arrange(&self, value: &Value, at: &Pointer) -> Tree {
        match value {
            Value::Object(members) => {
                let mut members: Vec<_> = members
                    .iter()
                    .map(|(name, member)| {
                        let at = at.join(name);
                        (self.rank(member, &at), name, self.arrange(member, &at))
                    })
                    .collect();
                members.sort_by_key(|(rank, ..)| *rank);
                tree::mapping(members.into_iter().map(|(_, name, member)| (name.as_str(), member)))
            }
            Value::Array(items) => {
                let items = items.iter().enumerate();
                Tree::Sequence(items.map(|(index, it)| self.arrange(it, &at.join(index))).collect())
            }
            scalar => serde_yaml::to_value(scalar).unwrap_or_default(),
        }
    }

    /// The rank of a member: that of its own place in the original or, for a member that only groups others, of the
    /// first of those. Members with the same origin keep the order in which they were made.
    fn rank(&self, value: &Value, at: &Pointer) -> (usize, usize) {
        let before = self.origins.original(at);
        let around = at.parent().map(|around| self.origins.original(&around));
        let own = self.ranks.get(&before).copied().unwrap_or(usize::MAX);
        let first = match value {
            Value::Object(members) if around.as_ref() == Some(&before) => {
                members.iter().map(|(name, member)| self.rank(member, &at.join(name)).0).min()
            }
            _ => None,
        };
        (first.unwrap_or(own), self.origins.rank(at))
    }
}
