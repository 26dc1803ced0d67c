//! The effect of single changes of the specification on users of the crate, according to the tool and two oracles.
//!
//! `changes.yaml` lists the changes and what each of them is expected to be. Two oracles that share
//! nothing with the generator or the maintainer's tool are asked as well; that takes a while and a
//! program that has to be installed, so it is done by `.ci/verdicts`, which writes `docs/verdicts.md`.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod changes;
mod consumer;
mod oracles;
mod table;

use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex};

use cargo_openapi_client::comparison::change::Level;
use cargo_openapi_client::surface::Surface;
use changes::{Change, List, Texts, Today, Verdict};
use openapi_client_build::{Diagnostics, Generated};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A change that was made: the new texts, and their client.
type Made = Result<(Texts, Generated), Diagnostics>;

/// Makes every change, on all processors.
fn make_all(changes: &[Change], today: &Today) -> Vec<Made> {
    let next = Mutex::new(changes.iter().enumerate());
    let done = Mutex::new(Vec::new());
    let work = || {
        loop {
            let Some((index, change)) = next.lock().unwrap().next() else { return };
            let made = change.apply(today).and_then(|texts| {
                let generated = texts.generate()?;
                Ok((texts, generated))
            });
            done.lock().unwrap().push((index, made));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, made)| made).collect()
}

/// The list of changes and their results, made once for all tests.
struct Everything {
    list: List,
    before: Generated,
    /// What users see of it.
    surface: Surface,
    made: Vec<Made>,
}

fn everything() -> &'static Everything {
    static EVERYTHING: LazyLock<Everything> = LazyLock::new(|| {
        let (list, today) = (changes::load(), Today::read());
        let before = today.texts.generate().unwrap_or_else(|errors| panic!("{errors}"));
        let made = make_all(&list.changes, &today);
        Everything { list, surface: Surface::of_client(&before), before, made }
    });
    &EVERYTHING
}

/// The verdict of `cargo spec diff` on what users see of two clients.
fn verdict(before: &Surface, after: &Surface) -> Verdict {
    let changes = cargo_openapi_client::comparison::compare::compare(before, after);
    match changes.iter().map(|change| change.level).max() {
        Some(Level::Major) => Verdict::Major,
        Some(Level::Minor) => Verdict::Minor,
        // If nothing changes for users, any release is a patch.
        Some(Level::Patch) | None => Verdict::Patch,
    }
}

#[test]
fn the_verdict_on_every_change_is_the_right_one() {
    let Everything { list, surface, made, .. } = everything();
    let mut wrong = Vec::new();
    for (change, made) in list.changes.iter().zip(made) {
        let Change { name, expected, why, .. } = change;
        let (_, after) = made.as_ref().unwrap_or_else(|errors| panic!("{name}: {errors}"));
        let verdict = verdict(surface, &Surface::of_client(after));
        if verdict != *expected {
            wrong.push(format!("{name}: {verdict}, not {expected}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_change_changes_what_it_says() {
    let Everything { list, before, made, .. } = everything();
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (change, made) in list.changes.iter().zip(made) {
        let name = &change.name;
        let (texts, after) = match made {
            Ok(made) => made,
            Err(errors) => {
                wrong.push(format!("{name}: {errors}"));
                continue;
            }
        };
        change.check_edits();
        let is_same = after.code == before.code;
        if is_same != change.generates.is_some() {
            wrong.push(format!("{name}: the same code comes out of it: {is_same}"));
        }
        if is_same && change.expected != Verdict::Patch {
            wrong.push(format!("{name}: nothing comes out of it"));
        }
        if !seen.insert((&texts.spec, &texts.overlay)) {
            wrong.push(format!("{name}: another change is the same"));
        }
        if !change.note.iter().all(|note| list.notes.contains_key(note)) {
            wrong.push(format!("{name}: its note is not among the notes"));
        }
    }
    for note in list.notes.keys() {
        if list.changes.iter().all(|change| change.note.as_ref() != Some(note)) {
            wrong.push(format!("the note {note} belongs to no change"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.len() >= 45, "{}", seen.len());
}
