//! Where the tool finds the package, and what it says of a manifest that does not help.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use cargo_openapi_client::Terminal;

use super::{Ending, Ran, run_in};

const DOCUMENT: &str = "openapi: 3.0.0
info: { title: Shop, version: '1' }
paths: { /order: { get: { operationId: get_order, responses: { '204': { description: None. } } } } }
";

const SECTION: &str =
    "[package]\nname = \"shop\"\nversion = \"1.2.3\"\n[package.metadata.openapi-client]\n";

/// A package with this manifest and one document.
fn package(name: &str, manifest: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("src/deep")).unwrap();
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    fs::write(root.join("openapi.yaml"), DOCUMENT).unwrap();
    root
}

fn succeeds(ran: &Ran) {
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""), "{}", ran.output);
}

#[test]
fn a_section_without_members_is_enough() {
    let root = package("defaults", SECTION);
    let ran = run_in(&root, &["outline"], b"");
    succeeds(&ran);
    assert!(ran.output.starts_with("operation get_order = GET /order\n"), "{}", ran.output);
    // Nothing was reviewed and there is no README, so that neither is claimed to be checked.
    let ran = run_in(&root, &["check"], b"");
    succeeds(&ran);
    let lines = |start: &str| -> Vec<&str> {
        ran.output.lines().filter(|line| line.starts_with(start)).collect()
    };
    assert_eq!(lines("ok: "), ["ok: the document is valid, and the overlay applies"]);
    assert_eq!(lines("not checked: ").len(), 1, "the version");
}

#[test]
fn the_package_is_found_from_its_directories_and_from_packages_inside() {
    let root = package("upwards", SECTION);
    fs::write(root.join("src/Cargo.toml"), "[package]\nname = \"inner\"\n").unwrap();
    fs::write(root.join("src/deep/other.yaml"), DOCUMENT.replace("get_order", "get_other"))
        .unwrap();
    let deep = root.join("src/deep");
    succeeds(&run_in(&deep, &["check"], b""));
    // A path of the command line starts where the command does.
    let ran = run_in(&deep, &["outline", "other.yaml"], b"");
    succeeds(&ran);
    assert!(ran.output.starts_with("operation get_other"), "{}", ran.output);
}

