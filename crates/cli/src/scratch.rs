//! Scratch packages around generated clients, and programs against them, for the real compiler.
//!
//! The packages are members of one workspace outside the repository. They take the dependencies of the
//! client's package, in the versions of its lock file, so that nothing is downloaded and Cargo finds most of
//! them compiled.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use toml::{Table, Value};

use super::cargo;
use super::failure::Failure;

/// Copies the client to where `src/generated.rs` includes it from.
const BUILD_SCRIPT: &str = r#"fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=client.rs");
    let out = std::env::var_os("OUT_DIR").ok_or(std::io::ErrorKind::NotFound)?;
    std::fs::copy("client.rs", std::path::Path::new(&out).join("client.rs")).map(drop)
}
"#;

/// The packages that generated code names.
const GENERATED_CODE_NAMES: [&str; 6] =
    ["chrono", "http", "openapi-client-runtime", "reqwest", "serde", "serde_json"];

const MANIFEST_HINT: &str =
    "run the command in a package that Cargo has locked: `cargo generate-lockfile`";

/// A workspace of scratch packages.
pub struct Workspace {
    directory: PathBuf,
    target: PathBuf,
    /// The manifest of the client's package.
    package: Manifest,
    /// The manifest of the workspace around it, which may be the same.
    workspace: Manifest,
    members: Vec<String>,
}

/// The root package of the repository around another client.
pub struct Client<'a> {
    /// The package's name, which no other package of the workspace has.
    pub name: &'a str,
    /// The version in its manifest.
    pub version: &'a str,
    /// The output of the generator.
    pub code: &'a str,
    /// The root of the hand-written part: `src/lib.rs` of the root package or of a copy.
    pub library: &'a Path,
}

/// A program against clients of the workspace.
pub struct Program<'a> {
    /// The package's name, which no other package of the workspace has.
    pub name: &'a str,
    /// Its `main.rs`.
    pub main: &'a Path,
    /// The name of each client in the program, and its package.
    pub clients: &'a [(&'a str, &'a str)],
}

/// A manifest and its path.
struct Manifest {
    directory: PathBuf,
    members: Table,
}

impl Manifest {
    fn read(directory: &Path) -> Result<Self, Failure> {
        let path = directory.join("Cargo.toml");
        let members = read(&path)?.parse().map_err(|error| {
            Failure::new(format!("{}: {error}", path.display()), "correct the manifest")
        })?;
        Ok(Self { directory: directory.to_owned(), members })
    }

    /// That of the workspace around a package; the package's own if there is none.
    fn of_workspace(package: &Path) -> Result<Self, Failure> {
        for directory in package.ancestors().filter(|it| it.join("Cargo.toml").is_file()) {
            let manifest = Self::read(directory)?;
            if manifest.members.contains_key("workspace") {
                return Ok(manifest);
            }
        }
        Self::read(package)
    }

    /// A table of the manifest; an empty one if it has none.
    fn table(&self, name: &str) -> Table {
        self.members.get(name).and_then(Value::as_table).cloned().unwrap_or_default()
    }

    /// Dependencies as another directory names them: their paths are absolute.
    fn with_whole_paths(&self, mut dependencies: Table) -> Result<Table, Failure> {
        for (_, dependency) in &mut dependencies {
            if let Some(path) = dependency.get_mut("path")
                && let Some(relative) = path.as_str()
            {
                *path = text(&self.directory.join(relative))?;
            }
        }
        Ok(dependencies)
    }
}

impl Workspace {
    /// An empty workspace in a directory, for clients of the package in another one.
    pub fn new(package: &Path, directory: &Path, target: &Path) -> Result<Self, Failure> {
        let this = Self {
            directory: directory.to_owned(),
            target: target.to_owned(),
            package: Manifest::read(package)?,
            workspace: Manifest::of_workspace(package)?,
            members: Vec::new(),
        };
        this.write("Cargo.lock", &read(&this.workspace.directory.join("Cargo.lock"))?)?;
        Ok(this)
    }

