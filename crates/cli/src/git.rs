//! Reads other revisions from git.

use std::path::Path;
use std::process::Command;

use super::failure::Failure;
use super::text::Text;

/// The repository around a directory.
pub struct Git<'a> {
    pub directory: &'a Path,
}

impl Git<'_> {
    /// Fails unless a name is a revision.
    pub fn check(&self, name: &str) -> Result<(), Failure> {
        let revision = format!("{name}^{{commit}}");
        match self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision])? {
            Some(_) => Ok(()),
            None => Err(Failure::new(
                format!("`{name}` is neither a file nor a revision of this repository"),
                "check the spelling; a revision may have to be fetched first",
            )),
        }
    }

    /// A file of a revision, by its path from the directory; `None` if the revision does not have it.
    pub fn show(&self, revision: &str, file: &str) -> Result<Option<Text>, Failure> {
        let text = self.run(&["show", "--end-of-options", &format!("{revision}:./{file}")])?;
        Ok(text.map(|text| Text { name: format!("{revision}:{file}"), text }))
    }

    /// The tags of what the commit in the working tree is based on; none without a commit.
    pub fn tags(&self) -> Result<Vec<String>, Failure> {
        let tags = self.run(&["tag", "--list", "--merged", "HEAD"])?;
        Ok(tags.unwrap_or_default().lines().map(str::to_owned).collect())
    }

    fn run(&self, arguments: &[&str]) -> Result<Option<String>, Failure> {
        let output =
            Command::new("git").current_dir(self.directory).args(arguments).output().map_err(
                |error| Failure::new(format!("git: {error}"), "install git, or compare files"),
            )?;
        if !output.status.success() {
            return Ok(None);
        }
        String::from_utf8(output.stdout).map(Some).map_err(|_| {
            let what = format!("git {}: the output is not UTF-8", arguments.join(" "));
            Failure::new(what, "convert the files to UTF-8, and compare those")
        })
    }
}
