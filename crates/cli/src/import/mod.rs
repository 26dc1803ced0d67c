//! `cargo spec import`

mod closure;
mod cut;
mod grammar;
mod merge;
mod operations;
mod order;
mod page;
mod problem;
mod report;
mod review;
mod side;
mod tree;
mod yaml;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::repository::{OVERLAY, SPEC, Text};
use super::{Ending, Terminal};
use closure::{Component, Search};
use cut::{Cut, Obstacles, Selection};
use grammar::Kind;
use merge::{Descriptions, Merge};
use openapi_client_build::source::diagnostic::Diagnostic;
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use openapi_client_build::source::problem::Problem;
use openapi_client_build::{Diagnostics, Source};
use operations::Operation;
use page::Given;
use report::{Fate, KeptOperation, Outcome, Report};
use side::Side;
use tree::Tree;
use yaml::Written;

/// Cut the fragment out of Dintero's published document
///
/// Takes from the document the operations that spec/sessions-cancel.yaml has, and everything they
/// reach, and writes the file anew: upstream's structure with the fragment's own descriptions, in
/// the fragment's order, so that what the diff shows is what upstream changed. What is new has no
/// description yet, and is listed. An operation that the document does not have is kept as it
/// stands. The overlay is not touched; actions that match nothing any more are listed.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 done, also where something is left to be described or settled; \
    1 --dry-run found that the fragment would change; 2 nothing could be imported."
)]
pub struct Import {
    /// Dintero's document, OpenAPI or Swagger 2.0, YAML or JSON, or the Markdown page of one
    /// operation; - reads it from standard input
    file: PathBuf,
    /// Take this operation too: its operationId, or "POST /path"
    #[arg(long, value_name = "OPERATION")]
    operation: Vec<String>,
    /// Drop this operation from the fragment
    #[arg(long, value_name = "OPERATION")]
    remove: Vec<String>,
    /// Whose descriptions and summaries to take
    #[arg(long, value_name = "WHOSE", default_value = "own")]
    descriptions: Descriptions,
    /// Write nothing, and exit with 1 if the fragment would change
    #[arg(long)]
    dry_run: bool,
}

/// Both documents, with their order.
struct Pair {
    own: Side,
    upstream: Side,
}

/// The fragment as it shall be.
struct Merged {
    cut: Cut,
    tree: Tree,
    links: usize,
    callbacks: usize,
}

impl Import {
    pub fn run(&self, terminal: &mut Terminal<'_>) -> Result<Ending, Failure> {
        let given = Given::of(self.read(terminal)?)?;
        let own = terminal.own(SPEC)?;
        let overlay = terminal.own(OVERLAY)?;
        let pair = Pair::load(&own, &given.text)?;
        let selection = self.select(&pair, &given)?;
        let merged = self.merge(&pair, &selection)?;
        let written = write(review::head(&own.text), &merged.tree)?;
        let outcome = match (written.text == own.text, self.dry_run) {
            (true, _) => Outcome::Unchanged,
            (false, true) => Outcome::Pending,
            (false, false) => Outcome::Written,
        };
        if outcome == Outcome::Written {
            replace(&terminal.crate_root.join(SPEC), &written.text)?;
        }
        let report = report(&pair, selection, &merged, &written, outcome, &own, &overlay);
        write!(terminal.output, "{report}")?;
        Ok(if outcome == Outcome::Pending { Ending::Found } else { Ending::Clean })
    }

    fn read(&self, terminal: &mut Terminal<'_>) -> Result<Text, Failure> {
        if self.file != Path::new("-") {
            return Text::read(&self.file);
        }
        let mut bytes = Vec::new();
        let read = terminal.input.read_to_end(&mut bytes);
        let name = "<stdin>".to_owned();
        read.map_err(|error| Failure::of_file(Path::new(&name), &error))?;
        Text::decode(name, bytes)
    }