    /// Adds a package that consists of a client.
    pub fn add_bare_client(&mut self, name: &str, code: &str) -> Result<(), Failure> {
        let mut package = self.inherited_package();
        package.insert("name".to_owned(), name.into());
        // As the root package has them: generated code needs what its features turn on, too.
        let mut dependencies = self.dependencies("dependencies")?;
        dependencies.retain(|name, _| GENERATED_CODE_NAMES.contains(&name));
        let mut manifest = Table::new();
        manifest.insert("package".to_owned(), package.into());
        manifest.insert("dependencies".to_owned(), dependencies.into());
        let library: Table = [("path".to_owned(), "client.rs".into())].into_iter().collect();
        manifest.insert("lib".to_owned(), library.into());
        let warnings: Table = [("warnings".to_owned(), "allow".into())].into_iter().collect();
        let lints: Table = [("rust".to_owned(), warnings.into())].into_iter().collect();
        manifest.insert("lints".to_owned(), lints.into());
        self.write(format!("{name}/client.rs"), code)?;
        self.add(name, &manifest)
    }

    /// Adds a client.
    pub fn add_client(&mut self, client: &Client<'_>) -> Result<(), Failure> {
        let mut package = self.inherited_package();
        package.insert("name".to_owned(), client.name.into());
        package.insert("version".to_owned(), client.version.into());
        let mut library = Table::new();
        library.insert("path".to_owned(), text(client.library)?);
        let mut manifest = Table::new();
        manifest.insert("package".to_owned(), package.into());
        manifest.insert("lib".to_owned(), library.into());
        manifest.insert("features".to_owned(), self.package.table("features").into());
        for section in ["dependencies", "build-dependencies"] {
            manifest.insert(section.to_owned(), self.dependencies(section)?.into());
        }
        self.write(format!("{}/client.rs", client.name), client.code)?;
        self.write(format!("{}/build.rs", client.name), BUILD_SCRIPT)?;
        self.add(client.name, &manifest)
    }

    /// Adds a program. It may use what the root package and its tests use, but for this repository's own
    /// packages.
    pub fn add_program(&mut self, program: &Program<'_>) -> Result<(), Failure> {
        let mut dependencies = self.dependencies("dependencies")?;
        dependencies.retain(|_, dependency| dependency.get("optional").is_none());
        dependencies.extend(self.dependencies("dev-dependencies")?);
        let own = self.own_packages();
        dependencies.retain(|name, _| !own.contains(&name.to_owned()));
        for (name, package) in program.clients {
            let mut client = Table::new();
            client.insert("package".to_owned(), (*package).into());
            client.insert("path".to_owned(), format!("../{package}").into());
            client.insert("features".to_owned(), vec!["blocking", "test-kit"].into());
            dependencies.insert((*name).to_owned(), client.into());
        }
        let mut package = self.inherited_package();
        package.insert("name".to_owned(), program.name.into());
        let mut binary = Table::new();
        binary.insert("name".to_owned(), program.name.into());
        binary.insert("path".to_owned(), text(program.main)?);
        let mut manifest = Table::new();
        manifest.insert("package".to_owned(), package.into());
        manifest.insert("bin".to_owned(), vec![binary].into());
        manifest.insert("dependencies".to_owned(), dependencies.into());
        self.add(program.name, &manifest)
    }

    /// Cargo, about to run in the workspace.
    pub fn command(&self) -> Result<Command, Failure> {
        self.write("Cargo.toml", &self.root_manifest()?.to_string())?;
        let mut command = cargo::command(&self.directory);
        command.env("CARGO_TARGET_DIR", &self.target);
        // Whatever the packages need was downloaded for this crate.
        command.env("CARGO_NET_OFFLINE", "true");
        Ok(command)
    }

