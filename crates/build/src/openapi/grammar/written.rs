//! How the lists write a member, and the reasons for which a client may ignore one.

use super::object::{Fate, Holds, Member};

pub(super) const fn read(name: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Read }
}

pub(super) const fn holds(name: &'static str, holds: Holds) -> Member {
    Member { name, holds, fate: Fate::Read }
}

pub(super) const fn note(name: &'static str, why: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Note(why) }
}

pub(super) const fn note_of(name: &'static str, holds: Holds, why: &'static str) -> Member {
    Member { name, holds, fate: Fate::Note(why) }
}

pub(super) const fn lost(name: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Lost }
}

pub(super) const WORDS: &str = "words for readers of the document";
pub(super) const EXAMPLE: &str = "an example binds no client";
pub(super) const ADDRESS: &str = "a client is given its address";
pub(super) const GROUPS: &str = "it groups operations for readers";
pub(super) const IDENTITY: &str =
    "it names the document or a place in it; references were followed";
pub(super) const SHARED: &str = "what refers to it says what becomes of it";
pub(super) const TOKEN: &str = "the caller gets the token";
pub(super) const XML: &str = "the client writes and reads JSON";
