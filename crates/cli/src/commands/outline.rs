//! `cargo spec outline`

use clap::Args;

use crate::failure::Failure;
use crate::inputs::Specification;
use crate::outline;
use crate::terminal::{Ending, Terminal};

/// Print one line for each operation, parameter, type, field and variant of the client
#[derive(Debug, Args)]
pub struct Outline {
    #[command(flatten)]
    of: Specification,
}

impl Outline {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let client = self.of.generate(terminal)?;
        writeln!(terminal.output, "{}", outline::of(&client))?;
        Ok(Ending::Clean)
    }
}
