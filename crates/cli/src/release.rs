//! The last release, and whether the manifest's version is enough for what has changed since.

use openapi_client_build::source::diagnostic::Position;
use semver::Version;

use crate::comparison::summary::next_version;
use crate::comparison::{Comparison, Side};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::git::Git;
use crate::inputs::OverlayOption;
use crate::package::{MANIFEST, Package};
use crate::terminal::Terminal;

/// What there is to say of the manifest's version.
pub enum Verdict {
    /// It is enough, for this reason.
    Enough(String),
    TooLow(Box<Finding>),
    /// It was not compared with a release, for this reason.
    Unknown(String),
}

/// Compares the manifest's version with what has changed since the last release: the tag `v1.2.3` of the
/// greatest version that the commit in the working tree is based on.
pub fn check(package: &Package, terminal: &Terminal<'_>) -> Result<Verdict, Failure> {
    let Some(version) = &package.manifest.version else {
        return Ok(Verdict::Unknown("the manifest has no version".to_owned()));
    };
    let git = Git { directory: &package.root };
    let tags = git.tags().unwrap_or_default();
    let version_of = |tag: &str| Version::parse(tag.strip_prefix('v')?).ok();
    let releases = tags.iter().filter_map(|tag| Some((version_of(tag)?, tag.as_str())));
    let releases = releases.filter(|(version, _)| version.pre.is_empty());
    let Some((_, tag)) = releases.max() else {
        let why = "no tag such as `v1.2.3` is here; after the first release, fetch it with `git fetch --tags`";
        return Ok(Verdict::Unknown(why.to_owned()));
    };
    let overlay = OverlayOption::default();
    let old = match Side::revision(tag, package, terminal, &overlay) {
        Ok(old) => old,
        Err(failure) => return Ok(Verdict::Unknown(format!("`{tag}` cannot be read: {failure}"))),
    };
    let new = Side::working_tree(package, terminal, &overlay)?;
    let comparison = Comparison::of(&old, &new);
    let (Some(released), Some(level)) = (&old.version, comparison.verdict) else {
        return Ok(Verdict::Enough(format!("the client is the one of `{tag}`")));
    };
    let verdict = level.name();
    let Some(least) = next_version(released, level) else {
        return Ok(Verdict::Enough(format!(
            "`{tag}` is a pre-release, after which all may change"
        )));
    };
    if *version >= least {
        let why = format!(
            "the manifest's version is enough for what has changed since `{tag}`: {verdict}"
        );
        return Ok(Verdict::Enough(why));
    }
    let message = format!(
        "what has changed since `{tag}` is {verdict} and takes version {least}; the manifest says {version}"
    );
    let help = format!(
        "write `version = \"{least}\"` into the manifest; `cargo spec diff {tag}` shows the changes"
    );
    Ok(Verdict::TooLow(Box::new(Finding::new(
        "version",
        message,
        (MANIFEST, line_of(package)),
        help,
    ))))
}

/// The line of the manifest that says the version.
fn line_of(package: &Package) -> Option<Position> {
    let manifest = package.read(MANIFEST).ok()?;
    let says = |line: &str| line.trim_start().starts_with("version");
    let index = manifest.text.lines().position(says)?;
    Some(Position { line: index + 1, column: 1 })
}