    fn select(&self, pair: &Pair, given: &Given) -> Result<Selection, Failure> {
        let offered = operations::all(&pair.upstream.tree);
        let is_offered = |method: &str, path: &str| {
            offered.iter().any(|operation| operation.method == method && operation.path == path)
        };
        if let Some(about) = &given.about
            && !is_offered(&about.method, &about.path)
        {
            return Err(given.without_its_operation(about).into());
        }
        let own = operations::all(&pair.own.tree);
        let named = find_all(&offered, &self.operation, &given.text.name)?;
        let removed = find_all(&own, &self.remove, SPEC)?;
        let stays = |operation: &&Operation| !removed.iter().any(|other| other.is(operation));
        let is_wanted = |offer: &&Operation| {
            named.iter().any(|name| name.is(offer)) || own.iter().filter(stays).any(|o| o.is(offer))
        };
        let taken: Vec<Operation> = offered.iter().filter(is_wanted).cloned().collect();
        let is_taken = |operation: &&Operation| taken.iter().any(|other| other.is(operation));
        let kept: Vec<Operation> =
            own.iter().filter(stays).filter(|operation| !is_taken(operation)).cloned().collect();
        if taken.is_empty() && removed.is_empty() {
            return Err(Failure::new(
                format!("{} has no operation of the fragment", given.text.name),
                "name those to take, with --operation, if it is the document that was meant",
            ));
        }
        if taken.is_empty() && kept.is_empty() {
            return Err(Failure::new(
                "nothing would be left of the fragment",
                "leave one operation in it; a client without operations is none",
            ));
        }
        let removed =
            removed.into_iter().filter(|operation| !is_taken(operation)).cloned().collect();
        Ok(Selection { taken, kept, removed })
    }

    fn merge(&self, pair: &Pair, selection: &Selection) -> Result<Merged, Failure> {
        let mut examples = BTreeSet::new();
        loop {
            let cut = cut::cut(&pair.own.tree, &pair.upstream.tree, selection, &examples)
                .map_err(|obstacles| pair.locate(obstacles))?;
            let mut merge = Merge::new(self.descriptions, &cut.pinned);
            let tree =
                merge.merge(Kind::Document, Some(&pair.own.tree), &cut.tree, &Pointer::root());
            let Merge { links, callbacks, .. } = merge;
            // The fragment's words stay, and with them the examples that they refer to.
            let known = examples.len();
            examples.extend(missing_examples(&tree, &pair.own.tree));
            if examples.len() == known {
                return Ok(Merged { cut, tree, links, callbacks });
            }
        }
    }
}

/// The operations that a command line names.
fn find_all<'a>(
    all: &'a [Operation],
    names: &[String],
    file: &str,
) -> Result<Vec<&'a Operation>, Failure> {
    let find = |name: &String| {
        operations::find(all, name).map_err(|near| {
            let what = format!("{file} has no operation `{name}`{near}");
            Failure::new(what, "name it by its operationId, or as \"POST /path\"")
        })
    };
    names.iter().map(find).collect()
}

/// Components of the fragment's examples that its words refer to and the tree does not have yet.
fn missing_examples(tree: &Tree, own: &Tree) -> BTreeSet<Component> {
    let none = BTreeSet::new();
    let search = Search { root: own, start: tree, elsewhere: &none, with_examples: true };
    let is_missing = |(section, name): &Component| {
        let held = |root: &Tree| root.get("components")?.get(section)?.get(name).map(|_| ());
        section == "examples" && held(tree).is_none() && held(own).is_some()
    };
    closure::reach(search).components.into_iter().filter(is_missing).collect()
}

impl Pair {
    fn load(own: &Text, upstream: &Text) -> Result<Self, Diagnostics> {
        let (own, mut upstream) = (Side::load(own)?, Side::load(upstream)?);
        upstream.take_version(&own);
        Ok(Self { own, upstream })
    }

    fn locate(&self, obstacles: Obstacles) -> Diagnostics {
        let errors = |side: &Side, problems: Vec<(Pointer, Problem)>| -> Vec<Diagnostic> {
            problems.into_iter().map(|(at, problem)| side.error(&at, problem)).collect()
        };
        let mut all = errors(&self.upstream, obstacles.upstream);
        all.extend(errors(&self.own, obstacles.own));
        match Diagnostics::into_result(all) {
            Err(errors) => errors,
            // Nobody calls this with nothing.
            Ok(()) => self.upstream.error(&Pointer::root(), Problem::NoOperation).into(),
        }
    }
}

