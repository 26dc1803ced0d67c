//! Responses: the schema applies to each media type that the operation produces.

use serde_json::{Map, Value};

use super::conversion::Conversion;
use super::object::Object;
use super::simple::{self, Format};
use super::{body, media_types};
use crate::openapi;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// The media type of a file: any.
const ANY: &str = "*/*";

pub(super) fn restate<'a>(
    conversion: &mut Conversion<'a>,
    value: &'a Value,
    at: Pointer,
    produces: &[String],
) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let responses = members.iter().map(|(status, value)| {
        let at = at.join(status);
        let restated = match openapi::is_extension(status, value) {
            true => value.clone(),
            false => one(conversion, value, at, produces),
        };
        (status.clone(), restated)
    });
    Value::Object(responses.collect())
}

/// A shared response has the document's media types; an operation with other media types gets its own.
fn one<'a>(
    conversion: &mut Conversion<'a>,
    value: &'a Value,
    at: Pointer,
    produces: &[String],
) -> Value {
    let (target, found) = conversion.follow(at.clone(), value);
    let is_same = media_types::or_json(produces)
        == media_types::or_json(&conversion.media_types.produces)
        || found.get("schema").is_none();
    if openapi::reference(value).is_some() && is_same {
        return value.clone();
    }
    conversion.lose_beside_reference(&at, value);
    if at != target {
        conversion.origins.made(at.clone(), at.clone());
    }
    response(conversion, found, target, at, produces)
}

pub(super) fn response(
    conversion: &mut Conversion<'_>,
    value: &Value,
    before: Pointer,
    now: Pointer,
    produces: &[String],
) -> Value {
    let members = match value {
        Value::Object(members) if openapi::reference(value).is_none() => members,
        other => return other.clone(),
    };
    let mut object = Object::new(members, before, now);
    object.keep(&["description"]);
    let examples = object.take("examples");
    if let Some(schema) = object.take("schema") {
        let media_types = match is_file(conversion, schema) {
            true => file_types(produces),
            false => media_types::or_json(produces),
        };
        let mut content = body::content(conversion, &object, Some(schema), &media_types);
        put_examples(conversion, &object, &mut content, examples);
        object.put("content", content);
    } else {
        put_examples(conversion, &object, &mut Map::new(), examples);
    }
    if let Some(Value::Object(headers)) = object.take("headers") {
        let headers = headers.iter().map(|(name, value)| {
            let at = |owner: &Pointer| owner.join_all(["headers", name]);
            (name.clone(), header(conversion, value, at(&object.before), at(&object.now)))
        });
        let headers: Map<String, Value> = headers.collect();
        object.put("headers", headers);
    }
    Value::Object(object.end(conversion))
}

fn is_file<'a>(conversion: &Conversion<'a>, schema: &'a Value) -> bool {
    let schema = openapi::resolve(conversion.root, schema);
    schema.and_then(|schema| openapi::text(schema, "type")) == Some("file")
}

/// The media types of files. If JSON is among them, the list is meant for other responses.
fn file_types(produces: &[String]) -> Vec<String> {
    let is_json = |media_type: &String| openapi::media_kind(media_type).is_json();
    match produces {
        [] => vec![ANY.to_owned()],
        given if given.iter().any(is_json) => vec![ANY.to_owned()],
        given => given.to_vec(),
    }
}

/// Moves each example to its media type. An example of a media type that the response lacks is lost.
fn put_examples(
    conversion: &mut Conversion<'_>,
    owner: &Object<'_>,
    content: &mut Map<String, Value>,
    examples: Option<&Value>,
) {
    for (media_type, example) in openapi::members(examples) {
        let before = owner.before.join_all(["examples", media_type]);
        let Some(Value::Object(member)) = content.get_mut(media_type) else {
            conversion.lose(before, Problem::ExampleOfOther(media_type.to_owned()));
            continue;
        };
        let now = owner.now.join_all(["content", media_type, "example"]);
        conversion.origins.moved(before, now);
        member.insert("example".to_owned(), example.clone());
    }
}

fn header(conversion: &mut Conversion<'_>, value: &Value, before: Pointer, now: Pointer) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let mut object = Object::new(members, before, now);
    object.keep(&["description"]);
    let at = object.now.join("schema");
    conversion.origins.made(at.clone(), object.before.clone());
    let (mut schema, format) = simple::schema(conversion, &mut object, &at);
    if let Some(format) = format.filter(|format| *format != Format::Commas) {
        simple::joined_by_caller(conversion, &mut schema, &object.before, format);
    }
    object.put("schema", schema);
    Value::Object(object.end(conversion))
}
