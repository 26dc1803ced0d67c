//! How many of the golden documents give a client: by this generator, and by progenitor alone. Each of them
//! has one construct of OpenAPI in it, or a few. That a client compiles is not looked at; `cargo test` does
//! so for this generator.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use openapi_client_build::{Source, generate, overlay};
use progenitor::{GenerationSettings, Generator};

/// The two sides.
const SIDES: [(&str, fn(&str) -> bool); 2] =
    [("this generator", by_this_generator), ("progenitor", by_progenitor)];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [one, side, document] if one == "--one" => one_document(side, Path::new(document)),
        // `cargo test --benches` runs it as well, and wants no table.
        arguments if arguments.iter().any(|argument| argument == "--test") => ExitCode::SUCCESS,
        _ => table(),
    }
}

fn table() -> ExitCode {
    let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/goldens/documents");
    let Ok(entries) = std::fs::read_dir(documents) else { return ExitCode::FAILURE };
    let documents: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path().join("document.yaml")))
        .filter(|document| document.exists())
        .collect();
    for (side, _) in SIDES {
        let given = documents.iter().filter(|document| gives_client(side, document)).count();
        println!("{side:<16}{given:>4}");
    }
    println!("{:<16}{:>4}", "all", documents.len());
    ExitCode::SUCCESS
}

/// In a process of its own: progenitor overflows the stack on a document that contains itself.
fn gives_client(side: &str, document: &Path) -> bool {
    let Ok(program) = std::env::current_exe() else { return false };
    let mut one = Command::new(program);
    one.arg("--one").arg(side).arg(document).stdout(Stdio::null()).stderr(Stdio::null());
    one.status().is_ok_and(|status| status.success())
}

fn one_document(side: &str, document: &Path) -> ExitCode {
    let Ok(text) = std::fs::read_to_string(document) else { return ExitCode::FAILURE };
    let gives = SIDES.iter().any(|(name, gives_client)| *name == side && gives_client(&text));
    if gives { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn by_this_generator(text: &str) -> bool {
    generate(Source { name: "document.yaml", text }, overlay::NONE).is_ok()
}

fn by_progenitor(text: &str) -> bool {
    let Ok(document) = serde_yaml::from_str(text) else { return false };
    Generator::new(&GenerationSettings::new()).generate_tokens(&document).is_ok()
}
