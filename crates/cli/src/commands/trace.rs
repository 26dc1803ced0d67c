//! `cargo spec trace`

use clap::Args;

use crate::failure::Failure;
use crate::inputs::Specification;
use crate::terminal::{Ending, Terminal};
use crate::trace::{History, Item, tell};

/// Show where an item of the client comes from, and how it got its name
///
/// Prints its place in the document, the overlay actions that concern it, and the passes that changed its
/// code.
#[derive(Debug, Args)]
pub struct Trace {
    /// A type, a field, a variant or an operation: `Order`, `Order.id`, `Currency::Nok`, `get_order`
    item: String,
    #[command(flatten)]
    of: Specification,
}

impl Trace {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let sources = self.of.read(terminal)?;
        let history = History::of(&sources)?;
        let item = Item::find(&history.surface, &self.item)?;
        tell(terminal.output, &history, item)?;
        Ok(Ending::Clean)
    }
}
