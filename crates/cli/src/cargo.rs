//! Cargo, started by a program that Cargo may have started.

use std::path::Path;
use std::process::Command;
use std::{env, io};

use super::failure::Failure;

/// Cargo, about to run in a directory.
pub fn command(directory: &Path) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    // What it prints is read.
    command.current_dir(directory).env("CARGO_TERM_COLOR", "never");
    without_package(&mut command);
    command
}

/// Takes the variables away that Cargo sets for the current package. Passing them on would run build scripts that
/// read them again, and recompile everything that depends on these.
pub fn without_package(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let is_of_package = |name: &str| {
            ["CARGO_PKG_", "CARGO_MANIFEST_", "OUT_DIR"].iter().any(|start| name.starts_with(start))
        };
        if name.to_str().is_some_and(is_of_package) {
            command.env_remove(name);
        }
    }
}

/// Cargo could not be started.
pub fn not_run(error: &io::Error) -> Failure {
    Failure::new(format!("cargo cannot be run: {error}"), "install it, or set CARGO to its path")
}
