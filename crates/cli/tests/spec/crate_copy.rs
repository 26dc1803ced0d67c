//! A package with a contract that never changes, so that tests of the tool stand whatever the contract of
//! this repository has become.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use super::{Ran, run_in};

/// The package's document, relative to it.
pub const SPEC: &str = "spec/sessions-cancel.yaml";

/// The document of the contract.
pub const DOCUMENT: &str = include_str!("../contract/sessions-cancel.yaml");

/// The overlay of the contract.
pub const OVERLAY: &str = include_str!("../contract/overlay.yaml");

/// The record of the contract's types.
pub const TYPES: &str = include_str!("../contract/types.txt");

const FILES: [(&str, &str); 7] = [
    ("Cargo.toml", MANIFEST),
    ("README.md", README),
    ("spec/overlay.yaml", OVERLAY),
    (SPEC, DOCUMENT),
    ("spec/types.txt", TYPES),
    ("tests/snapshots/client.snap", EMPTY_SNAPSHOT),
    ("tests/snapshots/outline.snap", EMPTY_SNAPSHOT),
];

const MANIFEST: &str = r#"[package]
name = "dintero-checkout-client"
version = "0.1.0"
readme = "README.md"

[package.metadata.openapi-client]
document = "spec/sessions-cancel.yaml"
overlay = "spec/overlay.yaml"
types = "spec/types.txt"
client = "tests/snapshots/client.snap"
outline = "tests/snapshots/outline.snap"
accept = "cargo insta accept"
"#;

const SHOP_MANIFEST: &str = r#"[package]
name = "shop"
version = "1.2.0"

[package.metadata.openapi-client]
document = "openapi.yaml"
overlay = "overlay.yaml"
"#;

const README: &str = r#"# A client

[dependencies]
dintero-checkout-client = "0.1"

[dev-dependencies]
dintero-checkout-client = { version = "0.1", features = ["test-kit"] }
"#;

const EMPTY_SNAPSHOT: &str = "---\nsource: a test\n---\n";

pub struct CrateCopy {
    pub root: PathBuf,
}

impl CrateCopy {
    /// A fresh copy; each test takes its own name for it.
    pub fn new(name: &str) -> Self {
        let copy = Self::empty(name);
        for (file, _) in FILES {
            copy.write(file, &Self::original().read(file));
        }
        copy
    }

    /// The package to copy, which no test changes. Its reviewed files match its contract.
    pub fn original() -> &'static Self {
        static ORIGINAL: LazyLock<CrateCopy> = LazyLock::new(|| {
            let original = CrateCopy::empty("original");
            for (file, text) in FILES {
                original.write(file, text);
            }
            original.accept();
            original
        });
        &ORIGINAL
    }

    /// The smallest package: a document and its overlay, and no record of its types.
    pub fn shop(name: &str, document: &str, overlay: &str) -> Self {
        let copy = Self::empty(name);
        copy.write("Cargo.toml", SHOP_MANIFEST);
        copy.write("openapi.yaml", document);
        copy.write("overlay.yaml", overlay);
        copy
    }

    fn empty(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spec").join(name);
        let _ = fs::remove_dir_all(&root);
        for directory in ["spec", "tests/snapshots"] {
            fs::create_dir_all(root.join(directory)).unwrap();
        }
        Self { root }
    }

    /// The content of one of its reviewed snapshots.
    pub fn snapshot(&self, name: &str) -> String {
        let text = self.read(&format!("tests/snapshots/{name}.snap"));
        text.splitn(3, "---\n").nth(2).unwrap().to_owned()
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

    pub fn git(&self, arguments: &[&str]) {
        let status = Command::new("git").current_dir(&self.root).args(arguments).status().unwrap();
        assert!(status.success(), "git {arguments:?}");
    }
}
