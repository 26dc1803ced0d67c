//! What came of all documents, in a table, and below it what was wrong.

use super::attempt::Attempt;
use crate::failure::Failure;
use crate::surface::Surface;
use crate::terminal::Terminal;

/// More of what the compiler said helps nobody.
const MOST_LINES: usize = 30;

/// Prints the attempts.
pub fn print(terminal: &mut Terminal<'_>, attempts: &[Attempt]) -> Result<(), Failure> {
    let heads = ["document", "generated", "compiled", "lines", "types", "losses", "seconds"];
    let rows: Vec<[String; 7]> = attempts.iter().map(row).collect();
    writeln!(terminal.output, "| {} |", heads.join(" | "))?;
    writeln!(terminal.output, "|---|---|---|--:|--:|--:|--:|")?;
    for row in &rows {
        writeln!(terminal.output, "| {} |", row.join(" | "))?;
    }
    let generated = attempts.iter().filter(|attempt| attempt.client.is_ok()).count();
    let good = attempts.iter().filter(|attempt| attempt.is_good()).count();
    let all = attempts.len();
    writeln!(terminal.output, "\n{generated} of {all} generated, {good} of them compiled")?;
    for attempt in attempts {
        if let Err(failure) = &attempt.client {
            writeln!(terminal.output, "\n## {}\n\n{failure}", attempt.file)?;
        }
        if let Some(errors) = &attempt.errors {
            // What Cargo was told, and warnings, come first.
            let is_note =
                |line: &&str| !line.starts_with("error[") && !line.starts_with("error: unexpected");
            let lines: Vec<&str> = errors.lines().skip_while(is_note).take(MOST_LINES).collect();
            writeln!(terminal.output, "\n## {}\n\n{}", attempt.file, lines.join("\n"))?;
        }
    }
    Ok(())
}

fn row(attempt: &Attempt) -> [String; 7] {
    let name = attempt.file.rsplit('/').next().unwrap_or(&attempt.file).to_owned();
    let seconds = format!("{:.1}", attempt.took.as_secs_f64());
    match &attempt.client {
        Err(_) => [name, "no".into(), "".into(), "".into(), "".into(), "".into(), seconds],
        Ok(client) => [
            name,
            "yes".into(),
            if attempt.errors.is_none() { "yes" } else { "no" }.into(),
            client.code.lines().count().to_string(),
            Surface::of_client(client).types.len().to_string(),
            attempt.losses.len().to_string(),
            seconds,
        ],
    }
}
