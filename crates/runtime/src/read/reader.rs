//! Reads values from a text, one after the other.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;

use super::Readable;
use super::cursor::{Cursor, Quoted};
use crate::drift::{Drift, DriftKind, Path};

/// Deeper than any answer; reading and dropping must not run out of stack.
const MOST_LEVELS: usize = 100;

/// Cap on reported drift.
const MOST_DRIFT: usize = 1_000;

/// The drift that a reader notes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Noted {
    Nothing,
    /// Values that are not read.
    Losses,
    Everything,
}

/// Reads values from a text, one after the other.
pub struct Reader<'t> {
    pub(super) cursor: Cursor<'t>,
    level: usize,
    /// The tag by which the form of the next value was chosen, whether or not the form has it as a member.
    pub tag: Option<&'static str>,
    pub(super) noted: Noted,
    pub(super) drift: Vec<Drift>,
    /// Where the members of the outermost object begin.
    pub(super) members: Vec<usize>,
}

/// The names of an object so far; kept only if everything is noted.
pub struct Names<'t> {
    /// True if the last value of a name is not `null`.
    seen: BTreeMap<Cow<'t, str>, bool>,
    is_repeated: bool,
}

impl Names<'_> {
    /// True if a name has occurred, and its last value is not `null`.
    pub fn is_present(&self, name: &str) -> bool {
        self.seen.get(name) == Some(&true)
    }
}

impl<'t> Reader<'t> {
    pub(super) fn of(text: &'t str, noted: Noted) -> Self {
        Self {
            cursor: Cursor::new(text),
            level: 0,
            tag: None,
            noted,
            drift: Vec::new(),
            members: Vec::new(),
        }
    }

    /// Reads the value at the start of the text.
    pub fn whole<T: Readable>(&mut self) -> Option<T> {
        let value = T::read(self, &Path::Root);
        if !self.cursor.rest().trim_ascii().is_empty() {
            self.note(&Path::Root, DriftKind::BytesAfterValue);
        }
        value.filter(|_| self.cursor.fault().is_none())
    }

    /// Notes what differs from the contract and costs nothing.
    pub fn note(&mut self, at: &Path<'_>, kind: DriftKind) {
        if self.noted == Noted::Everything {
            self.push(at, kind);
        }
    }

    /// Notes what is not read.
    pub fn lose<T>(&mut self, at: &Path<'_>, kind: DriftKind) -> Option<T> {
        if self.noted != Noted::Nothing {
            self.push(at, kind);
        }
        None
    }

    /// An object may have one name twice, so that a place can differ twice.
    fn push(&mut self, at: &Path<'_>, kind: DriftKind) {
        let drift = at.drift(kind);
        if self.drift.len() < MOST_DRIFT && !self.drift.contains(&drift) {
            self.drift.push(drift);
        }
    }

    /// Skips a value that does not fit.
    #[cold]
    pub fn wrong<T>(&mut self, at: &Path<'_>) -> Option<T> {
        self.cursor.skip();
        self.lose(at, DriftKind::WrongType)
    }

    /// Skips a value that the contract does not name.
    pub fn skip(&mut self) {
        self.cursor.skip();
    }

