//! A copy of what the tool reads and writes of the crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Ran, run_in};

const FILES: [&str; 7] = [
    "Cargo.toml",
    "README.md",
    "spec/overlay.yaml",
    "spec/sessions-cancel.yaml",
    "spec/types.txt",
    "tests/snapshots/client.snap",
    "tests/snapshots/outline.snap",
];

/// The fragment, relative to the crate.
pub const SPEC: &str = "spec/sessions-cancel.yaml";

pub struct CrateCopy {
    pub root: PathBuf,
}

impl CrateCopy {
    /// A fresh copy; each test takes its own name for it.
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spec").join(name);
        let _ = fs::remove_dir_all(&root);
        for file in FILES {
            let target = root.join(file);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(Path::new(super::ROOT).join(file), target).unwrap();
        }
        Self { root }
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        run_in(&self.root, arguments, b"")
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root.join(file)).unwrap()
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.root.join(file), text).unwrap();
    }

    /// Replaces a text that occurs exactly once.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{from}");
        self.write(file, &text.replace(from, to));
    }

    /// Puts both snapshots and the record where the specification is.
    pub fn accept(&self) {
        let ran = self.run(&["types", "--write"]);
        assert_eq!(
            (ran.errors.as_str(), ran.output.as_str()),
            ("", "spec/types.txt has been written\n")
        );
        for (command, file) in [("expand", "client"), ("outline", "outline")] {
            let ran = self.run(&[command]);
            assert_eq!(ran.errors, "");
            let path = format!("tests/snapshots/{file}.snap");
            let snapshot = self.read(&path);
            let header = snapshot.split("---\n").nth(1).unwrap();
            self.write(&path, &format!("---\n{header}---\n{}", ran.output));
        }
    }

    /// Commits everything; the first commit makes the repository.
    pub fn commit(&self) {
        if !self.root.join(".git").exists() {
            self.git(&["init", "--quiet", "--initial-branch=main"]);
        }
        self.git(&["add", "--all"]);
        let author = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
        let commit = ["commit", "--quiet", "--no-gpg-sign", "--message=A commit."];
        self.git(&[&author[..], &commit].concat());
    }

    fn git(&self, arguments: &[&str]) {
        let status = Command::new("git").current_dir(&self.root).args(arguments).status().unwrap();
        assert!(status.success(), "git {arguments:?}");
    }
}
