//! Finds renamed types, fields and variants.

use crate::surface::{Field, Type, TypeKind, Variant};

/// Renamed types: pairs of the old and the new name.
#[derive(Debug, Default)]
pub struct Renames(Vec<(String, String)>);

impl Renames {
    /// A removed type was renamed if exactly one new type has the same content. One rename may reveal another, of a
    /// type that contains the first.
    pub fn find(old: &[Type], new: &[Type]) -> Self {
        let gone = old.iter().filter(|ty| new.iter().all(|other| other.name != ty.name));
        let gone: Vec<&Type> = gone.collect();
        let added = new.iter().filter(|ty| old.iter().all(|other| other.name != ty.name));
        let added: Vec<&Type> = added.collect();
        let mut renames = Self::default();
        while let Some(pair) = renames.next(&gone, &added) {
            renames.0.push(pair);
        }
        renames
    }

    /// Another rename, if there is one.
    fn next(&self, gone: &[&Type], added: &[&Type]) -> Option<(String, String)> {
        let is_known = |ty: &Type| self.iter().any(|(from, to)| ty.name == from || ty.name == to);
        gone.iter().filter(|ty| !is_known(ty)).find_map(|ty| {
            let current = self.apply(ty);
            let mut same =
                added.iter().filter(|other| !is_known(other) && is_same(&current, other));
            let other = same.next()?;
            same.next().is_none().then(|| (ty.name.clone(), other.name.clone()))
        })
    }

    /// The old names and the new ones.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// An old type as it is called now.
    pub fn apply(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        for (from, to) in self.iter() {
            if ty.name == from {
                ty.name = to.to_owned();
            }
            ty.body = replace_word(&ty.body, from, to);
            match &mut ty.kind {
                TypeKind::Struct(fields) => {
                    for field in fields {
                        field.ty = replace_word(&field.ty, from, to);
                    }
                }
                TypeKind::Enum(variants) => {
                    for variant in variants {
                        variant.payload = replace_word(&variant.payload, from, to);
                    }
                }
                TypeKind::Tuple(fields) => *fields = replace_word(fields, from, to),
            }
        }
        ty
    }
}

fn is_same(old: &Type, new: &Type) -> bool {
    let seen = |ty: &Type| {
        let content = match &ty.kind {
            TypeKind::Struct(fields) => {
                fields.iter().map(|it| format!("{} {}", it.wire_name, it.ty)).collect()
            }
            TypeKind::Enum(variants) => variants
                .iter()
                .map(|it| format!("{} {:?} {}", it.name, it.value, it.payload))
                .collect(),
            TypeKind::Tuple(fields) => vec![fields.clone()],
        };
        (content, ty.traits.clone(), ty.is_non_exhaustive)
    };
    seen(old) == seen(new)
}

/// Replaces a name that occurs as a whole word.
fn replace_word(code: &str, from: &str, to: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut replaced = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once(from) {
        replaced.push_str(before);
        let is_word = !replaced.ends_with(is_part) && !after.starts_with(is_part);
        replaced.push_str(if is_word { to } else { from });
        rest = after;
    }
    replaced + rest
}

/// The new name of a removed field: the only new field with its name in JSON, or with its type and documentation.
pub fn field<'a>(gone: &Field, old: &[Field], new: &'a [Field]) -> Option<&'a Field> {
    if new.iter().any(|other| other.name == gone.name) {
        return None;
    }
    let is_successor = |field: &&Field| {
        let has_words = !gone.doc.is_empty() && gone.doc == field.doc;
        let is_new = old.iter().all(|other| other.name != field.name);
        is_new && gone.ty == field.ty && (gone.wire_name == field.wire_name || has_words)
    };
    let mut successors = new.iter().filter(is_successor);
    let first = successors.next()?;
    successors.next().is_none().then_some(first)
}

/// The new variant for the value of a removed variant.
pub fn variant<'a>(gone: &Variant, old: &[Variant], new: &'a [Variant]) -> Option<&'a Variant> {
    if new.iter().any(|other| other.name == gone.name) {
        return None;
    }
    gone.value.as_ref()?;
    let is_new = |variant: &&Variant| old.iter().all(|other| other.name != variant.name);
    new.iter().filter(is_new).find(|variant| variant.value == gone.value)
}
