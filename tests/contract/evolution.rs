//! A crate that was generated from an older contract reads what the API answers today.
//!
//! The files in `evolution/` are the contract as it was published at their dates. The client that came
//! out of each is compiled with today's runtime; `reader.rs` cancels a session with each of them and says
//! what it made of the documented answer. What to expect comes from the older contract, which
//! `contract.rs` reads for itself.

mod growth;
mod older;

use std::collections::BTreeSet;
use std::path::Path;

use dintero_checkout_client::test_kit::DOCUMENTED_SESSION;
use serde_json::Value;

use cargo_openapi_client::scratch::{Client, Program, Workspace};
use older::{RELEASES, ROOT};

use crate::contract::{Contract, Kind, Node, SESSION, Step, joined, json_path, named};

/// What the older clients made of today's answer, by release.
fn read_by_older_clients() -> Value {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut workspace =
        Workspace::new(Path::new(ROOT), &temporary.join("evolution"), temporary.parent().unwrap())
            .unwrap_or_else(|failure| panic!("{failure}"));
    let packages = RELEASES.map(|release| format!("older-{release}"));
    let names = RELEASES.map(|release| format!("older_{}", release.replace('-', "_")));
    for (release, package) in RELEASES.iter().zip(&packages) {
        let code = older::client(release, "").code;
        let library = Path::new(ROOT).join("src/lib.rs");
        let client = Client { name: package, version: "0.1.0", code: &code, library: &library };
        workspace.add_client(&client).unwrap_or_else(|failure| panic!("{failure}"));
    }
    let clients: Vec<_> = names
        .iter()
        .zip(&packages)
        .map(|(name, package)| (name.as_str(), package.as_str()))
        .collect();
    let main = Path::new(ROOT).join("tests/contract/evolution/reader.rs");
    let reader = Program { name: "reader", main: &main, clients: &clients };
    let read = workspace
        .add_program(&reader)
        .and_then(|()| workspace.output_of(&["run", "--quiet", "--package", "reader"]));
    serde_json::from_str(&read.unwrap_or_else(|failure| panic!("{failure}"))).unwrap()
}

/// What an older contract lets one expect of an answer.
#[derive(Default)]
struct Expected {
    drift: BTreeSet<(String, String)>,
    /// Scalars whose place the contract knows.
    known: usize,
    /// Scalars that are in the raw body only, at or below a drift.
    newer: usize,
}

impl Expected {
    /// What is read of a value; whatever is not is in the drift.
    fn read(&mut self, node: &Node, value: &Value, at: &[Step]) -> Option<Value> {
        if value.is_null() {
            return None;
        }
        if !node.accepts(value) {
            self.newer += scalars(value);
            self.drift.insert((json_path(at), "WrongType".to_owned()));
            return None;
        }
        match (&node.kind, value) {
            (Kind::Object(_), Value::Object(_)) => Some(self.read_object(node, value, at)),
            (Kind::List(item), Value::Array(items)) => {
                let items = items
                    .iter()
                    .enumerate()
                    .map(|(index, value)| self.read(item, value, &joined(at, Step::Index(index))));
                items.collect()
            }
            (Kind::Map(node), Value::Object(members)) => {
                let members = members.iter().filter_map(|(name, value)| {
                    Some((name.clone(), self.read(node, value, &joined(at, named(name)))?))
                });
                Some(Value::Object(members.collect()))
            }
            (kind, _) => {
                self.known += 1;
                if matches!(kind, Kind::Enum { values, .. } if !values.iter().any(|known| value == known))
                {
                    self.drift.insert((json_path(at), "UnknownValue".to_owned()));
                }
                Some(node.normalised(value))
            }
        }
    }

    fn read_object(&mut self, node: &Node, value: &Value, at: &[Step]) -> Value {
        let (Kind::Object(properties), Value::Object(members)) = (&node.kind, value) else {
            panic!("{}: no object", json_path(at));
        };
        for (name, property) in properties {
            let is_absent = members.get(name).is_none_or(Value::is_null);
            assert!(!(is_absent && property.is_indispensable), "{}.{name}", json_path(at));
            if is_absent && property.is_required {
                let at = json_path(&joined(at, named(name)));
                self.drift.insert((at, "MissingRequired".to_owned()));
            }
        }
        let read = members.iter().filter_map(|(name, value)| {
            let at = joined(at, named(name));
            let Some(property) = properties.get(name) else {
                self.newer += scalars(value);
                self.drift.insert((json_path(&at), "UnknownField".to_owned()));
                return None;
            };
            Some((name.clone(), self.read(&property.node, value, &at)?))
        });
        Value::Object(read.collect())
    }
}

/// How many scalars that are not null.
fn scalars(value: &Value) -> usize {
    match value {
        Value::Null => 0,
        Value::Array(items) => items.iter().map(scalars).sum(),
        Value::Object(members) => members.values().map(scalars).sum(),
        _ => 1,
    }
}

/// The drift that a client reported.
fn told(read: &Value) -> BTreeSet<(String, String)> {
    let drift = read["drift"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let told: BTreeSet<_> = drift.iter().map(|one| (text(&one[0]), text(&one[1]))).collect();
    assert_eq!(told.len(), drift.len(), "a drift is told twice");
    told
}

/// For each release: everything that its contract knows comes back as it was sent, everything newer is
/// told where it stands, and all of it is in the raw body.
#[test]
fn older_clients_lose_nothing_they_know_and_tell_the_rest() {
    let example: Value = serde_json::from_str(DOCUMENTED_SESSION).unwrap();
    let all_read = read_by_older_clients();
    let mut report = String::new();
    for release in RELEASES {
        let node = Contract::of(older::fragment(release)).node(SESSION);
        let mut expected = Expected::default();
        let survivor = expected.read(&node, &example, &[]).unwrap();
        let read = &all_read[release];
        assert_eq!(node.normalised(&read["session"]), survivor, "{release}");
        assert_eq!(told(read), expected.drift, "{release}");
        assert_eq!(read["body"], DOCUMENTED_SESSION, "{release}");
        let lost = scalars(&example) - expected.newer - scalars(&read["session"]);
        assert_eq!((lost, expected.known + expected.newer), (0, scalars(&example)), "{release}");
        assert!(!expected.drift.is_empty(), "{release}: nothing in the example is newer");
        report += &told_of(release, &expected, lost);
    }
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => "What clients of older contracts make of today's documented answer.",
    }, {
        insta::assert_snapshot!("evolution", report);
    });
}

fn told_of(release: &str, expected: &Expected, lost: usize) -> String {
    let Expected { drift, known, newer } = expected;
    let lines = drift.iter().map(|(path, kind)| format!("  {kind} {path}\n"));
    format!(
        "{release}: {known} scalars read, {newer} newer, {lost} lost\n{}",
        lines.collect::<String>()
    )
}
