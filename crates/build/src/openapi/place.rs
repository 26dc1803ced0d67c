//! Places that a walk over a document passes.

use crate::source::pointer::Pointer;

/// The way from a schema to one directly inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// The keyword that holds it.
    pub keyword: &'static str,
    /// Which of those that the keyword holds it is.
    pub which: Which<'a>,
}

/// One of the schemas that a keyword holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'a> {
    /// There is but one.
    Only,
    /// A property.
    Named(&'a str),
    /// An item of a list.
    Nth(usize),
}

/// A pointer built lazily: walks visit every place but report few, so the text is made only on request.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// Where the walk begins.
    Start(&'a Pointer),
    /// A schema inside of another.
    Inside(&'a Place<'a>, Step<'a>),
    /// A member of what is there.
    Member(&'a Place<'a>, &'a str),
    /// An item of what is there.
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The place, by its name.
    pub fn pointer(&self) -> Pointer {
        match self {
            // With room for the steps to come, which a clone has not.
            Self::Start(pointer) => pointer.join_all::<&str>([]),
            Self::Inside(around, Step { keyword, which }) => {
                let at = around.pointer().then(keyword);
                match which {
                    Which::Only => at,
                    Which::Named(name) => at.then(name),
                    Which::Nth(index) => at.then(index),
                }
            }
            Self::Member(around, name) => around.pointer().then(name),
            Self::Item(around, index) => around.pointer().then(index),
        }
    }

    /// The place of a member.
    pub fn join(&self, keyword: &str) -> Pointer {
        self.pointer().then(keyword)
    }
}
