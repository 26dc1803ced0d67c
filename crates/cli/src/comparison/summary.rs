//! Two sides of a comparison side by side, and the release that their difference takes.

use semver::Version;
use serde::Serialize;

use super::change::{Change, Level};
use super::compare;
use super::differences::{self, Difference};
use super::side::Side;

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
    /// Where the documents differ.
    pub document: Vec<Difference>,
    /// The overlay's actions that are on one side only.
    pub overlay: Vec<Difference>,
}

impl Comparison {
    /// Compares two sides.
    pub fn of(old: &Side, new: &Side) -> Self {
        let changes = compare::compare(&old.surface, &new.surface);
        let verdict = changes.iter().map(|change| change.level).max();
        // A difference that no change accounts for is one inside.
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
            document: differences::of_documents(&old.document, &new.document),
            overlay: differences::of_overlays(&old.overlay, &new.overlay),
        }
    }
}

/// The next version after one, as Cargo counts: before 1.0 the second number is for what breaks, and
/// the third for all else. Nothing after a pre-release, which breaks what it likes.
fn next_version(version: &Version, level: Level) -> Option<Version> {
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
