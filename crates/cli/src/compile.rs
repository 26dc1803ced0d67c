//! Compiles the client's package.

use openapi_client_build::source::diagnostic::Position;

use super::cargo;
use super::failure::Failure;
use super::finding::Finding;
use super::package::{MANIFEST, Package};

/// True if the package has something to compile: a specification may be looked after on its own.
pub fn has_target(package: &Package) -> bool {
    ["src/lib.rs", "src/main.rs"].iter().any(|file| package.root.join(file).is_file())
}

/// The compiler's errors in the package, as `cargo check` finds them.
///
/// # Errors
///
/// - Cargo cannot be run.
pub fn errors(package: &Package) -> Result<Vec<Finding>, Failure> {
    let ran = cargo::command(&package.root)
        .args(["check", "--quiet", "--message-format", "short"])
        .args(["--package", &package.manifest.name])
        .output()
        .map_err(|error| cargo::not_run(&error))?;
    if ran.status.success() {
        return Ok(Vec::new());
    }
    let printed = String::from_utf8_lossy(&ran.stderr);
    let found: Vec<Finding> = printed.lines().filter_map(finding).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    // Cargo itself has failed; its message is the error.
    let message = printed.lines().find(|line| !line.trim().is_empty()).unwrap_or("cargo failed");
    let help = format!("run `cargo check --package {}`", package.manifest.name);
    Ok(vec![Finding::new("compile", message, (MANIFEST, None), help)])
}

/// `src/lib.rs:3:1: error[E0609]: no field …`
fn finding(line: &str) -> Option<Finding> {
    let (place, message) = line.split_once(": error")?;
    let message = message.split_once(": ").map_or(message, |(_, message)| message);
    let mut parts = place.rsplitn(3, ':');
    let (column, line, file) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let help = "let the code written by hand follow the client: read `cargo spec diff HEAD`";
    let position = Some(Position { line, column });
    Some(Finding::new("compile", message, (file, position), help))
}
