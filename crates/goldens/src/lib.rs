//! Golden documents: one small document for each construct of OpenAPI that a rule is about.
//!
//! In `documents`, `NAME/document.yaml` (and `NAME/overlay.yaml`, where there is one) goes in, `NAME/client.rs` and
//! `NAME/losses.txt` come out: that is `tests/generated.rs`. Here the clients are compiled with the
//! runtime, and `NAME/wire.rs` says what one sends and reads, where the construct touches the wire.
//!
//! To add one: write the document, run `GOLDENS=accept cargo test -p openapi-client-goldens`, read
//! what it wrote, and add the name to the list below.

#![allow(
    missing_docs,
    unused_imports,
    clippy::upper_case_acronyms,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::match_overlapping_arm,
    clippy::needless_lifetimes,
    clippy::too_many_arguments,
    clippy::unnecessary_to_owned,
    reason = "generated code is not written for lints, and a test fails by panicking"
)]

#[cfg(test)]
mod loopback;

#[cfg(test)]
use std::fs;

/// Compiles each client, and includes the tests in its `wire.rs`, if it has one.
macro_rules! goldens {
    ($($(#[$wire:ident])? $name:ident;)*) => {
        $(
            pub mod $name {
                include!(concat!("../documents/", stringify!($name), "/client.rs"));
                goldens!(@ $($wire)? $name);
            }
        )*
        #[cfg(test)]
        const GOLDENS: &[&str] = &[$(stringify!($name)),*];
    };
    (@ $name:ident) => {};
    (@ wire $name:ident) => {
        #[cfg(test)]
        mod wire {
            use super::*;
            use crate::loopback::Loopback;
            include!(concat!("../documents/", stringify!($name), "/wire.rs"));
        }
    };
}

goldens! {
    #[wire] sent_values;
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
    #[wire] indispensable;
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
    #[wire] swagger_bodies;
    swagger_frame;
    #[wire] swagger_parameters;
    #[wire] swagger_responses;
    #[wire] swagger_schemas;
    #[wire] loading;
    words;
    closed_lists;
    #[wire] names_in_components;
    #[wire] no_responses;
    version_3_2;
    #[wire] path_styles;
    #[wire] public_operations;
    #[wire] media_types;
    #[wire] parameter_values;
    #[wire] reserved_names;
    #[wire] numbers;
    #[wire] tags_optional;
    #[wire] tags_literal;
    all_of_alias;
    #[wire] choice_of_listed_children;
    #[wire] shared_properties;
    #[wire] required_undeclared;
    shared_types;
    shared_words;
    parts_that_differ;
    overlay_marks;
    #[wire] choice_beside_choice;
}

#[cfg(test)]
const DIRECTORY: &str = "documents";

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
