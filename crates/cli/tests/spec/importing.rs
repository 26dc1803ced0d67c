//! `import`, from whole documents and from pages.

mod documents;
mod moving;
mod property;
mod renaming;
mod swagger;
mod words;
mod yaml;

pub use moving::FRAME;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_yaml::Value;

use super::crate_copy::{DOCUMENT, OVERLAY, TYPES};
use super::{Ending, Ran, run_in, settings, without_lines};

/// The document of the contract that never changes.
fn own() -> String {
    DOCUMENT.to_owned()
}

/// The fragment as a tree.
fn own_tree() -> Value {
    parse(&own())
}

fn parse(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Names what is there.
const MANIFEST: &str = "[package]
name = \"shop\"
[package.metadata.openapi-client]
document = \"spec/sessions-cancel.yaml\"
overlay = \"spec/overlay.yaml\"
";

/// An overlay of these actions, each a target and its update. The first action is on line 4.
fn overlay(actions: &[(&str, &str)]) -> String {
    let action = |(target, update): &(&str, &str)| {
        format!("  - target: {target}\n    description: Ours.\n    update: {{ {update} }}\n")
    };
    let actions: String = actions.iter().map(action).collect();
    format!("overlay: 1.1.0\ninfo: {{ title: Ours, version: '1' }}\nactions:\n{actions}")
}

/// A crate that consists of the specification alone.
struct Crate {
    root: PathBuf,
}

impl Crate {
    /// With the contract that never changes, and the record of its types.
    fn of_own() -> Self {
        let own = Self::with(DOCUMENT, OVERLAY);
        fs::write(own.root.join("spec/types.txt"), TYPES).unwrap();
        let manifest = format!("{MANIFEST}types = \"spec/types.txt\"\n");
        fs::write(own.root.join("Cargo.toml"), manifest).unwrap();
        own
    }

    /// With another one and an empty overlay.
    fn of(fragment: &str) -> Self {
        Self::with(fragment, "overlay: 1.1.0\ninfo: { title: None, version: '1' }\nactions: []\n")
    }

    fn with(fragment: &str, overlay: &str) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("import-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(root.join("spec")).unwrap();
        fs::write(root.join("spec/sessions-cancel.yaml"), fragment).unwrap();
        fs::write(root.join("spec/overlay.yaml"), overlay).unwrap();
        fs::write(root.join("Cargo.toml"), MANIFEST).unwrap();
        Self { root }
    }

    /// `cargo spec import - …`
    fn import(&self, document: &str, options: &[&str]) -> Ran {
        let arguments = [&["import", "-"], options].concat();
        run_in(&self.root, &arguments, document.as_bytes())
    }

    /// Imports a document; panics if the import fails.
    fn imports(&self, document: &str, options: &[&str]) -> Ran {
        let ran = self.import(document, options);
        assert_eq!((ran.ending, ran.errors.as_str()), (Ending::Clean, ""), "{}", ran.output);
        ran
    }

    fn fragment(&self) -> String {
        fs::read_to_string(self.root.join("spec/sessions-cancel.yaml")).unwrap()
    }
}

impl Drop for Crate {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// Every mapping of the tree, rewritten; the inner ones first.
fn each_mapping(tree: &mut Value, rewrite: &mut dyn FnMut(&mut serde_yaml::Mapping)) {
    match tree {
        Value::Mapping(members) => {
            members.values_mut().for_each(|member| each_mapping(member, rewrite));
            rewrite(members);
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| each_mapping(item, rewrite)),
        _ => {}
    }
}

fn reverse(members: &mut serde_yaml::Mapping) {
    let mut all: Vec<_> = std::mem::take(members).into_iter().collect();
    all.reverse();
    members.extend(all);
}

/// The lines that were added and removed, and in how many places.
fn hunks(before: &str, after: &str) -> (usize, Vec<String>) {
    let (mut number, mut is_inside, mut lines) = (0, false, Vec::new());
    let after: Vec<&str> = after.lines().collect();
    let before: Vec<&str> = before.lines().collect();
    let (mut old, mut new) = (0, 0);
    while old < before.len() || new < after.len() {
        if before.get(old) == after.get(new) {
            (old, new, is_inside) = (old + 1, new + 1, false);
            continue;
        }
        number += usize::from(!is_inside);
        is_inside = true;
        // The nearest way back to lines that are the same in both.
        let ahead = |lines: &[&str], from: usize, line: Option<&&str>| {
            line.and_then(|line| lines.iter().skip(from).position(|other| other == line))
        };
        let added = ahead(&after, new, before.get(old)).unwrap_or(usize::MAX);
        let removed = ahead(&before, old, after.get(new)).unwrap_or(usize::MAX);
        if added <= removed && new < after.len() {
            lines.push(format!("+{}", after[new]));
            new += 1;
        } else {
            lines.push(format!("-{}", before[old]));
            old += 1;
        }
    }
    (number, lines)
}

fn snapshot(name: &str, description: &str, output: &str) {
    let mut settings = settings();
    settings.set_description(description);
    settings.bind(|| insta::assert_snapshot!(name, output));
}

#[test]
fn the_crates_own_fragment_changes_nothing() {
    let text = |tree: &Value| serde_yaml::to_string(tree).unwrap();
    let compact = serde_json::to_string(&own_tree()).unwrap();
    let mut reversed = own_tree();
    each_mapping(&mut reversed, &mut reverse);
    let tabs = serde_json::to_string_pretty(&reversed).unwrap().replace("  ", "\t");
    let with_words = |words: Option<&str>| {
        let mut tree = reversed.clone();
        each_mapping(&mut tree, &mut |members| {
            for word in ["description", "summary"] {
                if members.get(word).is_some_and(Value::is_string) {
                    members.shift_remove(word);
                    members.extend(words.map(|words| (word.into(), words.into())));
                }
            }
        });
        text(&tree)
    };
    let (others, none) = (with_words(Some("Upstream's words.")), with_words(None));
    let crlf = own().replace('\n', "\r\n");
    let same = Crate::of_own();
    for document in [own(), compact, tabs, others, none, crlf] {
        let ran = same.imports(&document, &[]);
        assert_eq!(same.fragment(), own());
        snapshot("spec_import_own", "What importing the crate's own fragment tells.", &ran.output);
    }
    same.imports(&own(), &["--dry-run"]);
}

/// Upstream's document with one more optional property and much that has nothing to do with it.
fn with_a_new_property(property: &str) -> String {
    let mut document = own_tree();
    let schemas = &mut document["components"]["schemas"];
    schemas["NobodysBusiness"] = parse("{ type: object }");
    let properties = schemas["SessionCancelled"]["properties"].as_mapping_mut().unwrap();
    let rest = properties.split_off_behind("cancelled_by");
    properties.insert(property.into(), parse("{ type: string, description: Upstream's words. }"));
    properties.extend(rest);
    document["paths"]["/other"] = parse("{ get: { operationId: other, responses: {} } }");
    serde_yaml::to_string(&document).unwrap()
}

/// Removes the value of a key, and returns it.
trait SplitOff {
    fn split_off_behind(&mut self, key: &str) -> Self;
}

impl SplitOff for serde_yaml::Mapping {
    fn split_off_behind(&mut self, key: &str) -> Self {
        let all = std::mem::take(self);
        let place = all.keys().position(|other| other == key).unwrap();
        for (index, (key, member)) in all.clone().into_iter().enumerate() {
            if index <= place {
                self.insert(key, member);
            }
        }
        all.into_iter().skip(place + 1).collect()
    }
}

#[test]
fn a_new_property_is_one_hunk() {
    let renewed = Crate::of_own();
    let document = with_a_new_property("cancel_note_of_the_tests");
    let pending = renewed.import(&document, &["--dry-run"]);
    assert_eq!(pending.ending, Ending::Found);
    assert_eq!(renewed.fragment(), own());

    let ran = renewed.imports(&document, &[]);
    let (number, lines) = hunks(&own(), &renewed.fragment());
    assert_eq!(
        (number, lines),
        (1, vec!["+        cancel_note_of_the_tests:".into(), "+          type: string".into()])
    );
    let told = without_lines(&ran.output);
    snapshot("spec_import_property", "What importing one new property tells.", &told);
    assert_eq!(
        renewed.imports(&document, &[]).output.lines().next(),
        Some("spec/sessions-cancel.yaml stays as it is")
    );
    assert!(!renewed.root.join("spec/sessions-cancel.yaml.new").exists());
}

#[test]
fn upstreams_descriptions_are_taken_on_demand() {
    let renewed = Crate::of_own();
    let document = with_a_new_property("cancel_note_of_the_tests");
    let ran = renewed.imports(&document, &["--descriptions", "upstream"]);
    assert!(ran.output.contains("Undescribed: nothing"), "{}", ran.output);
    let (number, lines) = hunks(&own(), &renewed.fragment());
    assert_eq!(number, 1);
    assert_eq!(lines[2], "+          description: Upstream's words.");

    let other = own().replace("description: The id of a checkout session.", "description: An id.");
    renewed.imports(&other, &["--descriptions", "upstream"]);
    let (number, lines) = hunks(&own(), &renewed.fragment());
    assert_eq!((number, lines[0].as_str()), (1, "+        description: An id."));
}

/// Our descriptions stay, if there are any.
#[test]
fn upstreams_descriptions_are_taken_where_ours_are_missing() {
    let renewed = Crate::of_own();
    let document = with_a_new_property("cancel_note_of_the_tests");
    let document = document.replace("The id of a checkout session.", "An id.");
    let ran = renewed.imports(&document, &["--descriptions", "missing"]);
    assert!(ran.output.contains("Undescribed: nothing"), "{}", ran.output);
    let (number, lines) = hunks(&own(), &renewed.fragment());
    assert_eq!((number, lines.len()), (1, 3), "{lines:?}");
    assert_eq!(lines[2], "+          description: Upstream's words.");
}

#[test]
fn what_the_overlay_has_to_learn_is_listed() {
    let renewed = Crate::of_own();
    let mut document = parse(&with_a_new_property("cancelled_by_email"));
    let schemas = document["components"]["schemas"].as_mapping_mut().unwrap();
    // An action removes `type` from what the rule requires.
    schemas["SCARule"].as_mapping_mut().unwrap().shift_remove("required");
    let ran = renewed.imports(&serde_yaml::to_string(&document).unwrap(), &[]);
    snapshot(
        "spec_import_findings",
        "The report of an import with an action that matches nothing and an undecided property.",
        &without_lines(&ran.output),
    );
}

/// A property that another target of the action still decides does not count as undecided.
#[test]
fn one_name_that_is_gone_is_one_finding() {
    let renewed = Crate::of_own();
    let mut document = own_tree();
    let cancelled = &mut document["components"]["schemas"]["SessionCancelled"];
    cancelled["properties"].as_mapping_mut().unwrap().shift_remove("cancelled_by");
    let ran = renewed.imports(&serde_yaml::to_string(&document).unwrap(), &[]);
    assert!(ran.output.contains("can be generated: 1\n"), "{}", ran.output);
    assert!(ran.output.contains("`cancelled_by` in the target matches nothing"), "{}", ran.output);
    let help =
        "if `cancelled_by` has another name now, write that one: this action hides the value";
    assert!(ran.output.contains(help), "{}", ran.output);
}

/// The page of one operation as the documentation site serves it.
fn page(document: &str) -> String {
    format!(
        "> ## Documentation Index\n\n# Cancel session\n\n```sh\ncurl\n```\n\n\
         ````yaml /openapi/checkout.yaml post /sessions/{{session_id}}/cancel\n{document}\n````\n\nBuilt with care.\n"
    )
}

/// A document with the operation that cancels, and no other.
fn one_operation() -> String {
    let mut document = own_tree();
    let paths = document["paths"].as_mapping_mut().unwrap();
    paths.retain(|path, _| path == "/sessions/{session_id}/cancel");
    let components = document["components"].as_mapping_mut().unwrap();
    components["securitySchemes"].as_mapping_mut().unwrap().shift_remove("basicAuth");
    components["responses"].as_mapping_mut().unwrap().shift_remove("TooManyRequests");
    serde_yaml::to_string(&document).unwrap()
}

#[test]
fn a_page_of_one_operation_leaves_the_others_as_they_are() {
    let renewed = Crate::of_own();
    for document in [page(&one_operation()), page(&one_operation()).replace('\n', "\r\n")] {
        let ran = renewed.imports(&document, &[]);
        assert_eq!(renewed.fragment(), own());
        snapshot(
            "spec_import_page",
            "What importing the page of one operation tells.",
            &ran.output,
        );
    }
    let path = renewed.root.join("page.md");
    fs::write(&path, page(&one_operation())).unwrap();
    let ran = run_in(&renewed.root, &["import", path.to_str().unwrap()], b"");
    assert_eq!(ran.ending, Ending::Clean, "{}", ran.errors);
}

#[test]
fn errors_in_a_page_stand_on_the_lines_of_the_page() {
    let document = one_operation();
    let good = page(&document);
    let fence = "````yaml /openapi/checkout.yaml post /sessions/{session_id}/cancel";
    for (text, place, words) in [
        (page("openapi: 3.0.0\npaths: { a: ["), "<stdin>:12:1", "the file cannot be read"),
        (
            page("openapi: 4.0.0\npaths: {}"),
            "<stdin>:10:1",
            "the OpenAPI version `4.0.0` is unknown",
        ),
        (page("openapi: 3.0.0"), "<stdin>:10:1", "`paths` is missing"),
        (
            good.replace("#/components/schemas/Id'", "#/nowhere'"),
            "<stdin>:",
            "a place that does not exist: #/nowhere",
        ),
        (
            good.replace(fence, "````"),
            "<stdin>:1:1",
            "the page has no OpenAPI document in its code fences at lines 5, 9",
        ),
        (good.replace("````\n\nBuilt", ""), "<stdin>:9:1", "the code fence is not closed"),
        (
            good.replace("post /sess", "get /sess"),
            "<stdin>:9:1",
            "the page is about GET /sessions/",
        ),
        (
            format!("{good}\n{good}"),
            "<stdin>:9:1",
            "the page has several OpenAPI documents, in its code fences at lines 9, ",
        ),
    ] {
        let same = Crate::of_own();
        let ran = same.import(&text, &[]);
        assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""), "{words}");
        assert!(
            ran.errors.contains(place) && ran.errors.contains(words),
            "{words}: {}",
            ran.errors
        );
        assert!(ran.errors.contains("\n help: "), "{}", ran.errors);
        assert_eq!(same.fragment(), own());
    }
    let same = Crate::of_own();
    let path = same.root.join("page.md");
    fs::write(&path, "# Cancel session\n").unwrap();
    let ran = run_in(&same.root, &["import", path.to_str().unwrap()], b"");
    assert!(
        ran.errors.contains("the page has no OpenAPI document: it has no code fence"),
        "{}",
        ran.errors
    );
}

