//! The text of the fragment.

use proptest::prelude::*;

use super::super::Ending;
use super::{Crate, each_mapping, own, own_tree, parse};

/// A fragment with one schema that contains these.
fn with(description: &str, name: &str, value: &str) -> serde_yaml::Value {
    let mut tree = parse(
        "openapi: 3.0.0
info: { title: Shop, version: '1' }
paths: { /a: { get: { operationId: a, responses: { '200': { $ref: '#/components/responses/R' } } } } }
components: { responses: { R: { content: { a/b: { schema: { properties: {}, default: [] } } } } } }",
    );
    let response = &mut tree["components"]["responses"]["R"];
    response["description"] = description.into();
    let schema = &mut response["content"]["a/b"]["schema"];
    schema["properties"][name] = parse("{ type: string }");
    schema["default"] =
        serde_yaml::Value::Sequence(vec![value.into(), parse(value_or_null(value))]);
    tree
}

/// The text as YAML if it is valid, so that numbers and the like occur, too.
fn value_or_null(text: &str) -> &str {
    match serde_yaml::from_str(text) {
        Ok(serde_yaml::Value::Number(_) | serde_yaml::Value::Bool(_))
            if !text.contains("nan") && !text.contains("inf") =>
        {
            text
        }
        _ => "null",
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~]{0,12}",
        "[-?:,\\[\\]{}#&*!|>'\"%@` a]{1,8}",
        "([a-z]{1,12}[ ,:#\n\t]{1,2}){1,40}",
        "[ \n]{0,3}([a-z .]{0,30}\n){0,4}[ \n]{0,3}",
        "[\u{0}-\u{20}\u{7f}-\u{a0}\u{2028}\u{2029}\u{feff}\u{fffe}\u{10ffff}a ]{0,8}",
        "(true|null|~|yes|NO|0x1F|0o17|1e3|1_000|-1.50|2026-01-01|0123|<<|=|---|\\.\\.\\.)",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Every value of a document is written so that it reads back the same.
    #[test]
    fn every_text_is_written_as_it_is(description in texts(), name in texts(), value in texts()) {
        let tree = with(&description, &name, &value);
        let json = serde_json::to_string(&tree).unwrap();
        let written = Crate::of(&json);
        written.imports(&json, &[]);
        prop_assert_eq!(parse(&written.fragment()), tree);
        let text = written.fragment();
        written.imports(&text, &["--dry-run"]);
    }
}

/// Text that readers of YAML 1.1 and 1.2 read differently is in quotes; text that both read as a string is not.
#[test]
fn what_some_reader_takes_for_something_else_is_in_quotes() {
    let in_quotes = [
        "NO",
        "no",
        "y",
        "N",
        "on",
        "Off",
        "YES",
        "true",
        "null",
        "~",
        "",
        "=",
        "<<",
        "1",
        "-1.5",
        "1_000",
        "+1",
        "0x1F",
        "0o17",
        "0b11",
        "017",
        "1e3",
        "1.e+3",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "12:30",
        "12:30:45",
        "190:20:30.15",
        "2026-01-01",
        "2026-1-1",
        "2026-01-01T12:30:45Z",
        "2026-01-01 12:30:45",
    ];
    let plain = [
        "NOK",
        "none",
        "yes please",
        "1.2.3",
        "1a",
        "a1",
        "0xG",
        "e3",
        "+",
        ".",
        "1 000",
        "2026-01",
        "2026-01-01-01",
        "20260-01-01",
        "on/off",
        "==",
        "<",
        "_1",
        "v2",
        "3DS",
        "127.0.0.1",
        "1e",
        "1:a",
    ];
    for (texts, quotes) in [(&in_quotes[..], true), (&plain[..], false)] {
        for text in texts {
            let tree = with("A response.", text, text);
            let written = Crate::of(&serde_json::to_string(&tree).unwrap());
            written.imports(&serde_json::to_string(&tree).unwrap(), &[]);
            let fragment = written.fragment();
            let count = ["'", "\""].map(|quote| {
                let quoted = format!("{quote}{text}{quote}");
                fragment.matches(&format!("{quoted}:\n")).count()
                    + fragment.matches(&format!("- {quoted}\n")).count()
            });
            let expected = if quotes { 2 } else { 0 };
            assert_eq!(count.iter().sum::<usize>(), expected, "{text}: {fragment}");
        }
    }
}

#[test]
fn prose_is_folded_and_nothing_else() {
    let long = "word ".repeat(30);
    let prose = "One  two. ".repeat(15);
    let tree = with(prose.trim(), "name", long.trim());
    let json = serde_json::to_string(&tree).unwrap();
    let written = Crate::of(&json);
    written.imports(&json, &[]);
    let text = written.fragment();
    let (long_lines, others): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.len() > 100);
    assert_eq!(long_lines, [format!("              - {}", long.trim())]);
    assert!(others.contains(&"      description: >-"), "{text}");
    assert!(
        others
            .iter()
            .filter(|line| line.contains("One  two."))
            .all(|line| line.len() > 88 || line.len() < 80)
    );
}

#[test]
fn comments_stay_at_the_top_and_are_missed_elsewhere() {
    let own = own();
    let commented = own
        .replacen("      operationId:", "      # Not for long.\n      operationId:", 1)
        .replacen("  version: '1'\n", "  version: '1' # the first one\n", 1)
        .replacen("description: A text", "description: \"# A text", 1);
    let renewed = Crate::of_own();
    std::fs::write(renewed.root.join("spec/sessions-cancel.yaml"), &commented).unwrap();
    let ran = renewed.imports(&own, &[]);
    let line = |text: &str| commented.lines().position(|line| line.contains(text)).unwrap() + 1;
    let lost = format!(
        "Lost: comments of the fragment, except those at its top\n    line {}\n    line {}\n\n",
        line("the first one"),
        line("Not for long")
    );
    assert!(ran.output.contains(&lost), "{}", ran.output);
    assert_eq!(renewed.fragment(), own);
}

#[test]
fn a_description_may_be_empty_where_one_is_required() {
    let renewed = Crate::of(&serde_json::to_string(&with("", "a", "")).unwrap());
    let mut upstream = with("", "a", "");
    each_mapping(&mut upstream, &mut |members| {
        members.shift_remove("description");
    });
    let ran = renewed.imports(&serde_yaml::to_string(&upstream).unwrap(), &[]);
    assert!(ran.output.contains("  /components/responses/R\n"), "{}", ran.output);
    assert_eq!(parse(&renewed.fragment()), with("", "a", ""));
}

#[test]
fn what_cannot_be_replaced_is_left_alone() {
    let renewed = Crate::of_own();
    std::fs::create_dir(renewed.root.join("spec/sessions-cancel.yaml.new")).unwrap();
    let mut upstream = own_tree();
    upstream["info"]["version"] = "2".into();
    let ran = renewed.import(&serde_yaml::to_string(&upstream).unwrap(), &[]);
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert!(ran.errors.contains("spec/sessions-cancel.yaml: "), "{}", ran.errors);
    assert_eq!(renewed.fragment(), own());
}