    /// The first byte of the value that comes next.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        self.cursor.peek()
    }

    /// Reads `null`, if that comes next.
    #[inline]
    pub fn null(&mut self) -> bool {
        self.peek() == b'n' && self.cursor.word("null").is_some()
    }

    pub(super) fn boolean(&mut self, at: &Path<'_>) -> Option<bool> {
        match self.peek() {
            b't' => self.cursor.word("true").map(|()| true),
            b'f' => self.cursor.word("false").map(|()| false),
            _ => self.wrong(at),
        }
    }

    /// A number as it is written.
    pub(super) fn number(&mut self, at: &Path<'_>) -> Option<&'t str> {
        match self.peek() {
            b'-' | b'0'..=b'9' => self.cursor.number(),
            _ => self.wrong(at),
        }
    }

    /// A string without its escapes.
    pub fn string(&mut self, at: &Path<'_>) -> Option<Cow<'t, str>> {
        if self.peek() != b'"' {
            return self.wrong(at);
        }
        match self.cursor.string()?.text() {
            Some(text) => Some(text),
            None => self.lose(at, DriftKind::WrongType),
        }
    }

    /// The value that a string is parsed to.
    pub(super) fn parsed<T: FromStr>(&mut self, at: &Path<'_>) -> Option<T> {
        match self.string(at)?.parse() {
            Ok(value) => Some(value),
            Err(_) => self.lose(at, DriftKind::WrongType),
        }
    }

    /// Goes into an object or a list, which begins with this bracket; [`leave`](Self::leave) is called at its end.
    /// False if another value comes next, which is skipped.
    ///
    /// Not a function around a closure: the compiler would make several of it for each type.
    pub fn enter(&mut self, bracket: u8, at: &Path<'_>) -> bool {
        let enters = self.peek() == bracket && self.level < MOST_LEVELS;
        if enters {
            // It is that of a form which is an object, and of no object inside.
            self.tag = None;
            if self.level == 0 {
                // Of several forms that are tried, the last one counts.
                self.members.clear();
            }
            self.cursor.open();
            self.level += 1;
        } else {
            self.wrong::<()>(at);
        }
        enters
    }

    /// Goes out of an object or a list.
    pub fn leave(&mut self) {
        self.level -= 1;
    }

    /// Every item is looked at, for its drift. One that is lost costs the list, which is whole or absent,
    /// never silently shorter.
    pub(super) fn list<T: Readable>(&mut self, at: &Path<'_>) -> Option<Vec<T>> {
        if !self.enter(b'[', at) {
            return None;
        }
        let (mut items, mut count, mut is_first) = (Vec::new(), 0, true);
        while self.cursor.advance(&mut is_first, b']') {
            if let Some(item) = T::read(self, &Path::Item(at, count)) {
                items.push(item);
            }
            count += 1;
        }
        self.leave();
        if items.len() == count { Some(items) } else { None }
    }

    /// A member of a map that is lost costs no other. The last value of a name counts.
    pub(super) fn map<T: Readable>(
        &mut self,
        at: &Path<'_>,
        mut put: impl FnMut(Cow<'_, str>, Option<T>),
    ) -> Option<()> {
        if !self.enter(b'{', at) {
            return None;
        }
        let (mut names, mut is_first) = (self.names(), true);
        while let Some(name) = self.name(&mut is_first, &mut names, at, DriftKind::WrongType) {
            let at = Path::Unknown(at, &name);
            self.note_repeated(&names, &at);
            let value = match !T::TAKES_NULL && self.null() {
                true => None,
                false => T::read(self, &at),
            };
            put(name, value);
        }
        self.leave();
        Some(())
    }

    /// A record for the names of the next object, if everything is noted.
    pub fn names(&self) -> Option<Names<'t>> {
        let names = || Names { seen: BTreeMap::new(), is_repeated: false };
        (self.noted == Noted::Everything).then(names)
    }

    /// The next name of an object, which a value follows. A name that is not text costs its member.
    #[inline]
    pub fn name(
        &mut self,
        is_first: &mut bool,
        names: &mut Option<Names<'t>>,
        at: &Path<'_>,
        undecodable: DriftKind,
    ) -> Option<Cow<'t, str>> {
        while self.cursor.advance(is_first, b'}') {
            let place = self.cursor.at();
            let name = self.cursor.name()?;
            let Some(text) = name.text() else {
                self.note(&Path::Unknown(at, name.written), undecodable);
                self.cursor.skip();
                continue;
            };
            if let Some(names) = names {
                let is_present = self.peek() != b'n';
                names.is_repeated = names.seen.insert(text.clone(), is_present).is_some();
            }
            if self.level == 1 {
                self.members.push(place);
            }
            return Some(text);
        }
        None
    }

    /// Notes that the last name of an object has come before.
    #[inline]
    pub fn note_repeated(&mut self, names: &Option<Names<'t>>, at: &Path<'_>) {
        if names.as_ref().is_some_and(|names| names.is_repeated) {
            self.note(at, DriftKind::RepeatedName);
        }
    }

    /// The members of the object that comes next, as they are written; none if it is not one.
    pub fn look_ahead(&mut self) -> Vec<(Cow<'t, str>, &'t str)> {
        let mut cursor = self.cursor.clone();
        let (mut members, mut is_first) = (Vec::new(), true);
        if cursor.peek() == b'{' {
            cursor.open();
            while cursor.advance(&mut is_first, b'}') {
                let name = cursor.name().and_then(Quoted::text);
                let value = cursor.skip();
                members.extend(name.zip(value));
            }
        }
        members
    }

    /// Reads a value in the first of several forms that it fits. A value that another form documents is not drift.
    pub fn one_of<T>(
        &mut self,
        at: &Path<'_>,
        forms: &[fn(&mut Reader<'_>, &Path<'_>) -> Option<T>],
    ) -> Option<T> {
        let (start, noted) = (self.cursor.clone(), self.drift.len());
        let mut found: Option<(T, Vec<Drift>)> = None;
        // The drift inside of a value that fits no form.
        let mut inside = Vec::new();
        for form in forms {
            self.cursor = start.clone();
            let value = form(self, at);
            if value.is_some() && self.noted != Noted::Everything {
                return value;
            }
            let drift = self.drift.split_off(noted);
            match (value, &mut found) {
                (Some(_), Some((_, first))) if drift.is_empty() => first.clear(),
                (Some(value), None) => found = Some((value, drift)),
                (None, _) if drift.iter().any(|it| *it != at.drift(DriftKind::WrongType)) => {
                    inside = drift;
                }
                _ => {}
            }
        }
        if found.is_none() && inside.is_empty() {
            self.cursor = start;
            return self.wrong(at);
        }
        let (value, drift) = found.map_or((None, inside), |(value, drift)| (Some(value), drift));
        self.drift.extend(drift);
        value
    }
}