    /// Runs Cargo in the workspace, for its output; it is a failure if Cargo does not succeed.
    pub fn output_of(&self, arguments: &[&str]) -> Result<String, Failure> {
        let ran =
            self.command()?.args(arguments).output().map_err(|error| cargo::not_run(&error))?;
        if ran.status.success() {
            return Ok(String::from_utf8_lossy(&ran.stdout).into_owned());
        }
        let (line, errors) = (arguments.join(" "), String::from_utf8_lossy(&ran.stderr));
        let what = format!("cargo {line}: {}\n{errors}", ran.status);
        Err(Failure::new(what, "look into the packages: they were kept"))
    }

    /// A file or directory of the workspace.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.directory.join(name)
    }

    /// Writes a file of the workspace, unless it is that already: Cargo goes by the time of it.
    pub fn write(&self, name: impl AsRef<Path>, text: &str) -> Result<(), Failure> {
        let path = self.directory.join(name);
        if fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return Ok(());
        }
        let directory = path.parent().unwrap_or(&self.directory);
        fs::create_dir_all(directory)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| Failure::of_file(&path.display().to_string(), &error))
    }

    fn add(&mut self, name: &str, manifest: &Table) -> Result<(), Failure> {
        self.write(format!("{name}/Cargo.toml"), &manifest.to_string())?;
        self.members.push(name.to_owned());
        Ok(())
    }

    /// These packages are compiled once and never debugged, so debug information and incremental compilation are off.
    fn root_manifest(&self) -> Result<Table, Failure> {
        let spared: Table = [("debug", false), ("incremental", false)]
            .map(|(key, is)| (key.to_owned(), is.into()))
            .into_iter()
            .collect();
        let packages: Table =
            self.members.iter().map(|name| (name.clone(), spared.clone().into())).collect();
        let mut profiles = self.workspace.table("profile");
        let dev = profiles.entry("dev").or_insert_with(|| Table::new().into());
        if let Value::Table(dev) = dev {
            dev.insert("package".to_owned(), packages.into());
        }
        let mut workspace = self.workspace.table("workspace");
        workspace.retain(|key, _| key == "package");
        let dependencies = self.workspace.with_whole_paths(self.shared_dependencies())?;
        workspace.insert("dependencies".to_owned(), dependencies.into());
        workspace.insert("resolver".to_owned(), "3".into());
        workspace.insert("members".to_owned(), self.members.clone().into());
        let mut manifest = Table::new();
        manifest.insert("workspace".to_owned(), workspace.into());
        manifest.insert("profile".to_owned(), profiles.into());
        Ok(manifest)
    }

    /// The members that every package inherits from the root: edition and compiler.
    fn inherited_package(&self) -> Table {
        let mut package = self.package.table("package");
        package.retain(|key, _| matches!(key, "edition" | "rust-version"));
        package
    }

    /// The names of this repository's packages.
    fn own_packages(&self) -> Vec<String> {
        let shared = self.shared_dependencies();
        let by_path = shared.iter().filter(|(_, it)| it.get("path").is_some());
        let package = self.package.table("package");
        let root = package.get("name").and_then(Value::as_str).map(str::to_owned);
        by_path.map(|(name, _)| name.clone()).chain(root).collect()
    }

    /// The tables that members may inherit from with `workspace = true`.
    fn shared_dependencies(&self) -> Table {
        let shared = self.workspace.table("workspace").remove("dependencies");
        shared.as_ref().and_then(Value::as_table).cloned().unwrap_or_default()
    }

    /// A section of the package's dependencies, for a member of this workspace.
    fn dependencies(&self, section: &str) -> Result<Table, Failure> {
        self.package.with_whole_paths(self.package.table(section))
    }
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display()), MANIFEST_HINT))
}

/// A path as manifests have it.
fn text(path: &Path) -> Result<Value, Failure> {
    let text = path.to_str().ok_or_else(|| {
        let what = format!("{}: the path is not UTF-8", path.display());
        Failure::new(what, "move this crate to a directory whose path is UTF-8")
    })?;
    Ok(text.into())
}
