//! `cargo spec outline`

use clap::Args;

use super::failure::Failure;
use super::outline;
use super::repository::Choice;
use super::{Ending, Terminal};

/// Print the client in one line for each operation, parameter, type, field and variant
#[derive(Debug, Args)]
pub struct Outline {
    #[command(flatten)]
    of: Choice,
}

impl Outline {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let client = self.of.generate(terminal)?;
        writeln!(terminal.output, "{}", outline::of(&client))?;
        Ok(Ending::Clean)
    }
}
