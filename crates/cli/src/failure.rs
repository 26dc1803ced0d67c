//! Why a command fails.

use std::fmt;
use std::io;

use openapi_client_build::Diagnostics;

use super::finding::Finding;

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong; the text explains it.
    Usage(String),
    /// Findings in files.
    Findings(Vec<Finding>),
    /// The reader of the output, such as `head`, has closed it.
    ReaderGone,
    /// Anything else: what, where, and the way out.
    Other { what: String, hint: String },
}

impl Failure {
    pub fn new(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Other { what: what.into(), hint: hint.into() }
    }

    /// A file that cannot be read or written.
    pub fn of_file(name: &str, error: &io::Error) -> Self {
        Self::new(format!("{name}: {error}"), "check the path and its permissions")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => f.write_str(text.trim_end()),
            Self::Findings(findings) => {
                let texts: Vec<String> = findings.iter().map(ToString::to_string).collect();
                f.write_str(&texts.join("\n\n"))
            }
            Self::ReaderGone => f.write_str("the output is not read any further"),
            Self::Other { what, hint } => write!(f, "error: {what}\n help: {hint}"),
        }
    }
}

impl From<Diagnostics> for Failure {
    fn from(errors: Diagnostics) -> Self {
        Self::Findings(errors.iter().map(Finding::from).collect())
    }
}

impl From<Finding> for Failure {
    fn from(finding: Finding) -> Self {
        Self::Findings(vec![finding])
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ReaderGone;
        }
        Self::new(format!("the output cannot be written: {error}"), "check where it goes")
    }
}

/// "; there is …" with known names similar to an unknown one; empty if there are none.
pub fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = nearest(name, known);
    if near.is_empty() { String::new() } else { format!("; there is `{}`", near.join("`, `")) }
}

/// The names that are like another one, at most three, the most alike first.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    const LIKE: f64 = 0.85;
    let likeness = |other: &&str| strsim::jaro_winkler(&name.to_lowercase(), &other.to_lowercase());
    let mut near: Vec<(f64, &str)> = known.map(|other| (likeness(&other), other)).collect();
    near.retain(|(likeness, _)| *likeness > LIKE);
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().map(|(_, name)| name).take(3).collect()
}
