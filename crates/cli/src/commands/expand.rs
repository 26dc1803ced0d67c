//! `cargo spec expand`

use clap::Args;

use crate::failure::Failure;
use crate::inputs::Specification;
use crate::terminal::{Ending, Terminal};

/// Print the generated code
#[derive(Debug, Args)]
pub struct Expand {
    #[command(flatten)]
    of: Specification,
}

impl Expand {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let client = self.of.generate(terminal)?;
        terminal.output.write_all(client.code.as_bytes())?;
        Ok(Ending::Clean)
    }
}
