//! The surroundings of a command: its directory, its input and output, and its exit code.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::text::Text;

/// The directory of a command, and its input and output.
pub struct Terminal<'a> {
    /// The directory that the command was started in: relative paths start there, and the package is
    /// looked for from there upwards.
    pub directory: PathBuf,
    pub input: &'a mut dyn Read,
    pub output: &'a mut dyn Write,
    pub errors: &'a mut dyn Write,
    /// True if the standard error is a terminal, so that long commands show their progress there.
    pub is_watched: bool,
}

impl Terminal<'_> {
    /// A path of the command line, from the directory that the command runs in.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.directory.join(path)
    }

    /// Reads a file that a command line names.
    pub fn read(&self, path: &Path) -> Result<Text, Failure> {
        Text::read(path.display().to_string(), &self.path(path))
    }

    /// Prints one JSON document, for programs.
    pub fn print_json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(std::io::Error::from)?;
        Ok(writeln!(self.output, "{text}")?)
    }
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
