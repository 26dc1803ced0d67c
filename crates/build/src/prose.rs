//! Documentation as prose: sentences about one thing are one paragraph.

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

/// True if the last paragraph is prose, and ends as a sentence does.
fn ends_sentence(words: &str) -> bool {
    let last = words.rsplit("\n\n").next().unwrap_or_default();
    is_prose(last) && last.trim_end_matches([')', '"', '”']).ends_with(['.', '!', '?', '…', '。'])
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