/// The overlay applies to the package's own document, under any path to it.
#[test]
fn another_document_is_taken_without_the_overlay() {
    let root = package("foreign", &format!("{SECTION}overlay = \"overlay.yaml\"\n"));
    let overlay = "overlay: 1.1.0\ninfo: { title: Shop, version: '1' }\nactions: [{ description: Its name., \
                   target: \"$.paths['/order'].get\", update: { operationId: read_order } }]\n";
    fs::write(root.join("overlay.yaml"), overlay).unwrap();
    fs::write(root.join("other.yaml"), DOCUMENT).unwrap();
    let named = |arguments: &[&str]| {
        let ran = run_in(&root, arguments, b"");
        succeeds(&ran);
        ran.output.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(named(&["outline"]), "read_order");
    assert_eq!(named(&["outline", "./openapi.yaml"]), "read_order");
    assert_eq!(named(&["outline", "other.yaml"]), "get_order");
    assert_eq!(named(&["outline", "other.yaml", "--overlay", "overlay.yaml"]), "read_order");
}

#[test]
fn a_subcommand_of_cargos_is_given_its_own_name() {
    let root = package("subcommand", SECTION);
    let check = run_in(&root, &["check"], b"");
    assert_eq!(run_in(&root, &["openapi-client", "check"], b"").output, check.output);
}

#[test]
fn documents_that_are_named_need_no_package() {
    let root = package("nowhere", "[workspace]\n");
    let ran = run_in(&root, &["outline", "openapi.yaml", "--no-overlay"], b"");
    succeeds(&ran);
    let ran = run_in(&root, &["diff", "openapi.yaml", "openapi.yaml", "--no-overlay"], b"");
    succeeds(&ran);
}

/// Every command that reads a broken package starts, and names the place.
#[test]
fn what_is_wrong_with_the_package_is_named_with_its_place() {
    let line = |line: &str| format!("{SECTION}{line}\n");
    let cases = [
        ("broken", "[package\nname = 1\n".to_owned(), "--> Cargo.toml:1:9", "error[manifest]"),
        ("no-name", "[package]\nversion = \"1\"\n".to_owned(), "--> Cargo.toml:1:1", "`name`"),
        ("unknown", line("documents = \"a.yaml\""), "--> Cargo.toml:5:1", "`documents`"),
        ("not-text", line("overlay = true"), "--> Cargo.toml:5:11", "expected a string"),
        (
            "version",
            SECTION.replace("1.2.3", "1.2"),
            "--> Cargo.toml:3:1",
            "the version `1.2`: unexpected end of input",
        ),
        (
            "no-document",
            line("document = \"gone.yaml\""),
            "error: gone.yaml: No such file",
            " help:",
        ),
        ("no-overlay", line("overlay = \"gone.yaml\""), "error: gone.yaml: No such file", " help:"),
    ];
    for (name, manifest, place, words) in cases {
        let root = package(name, &manifest);
        for command in
            [&["check"][..], &["outline"], &["expand"], &["trace", "a"], &["import", "-"]]
        {
            let ran = run_in(&root, command, DOCUMENT.as_bytes());
            assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""), "{name}");
            assert!(ran.errors.contains(place), "{name}: {}", ran.errors);
            assert!(ran.errors.contains(words), "{name}: {}", ran.errors);
            assert!(ran.errors.contains(" help: "), "{name}: {}", ran.errors);
        }
    }
    for name in ["client", "outline"] {
        let root = package("no-reviewed", &line(&format!("{name} = \"gone.snap\"")));
        let ran = run_in(&root, &["check"], b"");
        assert_eq!(ran.ending, Ending::Failed);
        assert!(ran.errors.contains("gone.snap: No such file"), "{}", ran.errors);
    }
}

#[test]
fn without_a_package_the_section_is_named() {
    let ran = run_in(Path::new("/"), &["check"], b"");
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert!(ran.errors.contains("[package.metadata.openapi-client]"), "{}", ran.errors);
    assert!(ran.errors.contains("document = "), "{}", ran.errors);
}

/// `cargo spec expand | head`
#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut errors = Vec::new();
    for command in ["expand", "outline", "check", "--help"] {
        let mut terminal = Terminal {
            directory: package("head", SECTION),
            input: &mut io::empty(),
            output: &mut Closed,
            errors: &mut errors,
            is_watched: false,
        };
        let line = ["spec", command].map(Into::into);
        assert_eq!(cargo_openapi_client::run(line, &mut terminal), Ending::Clean, "{command}");
    }
    assert_eq!(errors, b"");
}

/// The reviewed client of a stranger may be plain code: not every package uses insta.
#[test]
fn what_was_reviewed_may_be_a_snapshot_or_plain_text() {
    let manifest = format!("{SECTION}client = \"client.rs\"\noutline = \"outline.txt\"\n");
    let root = package("reviewed", &manifest);
    for (command, file) in [("expand", "client.rs"), ("outline", "outline.txt")] {
        fs::write(root.join(file), run_in(&root, &[command], b"").output).unwrap();
    }
    succeeds(&run_in(&root, &["check"], b""));
    let outline = fs::read_to_string(root.join("outline.txt")).unwrap();
    fs::write(root.join("outline.txt"), format!("---\nsource: a.rs\n---\n{outline}")).unwrap();
    succeeds(&run_in(&root, &["check"], b""));
    fs::write(root.join("outline.txt"), "no outline\n").unwrap();
    let ran = run_in(&root, &["check"], b"");
    assert_eq!(ran.ending, Ending::Found);
    assert!(ran.output.contains("--> outline.txt:1:1"), "{}", ran.output);
    assert!(ran.output.contains("write the new one into outline.txt"), "{}", ran.output);
}
