//! The compiler's errors in a package, as `check` and `renew` report them.

use std::fs;
use std::path::Path;

use super::{Ending, run_in};

const MANIFEST: &str = "[package]\nname = \"shop\"\nversion = \"1.2.3\"\nedition = \"2024\"\n
[package.metadata.openapi-client]\n[workspace]\n";

const DOCUMENT: &str = "openapi: 3.0.0\ninfo:\n  title: Shop\n  version: '1'
paths:\n  /order:\n    get:\n      operationId: get_order\n      description: Reads it.
      responses:\n        '204':\n          description: None.\n";

#[test]
fn code_that_does_not_follow_the_client_is_found_at_its_place() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiling");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("src")).unwrap();
    fs::write(root.join("Cargo.toml"), MANIFEST).unwrap();
    fs::write(root.join("openapi.yaml"), DOCUMENT).unwrap();
    fs::write(root.join("src/lib.rs"), "/// One.\npub const ONE: u8 = \"1\";\n").unwrap();
    let ran = run_in(&root, &["check"], b"");
    assert_eq!(ran.ending, Ending::Found, "{}", ran.output);
    assert!(ran.output.contains("error[compile]: mismatched types"), "{}", ran.output);
    assert!(ran.output.contains("--> src/lib.rs:2:21"), "{}", ran.output);
    let ran = run_in(&root, &["renew", "-"], DOCUMENT.as_bytes());
    assert!(ran.output.contains("src/lib.rs:2:21"), "{}", ran.output);

    assert_eq!(run_in(&root, &["check", "--no-compile"], b"").ending, Ending::Clean);
    fs::write(root.join("src/lib.rs"), "/// One.\npub const ONE: u8 = 1;\n").unwrap();
    let ran = run_in(&root, &["check"], b"");
    assert_eq!(ran.ending, Ending::Clean, "{}", ran.output);
    assert!(ran.output.contains("ok: the client compiles"), "{}", ran.output);
}
