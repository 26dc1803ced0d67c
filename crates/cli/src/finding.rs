//! A problem in a file, with its place and the way out.

use std::fmt;

use openapi_client_build::source::diagnostic::{Cause, Diagnostic, Position};
use openapi_client_build::source::pointer::Pointer;
use serde::Serialize;

/// A problem in a file, with its place and the way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The stage of the generator, or the check of this tool.
    pub check: String,
    pub message: String,
    pub file: String,
    /// Counted from 1, as the column is.
    pub line: Option<usize>,
    pub column: Option<usize>,
    /// A JSON Pointer; empty for the whole file, or if the file is neither JSON nor YAML.
    pub pointer: String,
    /// The action of the overlay that caused it, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    pub help: String,
    /// The lines to write, if they are known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub write: String,
    /// True if a client can be generated without the part that the finding is about.
    #[serde(skip)]
    pub is_loss: bool,
}

/// Where an action of the overlay is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Action {
    pub file: String,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub pointer: String,
}

impl Finding {
    /// A finding in a file, by line and column if they are known.
    pub fn new(
        check: &str,
        message: impl Into<String>,
        (file, position): (&str, Option<Position>),
        help: impl Into<String>,
    ) -> Self {
        Self {
            check: check.to_owned(),
            message: message.into(),
            file: file.to_owned(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            pointer: String::new(),
            action: None,
            help: help.into(),
            write: String::new(),
            is_loss: false,
        }
    }

    /// The finding as a task for a person.
    pub fn as_task(&self) -> String {
        let text = self.to_string();
        text.split_once("]: ").map_or(text.as_str(), |(_, task)| task).to_owned()
    }

    /// This finding as an error.
    pub fn denied(self) -> Self {
        Self { is_loss: false, ..self }
    }

    /// This finding with its place in the document.
    pub fn at(self, pointer: &Pointer) -> Self {
        Self { pointer: pointer.to_string(), ..self }
    }
}

impl From<&Diagnostic> for Finding {
    fn from(error: &Diagnostic) -> Self {
        let Diagnostic { stage, file, position, pointer, problem, cause } = error;
        let place = (file.as_str(), *position);
        let finding = Self::new(&stage.to_string(), problem.to_string(), place, problem.hint());
        let action = cause.as_ref().map(|Cause { file, position, action }| Action {
            file: file.clone(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            pointer: action.to_string(),
        });
        Self { is_loss: problem.is_loss(), action, ..finding.at(pointer) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_loss { "warning" } else { "error" };
        write!(f, "{severity}[{}]: {}\n  --> {}", self.check, self.message, self.file)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        if !self.pointer.is_empty() {
            write!(f, "\n   at {}", self.pointer)?;
        }
        if let Some(action) = &self.action {
            write!(f, "\n   by {action}")?;
        }
        write!(f, "\n help: {}", self.help)?;
        for (index, line) in self.write.lines().enumerate() {
            let margin = if index == 0 { "write:" } else { "      " };
            write!(f, "\n{margin} {line}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, " {}", self.pointer)
    }
}
