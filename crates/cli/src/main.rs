//! The maintainer's tool: `cargo spec --help`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, io};

use cargo_openapi_client::{SPEC, Terminal, run};

fn main() -> ExitCode {
    let mut terminal = Terminal {
        crate_root: crate_root(),
        input: &mut io::stdin().lock(),
        output: &mut io::stdout().lock(),
        errors: &mut io::stderr().lock(),
    };
    run(env::args_os(), &mut terminal).into()
}

/// The nearest directory, from the current one upwards, with a specification in it.
fn crate_root() -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    let root = here.ancestors().find(|directory| directory.join(SPEC).exists());
    root.unwrap_or(Path::new(".")).to_owned()
}
