//! Both documents of an import.

use openapi_client_build::source::diagnostic::Position;
use openapi_client_build::source::pointer::Pointer;

use super::input;
use super::operations;
use super::problem::{Obstacle, Obstacles};
use super::side::Side;
use super::tree::{self, Tree};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// The package's own document and upstream's.
pub struct Pair {
    pub own: Side,
    pub upstream: Side,
    /// The last line of upstream's document, if the document may break off there.
    breaks_off: Option<(usize, Obstacle)>,
}

impl Pair {
    /// Reads both.
    pub fn load(own: &Text, upstream: &Text) -> Result<Self, Failure> {
        let breaks_off = input::may_break_off(&upstream.text);
        let breaks_off = breaks_off.map(|obstacle| (upstream.text.lines().count(), obstacle));
        let (own, mut upstream) = (Side::load(own)?, input::read(upstream)?);
        upstream.take_version(&own);
        Ok(Self { own, upstream, breaks_off })
    }

    /// Restricts what upstream offers to some operations, and to components that the fragment does not have: the
    /// others, and what applies to the whole document, are the fragment's. So an import adds the operations and
    /// changes nothing else.
    pub fn take_only(&mut self, names: &[String]) -> Result<(), Failure> {
        let offered = operations::all(&self.upstream.tree);
        let named = operations::find_all(&offered, names, self.upstream.name())?;
        for other in offered.iter().filter(|offer| !named.iter().any(|name| name.is(offer))) {
            let item = self.upstream.tree.get_mut("paths").and_then(|all| all.get_mut(&other.path));
            if let Some(item) = item.and_then(Tree::as_mapping_mut) {
                item.remove(other.method.as_str());
            }
        }
        for (name, own) in tree::members(Some(&self.own.tree)) {
            let is_own = !["paths", "components"].contains(&name);
            if let (Some(member), true) = (self.upstream.tree.get_mut(name), is_own) {
                *member = own.clone();
            }
        }
        let Some(components) = tree::member_mut(&mut self.upstream.tree, "components") else {
            return Ok(());
        };
        for (section, own) in tree::members(self.own.tree.get("components")) {
            let Some(upstream) =
                tree::member_mut(components, section).and_then(Tree::as_mapping_mut)
            else {
                continue;
            };
            for (name, own) in tree::members(Some(own)) {
                upstream.insert(name.into(), own.clone());
            }
        }
        Ok(())
    }

    /// The problems that stop the import, each with its place in its file, in the order of the files.
    pub fn locate(&self, obstacles: Obstacles) -> Failure {
        let findings = |side: &Side, found: Vec<(Pointer, Obstacle)>| {
            let finding = |(at, obstacle)| side.finding(&at, obstacle);
            let mut findings: Vec<Finding> = found.into_iter().map(finding).collect();
            findings.sort_by_key(|finding| (finding.line.is_none(), finding.line, finding.column));
            findings
        };
        let mut all = findings(&self.upstream, obstacles.upstream);
        if let (Some((line, obstacle)), false) = (&self.breaks_off, all.is_empty()) {
            let (message, help) = obstacle.texts();
            let place = Some(Position { line: *line, column: 1 });
            // Missing parts follow from it.
            all.insert(0, Finding::new("import", message, (self.upstream.name(), place), help));
        }
        all.extend(findings(&self.own, obstacles.own));
        Failure::Findings(all)
    }
}
