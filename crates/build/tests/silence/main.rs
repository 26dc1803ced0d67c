//! Silence is a defect: whatever changes in a document, the client changes, or a loss, or the document
//! is refused. What may change without a word is in the closed list of the generator's own grammar.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod change;
mod parts;
mod places;
mod sides;
mod spot;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use serde_json::{Value, json};

use change::Change;
use openapi_client_build::openapi::{self, mark};
use openapi_client_build::overlay;
use openapi_client_build::restate::{Restated, swagger};
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;
use openapi_client_build::{Generated, Source, validate};
use spot::Spot;

/// A document that a client can be had of.
struct Subject {
    name: String,
    root: Value,
    overlay: Option<Overlay>,
    /// The document with its overlay.
    curated: Value,
    heard: Heard,
}

/// An overlay, and what is heard of the document if the overlay documents nothing in words of its own.
struct Overlay {
    text: String,
    wordless: String,
    heard: Option<Heard>,
}

impl Overlay {
    fn new(root: &Value, text: String) -> Self {
        let mut actions = load(&text).unwrap().root().clone();
        openapi::each_object_mut(&mut actions, &mut |_, members| drop(members.remove(mark::DOC)));
        let wordless = actions.to_string();
        let heard = Heard::of(root, Some(&wordless));
        Self { text, wordless, heard }
    }
}

fn load(text: &str) -> Option<Document> {
    Document::load(Source { name: "document", text }).ok()
}

/// The document with its overlay, as the generator goes on with it.
fn curated(root: &Value, overlay: Option<&str>) -> Option<Value> {
    let validated = validate::validate(load(&root.to_string())?).ok()?;
    let overlay = load(overlay.unwrap_or(overlay::NONE.text))?;
    Some(overlay::apply(validated, &overlay).ok()?.root().clone())
}

/// What can be noticed of a document.
#[derive(PartialEq)]
struct Heard {
    code: String,
    losses: Vec<(Pointer, Problem)>,
}

impl Heard {
    fn of(root: &Value, overlay: Option<&str>) -> Option<Self> {
        let text = root.to_string();
        let document = Source { name: "document", text: &text };
        let overlay = overlay.map_or(overlay::NONE, |text| Source { name: "overlay", text });
        let Generated { code, losses, .. } =
            openapi_client_build::generate(document, overlay).ok()?;
        let losses = losses.into_iter().map(|loss| (loss.pointer, loss.problem)).collect();
        Some(Self { code, losses })
    }

    /// True if a loss reports that the client lacks this place.
    fn lacks(&self, place: &Pointer, change: Change) -> bool {
        self.losses.iter().any(|(at, loss)| {
            left_out(at, loss)
                .into_iter()
                .any(|at| place.is_within(at) && (place != at || change == Change::Replace))
        })
    }
}

impl Subject {
    fn new(name: &str, document: &Path, overlay: &Path) -> Option<Self> {
        let text = fs::read_to_string(document).unwrap();
        let document = Document::load(Source { name, text: &text }).ok()?;
        let root = document.root().clone();
        let text = fs::read_to_string(overlay).ok();
        let heard = Heard::of(&root, text.as_deref())?;
        let curated = curated(&root, text.as_deref())?;
        let overlay = text.map(|text| Overlay::new(&root, text));
        Some(Self { name: name.to_owned(), root, overlay, curated, heard })
    }

    /// True if a change has no effect although it should.
    fn is_silent(&self, spot: &Spot, change: Change, root: &Value) -> bool {
        !spot.may_be_silent(change)
            && !self.heard.lacks(&spot.at, change)
            && self.is_unheard(root)
            && !self.is_decided(&spot.at, change, root)
            // What says the same as nothing may go, if it is read: something else is noticed.
            && !(change == Change::Delete && (self.is_read(&spot.at) || self.is_empty(&spot.at)))
    }

    fn is_unheard(&self, root: &Value) -> bool {
        Heard::of(root, self.overlay()).as_ref() == Some(&self.heard)
    }

    fn overlay(&self) -> Option<&str> {
        self.overlay.as_ref().map(|overlay| overlay.text.as_str())
    }

    /// True if the overlay decides what the change is about: with it the document is the same, or its own words
    /// take the place of those that have changed.
    fn is_decided(&self, at: &Pointer, change: Change, root: &Value) -> bool {
        self.overlay.as_ref().is_some_and(|overlay| {
            curated(root, Some(&overlay.text)).as_ref() == Some(&self.curated)
                || Heard::of(root, Some(&overlay.wordless)) != overlay.heard
                || overlay.heard.as_ref().is_some_and(|heard| heard.lacks(at, change))
        })
    }

    fn spots(&self) -> Vec<Spot> {
        let losses = self.heard.losses.iter().filter(|(_, loss)| !is_merged(loss));
        let left_out: Vec<&Pointer> = losses.flat_map(|(at, loss)| left_out(at, loss)).collect();
        match swagger::restate(&self.root) {
            Some(restated) => {
                self.before(spot::spots(&restated.root, &restated.root, &[]), &restated)
            }
            None => spot::spots(&self.root, &self.curated, &left_out),
        }
    }

    /// The places of the original that say what is at these places of the restated document. Those where only
    /// Swagger 2.0 has a word are tried where it is restated (`tests/generator/restating.rs`).
    fn before(&self, spots: Vec<Spot>, restated: &Restated) -> Vec<Spot> {
        let is_same = |spot: &Spot, before: &Pointer| {
            spot.at.get(&restated.root) == before.get(&self.root) && spot.at.last() == before.last()
        };
        let found = spots.into_iter().filter_map(|mut spot| {
            let at = restated.origins.original(&spot.at);
            let is_there = is_same(&spot, &at);
            spot.at = at;
            is_there.then_some(spot)
        });
        found.collect()
    }

