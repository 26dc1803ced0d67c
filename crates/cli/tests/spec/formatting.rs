//! `fmt`, and what `check` reports of style and words.

use super::Ending;
use super::crate_copy::{CrateCopy, SPEC};
use super::importing::FRAME;

/// A description as a person may fold it.
fn by_hand(copy: &CrateCopy) -> String {
    let text = copy.read(SPEC);
    let folded = "summary: >\n        Read a checkout\n        session.\n";
    let edited = text.replacen("summary: Read a checkout session.\n", folded, 1);
    assert_ne!(edited, text);
    // The folded scalar ends in a line end, which is one more character.
    edited.replacen("summary: >\n", "summary: >-\n", 1)
}

#[test]
fn what_a_person_wrote_is_put_into_the_tools_style() {
    let copy = CrateCopy::new("format");
    let styled = copy.read(SPEC);
    copy.write(SPEC, &by_hand(&copy));
    let ran = copy.run(&["check"]);
    assert_eq!(ran.ending, Ending::Clean, "{}", ran.output);
    assert!(ran.output.contains("warning[style]"), "{}", ran.output);
    assert!(ran.output.contains("cargo spec fmt"), "{}", ran.output);
    let ran = copy.run(&["fmt", "--check"]);
    assert_eq!(ran.ending, Ending::Found, "{}", ran.output);
    assert_eq!(copy.run(&["fmt"]).ending, Ending::Clean);
    assert_eq!(copy.read(SPEC), styled);
    assert_eq!(copy.run(&["fmt", "--check"]).ending, Ending::Clean);
    assert!(!copy.run(&["check"]).output.contains("warning[style]"));
}

/// A dry run of the document's own content says that only the style would change.
#[test]
fn another_style_is_no_other_content() {
    let copy = CrateCopy::new("format-import");
    let styled = copy.read(SPEC);
    copy.write(SPEC, &by_hand(&copy));
    copy.write("upstream.yaml", &styled);
    let ran = copy.run(&["import", "upstream.yaml", "--dry-run"]);
    assert_eq!(ran.ending, Ending::Found);
    assert!(ran.output.contains("would be put into the tool's style"), "{}", ran.output);
    assert!(!ran.output.contains("unchanged"), "{}", ran.output);
}

#[test]
fn line_ends_of_windows_stay() {
    let copy = CrateCopy::new("format-crlf");
    let unix = copy.read(SPEC);
    let windows = unix.replace('\n', "\r\n");
    copy.write(SPEC, &windows);
    copy.write("upstream.yaml", &unix);
    assert_eq!(copy.run(&["fmt", "--check"]).ending, Ending::Clean);
    assert_eq!(copy.run(&["import", "upstream.yaml", "--dry-run"]).ending, Ending::Clean);
    copy.write("upstream.yaml", &unix.replace("version: '1'", "version: '2'"));
    assert_eq!(copy.run(&["import", "upstream.yaml"]).ending, Ending::Clean);
    assert_eq!(copy.read(SPEC), windows.replace("version: '1'", "version: '2'"));
}

#[test]
fn a_comment_would_be_lost_so_that_the_file_is_left_alone() {
    let copy = CrateCopy::new("format-comment");
    let text = by_hand(&copy).replacen("paths:\n", "paths: # ours\n", 1);
    copy.write(SPEC, &text);
    let ran = copy.run(&["fmt"]);
    assert_eq!(ran.ending, Ending::Failed);
    assert!(ran.errors.contains("this comment would be lost"), "{}", ran.errors);
    assert_eq!(copy.read(SPEC), text);
}

#[test]
fn what_is_not_described_is_listed_each_time_and_denied_on_demand() {
    let copy = CrateCopy::new("check-described");
    copy.edit(SPEC, "      description: Where a store lies.\n", "");
    copy.accept();
    let ran = copy.run(&["check"]);
    assert_eq!(ran.ending, Ending::Clean, "{}", ran.output);
    assert!(ran.output.contains("warning[described]"), "{}", ran.output);
    let ran = copy.run(&["check", "--deny-undescribed"]);
    assert_eq!(ran.ending, Ending::Found);
    assert!(ran.output.contains("error[described]"), "{}", ran.output);
}

/// Each of thousands of places has its line.
#[test]
fn what_is_not_described_is_listed_with_its_line() {
    const PROPERTIES: usize = 2_000;
    let mut text = format!(
        "{FRAME}    Order:
      description: An order.
      type: object
      properties:
"
    );
    for number in 0..PROPERTIES {
        text.push_str(&format!("        property_{number}:\n          type: string\n"));
    }
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("described");
    std::fs::create_dir_all(&root).unwrap();
    let manifest = "[package]\nname = \"shop\"\nversion = \"1.0.0\"\n[package.metadata.openapi-client]\ndocument = \"openapi.yaml\"\n";
    std::fs::write(root.join("Cargo.toml"), manifest).unwrap();
    std::fs::write(root.join("openapi.yaml"), text).unwrap();
    let ran = super::run_in(&root, &["check", "--no-compile"], b"");
    let lines = ran.output.lines().filter(|line| line.starts_with("  --> openapi.yaml:"));
    assert_eq!(lines.count(), PROPERTIES, "{}", ran.output.get(..2_000).unwrap_or_default());
}
