//! The golden documents: what comes out of each is in its directory. `tests/goldens` compiles it.

use std::fs;
use std::path::{Path, PathBuf};

use openapi_client_build::Source;
use openapi_client_build::overlay;

const DIRECTORY: &str = "documents";

/// The client and the losses of one document.
fn generate(directory: &Path) -> (String, String) {
    let read = |file: &str| fs::read_to_string(directory.join(file));
    let document = read("document.yaml").unwrap();
    let overlay = read("overlay.yaml");
    let overlay = match &overlay {
        Ok(text) => Source { name: "overlay.yaml", text },
        Err(_) => overlay::NONE,
    };
    let document = Source { name: "document.yaml", text: &document };
    let client = openapi_client_build::generate(document, overlay)
        .unwrap_or_else(|errors| panic!("{}\n{errors}", directory.display()));
    let losses: Vec<String> = client.losses.iter().map(|loss| format!("{loss}\n")).collect();
    (client.code, losses.join("\n"))
}

#[test]
fn every_golden_is_what_the_generator_gives() {
    let accepts = std::env::var_os("GOLDENS").is_some();
    let entries = fs::read_dir(DIRECTORY).unwrap().map(|entry| entry.unwrap().path());
    let directories: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    assert!(!directories.is_empty());
    let mut stale = Vec::new();
    for directory in directories {
        let (code, losses) = generate(&directory);
        for (file, text) in [("client.rs", code), ("losses.txt", losses)] {
            let path = directory.join(file);
            if fs::read_to_string(&path).is_ok_and(|golden| golden == text) {
                continue;
            }
            if accepts {
                fs::write(&path, text).unwrap();
            } else {
                stale.push(path.display().to_string());
            }
        }
    }
    assert_eq!(stale, [""; 0], "accept with GOLDENS=accept, then read the difference in git diff");
}
