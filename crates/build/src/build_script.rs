//! The build script's interface: reads the files, writes `$OUT_DIR/client.rs` and prints lines for Cargo.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::emit::Generated;
use crate::generate::{generate, generate_keeping};
use crate::overlay;
use crate::source::diagnostic::{Diagnostics, Stage};
use crate::source::document::Source;
use crate::source::encoding;

/// Generates a client in a build script.
///
/// The [crate's documentation](crate) shows a whole package.
#[derive(Debug, Clone)]
#[must_use]
pub struct Build {
    document: PathBuf,
    overlay: Option<PathBuf>,
    types: Option<PathBuf>,
    reviewed: Option<String>,
}

impl Build {
    /// Takes the path of an OpenAPI document, YAML or JSON, relative to the package.
    pub fn new(document: impl Into<PathBuf>) -> Self {
        Self { document: document.into(), overlay: None, types: None, reviewed: None }
    }

    /// Applies an OpenAPI Overlay to the document before anything is generated from it.
    pub fn overlay(self, overlay: impl Into<PathBuf>) -> Self {
        Self { overlay: Some(overlay.into()), ..self }
    }

    /// Keeps the Rust types of a [record](crate::record): each place that the record lists keeps its type,
    /// even if the document has grown since. An empty file is the record of a new client.
    ///
    /// The build does not write the record; put [`Generated::types`](crate::Generated::types) there with each
    /// release.
    pub fn types(self, record: impl Into<PathBuf>) -> Self {
        Self { types: Some(record.into()), ..self }
    }

    /// Takes the text of the client that was generated before and reviewed, such as a snapshot.
    ///
    /// The build compiles it instead of a new client if another version of a dependency stops the generator, so
    /// that a release of a dependency does not break builds. The build warns of that, and also if the generated
    /// client differs from the reviewed one.
    pub fn reviewed(self, client: Option<String>) -> Self {
        Self { reviewed: client, ..self }
    }

    /// Writes the client into a file of this name in `$OUT_DIR`.
    ///
    /// Errors fail the build, and losses become warnings; each names its file, its line and its place in the
    /// document.
    pub fn write(self, file: &str) {
        if let Err(error) = self.try_write(file) {
            error.to_string().lines().for_each(|line| println!("cargo::error={line}"));
        }
    }

    fn try_write(&self, file: &str) -> Result<(), Box<dyn std::error::Error>> {
        let document = read(&self.document)?;
        let overlay = self.overlay.as_deref().map(read).transpose()?;
        let overlay = overlay.as_ref().map_or(overlay::NONE, File::source);
        let types = self.types.as_deref().map(read).transpose()?;
        let generated = match &types {
            Some(types) => generate_keeping(document.source(), overlay, types.source()),
            None => generate(document.source(), overlay),
        };
        let client = choose(generated, self.reviewed.as_deref())?;
        for line in client.warnings.iter().flat_map(|warning| warning.lines()) {
            println!("cargo::warning={line}");
        }
        let directory =
            env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: call this in a build script")?;
        Ok(fs::write(Path::new(&directory).join(file), client.code)?)
    }
}

/// A file and its name in messages.
struct File {
    name: String,
    text: String,
}

impl File {
    fn source(&self) -> Source<'_> {
        Source { name: &self.name, text: &self.text }
    }
}

/// Reads a file that the client is generated from, and lets Cargo watch it.
fn read(path: &Path) -> Result<File, Box<dyn std::error::Error>> {
    // One spelling of a path on every machine, since the client names it.
    let name = path.display().to_string().replace('\\', "/");
    println!("cargo::rerun-if-changed={name}");
    let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    let text = encoding::decode(&name, bytes)?;
    Ok(File { name, text })
}

/// The client to compile, and what the build says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[doc(hidden)]
pub struct Chosen {
    pub code: String,
    pub warnings: Vec<String>,
}

/// Chooses between the generated client and the reviewed one.
#[doc(hidden)]
pub fn choose(
    generated: Result<Generated, Diagnostics>,
    reviewed: Option<&str>,
) -> Result<Chosen, Diagnostics> {
    let errors = match generated {
        Ok(Generated { code, losses, .. }) => {
            let mut warnings: Vec<String> = losses.iter().map(ToString::to_string).collect();
            if reviewed.is_some_and(|reviewed| reviewed != code) {
                warnings.push("the generated client differs from the reviewed one".to_owned());
            }
            return Ok(Chosen { code, warnings });
        }
        Err(errors) => errors,
    };
    // These stages read code that a dependency wrote; the document was valid before.
    let is_dependency =
        errors.iter().all(|error| matches!(error.stage, Stage::Lower | Stage::Passes));
    match reviewed.filter(|_| is_dependency) {
        Some(reviewed) => {
            let reason = "the client cannot be generated with these versions of the generator's \
                          dependencies; the reviewed client is compiled instead";
            Ok(Chosen {
                code: reviewed.to_owned(),
                warnings: vec![reason.to_owned(), errors.to_string()],
            })
        }
        None => Err(errors),
    }
}
