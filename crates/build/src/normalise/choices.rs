//! The choices that placeholders stand for; each placeholder names its own by its index.

use serde_json::Value;

use crate::openapi::mark;
use crate::plan::Choice;

#[derive(Debug, Clone, Default)]
pub(super) struct Choices(Vec<Choice>);

impl Choices {
    /// The choice that a schema is a placeholder for.
    pub(super) fn of(&self, schema: &Value) -> Option<&Choice> {
        let index = schema.get(mark::CHOICE)?.as_u64()?;
        self.0.get(usize::try_from(index).ok()?)
    }

    /// The index of a choice: the same for placeholders of the same choice, which are one type.
    pub(super) fn index_of(&mut self, choice: Choice) -> usize {
        self.0.iter().position(|known| *known == choice).unwrap_or_else(|| {
            self.0.push(choice);
            self.0.len() - 1
        })
    }
}
