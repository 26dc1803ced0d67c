//! Writes the fragment in the style of the original file: two spaces, items under their key, and descriptions
//! folded at a hundred characters.

use std::collections::BTreeMap;

use super::plain;
use super::tree::{self, Tree};
use openapi_client_build::source::diagnostic::Position;
use openapi_client_build::source::pointer::Pointer;

/// The width that descriptions are folded to.
const WIDTH: usize = 100;

/// Members that contain prose.
const PROSE: [&str; 2] = ["description", "summary"];

/// A text, and the position of each place in it.
#[derive(Debug)]
pub struct Written {
    pub text: String,
    pub places: BTreeMap<Pointer, Position>,
}

/// Writes a tree after a comment.
pub fn write(head: &str, tree: &Tree) -> Written {
    let written = Written { text: head.to_owned(), places: BTreeMap::new() };
    let mut writer = Writer { written, line: head.matches('\n').count() + 1 };
    match tree {
        Tree::Mapping(members) if !members.is_empty() => {
            writer.members(tree, 0, false, &Pointer::root());
        }
        _ => {
            writer.push(&scalar(tree));
            writer.push("\n");
        }
    }
    writer.written
}

struct Writer {
    written: Written,
    line: usize,
}

impl Writer {
    /// The members, one on each line; the first continues the current line if `is_started`.
    fn members(&mut self, tree: &Tree, indent: usize, mut is_started: bool, at: &Pointer) {
        for (key, member) in tree::members(Some(tree)) {
            if !is_started {
                self.indent(indent);
            }
            is_started = false;
            let at = at.join(key);
            self.mark(&at, indent);
            self.push(&one_line(key));
            self.push(":");
            let is_prose = PROSE.contains(&key);
            match member {
                Tree::Mapping(members) if !members.is_empty() => {
                    self.push("\n");
                    self.members(member, indent + 2, false, &at);
                }
                Tree::Sequence(items) if !items.is_empty() => {
                    self.push("\n");
                    self.items(items, indent + 2, false, &at);
                }
                _ => {
                    self.push(" ");
                    self.scalar(member, indent, is_prose);
                }
            }
        }
    }

    fn items(&mut self, items: &[Tree], indent: usize, mut is_started: bool, at: &Pointer) {
        for (index, item) in items.iter().enumerate() {
            if !is_started {
                self.indent(indent);
            }
            is_started = false;
            let at = at.join(index);
            self.push("- ");
            self.mark(&at, indent + 2);
            match item {
                Tree::Mapping(members) if !members.is_empty() => {
                    self.members(item, indent + 2, true, &at);
                }
                Tree::Sequence(items) if !items.is_empty() => {
                    self.items(items, indent + 2, true, &at);
                }
                _ => self.scalar(item, indent, false),
            }
        }
    }

    /// A scalar, or an empty mapping or list, up to the end of its last line.
    fn scalar(&mut self, value: &Tree, indent: usize, is_prose: bool) {
        let written = scalar(value);
        let before = self.written.text.rsplit('\n').next().unwrap_or_default().chars().count();
        let is_long = before + written.chars().count() > WIDTH;
        let folded = value.as_str().filter(|_| is_prose && is_long && !written.starts_with('"'));
        let folded = folded.and_then(|prose| fold(prose, WIDTH.saturating_sub(indent + 2)));
        if let Some(lines) = folded {
            self.push(">-\n");
            for line in lines {
                self.indent(indent + 2);
                self.push(&line);
                self.push("\n");
            }
            return;
        }
        let mut lines = written.split('\n');
        self.push(lines.next().unwrap_or_default());
        self.push("\n");
        for line in lines {
            // A line of a block scalar, which has been indented by two.
            let line = line.strip_prefix("  ").unwrap_or(line);
            if !line.is_empty() {
                self.indent(indent + 2);
                self.push(line);
            }
            self.push("\n");
        }
    }

    fn indent(&mut self, by: usize) {
        self.push(&" ".repeat(by));
    }

    fn push(&mut self, text: &str) {
        self.line += text.matches('\n').count();
        self.written.text.push_str(text);
    }

    fn mark(&mut self, at: &Pointer, indent: usize) {
        let position = Position { line: self.line, column: indent + 1 };
        self.written.places.insert(at.clone(), position);
    }
}

/// A scalar as `yaml_serde` writes it: plain if possible, otherwise in quotes, and as a block if it has several
/// lines. Without a line end.
fn scalar(value: &Tree) -> String {
    let Ok(written) = serde_yaml::to_string(value) else {
        return quoted(value.as_str().unwrap_or_default());
    };
    let written = written.strip_suffix('\n').unwrap_or(&written);
    let is_block = written.starts_with('|');
    let other_breaks = ['\r', '\u{85}', '\u{2028}', '\u{2029}'];
    match value.as_str() {
        Some(text) if text.contains(other_breaks) || (written.contains('\n') && !is_block) => {
            quoted(text)
        }
        Some(text) if text == written && plain::is_ambiguous(text) => format!("'{text}'"),
        _ => written.to_owned(),
    }
}

/// A key: a scalar on one line.
fn one_line(key: &str) -> String {
    let written = scalar(&Tree::String(key.to_owned()));
    if written.contains('\n') { quoted(key) } else { written }
}

/// In double quotes, on one line.
fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}' => {
                written.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c if c.is_control() => written.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// The text in lines that a folded block joins again; `None` if it would join them differently.
fn fold(text: &str, width: usize) -> Option<Vec<String>> {
    if text.contains(['\n', '\t']) || text.trim() != text {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    for word in words(text) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    // A single word that is too long would not fit either.
    let helps = lines.iter().any(|line| line.chars().count() <= width);
    helps.then_some(lines)
}

/// The words between single spaces; a line must not end at several spaces.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for part in text.split(' ') {
        match words.last_mut() {
            Some(word) if is_open || part.is_empty() => {
                word.push(' ');
                word.push_str(part);
                is_open = part.is_empty();
            }
            _ => words.push(part.to_owned()),
        }
    }
    words
}
