//! The crate's own files, and the texts that a command line names.

use std::fs;
use std::path::Path;

use clap::{Args, ValueEnum};

use super::Terminal;
use super::failure::Failure;
use openapi_client_build::source::encoding;
use openapi_client_build::{Generated, Source, overlay};

/// The specification, relative to the crate.
pub const SPEC: &str = "spec/sessions-cancel.yaml";

/// Its overlay, relative to the crate.
pub const OVERLAY: &str = "spec/overlay.yaml";

/// The reviewed client, relative to the crate.
pub const CLIENT: &str = "tests/snapshots/client.snap";

/// Its outline, relative to the crate.
pub const OUTLINE: &str = "tests/snapshots/outline.snap";

/// How a result is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// A text and the name that errors call it by.
#[derive(Debug, Clone)]
pub struct Text {
    pub name: String,
    pub text: String,
}

impl Text {
    /// A text that is at hand.
    pub fn of(Source { name, text }: Source<'_>) -> Self {
        Self { name: name.to_owned(), text: text.to_owned() }
    }

    /// Reads a file that a command line names.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::of_file(path, &error))?;
        Self::decode(path.display().to_string(), bytes)
    }

    /// Reads the bytes of a document.
    pub fn decode(name: String, bytes: Vec<u8>) -> Result<Self, Failure> {
        let text = encoding::decode(&name, bytes)?;
        Ok(Self { name, text })
    }

    /// What follows the header of a snapshot.
    pub fn snapshot_content(&self) -> Result<&str, Failure> {
        self.text.splitn(3, "---\n").nth(2).ok_or_else(|| {
            let what = format!("{}: not a snapshot, its header is missing", self.name);
            Failure::new(
                what,
                "make it anew: INSTA_UPDATE=always cargo test --test generated snapshot",
            )
        })
    }

    /// The package's version, of a manifest.
    pub fn version(&self) -> Option<String> {
        let package = self.text.lines().skip_while(|line| *line != "[package]").skip(1);
        let mut package = package.take_while(|line| !line.starts_with('['));
        let version = package.find_map(|line| line.strip_prefix("version")?.split_once('='))?.1;
        Some(version.trim().trim_matches('"').to_owned())
    }

    /// For the generator.
    pub fn source(&self) -> Source<'_> {
        Source { name: &self.name, text: &self.text }
    }
}

impl Terminal<'_> {
    /// Reads one of the crate's own files; errors name it relative to the crate.
    pub fn own(&self, name: &str) -> Result<Text, Failure> {
        let text = Text::read(&self.crate_root.join(name))?;
        Ok(Text { name: name.to_owned(), ..text })
    }
}

/// A specification and the overlay that goes with it, as most commands take them.
#[derive(Debug, Args)]
pub struct Choice {
    /// An OpenAPI document, YAML or JSON, in place of spec/sessions-cancel.yaml
    file: Option<std::path::PathBuf>,
    #[command(flatten)]
    overlay: OverlayChoice,
}

/// The overlay to apply.
#[derive(Debug, Args)]
pub struct OverlayChoice {
    /// An OpenAPI Overlay in place of spec/overlay.yaml
    #[arg(long, value_name = "FILE")]
    overlay: Option<std::path::PathBuf>,
    /// Take the document as it is
    #[arg(long, conflicts_with = "overlay")]
    no_overlay: bool,
}

impl OverlayChoice {
    /// Whether the command line says nothing of it.
    pub fn is_default(&self) -> bool {
        self.overlay.is_none() && !self.no_overlay
    }

    /// The overlay's text.
    pub fn read(&self, terminal: &Terminal<'_>) -> Result<Text, Failure> {
        match &self.overlay {
            _ if self.no_overlay => Ok(Text::of(overlay::NONE)),
            Some(path) => Text::read(path),
            None => terminal.own(OVERLAY),
        }
    }
}

impl Choice {
    /// Both texts.
    pub fn read(&self, terminal: &Terminal<'_>) -> Result<(Text, Text), Failure> {
        let spec = self.file.as_deref().map_or_else(|| terminal.own(SPEC), Text::read)?;
        Ok((spec, self.overlay.read(terminal)?))
    }

    /// The client of this choice.
    pub fn generate(&self, terminal: &Terminal<'_>) -> Result<Generated, Failure> {
        let (spec, overlay) = self.read(terminal)?;
        Ok(openapi_client_build::generate(spec.source(), overlay.source())?)
    }
}
