//! What changed between the fields of a struct.

use super::change::Level::{Major, Patch};
use super::change::{Changes, GROWS, WORDS};
use super::rename;
use crate::outline;
use crate::surface::{Field, Type};

/// Compares the fields of a struct.
pub(super) fn fields(changes: &mut Changes, owner: &Type, old: &[Field], new: &[Field]) {
    for field in old {
        let subject = format!("{}.{}", owner.name, field.name);
        if let Some(new) = new.iter().find(|new| new.name == field.name) {
            compare_fields(changes, &subject, field, new);
        } else if let Some(successor) = rename::field(field, old, new) {
            let names = (field.name.as_str(), successor.name.as_str());
            let verdict = (Major, "code that reads it by the old name no longer compiles");
            changes.changed(&subject, "field renamed", names, verdict);
            compare_promises(changes, &subject, field, successor);
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

/// Compares two fields of one name.
pub(super) fn compare_fields(changes: &mut Changes, subject: &str, old: &Field, new: &Field) {
    let verdict = (Major, "code that reads it expects the old type");
    changes.changed(subject, "type changed", (&old.ty, &new.ty), verdict);
    let verdict = (Patch, "the field has another name in JSON");
    changes.changed(subject, "JSON name changed", (&old.wire_name, &new.wire_name), verdict);
    compare_promises(changes, subject, old, new);
}

/// Compares what the contract and the documentation say of a field beyond its name and type.
fn compare_promises(changes: &mut Changes, subject: &str, old: &Field, new: &Field) {
    let promised = |field: &Field| if field.is_expected { "always there" } else { "may be absent" };
    let verdict =
        (Patch, "the type is optional either way; its absence is, or is no longer, drift");
    changes.changed(subject, "promise changed", (promised(old), promised(new)), verdict);
    let shown = |field: &Field| if field.is_sensitive { "hidden" } else { "shown" };
    let verdict = (Patch, "users cannot rely on what `Debug` prints, but it may show a secret");
    changes.changed(subject, "`Debug` changed", (shown(old), shown(new)), verdict);
    changes.changed(subject, "documentation", (&old.doc, &new.doc), WORDS);
}
