//! Bodies: a parameter in `body` becomes one, and the parameters in `formData` become the members of one.

use serde_json::{Map, Value, json};

use super::conversion::{Conversion, MediaTypes};
use super::object::Object;
use super::parameters::{Parameter, Parameters};
use super::simple::{self, Format};
use super::{media_types, schemas};
use crate::openapi::{self, MediaKind};
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// The body of an operation, if it sends one.
pub(super) fn restate<'a>(
    conversion: &mut Conversion<'a>,
    sent: &Parameters<'a>,
    now: Pointer,
    media_types: &MediaTypes,
) -> Option<Value> {
    let Some(((before, value), others)) = sent.bodies.split_first() else {
        if sent.fields.is_empty() {
            return None;
        }
        conversion.origins.made(now.clone(), sent.place.clone());
        return Some(form(conversion, sent, &now, media_types));
    };
    for (at, other) in others.iter().chain(&sent.fields) {
        let name = openapi::text(other, "name").unwrap_or_default().to_owned();
        conversion.lose(at.clone(), Problem::BesideBody(name));
    }
    let (target, body_value) = conversion.follow(before.clone(), value);
    let shared = media_types::or_json(&conversion.media_types.consumes);
    let consumes = media_types::or_json(&media_types.consumes);
    // A shared body has the document's media types; an operation with other media types gets its own.
    let is_shared = openapi::reference(value).is_some() && shared == consumes;
    if is_shared {
        conversion.origins.moved(before.clone(), now);
        return Some((*value).clone());
    }
    conversion.lose_beside_reference(before, value);
    match openapi::reference(value) {
        // The content is at another place.
        Some(_) => conversion.origins.made(now.clone(), before.clone()),
        None => conversion.origins.moved(before.clone(), now.clone()),
    }
    Some(body(conversion, body_value, target, now, &consumes))
}

/// A parameter in `body`.
pub(super) fn body(
    conversion: &mut Conversion<'_>,
    value: &Value,
    before: Pointer,
    now: Pointer,
    consumes: &[String],
) -> Value {
    let members = match value {
        Value::Object(members) if openapi::reference(value).is_none() => members,
        other => return other.clone(),
    };
    let mut object = Object::new(members, before, now);
    // The name of a body has no meaning.
    object.take("name");
    object.take("in");
    object.keep(&["description", "required"]);
    let given = object.take("schema");
    let content = content(conversion, &object, given, consumes);
    object.put("content", content);
    Value::Object(object.end(conversion))
}

/// A schema under each of the media types.
pub(super) fn content(
    conversion: &mut Conversion<'_>,
    owner: &Object<'_>,
    given: Option<&Value>,
    media_types: &[String],
) -> Map<String, Value> {
    let before = owner.before.join("schema");
    conversion.origins.made(owner.now.join("content"), before.clone());
    under_each(conversion, &owner.now, media_types, |conversion, at| {
        let mut member = Map::new();
        if let Some(given) = given {
            let now = at.join("schema");
            conversion.origins.moved(before.clone(), now.clone());
            member.insert("schema".to_owned(), schemas::schema(conversion, given, &before, &now));
        }
        member
    })
}

/// A schema under each media type of the content at `owner`.
fn under_each<'a>(
    conversion: &mut Conversion<'a>,
    owner: &Pointer,
    media_types: &[String],
    restate: impl FnOnce(&mut Conversion<'a>, &Pointer) -> Map<String, Value>,
) -> Map<String, Value> {
    let Some((first, others)) = media_types.split_first() else { return Map::new() };
    let content = owner.join("content");
    let at = content.join(first);
    conversion.origins.made_inside(&content, &[first]);
    let member = restate(conversion, &at);
    let mut all = Map::from_iter([(first.clone(), Value::Object(member.clone()))]);
    for media_type in others {
        conversion.origins.copied(&at, &content.join(media_type));
        all.insert(media_type.clone(), Value::Object(member.clone()));
    }
    all
}

