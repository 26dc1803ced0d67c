//! The maintainer's tool, command line by command line, as a person runs it.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod building;
mod checking;
mod compiling;
mod crate_copy;
mod diffing;
mod formatting;
mod importing;
mod packages;
mod printing;
mod renewing;
mod tracing;
mod trying;

use std::ffi::OsString;
use std::path::Path;

use cargo_openapi_client::{Ending, Terminal};

/// The result of a command.
#[derive(Debug)]
struct Ran {
    ending: Ending,
    output: String,
    errors: String,
}

/// Runs `cargo spec …` in a crate.
fn run_in(directory: &Path, arguments: &[&str], mut input: &[u8]) -> Ran {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        directory: directory.to_owned(),
        input: &mut input,
        output: &mut output,
        errors: &mut errors,
        is_watched: false,
    };
    let line = ["spec"].iter().chain(arguments).map(OsString::from);
    let ending = cargo_openapi_client::run(line, &mut terminal);
    let [output, errors] = [output, errors].map(|bytes| String::from_utf8(bytes).unwrap());
    Ran { ending, output, errors }
}

/// The crate whose specification this repository maintains.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Runs `cargo spec …` in this crate.
fn run(arguments: &[&str]) -> Ran {
    run_in(Path::new(ROOT), arguments, b"")
}

/// The content of a reviewed snapshot of this crate.
fn snapshot(name: &str) -> String {
    let path = format!("{ROOT}/tests/snapshots/{name}.snap");
    let text = std::fs::read_to_string(path).unwrap();
    text.splitn(3, "---\n").nth(2).unwrap().to_owned()
}

/// The text without the lines and columns of places, which move with every renewal of the fragment.
fn without_lines(text: &str) -> String {
    let mut parts = text.split(".yaml:");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
        kept.push_str(".yaml:…");
        kept.push_str(rest);
    }
    kept
}

/// Snapshots go where all of the crate's are.
fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}
