//! JSON Pointers (RFC 6901): how the generator names a place in a document.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::{self, Write};

use serde_json::Value;

/// A place in a document, in the text form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pointer(String);

/// Spare capacity for a step or two, so that a longer pointer needs one allocation.
const ROOM: usize = 24;

impl Pointer {
    /// The pointer to the whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// Parses the text form, with or without the `#` of a `$ref`. `None` if it is not a pointer.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('#').unwrap_or(text);
        match (text.strip_prefix('/'), text.contains('~')) {
            (None, _) => text.is_empty().then(Self::root),
            (Some(_), false) => Some(Self(text.to_owned())),
            (Some(tokens), true) => Some(Self::root().join_all(tokens.split('/').map(unescape))),
        }
    }

    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place one step further in.
    pub fn join(&self, token: impl fmt::Display) -> Self {
        self.join_all([token])
    }

    /// The place some steps further in.
    pub fn join_all<T: fmt::Display>(&self, tokens: impl IntoIterator<Item = T>) -> Self {
        let mut text = String::with_capacity(self.0.len() + ROOM);
        text.push_str(&self.0);
        tokens.into_iter().fold(Self(text), Self::then)
    }

    /// Appends a token, reusing this pointer's buffer.
    pub fn then(mut self, token: impl fmt::Display) -> Self {
        self.0.push('/');
        // Writing to a string does not fail.
        let _ = write!(Escape(&mut self.0), "{token}");
        self
    }

    /// The value at this place of a document.
    pub fn get<'a>(&self, root: &'a Value) -> Option<&'a Value> {
        // `Value::pointer` does the same, and makes two copies of each step.
        self.steps().try_fold(root, |value, step| match value {
            Value::Object(members) => members.get(&*step),
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// Mutable variant of [`Self::get`].
    pub fn get_mut<'a>(&self, root: &'a mut Value) -> Option<&'a mut Value> {
        self.steps().try_fold(root, |value, step| match value {
            Value::Object(members) => members.get_mut(&*step),
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The unescaped steps.
    pub fn tokens(&self) -> Vec<Cow<'_, str>> {
        self.steps().collect()
    }

    fn steps(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let is_plain = !self.0.contains('~');
        let step = move |token| if is_plain { Cow::Borrowed(token) } else { unescape(token) };
        self.0.split('/').skip(1).map(step)
    }

    /// The number of steps from the root.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// True if this place is `other`, or inside of it.
    pub fn is_within(&self, other: &Self) -> bool {
        let inside = self.0.strip_prefix(&other.0);
        inside.is_some_and(|inside| inside.is_empty() || inside.starts_with('/'))
    }

    /// This place moved from `from` to `to`; `None` if it is not inside of `from`.
    pub fn rebased(&self, from: &Self, to: &Self) -> Option<Self> {
        let inside = self.0.strip_prefix(&from.0).filter(|_| self.is_within(from))?;
        Some(Self(format!("{}{inside}", to.0)))
    }

    /// The last step.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.0.rsplit_once('/').map(|(_, last)| unescape(last))
    }

    /// The place one step further out.
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(outer, _)| Self(outer.to_owned()))
    }
}

/// Compares step by step, so that a place sorts right before the places inside of it.
impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |byte: u8| (byte != b'/', byte);
        self.0.bytes().map(key).cmp(other.0.bytes().map(key))
    }
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    let Some((plain, escaped)) = token.split_once('~') else { return token.into() };
    // Character by character: `str::replace` costs more for such short texts.
    let mut text = plain.to_owned();
    for part in escaped.split('~') {
        let (sign, rest) = match part.strip_prefix('1') {
            Some(rest) => ('/', rest),
            None => ('~', part.strip_prefix('0').unwrap_or(part)),
        };
        text.push(sign);
        text.push_str(rest);
    }
    text.into()
}

/// Writes a step into the text form.
struct Escape<'a>(&'a mut String);

impl Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !text.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            self.0.push_str(text);
            return Ok(());
        }
        for sign in text.chars() {
            match sign {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
        Ok(())
    }
}
