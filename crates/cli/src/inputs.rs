//! The documents that a command line names, and how its result is printed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use openapi_client_build::{Generated, overlay};

use super::failure::Failure;
use super::sources::Sources;
use super::terminal::Terminal;
use super::text::Text;

/// How a result is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// A document and the overlay that goes with it, as most commands take them.
#[derive(Debug, Args)]
pub struct Specification {
    /// An OpenAPI document, YAML or JSON, in place of the package's own
    file: Option<PathBuf>,
    #[command(flatten)]
    overlay: OverlayOption,
}

/// The overlay to apply.
#[derive(Debug, Default, Args)]
pub struct OverlayOption {
    /// An OpenAPI Overlay in place of the package's own
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
    /// Apply no overlay
    #[arg(long, conflicts_with = "overlay")]
    no_overlay: bool,
}

impl OverlayOption {
    /// True if the command line does not choose an overlay.
    pub fn is_default(&self) -> bool {
        self.overlay.is_none() && !self.no_overlay
    }

    /// A document with this overlay. The record of types applies with the package's own overlay only.
    pub fn with(&self, document: Text, terminal: &Terminal<'_>) -> Result<Sources, Failure> {
        let types = match self.is_default() {
            true => terminal.package()?.types()?,
            false => None,
        };
        Ok(Sources { document, overlay: self.read(terminal)?, types })
    }

    /// The overlay's text.
    pub fn read(&self, terminal: &Terminal<'_>) -> Result<Text, Failure> {
        match &self.overlay {
            _ if self.no_overlay => Ok(Text::of(overlay::NONE)),
            Some(path) => terminal.read(path),
            None => terminal.package()?.overlay(),
        }
    }
}

impl Specification {
    /// The document, its overlay and its record. The package's own overlay applies to the package's own
    /// document only; for another document the command line names the overlay.
    pub fn read(&self, terminal: &Terminal<'_>) -> Result<Sources, Failure> {
        let Some(path) = &self.file else {
            return self.overlay.with(terminal.package()?.document()?, terminal);
        };
        let document = terminal.read(path)?;
        let is_own = || terminal.package().is_ok_and(|it| it.has_document(&terminal.path(path)));
        if self.overlay.is_default() && !is_own() {
            return Ok(Sources { document, overlay: Text::of(overlay::NONE), types: None });
        }
        self.overlay.with(document, terminal)
    }

    /// Generates the client.
    pub fn generate(&self, terminal: &Terminal<'_>) -> Result<Generated, Failure> {
        Ok(self.read(terminal)?.generate()?)
    }
}
