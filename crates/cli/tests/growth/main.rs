//! Growth upstream is minor: code that used the old client still compiles after any gain of the contract.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod calls;
mod documents;
mod grow;
mod once_major;

use std::collections::BTreeSet;
use std::fs;

use cargo_openapi_client::comparison::change::Level;
use cargo_openapi_client::comparison::compare::compare;
use cargo_openapi_client::surface::Surface;
use openapi_client_build::source::document::Document;
use openapi_client_build::{Generated, Source, generate_keeping, overlay};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseError};
use serde_json::Value;

use grow::{GAINS, Gain, Growth};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn read(name: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{name}")).unwrap()
}

fn load(text: &str) -> Value {
    Document::load(Source { name: "a document", text }).unwrap().root().clone()
}

/// A contract and its overlay.
struct Contract {
    document: Value,
    overlay: String,
    types: String,
}

impl Contract {
    /// A contract as it is, with no decision of a maintainer.
    fn plain(document: Value) -> Self {
        Self { document, overlay: overlay::NONE.text.to_owned(), types: String::new() }
    }

    fn is_curated(&self) -> bool {
        self.overlay != overlay::NONE.text
    }

    fn generate(&self, document: &Value, types: &str) -> Result<Generated, String> {
        let document = document.to_string();
        let [document, overlay, types] =
            [("a document", document.as_str()), ("an overlay", &self.overlay), ("a record", types)]
                .map(|(name, text)| Source { name, text });
        generate_keeping(document, overlay, types).map_err(|errors| errors.to_string())
    }

    /// Lets the contract grow, and says what breaks with that. What cannot be generated before has nothing
    /// to be broken.
    fn broken_by(&self, growth: &Growth) -> Result<Vec<String>, String> {
        let Ok(before) = self.generate(&self.document, &self.types) else { return Ok(Vec::new()) };
        let (grown, gained) = growth.of(&self.document);
        let after = match self.generate(&grown, &before.types) {
            Ok(after) => after,
            // What no client can be made of has no verdict: parts of `allOf` that lead back, for one.
            Err(_) if !self.is_curated() && self.generate(&grown, "").is_err() => {
                return Ok(Vec::new());
            }
            Err(errors) => return Err(format!("{errors}\n{gained:?}")),
        };
        let again = self.generate(&grown, &after.types)?;
        if (&again.code, &again.types) != (&after.code, &after.types) {
            return Err(format!("the record gives another client than it comes from: {gained:?}"));
        }
        // No name of an option passes to another one, which would change what calls send without a word.
        let known = options(&after.types);
        let kept = |field: &(String, String)| {
            known.contains(field) || !known.iter().any(|(_, place)| *place == field.1)
        };
        if let Some((name, place)) = options(&before.types).into_iter().find(|it| !kept(it)) {
            return Ok(vec![format!("{place} is no longer {name}, by {gained:?}")]);
        }
        let changes = compare(&Surface::of_client(&before), &Surface::of_client(&after));
        let major = changes.into_iter().filter(|change| change.level == Level::Major);
        Ok(major.map(|it| format!("{} {}, by {gained:?}", it.subject, it.what)).collect())
    }
}

/// The fields of options in a record, each with its place.
fn options(record: &str) -> BTreeSet<(String, String)> {
    let lines = record.lines().filter_map(|line| line.split_once(": "));
    let fields = lines.flat_map(|(name, places)| {
        let places = places.split(' ').filter(|place| place.contains("_with/"));
        places.map(move |place| (name.to_owned(), place.to_owned()))
    });
    fields.collect()
}

