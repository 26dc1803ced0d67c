//! Removes what a client does not support around operations: callbacks, links, servers of one path, credentials
//! other than the `Authorization` header, and types of response headers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::losses::Losses;
use crate::openapi;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    check_security(root, losses);
    let top = Pointer::root();
    let operations = openapi::places_of_operations(root);
    let mut responses =
        openapi::places_of_members(root, &top.join_all(["components", "responses"]));
    for at in &operations {
        take(root, at, "callbacks", Problem::Callbacks, losses);
        take(root, at, "servers", Problem::OwnServers, losses);
        responses.extend(openapi::places_of_members(root, &at.join("responses")));
    }
    for at in openapi::places_of_members(root, &top.join("paths")) {
        take(root, &at, "servers", Problem::OwnServers, losses);
    }
    for at in responses {
        take(root, &at, "links", Problem::Links, losses);
        take(root, &at, "headers", Problem::ResponseHeaders, losses);
    }
    // Nothing else refers to them.
    for section in ["callbacks", "headers", "links"] {
        if let Some(Value::Object(components)) = root.get_mut("components") {
            components.remove(section);
        }
    }
}

fn take(root: &mut Value, at: &Pointer, member: &str, problem: Problem, losses: &mut Losses) {
    let Some(Value::Object(owner)) = at.get_mut(root) else { return };
    let is_empty = |value: &Value| {
        value.as_object().is_some_and(serde_json::Map::is_empty)
            || value.as_array().is_some_and(Vec::is_empty)
    };
    if owner.remove(member).is_some_and(|value| !is_empty(&value)) {
        losses.report(&at.join(member), problem);
    }
}

/// Each required scheme other than the `Authorization` header, once.
fn check_security(root: &Value, losses: &mut Losses) {
    let schemes = Pointer::root().join_all(["components", "securitySchemes"]);
    let is_sent = |name: &str| {
        let scheme = schemes.join(name).get(root);
        let scheme = scheme.and_then(|scheme| openapi::resolve(root, scheme));
        scheme.is_none_or(is_authorization)
    };
    for (at, security) in requirements(root) {
        for (index, all) in openapi::items(Some(security)) {
            for (name, _) in openapi::members(Some(all)) {
                if schemes.join(name).get(root).is_none() {
                    let problem = Problem::UnknownScheme(name.to_owned());
                    losses.report(&at.join(index).join(name), problem);
                }
            }
        }
    }
    let mut unsent: BTreeSet<&str> = BTreeSet::new();
    for operation in openapi::operations(root) {
        let security = operation.value.get("security").or_else(|| root.get("security"));
        let mut alternatives = openapi::items(security)
            .map(|(_, all)| openapi::members(Some(all)).map(|(name, _)| name).collect::<Vec<_>>());
        let Some(first) = alternatives.next() else { continue };
        let is_open = |all: &Vec<&str>| all.iter().all(|name| is_sent(name));
        if !is_open(&first) && !alternatives.any(|all| is_open(&all)) {
            unsent.extend(first.into_iter().filter(|name| !is_sent(name)));
        }
    }
    for name in unsent {
        losses.report(&schemes.join(name), Problem::SecurityScheme(name.to_owned()));
    }
}

/// The security requirements of the operations, each list of alternatives once.
fn requirements(root: &Value) -> Vec<(Pointer, &Value)> {
    let whole = root.get("security").map(|security| (Pointer::root().join("security"), security));
    let own = openapi::operations(root).into_iter().filter_map(|operation| {
        Some((operation.pointer.join("security"), operation.value.get("security")?))
    });
    whole.into_iter().chain(own).collect()
}

fn is_authorization(scheme: &Value) -> bool {
    match openapi::text(scheme, "type") {
        Some("apiKey") => {
            openapi::text(scheme, "in") == Some("header")
                && openapi::text(scheme, "name")
                    .is_some_and(|name| name.eq_ignore_ascii_case("authorization"))
        }
        Some("mutualTLS") => false,
        _ => true,
    }
}
