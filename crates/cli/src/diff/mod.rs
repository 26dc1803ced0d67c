//! `cargo spec diff`

pub mod change;
pub mod compare;
mod markdown;
mod places;
mod rename;
mod side;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::failure::Failure;
use super::repository::{Format, OverlayChoice};
use super::{Ending, Terminal};
use change::{Change, Level};
use places::Place;
use side::Side;

/// Say what changed for users of the crate, and which release that takes
///
/// Compares two clients: of files, of git revisions, or of the working tree. The client of a revision
/// is its reviewed snapshot, so that a change of the generator is seen, too; that of a file or of the
/// working tree is generated. The verdict follows Cargo's SemVer reference.
#[derive(Debug, Args)]
pub struct Diff {
    /// A file or a git revision
    old: String,
    /// A file or a git revision; the working tree unless given
    new: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 where the verdict is graver than this
    #[arg(long, value_name = "LEVEL")]
    at_most: Option<AtMost>,
    #[command(flatten)]
    overlay: OverlayChoice,
}

/// The gravest verdict that is all right.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum AtMost {
    Patch,
    Minor,
}

/// What there is to say of two sides.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// What the sides are called.
    pub old: String,
    pub new: String,
    /// The gravest of the changes; nothing where the generated code is the same.
    pub verdict: Option<Level>,
    /// The version of the old side, and the next one that the verdict allows.
    pub next_version: Option<(String, String)>,
    pub changes: Vec<Change>,
    /// Where the fragments differ.
    pub fragment: Vec<Place>,
    /// The overlay's actions that are on one side only.
    pub overlay: Vec<Place>,
}

impl Diff {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let old = Side::named(&self.old, terminal, &self.overlay)?;
        let new = match &self.new {
            Some(name) => Side::named(name, terminal, &self.overlay)?,
            None => Side::working_tree(terminal, &self.overlay)?,
        };
        let comparison = Comparison::of(&old, &new);
        match self.format {
            Format::Text => write!(terminal.output, "{}", markdown::render(&comparison))?,
            Format::Json => super::write_json(terminal, &comparison)?,
        }
        let is_too_grave = self.at_most.is_some_and(|most| {
            let most = match most {
                AtMost::Patch => Level::Patch,
                AtMost::Minor => Level::Minor,
            };
            comparison.verdict > Some(most)
        });
        Ok(if is_too_grave { Ending::Found } else { Ending::Clean })
    }
}

impl Comparison {
    fn of(old: &Side, new: &Side) -> Self {
        let changes = compare::compare(&old.surface, &new.surface);
        let verdict = changes.iter().map(|change| change.level).max();
        // A difference that no change accounts for is one inside.
        let verdict = verdict.or((old.code != new.code).then_some(Level::Patch));
        let next = |version: &String| Some((version.clone(), next_version(version, verdict?)?));
        Self {
            old: old.label.clone(),
            new: new.label.clone(),
            verdict,
            next_version: old.version.as_ref().and_then(next),
            changes,
            fragment: places::differences(&old.spec, &new.spec),
            overlay: places::actions(&old.overlay, &new.overlay),
        }
    }
}

/// The next version after one, as Cargo counts: before 1.0 the second number is for what breaks, and
/// the third for all else.
fn next_version(version: &str, level: Level) -> Option<String> {
    let numbers = version.split('.').map(|number| number.parse::<u64>().ok());
    let numbers: Vec<u64> = numbers.collect::<Option<_>>()?;
    let &[major, minor, patch] = numbers.as_slice() else { return None };
    Some(match (major, minor, level) {
        (0, 0, Level::Major) | (0, _, Level::Minor | Level::Patch) => {
            format!("{major}.{minor}.{}", patch + 1)
        }
        (0, _, Level::Major) | (_, _, Level::Minor) => format!("{major}.{}.0", minor + 1),
        (_, _, Level::Major) => format!("{}.0.0", major + 1),
        (_, _, Level::Patch) => format!("{major}.{minor}.{}", patch + 1),
    })
}
