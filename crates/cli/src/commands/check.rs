//! `cargo spec check`

use clap::Args;
use openapi_client_build::Generated;
use openapi_client_build::source::diagnostic::Position;
use serde::Serialize;

use crate::compile;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::idle;
use crate::import;
use crate::inputs::Format;
use crate::outline;
use crate::package::{MANIFEST, Package};
use crate::release::{self, Verdict};
use crate::terminal::{Ending, Terminal};
use crate::text::Text;

/// Check whether the specification can be released
///
/// Checks that the document is valid and the overlay applies, that the client compiles, that the reviewed
/// files match the specification, that the README names the manifest's version, and that this version suffices
/// for the changes since the last release, which is the newest tag of the form `v1.2.3`. Exits with 1 if a
/// check fails. Lists actions of the overlay without an effect, the places without a description, and the first
/// line that is not in the tool's style.
#[derive(Debug, Args)]
pub struct Check {
    /// Treat losses as errors: parts of the document that the client does not support
    #[arg(long)]
    deny_losses: bool,
    /// Treat places without a description as errors
    #[arg(long)]
    deny_undescribed: bool,
    /// Do not compile the client
    #[arg(long)]
    no_compile: bool,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The checks that were made, and their findings.
#[derive(Debug, Serialize)]
struct Report {
    ok: bool,
    checks: Vec<String>,
    problems: Vec<Finding>,
    losses: Vec<Finding>,
    /// Actions without an effect, undescribed places, and the first line in another style.
    warnings: Vec<Finding>,
    /// What could not be looked at, and why.
    unchecked: Vec<String>,
}

impl Check {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let report = Report::of(&terminal.package()?, terminal, self)?;
        match self.format {
            Format::Text => report.print(terminal)?,
            Format::Json => terminal.print_json(&report)?,
        }
        Ok(if report.ok { Ending::Clean } else { Ending::Found })
    }
}

impl Report {
    fn of(package: &Package, terminal: &Terminal<'_>, options: &Check) -> Result<Self, Failure> {
        let sources = package.sources()?;
        let (mut problems, mut losses) = (Vec::new(), Vec::new());
        let (mut warnings, mut unchecked) = (Vec::new(), Vec::new());
        let mut checks = vec!["the document is valid, and the overlay applies".to_owned()];
        match sources.generate() {
            Ok(client) => {
                losses.extend(client.losses.iter().map(Finding::from));
                if !options.no_compile && compile::has_target(package) {
                    problems.extend(compile::errors(package)?);
                    checks.push("the client compiles".to_owned());
                }
                if reviewed(package, &client, &mut problems)? {
                    checks.push("the reviewed files match this specification".to_owned());
                }
                warnings.extend(idle::actions(&sources));
                match release::check(package, terminal)? {
                    Verdict::Enough(why) => checks.push(why),
                    Verdict::TooLow(problem) => problems.push(*problem),
                    Verdict::Unknown(why) => unchecked.push(format!("the version: {why}")),
                }
            }
            Err(errors) => problems.extend(errors.iter().map(Finding::from)),
        }
        if readme(package, &mut problems)? {
            checks.push("the README names the manifest's version".to_owned());
        }
        if options.deny_losses {
            problems.append(&mut losses);
        }
        let undescribed = words(&sources.document)?;
        match options.deny_undescribed {
            true => problems.extend(undescribed.into_iter().map(Finding::denied)),
            false => warnings.extend(undescribed),
        }
        warnings.extend(style(&sources.document)?);
        Ok(Self { ok: problems.is_empty(), checks, problems, losses, warnings, unchecked })
    }

    fn print(&self, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        for finding in self.losses.iter().chain(&self.warnings).chain(&self.problems) {
            writeln!(terminal.output, "{finding}\n")?;
        }
        if self.ok {
            for check in &self.checks {
                writeln!(terminal.output, "ok: {check}")?;
            }
            for unchecked in &self.unchecked {
                writeln!(terminal.output, "not checked: {unchecked}")?;
            }
        } else {
            let count = self.problems.len();
            let noun = if count == 1 { "problem" } else { "problems" };
            writeln!(terminal.output, "{count} {noun}")?;
        }
        Ok(())
    }
}

