//! What upstream may have done to a part of the fragment, and how the fragment follows.

use openapi_client_build::source::pointer::Pointer;

use super::component::{Component, place};
use super::grammar::{self, Node};
use super::moved::Moved;
use super::tree::{self, Tree};

/// What upstream has done to something of the fragment.
pub enum Move {
    Renamed(Component, Component),
    /// Some places of the first have the second instead.
    Split(Component, Component),
    /// A property of the `properties` at a place.
    Property {
        at: Pointer,
        from: String,
        to: String,
    },
    MadeComponent(Pointer, Component),
    PutBack(Pointer, Component),
    TakenApart(Pointer, Vec<Tree>),
    PutTogether(Pointer, Tree),
    /// A schema is the form at this place of the choice that is in its place.
    MadeForm(Pointer),
}

impl Move {
    /// Changes the fragment as upstream has, and returns which of its places are elsewhere now.
    pub fn carry_out(self, fragment: &mut Tree, upstream: &Tree) -> Vec<Moved> {
        match self {
            Self::Renamed(old, new) => {
                let [from, to] = [place(&old), place(&new)];
                let Some(section) = section_mut(fragment, &old.0) else { return Vec::new() };
                tree::rename(section, &old.1, &new.1);
                refer_anew(fragment, &format!("#{from}"), &format!("#{to}"));
                vec![Moved::away(from, to)]
            }
            Self::Split(old, new) => {
                let [from, to] = [place(&old), place(&new)];
                let component = tree::at(fragment, &from).cloned();
                let section = section_mut(fragment, &new.0);
                let Some((section, component)) = section.zip(component) else { return Vec::new() };
                tree::insert_behind(section, &new.1, component, Some(&old.1));
                vec![Moved { from, to, stays: true }]
            }
            Self::Property { at, from, to } => {
                let properties = tree::at_mut(fragment, &at).and_then(Tree::as_mapping_mut);
                let Some(properties) = properties else { return Vec::new() };
                tree::rename(properties, &from, &to);
                vec![Moved::away(at.join(from), at.join(to))]
            }
            Self::MadeComponent(from, new) => {
                let to = place(&new);
                let reference = tree::mapping([("$ref", Tree::String(format!("#{to}")))]);
                let Some(inline) = tree::at_mut(fragment, &from) else { return Vec::new() };
                let component = std::mem::replace(inline, reference);
                let known = |name: &&str| {
                    tree::at(fragment, &place(&(new.0.clone(), (*name).into()))).is_some()
                };
                let names = tree::members(upstream.get("components").and_then(|it| it.get(&new.0)));
                let names: Vec<&str> =
                    names.map(|(name, _)| name).take_while(|name| *name != new.1).collect();
                let before = names.into_iter().rev().find(known).map(str::to_owned);
                if let Some(section) = section_mut(fragment, &new.0) {
                    tree::insert_behind(section, &new.1, component, before.as_deref());
                }
                vec![Moved::away(from, to)]
            }
            Self::PutBack(to, old) => {
                let from = place(&old);
                let component = tree::at(fragment, &from).cloned();
                if let (Some(here), Some(component)) = (tree::at_mut(fragment, &to), component) {
                    *here = component;
                }
                vec![Moved::away(from, to)]
            }
            Self::TakenApart(at, parts) => {
                let mut moved = Vec::new();
                for (index, part) in parts.iter().enumerate() {
                    for (name, _) in tree::members(part.get("properties")) {
                        let [from, to] = [at.clone(), at.join("allOf").join(index)];
                        let [from, to] = [from, to].map(|it| it.join("properties").join(name));
                        moved.push(Moved::away(from, to));
                    }
                }
                if let Some(members) = tree::at_mut(fragment, &at).and_then(Tree::as_mapping_mut) {
                    members.retain(|key, _| is_words(key));
                    members.insert("allOf".into(), Tree::Sequence(parts));
                }
                moved
            }
            Self::MadeForm(to) => {
                let choice =
                    to.parent().and_then(|list| Some((list.parent()?, list.last()?.into_owned())));
                let Some((at, choice)) = choice else { return Vec::new() };
                let Some(here) = tree::at_mut(fragment, &at) else { return Vec::new() };
                let form = here.clone();
                // Its words are those of the whole, too, until a person has read them.
                if let Some(members) = here.as_mapping_mut() {
                    members.retain(|key, _| is_words(key));
                    members.insert(choice.into(), Tree::Sequence(vec![form]));
                }
                vec![Moved::away(at, to)]
            }
            Self::PutTogether(at, properties) => {
                if let Some(members) = tree::at_mut(fragment, &at).and_then(Tree::as_mapping_mut) {
                    members.shift_remove("allOf");
                    members.insert("properties".into(), properties);
                }
                Vec::new()
            }
        }
    }
}

/// True if a member of a schema explains it.
fn is_words(key: &Tree) -> bool {
    key.as_str().is_some_and(|key| grammar::member(Node::Schema, key).is_words())
}

fn section_mut<'a>(fragment: &'a mut Tree, section: &str) -> Option<&'a mut serde_yaml::Mapping> {
    let components = tree::member_mut(fragment, "components")?;
    tree::member_mut(components, section)?.as_mapping_mut()
}

fn refer_anew(tree: &mut Tree, from: &str, to: &str) {
    match tree {
        Tree::Mapping(members) => {
            for (key, member) in members.iter_mut() {
                if key.as_str() == Some("$ref") && member.as_str() == Some(from) {
                    *member = to.into();
                }
                refer_anew(member, from, to);
            }
        }
        Tree::Sequence(items) => items.iter_mut().for_each(|item| refer_anew(item, from, to)),
        _ => {}
    }
}
