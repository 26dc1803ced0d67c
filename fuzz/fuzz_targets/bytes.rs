//! Any text gives a client or errors, and a client is valid Rust.
//!
//! `cargo +nightly fuzz run bytes`; `crates/build/tests/generator/fuzzing.rs` runs the same on a stable compiler.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openapi_client_build::Source;
use openapi_client_build::overlay;

fuzz_target!(|text: &str| {
    let document = Source { name: "a document", text };
    if let Ok(client) = openapi_client_build::generate(document, overlay::NONE) {
        assert!(syn::parse_file(&client.code).is_ok(), "{}", client.code);
    }
});
