//! The figures that a change must not make worse unnoticed, as `benches/figures.toml` records them.
//!
//! `FIGURES=update cargo test --test generated figures` records what is measured now. What takes valgrind or a
//! release build is checked by `.ci/figures`.

use std::fmt::Write;
use std::{env, fs, mem, process};

use dintero_checkout_client::{Client, Credentials, SessionId, types};
use openapi_client_build::Source;

const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/figures.toml");

/// A contract that never changes, so that what its client costs is up to the generator alone. What the living contract
/// adds to the client is in the reviewed snapshots.
const CONTRACT: [(&str, &str); 3] = [
    ("document", include_str!("../../crates/cli/tests/contract/sessions-cancel.yaml")),
    ("overlay", include_str!("../../crates/cli/tests/contract/overlay.yaml")),
    ("types", include_str!("../../crates/cli/tests/contract/types.txt")),
];

/// Where the tree of dependencies is counted, on whatever machine.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// The source of that contract's client.
fn generated() -> String {
    let [document, overlay, types] = CONTRACT.map(|(name, text)| Source { name, text });
    openapi_client_build::generate_keeping(document, overlay, types).unwrap().code
}

/// The crates that a user compiles, this one included.
fn crates(features: &[&str]) -> usize {
    let tree = process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            env!("CARGO_PKG_NAME"),
            "--locked",
            "--prefix",
            "none",
            "--edges",
            "normal,build",
        ])
        .args(["--format", "{p}", "--target", TARGET])
        .args(features)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    let mut names: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

fn measured() -> Vec<(&'static str, usize)> {
    let client = Client::builder(Credentials::token("a-token").unwrap()).build().unwrap();
    let session_id: SessionId = "T1.2".parse().unwrap();
    let generated = generated();
    let is_type = |line: &&str| line.starts_with("pub struct ") || line.starts_with("pub enum ");
    let mut measured = vec![
        ("generated_lines", generated.lines().count()),
        ("generated_types", generated.lines().map(str::trim_start).filter(is_type).count()),
        ("generated_bytes", generated.len()),
        ("crates", crates(&[])),
        ("crates_without_generator", crates(&["--no-default-features", "--features", "rustls"])),
        ("size_of_checkout_session", mem::size_of::<types::CheckoutSession>()),
    ];
    // The future contains what is the system's.
    if cfg!(target_os = "linux") {
        measured.push(("size_of_cancel", mem::size_of_val(&client.cancel(&session_id))));
    }
    measured
}

/// `name = 1234`
fn recorded(line: &str) -> Option<(&str, usize)> {
    let (name, figure) = line.split_once(" = ")?;
    Some((name, figure.parse().ok()?))
}

#[test]
fn no_figure_is_worse_than_recorded() {
    let record = fs::read_to_string(RECORD).unwrap();
    let measured = measured();
    let of = |name: &str| measured.iter().find(|(known, _)| *known == name).map(|(_, it)| *it);
    if env::var("FIGURES").is_ok_and(|what| what == "update") {
        let mut updated = String::new();
        for line in record.lines() {
            match recorded(line).and_then(|(name, _)| Some((name, of(name)?))) {
                Some((name, figure)) => writeln!(updated, "{name} = {figure}").unwrap(),
                None => writeln!(updated, "{line}").unwrap(),
            }
        }
        fs::write(RECORD, updated).unwrap();
        return;
    }
    let recorded: Vec<_> = record.lines().filter_map(recorded).collect();
    let mut worse = String::new();
    for (name, figure) in &measured {
        let recorded = recorded.iter().find(|(known, _)| known == name).map_or(0, |(_, it)| *it);
        if *figure > recorded {
            writeln!(worse, "{name}: {figure}, recorded {recorded}").unwrap();
        }
    }
    assert!(
        worse.is_empty(),
        "worse than benches/figures.toml:\n{worse}\
         if it is worth it, record it: FIGURES=update cargo test --test generated figures"
    );
}