/// Every golden document, with each gain at every place.
#[test]
fn every_golden_grows_at_every_place() {
    let mut goldens: Vec<_> = fs::read_dir(format!("{ROOT}/crates/goldens/documents"))
        .unwrap()
        .map(|entry| entry.unwrap().path().join("document.yaml"))
        .filter(|path| path.is_file())
        .collect();
    goldens.sort();
    assert!(goldens.len() > 30, "{}", goldens.len());
    let mut broken = Vec::new();
    for (index, path) in goldens.iter().enumerate() {
        let document = load(&fs::read_to_string(path).unwrap());
        let contract = Contract::plain(document);
        // Gains in turn, so that each document has one and each gain many.
        let growth =
            Growth { gain: GAINS[index % GAINS.len()], share: 1.0, seed: 0, refers_to: None };
        let found = contract.broken_by(&growth).unwrap_or_else(|error| vec![error]);
        broken.extend(found.into_iter().map(|found| format!("{}: {found}", path.display())));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The fragment with its overlay and its record of types.
#[test]
fn the_fragment_grows_by_each_gain() {
    let contract = Contract {
        document: load(&read("spec/sessions-cancel.yaml")),
        overlay: read("spec/overlay.yaml"),
        types: read("spec/types.txt"),
    };
    // What a call may gain differs most from seed to seed.
    let calls = [Gain::Parameter, Gain::Body]
        .into_iter()
        .flat_map(|gain| (2..6).map(move |seed| (gain, seed)));
    for (gain, seed) in GAINS.map(|gain| (gain, 1)).into_iter().chain(calls) {
        // A new component in many places may want a name of more than 40 characters, which a person gives.
        let share = match gain {
            Gain::Shape => 0.02,
            Gain::Parameter | Gain::Body => 1.0,
            _ => 0.2,
        };
        // Of a component that has no type yet, a person may have to say what it is called.
        let on_record = contract.types.split_whitespace();
        let refers_to =
            on_record.filter_map(|place| place.strip_prefix("components.")).map(str::to_owned);
        let refers_to = Some(refers_to.collect());
        let broken = contract.broken_by(&Growth { gain, share, seed, refers_to }).unwrap();
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }
}

/// The older contracts, each without the decisions of a maintainer.
#[test]
fn the_history_grows_by_what_calls_may_gain() {
    for (date, gain) in [
        ("2024-09", Gain::Parameter),
        ("2024-09", Gain::Body),
        ("2025-03", Gain::Parameter),
        ("2026-04", Gain::Body),
    ] {
        let contract =
            Contract::plain(load(&read(&format!("tests/contract/evolution/{date}.yaml"))));
        let growth = Growth { gain, share: 1.0, seed: 7, refers_to: None };
        let broken = contract.broken_by(&growth).unwrap();
        assert!(broken.is_empty(), "{date}: {}", broken.join("\n"));
    }
}

/// Lets a contract grow step by step, each with the record of the one before, and says what breaks first.
fn broken_on_the_way(document: Value, steps: &[Growth]) -> Result<Vec<String>, String> {
    let mut contract = Contract::plain(document);
    for (index, step) in steps.iter().enumerate() {
        let step = Growth { seed: step.seed.wrapping_add(index as u64), ..step.clone() };
        let mut broken = contract.broken_by(&step)?;
        if !broken.is_empty() {
            broken.push(contract.document.to_string());
            return Ok(broken);
        }
        let Ok(before) = contract.generate(&contract.document, &contract.types) else { break };
        contract.types = before.types;
        contract.document = step.of(&contract.document).0;
    }
    Ok(Vec::new())
}

#[test]
fn what_was_major_once_is_minor() {
    for found in once_major::ALL {
        let broken = broken_on_the_way(load(found.document), &found.steps());
        assert_eq!(broken, Ok(Vec::new()), "{}", found.name);
    }
}

fn growth() -> impl Strategy<Value = Growth> {
    let gain = prop::sample::select(GAINS.to_vec());
    let share = prop::sample::select(vec![0.1_f32, 0.4, 1.0]);
    (gain, share, any::<u64>()).prop_map(|(gain, share, seed)| Growth {
        gain,
        share,
        seed,
        refers_to: None,
    })
}

/// The same documents in each run, so that a change is not red by chance. With `PROPTEST_CASES` other documents in
/// each run, and as many as it says: `.ci/growth` looks for what the fixed ones do not show.
fn config() -> Config {
    let config = Config { failure_persistence: None, ..Config::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => Config { cases: 96, rng_seed: RngSeed::Fixed(16), ..config },
    }
}

proptest! {
    #![proptest_config(config())]

    /// Documents of any structure, growing step by step.
    #[test]
    fn whatever_a_contract_gains_is_minor(
        document in documents::document(),
        steps in prop::collection::vec(growth(), 1..4),
    ) {
        let broken = broken_on_the_way(document, &steps).map_err(TestCaseError::fail)?;
        prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
    }
}
