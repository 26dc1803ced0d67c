//! `outline`, `expand` and what all commands have in common.

use super::{Ending, run, snapshot};

#[test]
fn the_outline_and_the_code_are_the_reviewed_ones() {
    let ran = run(&["outline"]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""));
    assert_eq!(ran.output, snapshot("outline"));
    let ran = run(&["expand"]);
    assert_eq!(ran.ending, Ending::Clean);
    assert_eq!(ran.output, snapshot("client"));
}

#[test]
fn every_command_explains_itself() {
    let help = run(&["--help"]);
    assert_eq!(help.ending, Ending::Clean);
    let commands = help.output.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let mut seen = 0;
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        let help = run(&["help", command]);
        assert_eq!(help.ending, Ending::Clean, "{command}");
        assert!(help.output.contains("Usage: cargo spec"), "{}", help.output);
        seen += 1;
    }
    assert!(seen > 2);
}

#[test]
fn what_cannot_be_carried_out_is_told_on_the_error_stream() {
    for (arguments, words) in [
        (&["outlin"][..], "similar subcommand exists: 'outline'"),
        (&["outline", "no-such-file.yaml"], "no-such-file.yaml: No such file"),
        (&["outline", "Cargo.toml"], "error[load]"),
    ] {
        let ran = run(arguments);
        assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""), "{arguments:?}");
        assert!(ran.errors.contains(words), "{}", ran.errors);
    }
}
