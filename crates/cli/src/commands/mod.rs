//! The command line, one file for each command.

mod check;
mod diff;
mod expand;
mod fmt;
mod import;
mod outline;
mod renew;
mod trace;
mod try_out;
mod types;

use std::ffi::{OsStr, OsString};

use clap::{Parser, Subcommand};

use super::failure::Failure;
use super::terminal::{Ending, Terminal};

/// Renews and reviews the document that a client is generated from.
///
/// The manifest of the client's package names the document, the overlay and the reviewed files, under
/// `[package.metadata.openapi-client]`.
#[derive(Debug, Parser)]
#[command(
    name = "cargo spec",
    bin_name = "cargo spec",
    after_help = "Exit codes: 0 done; 1 the command found something; 2 the command failed."
)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Diff(diff::Diff),
    Import(import::Import),
    Outline(outline::Outline),
    Renew(renew::Renew),
    Trace(trace::Trace),
    Try(try_out::Try),
    Types(types::Types),
    Expand(expand::Expand),
    Fmt(fmt::Fmt),
}

/// Runs one command line, the program's name first. If Cargo runs the program as a subcommand, its name comes
/// twice.
pub fn run(arguments: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> Ending {
    let is_own_name = |(index, argument): &(usize, OsString)| {
        *index == 1 && argument.as_os_str() == OsStr::new("openapi-client")
    };
    let arguments = arguments.into_iter().enumerate().filter(|argument| !is_own_name(argument));
    let ending = match CommandLine::try_parse_from(arguments.map(|(_, argument)| argument)) {
        Ok(line) => match line.command {
            Command::Check(command) => command.run(terminal),
            Command::Diff(command) => command.run(terminal),
            Command::Import(command) => command.run(terminal),
            Command::Outline(command) => command.run(terminal),
            Command::Renew(command) => command.run(terminal),
            Command::Trace(command) => command.run(terminal),
            Command::Try(command) => command.run(terminal),
            Command::Types(command) => command.run(terminal),
            Command::Expand(command) => command.run(terminal),
            Command::Fmt(command) => command.run(terminal),
        },
        Err(usage) if usage.use_stderr() => Err(Failure::Usage(usage.to_string())),
        Err(help) => {
            write!(terminal.output, "{help}").map(|()| Ending::Clean).map_err(Failure::from)
        }
    };
    ending.unwrap_or_else(|failure| {
        if matches!(failure, Failure::ReaderGone) {
            return Ending::Clean;
        }
        // If this cannot be written either, the exit code is all that is left.
        let _ = writeln!(terminal.errors, "{failure}");
        Ending::Failed
    })
}
