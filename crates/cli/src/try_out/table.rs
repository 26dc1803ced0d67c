//! The results in a table, and below it the errors and losses.

use std::collections::BTreeMap;

use super::attempt::Attempt;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::surface::Surface;
use crate::terminal::Terminal;

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
            writeln!(terminal.output, "\n## {}\n\n{errors}", attempt.file)?;
        }
        // If losses are denied, they are the failure.
        if attempt.client.is_ok() && !attempt.losses.is_empty() {
            writeln!(terminal.output, "\n## {}: losses\n", attempt.file)?;
            print_losses(terminal, &attempt.losses)?;
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

/// Each loss once, with all its places.
fn print_losses(terminal: &mut Terminal<'_>, losses: &[Finding]) -> Result<(), Failure> {
    let mut places: BTreeMap<(&str, &str), Vec<&Finding>> = BTreeMap::new();
    for loss in losses {
        places.entry((&loss.message, &loss.help)).or_default().push(loss);
    }
    for ((message, help), places) in places {
        let times =
            if places.len() > 1 { format!(" ({} times)", places.len()) } else { String::new() };
        writeln!(terminal.output, "- {message}{times}; help: {help}")?;
        for Finding { file, line, column, pointer, .. } in places {
            let position = line.zip(*column).map(|(line, column)| format!(":{line}:{column}"));
            writeln!(terminal.output, "  - {file}{} at {pointer}", position.unwrap_or_default())?;
        }
    }
    Ok(())
}