/// The places without a description, unless the document cannot be read, which is found elsewhere.
fn words(document: &Text) -> Result<Vec<Finding>, Failure> {
    unless_unreadable(import::undescribed(document))
}

/// The first line in another style than that of `import`: the next import would change it.
fn style(document: &Text) -> Result<Option<Finding>, Failure> {
    let styled = unless_unreadable(import::styled(document))?;
    Ok(styled.and_then(|styled| styled.differs_at).map(|number| {
        let message = "in another style than the tool's, from this line on";
        let help = "put it into the tool's with `cargo spec fmt`: the next import would";
        let finding = Finding::new("style", message, (&document.name, line(number)), help);
        Finding { is_loss: true, ..finding }
    }))
}

/// The generator reports problems of a document's text.
fn unless_unreadable<T: Default>(read: Result<T, Failure>) -> Result<T, Failure> {
    match read {
        Err(Failure::Findings(_)) => Ok(T::default()),
        other => other,
    }
}

/// The first column of a line.
fn line(number: usize) -> Option<Position> {
    Some(Position { line: number, column: 1 })
}

/// Compares each reviewed file with what the specification gives. Returns true if the manifest names one.
fn reviewed(
    package: &Package,
    client: &Generated,
    problems: &mut Vec<Finding>,
) -> Result<bool, Failure> {
    let settings = &package.settings;
    let (code, outline) = (client.code.as_str(), outline::of(client));
    let files = [
        (&settings.client, code),
        (&settings.outline, outline.as_str()),
        (&settings.types, client.types.as_str()),
    ];
    for (name, generated) in files.iter().filter_map(|(name, text)| Some((name.as_ref()?, text))) {
        let file = package.read(name)?;
        let reviewed = file.reviewed();
        if reviewed.trim_end() == generated.trim_end() {
            continue;
        }
        let same = reviewed.lines().zip(generated.lines()).take_while(|(a, b)| a == b).count();
        let header = file.text.lines().count() - reviewed.lines().count();
        let accept = match &settings.accept {
            Some(command) => format!("then accept it with `{command}`"),
            None => format!("then write the new one into {name}"),
        };
        problems.push(Finding::new(
            "reviewed",
            "the reviewed file differs from what this specification gives, from this line on",
            (name, line(header + same + 1)),
            format!("read the change with `cargo spec diff HEAD`, {accept}"),
        ));
    }
    Ok(files.iter().any(|(name, _)| name.is_some()))
}

/// Checks that every requirement on the package that the README shows allows the manifest's version.
/// Returns true if there is a README.
fn readme(package: &Package, problems: &mut Vec<Finding>) -> Result<bool, Failure> {
    let Some(name) = &package.manifest.readme else { return Ok(false) };
    let crate_name = &package.manifest.name;
    let Some(version) = &package.manifest.version else {
        let hint = "write it as `version = \"1.2.3\"` under `[package]`";
        problems.push(Finding::new(
            "version",
            "the manifest has no version",
            (MANIFEST, line(1)),
            hint,
        ));
        return Ok(true);
    };
    let version = version.to_string();
    let readme = package.read(name)?;
    let named = readme.text.lines().enumerate().filter_map(|(index, text)| {
        let requirement = text.strip_prefix(crate_name.as_str())?.strip_prefix(" = ")?;
        Some((index + 1, requirement.split('"').nth(1)?))
    });
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        let hint = format!("show the line for `[dependencies]`: {crate_name} = \"1.2\"");
        problems.push(Finding::new(
            "version",
            "the README does not show how to depend on the package",
            (name, line(1)),
            hint,
        ));
    }
    for (number, requirement) in named {
        if version != requirement && !version.starts_with(&format!("{requirement}.")) {
            problems.push(Finding::new(
                "version",
                format!("the README asks for version {requirement}, the manifest is {version}"),
                (name, line(number)),
                "name the first two numbers of the manifest's version",
            ));
        }
    }
    Ok(true)
}
