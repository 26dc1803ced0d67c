//! Documentation as prose: sentences about one thing are one paragraph.

/// Signs that may follow the end of a sentence.
const CLOSING: [char; 3] = [')', '"', '”'];

/// Joins sentences. One that follows a whole sentence continues its paragraph; one that follows a list, code or
/// unpunctuated words, or is not prose itself, starts another.
pub fn join(sentences: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut all = String::new();
    for sentence in sentences {
        let sentence = sentence.as_ref().trim_end();
        all.push_str(match all.is_empty() || sentence.is_empty() {
            true => "",
            false if ends_sentence(&all) && is_prose(sentence) => " ",
            false => "\n\n",
        });
        all.push_str(sentence);
    }
    all
}

/// The documentation of a thing: sentences about it, and a paragraph that says if it is deprecated.
pub fn document(sentences: impl IntoIterator<Item = String>, is_deprecated: bool) -> String {
    let words = join(sentences);
    match is_deprecated {
        true if words.is_empty() => "Deprecated.".to_owned(),
        true => format!("{words}\n\nDeprecated."),
        false => words,
    }
}

/// Documentation in one line, for an item of a list. A paragraph without an end gets a full stop.
pub fn line(words: &str) -> String {
    let mut line = String::new();
    for paragraph in words.split("\n\n").filter(|it| !it.trim().is_empty()) {
        let end = line.trim_end_matches(CLOSING);
        if end.ends_with(|c: char| c.is_alphanumeric() || c == '`') {
            line.push('.');
        }
        for word in paragraph.split_whitespace() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    line
}

/// True if the last paragraph is prose, and ends as a sentence does.
fn ends_sentence(words: &str) -> bool {
    let last = words.rsplit("\n\n").next().unwrap_or_default();
    is_prose(last) && last.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', '。'])
}

/// True if each line starts as prose does, so that none is an item of a list, code, a heading or blank.
fn is_prose(paragraph: &str) -> bool {
    paragraph.lines().all(|line| {
        let is_start = |c: char| c.is_alphanumeric() || matches!(c, '`' | '"' | '“' | '\'' | '(');
        let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = after_number.len() < line.len() && after_number.starts_with(['.', ')']);
        line.starts_with(is_start) && !line.starts_with("```") && !is_numbered
    })
}
