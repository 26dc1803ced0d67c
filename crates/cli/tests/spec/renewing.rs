//! `renew`

use std::fs;
use std::path::{Path, PathBuf};

use super::{Ending, Ran, run_in};

const MANIFEST: &str = r#"[package]
name = "shop"
version = "1.2.3"

[package.metadata.openapi-client]
document = "openapi.yaml"
overlay = "overlay.yaml"
types = "types.txt"
client = "client.rs"
outline = "outline.txt"
answer = { file = "answer.json", operation = "GET /order" }
record = ["cargo no-such-command", "MARK=1 cargo --version"]
changelog = "CHANGELOG.md"
"#;

const DOCUMENT: &str = "openapi: 3.0.0
info:
  title: Shop
  version: '1'
paths:
  /order:
    get:
      operationId: get_order
      description: Reads an order.
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order:
      description: An order.
      type: object
      required:
        - id
      properties:
        id:
          description: Its key.
          type: string
        count:
          description: How many.
          type: integer
        old:
          description: What goes.
          type: string
        items:
          description: What is ordered.
          type: array
          items:
            $ref: '#/components/schemas/Item'
    Item:
      description: One item.
      type: object
      properties:
        sort:
          description: Which sort.
          type: string
          enum:
            - big
            - small
";

const OVERLAY: &str = "overlay: 1.1.0
info: { title: Ours, version: '1' }
actions:
  - target: $.components.schemas.Item
    description: A name.
    update: { x-rust-name: OrderItem }
  - target: $.components.schemas.Order.properties.id
    description: Not secret.
    update: { x-sensitive: false }
";

const ANSWER: &str = r#"{
  "id": "1",
  "count": 7,
  "old": "x",
  "items": [
    {
      "sort": "big"
    }
  ]
}
"#;

fn package(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("renewing").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    for (file, text) in [
        ("Cargo.toml", MANIFEST),
        ("openapi.yaml", DOCUMENT),
        ("overlay.yaml", OVERLAY),
        ("types.txt", ""),
        ("client.rs", ""),
        ("outline.txt", ""),
        ("answer.json", ANSWER),
        ("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- Nothing.\n"),
    ] {
        fs::write(root.join(file), text).unwrap();
    }
    root
}

fn renew(root: &Path, upstream: &str, options: &[&str]) -> Ran {
    run_in(root, &[&["renew", "-"], options].concat(), upstream.as_bytes())
}

fn read(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).unwrap()
}

/// Upstream with a change of each kind that the documented answer has to follow.
fn upstream() -> String {
    DOCUMENT
        .replace("        - id\n", "        - id\n        - zone\n")
        .replace("          type: integer\n", "          type: boolean\n")
        .replace("        old:\n          description: What goes.\n          type: string\n", "")
        .replace("            - big\n", "            - huge\n")
        .replace(
            "        items:\n          description",
            "        zone:\n          type: string\n        items:\n          description",
        )
}

#[test]
fn what_needs_no_person_is_done_and_what_does_is_listed() {
    let root = package("all");
    let ran = renew(&root, &upstream(), &[]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Found, ""), "{}", ran.output);
    let answer: serde_json::Value = serde_json::from_str(&read(&root, "answer.json")).unwrap();
    let expected = serde_json::json!({
        "id": "1", "count": true, "items": [{ "sort": "huge" }], "zone": "<string>"
    });
    assert_eq!(answer, expected);
    assert_eq!(
        read(&root, "client.rs"),
        run_in(&root, &["expand"], b"").output.trim_end().to_owned() + "\n"
    );
    assert!(read(&root, "outline.txt").contains("Order.zone: Option<String> (expected)"));
    assert!(read(&root, "types.txt").contains("OrderItem"));
    for words in [
        // What could not be done does not stop the rest.
        if cfg!(windows) {
            "cargo no-such-command: exit code: 101"
        } else {
            "cargo no-such-command: exit status: 101"
        },
        "MARK=1 cargo --version",
        "answer.json: $.zone is required now",
        "openapi.yaml:32:9",
        "write: description: …",
        "CHANGELOG.md:3:1",
        "`Order.zone`: field added, `Option<String> (expected)`.",
        "**Breaking:** `Order.old`: field removed.",
    ] {
        assert!(ran.output.contains(words), "{words}\n{}", ran.output);
    }
    // Nothing more to do for the answer, and what was written stays.
    let again = renew(&root, &upstream(), &[]);
    assert!(!again.output.contains("answer.json"), "{}", again.output);
}

/// A property that upstream has renamed keeps its value and its place in the answer, also inside of a list.
#[test]
fn what_is_renamed_keeps_its_value() {
    let root = package("renamed");
    let upstream = DOCUMENT
        .replace("        old:\n", "        older:\n")
        .replace("        sort:\n", "        sorts:\n");
    let ran = renew(&root, &upstream, &[]);
    let renamed = ANSWER.replace("\"old\"", "\"older\"").replace("\"sort\"", "\"sorts\"");
    assert_eq!(read(&root, "answer.json"), renamed, "{}", ran.output);
    for words in ["$.older was called old", "$.items[0].sorts was called sort"] {
        assert!(ran.output.contains(words), "{words}\n{}", ran.output);
    }
}

