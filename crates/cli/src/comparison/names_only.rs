//! Major changes in which nothing is lost but a name, and what keeps it.
//!
//! A type may get another name because another one took it, or because its place has a type of its own now. If all
//! that the old type offers is offered by the new one, the maintainer can keep the name, and the change is minor.

use std::collections::BTreeSet;

use openapi_client_build::Diagnostics;
use openapi_client_build::source::document::Document;
use openapi_client_build::{normalise, overlay, translate, validate};
use serde::Serialize;

use super::change::{Change, Level};
use crate::sources::Sources;
use crate::surface::{Surface, Type, TypeKind};

/// A type whose name would be lost, and the way to keep it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Keeping {
    /// The old type, all of which is in the new one.
    pub old: String,
    pub new: String,
    pub way: Way,
}

/// What a maintainer writes to keep a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// An action of the overlay, as YAML.
    Action(String),
    /// A place to put on the line of the old type, in the record of this name.
    Line { record: String, place: String },
    /// The package keeps no record of its types.
    Record,
}

/// Marks the changes in which nothing is lost, and says how to keep the names. `sources` are those of the new
/// side.
pub fn mark(
    changes: &mut [Change],
    old: &Surface,
    new: &Surface,
    sources: &Sources,
) -> Vec<Keeping> {
    let compared = Compared { old, new };
    let mut pairs: BTreeSet<(String, String)> = BTreeSet::new();
    let mut found: BTreeSet<Keeping> = BTreeSet::new();
    for change in changes.iter_mut().filter(|change| change.level == Level::Major) {
        let (Some(before), Some(after)) = (&change.old, &change.new) else { continue };
        let of_change = match change.what {
            "type renamed" => Some(vec![(before.clone(), after.clone())]),
            "type changed" | "content changed" | "result changed" => {
                compared.renamed_in(before, after)
            }
            _ => None,
        };
        for (from, to) in of_change.into_iter().flatten() {
            change.kept = Some(format!("all of `{from}` is in `{to}`"));
            let way = way(&compared, (&from, &to), &change.subject, sources);
            found.insert(Keeping { old: from.clone(), new: to.clone(), way });
            pairs.insert((from, to));
        }
    }
    for change in changes.iter_mut().filter(|change| change.what == "type removed") {
        let successor = pairs.iter().find(|(from, _)| *from == change.subject);
        change.kept = successor.map(|(from, to)| format!("all of `{from}` is in `{to}`"));
    }
    found.into_iter().collect()
}

fn way(compared: &Compared<'_>, (from, to): (&str, &str), subject: &str, sources: &Sources) -> Way {
    let is_free = compared.new.type_named(from).is_none();
    let target = if is_free { target_of(to, sources).ok().flatten() } else { None };
    if let Some(target) = target {
        return Way::Action(format!(
            "- target: {target}\n  description: The name it had.\n  update:\n    x-rust-name: {from}"
        ));
    }
    match &sources.types {
        Some(types) => {
            let record = types.name.clone();
            Way::Line { record, place: compared.place(subject) }
        }
        None => Way::Record,
    }
}

/// The target of an action on the place of a type.
fn target_of(name: &str, sources: &Sources) -> Result<Option<String>, Diagnostics> {
    let document = Document::load(sources.document.source())?;
    let overlay = Document::load(sources.overlay.source())?;
    let overlaid = overlay::apply(validate::validate(document)?, &overlay)?;
    let translated = translate::translate(overlaid)?;
    let normalised = normalise::normalise(match sources.record()? {
        Some(record) => translated.keeping(record),
        None => translated,
    })?;
    let origin = normalised.plan().type_named(name).map(|plan| &plan.origin);
    Ok(origin.map(|origin| overlay::target(&normalised.origins().original(origin))))
}

/// Two surfaces.
struct Compared<'a> {
    old: &'a Surface,
    new: &'a Surface,
}

impl Compared<'_> {
    /// The types that stand for others in two expressions that are the same otherwise, such as `Vec<Order>` and
    /// `Vec<Basket>`; nothing, unless all of each old one is in the new one.
    fn renamed_in(&self, old: &str, new: &str) -> Option<Vec<(String, String)>> {
        let mut seen = BTreeSet::new();
        self.covers(old, new, &mut seen).then_some(())?;
        let pairs = words(old).zip(words(new)).filter(|(a, b)| a != b);
        Some(pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect())
    }

    fn covers(&self, old: &str, new: &str, seen: &mut BTreeSet<(String, String)>) -> bool {
        let is_same_frame = between(old).eq(between(new));
        is_same_frame
            && words(old).zip(words(new)).all(|(old, new)| {
                if old == new || !seen.insert((old.to_owned(), new.to_owned())) {
                    return true;
                }
                match (self.old.type_named(old), self.new.type_named(new)) {
                    (Some(old), Some(new)) => self.has_all_of(old, new, seen),
                    _ => false,
                }
            })
    }

    fn has_all_of(&self, old: &Type, new: &Type, seen: &mut BTreeSet<(String, String)>) -> bool {
        let inside = match (&old.kind, &new.kind) {
            (TypeKind::Struct(old), TypeKind::Struct(new)) => old.iter().all(|field| {
                let same = new.iter().find(|other| other.name == field.name);
                same.is_some_and(|other| self.covers(&field.ty, &other.ty, seen))
            }),
            (TypeKind::Enum(old), TypeKind::Enum(new)) => old.iter().all(|variant| {
                let same = new.iter().find(|other| other.name == variant.name);
                same.is_some_and(|other| self.covers(&variant.payload, &other.payload, seen))
            }),
            (TypeKind::Tuple(old), TypeKind::Tuple(new)) => self.covers(old, new, seen),
            _ => false,
        };
        inside && old.traits.is_subset(&new.traits)
    }

    /// How a record calls a field: by its name in JSON.
    fn place(&self, subject: &str) -> String {
        let Some((owner, name)) = subject.split_once('.') else { return subject.to_owned() };
        let fields = match self.new.type_named(owner).map(|owner| &owner.kind) {
            Some(TypeKind::Struct(fields)) => fields.as_slice(),
            _ => &[],
        };
        let field = fields.iter().find(|field| field.name == name);
        format!("{owner}.{}", field.map_or(name, |field| &field.wire_name))
    }
}

/// The names in an expression, and what is between them.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty())
}

fn between(code: &str) -> impl Iterator<Item = &str> {
    code.split(is_of_word).filter(|sign| !sign.is_empty())
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
