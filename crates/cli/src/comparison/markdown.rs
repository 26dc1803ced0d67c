//! The comparison as a reviewer reads it in a pull request.

use std::fmt::Write;

use super::change::{Change, Level};
use super::differences::{Difference, What};
use super::names_only::{Keeping, Way};
use super::summary::Comparison;

/// Most places of a document that are listed; the rest is counted.
const MOST_PLACES: usize = 40;

/// Longest documentation that is shown in full.
const LONGEST: usize = 100;

impl Comparison {
    /// The comparison as Markdown, for a comment or a summary.
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = write(&mut text, self);
        text
    }
}

fn write(text: &mut String, comparison: &Comparison) -> std::fmt::Result {
    let Comparison { old, new, verdict, changes, document, overlay, .. } = comparison;
    match verdict {
        Some(level) => writeln!(text, "## Client: {}\n", level.name())?,
        None => writeln!(text, "## Client: unchanged\n")?,
    }
    writeln!(text, "{old} → {new}: {}\n", summary(comparison))?;
    let (words, changes): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| change.what == "documentation");
    if !changes.is_empty() {
        writeln!(text, "| | | before | after | why |\n|---|---|---|---|---|")?;
        for change in &changes {
            row(text, change)?;
        }
        writeln!(text)?;
    }
    keeping(text, comparison)?;
    if !words.is_empty() {
        let title = format!("Documentation ({})", places(words.len()));
        details(text, &title, words.iter().map(|change| words_of(change)))?;
    }
    for (name, differences) in [("document", document), ("overlay", overlay)] {
        let (words, structure): (Vec<&Difference>, Vec<&Difference>) =
            differences.iter().partition(|difference| difference.is_words);
        let count = match (structure.len(), words.len()) {
            (0, 0) => continue,
            (n, 0) => places(n),
            (0, n) => format!("{}, words only", places(n)),
            (n, m) => format!("{} and {} with words only", places(n), places(m)),
        };
        let title = format!("Where the {name} differs ({count})");
        details(text, &title, structure.into_iter().chain(words).map(line_of))?;
    }
    Ok(())
}

/// The summary: the number of changes of each level, and the next version.
fn summary(comparison: &Comparison) -> String {
    let mut counts: Vec<String> = Vec::new();
    for level in [Level::Major, Level::Minor, Level::Patch] {
        let count = comparison.changes.iter().filter(|change| change.level == level).count();
        if count > 0 {
            counts.push(format!("{count} {}", level.name()));
        }
    }
    match (&comparison.next_version, comparison.verdict) {
        (_, None) if comparison.document.is_empty() && comparison.overlay.is_empty() => {
            "nothing differs.".to_owned()
        }
        (_, None) => "the generated client is the same, byte for byte.".to_owned(),
        (Some((from, to)), _) => {
            format!("{}. After {from} this is {to}.", counts.join(", "))
        }
        (None, _) => format!("{}.", counts.join(", ")),
    }
}

fn row(text: &mut String, change: &Change) -> std::fmt::Result {
    let cell = |code: &Option<String>| match code.as_deref() {
        None | Some("") => String::new(),
        Some(code) => format!("`{}`", code.replace('|', "\\|")),
    };
    let level = match change.level {
        Level::Major => "**major**",
        level => level.name(),
    };
    let why = match &change.kept {
        Some(kept) => format!("{}; only a name: {kept}", change.why),
        None => change.why.to_owned(),
    };
    writeln!(
        text,
        "| {level} | `{}`<br>{} | {} | {} | {why} |",
        change.subject,
        change.what,
        cell(&change.old),
        cell(&change.new),
    )
}

/// How to keep the names that would be lost although nothing else is.
fn keeping(text: &mut String, comparison: &Comparison) -> std::fmt::Result {
    let Comparison { old, names, changes, .. } = comparison;
    if names.is_empty() {
        return Ok(());
    }
    let major = changes.iter().filter(|change| change.level == Level::Major).count();
    let only = changes.iter().filter(|change| change.kept.is_some()).count();
    writeln!(text, "{only} of {major} major changes lose only a name. To keep it:\n")?;
    let actions: Vec<&String> = names
        .iter()
        .filter_map(|keeping| match &keeping.way {
            Way::Action(action) => Some(action),
            _ => None,
        })
        .collect();
    if !actions.is_empty() {
        writeln!(text, "- add to the overlay:\n\n  ```yaml")?;
        for line in actions.iter().flat_map(|action| action.lines()) {
            writeln!(text, "  {line}")?;
        }
        writeln!(text, "  ```\n")?;
    }
    for Keeping { old, way, .. } in names {
        if let Way::Line { record, place } = way {
            writeln!(text, "- put `{place}` on the line of `{old}` in {record}")?;
        }
    }
    if names.iter().any(|keeping| keeping.way == Way::Record) {
        writeln!(
            text,
            "- keep a record of the types, by which a type keeps its name while others grow: name a file in the \
             manifest, `types = \"types.txt\"`, and write it with `cargo spec types --write` at {old}"
        )?;
    }
    writeln!(text)
}

/// Documentation before and after, shortened to a line.
fn words_of(change: &Change) -> String {
    let line = |words: &Option<String>| {
        let words = words.as_deref().unwrap_or_default().replace('\n', " ");
        match words.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("“{}…”", words.get(..end).unwrap_or_default()),
            None => format!("“{words}”"),
        }
    };
    format!("`{}`: {} → {}", change.subject, line(&change.old), line(&change.new))
}

fn places(count: usize) -> String {
    if count == 1 { "1 place".to_owned() } else { format!("{count} places") }
}

fn line_of(difference: &Difference) -> String {
    let verb = match difference.what {
        What::Added => "added",
        What::Removed => "removed",
        What::Changed => "changed",
    };
    let values = match (&difference.old, &difference.new) {
        (Some(old), Some(new)) => format!(": `{old}` → `{new}`"),
        (Some(value), None) | (None, Some(value)) if difference.what != What::Changed => {
            format!(": `{value}`")
        }
        _ => String::new(),
    };
    format!("{verb} `{}`{values}", difference.place)
}

fn details(
    text: &mut String,
    title: &str,
    lines: impl Iterator<Item = String>,
) -> std::fmt::Result {
    writeln!(text, "<details><summary>{title}</summary>\n")?;
    let mut left = 0;
    for (index, line) in lines.enumerate() {
        if index < MOST_PLACES {
            writeln!(text, "- {line}")?;
        } else {
            left += 1;
        }
    }
    if left > 0 {
        writeln!(text, "- and {left} more")?;
    }
    writeln!(text, "\n</details>\n")
}
