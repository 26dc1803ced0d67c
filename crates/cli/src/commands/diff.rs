//! `cargo spec diff`

use clap::{Args, ValueEnum};

use crate::comparison::change::Level;
use crate::comparison::{Comparison, Side};
use crate::failure::Failure;
use crate::inputs::{Format, OverlayOption};
use crate::terminal::{Ending, Terminal};

/// Report what changes for users of the crate, and which release that requires
///
/// Compares two clients: of files, of git revisions, or of the working tree. For a revision it takes the
/// reviewed snapshot, so that a change of the generator shows, too; for a file or the working tree it
/// generates the client. The verdict follows Cargo's SemVer reference.
#[derive(Debug, Args)]
pub struct Diff {
    /// A file or a git revision
    old: String,
    /// A file or a git revision; the working tree unless given
    new: Option<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 if the verdict is higher than this
    #[arg(long, value_name = "LEVEL")]
    at_most: Option<AtMost>,
    #[command(flatten)]
    overlay: OverlayOption,
}

/// The highest verdict that is accepted.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum AtMost {
    Patch,
    Minor,
}

impl Diff {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let old = Side::named(&self.old, terminal, &self.overlay)?;
        let new = match &self.new {
            Some(name) => Side::named(name, terminal, &self.overlay)?,
            None => Side::working_tree(&terminal.package()?, terminal, &self.overlay)?,
        };
        let comparison = Comparison::of(&old, &new);
        match self.format {
            Format::Text => write!(terminal.output, "{}", comparison.to_markdown())?,
            Format::Json => terminal.print_json(&comparison)?,
        }
        let is_too_grave = self.at_most.is_some_and(|most| {
            let most = match most {
                AtMost::Patch => Level::Patch,
                AtMost::Minor => Level::Minor,
            };
            comparison.verdict > Some(most)
        });
        Ok(if is_too_grave { Ending::Found } else { Ending::Clean })
    }
}
