//! The result of a comparison: the differences, and the release that they require.

use semver::Version;
use serde::Serialize;

use super::change::{Change, Level};
use super::compare;
use super::differences::{self, Difference};
use super::names_only::{self, Keeping};
use super::side::Side;

/// The result of a comparison.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// The names of the sides.
    pub old: String,
    pub new: String,
    /// The highest level of the changes; `None` if the generated code is the same.
    pub verdict: Option<Level>,
    /// The version of the old side, and the next one that the verdict allows.
    pub next_version: Option<(String, String)>,
    pub changes: Vec<Change>,
    /// The names that would be lost although nothing else is, and how to keep them.
    pub names: Vec<Keeping>,
    /// The differences between the documents.
    pub document: Vec<Difference>,
    /// The overlay's actions that are on one side only.
    pub overlay: Vec<Difference>,
}

impl Comparison {
    /// Compares two sides.
    pub fn of(old: &Side, new: &Side) -> Self {
        let mut changes = compare::compare(&old.surface, &new.surface);
        let names = names_only::mark(&mut changes, &old.surface, &new.surface, &new.sources);
        let verdict = changes.iter().map(|change| change.level).max();
        // A difference that no change explains is inside of functions.
        let verdict = verdict.or((old.code != new.code).then_some(Level::Patch));
        let next = |version: &Version| {
            Some((version.to_string(), next_version(version, verdict?)?.to_string()))
        };
        Self {
            old: old.label.clone(),
            new: new.label.clone(),
            verdict,
            next_version: old.version.as_ref().and_then(next),
            changes,
            names,
            document: differences::of_documents(&old.document, &new.document),
            overlay: differences::of_overlays(&old.overlay, &new.overlay),
        }
    }
}

/// The next version, as Cargo counts: before 1.0 a breaking change increments the second number, and any other
/// the third. `None` after a pre-release, for which SemVer promises nothing.
pub fn next_version(version: &Version, level: Level) -> Option<Version> {
    let Version { major, minor, patch, .. } = *version;
    version.pre.is_empty().then(|| match (major, minor, level) {
        (0, 0, Level::Major) | (0, _, Level::Minor | Level::Patch) => {
            Version::new(major, minor, patch + 1)
        }
        (0, _, Level::Major) | (_, _, Level::Minor) => Version::new(major, minor + 1, 0),
        (_, _, Level::Major) => Version::new(major + 1, 0, 0),
        (_, _, Level::Patch) => Version::new(major, minor, patch + 1),
    })
}
