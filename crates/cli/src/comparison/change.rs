//! One change for users, and the release that it requires.

use serde::Serialize;

/// What a change means for users of the crate, according to Cargo's SemVer reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// No code that used the old client notices.
    Patch,
    /// More than before; code that used the old client still compiles.
    Minor,
    /// Code that used the old client may no longer compile, or lose what it relied on.
    Major,
}

impl Level {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// One change of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub level: Level,
    /// The operation, parameter, type, field or variant, as the outline calls it.
    pub subject: String,
    pub what: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
    /// Why it has this level.
    pub why: &'static str,
    /// Where nothing is lost but a name: what has all of the old type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
}

/// The changes found so far, all of one subject's kind of words.
#[derive(Debug, Default)]
pub struct Changes(pub Vec<Change>);

impl Changes {
    /// Adds an item that the old client lacks.
    pub fn added(&mut self, subject: &str, what: &'static str, new: String, verdict: Verdict) {
        self.push(subject, what, (None, Some(new)), verdict);
    }

    /// Adds an item that the new client lacks.
    pub fn removed(&mut self, subject: &str, what: &'static str, old: String, verdict: Verdict) {
        self.push(subject, what, (Some(old), None), verdict);
    }

    /// Adds a change, unless both values are the same.
    pub fn changed(
        &mut self,
        subject: &str,
        what: &'static str,
        (old, new): (&str, &str),
        verdict: Verdict,
    ) {
        if old != new {
            self.push(subject, what, (Some(old.to_owned()), Some(new.to_owned())), verdict);
        }
    }

    fn push(
        &mut self,
        subject: &str,
        what: &'static str,
        (old, new): (Option<String>, Option<String>),
        (level, why): Verdict,
    ) {
        self.0.push(Change { level, subject: subject.to_owned(), what, old, new, why, kept: None });
    }
}

/// A level and its reason.
pub type Verdict = (Level, &'static str);

pub(super) const GROWS: Verdict =
    (Level::Minor, "users' code must already expect more (`#[non_exhaustive]`)");
pub(super) const WORDS: Verdict = (Level::Patch, "only the documentation differs");
