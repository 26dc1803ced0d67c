//! Input that is not a document: what it is, and what to do about it.

use openapi_client_build::source::diagnostic::Position;

use super::problem::Obstacle;
use super::side::Side;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::text::Text;

/// Reads upstream's document.
///
/// # Errors
///
/// - It is empty, or a web page.
/// - It breaks off.
/// - It is not readable otherwise, or not an OpenAPI document.
pub fn read(text: &Text) -> Result<Side, Failure> {
    let content = text.text.trim_start();
    if content.is_empty() {
        return Err(finding(text, 1, Obstacle::Empty).into());
    }
    if content.starts_with('<') {
        return Err(finding(text, 1, Obstacle::WebPage).into());
    }
    let last = text.text.trim_end().lines().count();
    let is_open = content.starts_with('{') && !content.trim_end().ends_with('}');
    Side::load(text).map_err(|failure| match failure {
        Failure::Findings(mut findings) if is_open || findings.iter().any(stops_at_the_end) => {
            findings.insert(0, finding(text, last, Obstacle::BreaksOff));
            Failure::Findings(findings)
        }
        other => other,
    })
}

/// What may be the reason why something is missing: the last line is not a whole one.
pub fn may_break_off(text: &str) -> Option<Obstacle> {
    (!text.ends_with('\n') && !text.trim_end().ends_with('}')).then_some(Obstacle::BreaksOff)
}

/// True if the reader of YAML waited for more.
fn stops_at_the_end(found: &Finding) -> bool {
    const WAITS: [&str; 3] = ["end of stream", "did not find expected", "EOF"];
    found.check == "load" && WAITS.iter().any(|words| found.message.contains(words))
}

fn finding(text: &Text, line: usize, obstacle: Obstacle) -> Finding {
    let (message, help) = obstacle.texts();
    let position = Position { line, column: 1 };
    Finding::new("import", message, (&text.name, Some(position)), help)
}
