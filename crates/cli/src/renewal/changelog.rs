//! The lines that a renewal adds to the changelog.

use openapi_client_build::source::diagnostic::Position;

use crate::comparison::change::{Change, Level};
use crate::finding::Finding;
use crate::text::Text;

/// Most lines that are proposed.
const MOST_LINES: usize = 12;

/// The lines to write into the changelog for changes that it does not name yet; `None` if it names all.
pub fn entry(changelog: &Text, changes: &[Change]) -> Option<Finding> {
    let mut sections =
        changelog.text.lines().enumerate().skip_while(|(_, line)| !line.starts_with("## "));
    let (heading, title) = sections.next().unwrap_or((0, ""));
    let is_of_section = |(_, line): &(usize, &str)| !line.starts_with("## ");
    let section: String = sections.take_while(is_of_section).map(|(_, line)| line).collect();
    let is_news =
        |change: &&Change| change.level > Level::Patch && !section.contains(&change.subject);
    let news: Vec<&Change> = changes.iter().filter(is_news).collect();
    if news.is_empty() {
        return None;
    }
    let mut lines: Vec<String> = news.iter().take(MOST_LINES).map(|change| line(change)).collect();
    if news.len() > MOST_LINES {
        lines.push(format!("- … and {} more: `cargo spec diff HEAD`", news.len() - MOST_LINES));
    }
    let position = Some(Position { line: heading + 1, column: 1 });
    let message = match title {
        "" => "the changelog does not mention the change".to_owned(),
        title => format!("the changelog does not mention the change under `{title}`"),
    };
    let help = "describe what it means for users";
    let finding = Finding::new("changelog", message, (&changelog.name, position), help);
    Some(Finding { write: lines.join("\n"), ..finding })
}

fn line(change: &Change) -> String {
    let Change { level, subject, what, old, new, .. } = change;
    let quoted = |text: &Option<String>| {
        text.as_ref().filter(|it| !it.is_empty()).map(|it| format!("`{it}`"))
    };
    let types = match (quoted(old), quoted(new)) {
        (Some(old), Some(new)) => format!(", {old} → {new}"),
        (None, Some(new)) => format!(", {new}"),
        _ => String::new(),
    };
    let breaks = if *level == Level::Major { "**Breaking:** " } else { "" };
    format!("- {breaks}`{subject}`: {what}{types}.")
}
