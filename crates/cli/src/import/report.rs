//! What an import tells.

use std::collections::BTreeSet;
use std::fmt;

use super::closure::Component;
use super::operations::Operation;
use super::review::Review;
use crate::finding::Finding;
use openapi_client_build::source::diagnostic::Position;
use openapi_client_build::source::pointer::Pointer;

/// What has become of something in the fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Same,
    New,
    Changed,
    Gone,
}

/// What became of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Unchanged,
    Anew,
    /// A dry run that found what would be written.
    Pending,
}

/// All that is to be told.
#[derive(Debug)]
pub struct Report {
    pub written: Written,
    /// What the fragment is called.
    pub document: String,
    /// What the overlay is called, if there is one.
    pub overlay: Option<String>,
    /// What upstream's document is called.
    pub from: String,
    pub taken: Vec<(Fate, Operation)>,
    pub kept: Vec<KeptOperation>,
    pub removed: Vec<Operation>,
    pub components: Vec<(Fate, Component)>,
    /// How many of the components only operations reach that are kept.
    pub kept_components: usize,
    /// Of upstream's document: operations and components.
    pub left: (usize, usize),
    /// What the fragment has no word for of what was taken.
    pub lost: Vec<Finding>,
    pub links: usize,
    pub callbacks: usize,
    pub lost_comments: Vec<usize>,
    pub undescribed: Vec<(Pointer, Option<Position>)>,
    pub generator: Review,
}

/// An operation that upstream's document does not have, at least not there.
#[derive(Debug)]
pub struct KeptOperation {
    pub operation: Operation,
    /// Where the document has one with the same id.
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
        let changes =
            if changes.is_empty() { "all as they were".into() } else { changes.join(", ") };
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
        writeln!(f, "\nKept as they stand, since {} does not have them", self.from)?;
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
                writeln!(f, "    {left} of what was taken, which the client has no use for")?;
            }
        }
        Ok(())
    }

    fn lost(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.lost.is_empty() {
            writeln!(f, "\nLost: what OpenAPI 3 has no word for, of what was taken")?;
        }
        for loss in &self.lost {
            writeln!(f, "{loss}\n")?;
        }
        if self.lost_comments.is_empty() || self.written == Written::Unchanged {
            return Ok(());
        }
        writeln!(f, "\nLost: comments of the fragment, but for those at its top")?;
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
            writeln!(f, "\nTo be settled before the client can be generated: {}", findings.len())?;
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
            (!self.undescribed.is_empty(), "describe in your own words what is undescribed"),
            (!self.generator.findings.is_empty(), "settle what the generator does not take"),
            (
                self.written != Written::Unchanged,
                "`cargo spec diff HEAD` says what it means for users, `cargo test` shows the client",
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
