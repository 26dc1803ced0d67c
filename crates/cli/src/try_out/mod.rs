//! `cargo spec try`

mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use clap::Args;

use super::failure::Failure;
use super::repository::Text;
use super::scratch::Workspace;
use super::{Ending, Terminal};
use openapi_client_build::Generated;
use openapi_client_build::overlay;

/// Generate and compile the clients of other documents, and print what came of each
///
/// For whoever changes the generator: it takes any OpenAPI document, without an overlay unless one is
/// named. Exits with 1 where a document was not generated or did not compile.
#[derive(Debug, Args)]
pub struct Try {
    /// OpenAPI documents, or such of Swagger 2.0, YAML or JSON
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// An OpenAPI Overlay for all of them
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
    /// Only this operation, by its operationId or as "POST /path", and what it reaches
    #[arg(long = "operation", value_name = "OPERATION")]
    operations: Vec<String>,
    /// Keep the crate written for each document in this directory
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Take what a document says and the client does not for an error
    #[arg(long)]
    deny_losses: bool,
}

/// What came of a document.
pub struct Attempt {
    /// The file's name.
    pub file: String,
    /// The package written for it.
    package: String,
    /// The client, or why there is none.
    pub client: Result<Generated, Failure>,
    /// What the compiler said, where it was not content.
    pub errors: Option<String>,
    /// How long both took.
    pub took: Duration,
}

impl Attempt {
    fn is_good(&self) -> bool {
        self.client.is_ok() && self.errors.is_none()
    }
}

impl Try {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let overlay = match &self.overlay {
            Some(path) => Text::read(path)?,
            None => Text::of(overlay::NONE),
        };
        let target = target_directory()?;
        let directory = self.out.clone().unwrap_or_else(|| target.join("try"));
        let directory = absolute(&directory)?;
        let mut workspace = Workspace::new(&terminal.crate_root, &directory, &target)?;
        let mut taken = BTreeSet::new();
        let mut attempts = Vec::new();
        for file in &self.files {
            let mut attempt = self.generate(file, &overlay);
            attempt.package = package_name(file, &mut taken);
            if let Ok(client) = &attempt.client {
                workspace.add_bare_client(&attempt.package, &client.code)?;
            }
            attempts.push(attempt);
        }
        compile_dependencies(&mut workspace)?;
        for attempt in attempts.iter_mut().filter(|attempt| attempt.client.is_ok()) {
            compile(&workspace, attempt);
        }
        table::print(terminal, &attempts)?;
        if self.out.is_some() {
            writeln!(terminal.output, "\nthe crates are in {}", directory.display())?;
        }
        Ok(if attempts.iter().all(Attempt::is_good) { Ending::Clean } else { Ending::Found })
    }

    fn generate(&self, file: &Path, overlay: &Text) -> Attempt {
        #[allow(clippy::disallowed_methods, reason = "a command has no client")]
        let started = Instant::now();
        let client = Text::read(file).and_then(|text| {
            let (text, lost) = match self.operations.as_slice() {
                [] => (text, Vec::new()),
                operations => super::import::cut_out(&text, operations)?,
            };
            let mut client = openapi_client_build::generate(text.source(), overlay.source())?;
            client.losses.splice(0..0, lost);
            match client.losses.as_slice() {
                [] => Ok(client),
                losses if self.deny_losses => {
                    Err(openapi_client_build::Diagnostics::from_vec(losses.to_vec()).into())
                }
                _ => Ok(client),
            }
        });
        Attempt {
            file: file.display().to_string(),
            package: String::new(),
            client,
            errors: None,
            took: started.elapsed(),
        }
    }
}

/// So that no document pays for what all of them need.
fn compile_dependencies(workspace: &mut Workspace) -> Result<(), Failure> {
    let name = "try-nothing";
    workspace.add_bare_client(name, "")?;
    workspace.output_of(&["check", "--quiet", "--package", name]).map(drop)
}

/// Lets the compiler look at the client of an attempt.
fn compile(workspace: &Workspace, attempt: &mut Attempt) {
    #[allow(clippy::disallowed_methods, reason = "a command has no client")]
    let started = Instant::now();
    let ran = workspace.output_of(&["check", "--quiet", "--package", &attempt.package]);
    attempt.errors = ran.err().map(|failure| failure.to_string());
    attempt.took += started.elapsed();
}

/// Where this tool was compiled to: the dependencies of a client are there already.
fn target_directory() -> Result<PathBuf, Failure> {
    // target/debug/cargo-openapi-client, or target/debug/deps/spec-… of a test
    let program = env::current_exe()?;
    let is_profile = |directory: &&Path| directory.join("deps").is_dir();
    let target = program.ancestors().find(is_profile).and_then(Path::parent).map(Path::to_owned);
    target.ok_or_else(|| Failure::new("no target directory", "run it by `cargo spec`"))
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    fs::create_dir_all(path.parent().unwrap_or(path))
        .and_then(|()| std::path::absolute(path))
        .map_err(|error| Failure::of_file(path, &error))
}

/// A name that Cargo takes, one for each file.
fn package_name(file: &Path, taken: &mut BTreeSet<String>) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let mut name = format!("try-{}", stem.chars().map(plain).collect::<String>());
    while !taken.insert(name.clone()) {
        name.push_str("-too");
    }
    name
}
