//! `cargo spec fmt`

use clap::Args;

use crate::failure::Failure;
use crate::import;
use crate::terminal::{Ending, Terminal};

/// Put the package's document into the style in which `import` writes it
///
/// What it says stays the same: two spaces a level, one item a line, descriptions folded at 100 characters,
/// quotes where a reader of YAML 1.1 or 1.2 needs them. A comment below the top would be lost, so that a
/// document with one is left alone.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 done; 1 --check found another style; 2 nothing could be written."
)]
pub struct Fmt {
    /// Write nothing, and exit with 1 if the document is in another style
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let package = terminal.package()?;
        let document = package.document()?;
        let name = &document.name;
        let Some(styled) = import::styled(&document)? else {
            let hint = "write it in YAML, or leave it to a formatter of JSON";
            return Err(Failure::new(format!("{name} is JSON, which has no style here"), hint));
        };
        let Some(line) = styled.differs_at else {
            writeln!(terminal.output, "{name} is in the tool's style")?;
            return Ok(Ending::Clean);
        };
        if self.check {
            writeln!(terminal.output, "{name}:{line}:1  is in another style, from this line on")?;
            return Ok(Ending::Found);
        }
        if let [first, ..] = styled.comments.as_slice() {
            let what = format!("{name}:{first}:1: this comment would be lost");
            let hint =
                "move comments to the top of the file, into a description, or into the overlay";
            return Err(Failure::new(what, hint));
        }
        import::replace(&package.root.join(name), &styled.text)?;
        writeln!(terminal.output, "{name} has been put into the tool's style")?;
        Ok(Ending::Clean)
    }
}