/// The fields of a form as one body.
fn form<'a>(
    conversion: &mut Conversion<'a>,
    sent: &Parameters<'a>,
    now: &Pointer,
    media_types: &MediaTypes,
) -> Value {
    let Parameters { fields, place, .. } = sent;
    let media_types = form_types(conversion, fields, place, media_types);
    let is_required = |field: &Value| openapi::is_true(field, "required");
    conversion.origins.made_inside(now, &["required", "content"]);
    let content = under_each(conversion, now, &media_types, |conversion, at| {
        conversion.origins.made_inside(at, &["schema", "encoding"]);
        let at_schema = at.join("schema");
        conversion.origins.made_inside(&at_schema, &["type", "required", "properties"]);
        let (mut properties, mut encoding, mut required) = (Map::new(), Map::new(), Vec::new());
        for (before, field) in fields {
            let Some(name) = openapi::text(field, "name") else { continue };
            let at_property = at_schema.join_all(["properties", name]);
            let (property, written) = property(conversion, field, before, at_property);
            properties.insert(name.to_owned(), property);
            if let Some(written) = written {
                let at = at.join_all(["encoding", name]);
                conversion.origins.made(at.clone(), before.clone());
                conversion.origins.made_inside(&at, &["style", "explode"]);
                encoding.insert(name.to_owned(), written);
            }
            required.extend(is_required(field).then(|| Value::from(name)));
        }
        let mut schema = Map::from_iter([("type".to_owned(), "object".into())]);
        schema.insert("properties".to_owned(), properties.into());
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        let mut member = Map::from_iter([("schema".to_owned(), schema.into())]);
        if !encoding.is_empty() {
            member.insert("encoding".to_owned(), encoding.into());
        }
        member
    });
    let mut body = Map::from_iter([("content".to_owned(), content.into())]);
    if fields.iter().any(|(_, field)| is_required(field)) {
        body.insert("required".to_owned(), true.into());
    }
    Value::Object(body)
}

/// The media type of a form: multipart if it has a file, otherwise one that the document offers.
fn form_types(
    conversion: &mut Conversion<'_>,
    fields: &[Parameter<'_>],
    place: &Pointer,
    media_types: &MediaTypes,
) -> Vec<String> {
    let has_file = fields.iter().any(|(_, field)| openapi::text(field, "type") == Some("file"));
    let is_form = |media_type: &String| match openapi::media_kind(media_type) {
        MediaKind::Multipart => true,
        MediaKind::Form => !has_file,
        _ => false,
    };
    let (offered, others): (Vec<_>, Vec<_>) =
        media_types.consumes.iter().enumerate().partition(|(_, media_type)| is_form(media_type));
    if !offered.is_empty() {
        for (index, media_type) in others {
            // The document's list for all operations need not apply to this one.
            if let Some(at) = &media_types.own_consumes {
                conversion.lose(at.join(index), Problem::NotOfForm(media_type.clone()));
            }
        }
        return offered.into_iter().map(|(_, media_type)| media_type.clone()).collect();
    }
    let media_type = if has_file { MULTIPART } else { FORM };
    if !media_types.consumes.is_empty() {
        conversion.lose(place.clone(), Problem::FormNotConsumed { media_type });
    }
    vec![media_type.to_owned()]
}

/// A field of a form, and its encoding if that is not the default.
fn property(
    conversion: &mut Conversion<'_>,
    field: &Value,
    before: &Pointer,
    now: Pointer,
) -> (Value, Option<Value>) {
    let Value::Object(members) = field else { return (field.clone(), None) };
    conversion.origins.moved(before.clone(), now.clone());
    let mut object = Object::new(members, before.clone(), now.clone());
    for member in ["in", "name", "required"] {
        object.take(member);
    }
    if object.take("allowEmptyValue").is_some_and(|allowed| *allowed == Value::Bool(true)) {
        let keyword = "allowEmptyValue";
        conversion.lose(before.join(keyword), Problem::Dropped { keyword });
    }
    object.keep(&["deprecated", "description", "example"]);
    let (mut schema, format) = simple::schema(conversion, &mut object, &now);
    let written = match format.map(|format| (format, format.style())) {
        None | Some((Format::Multi, _)) => None,
        Some((_, Some((style, explode)))) => Some(json!({ "style": style, "explode": explode })),
        Some((format, None)) => {
            simple::joined_by_caller(conversion, &mut schema, before, format);
            None
        }
    };
    schema.extend(object.end(conversion));
    (Value::Object(schema), written)
}
