//! The page of results.

use std::fmt::Write;
use std::process::Command;

use super::changes::{Change, List, Verdict};
use super::oracles::{Answer, Saying, semver_checks_command};

const HEAD: &str = "\
# Verdicts

What a change of the specification means for a release, checked on single changes. This page is
written by `.ci/verdicts`; the changes are in `tests/verdicts/changes.yaml`, each with the rule of
[Cargo's SemVer reference](https://doc.rust-lang.org/cargo/reference/semver.html) that it falls under.
What counts is what users of the crate see: `types`, the generated methods, and the hand-written client.

Two oracles are asked, neither of which knows the generator:

- **cargo-semver-checks** compares the two crates by rustdoc's account of them. It says whether a
  change is major; it does not look for what is new, so it has no say in minor or patch.
- **the consumer** is a program that names every type, field, variant, trait and method of one crate,
  with a `_` only where `#[non_exhaustive]` demands one. The old crate's consumer does not compile with
  the new crate: major. The new crate's does not compile with the old one: minor. Both do: patch.

Where the same bytes come out of the generator there is nothing to ask, and the cell says `same`.
";

/// The whole page.
pub fn page(list: &List, answers: &[Answer<'_>]) -> String {
    let mut page = format!("{HEAD}\n{}\n\n{}\n\n", tools(), counts(answers));
    page += "| change | expected | cargo-semver-checks | consumer | `cargo spec diff` |\n";
    page += "|---|---|---|---|---|\n";
    for answer in answers {
        let Change { change, expected, .. } = answer.change;
        let semver_checks =
            cell(&answer.semver_checks, answer.semver_checks_agrees(), is_major_or_not);
        let consumer =
            cell(&answer.consumer, answer.consumer_agrees(), |verdict| verdict.to_string());
        let ours = answer.ours;
        let row = format!("{change} | {expected} | {semver_checks} | {consumer} | {ours}");
        writeln!(page, "| {row} |").unwrap();
    }
    page += "\n## Why\n\n";
    for answer in answers {
        let Change { name, expected, why, .. } = answer.change;
        writeln!(page, "- `{name}`, {expected}: {why}").unwrap();
    }
    page += "\n## Where an oracle disagrees\n\nMarked with ✗ above.\n\n";
    for (note, text) in &list.notes {
        let names = answers.iter().filter(|answer| answer.change.note.as_ref() == Some(note));
        let names: Vec<String> = names.map(|answer| format!("`{}`", answer.change.name)).collect();
        writeln!(page, "- {text} Changes: {}.", names.join(", ")).unwrap();
    }
    page
}

/// Which versions were asked.
fn tools() -> String {
    let mut rustc = Command::new("rustc");
    let mut semver_checks = semver_checks_command();
    let versions = [&mut rustc, &mut semver_checks].map(|command| {
        let output = command.arg("--version").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
    });
    format!("Asked with {}.", versions.join(" and "))
}

fn counts(answers: &[Answer<'_>]) -> String {
    let count =
        |holds: &dyn Fn(&Answer<'_>) -> bool| answers.iter().filter(|one| holds(one)).count();
    format!(
        "{} changes: {} major, {} minor, {} patch. cargo-semver-checks agrees on {}, the consumer on {}, \
         at least one of them on {}.",
        answers.len(),
        count(&|one| one.change.expected == Verdict::Major),
        count(&|one| one.change.expected == Verdict::Minor),
        count(&|one| one.change.expected == Verdict::Patch),
        count(&|one| one.semver_checks_agrees()),
        count(&|one| one.consumer_agrees()),
        count(&|one| one.semver_checks_agrees() || one.consumer_agrees()),
    )
}

fn cell(saying: &Saying, agrees: bool, names: fn(Verdict) -> String) -> String {
    let (text, reasons) = match saying {
        Saying::NothingChanged => ("same".to_owned(), &[][..]),
        Saying::Is(verdict, reasons) => (names(*verdict), reasons.as_slice()),
    };
    let mark = if agrees { "" } else { " ✗" };
    let reason = reasons.first().map(|reason| format!(": {}", plain(reason))).unwrap_or_default();
    format!("{text}{mark}{reason}")
}

/// All that cargo-semver-checks has a say in.
fn is_major_or_not(verdict: Verdict) -> String {
    if verdict == Verdict::Major { "major" } else { "not major" }.to_owned()
}

/// A reason as a cell can hold it: without the paths of the scratch packages.
fn plain(reason: &str) -> String {
    let words = reason.lines().next().unwrap_or_default().split(' ');
    let words = words.map(|word| match word.rsplit_once("::types::") {
        Some((_, name)) => format!("`{name}"),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
