//! Imports of the generator, of the client and of the tool run one way: no file imports itself through other files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// The path of a module, without `crate`.
type Module = Vec<String>;

/// The modules below a directory, each with its source.
fn modules(directory: &Path, inside: &[String], found: &mut BTreeMap<Module, syn::File>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut module = inside.to_vec();
        if !matches!(name.as_str(), "mod" | "lib") {
            module.push(name);
        }
        if path.is_dir() {
            modules(&path, &module, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.insert(module, syn::parse_file(&text).unwrap());
        }
    }
}

/// The paths that a module names.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn add_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_tree(before, tree));
            }
            syn::UseTree::Name(name) => self.0.push(with(&name.ident)),
            syn::UseTree::Rename(name) => self.0.push(with(&name.ident)),
            _ => self.0.push(before.to_vec()),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_tree(&[], &item.tree);
    }

    /// A module inside a file is one of tests, whose `super` is the file.
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}

    /// `pub(super)` names a module and imports nothing.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

/// The modules that a module imports from, or names.
fn imports(module: &Module, file: &syn::File, all: &BTreeSet<Module>) -> BTreeSet<Module> {
    let mut paths = Paths::default();
    paths.visit_file(file);
    let absolute = paths.0.into_iter().filter_map(|path| {
        let ups = path.iter().take_while(|step| *step == "super").count();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "super" => Some([&module[..module.len() - ups], &path[ups..]].concat()),
            "self" => Some([&module[..], &path[1..]].concat()),
            child => {
                let inside = [&module[..], &[child.to_owned()]].concat();
                all.contains(&inside).then(|| [&module[..], &path[..]].concat())
            }
        }
    });
    let nearest = |path: Vec<String>| {
        (0..=path.len()).rev().map(|length| path[..length].to_vec()).find(|it| all.contains(it))
    };
    absolute.filter_map(nearest).filter(|found| found != module).collect()
}

/// The imports below a directory that lead back to the module that they are in.
fn circles(src: &Path) -> Vec<String> {
    let mut files = BTreeMap::new();
    modules(src, &[], &mut files);
    let all: BTreeSet<Module> = files.keys().cloned().collect();
    let mut left: BTreeMap<&Module, BTreeSet<Module>> =
        files.iter().map(|(module, file)| (module, imports(module, file, &all))).collect();
    assert!(left.values().map(BTreeSet::len).sum::<usize>() > left.len(), "no imports are found");
    loop {
        let before = left.len();
        let known: BTreeSet<&Module> = left.keys().copied().collect();
        let imported: BTreeSet<Module> = left.values().flatten().cloned().collect();
        left.retain(|module, imports| {
            imported.contains(*module) && imports.iter().any(|import| known.contains(import))
        });
        if left.len() == before {
            break;
        }
    }
    let circle = |(module, imports): (&&Module, &BTreeSet<Module>)| {
        let back = imports.iter().filter(|import| left.contains_key(import));
        let back: Vec<String> = back.map(|import| import.join("::")).collect();
        format!("{} → {}", module.join("::"), back.join(", "))
    };
    left.iter().map(circle).collect()
}

#[test]
fn imports_run_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for src in ["crates/build/src", "crates/cli/src", "src"] {
        let circles = circles(&root.join(src));
        assert!(
            circles.is_empty(),
            "{src}: these lead back to themselves:\n{}",
            circles.join("\n")
        );
    }
}
