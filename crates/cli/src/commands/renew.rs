//! `cargo spec renew`

use std::fmt::Display;
use std::fs;
use std::path::PathBuf;

use clap::Args;
use openapi_client_build::Generated;

use super::import::What;
use crate::comparison::Side;
use crate::comparison::compare::compare;
use crate::compile;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::import::Report;
use crate::inputs::OverlayOption;
use crate::package::Package;
use crate::renewal::{self, Contract};
use crate::sources::Sources;
use crate::surface::Surface;
use crate::terminal::{Ending, Terminal};
use crate::text::Text;

/// Renew the package from what upstream publishes, and list the tasks that are left for a person
///
/// Imports the document, updates the documented answer of the package's tests to the contract, writes the
/// reviewed client, its outline and the record of types, and runs the commands that the manifest names under
/// `record`. It commits nothing, so that a reviewer sees every change. The list at the end names what to
/// describe, decide and write, each with its place. If a step fails, the others still run; run the command
/// again after you have done the list.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 nothing is left to do; 1 something is left for a person; \
    2 nothing could be imported.")]
pub struct Renew {
    #[command(flatten)]
    what: What,
    /// The page, or the file of JSON, that shows the documented answer: the package's copy is renewed from it
    #[arg(long, value_name = "FILE")]
    example: Option<PathBuf>,
}

/// The steps that are done, those that failed, and the tasks that are left for a person.
#[derive(Default)]
struct Progress {
    done: Vec<String>,
    failed: Vec<String>,
    left: Vec<Finding>,
}

impl Renew {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let package = terminal.package()?;
        let page = self.example.as_ref().map(|path| terminal.read(path)).transpose()?;
        let before = package.sources()?;
        let report = self.what.import(&package, false, terminal)?;
        write!(terminal.output, "{}", report.done())?;
        let mut progress = Progress { left: report.tasks(), ..Progress::default() };
        progress.answer(&package, page.as_ref(), &before, &report);
        progress.client(&package, &before, &report, terminal);
        progress.print(terminal)?;
        let is_done = progress.left.is_empty() && progress.failed.is_empty();
        Ok(if is_done { Ending::Clean } else { Ending::Found })
    }
}

impl Progress {
    /// Notes the result of a step; a failure does not stop the others.
    fn note<T>(&mut self, step: &str, result: Result<T, Failure>) -> Option<T> {
        result.map_err(|failure| self.failed.push(format!("{step}: {failure}"))).ok()
    }

    fn answer(
        &mut self,
        package: &Package,
        page: Option<&Text>,
        before: &Sources,
        report: &Report,
    ) {
        let Some(answer) = &package.settings.answer else { return };
        let name = &answer.file;
        let renewed = package.read(name).and_then(|text| {
            let overlay = report.mended_overlay(&before.overlay);
            let after = package.document().ok().and_then(|it| Contract::of(&it, &overlay));
            let both = Contract::of(&before.document, &before.overlay).zip(after);
            let (before, after) = both.ok_or_else(|| {
                Failure::new("the contract cannot be read", "correct what the generator rejects")
            })?;
            let renewed = renewal::renew_answer(
                &text,
                page,
                &answer.operation,
                (&before, &after),
                &report.moved,
            )?;
            if !renewed.done.is_empty() {
                fs::write(package.root.join(name), text.with_its_line_ends(&renewed.text))
                    .map_err(|error| Failure::of_file(name, &error))?;
            }
            Ok(renewed)
        });
        if let Some(renewed) = self.note(name, renewed) {
            self.done.extend(renewed.done.iter().map(|what| format!("{name}: {what}")));
            self.left.extend(renewed.deviations);
        }
    }

    fn client(
        &mut self,
        package: &Package,
        before: &Sources,
        report: &Report,
        terminal: &Terminal<'_>,
    ) {
        if !report.is_generated() {
            self.failed.push(
                "the reviewed files and the records: there is no client yet; do what is left, and \
                 run this command again"
                    .to_owned(),
            );
            return;
        }
        let generated = package.sources().and_then(|sources| Ok(sources.generate()?));
        let Some(client) = self.note("the client", generated) else { return };
        if let Some(changelog) = &package.settings.changelog {
            let entry = package
                .read(changelog)
                .map(|text| renewal::changelog_entry(&text, &changes(before, &client, terminal)));
            let entry = self.note(changelog, entry).flatten();
            self.left.extend(entry);
        }
        let written = renewal::write_reviewed(package, &client);
        let written = self.note("the reviewed files", written).unwrap_or_default();
        self.done.extend(written.iter().map(|name| format!("{name}: written, to be read")));
        let errors = match compile::has_target(package) {
            true => self.note("the compiler", compile::errors(package)).unwrap_or_default(),
            false => Vec::new(),
        };
        if !errors.is_empty() {
            self.failed.push("what is on record: the client does not compile".to_owned());
            self.left.extend(errors);
            return;
        }
        for recorded in renewal::record(package) {
            match recorded.failure {
                None => self.done.push(recorded.command),
                Some(why) => self.failed.push(format!("{}: {why}", recorded.command)),
            }
        }
    }

    fn print(&self, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        let mut list = |title: String, items: &mut dyn Iterator<Item = &dyn Display>| {
            writeln!(terminal.output, "\n{title}")?;
            for (index, item) in items.enumerate() {
                let text = item.to_string().replace('\n', "\n      ");
                writeln!(terminal.output, "{:>4}. {text}", index + 1)?;
            }
            Ok::<(), Failure>(())
        };
        if !self.done.is_empty() {
            list("Done".to_owned(), &mut self.done.iter().map(|it| it as &dyn Display))?;
        }
        if !self.failed.is_empty() {
            list("Not done".to_owned(), &mut self.failed.iter().map(|it| it as &dyn Display))?;
        }
        match self.left.len() {
            0 => writeln!(terminal.output, "\nLeft for you: to read `git diff`")?,
            number => {
                let tasks: Vec<String> = self.left.iter().map(Finding::as_task).collect();
                let title = format!("Left for you: {number}, and to read `git diff`");
                list(title, &mut tasks.iter().map(|it| it as &dyn Display))?;
            }
        }
        Ok(())
    }
}

/// The changes since the last commit; without one, those of this renewal.
fn changes(
    before: &Sources,
    client: &Generated,
    terminal: &Terminal<'_>,
) -> Vec<crate::comparison::change::Change> {
    let committed = Side::named("HEAD", terminal, &OverlayOption::default());
    let old = match committed {
        Ok(side) => Some(side.surface),
        Err(_) => before.generate().ok().map(|client| Surface::of_client(&client)),
    };
    old.map(|old| compare(&old, &Surface::of_client(client))).unwrap_or_default()
}
