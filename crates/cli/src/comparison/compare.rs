//! What changed between two clients, judged by Cargo's SemVer reference.
//!
//! The generated methods count as public: a crate that keeps them to itself may release less than this says.

use super::change::Level::{Major, Minor, Patch};
use super::change::{Change, Changes, GROWS, WORDS};
use super::fields::fields;
use super::inside::inside;
use super::operations::operations;
use super::rename::{self, Renames};
use crate::outline;
use crate::surface::{Surface, Type, TypeKind, Variant};

/// Every change, the most severe first, equal ones in the order of the outline.
pub fn compare(old: &Surface, new: &Surface) -> Vec<Change> {
    let mut changes = Changes::default();
    operations(&mut changes, &old.operations, &new.operations);
    let renames = Renames::find(&old.types, &new.types);
    for (from, to) in renames.iter() {
        let verdict = (Major, "the old name is gone; the type itself is unchanged");
        changes.changed(from, "type renamed", (from, to), verdict);
    }
    let old: Vec<Type> = old.types.iter().map(|ty| renames.apply(ty)).collect();
    for ty in &old {
        match new.type_named(&ty.name) {
            Some(new) => types(&mut changes, ty, new),
            None => changes.removed(
                &ty.name,
                "type removed",
                kind(ty).to_owned(),
                (Major, "code that names the type no longer compiles"),
            ),
        }
    }
    for ty in new.types.iter().filter(|new| old.iter().all(|old| old.name != new.name)) {
        let verdict = (Minor, "a new name does not affect users");
        changes.added(&ty.name, "type added", kind(ty).to_owned(), verdict);
    }
    let mut changes = changes.0;
    changes.sort_by_key(|change| std::cmp::Reverse(change.level));
    changes
}

fn types(changes: &mut Changes, old: &Type, new: &Type) {
    let before = changes.0.len();
    let name = &new.name;
    match (&old.kind, &new.kind) {
        (TypeKind::Struct(old_fields), TypeKind::Struct(new_fields)) => {
            fields(changes, old, old_fields, new_fields);
        }
        (TypeKind::Enum(old_variants), TypeKind::Enum(new_variants)) => {
            variants(changes, old, old_variants, new_variants);
        }
        (TypeKind::Tuple(old), TypeKind::Tuple(new)) => {
            // Private content shows only through the traits.
            if [old, new].iter().any(|fields| fields.contains("pub ")) {
                let verdict = (Major, "code that looks inside no longer compiles");
                changes.changed(name, "content changed", (old, new), verdict);
            }
        }
        _ => {
            let verdict = (Major, "code that looks inside no longer compiles");
            changes.changed(name, "kind changed", (kind(old), kind(new)), verdict);
        }
    }
    match (old.is_non_exhaustive, new.is_non_exhaustive) {
        (false, true) => changes.added(
            name,
            "attribute added",
            "#[non_exhaustive]".to_owned(),
            (Major, "users can no longer build it, or match it completely"),
        ),
        (true, false) => changes.removed(
            name,
            "attribute removed",
            "#[non_exhaustive]".to_owned(),
            (Minor, "users may build and match it completely"),
        ),
        _ => {}
    }
    for item in old.traits.difference(&new.traits) {
        let verdict = (Major, "code that relies on it no longer compiles");
        changes.removed(name, "implementation removed", item.clone(), verdict);
    }
    for item in new.traits.difference(&old.traits) {
        let verdict = (Minor, "it can do more than before");
        changes.added(name, "implementation added", item.clone(), verdict);
    }
    for item in old.functions.difference(&new.functions) {
        let verdict = (Major, "calls no longer compile");
        changes.removed(name, "function removed", item.clone(), verdict);
    }
    for item in new.functions.difference(&old.functions) {
        let verdict = (Minor, "it can do more than before");
        changes.added(name, "function added", item.clone(), verdict);
    }
    if changes.0.len() == before {
        inside(changes, name, (&old.body, &new.body));
    }
    changes.changed(name, "documentation", (&old.doc, &new.doc), WORDS);
}

fn variants(changes: &mut Changes, owner: &Type, old: &[Variant], new: &[Variant]) {
    for variant in old {
        let subject = format!("{}::{}", owner.name, variant.name);
        if let Some(new) = new.iter().find(|new| new.name == variant.name) {
            let verdict = (Major, "code that takes it apart expects the old content");
            let payload = (variant.payload.as_str(), new.payload.as_str());
            changes.changed(&subject, "content changed", payload, verdict);
            let [from, to] = [variant, new].map(|it| it.value.clone().unwrap_or_default());
            let verdict = (Patch, "the variant has another value in JSON");
            changes.changed(&subject, "value changed", (&from, &to), verdict);
            changes.changed(&subject, "documentation", (&variant.doc, &new.doc), WORDS);
        } else if let Some(successor) = rename::variant(variant, old, new) {
            let names = (variant.name.as_str(), successor.name.as_str());
            let verdict = (Major, "code that matches the old name no longer compiles");
            changes.changed(&subject, "variant renamed", names, verdict);
        } else {
            let verdict = (Major, "code that names it no longer compiles");
            changes.removed(&subject, "variant removed", outline::variant(variant), verdict);
        }
    }
    let is_new = |variant: &&Variant| {
        let successor_of_none = |known: &Variant| {
            rename::variant(known, old, new).is_none_or(|successor| successor.name != variant.name)
        };
        old.iter().all(|known| known.name != variant.name && successor_of_none(known))
    };
    for variant in new.iter().filter(is_new) {
        let verdict = match owner.is_non_exhaustive {
            true => GROWS,
            false => (Major, "a `match` of all variants is no longer complete"),
        };
        let subject = format!("{}::{}", owner.name, variant.name);
        changes.added(&subject, "variant added", outline::variant(variant), verdict);
    }
}

fn kind(ty: &Type) -> &'static str {
    match ty.kind {
        TypeKind::Struct(_) => "struct",
        TypeKind::Tuple(_) => "tuple struct",
        TypeKind::Enum(_) => "enum",
    }
}
