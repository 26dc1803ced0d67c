//! JSON text, token by token: the bounds of tokens, not their meaning.

use std::borrow::Cow;

use super::lengths::{blank_length, plain_length};

/// More values than any answer has. The few bytes of an empty object become hundreds in memory, so the
/// length alone does not bound what an answer costs.
const MOST_VALUES: usize = 50_000;

/// More objects than any answer has.
const MOST_OBJECTS: usize = 5_000;

/// A place in a JSON text. After a fault the cursor is at the end of the text, where no token begins, so that the
/// reader need not check each step.
#[derive(Clone)]
pub struct Cursor<'t> {
    text: &'t str,
    at: usize,
    values: usize,
    objects: usize,
    fault: Option<Fault>,
}

/// Why a text is not read any further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON.
    NotJson,
    /// It has more objects or values than are read.
    TooComplex,
}

/// A string as it is written, without its quotes.
#[derive(Clone, Copy)]
pub struct Quoted<'t> {
    pub written: &'t str,
    has_escapes: bool,
}

impl<'t> Quoted<'t> {
    /// The text; `None` if it has half a surrogate in it.
    #[inline]
    pub fn text(self) -> Option<Cow<'t, str>> {
        if self.has_escapes {
            self.unescaped().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(self.written))
        }
    }

    fn unescaped(self) -> Option<String> {
        serde_json::from_str(&format!("\"{}\"", self.written)).ok()
    }
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str) -> Self {
        Self::from(text, 0)
    }

    /// A cursor at a place where another was.
    pub fn from(text: &'t str, at: usize) -> Self {
        Self { text, at, values: 0, objects: 0, fault: None }
    }

    /// The place in the text, in bytes.
    #[inline]
    pub fn at(&self) -> usize {
        self.at
    }

    pub fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// The text that has not been read.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Ends the reading.
    #[cold]
    fn fail<T>(&mut self, fault: Fault) -> Option<T> {
        self.fault = self.fault.or(Some(fault));
        self.at = self.text.len();
        None
    }

    #[inline]
    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The byte that comes next; 0, which no token has, at the end.
    #[inline]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The first byte of the next token; 0 at the end.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        match self.byte() {
            b' ' | b'\n' | b'\r' | b'\t' => self.peek_after_space(),
            byte => byte,
        }
    }

    fn peek_after_space(&mut self) -> u8 {
        loop {
            match self.byte() {
                b' ' => self.at += blank_length(self.bytes()),
                b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return byte,
            }
        }
    }

    /// Goes past a string. Most of an answer is strings, and few have escapes.
    #[inline(always)]
    pub fn string(&mut self) -> Option<Quoted<'t>> {
        let Some((b'"', inside)) = self.bytes().split_first() else {
            return self.fail(Fault::NotJson);
        };
        let (start, length) = (self.at + 1, plain_length(inside));
        self.at = start + length;
        if inside.get(length) != Some(&b'"') {
            return self.string_with_escapes(start);
        }
        let written = self.text.get(start..self.at)?;
        self.at += 1;
        Some(Quoted { written, has_escapes: false })
    }

    /// Goes past the rest of a string, from what is not plain in it.
    fn string_with_escapes(&mut self, start: usize) -> Option<Quoted<'t>> {
        while self.byte() == b'\\' {
            self.escape()?;
            self.at += plain_length(self.bytes());
        }
        if self.byte() != b'"' {
            return self.fail(Fault::NotJson);
        }
        let written = self.text.get(start..self.at)?;
        self.at += 1;
        Some(Quoted { written, has_escapes: true })
    }

    fn escape(&mut self) -> Option<()> {
        let (length, is_sound) = match self.bytes() {
            [_, b'u', digits @ ..] => (
                6,
                matches!(digits.first_chunk::<4>(), Some(digits)
                if digits.iter().all(u8::is_ascii_hexdigit)),
            ),
            [_, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => (2, true),
            _ => (0, false),
        };
        if !is_sound {
            return self.fail(Fault::NotJson);
        }
        self.at += length;
        Some(())
    }

    /// Goes past a number.
    pub fn number(&mut self) -> Option<&'t str> {
        let start = self.at;
        if self.byte() == b'-' {
            self.at += 1;
        }
        let mut is_sound = match self.byte() {
            b'0' => {
                self.at += 1;
                true
            }
            _ => self.digits(),
        };
        if self.byte() == b'.' {
            self.at += 1;
            is_sound &= self.digits();
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.at += 1;
            }
            is_sound &= self.digits();
        }
        if is_sound && self.is_word_end() {
            return self.text.get(start..self.at);
        }
        self.fail(Fault::NotJson)
    }

    /// Goes past digits. True if there are any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        self.at > start
    }

    /// Goes past a word of JSON: `true`, `false` or `null`.
    pub fn word(&mut self, word: &str) -> Option<()> {
        if self.bytes().starts_with(word.as_bytes()) {
            self.at += word.len();
            if self.is_word_end() {
                return Some(());
            }
        }
        self.fail(Fault::NotJson)
    }

    /// True if a number or a word ends here.
    fn is_word_end(&self) -> bool {
        self.bytes().first().is_none_or(|byte| b" \n\r\t,:[]{}\"".contains(byte))
    }

    /// Goes past the bracket that opens an object or a list.
    #[inline]
    pub fn open(&mut self) {
        self.objects += usize::from(self.byte() == b'{');
        self.at += 1;
        self.count();
    }

    #[inline]
    fn count(&mut self) {
        self.values += 1;
        if self.values > MOST_VALUES || self.objects > MOST_OBJECTS {
            self.fail::<()>(Fault::TooComplex);
        }
    }

    /// Goes on to the next member or item: past a comma unless it is the first. False, and past the bracket
    /// that closes, if there is none.
    #[inline]
    pub fn advance(&mut self, is_first: &mut bool, closing: u8) -> bool {
        let byte = self.peek();
        let was_first = std::mem::take(is_first);
        if byte == closing {
            self.at += 1;
            return false;
        }
        if !was_first {
            self.at += 1;
            self.count();
            // The bracket must not come after a comma.
            if byte != b',' || self.peek() == closing {
                self.fail::<()>(Fault::NotJson);
            }
        }
        self.fault.is_none()
    }

    /// Goes past the name of a member and the colon.
    #[inline(always)]
    pub fn name(&mut self) -> Option<Quoted<'t>> {
        self.peek();
        let name = self.string()?;
        if self.peek() != b':' {
            return self.fail(Fault::NotJson);
        }
        self.at += 1;
        Some(name)
    }

    /// Skips a value of any depth, and returns its text.
    pub fn skip(&mut self) -> Option<&'t str> {
        let first = self.peek();
        let start = self.at;
        // The closing brackets of the open lists and objects. Scalars allocate nothing.
        let mut open = Vec::new();
        let mut is_first = self.skip_one(first, &mut open)?;
        while let Some(&closing) = open.last() {
            if !self.advance(&mut is_first, closing) {
                open.pop();
                continue;
            }
            if closing == b'}' {
                self.name()?;
            }
            let next = self.peek();
            is_first = self.skip_one(next, &mut open)?;
        }
        if self.fault.is_some() { None } else { self.text.get(start..self.at) }
    }

    /// Goes past a scalar, or the bracket that opens anything else; true in that case.
    fn skip_one(&mut self, first: u8, open: &mut Vec<u8>) -> Option<bool> {
        match first {
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'"' => return self.string().map(|_| false),
            b't' => return self.word("true").map(|()| false),
            b'f' => return self.word("false").map(|()| false),
            b'n' => return self.word("null").map(|()| false),
            _ => return self.number().map(|_| false),
        }
        self.open();
        Some(true)
    }
}
