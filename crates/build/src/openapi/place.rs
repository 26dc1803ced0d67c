//! Places in a walk over a document.

use crate::source::pointer::Pointer;

/// The step from a schema to a subschema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// The keyword that contains the subschema.
    pub keyword: &'static str,
    /// Which of the keyword's subschemas it is.
    pub which: Which<'a>,
}

/// One of the subschemas of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'a> {
    /// The only one.
    Only,
    /// A property.
    Named(&'a str),
    /// An item of a list.
    Nth(usize),
}

/// A pointer built lazily: walks visit every place but report few, so the text is made only on request.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// The start of the walk.
    Start(&'a Pointer),
    /// A schema inside of another.
    Inside(&'a Place<'a>, Step<'a>),
    /// A member of the value at a place.
    Member(&'a Place<'a>, &'a str),
    /// An item of the value at a place.
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The place as a pointer.
    pub fn pointer(&self) -> Pointer {
        match self {
            // With spare capacity for more steps, which a clone would not have.
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
