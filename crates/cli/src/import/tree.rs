//! A document as a tree that keeps the order of its keys, which the generator does not need.

use std::fmt;

use serde::de::{self, DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
pub use serde_yaml::Value as Tree;
use serde_yaml::{Mapping, Number};

use openapi_client_build::source::document::{Document, MERGE_KEY};
use openapi_client_build::source::pointer::Pointer;

/// Reads the document again, with its order. Keys are strings, as in the document's own tree, and so are the values
/// of an `enum` of strings, which the generator takes as they are written.
pub fn of(document: &Document) -> Tree {
    let mut tree = document.read_into(Ordered { merges: document.merges() }).unwrap_or_default();
    for (place, text) in document.written().scalars {
        let values = place.parent().filter(|at| at.last().is_some_and(|last| last == "enum"));
        let Some(schema) = values.unwrap_or(place.clone()).parent() else { continue };
        let is_text = schema.get(document.root()).is_some_and(|it| it["type"] == "string");
        if let (Some(value), true) = (at_mut(&mut tree, &place), is_text) {
            *value = Tree::String(text);
        }
    }
    tree
}

/// The members of a mapping; none if the value is not a mapping.
pub fn members(tree: Option<&Tree>) -> impl Iterator<Item = (&str, &Tree)> {
    let members = tree.and_then(Tree::as_mapping).into_iter().flatten();
    members.filter_map(|(key, member)| Some((key.as_str()?, member)))
}

/// The items of a list; none if the value is not a list.
pub fn items(tree: Option<&Tree>) -> impl Iterator<Item = (usize, &Tree)> {
    tree.and_then(Tree::as_sequence).into_iter().flatten().enumerate()
}

/// A mapping of these members.
pub fn mapping<K: Into<String>>(members: impl IntoIterator<Item = (K, Tree)>) -> Tree {
    let members = members.into_iter().map(|(key, member)| (Tree::String(key.into()), member));
    Tree::Mapping(members.collect::<Mapping>())
}

/// A string member.
pub fn text<'a>(tree: &'a Tree, member: &str) -> Option<&'a str> {
    tree.get(member).and_then(Tree::as_str)
}

/// The target of a reference object.
pub fn reference(tree: &Tree) -> Option<&str> {
    text(tree, "$ref")
}

/// The value at a place.
pub fn at<'a>(root: &'a Tree, place: &Pointer) -> Option<&'a Tree> {
    place.tokens().iter().try_fold(root, |tree, token| match tree {
        Tree::Sequence(items) => items.get(token.parse::<usize>().ok()?),
        _ => tree.get(&**token),
    })
}

/// The part of a document at a place, to be changed.
pub fn at_mut<'a>(root: &'a mut Tree, place: &Pointer) -> Option<&'a mut Tree> {
    place.tokens().iter().try_fold(root, |tree, token| match tree {
        Tree::Sequence(items) => items.get_mut(token.parse::<usize>().ok()?),
        _ => tree.get_mut(&**token),
    })
}

/// A member of a mapping that is a mapping; it is there from now on. Nothing if the tree is not a mapping.
pub fn member_mut<'a>(tree: &'a mut Tree, name: &str) -> Option<&'a mut Tree> {
    let members = tree.as_mapping_mut()?;
    Some(members.entry(name.into()).or_insert_with(|| Tree::Mapping(Mapping::new())))
}

/// Gives a member another name, at its place among the others.
pub fn rename(members: &mut Mapping, from: &str, to: &str) {
    let all = std::mem::take(members).into_iter();
    members.extend(all.map(|(key, member)| {
        let is_it = key.as_str() == Some(from);
        (if is_it { to.into() } else { key }, member)
    }));
}

/// Inserts a member behind another one; in front of all if there is no other one.
pub fn insert_behind(members: &mut Mapping, key: &str, member: Tree, before: Option<&str>) {
    let mut new = Some((Tree::from(key), member));
    let mut all = Mapping::new();
    if before.is_none() {
        all.extend(new.take());
    }
    for (known, member) in std::mem::take(members) {
        let is_before = known.as_str() == before;
        all.insert(known, member);
        if is_before {
            all.extend(new.take());
        }
    }
    all.extend(new);
    *members = all;
}

/// The tree as the generator's type.
pub fn to_json(tree: &Tree) -> serde_json::Value {
    serde_json::to_value(tree).unwrap_or_default()
}

/// Builds the tree. The generator's own reader has rejected invalid documents before.
#[derive(Clone, Copy)]
struct Ordered {
    merges: bool,
}

impl<'de> DeserializeSeed<'de> for Ordered {
    type Value = Tree;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Ordered {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping, a sequence or a scalar")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(Number::from(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Tree::Sequence(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let (mut mapping, mut merged) = (Mapping::new(), Vec::new());
        while let Some(key) = members.next_key::<String>()? {
            let member = members.next_value_seed(self)?;
            match member {
                Tree::Sequence(all) if self.merges && key == MERGE_KEY => merged.extend(all),
                one if self.merges && key == MERGE_KEY => merged.push(one),
                member => {
                    if mapping.insert(Tree::String(key), member).is_some() {
                        return Err(A::Error::custom("a key occurs twice"));
                    }
                }
            }
        }
        for source in merged {
            let Tree::Mapping(source) = source else { continue };
            for (key, member) in source {
                mapping.entry(key).or_insert(member);
            }
        }
        Ok(Tree::Mapping(mapping))
    }
}
