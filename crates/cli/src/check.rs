//! `cargo spec check`

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::outline;
use super::repository::{CLIENT, Format, OUTLINE, OVERLAY, SPEC, Text};
use super::{Ending, Terminal};
use openapi_client_build::Generated;
use openapi_client_build::source::diagnostic::Diagnostic;

/// Say whether the specification can be released as it stands
///
/// Whether the fragment is valid and the overlay applies, whether the reviewed snapshots are of this
/// specification, and whether the README names the manifest's version. Exits with 1 where not.
#[derive(Debug, Args)]
pub struct Check {
    /// Take what the document says and the client does not for an error
    #[arg(long)]
    deny_losses: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What was looked at, and what is wrong.
#[derive(Debug, Serialize)]
struct Report {
    ok: bool,
    checks: Vec<&'static str>,
    problems: Vec<Problem>,
    /// What the document says and the client does not.
    losses: Vec<Problem>,
}

/// Something that is wrong, where, and the way out.
#[derive(Debug, Serialize)]
struct Problem {
    /// The stage of the generator, or the check.
    check: String,
    message: String,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    /// A JSON Pointer.
    pointer: String,
    help: String,
    /// As a terminal shows it.
    #[serde(skip)]
    text: String,
}

impl Check {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let report = Report::of(terminal, self.deny_losses)?;
        match self.format {
            Format::Text => report.print(terminal)?,
            Format::Json => super::write_json(terminal, &report)?,
        }
        Ok(if report.ok { Ending::Clean } else { Ending::Found })
    }
}

impl Report {
    fn of(terminal: &Terminal<'_>, deny_losses: bool) -> Result<Self, Failure> {
        let (spec, overlay) = (terminal.own(SPEC)?, terminal.own(OVERLAY)?);
        let (mut problems, mut losses) = (Vec::new(), Vec::new());
        match openapi_client_build::generate(spec.source(), overlay.source()) {
            Ok(client) => {
                losses.extend(of_diagnostics(client.losses.iter()));
                snapshots(terminal, &client, &mut problems)?;
            }
            Err(errors) => problems.extend(of_diagnostics(errors.iter())),
        }
        version(terminal, &mut problems)?;
        let checks = vec![
            "the fragment is valid, and the overlay applies",
            "the snapshots are of this specification",
            "the README names the manifest's version",
        ];
        if deny_losses {
            problems.append(&mut losses);
        }
        Ok(Self { ok: problems.is_empty(), checks, problems, losses })
    }

    fn print(&self, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        for problem in self.losses.iter().chain(&self.problems) {
            writeln!(terminal.output, "{}\n", problem.text)?;
        }
        if self.ok {
            for check in &self.checks {
                writeln!(terminal.output, "ok: {check}")?;
            }
        } else {
            let count = self.problems.len();
            let noun = if count == 1 { "problem" } else { "problems" };
            writeln!(terminal.output, "{count} {noun}")?;
        }
        Ok(())
    }
}

fn of_diagnostics<'a>(
    errors: impl Iterator<Item = &'a Diagnostic>,
) -> impl Iterator<Item = Problem> {
    errors.map(|error| Problem {
        check: error.stage.to_string(),
        message: error.problem.to_string(),
        file: error.file.clone(),
        line: error.position.map(|position| position.line),
        column: error.position.map(|position| position.column),
        pointer: error.pointer.to_string(),
        help: error.problem.hint().to_owned(),
        text: error.to_string(),
    })
}

/// The snapshots hold what was reviewed; it has to be what the specification gives.
fn snapshots(
    terminal: &Terminal<'_>,
    client: &Generated,
    problems: &mut Vec<Problem>,
) -> Result<(), Failure> {
    for (name, generated) in [(CLIENT, &client.code), (OUTLINE, &outline::of(client))] {
        let snapshot = terminal.own(name)?;
        let reviewed = snapshot.snapshot_content()?;
        if reviewed.trim_end() == generated.trim_end() {
            continue;
        }
        let same = reviewed.lines().zip(generated.lines()).take_while(|(a, b)| a == b).count();
        let header = snapshot.text.lines().count() - reviewed.lines().count();
        problems.push(Problem::new(
            "snapshots",
            "not what this specification gives, from this line on",
            (name, header + same + 1),
            "read the change with `cargo spec diff HEAD`, then accept it with \
             `INSTA_UPDATE=always cargo test --test generated snapshot`",
        ));
    }
    Ok(())
}

/// Every requirement on the crate that the README shows has to allow the manifest's version.
fn version(terminal: &Terminal<'_>, problems: &mut Vec<Problem>) -> Result<(), Failure> {
    let Some(version) = terminal.own("Cargo.toml")?.version() else {
        let hint = "write it as `version = \"1.2.3\"` under `[package]`";
        problems.push(Problem::new("version", "no version", ("Cargo.toml", 1), hint));
        return Ok(());
    };
    let readme: Text = terminal.own("README.md")?;
    let named = readme.text.lines().enumerate().filter_map(|(index, line)| {
        let requirement = line.strip_prefix("dintero-checkout-client = ")?;
        let number = requirement.split('"').nth(1)?;
        Some((index + 1, number))
    });
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        let hint = "show the line for `[dependencies]`: dintero-checkout-client = \"1.2\"";
        problems.push(Problem::new("version", "no requirement", ("README.md", 1), hint));
    }
    for (line, number) in named {
        if version != number && !version.starts_with(&format!("{number}.")) {
            problems.push(Problem::new(
                "version",
                &format!("the README asks for version {number}, the manifest is {version}"),
                ("README.md", line),
                "name the first two numbers of the manifest's version",
            ));
        }
    }
    Ok(())
}

impl Problem {
    fn new(check: &str, message: &str, (file, line): (&str, usize), help: &str) -> Self {
        Self {
            check: check.to_owned(),
            message: message.to_owned(),
            file: file.to_owned(),
            line: Some(line),
            column: Some(1),
            pointer: String::new(),
            help: help.to_owned(),
            text: format!("error[{check}]: {message}\n  --> {file}:{line}:1\n help: {help}"),
        }
    }
}
