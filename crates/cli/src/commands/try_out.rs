//! `cargo spec try`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use openapi_client_build::overlay;

use crate::failure::Failure;
use crate::scratch::Workspace;
use crate::terminal::{Ending, Terminal};
use crate::text::Text;
use crate::try_out::{self, Attempt};

/// Generate and compile the clients of other documents, and report the result of each
///
/// Use it to test a change of the generator. It takes any OpenAPI document, without an overlay unless you
/// name one. Below a table it prints each error of the generator and the compiler, and each loss with its
/// places. Exits with 1 if a client was not generated or did not compile.
#[derive(Debug, Args)]
pub struct Try {
    /// Documents of OpenAPI or Swagger 2.0, YAML or JSON
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
    /// Treat losses as errors: parts of a document that the client does not support
    #[arg(long)]
    deny_losses: bool,
}

impl Try {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let overlay = match &self.overlay {
            Some(path) => terminal.read(path)?,
            None => Text::of(overlay::NONE),
        };
        let package = terminal.package()?;
        let target = target_directory(&package.root)?;
        let directory = match &self.out {
            Some(directory) => absolute(&terminal.path(directory))?,
            None => target.join("try"),
        };
        let mut workspace = Workspace::new(&package.root, &directory, &target)?;
        let (mut taken, mut attempts) = (BTreeSet::new(), Vec::new());
        let progress = progress(self.files.len(), terminal.is_watched);
        for file in &self.files {
            progress.set_message(file.display().to_string());
            let text = terminal.read(file);
            let mut attempt =
                Attempt::generate(file, text, &overlay, &self.operations, self.deny_losses);
            attempt.add_to(&mut workspace, &mut taken)?;
            attempts.push(attempt);
            progress.inc(1);
        }
        progress.set_message("dependencies");
        try_out::compile_dependencies(&mut workspace)?;
        for attempt in &mut attempts {
            progress.set_message(attempt.file.clone());
            attempt.compile(&workspace);
            progress.inc(1);
        }
        progress.finish_and_clear();
        try_out::print(terminal, &attempts)?;
        if self.out.is_some() {
            writeln!(terminal.output, "\nthe crates are in {}", directory.display())?;
        }
        Ok(if attempts.iter().all(Attempt::is_good) { Ending::Clean } else { Ending::Found })
    }
}

/// A progress bar, hidden if the output is not a terminal. Each document counts twice: generated and compiled.
fn progress(documents: usize, is_watched: bool) -> ProgressBar {
    if !is_watched {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
    let bar = ProgressBar::new(2 * documents as u64);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// The target directory of this tool, which already contains the dependencies of a client; if the tool is
/// installed, that of the package.
fn target_directory(package: &Path) -> Result<PathBuf, Failure> {
    // target/debug/cargo-openapi-client, or target/debug/deps/spec-… of a test
    let program = env::current_exe()?;
    let is_profile = |directory: &&Path| directory.join("deps").is_dir();
    let own = program.ancestors().find(is_profile).and_then(Path::parent).map(Path::to_owned);
    let given = || env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    Ok(own.or_else(given).unwrap_or_else(|| package.join("target")))
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    fs::create_dir_all(path.parent().unwrap_or(path))
        .and_then(|()| std::path::absolute(path))
        .map_err(|error| Failure::of_file(&path.display().to_string(), &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_shown_on_a_terminal_only() {
        let unwatched = progress(3, false);
        assert!(unwatched.is_hidden());
        assert_eq!(unwatched.length(), None);
        // Each document is generated, and then compiled. indicatif looks at the terminal itself, which a test
        // may not have.
        assert_eq!(progress(3, true).length(), Some(6));
    }
}
