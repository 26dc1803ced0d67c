//! The diagnostics that a maintainer reads if a document is broken: every one of every file in
//! `tests/documents`, beside the line it points at.
//!
//! A document `NAME.yaml` goes in with `NAME.overlay.yaml`, or with an overlay that does nothing.
//! To add one: write the file, run the test, read what it says.

// A test fails by panicking, and the generator's own items are not documented for users.
#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use openapi_client_build::source::diagnostic::{Diagnostic, Position};
use openapi_client_build::{Diagnostics, Source};

const DOCUMENTS: &str = "tests/documents";

const EMPTY_OVERLAY: &str = "overlay: 1.1.0\ninfo: { title: Nothing, version: '1' }\nactions: []\n";

/// Far more than any document takes, and far less than a bomb of aliases would.
const PATIENCE: Duration = Duration::from_secs(20);

/// A broken document and its overlay, each with its text.
struct Case {
    name: String,
    spec: File,
    overlay: File,
}

struct File {
    name: String,
    text: String,
}

impl File {
    fn source(&self) -> Source<'_> {
        Source { name: &self.name, text: &self.text }
    }
}

/// Every document in its directory, by name.
fn cases() -> Vec<Case> {
    let mut names: Vec<String> = fs::read_dir(DOCUMENTS)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
        .filter(|name| !name.ends_with(".overlay"))
        .collect();
    names.sort();
    names.into_iter().map(case).collect()
}

fn case(name: String) -> Case {
    let read = |file: &str| fs::read_to_string(Path::new(DOCUMENTS).join(file)).ok();
    let (spec, overlay) = (format!("{name}.yaml"), format!("{name}.overlay.yaml"));
    Case {
        spec: File { text: read(&spec).unwrap(), name: spec },
        overlay: File {
            text: read(&overlay).unwrap_or_else(|| EMPTY_OVERLAY.to_owned()),
            name: overlay,
        },
        name,
    }
}

/// The diagnostics of one document.
fn diagnostics(case: &Case) -> Diagnostics {
    let start = Instant::now();
    let result = openapi_client_build::generate(case.spec.source(), case.overlay.source());
    assert!(start.elapsed() < PATIENCE, "{} took {:?}", case.name, start.elapsed());
    let Err(diagnostics) = result else { panic!("{} is not refused", case.name) };
    diagnostics
}

/// The diagnostics of one document, each with the line that it points at.
fn report(case: &Case) -> String {
    let mut report = format!("# {}\n", case.name);
    for diagnostic in diagnostics(case).iter() {
        write!(report, "\n{diagnostic}\n{}", excerpt(case, diagnostic)).unwrap();
    }
    report
}

/// The line of a diagnostic with a mark under the column; of a long line only the part around it.
fn excerpt(case: &Case, diagnostic: &Diagnostic) -> String {
    let Some(Position { line, column }) = diagnostic.position else { return String::new() };
    let mut files = [&case.spec, &case.overlay].into_iter();
    let file = files.find(|file| file.name == diagnostic.file).expect("a file of this case");
    let line = file.text.lines().nth(line - 1).unwrap_or_default();
    let start = column.saturating_sub(60);
    let near: String = line.chars().skip(start).take(100).collect();
    format!("{}\n    | {:>2$}\n", format!("    | {near}").trim_end(), "^", column - start)
}

#[test]
fn every_broken_document_is_refused_where_it_is_broken() {
    let reports: Vec<String> = cases().iter().map(report).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("diagnostics", reports.join("\n\n")));
}

/// What only the text as a whole is guilty of.
const NO_POSITION: [&str; 2] = ["alias_bomb", "two_documents"];

/// Every diagnostic has a position; a reader of the snapshot could overlook a missing one.
#[test]
fn every_diagnostic_has_a_position() {
    for case in cases().iter().filter(|case| !NO_POSITION.contains(&case.name.as_str())) {
        for diagnostic in diagnostics(case).iter() {
            assert!(diagnostic.position.is_some(), "{}: {diagnostic}", case.name);
        }
    }
}
