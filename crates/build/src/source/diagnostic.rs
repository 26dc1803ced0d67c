//! Errors as data: which stage, where, what, and the way out.

use std::fmt;

use super::pointer::Pointer;
use super::problem::Problem;

/// The stage that found the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The text is read.
    Load,
    /// The document is checked.
    Validate,
    /// The overlay is applied.
    Overlay,
    /// What the overlay made is checked.
    Overlaid,
    /// The document is restated in the words of the later stages.
    Translate,
    /// The document is brought into the form that progenitor takes.
    Normalise,
    /// Progenitor writes code.
    Lower,
    /// The code is rewritten.
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
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Position {
    /// Where `yaml_serde` stopped.
    pub fn of(error: &serde_yaml::Error) -> Option<Self> {
        let location = error.location()?;
        Some(Self { line: location.line(), column: location.column() })
    }
}

/// One error, or one loss: something that the document says and the client does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it was found.
    pub stage: Stage,
    /// The name of the text, as its [`Source`](super::document::Source) gave it.
    pub file: String,
    /// Where in the text, as far as that is known.
    pub position: Option<Position>,
    /// Where in the document.
    pub pointer: Pointer,
    /// What it is.
    pub problem: Problem,
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
        write!(f, "\n help: {}", self.problem.hint())
    }
}

/// All errors of a stage; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// `Ok` if there are no errors; otherwise each of them once, in the order of the text.
    pub fn into_result(mut errors: Vec<Diagnostic>) -> Result<(), Self> {
        if errors.is_empty() {
            return Ok(());
        }
        errors.sort_by(|a, b| {
            let key = |it: &Diagnostic| (it.position.is_none(), it.position);
            (&a.file, key(a), &a.pointer).cmp(&(&b.file, key(b), &b.pointer))
        });
        errors.dedup();
        Err(Self(errors))
    }

    /// Adds the errors of another file.
    pub fn extend(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    /// The errors, one by one.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
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
