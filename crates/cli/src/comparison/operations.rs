//! What changed between the operations of two clients.

use super::change::Level::{Major, Minor, Patch};
use super::change::{Changes, Verdict, WORDS};
use super::fields::compare_fields;
use super::inside::inside;
use crate::outline;
use crate::surface::{Field, Operation, Parameter};

const CALLS: Verdict = (Major, "calls no longer compile");
const OPTIONAL: Verdict = (
    Major,
    "calls give one value too many; `required: true` in the overlay keeps them as they are",
);

/// Compares the operations of two clients.
pub(super) fn operations(changes: &mut Changes, old: &[Operation], new: &[Operation]) {
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
    options(changes, old, new);
    changes.changed(name, "result changed", (&old.output, &new.output), CALLS);
    if changes.0.len() == before {
        inside(changes, name, (&old.body, &new.body));
    }
    changes.changed(name, "documentation", (&old.doc, &new.doc), WORDS);
}

/// Callers give the required parameters in their order, and do not name them.
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
    let stays = |parameter: &&Parameter| option_named(new, &parameter.name).is_none();
    for parameter in old.parameters.iter().filter(stays) {
        let subject = format!("{name}({})", parameter.name);
        match new.parameters.iter().find(|new| new.name == parameter.name) {
            Some(new) => {
                let ty = (parameter.ty.as_str(), new.ty.as_str());
                changes.changed(&subject, "parameter's type changed", ty, CALLS);
            }
            None => changes.removed(&subject, "parameter removed", parameter.ty.clone(), CALLS),
        }
    }
    let is_new = |name: &str| {
        old.parameters.iter().all(|old| old.name != name) && option_named(old, name).is_none()
    };
    for parameter in new.parameters.iter().filter(|parameter| is_new(&parameter.name)) {
        let subject = format!("{name}({})", parameter.name);
        changes.added(&subject, "parameter added", parameter.ty.clone(), CALLS);
    }
}

/// Callers set the optional parameters that they know by name.
fn options(changes: &mut Changes, old: &Operation, new: &Operation) {
    let name = &new.name;
    let parameter = |of: &'_ Operation, name: &str| -> Option<String> {
        let found = of.parameters.iter().find(|parameter| parameter.name == name);
        found.map(|parameter| parameter.ty.clone())
    };
    for option in &old.options {
        let subject = outline::option(name, &option.name);
        if let Some(new) = option_named(new, &option.name) {
            compare_fields(changes, &subject, option, new);
        } else if let Some(ty) = parameter(new, &option.name) {
            let verdict = (Major, "every call must give it now");
            changes.changed(&subject, "parameter now required", (&option.ty, &ty), verdict);
        } else {
            let verdict = (Major, "code that sets it no longer compiles");
            changes.removed(&subject, "optional parameter removed", option.ty.clone(), verdict);
        }
    }
    for option in &new.options {
        let subject = outline::option(name, &option.name);
        if let Some(ty) = parameter(old, &option.name) {
            changes.changed(&subject, "parameter now optional", (&ty, &option.ty), OPTIONAL);
        } else if option_named(old, &option.name).is_none() {
            let verdict = (Minor, "calls that do not name it stay as they are");
            let ty = outline::field(option);
            changes.added(&subject, "optional parameter added", ty, verdict);
        }
    }
}

fn option_named<'a>(of: &'a Operation, name: &str) -> Option<&'a Field> {
    of.options.iter().find(|option| option.name == name)
}
