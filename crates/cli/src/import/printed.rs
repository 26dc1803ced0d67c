//! The report of an import, as a person reads it.

use std::collections::BTreeSet;
use std::fmt;

use openapi_client_build::source::diagnostic::Position;

use super::fate::Fate;
use super::operations::Operation;
use super::report::{KeptOperation, Report, Written};
use super::review::Review;

/// The steps that are done, without the tasks that are left.
pub struct Done<'a>(&'a Report);

impl fmt::Display for Done<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_done(f)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_done(f)?;
        self.to_do(f)
    }
}

impl Report {
    /// The steps that are done.
    pub fn done(&self) -> Done<'_> {
        Done(self)
    }

    fn fmt_done(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let document = &self.document;
        match (self.written, self.is_style) {
            (Written::Unchanged, _) => writeln!(f, "{document} stays as it is")?,
            (Written::Anew, false) => writeln!(f, "{document} has been written")?,
            (Written::Anew, true) => {
                writeln!(f, "{document} has been put into the tool's style; it says the same")?;
            }
            (Written::Pending, false) => {
                writeln!(f, "{document} would change; nothing has been written")?;
            }
            (Written::Pending, true) => writeln!(
                f,
                "{document} would be put into the tool's style, and say the same; nothing has been written"
            )?,
        }
        self.taken(f)?;
        self.moved(f)?;
        self.kept(f)?;
        self.left(f)?;
        self.lost(f)
    }

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
        let changes = match changes.is_empty() {
            true if self.written == Written::Unchanged => "all unchanged".to_owned(),
            true => "none changed".to_owned(),
            false => changes.join(", "),
        };
        writeln!(f, "    {}: {changes}", count(taken, "component"))?;
        for (fate, member) in &self.frame {
            if *fate != Fate::Same {
                writeln!(f, "  {fate} {member}")?;
            }
        }
        for (fate, (section, name)) in &self.components {
            if *fate != Fate::Same {
                writeln!(f, "  {fate} {section}/{name}")?;
            }
        }
        Ok(())
    }

    fn moved(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.moved.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nMoved upstream: the fragment's words have gone along")?;
        for moved in &self.moved {
            moved.describe(self.keeps_names, f)?;
        }
        Ok(())
    }

    fn kept(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kept.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nKept unchanged, since nothing of them is taken from {}", self.from)?;
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
        let (operations, components) = &self.left;
        let [number, of_components] =
            [count(operations.len(), "operation"), count(components.len(), "component")];
        writeln!(f, "\nLeft upstream: {number}, {of_components}")?;
        for operation in operations {
            writeln!(f, "    {operation}")?;
        }
        let names = components.iter().map(|(section, name)| format!("{section}/{name}"));
        for line in lines(names) {
            writeln!(f, "    {line}")?;
        }
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

/// Names in as few lines as are easy to read.
fn lines(names: impl Iterator<Item = String>) -> Vec<String> {
    const WIDTH: usize = 100;
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if line.len() + name.len() + 2 <= WIDTH => {
                line.push_str(", ");
                line.push_str(&name);
            }
            _ => lines.push(name),
        }
    }
    lines
}
