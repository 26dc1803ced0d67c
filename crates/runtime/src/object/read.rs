//! How an object is read: by filling in the members of its list.

use std::borrow::Cow;

use super::list::{Access, Blank, Held, Member, Object, Place, Presence, Received};
use crate::drift::{DriftKind, Path};
use crate::read::{Names, Reader};

/// Reads an object. Of a member that occurs twice the last value counts.
pub fn read<T: Object<Received> + Blank>(from: &mut Reader<'_>, at: &Path<'_>) -> Option<T> {
    let tag = from.tag;
    if !from.enter(b'{', at) {
        return None;
    }
    let mut object = T::blank();
    let mut members = Members::of(from, at, tag);
    members.advance();
    while members.name.is_present() {
        let filled = members.filled;
        T::members(&mut Place::Mut(&mut object), &mut members);
        if members.filled == filled {
            members.skip();
        }
    }
    members.is_end = true;
    T::members(&mut Place::Mut(&mut object), &mut members);
    let is_whole = members.is_whole;
    from.leave();
    if is_whole { Some(object) } else { None }
}

/// Goes through the list of members, and fills in each whose name comes next. It is run until the object
/// ends: once if the names come in the order of the list. A last run finds what is missing.
struct Members<'a, 't> {
    from: &'a mut Reader<'t>,
    at: &'a Path<'a>,
    /// The tag by which the object was chosen, if it was.
    tag: Option<&'static str>,
    is_first: bool,
    names: Option<Names<'t>>,
    /// The name of the value that comes next.
    name: Name<'t>,
    /// How many values were looked at.
    filled: usize,
    is_end: bool,
    /// The required members that have been read. Most objects have none, so that nothing is allocated.
    found: Vec<&'static str>,
    is_whole: bool,
}

impl<'a, 't> Members<'a, 't> {
    fn of(from: &'a mut Reader<'t>, at: &'a Path<'a>, tag: Option<&'static str>) -> Self {
        Self {
            names: from.names(),
            from,
            at,
            tag,
            is_first: true,
            name: Name::default(),
            filled: 0,
            is_end: false,
            found: Vec::new(),
            is_whole: true,
        }
    }

    /// Goes on to the next name; there is none at the end.
    fn advance(&mut self) {
        let Self { is_first, names, at, .. } = self;
        let name = self.from.name(is_first, names, at, DriftKind::UnknownField);
        self.name = name.map(Name::of).unwrap_or_default();
    }

    /// Skips the value of a name that no member has.
    fn skip(&mut self) {
        let at = Path::Unknown(self.at, self.name.text());
        if self.tag != Some(self.name.text()) {
            self.from.note(&at, DriftKind::UnknownField);
        }
        self.from.note_repeated(&self.names, &at);
        self.from.skip();
        self.advance();
    }

    // Out of line: the name comparison is inlined per member, this body need not be.
    #[inline(never)]
    fn fill<V: Held<Received>>(&mut self, name: &'static str, to: &mut V) {
        let at = Path::Property(self.at, name);
        self.from.note_repeated(&self.names, &at);
        let value = match !V::TAKES_NULL && self.from.null() {
            true => None,
            false => V::read(self.from, &at, Received),
        };
        match value {
            Some(value) => {
                *to = value;
                self.found.push(name);
            }
            None => self.found.retain(|found| *found != name),
        }
        self.filled += 1;
        self.advance();
    }

    #[inline(never)]
    fn fill_optional<V: Held<Received>>(&mut self, name: &'static str, to: &mut Option<V>) {
        let at = Path::Property(self.at, name);
        self.from.note_repeated(&self.names, &at);
        *to = match self.from.null() {
            true => None,
            false => V::read(self.from, &at, Received),
        };
        self.filled += 1;
        self.advance();
    }

    /// True if a member has come with another value than `null`; only known if everything is noted.
    fn is_present(&self, name: &str) -> bool {
        self.names.as_ref().is_some_and(|names| names.is_present(name))
    }

    #[inline(never)]
    fn miss_expected(&mut self, name: &str) {
        if !self.is_present(name) {
            self.from.note(&Path::Property(self.at, name), DriftKind::MissingRequired);
        }
    }

    #[inline(never)]
    fn miss_required(&mut self, name: &str) {
        if !self.found.contains(&name) {
            self.is_whole = false;
            if !self.is_present(name) {
                self.from.lose::<()>(&Path::Property(self.at, name), DriftKind::MissingRequired);
            }
        }
    }
}

impl Access<Received> for Members<'_, '_> {
    #[inline]
    fn may_have<V: Held<Received>>(&mut self, member: Member, at: Place<'_, Option<V>>) {
        let Place::Mut(to) = at else { return };
        if self.name.is(member.name) {
            self.fill_optional(member.name, to);
        } else if member.presence == Presence::Expected && self.is_end {
            self.miss_expected(member.name);
        }
    }

    #[inline]
    fn must_have<V: Held<Received>>(&mut self, member: Member, at: Place<'_, V>) {
        let Place::Mut(to) = at else { return };
        if self.name.is(member.name) {
            self.fill(member.name, to);
        } else if self.is_end {
            self.miss_required(member.name);
        }
    }
}

/// A name in JSON, borrowed from the text if it has no escapes; or none.
struct Name<'t> {
    /// Compared first, since few names have the same. `usize::MAX` for no name.
    length: usize,
    text: Cow<'t, str>,
}

impl Default for Name<'_> {
    fn default() -> Self {
        Self { length: usize::MAX, text: Cow::Borrowed("") }
    }
}

impl<'t> Name<'t> {
    fn of(text: Cow<'t, str>) -> Self {
        Self { length: text.len(), text }
    }

    fn is_present(&self) -> bool {
        self.length != usize::MAX
    }

    #[inline]
    fn is(&self, name: &str) -> bool {
        self.length == name.len() && self.text() == name
    }

    fn text(&self) -> &str {
        &self.text
    }
}
