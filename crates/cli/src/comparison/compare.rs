//! What changed between two clients, judged by Cargo's SemVer reference.
//!
//! The generated methods count as public: a crate that keeps them to itself may release less than this
//! says. They take their parameters in order, so that one more breaks every call.

use super::change::Level::{Major, Minor, Patch};
use super::change::{Change, Changes, Verdict};
use super::rename::{self, Renames};
use crate::outline;
use crate::surface::{Field, Operation, Surface, Type, TypeKind, Variant};

const GROWS: Verdict = (Minor, "users' code must already expect more (`#[non_exhaustive]`)");
const CALLS: Verdict = (Major, "calls no longer compile");
const WORDS: Verdict = (Patch, "only the documentation differs");
const INSIDE: Verdict = (Patch, "no signature differs, only what the code does");

/// Longest code that is shown in full.
const LONGEST: usize = 100;

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

fn operations(changes: &mut Changes, old: &[Operation], new: &[Operation]) {
    let successor = |operation: &Operation| {
        // Routes that differ only in a query, for one, are the same here.
        let is_same_name = |new: &&Operation| new.name == operation.name;
        let mut of_route = new.iter().filter(|new| new.route == operation.route);
        of_route.clone().find(is_same_name).or(of_route.next()).or(new.iter().find(is_same_name))
    };
    for operation in old {
        match successor(operation) {
            Some(new) => compare_operations(changes, operation, new),
            None => changes.removed(
                &operation.name,
                "operation removed",
                operation.route.clone(),
                CALLS,
            ),
        }
    }
    let is_known = |new: &Operation| {
        old.iter().any(|old| successor(old).is_some_and(|found| found.name == new.name))
    };
    for operation in new.iter().filter(|operation| !is_known(operation)) {
        let verdict = (Minor, "a new method does not affect users");
        changes.added(&operation.name, "operation added", operation.route.clone(), verdict);
    }
}

fn compare_operations(changes: &mut Changes, old: &Operation, new: &Operation) {
    let before = changes.0.len();
    let name = &new.name;
    changes.changed(&old.name, "operation renamed", (&old.name, name), CALLS);
    let verdict = (Patch, "the call goes to another path");
    changes.changed(name, "route changed", (&old.route, &new.route), verdict);
    parameters(changes, old, new);
    changes.changed(name, "result changed", (&old.output, &new.output), CALLS);
    if changes.0.len() == before {
        inside(changes, name, (&old.body, &new.body));
    }
    changes.changed(name, "documentation", (&old.doc, &new.doc), WORDS);
}

/// Callers give the parameters in their order, and do not name them.
fn parameters(changes: &mut Changes, old: &Operation, new: &Operation) {
    let name = &new.name;
    let types = |of: &Operation| -> Vec<String> {
        of.parameters.iter().map(|parameter| parameter.ty.clone()).collect()
    };
    if types(old) == types(new) {
        let [before, after] = [old, new].map(|of| {
            let names = of.parameters.iter().map(|parameter| parameter.name.as_str());
            names.collect::<Vec<_>>()
        });
        let is_same_set = before.iter().all(|name| after.contains(name));
        let (what, verdict) = match is_same_set {
            true => {
                ("parameters in another order", (Major, "calls send each value as another one"))
            }
            false => ("parameter renamed", (Patch, "calls do not name it")),
        };
        return changes.changed(name, what, (&before.join(", "), &after.join(", ")), verdict);
    }
    for parameter in &old.parameters {
        let subject = format!("{name}({})", parameter.name);
        match new.parameters.iter().find(|new| new.name == parameter.name) {
            Some(new) => {
                let ty = (parameter.ty.as_str(), new.ty.as_str());
                changes.changed(&subject, "parameter's type changed", ty, CALLS);
            }
            None => changes.removed(&subject, "parameter removed", parameter.ty.clone(), CALLS),
        }
    }
    let is_new = |name: &str| old.parameters.iter().all(|old| old.name != name);
    for parameter in new.parameters.iter().filter(|parameter| is_new(&parameter.name)) {
        let subject = format!("{name}({})", parameter.name);
        changes.added(&subject, "parameter added", parameter.ty.clone(), CALLS);
    }
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

fn fields(changes: &mut Changes, owner: &Type, old: &[Field], new: &[Field]) {
    for field in old {
        let subject = format!("{}.{}", owner.name, field.name);
        if let Some(new) = new.iter().find(|new| new.name == field.name) {
            compare_fields(changes, &subject, field, new);
        } else if let Some(successor) = rename::field(field, old, new) {
            let names = (field.name.as_str(), successor.name.as_str());
            let verdict = (Major, "code that reads it by the old name no longer compiles");
            changes.changed(&subject, "field renamed", names, verdict);
        } else {
            let verdict = (Major, "code that reads it no longer compiles");
            changes.removed(&subject, "field removed", outline::field(field), verdict);
        }
    }
    let is_new = |field: &&Field| {
        let successor_of_none = |known: &Field| {
            rename::field(known, old, new).is_none_or(|successor| successor.name != field.name)
        };
        old.iter().all(|known| known.name != field.name && successor_of_none(known))
    };
    for field in new.iter().filter(is_new) {
        let verdict = match owner.is_non_exhaustive {
            true => GROWS,
            false => (Major, "code that builds the struct no longer names all of its fields"),
        };
        let subject = format!("{}.{}", owner.name, field.name);
        changes.added(&subject, "field added", outline::field(field), verdict);
    }
}

fn compare_fields(changes: &mut Changes, subject: &str, old: &Field, new: &Field) {
    let verdict = (Major, "code that reads it expects the old type");
    changes.changed(subject, "type changed", (&old.ty, &new.ty), verdict);
    let verdict = (Patch, "the field has another name in JSON");
    changes.changed(subject, "JSON name changed", (&old.wire_name, &new.wire_name), verdict);
    let promised = |field: &Field| if field.is_expected { "always there" } else { "may be absent" };
    let verdict =
        (Patch, "the type is optional either way; its absence is, or is no longer, drift");
    changes.changed(subject, "promise changed", (promised(old), promised(new)), verdict);
    let shown = |field: &Field| if field.is_sensitive { "hidden" } else { "shown" };
    let verdict = (Patch, "users cannot rely on what `Debug` prints, but it may show a secret");
    changes.changed(subject, "`Debug` changed", (shown(old), shown(new)), verdict);
    changes.changed(subject, "documentation", (&old.doc, &new.doc), WORDS);
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

/// The part of the code that differs.
fn inside(changes: &mut Changes, subject: &str, (old, new): (&str, &str)) {
    let words = |code: &'_ str| code.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (words(old), words(new));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = |code: &[String]| code.get(start..).unwrap_or_default().to_vec();
    let (old, new) = (rest(&old), rest(&new));
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let differing = |code: Vec<String>| {
        let code = code.get(..code.len() - end).unwrap_or_default().join(" ");
        if code.chars().count() <= LONGEST {
            code
        } else {
            format!("{}…", code.chars().take(LONGEST).collect::<String>())
        }
    };
    changes.changed(subject, "works differently", (&differing(old), &differing(new)), INSIDE);
}