    /// One place of each kind: what the closed list says of it, what is there and beside it, and who writes it. The
    /// script tries all places.
    fn each_kind(&self, spots: Vec<Spot>) -> Vec<Spot> {
        let mut seen = BTreeSet::new();
        spots.into_iter().filter(|spot| seen.insert(spot.kind(&self.root))).collect()
    }

    fn is_empty(&self, at: &Pointer) -> bool {
        at.get(&self.root).is_some_and(|value| *value == json!({}) || *value == json!([]))
    }

    /// True if another value at this place, or inside of it, has an effect.
    fn is_read(&self, at: &Pointer) -> bool {
        let value = at.get(&self.root);
        let replaced = Change::Replace.made(at, &self.root);
        let members = openapi::members(value).map(|(name, _)| at.join(name));
        let items = openapi::items(value).map(|(index, _)| at.join(index));
        replaced.is_some_and(|root| !self.is_unheard(&root))
            || members.chain(items).any(|inside| self.is_read(&inside))
    }
}

/// True if a loss reports a difference, so that the generator still reads the place.
fn is_merged(loss: &Problem) -> bool {
    matches!(
        loss,
        Problem::Contradiction { .. } | Problem::DisputedProperty(_) | Problem::NotToldApart(_)
    )
}

/// The places that a loss reports as missing in the client.
fn left_out<'a>(at: &'a Pointer, loss: &'a Problem) -> Vec<&'a Pointer> {
    match loss {
        Problem::Contradiction { other, .. } => vec![at, other],
        Problem::BaseWithoutChildren
        | Problem::BesideReference(_)
        | Problem::Callbacks
        | Problem::DescribedElsewhere
        | Problem::DisputedProperty(_)
        | Problem::Dropped { .. }
        | Problem::Encoding(_)
        | Problem::EncodingOfNothing(_)
        | Problem::Links
        | Problem::MappingWithoutForm(_)
        | Problem::MediaType(_)
        | Problem::NoRoomForBody(_)
        | Problem::OperationsUnder { .. }
        | Problem::NotToldApart(_)
        | Problem::BadName { .. }
        | Problem::OddDefault
        | Problem::OwnServers
        | Problem::RawBody(_)
        | Problem::ReservedHeader(_)
        | Problem::ResponseHeaders
        | Problem::UnknownMember { .. }
        | Problem::UnsentParameter { .. }
        | Problem::UnusedPathParameter { .. }
        | Problem::Webhooks => vec![at],
        _ => Vec::new(),
    }
}

fn goldens() -> Vec<Subject> {
    let mut directories: Vec<_> = fs::read_dir("../goldens/documents")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    directories.sort();
    let subject = |directory: &Path| {
        let name = directory.file_name().unwrap().to_string_lossy();
        let file = |name: &str| directory.join(name);
        Subject::new(&name, &file("document.yaml"), &file("overlay.yaml"))
    };
    directories.iter().map(|it| subject(it).unwrap()).collect()
}

/// The documents to change, and their places: of the goldens one of each kind, or all of the documents that
/// `SILENCE_DOCUMENTS` names, or those whose path contains `SILENCE_AT`. An overlay follows its document behind a `+`.
fn work() -> Vec<(Subject, Vec<Spot>)> {
    let within = env::var("SILENCE_AT").unwrap_or_default();
    let with_spots = |subject: Subject, is_whole: bool| {
        let mut spots = subject.spots();
        spots.retain(|spot| spot.at.to_string().contains(&within));
        let spots = if is_whole { spots } else { subject.each_kind(spots) };
        (subject, spots)
    };
    let Ok(files) = env::var("SILENCE_DOCUMENTS") else {
        return goldens().into_iter().map(|subject| with_spots(subject, false)).collect();
    };
    let subject = |file: &str| {
        let (document, overlay) = file.split_once('+').unwrap_or((file, ""));
        Subject::new(file, Path::new(document), Path::new(overlay))
    };
    files.split_whitespace().filter_map(subject).map(|it| with_spots(it, true)).collect()
}

#[test]
fn nothing_changes_without_a_word() {
    let subjects = work();
    assert!(!subjects.is_empty());
    let work: Vec<(&Subject, &Spot)> = subjects
        .iter()
        .flat_map(|(subject, spots)| spots.iter().map(move |spot| (subject, spot)))
        .collect();
    let (next, tried) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let silent: Mutex<BTreeMap<(&str, Change), Vec<String>>> = Mutex::default();
    let try_next = || -> Option<()> {
        let (subject, spot) = work.get(next.fetch_add(1, Ordering::Relaxed))?;
        for (change, root) in Change::all_at(&spot.at, &subject.root) {
            tried.fetch_add(1, Ordering::Relaxed);
            if subject.is_silent(spot, change, &root) {
                let place = format!("{}{}", subject.name, spot.at);
                silent.lock().unwrap().entry((&spot.word, change)).or_default().push(place);
            }
        }
        Some(())
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| while try_next().is_some() {});
        }
    });
    let lines = silent.into_inner().unwrap();
    let lines = lines.iter().map(|((word, change), places)| {
        format!("{word}, {change:?}:\n    {}", places.join("\n    "))
    });
    let lines: Vec<String> = lines.collect();
    let tried = tried.into_inner();
    println!("{tried} changes of {} documents", subjects.len());
    assert!(lines.is_empty(), "nothing is noticed of these changes:\n{}", lines.join("\n"));
}
