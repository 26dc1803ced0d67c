//! Two oracles, asked about every change.
//!
//! The consumer is compiled: the one of the old client against the new one, which must not break
//! unless the change is major, and the one of the new client against the old one, which breaks where
//! there is something to use that there was not before. `cargo-semver-checks` compares what rustdoc
//! says of both.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::changes::{Change, Verdict};
use super::{Everything, ROOT, consumer, everything, table};
use cargo_openapi_client::scratch::{Client, Program, Workspace};
use cargo_openapi_client::surface::Surface;
use openapi_client_build::Generated;

/// What one oracle says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saying {
    /// The generator gave the same bytes, so no oracle was asked.
    NothingChanged,
    /// That it is this, and for which reasons.
    Is(Verdict, Vec<String>),
}

/// A change, what the oracles say of it, and what `cargo spec diff` says.
pub struct Answer<'a> {
    pub change: &'a Change,
    pub ours: Verdict,
    pub semver_checks: Saying,
    pub consumer: Saying,
}

#[test]
#[ignore = "compiles every change three times and needs cargo-semver-checks; run .ci/verdicts"]
fn the_oracles_agree_with_what_is_expected() {
    let Everything { list, before, made, .. } = everything();
    let made = made.iter().map(|made| &made.as_ref().unwrap_or_else(|errors| panic!("{errors}")).1);
    let answers = Oracles::prepare(before).ask(&list.changes, &made.collect::<Vec<_>>());
    let docs = Path::new(ROOT).join("docs");
    std::fs::create_dir_all(&docs).unwrap();
    std::fs::write(docs.join("verdicts.md"), table::page(list, &answers)).unwrap();
    let wrong: Vec<String> = answers.iter().filter_map(Answer::problem).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl Saying {
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::NothingChanged => Verdict::Patch,
            Self::Is(verdict, _) => *verdict,
        }
    }
}

impl Answer<'_> {
    /// Whether cargo-semver-checks says the same, as far as it has a say: it does not look for what
    /// is new.
    pub fn semver_checks_agrees(&self) -> bool {
        (self.change.expected == Verdict::Major) == (self.semver_checks.verdict() == Verdict::Major)
    }

    pub fn consumer_agrees(&self) -> bool {
        self.change.expected == self.consumer.verdict()
    }

    /// The problem: a disagreement without an explanation, an explanation without a disagreement, or one that
    /// leaves no oracle.
    fn problem(&self) -> Option<String> {
        let Change { name, expected, .. } = self.change;
        let agree = [self.semver_checks_agrees(), self.consumer_agrees()];
        let is_explained = self.change.note.is_some();
        let says = format!("{expected} is expected; {:?}; {:?}", self.semver_checks, self.consumer);
        match agree {
            [true, true] if is_explained => {
                Some(format!("{name}: the note is out of date; {says}"))
            }
            [false, false] => Some(format!("{name}: both disagree; {says}")),
            [true, false] | [false, true] if !is_explained => {
                Some(format!("{name}: the disagreement is not explained; {says}"))
            }
            _ => None,
        }
    }
}

/// Where the oracles work.
struct Oracles {
    directory: PathBuf,
    workspace: Workspace,
    old: Generated,
}

const FEATURES: [&str; 2] = ["--features", "blocking,test-kit"];

