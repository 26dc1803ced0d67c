//! One side of a comparison: a revision of the repository, a file, or the working tree.

use std::path::Path;

use openapi_client_build::source::document::Document;
use semver::Version;
use serde_json::Value;

use crate::failure::Failure;
use crate::git::Git;
use crate::inputs::OverlayOption;
use crate::package::{MANIFEST, Manifest, Package};
use crate::sources::Sources;
use crate::surface::Surface;
use crate::terminal::Terminal;

/// One of the two sides that a comparison has.
#[derive(Debug)]
pub struct Side {
    /// Its name in the report.
    pub label: String,
    pub surface: Surface,
    /// The generated code.
    pub code: String,
    pub document: Value,
    pub overlay: Value,
    /// What the client is generated from.
    pub sources: Sources,
    /// The package's version, if it is known.
    pub version: Option<Version>,
}

impl Side {
    /// The working tree; its client is generated.
    pub fn working_tree(
        package: &Package,
        terminal: &Terminal<'_>,
        overlay: &OverlayOption,
    ) -> Result<Self, Failure> {
        let sources = overlay.with(package.document()?, terminal)?;
        let version = package.manifest.version.clone();
        Self::generated("the working tree".to_owned(), sources, version)
    }

    /// The side that a command line names: a file if there is one, otherwise a revision.
    pub fn named(
        name: &str,
        terminal: &Terminal<'_>,
        overlay: &OverlayOption,
    ) -> Result<Self, Failure> {
        let path = Path::new(name);
        if terminal.path(path).is_file() {
            let sources = overlay.with(terminal.read(path)?, terminal)?;
            return Self::generated(format!("`{name}`"), sources, None);
        }
        Self::revision(name, &terminal.package()?, terminal, overlay)
    }

    /// A revision; its client is the one that was reviewed then, so that changes of the generator do not matter.
    pub fn revision(
        name: &str,
        package: &Package,
        terminal: &Terminal<'_>,
        overlay: &OverlayOption,
    ) -> Result<Self, Failure> {
        let git = Git { directory: &package.root };
        git.check(name)?;
        let manifest = git.show(name, MANIFEST)?;
        let manifest = manifest.as_ref().map(Manifest::read).transpose()?.flatten();
        // The paths of that revision's manifest, if it names them.
        let settings = manifest.as_ref().and_then(|manifest| manifest.settings.as_ref());
        let settings = settings.unwrap_or(&package.settings);
        let version = manifest.as_ref().and_then(|manifest| manifest.version.clone());
        let document = git.show(name, &settings.document)?.ok_or_else(|| {
            let what = format!("`{name}` has no {}", settings.document);
            Failure::new(what, "name a revision of this repository that has one, or a file")
        })?;
        let show = |path: &Option<String>| match path {
            Some(path) => git.show(name, path),
            None => Ok(None),
        };
        let overlay = match show(&settings.overlay)? {
            Some(text) if overlay.is_default() => text,
            _ => overlay.read(terminal)?,
        };
        let Some(reviewed) = show(&settings.client)? else {
            let sources = Sources { document, overlay, types: show(&settings.types)? };
            return Self::generated(format!("`{name}`"), sources, version);
        };
        let code = reviewed.reviewed();
        let surface = Surface::read(code).map_err(|error| {
            Failure::new(
                format!("{} does not contain the code of a client: {error}", reviewed.name),
                "the reviewed client of this revision is broken: compare with another revision",
            )
        })?;
        Ok(Self {
            label: format!("`{name}`"),
            surface,
            code: body(code).to_owned(),
            document: Document::load(document.source())?.root().clone(),
            overlay: Document::load(overlay.source())?.root().clone(),
            sources: Sources { document, overlay, types: show(&settings.types)? },
            version,
        })
    }

    fn generated(
        label: String,
        sources: Sources,
        version: Option<Version>,
    ) -> Result<Self, Failure> {
        let client = sources.generate()?;
        let Sources { document, overlay, .. } = &sources;
        Ok(Self {
            label,
            surface: Surface::of_client(&client),
            code: body(&client.code).to_owned(),
            document: Document::load(document.source())?.root().clone(),
            overlay: Document::load(overlay.source())?.root().clone(),
            sources,
            version,
        })
    }
}

/// The code without the comment at its head, which names files.
fn body(code: &str) -> &str {
    let start: usize =
        code.split_inclusive('\n').take_while(|line| line.starts_with("//")).map(str::len).sum();
    code.get(start..).unwrap_or_default()
}
