//! One side of a comparison: a revision of the repository, a file, or the working tree.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::super::Terminal;
use super::super::failure::Failure;
use super::super::repository::{CLIENT, OVERLAY, OverlayChoice, SPEC, Text};
use crate::surface::Surface;
use openapi_client_build::source::document::Document;

/// What a reviewer compares.
#[derive(Debug)]
pub struct Side {
    /// What to call it.
    pub label: String,
    pub surface: Surface,
    /// The generated code.
    pub code: String,
    pub spec: Value,
    pub overlay: Value,
    /// The crate's version, where it is known.
    pub version: Option<String>,
}

impl Side {
    /// The working tree, as it would be generated now.
    pub fn working_tree(terminal: &Terminal<'_>, overlay: &OverlayChoice) -> Result<Self, Failure> {
        let (spec, overlay) = (terminal.own(SPEC)?, overlay.read(terminal)?);
        let manifest = terminal.own("Cargo.toml").ok();
        Self::generated("the working tree", &spec, &overlay, manifest)
    }

    /// What a command line names: a file where there is one, otherwise a revision.
    pub fn named(
        name: &str,
        terminal: &Terminal<'_>,
        overlay: &OverlayChoice,
    ) -> Result<Self, Failure> {
        let path = Path::new(name);
        if path.is_file() {
            return Self::generated(name, &Text::read(path)?, &overlay.read(terminal)?, None);
        }
        Self::revision(name, terminal, overlay)
    }

    /// A revision: its client is the one that was reviewed then, whatever the generator does today.
    fn revision(
        name: &str,
        terminal: &Terminal<'_>,
        overlay: &OverlayChoice,
    ) -> Result<Self, Failure> {
        let git = Git { crate_root: &terminal.crate_root };
        git.check(name)?;
        let spec = git.show(name, SPEC)?.ok_or_else(|| {
            let what = format!("`{name}` has no {SPEC}");
            Failure::new(what, "name a revision of this repository that has one, or a file")
        })?;
        let overlay = match git.show(name, OVERLAY)? {
            Some(text) if overlay.is_default() => text,
            _ => overlay.read(terminal)?,
        };
        let manifest = git.show(name, "Cargo.toml")?;
        let Some(reviewed) = git.show(name, CLIENT)? else {
            return Self::generated(name, &spec, &overlay, manifest);
        };
        let code = reviewed.snapshot_content()?;
        let surface = Surface::read(code).map_err(|error| {
            Failure::new(
                format!("{}: not the code of a client: {error}", reviewed.name),
                "the revision holds a broken snapshot; compare with another one",
            )
        })?;
        Ok(Self {
            label: format!("`{name}`"),
            surface,
            code: body(code).to_owned(),
            spec: Document::load(spec.source())?.root().clone(),
            overlay: Document::load(overlay.source())?.root().clone(),
            version: manifest.as_ref().and_then(Text::version),
        })
    }

    fn generated(
        name: &str,
        spec: &Text,
        overlay: &Text,
        manifest: Option<Text>,
    ) -> Result<Self, Failure> {
        let client = openapi_client_build::generate(spec.source(), overlay.source())?;
        Ok(Self {
            label: if Path::new(name).is_file() { format!("`{name}`") } else { name.to_owned() },
            surface: Surface::of_client(&client),
            code: body(&client.code).to_owned(),
            spec: Document::load(spec.source())?.root().clone(),
            overlay: Document::load(overlay.source())?.root().clone(),
            version: manifest.as_ref().and_then(Text::version),
        })
    }
}

/// The code without the comment at its head, which names files.
fn body(code: &str) -> &str {
    let start: usize =
        code.split_inclusive('\n').take_while(|line| line.starts_with("//")).map(str::len).sum();
    code.get(start..).unwrap_or_default()
}

/// The repository around the crate.
struct Git<'a> {
    crate_root: &'a Path,
}

impl Git<'_> {
    /// Whether a name is a revision.
    fn check(&self, name: &str) -> Result<(), Failure> {
        let revision = format!("{name}^{{commit}}");
        match self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision])? {
            Some(_) => Ok(()),
            None => Err(Failure::new(
                format!("`{name}` is neither a file nor a revision of this repository"),
                "check the spelling; a revision may have to be fetched first",
            )),
        }
    }

    /// A file of a revision, where it has it.
    fn show(&self, revision: &str, file: &str) -> Result<Option<Text>, Failure> {
        let text = self.run(&["show", "--end-of-options", &format!("{revision}:./{file}")])?;
        Ok(text.map(|text| Text { name: format!("{revision}:{file}"), text }))
    }

    fn run(&self, arguments: &[&str]) -> Result<Option<String>, Failure> {
        let output =
            Command::new("git").current_dir(self.crate_root).args(arguments).output().map_err(
                |error| Failure::new(format!("git: {error}"), "install git, or compare files"),
            )?;
        if !output.status.success() {
            return Ok(None);
        }
        String::from_utf8(output.stdout).map(Some).map_err(|_| {
            let what = format!("git {}: not UTF-8", arguments.join(" "));
            Failure::new(what, "compare files, converted to UTF-8")
        })
    }
}
