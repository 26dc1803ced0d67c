//! A component of a document: its name, its place, and the references to it.

use openapi_client_build::source::pointer::Pointer;

use super::tree::{self, Tree};

/// A component, by its section and name.
pub type Component = (String, String);

/// The place of a component.
pub fn place((section, name): &Component) -> Pointer {
    Pointer::root().join_all(["components", section, name])
}

/// The component that a reference leads to.
pub fn component(target: &str) -> Option<Component> {
    let place = Pointer::parse(target.strip_prefix('#')?)?;
    match place.tokens().as_slice() {
        [components, section, name] if components == "components" => {
            Some((section.to_string(), name.to_string()))
        }
        _ => None,
    }
}

/// The component that a reference leads to, if there is one.
pub fn resolved<'a>(root: &'a Tree, part: &Tree) -> Option<&'a Tree> {
    tree::at(root, &place(&component(tree::reference(part)?)?))
}
