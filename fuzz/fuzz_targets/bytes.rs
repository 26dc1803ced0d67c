//! Any text: a client or errors come out, and what is a client is Rust.
//!
//! `cargo +nightly fuzz run bytes`; `tests/generator/fuzzing.rs` runs the same on a stable compiler.

#![no_main]

#[path = "../../src/codegen/mod.rs"]
#[allow(dead_code, reason = "only generating is tried")]
mod codegen;

use codegen::{Source, overlay};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let document = Source { name: "a document", text };
    if let Ok(client) = codegen::generate(document, overlay::NONE) {
        assert!(syn::parse_file(&client.code).is_ok(), "{}", client.code);
    }
});
