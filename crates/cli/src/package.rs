//! The client's package, as its manifest describes it.

use std::path::{Path, PathBuf};

use openapi_client_build::source::diagnostic::Position;
use semver::Version;
use serde::Deserialize;
use toml::Value;

use super::failure::Failure;
use super::finding::Finding;
use super::sources::Sources;
use super::terminal::Terminal;
use super::text::Text;

/// The file name of manifests.
pub const MANIFEST: &str = "Cargo.toml";

/// The section of a manifest that this tool reads.
const SECTION: &str = "[package.metadata.openapi-client]";

/// A package and its directory.
#[derive(Debug)]
pub struct Package {
    pub root: PathBuf,
    pub manifest: Manifest,
    pub settings: Settings,
}

/// The members of a manifest that the tool uses.
#[derive(Debug)]
pub struct Manifest {
    pub name: String,
    /// `None` if neither `[package]` nor the `[workspace.package]` of the same file has it.
    pub version: Option<Version>,
    /// The path of the README, if the manifest names one.
    pub readme: Option<String>,
    /// The section of this tool, if the manifest has it.
    pub settings: Option<Settings>,
}

/// `[package.metadata.openapi-client]`: paths relative to the package, written with `/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The OpenAPI document that the client is generated from.
    pub document: String,
    /// The OpenAPI Overlay that is applied to it.
    pub overlay: Option<String>,
    /// The record of types, which keeps their names.
    pub types: Option<String>,
    /// The reviewed text of the client: the code, or a snapshot of insta's.
    pub client: Option<String>,
    /// The reviewed outline, likewise.
    pub outline: Option<String>,
    /// The command that accepts both as they are now.
    pub accept: Option<String>,
    /// The documented answer that the package's tests send.
    pub answer: Option<Answer>,
    /// Commands that put on record what depends on the compiled client; `NAME=value` may come first.
    pub record: Vec<String>,
    /// The changelog.
    pub changelog: Option<String>,
}

/// A documented answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The file of JSON.
    pub file: String,
    /// The operation that answers it: its operationId as the overlay has it, or `POST /path`.
    pub operation: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            document: "openapi.yaml".to_owned(),
            overlay: None,
            types: None,
            client: None,
            outline: None,
            accept: None,
            answer: None,
            record: Vec::new(),
            changelog: None,
        }
    }
}

/// A manifest, as it is parsed.
#[derive(Deserialize)]
struct Members {
    package: Option<PackageMembers>,
    workspace: Option<WorkspaceMembers>,
}

#[derive(Deserialize)]
struct PackageMembers {
    name: String,
    version: Option<Value>,
    readme: Option<Value>,
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(rename = "openapi-client")]
    openapi_client: Option<Settings>,
}

#[derive(Deserialize)]
struct WorkspaceMembers {
    package: Option<InheritedMembers>,
}

#[derive(Deserialize)]
struct InheritedMembers {
    version: Option<Value>,
}

impl Manifest {
    /// Reads the text of a manifest; `None` if it has no `[package]`.
    pub fn read(text: &Text) -> Result<Option<Self>, Failure> {
        let members: Members = toml::from_str(&text.text).map_err(|error| {
            let place = error.span().map(|span| position(&text.text, span.start));
            let help = format!("correct the manifest; the README of this tool explains {SECTION}");
            Finding::new("manifest", error.message(), (&text.name, place), help)
        })?;
        let Some(package) = members.package else { return Ok(None) };
        let inherited = members.workspace.and_then(|workspace| workspace.package?.version);
        let version = match package.version {
            Some(Value::Table(_)) => inherited,
            version => version,
        };
        let version = version.as_ref().and_then(Value::as_str);
        Ok(Some(Self {
            name: package.name,
            version: version.map(|version| read_version(text, version)).transpose()?,
            readme: package.readme.as_ref().and_then(Value::as_str).map(str::to_owned),
            settings: package.metadata.and_then(|metadata| metadata.openapi_client),
        }))
    }
}

fn read_version(manifest: &Text, version: &str) -> Result<Version, Failure> {
    Version::parse(version).map_err(|error| {
        let line = manifest.text.lines().position(|line| line.contains(version));
        let place = line.map(|index| Position { line: index + 1, column: 1 });
        let message = format!("the version `{version}`: {error}");
        Finding::new("manifest", message, (&manifest.name, place), "write it like 1.2.3").into()
    })
}

/// Line and column of an offset.
fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Position { line, column }
}

impl Package {
    /// The nearest package from a directory upwards whose manifest has the section of this tool.
    ///
    /// # Errors
    ///
    /// - No manifest from there upwards has it.
    /// - A manifest from there upwards cannot be read.
    pub fn find(directory: &Path) -> Result<Self, Failure> {
        for root in directory.ancestors() {
            let path = root.join(MANIFEST);
            if !path.is_file() {
                continue;
            }
            let name = if root == directory { MANIFEST.into() } else { path.display().to_string() };
            let manifest = Manifest::read(&Text::read(name, &path)?)?;
            let settings = manifest.as_ref().and_then(|manifest| manifest.settings.clone());
            if let (Some(manifest), Some(settings)) = (manifest, settings) {
                return Ok(Self { root: root.to_owned(), manifest, settings });
            }
        }
        let what = format!("no {MANIFEST} from {} upwards has {SECTION}", directory.display());
        let hint = "run the command in the client's package, whose manifest names the document \
                    there: `document = \"openapi.yaml\"`";
        Err(Failure::new(what, hint))
    }

    /// Reads one of the package's own files; errors name it relative to the package.
    pub fn read(&self, name: &str) -> Result<Text, Failure> {
        Text::read(name.to_owned(), &self.root.join(name))
    }

    /// The document.
    pub fn document(&self) -> Result<Text, Failure> {
        self.read(&self.settings.document)
    }

    /// True if a path leads to the document.
    pub fn has_document(&self, path: &Path) -> bool {
        let document = self.root.join(&self.settings.document).canonicalize();
        document.is_ok_and(|document| path.canonicalize().is_ok_and(|path| path == document))
    }

    /// The overlay; one that changes nothing if the package has none.
    pub fn overlay(&self) -> Result<Text, Failure> {
        let none = || Ok(Text::of(openapi_client_build::overlay::NONE));
        self.settings.overlay.as_ref().map_or_else(none, |name| self.read(name))
    }
}

impl Package {
    /// The record of the package's types, if it keeps one.
    pub fn types(&self) -> Result<Option<Text>, Failure> {
        self.settings.types.as_ref().map(|name| self.read(name)).transpose()
    }

    /// The sources of its client.
    pub fn sources(&self) -> Result<Sources, Failure> {
        let (document, overlay, types) = (self.document()?, self.overlay()?, self.types()?);
        Ok(Sources { document, overlay, types })
    }
}

impl Terminal<'_> {
    /// The package that the command works on.
    pub fn package(&self) -> Result<Package, Failure> {
        Package::find(&self.directory)
    }
}
