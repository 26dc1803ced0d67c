//! `cargo spec import`

use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::Failure;
use crate::import::{self, Account, Descriptions, Given, Merged, Pair, Report, Selection, Written};
use crate::package::Package;
use crate::terminal::{Ending, Terminal};
use crate::text::Text;

/// Renew the package's document from the document that upstream publishes
///
/// Takes from upstream's document the operations that the package's own document has, and everything
/// they reach, and rewrites the file: upstream's structure, with the file's own descriptions and order,
/// so that the diff shows what upstream changed. What upstream has renamed, or made a component of, keeps its
/// descriptions. New parts have no description yet, and are listed. An operation that upstream's document
/// does not have is kept unchanged. The overlay is not touched; actions that no longer match anything are
/// listed, with whatever else would stop the generator.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 done, even if something has to be described or corrected; \
    1 --dry-run found that the document would change; 2 nothing could be imported.")]
pub struct Import {
    #[command(flatten)]
    what: What,
    /// Write nothing, and exit with 1 if the document would change
    #[arg(long)]
    dry_run: bool,
}

/// The document and operations to import.
#[derive(Debug, Args)]
pub struct What {
    /// Upstream's document, OpenAPI or Swagger 2.0, YAML or JSON, or the Markdown page of one
    /// operation; - reads it from standard input
    file: PathBuf,
    /// Take this operation too: its operationId, or "POST /path"
    #[arg(long = "operation", value_name = "OPERATION")]
    take: Vec<String>,
    /// Take nothing but these operations: the others, and the components that the package's document has
    /// already, stay as they are
    #[arg(long, requires = "take")]
    only: bool,
    /// Drop this operation from the package's document
    #[arg(long, value_name = "OPERATION")]
    remove: Vec<String>,
    /// Whose descriptions and summaries to take
    #[arg(long, value_name = "WHOSE", default_value = "own")]
    descriptions: Descriptions,
}

impl Import {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let package = terminal.package()?;
        let report = self.what.import(&package, self.dry_run, terminal)?;
        write!(terminal.output, "{report}")?;
        Ok(if report.written == Written::Pending { Ending::Found } else { Ending::Clean })
    }
}

impl What {
    /// Rewrites the package's document, unless this is a dry run, and returns the report.
    pub fn import(
        &self,
        package: &Package,
        dry_run: bool,
        terminal: &mut Terminal<'_>,
    ) -> Result<Report, Failure> {
        let given = Given::of(self.read(terminal)?)?;
        let (document, overlay, types) =
            (package.document()?, package.overlay()?, package.types()?);
        let own = document.with_unix_line_ends();
        let mut pair = Pair::load(&own, &given.text)?;
        if self.only {
            pair.take_only(&self.take)?;
        }
        let selection =
            Selection::of(&pair, &given, &self.take, &self.remove)?.with_overlay(&overlay);
        let merged = Merged::of(&pair, &selection, self.descriptions)?;
        let text = import::write(&own.name, import::head(&own.text), &merged.tree)?;
        let written = match (text.text == own.text, dry_run) {
            (true, _) => Written::Unchanged,
            (false, true) => Written::Pending,
            (false, false) => Written::Anew,
        };
        if written == Written::Anew {
            let text = document.with_its_line_ends(&text.text);
            import::replace(&package.root.join(&own.name), &text)?;
        }
        let account = Account {
            pair: &pair,
            selection,
            merged: &merged,
            text: &text,
            written,
            own: &own,
            overlay: &overlay,
            types: types.as_ref(),
            has_overlay: package.settings.overlay.is_some(),
        };
        Ok(account.report())
    }

    fn read(&self, terminal: &mut Terminal<'_>) -> Result<Text, Failure> {
        if self.file != Path::new("-") {
            return terminal.read(&self.file);
        }
        let name = "<stdin>";
        let mut bytes = Vec::new();
        let read = terminal.input.read_to_end(&mut bytes);
        read.map_err(|error| Failure::of_file(name, &error))?;
        Text::decode(name.to_owned(), bytes)
    }
}
