//! The report of an import.

use std::collections::BTreeSet;
use std::fmt;

use super::closure::Component;
use super::operations::Operation;
use super::review::Review;
use crate::finding::Finding;
use openapi_client_build::source::diagnostic::Position;
use openapi_client_build::source::pointer::Pointer;

/// How a part of the fragment has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Same,
    New,
    Changed,
    Gone,
}

/// Whether the file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Unchanged,
    Anew,
    /// A dry run that found what would be written.
    Pending,
}

/// The result of an import.
#[derive(Debug)]
pub struct Report {
    pub written: Written,
    /// The name of the fragment.
    pub document: String,
    /// The name of the overlay, if there is one.
    pub overlay: Option<String>,
    /// The name of upstream's document.
    pub from: String,
    pub taken: Vec<(Fate, Operation)>,
    pub kept: Vec<KeptOperation>,
    pub removed: Vec<Operation>,
    pub components: Vec<(Fate, Component)>,
    /// The number of components that only kept operations reach.
    pub kept_components: usize,
    /// The numbers of upstream's operations and components that were not imported.
    pub left: (usize, usize),
    /// Parts of the imported operations that OpenAPI 3 cannot describe.
    pub lost: Vec<Finding>,
    pub links: usize,
    pub callbacks: usize,
    pub lost_comments: Vec<usize>,
    pub undescribed: Vec<(Pointer, Option<Position>)>,
    pub generator: Review,
}

/// An operation of the fragment that upstream's document does not have at this path.
#[derive(Debug)]
pub struct KeptOperation {
    pub operation: Operation,
    /// The operation of upstream's document with the same id.
    pub moved: Option<Operation>,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => " ",
            Self::New => "+",
            Self::Changed => "~",
            Self::Gone => "-",
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.written {
            Written::Unchanged => writeln!(f, "{} stays as it is", self.document)?,
            Written::Anew => writeln!(f, "{} has been written", self.document)?,
            Written::Pending => {
                writeln!(f, "{} would change; nothing has been written", self.document)?;
            }
        }
        self.taken(f)?;
        self.kept(f)?;
        self.left(f)?;
        self.lost(f)?;
        self.to_do(f)
    }
}

impl Report {
    fn taken(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nTaken from {} (+ new, ~ changed, - gone)", self.from)?;
        for (fate, operation) in &self.taken {
            writeln!(f, "  {fate} {operation}")?;
        }
        for operation in &self.removed {
            writeln!(f, "  {} {operation}", Fate::Gone)?;
        }
        let number = |wanted| self.components.iter().filter(|(fate, _)| *fate == wanted).count();
        let taken = self.components.len() - number(Fate::Gone) - self.kept_components;
        let changes = [(Fate::New, "new"), (Fate::Changed, "changed"), (Fate::Gone, "gone")]
            .map(|(fate, word)| (number(fate), word));
        let changes: Vec<String> = changes
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{number} {word}"))
            .collect();
        let changes = if changes.is_empty() { "all unchanged".into() } else { changes.join(", ") };
        writeln!(f, "    {}: {changes}", count(taken, "component"))?;
        for (fate, (section, name)) in &self.components {
            if *fate != Fate::Same {
                writeln!(f, "  {fate} {section}/{name}")?;
            }
        }
        Ok(())
    }

    fn kept(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kept.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nKept unchanged, since {} does not have them", self.from)?;
        for KeptOperation { operation, moved } in &self.kept {
            writeln!(f, "    {operation}")?;
            if let Some(call) = moved.as_ref().map(Operation::call) {
                writeln!(
                    f,
                    "      moved? Its id is at {call}; take that with --operation '{call}'\n\
                     \x20     and drop this one with --remove"
                )?;
            }
        }
        writeln!(f, "    {} that nothing else reaches", count(self.kept_components, "component"))
    }

    fn left(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (operations, components) = self.left;
        let [operations, components] =
            [count(operations, "operation"), count(components, "component")];
        writeln!(f, "\nLeft upstream: {operations}, {components}")?;
        for (number, what) in [(self.links, "link"), (self.callbacks, "callback")] {
            if number > 0 {
                let left = count(number, what);
                writeln!(
                    f,
                    "    {left} of the imported operations, which the client does not use"
                )?;
            }
        }
        Ok(())
    }

    fn lost(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.lost.is_empty() {
            writeln!(f, "\nLost: parts of the imported operations that OpenAPI 3 cannot describe")?;
        }
        for loss in &self.lost {
            writeln!(f, "{loss}\n")?;
        }
        if self.lost_comments.is_empty() || self.written == Written::Unchanged {
            return Ok(());
        }
        writeln!(f, "\nLost: comments of the fragment, except those at its top")?;
        for line in &self.lost_comments {
            writeln!(f, "    line {line}")?;
        }
        Ok(())
    }

    fn to_do(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.undescribed.is_empty() {
            writeln!(f, "\nUndescribed: nothing")?;
        } else {
            writeln!(f, "\nUndescribed: {}", count(self.undescribed.len(), "place"))?;
        }
        let document = &self.document;
        for (pointer, position) in &self.undescribed {
            match position {
                Some(Position { line, column }) => {
                    writeln!(f, "    {document}:{line}:{column}  {pointer}")?
                }
                None => writeln!(f, "    {document}  {pointer}")?,
            }
        }
        let Review { findings, knows_overlay } = &self.generator;
        if !findings.is_empty() {
            writeln!(f, "\nTo correct before the client can be generated: {}", findings.len())?;
        } else if let Some(overlay) = &self.overlay {
            writeln!(f, "\nOverlay: every action of {overlay} matches, and none is missing")?;
        }
        for finding in findings {
            writeln!(f, "{finding}\n")?;
        }
        if !knows_overlay {
            writeln!(f, "Overlay: not tried, since the fragment is not valid yet\n")?;
        }
        self.next(f)
    }

    fn next(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = [
            (self.written == Written::Pending, "import without --dry-run"),
            (!self.undescribed.is_empty(), "write a description for each undescribed place"),
            (!self.generator.findings.is_empty(), "correct what the generator rejects"),
            (
                self.written != Written::Unchanged,
                "`cargo spec diff HEAD` reports what it means for users, `cargo test` shows the client",
            ),
        ];
        let steps: BTreeSet<_> =
            steps.into_iter().enumerate().filter(|(_, (due, _))| *due).collect();
        if !steps.is_empty() && self.generator.findings.is_empty() {
            writeln!(f)?;
        }
        for (number, (_, (_, step))) in steps.iter().enumerate() {
            writeln!(f, "{} {}. {step}", if number == 0 { "Next:" } else { "     " }, number + 1)?;
        }
        Ok(())
    }
}

/// `1 component`, `2 components`.
fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
