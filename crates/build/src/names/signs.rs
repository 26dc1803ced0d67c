//! Words for the signs of a text that a name cannot contain.

use super::identifier::can_continue;

/// Signs and the words that replace them in a name.
const SIGNS: [(char, &str); 31] = [
    (' ', "Space"),
    ('!', "Not"),
    ('"', "Quote"),
    ('#', "Hash"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "And"),
    ('\'', "Apostrophe"),
    ('(', "Open"),
    (')', "Close"),
    ('*', "Star"),
    ('+', "Plus"),
    (',', "Comma"),
    ('-', "Dash"),
    ('.', "Dot"),
    ('/', "Slash"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('<', "Less"),
    ('=', "Equal"),
    ('>', "Greater"),
    ('?', "Question"),
    ('@', "At"),
    ('[', "OpenList"),
    ('\\', "Backslash"),
    (']', "CloseList"),
    ('^', "Caret"),
    ('`', "Backtick"),
    ('{', "OpenMap"),
    ('|', "Or"),
    ('}', "CloseMap"),
];

/// A part of a text: characters that an identifier may contain, or the word for one that it may not.
pub(super) enum Part {
    Own(char),
    Word(String),
}

pub(super) fn parts(text: &str) -> impl Iterator<Item = Part> {
    let text = if text.is_empty() { "Empty" } else { text };
    text.chars().map(|c| if can_continue(c) { Part::Own(c) } else { Part::Word(word(c)) })
}

/// The word for a sign.
pub(super) fn word(sign: char) -> String {
    match SIGNS.iter().find(|(known, _)| *known == sign) {
        Some((_, word)) => (*word).to_owned(),
        None => format!("U{:X}", u32::from(sign)),
    }
}

/// The text with its signs as words: the end of a name.
pub fn spelling(text: &str) -> String {
    parts(text)
        .map(|part| match part {
            Part::Own(c) => c.to_string(),
            Part::Word(word) => word,
        })
        .collect()
}
