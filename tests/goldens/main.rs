//! Golden documents: one small document for each construct of OpenAPI that a rule is about.
//!
//! `NAME/document.yaml` (and `NAME/overlay.yaml`, where there is one) goes in, `NAME/client.rs` and
//! `NAME/losses.txt` come out: that is `tests/generator/goldens.rs`. Here the clients are compiled
//! with the crate's own runtime, and `NAME/wire.rs` says what one sends and reads, where the
//! construct touches the wire.
//!
//! To add one: write the document, run `GOLDENS=accept cargo test --test generator golden`, read
//! what it wrote, and add the name to the list below.

#![allow(
    missing_docs,
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::disallowed_methods,
    clippy::upper_case_acronyms,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::match_overlapping_arm,
    clippy::needless_lifetimes,
    clippy::too_many_arguments,
    clippy::unnecessary_to_owned,
    reason = "a test fails by panicking, and uses a part of the runtime"
)]

#[path = "../../src/body.rs"]
mod body;
#[path = "../../src/choice.rs"]
mod choice;
#[path = "../../src/drift.rs"]
mod drift;
#[path = "../../src/exchange.rs"]
mod exchange;
mod loopback;
#[path = "../../src/object.rs"]
mod object;
#[path = "../../src/open_enum.rs"]
mod open_enum;
#[path = "../../src/parameter.rs"]
mod parameter;
#[path = "../../src/path.rs"]
mod path;
#[path = "../../src/percent.rs"]
mod percent;
#[path = "../../src/query.rs"]
mod query;
#[path = "../../src/response.rs"]
mod response;
#[path = "../../src/shape.rs"]
mod shape;
#[cfg(feature = "rustls")]
#[path = "../../src/tls.rs"]
mod tls;
#[path = "../../src/tolerant.rs"]
mod tolerant;
mod trace;

use std::fs;

/// Compiles each client, and tests it over the wire where it says how.
macro_rules! goldens {
    ($($(#[$wire:ident])? $name:ident;)*) => {
        $(
            mod $name {
                include!(concat!(stringify!($name), "/client.rs"));
                goldens!(@ $($wire)? $name);
            }
        )*
        const GOLDENS: &[&str] = &[$(stringify!($name)),*];
    };
    (@ $name:ident) => {};
    (@ wire $name:ident) => {
        #[cfg(test)]
        mod wire {
            use super::{Client, types};
            use crate::loopback::Loopback;
            include!(concat!(stringify!($name), "/wire.rs"));
        }
    };
}

goldens! {
    #[wire] choice_by_shape;
    #[wire] choice_by_tag;
    #[wire] choice_not_told_apart;
    #[wire] choice_of_children;
    choice_of_scalars;
    #[wire] choice_sent;
    #[wire] enum_others;
    #[wire] enum_values;
    #[wire] names_apart;
    #[wire] plain;
    any_json;
    #[wire] constants;
    loose_document;
    #[wire] read_write_only;
    recursive;
    reference_inside;
    #[wire] reference_siblings;
    schema_keywords;
    #[wire] sent_constraints;
    #[wire] type_lists;
    #[wire] version_3_1;
    #[wire] any_body;
    default_response;
    #[wire] error_by_status;
    #[wire] headers_and_cookies;
    no_operation_id;
    #[wire] path_parameters;
    #[wire] problem_json;
    #[wire] query_styles;
    #[wire] request_bodies;
    #[wire] same_parameter_names;
    surroundings;
    #[wire] contradictions;
    #[wire] multipart;
    operation_ids;
    vacuous_keywords;
}

const DIRECTORY: &str = "tests/goldens";

#[test]
fn every_golden_is_in_the_list() {
    let mut found: Vec<String> = fs::read_dir(DIRECTORY)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    found.sort();
    let mut listed = GOLDENS.to_vec();
    listed.sort_unstable();
    assert_eq!(found, listed);
}