/// The same inside of a schema that becomes a component.
#[test]
fn what_is_renamed_in_what_moves_keeps_its_value() {
    let slot = |indent: &str, first: &str| {
        format!(
            "{indent}description: When it comes.\n{indent}type: object\n{indent}properties:\n\
             {indent}  {first}:\n{indent}    description: The first moment.\n{indent}    type: string\n\
             {indent}  ends_at:\n{indent}    description: The last moment.\n{indent}    type: string\n"
        )
    };
    let before = "        items:\n          description";
    let with = |place: &str| DOCUMENT.replace(before, &format!("        slot:\n{place}{before}"));
    let root = package("renamed-inside");
    fs::write(root.join("openapi.yaml"), with(&slot("          ", "starts_at"))).unwrap();
    let answer = |first: &str| {
        ANSWER.replace(
            "\"items\"",
            &format!("\"slot\": {{\n    \"{first}\": \"now\"\n  }},\n  \"items\""),
        )
    };
    fs::write(root.join("answer.json"), answer("starts_at")).unwrap();
    let upstream = with("          $ref: '#/components/schemas/Slot'\n");
    let ran = renew(&root, &format!("{upstream}    Slot:\n{}", slot("      ", "starts")), &[]);
    assert_eq!(read(&root, "answer.json"), answer("starts"), "{}", ran.output);
}

/// An action that also matches other places goes on to match, and what has left it would be shown.
#[test]
fn what_is_renamed_away_from_an_action_that_hides_it_is_listed() {
    let hides = format!(
        "{OVERLAY}  - target: $..properties['old','older','sort']
    description: Secret.
    update: {{ x-sensitive: true }}
"
    );
    let hides_one = hides.replace("'old','older','sort'", "'old','sort'");
    for (overlay, is_listed) in [(hides, false), (hides_one, true)] {
        let root = package("hidden");
        fs::write(root.join("overlay.yaml"), overlay).unwrap();
        let ran = renew(&root, &DOCUMENT.replace("        old:\n", "        older:\n"), &[]);
        for words in [
            "/components/schemas/Order/properties/old is hidden from `Debug`, and what it has become is not",
            "write: - target: $.components.schemas.Order.properties.older\n",
        ] {
            assert_eq!(ran.output.contains(words), is_listed, "{words}\n{}", ran.output);
        }
    }
}

#[test]
fn decisions_are_listed_with_the_lines_to_write() {
    let root = package("decisions");
    let upstream = DOCUMENT
        .replace("Item:", "Article:")
        .replace("/Item'", "/Article'")
        .replace("        old:\n", "        email:\n          type: string\n        old:\n");
    let ran = renew(&root, &upstream, &[]);
    assert_eq!(ran.ending, Ending::Found);
    for words in [
        "--> overlay.yaml:4:5",
        "write: target: $.components.schemas.Article\n",
        "write: - target: $.components.schemas.Order.properties.email\n",
        "x-sensitive: true",
        "there is no client yet",
    ] {
        assert!(ran.output.contains(words), "{words}\n{}", ran.output);
    }
    assert_eq!(read(&root, "client.rs"), "", "nothing is accepted that is not decided");
}

#[test]
fn the_documented_answer_is_renewed_from_the_page_with_its_deviations() {
    let root = package("example");
    let page = "Cancel\n\n```json\n{\n  \"id\": null,\n  \"count\": 1.5,\n  \"more\": [],\n  \"items\": []\n}\n```\n";
    fs::write(root.join("page.md"), page).unwrap();
    let upstream = DOCUMENT.replace("        - id\n", "        - id\n        - old\n");
    let ran = renew(&root, &upstream, &["--example", "page.md"]);
    assert_eq!(ran.ending, Ending::Found, "{}", ran.errors);
    assert_eq!(
        read(&root, "answer.json"),
        "{\n  \"id\": null,\n  \"count\": 1.5,\n  \"more\": [],\n  \"items\": []\n}\n"
    );
    for words in [
        "$.id is null",
        "nullable: true",
        "$.count is number",
        "write: - target: $.components.schemas.Order.properties.count\n",
        "type: number",
        "$.more is not in the schema",
        "$.old is required, and not there",
        "target: $.components.schemas.Order.required[?@ == 'old']",
        "remove: true",
    ] {
        assert!(ran.output.contains(words), "{words}\n{}", ran.output);
    }
}

/// A package whose manifest names only the document.
#[test]
fn a_package_without_any_of_it_is_renewed_all_the_same() {
    let root = package("bare");
    fs::write(
        root.join("Cargo.toml"),
        "[package]\nname = \"shop\"\n[package.metadata.openapi-client]\n",
    )
    .unwrap();
    let ran = renew(&root, &DOCUMENT.replace("version: '1'", "version: '2'"), &[]);
    assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""), "{}", ran.output);
    assert!(read(&root, "openapi.yaml").contains("version: '2'"));
}

/// Choices of choices multiply, and a schema may contain itself.
#[test]
fn the_answer_of_a_contract_without_an_end_is_renewed_in_time() {
    let root = package("bomb");
    let level = |number: usize| {
        let next = format!("{{ $ref: '#/components/schemas/L{}' }}", (number + 1) % 30);
        format!("    L{number}:\n      oneOf: [ {next}, {next}, {next}, {next} ]\n")
    };
    let levels: String = (0..30).map(level).collect();
    let upstream = DOCUMENT.replace(
        "        old:\n",
        "        bomb:\n          $ref: '#/components/schemas/L0'\n        old:\n",
    );
    let ran = renew(&root, &format!("{upstream}{levels}"), &[]);
    assert_eq!(ran.ending, Ending::Found, "{}", ran.errors);
    assert_eq!(read(&root, "answer.json"), ANSWER);
}
