//! Why a command could not be carried out.

use std::path::Path;
use std::{fmt, io};

use openapi_client_build::Diagnostics;

/// Why a command could not be carried out, in words for the terminal.
#[derive(Debug)]
pub enum Failure {
    /// The command line, in clap's words.
    Usage(String),
    /// A document that the generator does not take.
    Diagnostics(Diagnostics),
    /// Anything else: what, where, and the way out.
    Other { what: String, hint: &'static str },
}

impl Failure {
    pub fn new(what: impl Into<String>, hint: &'static str) -> Self {
        Self::Other { what: what.into(), hint }
    }

    /// A file that cannot be read or written.
    pub fn of_file(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("{}: {error}", path.display()), "check the path and its permissions")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => f.write_str(text.trim_end()),
            Self::Diagnostics(errors) => errors.fmt(f),
            Self::Other { what, hint } => write!(f, "error: {what}\n help: {hint}"),
        }
    }
}

impl From<Diagnostics> for Failure {
    fn from(errors: Diagnostics) -> Self {
        Self::Diagnostics(errors)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(format!("the output cannot be written: {error}"), "check where it goes")
    }
}

/// "; there is …" with the names that are like one which is not there; nothing where none is.
pub fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    const LIKE: f64 = 0.85;
    let likeness = |other: &&str| strsim::jaro_winkler(&name.to_lowercase(), &other.to_lowercase());
    let mut near: Vec<(f64, &str)> = known.map(|other| (likeness(&other), other)).collect();
    near.retain(|(likeness, _)| *likeness > LIKE);
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let near: Vec<&str> = near.into_iter().map(|(_, name)| name).take(3).collect();
    if near.is_empty() { String::new() } else { format!("; there is `{}`", near.join("`, `")) }
}
