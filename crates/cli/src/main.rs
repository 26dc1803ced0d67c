//! The maintainer's tool: `cargo spec --help`.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::{env, io};

use cargo_openapi_client::{Terminal, run};

fn main() -> ExitCode {
    let mut terminal = Terminal {
        directory: env::current_dir().unwrap_or_default(),
        input: &mut io::stdin().lock(),
        output: &mut io::stdout().lock(),
        errors: &mut io::stderr(),
        is_watched: io::stdout().is_terminal() && io::stderr().is_terminal(),
    };
    run(env::args_os(), &mut terminal).into()
}
