//! Errors as data: which stage, where, what, and the way out.

use std::fmt;

use super::pointer::Pointer;
use super::problem::Problem;

/// The stage that found the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Reading the text.
    Load,
    /// Checking the document.
    Validate,
    /// Applying the overlay.
    Overlay,
    /// Checking the document after the overlay.
    Overlaid,
    /// Restating the document as the subset of OpenAPI 3.0 of the later stages.
    Translate,
    /// Bringing the document into the form that progenitor accepts.
    Normalise,
    /// Generating code with progenitor.
    Lower,
    /// Rewriting that code.
    Passes,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Load => "load",
            Self::Validate => "validate",
            Self::Overlay => "overlay",
            Self::Overlaid => "after overlay",
            Self::Translate => "translate",
            Self::Normalise => "normalise",
            Self::Lower => "lower",
            Self::Passes => "passes",
        })
    }
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
}

impl Position {
    /// The position at which `yaml_serde` stopped.
    pub fn of(error: &serde_yaml::Error) -> Option<Self> {
        let location = error.location()?;
        Some(Self { line: location.line(), column: location.column() })
    }
}

/// One error, or one loss: a part of the document that the client does not support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stage that reports it.
    pub stage: Stage,
    /// The name of the text, as its [`Source`](super::document::Source) gave it.
    pub file: String,
    /// Its position in the text, if known.
    pub position: Option<Position>,
    /// Its place in the document.
    pub pointer: Pointer,
    /// The problem itself.
    pub problem: Problem,
    /// The action of the overlay that caused it, if one did.
    pub cause: Option<Cause>,
}

/// An action of an overlay that caused an error or a loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The name of the overlay.
    pub file: String,
    /// Where in the overlay, as far as that is known.
    pub position: Option<Position>,
    /// The place of the action.
    pub action: Pointer,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, " {}", self.action)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.problem.is_loss() { "warning" } else { "error" };
        writeln!(f, "{severity}[{}]: {}", self.stage, self.problem)?;
        write!(f, "  --> {}", self.file)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        if self.pointer != Pointer::root() {
            write!(f, "\n   at {}", self.pointer)?;
        }
        if let Some(cause) = &self.cause {
            write!(f, "\n   by {cause}")?;
        }
        write!(f, "\n help: {}", self.problem.hint())
    }
}

/// All errors that were found in one go; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// `Ok` if there are no errors; otherwise each of them once, in the order of the text.
    pub fn into_result(errors: Vec<Diagnostic>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self::merged(errors)) }
    }

    /// Each of these errors once, in the order of the text. There has to be one.
    pub(crate) fn merged(mut errors: Vec<Diagnostic>) -> Self {
        errors.sort_by(|a, b| {
            let key = |it: &Diagnostic| (it.position.is_none(), it.position);
            (&a.file, key(a), &a.pointer).cmp(&(&b.file, key(b), &b.pointer))
        });
        errors.dedup();
        Self(errors)
    }

    /// The same errors, each changed.
    pub(crate) fn map(self, change: impl FnMut(Diagnostic) -> Diagnostic) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }

    /// The errors, one by one.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(error: Diagnostic) -> Self {
        Self(vec![error])
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
