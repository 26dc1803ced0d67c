//! Rewrites the reviewed files, and runs the commands that renew the package's own records.

use std::fs;

use openapi_client_build::Generated;

use crate::cargo;
use crate::failure::Failure;
use crate::outline;
use crate::package::Package;

/// The lines of a command's output that say why it failed, and how many of them are shown.
const TELLING: [&str; 3] = ["FAILED", "error", "panicked"];
const MOST_LINES: usize = 12;

/// The result of a command of the manifest.
pub struct Recorded {
    pub command: String,
    /// Why it failed, if it did.
    pub failure: Option<String>,
}

/// Writes the client, its outline and the record of its types where the manifest has them, and gives the names
/// of those that have changed. The header of a snapshot stays.
///
/// # Errors
///
/// - A file cannot be written.
pub fn write_reviewed(package: &Package, client: &Generated) -> Result<Vec<String>, Failure> {
    let settings = &package.settings;
    let outline = outline::of(client);
    let files = [
        (&settings.client, client.code.as_str()),
        (&settings.outline, outline.as_str()),
        (&settings.types, client.types.as_str()),
    ];
    let mut changed = Vec::new();
    for (name, text) in files {
        let Some(name) = name else { continue };
        let before = package.read(name).map(|file| file.with_unix_line_ends());
        let header = match &before {
            Ok(before) => {
                before.text.strip_suffix(before.reviewed()).unwrap_or_default().to_owned()
            }
            Err(_) => String::new(),
        };
        let text = format!("{header}{}\n", text.trim_end());
        if before.is_ok_and(|before| before.text.trim_end() == text.trim_end()) {
            continue;
        }
        fs::write(package.root.join(name), text).map_err(|error| Failure::of_file(name, &error))?;
        changed.push(name.clone());
    }
    Ok(changed)
}

/// Runs the commands of the manifest that put on record what depends on the compiled client, each whatever has
/// become of the one before it.
pub fn record(package: &Package) -> Vec<Recorded> {
    let run = |line: &String| Recorded { command: line.clone(), failure: failure(package, line) };
    package.settings.record.iter().map(run).collect()
}

/// Runs a command, which may start with `NAME=value`.
fn failure(package: &Package, line: &str) -> Option<String> {
    let mut words = line.split_whitespace().peekable();
    let mut variables = Vec::new();
    while let Some((name, value)) = words.peek().and_then(|word| word.split_once('=')) {
        variables.push((name, value));
        words.next();
    }
    let program = words.next()?;
    let mut command = match program {
        "cargo" => cargo::command(&package.root),
        other => {
            let mut command = std::process::Command::new(other);
            command.current_dir(&package.root);
            cargo::without_package(&mut command);
            command
        }
    };
    let ran = match command.args(words).envs(variables).output() {
        Ok(ran) if ran.status.success() => return None,
        Ok(ran) => ran,
        Err(error) => return Some(error.to_string()),
    };
    let printed = [ran.stdout, ran.stderr].concat();
    let printed = String::from_utf8_lossy(&printed);
    let is_telling = |line: &&str| TELLING.iter().any(|word| line.contains(word));
    let telling: Vec<&str> = printed.lines().filter(is_telling).take(MOST_LINES).collect();
    Some([&[ran.status.to_string().as_str()], telling.as_slice()].concat().join("\n"))
}