/// A document with some of its operations only, and what they reach, in the words of OpenAPI 3; and what
/// that has no word for.
pub fn cut_out(document: &Text, operations: &[String]) -> Result<(Text, Vec<Diagnostic>), Failure> {
    let (name, text) = ("no fragment", "openapi: 3.0.0\ninfo: {}\npaths: {}\n");
    let nothing = Text { name: name.to_owned(), text: text.to_owned() };
    let given = Given::of(document.clone())?;
    let pair = Pair::load(&nothing, &given.text)?;
    let command = Import {
        file: PathBuf::new(),
        operation: operations.to_vec(),
        remove: Vec::new(),
        descriptions: Descriptions::Upstream,
        dry_run: true,
    };
    let selection = command.select(&pair, &given)?;
    let merged = command.merge(&pair, &selection)?;
    let lost = pair.upstream.lost(&selection.taken, &merged.cut.taken);
    let text = tree::to_json(&merged.tree).to_string();
    Ok((Text { name: given.text.name, text }, lost))
}

/// Writes the text, and makes sure that it says what it shall say.
fn write(head: &str, tree: &Tree) -> Result<Written, Failure> {
    let written = yaml::write(head, tree);
    let read = Document::load(Source { name: SPEC, text: &written.text });
    let again = read.ok().map(|document| tree::of(&document));
    let is_faithful =
        again.is_some_and(|again| again == *tree && yaml::write(head, &again).text == written.text);
    if is_faithful {
        return Ok(written);
    }
    Err(Failure::new(
        "the fragment cannot be written so that it reads the same; it is as it was",
        "this is a fault of the tool: look for a key or a text of a kind that YAML has trouble with",
    ))
}

/// Replaces a file in one step, so that it is never half written.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let new = path.with_extension("yaml.new");
    fs::write(&new, text).and_then(|()| fs::rename(&new, path)).map_err(|error| {
        // What is left of it is in nobody's way.
        let _ = fs::remove_file(&new);
        Failure::of_file(path, &error)
    })
}

fn report(
    pair: &Pair,
    selection: Selection,
    merged: &Merged,
    written: &Written,
    outcome: Outcome,
    own: &Text,
    overlay: &Text,
) -> Report {
    let upstream = &pair.upstream.tree;
    let offered = operations::all(upstream);
    let Selection { taken, kept, removed } = selection;
    // In the fragment's order.
    let in_order = operations::all(&merged.tree);
    let in_order = in_order.into_iter().filter(|here| taken.iter().any(|other| other.is(here)));
    let left = (
        offered.len() - taken.len(),
        components(upstream).len().saturating_sub(merged.cut.taken.len()),
    );
    let fate_of = |operation: Operation| {
        let at = Pointer::root().join_all(["paths", &operation.path, &operation.method]);
        (fate(tree::at(&pair.own.tree, &at), tree::at(&merged.tree, &at)), operation)
    };
    let kept = kept.into_iter().map(|operation| {
        let same_id = |offer: &&Operation| offer.id.is_some() && offer.id == operation.id;
        KeptOperation { moved: offered.iter().find(same_id).cloned(), operation }
    });
    let lost = pair.upstream.lost(&taken, &merged.cut.taken);
    let spec = Source { name: SPEC, text: &written.text };
    let undescribed = review::undescribed(&merged.tree).into_iter();
    Report {
        outcome,
        from: pair.upstream.name().to_owned(),
        taken: in_order.map(fate_of).collect(),
        kept: kept.collect(),
        removed,
        components: component_fates(&pair.own.tree, &merged.tree),
        kept_components: merged.cut.kept.len(),
        left,
        lost,
        links: merged.links,
        callbacks: merged.callbacks,
        lost_comments: if outcome == Outcome::Unchanged {
            Vec::new()
        } else {
            review::comments(&own.text)
        },
        undescribed: undescribed.map(|at| (at.clone(), written.places.get(&at).copied())).collect(),
        generator: review::generator(spec, overlay),
    }
}

fn component_fates(own: &Tree, merged: &Tree) -> Vec<(Fate, Component)> {
    let all: BTreeSet<Component> = components(own).union(&components(merged)).cloned().collect();
    let fate = |component: Component| {
        let (section, name) = &component;
        let at = Pointer::root().join_all(["components", section, name]);
        (fate(tree::at(own, &at), tree::at(merged, &at)), component)
    };
    all.into_iter().map(fate).collect()
}

fn components(root: &Tree) -> BTreeSet<Component> {
    let sections = tree::members(root.get("components"));
    sections
        .flat_map(|(section, members)| {
            let members = tree::members(Some(members));
            members.map(move |(name, _)| (section.to_owned(), name.to_owned()))
        })
        .collect()
}

fn fate(before: Option<&Tree>, after: Option<&Tree>) -> Fate {
    match (before, after) {
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
        (before, after) if before == after => Fate::Same,
        _ => Fate::Changed,
    }
}
