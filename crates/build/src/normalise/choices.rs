//! The choices that placeholders represent; each placeholder contains the index of its choice.

use serde_json::Value;

use crate::openapi::mark;
use crate::plan::Choice;

#[derive(Debug, Clone, Default)]
pub(super) struct Choices(Vec<Choice>);

impl Choices {
    /// The choice that a placeholder represents.
    pub(super) fn of(&self, schema: &Value) -> Option<&Choice> {
        let index = schema.get(mark::CHOICE)?.as_u64()?;
        self.0.get(usize::try_from(index).ok()?)
    }

    /// The index of a choice. Equal choices share an index, so that their placeholders become one type.
    pub(super) fn index_of(&mut self, choice: Choice) -> usize {
        self.0.iter().position(|known| *known == choice).unwrap_or_else(|| {
            self.0.push(choice);
            self.0.len() - 1
        })
    }
}
