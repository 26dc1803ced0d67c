//! Cuts the new fragment out of upstream's document, and adds the kept parts of the old one.

use std::collections::BTreeSet;

use super::closure::{self, Reached, Search};
use super::component::Component;
use super::grammar::METHODS;
use super::operations::{self, Operation};
use super::problem::{Obstacle, Obstacles};
use super::selection::Selection;
use super::tree::{self, Tree};
use openapi_client_build::source::pointer::Pointer;

/// The parts to merge.
#[derive(Debug)]
pub struct Cut {
    pub tree: Tree,
    pub taken: BTreeSet<Component>,
    /// The components that only kept operations reach.
    pub kept: BTreeSet<Component>,
    pub pinned: BTreeSet<Pointer>,
}

/// Cuts the imported operations out of upstream's document, and the kept ones out of the fragment. `examples` are
/// components to which only the fragment's own descriptions refer.
pub fn cut(
    own: &Tree,
    upstream: &Tree,
    selection: &Selection,
    examples: &BTreeSet<Component>,
) -> Result<Cut, Obstacles> {
    let mut tree = frame(own, upstream, selection);
    let none = BTreeSet::new();
    let start = frame(&Tree::Null, upstream, selection);
    let also = &selection.overlaid;
    let elsewhere = &none;
    let search = Search { root: upstream, start: &start, also, elsewhere, with_examples: false };
    let Reached { components: taken, pinned, obstacles } = closure::reach(search);
    let start = tree::mapping([("paths", paths(own, &Tree::Null, selection))]);
    let elsewhere = &taken;
    let search = Search { root: own, start: &start, also: &none, elsewhere, with_examples: true };
    let reached = closure::reach(search);
    let mut upstreams = unreadable_items(upstream, selection);
    upstreams.extend(obstacles);
    if !upstreams.is_empty() || !reached.obstacles.is_empty() {
        return Err(Obstacles { upstream: upstreams, own: reached.obstacles });
    }
    let mut kept = reached.components;
    kept.extend(examples.iter().cloned());
    let components = components([(upstream, &taken), (own, &kept)]);
    if let (Some(root), true) = (tree.as_mapping_mut(), is_filled(&components)) {
        root.insert("components".into(), components);
    }
    Ok(Cut { tree, taken, kept, pinned })
}

/// The document without its components; the reachable ones are added later.
fn frame(own: &Tree, upstream: &Tree, selection: &Selection) -> Tree {
    let paths = paths(own, upstream, selection);
    let tags = tags(own, upstream, &paths);
    let mut members: Vec<(&str, Tree)> = tree::members(Some(upstream))
        .filter_map(|(key, member)| match key {
            "components" => None,
            "paths" => Some((key, paths.clone())),
            "tags" => Some((key, tags.clone())),
            _ => Some((key, member.clone())),
        })
        .collect();
    if upstream.get("tags").is_none() {
        members.push(("tags", tags));
    }
    members.retain(|(key, member)| *key != "tags" || is_filled(member));
    tree::mapping(members)
}

fn is_filled(tree: &Tree) -> bool {
    match tree {
        Tree::Mapping(members) => !members.is_empty(),
        Tree::Sequence(items) => !items.is_empty(),
        _ => true,
    }
}

/// The paths of both documents with their wanted operations. The members of a whole path are upstream's if one of
/// its operations is.
fn paths(own: &Tree, upstream: &Tree, selection: &Selection) -> Tree {
    let from_own = path_items(own, &selection.kept);
    let mut paths = path_items(upstream, &selection.taken);
    for (path, item) in from_own {
        match paths.iter_mut().find(|(known, _)| *known == path) {
            None => paths.push((path, item)),
            Some((_, known)) => {
                let operations = tree::members(Some(&item));
                let operations = operations.filter(|(key, _)| METHODS.contains(key));
                if let Some(known) = known.as_mapping_mut() {
                    known.extend(operations.map(|(key, member)| (key.into(), member.clone())));
                }
            }
        }
    }
    tree::mapping(paths)
}

fn path_items(root: &Tree, wanted: &[Operation]) -> Vec<(String, Tree)> {
    let mut found = Vec::new();
    for (path, item) in tree::members(root.get("paths")) {
        let methods: Vec<&str> = wanted
            .iter()
            .filter(|operation| operation.path == path)
            .map(|operation| operation.method.as_str())
            .collect();
        let Ok(item) = operations::path_item(root, item) else { continue };
        if !methods.is_empty() {
            let is_wanted = |key: &str| methods.contains(&key) || !METHODS.contains(&key);
            let members = tree::members(Some(&item)).filter(|(key, _)| is_wanted(key));
            let item = tree::mapping(members.map(|(key, member)| (key, member.clone())));
            found.push((path.to_owned(), item));
        }
    }
    found
}

/// The tags that the operations name: upstream's, or the fragment's if upstream does not declare them.
fn tags(own: &Tree, upstream: &Tree, paths: &Tree) -> Tree {
    let operations = tree::members(Some(paths)).flat_map(|(_, item)| tree::members(Some(item)));
    let named: BTreeSet<&str> = operations
        .flat_map(|(_, operation)| tree::items(operation.get("tags")))
        .filter_map(|(_, tag)| tag.as_str())
        .collect();
    let mut found: Vec<Tree> = Vec::new();
    for (_, tag) in tree::items(upstream.get("tags")).chain(tree::items(own.get("tags"))) {
        let name = tree::text(tag, "name");
        let is_new = found.iter().all(|known| tree::text(known, "name") != name);
        if is_new && name.is_some_and(|name| named.contains(name)) {
            found.push(tag.clone());
        }
    }
    Tree::Sequence(found)
}

fn components(sources: [(&Tree, &BTreeSet<Component>); 2]) -> Tree {
    let mut sections: Vec<(String, Vec<(String, Tree)>)> = Vec::new();
    for (root, wanted) in sources {
        for (section, members) in tree::members(root.get("components")) {
            let members = tree::members(Some(members));
            let members = members.map(|(name, member)| (name.to_owned(), member));
            let members = members
                .filter(|(name, _)| wanted.contains(&(section.to_owned(), name.clone())))
                .map(|(name, member)| (name, member.clone()));
            match sections.iter_mut().find(|(known, _)| known == section) {
                Some((_, known)) => known.extend(members),
                None => sections.push((section.to_owned(), members.collect())),
            }
        }
    }
    sections.retain(|(_, members)| !members.is_empty());
    tree::mapping(sections.into_iter().map(|(name, members)| (name, tree::mapping(members))))
}

/// Paths of the fragment's operations that are references without a target in upstream's document.
fn unreadable_items(upstream: &Tree, selection: &Selection) -> Vec<(Pointer, Obstacle)> {
    let paths: BTreeSet<&str> =
        selection.kept.iter().map(|operation| operation.path.as_str()).collect();
    let item = |path: &str| upstream.get("paths")?.get(path);
    let problem = |path: &str| operations::path_item(upstream, item(path)?).err();
    paths
        .into_iter()
        .filter_map(|path| {
            let at = Pointer::root().join_all(["paths", path, "$ref"]);
            Some((at, problem(path)?.into()))
        })
        .collect()
}