/// Upstream has moved elsewhere, too: that is for a renewal.
#[test]
fn an_operation_can_be_added_without_renewing_the_others() {
    let renewed = Crate::of_own();
    let mut document = own_tree();
    document["components"]["schemas"]["SessionCancelled"]["properties"]["moved"] =
        serde_yaml::from_str("{ type: string }").unwrap();
    document["info"]["version"] = "moved: 2".into();
    document["components"]["schemas"]["Voided"] = serde_yaml::from_str(
        "{ type: object, properties: { session: { $ref: '#/components/schemas/SessionCancelled' } } }",
    )
    .unwrap();
    let void = "{ post: { operationId: void, responses: { '200': { description: '', content: \
        { application/json: { schema: { $ref: '#/components/schemas/Voided' } } } } } } }";
    document["paths"]["/void"] = serde_yaml::from_str(void).unwrap();
    let document = serde_yaml::to_string(&document).unwrap();
    let ran = renewed.imports(&document, &["--operation", "void", "--only"]);
    assert!(ran.output.contains("+ POST /void  void\n"), "{}", ran.output);
    assert!(ran.output.contains("1 new\n  + schemas/Voided\n"), "{}", ran.output);
    let fragment = renewed.fragment();
    assert!(fragment.contains("    Voided:\n") && !fragment.contains("moved:"));
    // What was there has only been added to.
    let mut before = own().lines().map(str::to_owned).collect::<Vec<_>>().into_iter().peekable();
    for line in fragment.lines() {
        before.next_if(|known| known == line);
    }
    assert_eq!(before.next(), None);
}