impl Oracles {
    fn prepare(old: &Generated) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verdicts");
        // Apart from the crate's own, since rustdoc's JSON is asked of a compiler that is told to
        // be a nightly one, for which all that is compiled would be compiled again.
        let target = directory.join("target");
        let workspace = Workspace::new(Path::new(ROOT), &directory, &target);
        let workspace = workspace.unwrap_or_else(|failure| panic!("{failure}"));
        Self { directory, workspace, old: old.clone() }
    }

    fn ask<'a>(mut self, changes: &'a [Change], made: &[&Generated]) -> Vec<Answer<'a>> {
        let own = Path::new(ROOT).join("src/lib.rs");
        let (old_code, surface) = (self.old.code.clone(), Surface::of_client(&self.old));
        self.add_client("old", &old_code, &own);
        let old_consumer = consumer::of(&old_code, own.parent().unwrap());
        self.write("old-consumer.rs", &old_consumer);
        self.add_consumer("old-with-old", "old-consumer.rs", "old");
        let mut asked = BTreeSet::new();
        for (change, new) in changes.iter().zip(made) {
            let library = change.library(&self.directory.join("runtimes"));
            if new.code == old_code && library == own {
                continue;
            }
            let name = &change.name;
            self.add_client(name, &new.code, &library);
            let source = format!("{name}-consumer.rs");
            self.write(&source, &consumer::of(&new.code, library.parent().unwrap()));
            self.add_consumer(&format!("old-with-{name}"), "old-consumer.rs", name);
            self.add_consumer(&format!("{name}-with-old"), &source, "old");
            asked.insert(name.as_str());
        }
        let compiled = self.compile();
        assert!(compiled["old-with-old"].is_empty(), "{:#?}", compiled["old-with-old"]);
        let rustdoc = self.document(&asked);
        let answer = |(change, new): (&'a Change, &&Generated)| {
            let name = change.name.as_str();
            let ours = super::verdict(&surface, &Surface::of_client(new));
            if !asked.contains(name) {
                let [semver_checks, consumer] = [Saying::NothingChanged, Saying::NothingChanged];
                return Answer { change, ours, semver_checks, consumer };
            }
            let errors = &compiled[name];
            assert!(errors.is_empty(), "{name} does not compile, it needs edits: {errors:#?}");
            let semver_checks = semver_checks(&rustdoc["old"], &rustdoc[name]);
            let consumer = said_by_consumers(&compiled, name);
            Answer { change, ours, semver_checks, consumer }
        };
        changes.iter().zip(made).map(answer).collect()
    }

    fn write(&self, name: &str, text: &str) {
        self.workspace.write(name, text).unwrap_or_else(|failure| panic!("{failure}"));
    }

    fn add_client(&mut self, name: &str, code: &str, library: &Path) {
        let client = Client { name, version: "1.0.0", code, library };
        self.workspace.add_client(&client).unwrap_or_else(|failure| panic!("{failure}"));
    }

    fn add_consumer(&mut self, name: &str, source: &str, client: &str) {
        let main = self.workspace.path(source);
        let program = Program { name, main: &main, clients: &[("client", client)] };
        self.workspace.add_program(&program).unwrap_or_else(|failure| panic!("{failure}"));
    }

    fn command(&self) -> Command {
        let mut command = self.workspace.command().unwrap_or_else(|failure| panic!("{failure}"));
        command.env("RUSTC_BOOTSTRAP", "1");
        command
    }

    /// The errors of each package.
    fn compile(&self) -> BTreeMap<String, Vec<String>> {
        let mut command = self.command();
        command.args(["check", "--workspace", "--keep-going", "--message-format=json"]);
        let output = command.output().unwrap();
        let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let message: Value = serde_json::from_str(line).unwrap();
            let manifest = Path::new(message["manifest_path"].as_str().unwrap_or_default());
            if !manifest.starts_with(&self.directory) {
                continue;
            }
            let package = manifest.parent().unwrap().file_name().unwrap().to_str().unwrap();
            let errors = errors.entry(package.to_owned()).or_default();
            let is_error = message["message"]["level"] == "error";
            let text = message["message"]["message"].as_str().unwrap_or_default();
            if is_error && !text.starts_with("aborting") {
                errors.push(text.to_owned());
            }
        }
        errors
    }

    /// What rustdoc says of the clients, as JSON files.
    fn document(&self, names: &BTreeSet<&str>) -> BTreeMap<String, PathBuf> {
        let mut command = self.command();
        command.env("RUSTDOCFLAGS", "-Zunstable-options --output-format=json --cap-lints=allow");
        command.args(["doc", "--no-deps", "--quiet"]).args(FEATURES);
        let names = || names.iter().copied().chain(["old"]);
        command.args(names().flat_map(|name| ["--package", name]));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let rustdoc = names().map(|name| {
            let library = name.replace('-', "_");
            let path = self.directory.join(format!("target/doc/{library}.json"));
            // Paths begin with the crate, which both have to have the same name for.
            let text = std::fs::read_to_string(&path).unwrap();
            let renamed = text.replace(&format!("\"{library}\""), "\"client\"");
            let path = self.directory.join(format!("{name}.json"));
            std::fs::write(&path, renamed).unwrap();
            (name.to_owned(), path)
        });
        rustdoc.collect()
    }
}

fn said_by_consumers(compiled: &BTreeMap<String, Vec<String>>, name: &str) -> Saying {
    let old = &compiled[&format!("old-with-{name}")];
    let new = &compiled[&format!("{name}-with-old")];
    match (old.is_empty(), new.is_empty()) {
        (false, _) => Saying::Is(Verdict::Major, old.clone()),
        (true, false) => Saying::Is(Verdict::Minor, new.clone()),
        (true, true) => Saying::Is(Verdict::Patch, Vec::new()),
    }
}

/// The program, as `.ci/verdicts` has it.
pub fn semver_checks_command() -> Command {
    let program = std::env::var_os("CARGO_SEMVER_CHECKS");
    let mut command = Command::new(program.unwrap_or_else(|| "cargo-semver-checks".into()));
    command.arg("semver-checks");
    command
}

fn semver_checks(old: &Path, new: &Path) -> Saying {
    let mut command = semver_checks_command();
    command.args(["check-release", "--release-type", "patch", "--color", "never"]);
    command.arg("--baseline-rustdoc").arg(old).arg("--current-rustdoc").arg(new);
    let output = command.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    let lints = text.lines().filter_map(|line| {
        let (lint, _) = line.strip_prefix("--- failure ")?.split_once(':')?;
        Some(lint.to_owned())
    });
    let lints: Vec<String> = lints.collect();
    let verdict = if text.contains("requires new major version") {
        Verdict::Major
    } else if text.contains("requires new minor version") {
        Verdict::Minor
    } else {
        assert!(output.status.success(), "{}: {text}", new.display());
        Verdict::Patch
    };
    Saying::Is(verdict, lints)
}
