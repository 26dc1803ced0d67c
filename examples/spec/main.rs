//! The maintainer's tool: `cargo spec --help`.
//!
//! An example, so that nobody who imports the crate compiles it, with the generator included by
//! `#[path]` as `build.rs` includes it.

#[path = "../../src/codegen/mod.rs"]
#[allow(dead_code, reason = "the tool uses a part of the generator")]
mod codegen;
mod tool;

use std::process::ExitCode;
use std::{env, io};

fn main() -> ExitCode {
    let mut terminal = tool::Terminal {
        crate_root: env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| ".".into()).into(),
        input: &mut io::stdin().lock(),
        output: &mut io::stdout().lock(),
        errors: &mut io::stderr().lock(),
    };
    tool::run(env::args_os(), &mut terminal).into()
}
