//! The commands. They speak through a [`Terminal`], so that tests run them as a person does.
//!
//! This library is for the package's own binary and tests; nothing in it is covered by semantic
//! versioning.

#![allow(missing_docs, reason = "the library is for the package's own binary and tests")]

mod check;
pub mod diff;
mod expand;
mod failure;
mod import;
pub mod outline;
mod outline_command;
mod repository;
pub mod scratch;
pub mod surface;
mod trace;
mod try_out;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use failure::Failure;
pub use repository::SPEC;

/// Where a command runs and whom it talks to.
pub struct Terminal<'a> {
    /// The directory of the crate, whose `spec/` the commands work on.
    pub crate_root: PathBuf,
    pub input: &'a mut dyn Read,
    pub output: &'a mut dyn Write,
    pub errors: &'a mut dyn Write,
}

/// How a command ended, as its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Done, and nothing is wrong.
    Clean = 0,
    /// Done, and something was found that a person has to look at.
    Found = 1,
    /// Not done: wrong arguments, or an input that cannot be read.
    Failed = 2,
}

impl From<Ending> for std::process::ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

/// Renews and reviews the specification that the client is generated from.
///
/// The specification is `spec/sessions-cancel.yaml`, with what this crate says of it in
/// `spec/overlay.yaml`. CONTRIBUTING.md walks through a renewal.
#[derive(Debug, Parser)]
#[command(
    name = "cargo spec",
    bin_name = "cargo spec",
    after_help = "Exit codes: 0 done; 1 something was found; 2 the command could not be carried out."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Diff(diff::Diff),
    Import(import::Import),
    Outline(outline_command::Outline),
    Trace(trace::Trace),
    Try(try_out::Try),
    Expand(expand::Expand),
}

/// Runs one command line, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> Ending {
    let ending = match Cli::try_parse_from(arguments) {
        Ok(cli) => match cli.command {
            Command::Check(command) => command.run(terminal),
            Command::Diff(command) => command.run(terminal),
            Command::Try(command) => command.run(terminal),
            Command::Import(command) => command.run(terminal),
            Command::Outline(command) => command.run(terminal),
            Command::Trace(command) => command.run(terminal),
            Command::Expand(command) => command.run(terminal),
        },
        Err(usage) if usage.use_stderr() => Err(Failure::Usage(usage.to_string())),
        Err(help) => {
            write!(terminal.output, "{help}").map(|()| Ending::Clean).map_err(Failure::from)
        }
    };
    ending.unwrap_or_else(|failure| {
        // Nobody is left to tell where this cannot be written either.
        let _ = writeln!(terminal.errors, "{failure}");
        Ending::Failed
    })
}

/// For programs: one JSON document.
fn write_json(terminal: &mut Terminal<'_>, value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::from)?;
    Ok(writeln!(terminal.output, "{text}")?)
}
