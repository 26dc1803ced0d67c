//! Parameters: those in the path, the query and the headers stay parameters, with a schema.

use serde_json::Value;

use super::conversion::Conversion;
use super::object::Object;
use super::schemas;
use super::simple::{self, Format};
use crate::openapi;
use crate::source::pointer::Pointer;
use crate::source::problem::Problem;

/// A parameter, or a reference to one, and its place in the original.
pub(super) type Parameter<'a> = (Pointer, &'a Value);

/// The parameters of a path or of an operation, by what they become.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameters<'a> {
    /// The list, if there is one, and its place in the original.
    given: Option<&'a Value>,
    pub place: Pointer,
    others: Vec<Parameter<'a>>,
    pub bodies: Vec<Parameter<'a>>,
    /// Fields of a form, with references followed.
    pub fields: Vec<Parameter<'a>>,
}

impl<'a> Parameters<'a> {
    pub(super) fn take(conversion: &mut Conversion<'a>, owner: &mut Object<'a>) -> Self {
        let given = owner.take("parameters");
        let at = owner.before.join("parameters");
        let mut parameters = Self { given, place: at.clone(), ..Self::default() };
        for (index, value) in openapi::items(given) {
            let at = at.join(index);
            let (target_at, target) = conversion.follow(at.clone(), value);
            match openapi::text(target, "in") {
                Some("body") => parameters.bodies.push((at, value)),
                Some("formData") => {
                    conversion.lose_beside_reference(&at, value);
                    parameters.fields.push((target_at, target));
                }
                _ => parameters.others.push((at, value)),
            }
        }
        parameters
    }

    /// Puts those that stay parameters into the owner's replacement.
    pub(super) fn put_others(&self, conversion: &mut Conversion<'a>, owner: &mut Object<'a>) {
        let is_list = self.given.is_some_and(Value::is_array);
        match self.given {
            Some(other) if !is_list => owner.put("parameters", other.clone()),
            // A list that contained only bodies is empty now.
            Some(_) if !self.others.is_empty() || self.is_empty() => {
                let now = owner.now.join("parameters");
                let others = self.others.iter().enumerate().map(|(index, (before, value))| {
                    let now = now.join(index);
                    conversion.origins.moved(before.clone(), now.clone());
                    parameter(conversion, value, before.clone(), now)
                });
                owner.put("parameters", others.collect::<Vec<_>>());
            }
            _ => {}
        }
    }

    /// The body of an operation, with the parameters of its path.
    pub(super) fn sent_with(&self, shared: &Self) -> Self {
        let name = |(_, field): &Parameter<'a>| openapi::text(field, "name").map(str::to_owned);
        let own: Vec<_> = self.fields.iter().map(name).collect();
        let inherited = shared.fields.iter().filter(|field| !own.contains(&name(field)));
        let bodies = if self.bodies.is_empty() { &shared.bodies } else { &self.bodies };
        let place = if self.is_empty() { &shared.place } else { &self.place };
        Self {
            place: place.clone(),
            fields: inherited.chain(&self.fields).cloned().collect(),
            bodies: bodies.clone(),
            ..Self::default()
        }
    }

    fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.fields.is_empty()
    }
}

/// A parameter that is not a body.
pub(super) fn parameter(
    conversion: &mut Conversion<'_>,
    value: &Value,
    before: Pointer,
    now: Pointer,
) -> Value {
    let members = match value {
        Value::Object(members) if openapi::reference(value).is_none() => members,
        other => return other.clone(),
    };
    let mut object = Object::new(members, before, now);
    object.keep(&["deprecated", "description", "example", "in", "name", "required"]);
    let is_query = openapi::text(value, "in") == Some("query");
    if is_query {
        object.keep(&["allowEmptyValue"]);
    }
    let at = object.now.join("schema");
    if let Some(given) = object.take("schema") {
        let before = object.before.join("schema");
        let schema = schemas::schema(conversion, given, &before, &at);
        object.put("schema", schema);
        return Value::Object(object.end(conversion));
    }
    // A list without a format has the default format.
    let says = if object.has("collectionFormat") { "collectionFormat" } else { "type" };
    let format_place = object.before.join(says);
    conversion.origins.made(at.clone(), object.before.clone());
    let (mut schema, format) = simple::schema(conversion, &mut object, &at);
    match format.map(|format| (format, format.style())) {
        Some((Format::Multi, _)) if is_query => {}
        Some((_, Some((style, explode)))) if is_query => {
            for (member, value) in [("style", style.into()), ("explode", Value::Bool(explode))] {
                conversion.origins.made(object.now.join(member), format_place.clone());
                object.put(member, value);
            }
        }
        None | Some((Format::Commas, _)) => {}
        Some((Format::Multi, _)) => {
            let problem = Problem::Dropped { keyword: "collectionFormat" };
            conversion.lose(format_place, problem);
        }
        Some((format, _)) => {
            simple::joined_by_caller(conversion, &mut schema, &format_place, format);
        }
    }
    object.put("schema", schema);
    Value::Object(object.end(conversion))
}
