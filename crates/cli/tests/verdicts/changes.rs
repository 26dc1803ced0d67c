//! The list of changes, and how one is made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use super::ROOT;
use openapi_client_build::overlay;
use openapi_client_build::source::document::Document;
use openapi_client_build::validate::{self, Validated};
use openapi_client_build::{Diagnostics, Generated, Source};

pub const SPEC: &str = "spec/sessions-cancel.yaml";
pub const OVERLAY: &str = "spec/overlay.yaml";
pub const TYPES: &str = "spec/types.txt";

/// `changes.yaml`, whose head explains the members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    pub notes: BTreeMap<String, String>,
    pub changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub name: String,
    pub change: String,
    #[serde(default)]
    pub actions: Vec<Value>,
    #[serde(default)]
    pub edits: Vec<Edit>,
    pub generates: Option<Nothing>,
    pub expected: Verdict,
    pub why: String,
    pub note: Option<String>,
}

/// A change of a file by hand: a text that occurs exactly once in it, and its replacement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    pub file: String,
    find: String,
    replace: String,
    #[serde(default)]
    everywhere: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nothing {
    Nothing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Patch,
    Minor,
    Major,
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// A specification and its overlay.
pub struct Texts {
    pub spec: String,
    pub overlay: String,
    /// The types that are on record today.
    pub types: String,
}

/// The contract that never changes, read once for all changes: verdicts stand whatever the contract of this
/// repository has become.
pub struct Today {
    pub texts: Texts,
    validated: Validated,
}

impl Today {
    pub fn read() -> Self {
        let texts = Texts {
            spec: include_str!("../contract/sessions-cancel.yaml").to_owned(),
            overlay: include_str!("../contract/overlay.yaml").to_owned(),
            types: include_str!("../contract/types.txt").to_owned(),
        };
        let validated = validated(&texts.spec).unwrap_or_else(|errors| panic!("{errors}"));
        Self { texts, validated }
    }
}

fn validated(spec: &str) -> Result<Validated, Diagnostics> {
    validate::validate(Document::load(Source { name: SPEC, text: spec })?)
}

impl Texts {
    pub fn generate(&self) -> Result<Generated, Diagnostics> {
        openapi_client_build::generate_keeping(
            Source { name: SPEC, text: &self.spec },
            Source { name: OVERLAY, text: &self.overlay },
            Source { name: TYPES, text: &self.types },
        )
    }
}

pub fn load() -> List {
    serde_yaml::from_str(&read("crates/cli/tests/verdicts/changes.yaml")).unwrap()
}

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

impl Change {
    /// The specification and its overlay after the change.
    pub fn apply(&self, today: &Today) -> Result<Texts, Diagnostics> {
        let overlay = self.edited(OVERLAY, today.texts.overlay.clone());
        let edits_spec = self.edits.iter().any(|edit| edit.file == SPEC);
        let spec = if edits_spec {
            assert!(self.actions.is_empty(), "{}: either actions or edits", self.name);
            self.edited(SPEC, today.texts.spec.clone())
        } else if self.actions.is_empty() {
            today.texts.spec.clone()
        } else {
            self.acted_upon(today)?
        };
        Ok(Texts { spec, overlay, types: today.texts.types.clone() })
    }

    fn acted_upon(&self, today: &Today) -> Result<String, Diagnostics> {
        let actions = self.actions.iter().cloned().map(|mut action| {
            action["description"] = self.change.as_str().into();
            action
        });
        let actions = json!({
            "overlay": "1.1.0",
            "info": { "title": self.name, "version": "1" },
            "actions": actions.collect::<Vec<_>>(),
        });
        let name = format!("the actions of {}", self.name);
        let actions = Document::load(Source { name: &name, text: &actions.to_string() })?;
        let changed = overlay::apply(today.validated.clone(), &actions)?;
        Ok(changed.root().to_string())
    }

    fn edited(&self, file: &str, text: String) -> String {
        self.edits.iter().filter(|edit| edit.file == file).fold(text, |text, edit| {
            let found = text.matches(&edit.find).count();
            let is_as_said = if edit.everywhere { found > 0 } else { found == 1 };
            assert!(is_as_said, "{}: {found} times in {file}: {}", self.name, edit.find);
            text.replace(&edit.find, &edit.replace)
        })
    }

    /// The runtime's `lib.rs` for this change: the crate's own, or a copy with the maintainer's edits.
    pub fn library(&self, copies: &Path) -> PathBuf {
        let is_of_runtime = |edit: &Edit| edit.file.starts_with("src/");
        if !self.edits.iter().any(is_of_runtime) {
            return Path::new(ROOT).join("src/lib.rs");
        }
        let copy = copies.join(&self.name);
        let documents = ["README.md".to_owned()].into_iter().chain(files("docs"));
        for file in documents.chain(files("src")) {
            let text = self.edited(&file, read(&file));
            let target = copy.join(&file);
            if std::fs::read_to_string(&target).is_ok_and(|before| before == text) {
                continue;
            }
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, text).unwrap();
        }
        copy.join("src/lib.rs")
    }

    /// Finds out whether the edits of the runtime still fit it.
    pub fn check_edits(&self) {
        for edit in self.edits.iter().filter(|edit| edit.file.starts_with("src/")) {
            self.edited(&edit.file, read(&edit.file));
        }
    }
}

/// The files in a directory of this crate, relative to it.
pub fn files(directory: &str) -> Vec<String> {
    let entries = std::fs::read_dir(Path::new(ROOT).join(directory)).unwrap();
    let mut files = Vec::new();
    for entry in entries.map(Result::unwrap) {
        let name = format!("{directory}/{}", entry.file_name().into_string().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files.extend(self::files(&name));
        } else {
            files.push(name);
        }
    }
    files.sort();
    files
}
