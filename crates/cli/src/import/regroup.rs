//! Schemas whose parts upstream has put together, taken apart, or made one of several forms.

use openapi_client_build::source::pointer::Pointer;

use super::component::resolved;
use super::grammar::Node;
use super::merge::is_alike;
use super::moves::Move;
use super::tree::{self, Tree};

/// What upstream has done to the parts of a schema. Each side is a document and the schema in it.
pub fn regrouped(own: (&Tree, &Tree), upstream: (&Tree, &Tree), at: &Pointer) -> Option<Move> {
    made_form(own.1, upstream, at).or_else(|| moved_parts(own, upstream, at))
}

/// A schema that is one of several forms now.
fn made_form(own: &Tree, (root, upstream): (&Tree, &Tree), at: &Pointer) -> Option<Move> {
    let forms = ["oneOf", "anyOf"].into_iter().filter(|choice| own.get(choice).is_none());
    forms.filter_map(|choice| Some((choice, upstream.get(choice)?.as_sequence()?))).find_map(
        |(choice, forms)| {
            let is_it =
                |form: &Tree| is_alike(Node::Schema, own, resolved(root, form).unwrap_or(form));
            Some(Move::MadeForm(at.join(choice).join(forms.iter().position(is_it)?)))
        },
    )
}

/// Properties that were together and are in parts of `allOf` now, or the other way round.
fn moved_parts(
    (old_root, own): (&Tree, &Tree),
    (new_root, upstream): (&Tree, &Tree),
    at: &Pointer,
) -> Option<Move> {
    let [old, new] = [own, upstream].map(|it| it.get("allOf").and_then(Tree::as_sequence));
    match (old, new) {
        (None, Some(parts)) => {
            let properties = own.get("properties")?;
            let part = |part: &Tree| {
                let whole = resolved(new_root, part).unwrap_or(part);
                let names = tree::members(whole.get("properties")).map(|(name, _)| name);
                let own = names.filter_map(|name| Some((name, properties.get(name)?.clone())));
                let own = tree::mapping(own);
                if own.as_mapping().is_some_and(|own| !own.is_empty()) {
                    tree::mapping([("properties", own)])
                } else {
                    part.clone()
                }
            };
            let parts: Vec<Tree> = parts.iter().map(part).collect();
            let has_some = parts.iter().any(|part| tree::reference(part).is_none());
            has_some.then(|| Move::TakenApart(at.clone(), parts))
        }
        (Some(parts), None) => {
            let wanted = upstream.get("properties")?;
            let mut all =
                own.get("properties").and_then(Tree::as_mapping).cloned().unwrap_or_default();
            for part in parts {
                let whole = resolved(old_root, part).unwrap_or(part);
                let properties = tree::members(whole.get("properties"));
                let wanted = properties.filter(|(name, _)| wanted.get(name).is_some());
                all.extend(wanted.map(|(name, member)| (name.into(), member.clone())));
            }
            Some(Move::PutTogether(at.clone(), Tree::Mapping(all)))
        }
        _ => None,
    }
}
