//! One document that is tried.

use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use openapi_client_build::{Diagnostics, Generated};

use crate::failure::Failure;
use crate::finding::Finding;
use crate::import;
use crate::scratch::Workspace;
use crate::text::Text;

/// The result of trying a document.
pub struct Attempt {
    /// The file's name.
    pub file: String,
    /// The package written for it.
    package: String,
    /// The client, or the failure.
    pub client: Result<Generated, Failure>,
    /// The parts of the document that the client does not support.
    pub losses: Vec<Finding>,
    /// The errors of the compiler, if there are any.
    pub errors: Option<String>,
    /// How long both took.
    pub took: Duration,
}

impl Attempt {
    /// Generates the client of a document, or of some of its operations.
    pub fn generate(
        file: &Path,
        text: Result<Text, Failure>,
        overlay: &Text,
        operations: &[String],
        denies_losses: bool,
    ) -> Self {
        #[allow(clippy::disallowed_methods, reason = "a command has no client")]
        let started = Instant::now();
        let mut losses = Vec::new();
        let client = text.and_then(|text| {
            let generate = |document: &Text| {
                openapi_client_build::generate(document.source(), overlay.source())
            };
            let client = match operations {
                [] => {
                    let client = quietly(|| generate(&text))?;
                    losses.extend(client.losses.iter().map(Finding::from));
                    client
                }
                operations => {
                    let part = import::cut_out(&text, operations)?;
                    let refused = |errors: Diagnostics| part.findings(errors.iter());
                    let client = quietly(|| {
                        generate(&part.text).map_err(|errors| Failure::Findings(refused(errors)))
                    })?;
                    losses.extend(part.findings(client.losses.iter()));
                    losses.splice(0..0, part.lost);
                    client
                }
            };
            if denies_losses && !losses.is_empty() {
                return Err(Failure::Findings(losses.clone()));
            }
            Ok(client)
        });
        Self {
            file: file.display().to_string(),
            package: String::new(),
            client,
            losses,
            errors: None,
            took: started.elapsed(),
        }
    }

    /// Adds the package of the client, if there is one, under a name that is not taken yet.
    pub fn add_to(
        &mut self,
        workspace: &mut Workspace,
        taken: &mut BTreeSet<String>,
    ) -> Result<(), Failure> {
        self.package = package_name(Path::new(&self.file), taken);
        match &self.client {
            Ok(client) => workspace.add_bare_client(&self.package, &client.code),
            Err(_) => Ok(()),
        }
    }

    /// Compiles the client, if there is one.
    pub fn compile(&mut self, workspace: &Workspace) {
        if self.client.is_err() {
            return;
        }
        #[allow(clippy::disallowed_methods, reason = "a command has no client")]
        let started = Instant::now();
        let ran = workspace.output_of(&["check", "--quiet", "--package", &self.package]);
        self.errors = ran.err().map(|failure| only_errors(&failure.to_string()));
        self.took += started.elapsed();
    }

    /// True if there is a client and it compiles.
    pub fn is_good(&self) -> bool {
        self.client.is_ok() && self.errors.is_none()
    }
}

/// Runs the generator without printing panics: the generator catches progenitor's and reports their messages.
///
/// # Errors
///
/// - The generator fails.
/// - The generator panics, which is a bug.
fn quietly<T, E: Into<Failure>>(generate: impl FnOnce() -> Result<T, E>) -> Result<T, Failure> {
    let (own, before) = (thread::current().id(), Arc::new(panic::take_hook()));
    let others = Arc::clone(&before);
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() != own {
            others(panic);
        }
    }));
    let generated = panic::catch_unwind(AssertUnwindSafe(generate));
    drop(panic::take_hook());
    if let Ok(before) = Arc::try_unwrap(before) {
        panic::set_hook(before);
    }
    match generated {
        Ok(client) => client.map_err(Into::into),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("?");
            let what = format!("the generator panicked: {text}");
            Err(Failure::new(what, "report the panic, with the document"))
        }
    }
}

/// The errors that Cargo printed, without warnings and its summary.
fn only_errors(printed: &str) -> String {
    let mut is_error = false;
    let lines = printed.lines().filter(|line| {
        let starts = |words: &[&str]| words.iter().any(|word| line.starts_with(word));
        if starts(&["error: could not compile", "error: aborting", "error: cargo "]) {
            is_error = false;
        } else if starts(&["error", "warning", " help: "]) {
            is_error = line.starts_with("error");
        }
        is_error
    });
    let errors = lines.collect::<Vec<_>>().join("\n");
    // If Cargo itself failed, its message is the error.
    if errors.is_empty() { printed.to_owned() } else { errors.trim_end().to_owned() }
}

/// Compiles the shared dependencies first, so that their time does not count for a document.
pub fn compile_dependencies(workspace: &mut Workspace) -> Result<(), Failure> {
    let name = "try-nothing";
    workspace.add_bare_client(name, "")?;
    workspace.output_of(&["check", "--quiet", "--package", name]).map(drop)
}

/// A package name that Cargo accepts, unique for each file.
fn package_name(file: &Path, taken: &mut BTreeSet<String>) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let mut name = format!("try-{}", stem.chars().map(plain).collect::<String>());
    while !taken.insert(name.clone()) {
        name.push_str("-too");
    }
    name
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// What Rust prints of a panic would be in the middle of a table.
    #[test]
    fn nothing_is_printed_of_a_panic_that_is_caught() {
        let (own, printed) = (thread::current().id(), Arc::new(AtomicUsize::new(0)));
        let (before, count) = (panic::take_hook(), Arc::clone(&printed));
        panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == own {
                count.fetch_add(1, Ordering::Relaxed);
            } else {
                before(panic);
            }
        }));
        let generated =
            quietly(|| -> Result<(), Failure> { panic!("of a part of {}", "a document") });
        assert_eq!(printed.load(Ordering::Relaxed), 0);
        let failure = generated.unwrap_err().to_string();
        assert!(failure.contains("the generator panicked: of a part of a document"), "{failure}");
        // The next one is printed again.
        let _ = panic::catch_unwind(|| panic!("of something else"));
        assert_eq!(printed.load(Ordering::Relaxed), 1);
        drop(panic::take_hook());
    }

    #[test]
    fn each_error_of_the_compiler_is_kept() {
        let printed = "warning: unused variable\n --> src/a.rs:1:1\n  |\n\n\
            error[E0308]: mismatched types\n --> src/a.rs:2:1\n  |\n  = note: expected `u8`\n\n\
            warning: unused import\n --> src/a.rs:3:1\n\n\
            error[E0425]: cannot find value `x`\n --> src/a.rs:4:1\n\n\
            error: could not compile `try-a` (lib) due to 2 previous errors; 2 warnings emitted\n";
        let kept = "error[E0308]: mismatched types\n --> src/a.rs:2:1\n  |\n  = note: expected `u8`\n\n\
            error[E0425]: cannot find value `x`\n --> src/a.rs:4:1";
        assert_eq!(only_errors(printed), kept);
        assert_eq!(only_errors("Cargo has no such command"), "Cargo has no such command");
    }
}
