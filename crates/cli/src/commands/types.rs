//! `cargo spec types`

use std::fs;

use clap::Args;

use crate::failure::Failure;
use crate::inputs::Specification;
use crate::terminal::{Ending, Terminal};

/// Print the record of types: which Rust type each place of the document has
#[derive(Debug, Args)]
pub struct Types {
    #[command(flatten)]
    of: Specification,
    /// Write the record to the package's file instead
    #[arg(long)]
    write: bool,
}

impl Types {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let types = self.of.generate(terminal)?.types;
        if !self.write {
            write!(terminal.output, "{types}")?;
            return Ok(Ending::Clean);
        }
        let package = terminal.package()?;
        let Some(name) = &package.settings.types else {
            let hint = "name the file in the manifest: `types = \"types.txt\"`, and for build.rs: \
                        `.types(\"types.txt\")`";
            return Err(Failure::new("the manifest names no record of types", hint));
        };

        fs::write(package.root.join(name), types)
            .map_err(|error| Failure::of_file(name, &error))?;
        writeln!(terminal.output, "{name} has been written")?;
        Ok(Ending::Clean)
    }
}
