//! The places of a document at which a change must be noticed: all except those that a client may ignore
//! according to the closed list.

use serde_json::Value;

use openapi_client_build::openapi;
use openapi_client_build::openapi::grammar::{
    EXCEPTIONS, Exception, Fate, Holds, Member, Object, When,
};
use openapi_client_build::source::pointer::Pointer;

use super::change::Change;
use super::parts;
use super::places::{
    self, becomes_type, is_component, is_json, is_named_by_caller, is_part, is_property, is_scalar,
    only_requires,
};
use super::sides::Sides;

/// A place, and what the closed list says of it.
#[derive(Debug)]
pub struct Spot {
    pub at: Pointer,
    /// The object and member of the specification that it is, or is in.
    pub word: String,
    /// True for an item of a list whose order says nothing.
    is_unordered: bool,
    /// Whether it is sent, and whether it is received.
    sides: (bool, bool),
}

impl Spot {
    /// What makes the place differ from others of its document: names and words do not.
    pub fn kind(&self, root: &Value) -> String {
        let around = self.at.parent().unwrap_or_default();
        let is_word = self.word.ends_with(&format!(": {}", self.at.last().unwrap_or_default()));
        // Under a name of the document's own, what is beside it is another matter.
        let beside = if is_word { without_words(around.get(root)) } else { Value::Null };
        let value = without_words(self.at.get(root));
        format!("{} {:?} {value} {beside}", self.word, self.sides)
    }

    /// True if the closed list says that this change means nothing.
    pub fn may_be_silent(&self, change: Change) -> bool {
        change == Change::Move && self.is_unordered
    }
}

/// An object without the names and the words of the document.
fn without_words(value: Option<&Value>) -> Value {
    let mut value = value.cloned().unwrap_or_default();
    if let Value::Object(members) = &mut value {
        members.retain(|name, _| {
            !["description", "name", "operationId", "summary"].contains(&name.as_str())
        });
    }
    value
}

/// Every place at which a change must be noticed; `left_out` are reported as missing in the client. `curated` is the
/// document with its overlay, which decides what is sent and received.
pub fn spots(root: &Value, curated: &Value, left_out: &[&Pointer]) -> Vec<Spot> {
    let mut kept = curated.clone();
    for at in left_out {
        if let Some(place) = at.get_mut(&mut kept) {
            *place = Value::Null;
        }
    }
    let sides = Sides::of(&kept);
    let mut walk = Walk { root: curated, sides: &sides, spots: Vec::new() };
    walk.object(Object::Document, root, &Pointer::root());
    walk.spots.retain(|spot| sides.are_reached(&spot.at));
    walk.spots
}

struct Walk<'a> {
    root: &'a Value,
    sides: &'a Sides,
    spots: Vec<Spot>,
}

impl Walk<'_> {
    fn object(&mut self, object: Object, value: &Value, at: &Pointer) {
        for (name, inner) in openapi::members(Some(value)) {
            if name.starts_with("x-") || self.is_excepted(object, value, at, Some(name)) {
                continue;
            }
            let at = at.join(name);
            let word = format!("{}: {name}", object.name());
            match (object.member(name), object.rest()) {
                (Some(member), _) if !matches!(member.fate, Fate::Note(_)) => {
                    if (object, name) == (Object::Schema, "required") {
                        self.required(value, inner, &at, &word);
                        continue;
                    }
                    self.add(&at, &word, false);
                    self.held(member, inner, &at, &word);
                }
                (Some(_), _) => {}
                (None, Some(rest)) => self.named(rest, inner, &at, &word, false),
                (None, None) => self.add(&at, &word, false),
            }
        }
    }

    /// An object in a list, or under a name that the document chooses.
    fn named(
        &mut self,
        object: Object,
        value: &Value,
        at: &Pointer,
        word: &str,
        is_unordered: bool,
    ) {
        if !self.is_excepted(object, value, at, None) {
            self.add(at, word, is_unordered);
            self.object(object, value, at);
        }
    }

    fn held(&mut self, member: &'static Member, value: &Value, at: &Pointer, word: &str) {
        match (member.holds, value) {
            (Holds::One(object) | Holds::List(object), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.named(object, item, &at.join(index), word, member.is_unordered());
                }
            }
            (Holds::One(object), Value::Object(_)) => self.object(object, value, at),
            (Holds::Map(object), Value::Object(members)) => {
                for (name, inner) in members {
                    self.named(object, inner, &at.join(name), word, false);
                }
            }
            _ => self.data(value, at, word, member.is_unordered()),
        }
    }

    /// The properties that an object requires and that are missed.
    fn required(&mut self, object: &Value, names: &Value, at: &Pointer, word: &str) {
        for (index, name) in openapi::items(Some(names)) {
            let name = name.as_str().unwrap_or_default();
            let property = object.get("properties").and_then(|all| all.get(name));
            let property_at = at.parent().unwrap_or_default().join_all(["properties", name]);
            let is_missed = property.is_none_or(|property| {
                let may_be_absent =
                    property.get("writeOnly").is_some() || property.to_string().contains("null");
                let is_left_out = self.is_written_by_server(property, &property_at)
                    || *property == Value::Bool(false)
                    || may_be_absent && !self.sides.is_sent(at);
                !is_left_out
            });
            if is_missed {
                self.add(&at.join(index), word, true);
            }
        }
    }

    fn is_written_by_server(&self, property: &Value, at: &Pointer) -> bool {
        openapi::is_read_only(self.root, property) && !self.sides.is_received(at)
    }

    /// True for a component to which only parts of `allOf` refer.
    fn is_only_part(&self, at: &Pointer) -> bool {
        let Some(name) = openapi::component_at(at) else { return false };
        let target = openapi::component_reference(&name);
        let mut is_other = false;
        openapi::schemas::each_schema(self.root, &mut |at, schema| {
            is_other |= openapi::reference(schema) == Some(&target) && !is_part(&at.pointer());
        });
        !is_other
    }

    fn data(&mut self, value: &Value, at: &Pointer, word: &str, is_unordered: bool) {
        let members = openapi::members(Some(value)).map(|(name, inner)| (at.join(name), inner));
        let items = openapi::items(Some(value)).map(|(index, inner)| (at.join(index), inner));
        for (at, inner) in members.chain(items).filter(|(_, inner)| !inner.is_null()) {
            self.add(&at, word, is_unordered);
            self.data(inner, &at, word, false);
        }
    }

    fn add(&mut self, at: &Pointer, word: &str, is_unordered: bool) {
        let sides = (self.sides.is_sent(at), self.sides.is_received(at));
        self.spots.push(Spot { at: at.clone(), word: word.to_owned(), is_unordered, sides });
    }

    /// True if the closed list says that an object, or a member of it, means nothing here.
    fn is_excepted(&self, object: Object, value: &Value, at: &Pointer, name: Option<&str>) -> bool {
        EXCEPTIONS.iter().any(|exception| {
            let is_meant = match name {
                Some(name) => exception.members.contains(&name),
                None => exception.members.is_empty(),
            };
            exception.object == object && is_meant && self.holds(exception, value, at, name)
        })
    }

    fn holds(
        &self,
        exception: &Exception,
        object: &Value,
        at: &Pointer,
        name: Option<&str>,
    ) -> bool {
        let member = name.and_then(|name| object.get(name));
        match exception.when {
            When::Always => true,
            When::Received => !self.sides.is_sent(at),
            When::Sent => !self.sides.is_received(at),
            When::Beside(other, text) => openapi::text(object, other) == Some(text),
            When::Without(other) => object.get(other).is_none() && object.get("$ref").is_none(),
            When::False => member == Some(&Value::Bool(false)),
            When::Null => member == Some(&Value::Null),
            When::OnlyValue => openapi::items(object.get("enum")).count() == 1,
            When::NoneOf(texts) => {
                member.and_then(Value::as_str).is_some_and(|it| !texts.contains(&it))
            }
            When::OtherType => {
                let ty = openapi::text(object, "type");
                name.zip(ty).is_some_and(|(name, ty)| !openapi::grammar::can_speak_of(name, ty))
            }
            When::ReceivedProperty => {
                (is_property(at) || is_component(at)) && !self.sides.is_sent(at)
            }
            When::ReceivedNoneOf(texts) => {
                let text = member.and_then(Value::as_str).unwrap_or_default();
                !self.sides.is_sent(at) && !texts.contains(&text)
            }
            When::Alias => is_component(at) && !becomes_type(object),
            When::OfScalar => object.get("schema").is_some_and(|schema| {
                let schema = openapi::resolve(self.root, schema).unwrap_or(schema);
                let is_choice = ["oneOf", "anyOf"].iter().any(|it| schema.get(*it).is_some());
                !is_choice && openapi::text(schema, "type").is_some_and(is_scalar)
            }),
            When::WrittenByServer => is_property(at) && self.is_written_by_server(object, at),
            When::OnlyRequires => openapi::items(member).all(|(_, form)| only_requires(form)),
            When::DescribedByOtherPart => parts::is_described_twice(self.root, at),
            When::Overridden => places::is_overridden(self.root, object, at),
            When::Part => is_part(at) || self.is_only_part(at),
            When::OfAnyAnswer => {
                let is_later = openapi::text(self.root, "openapi").is_some_and(|it| it >= "3.1");
                let mut responses = openapi::members(member).map(|(_, response)| response);
                is_later && responses.all(|it| it.get("content").or(it.get("$ref")).is_none())
            }
            When::Nothing => *object == Value::Bool(false),
            // Of one item, not of the list.
            When::NotMissed | When::NullValue => false,
            When::PartOfWords => {
                is_part(at) && openapi::members(Some(object)).all(|(name, _)| name == "description")
            }
            When::OnlyNull => {
                !self.sides.is_sent(at)
                    && (object.get("const").is_some_and(Value::is_null)
                        || openapi::items(object.get("enum")).all(|(_, value)| value.is_null())
                            && object.get("enum").is_some())
            }
            When::RequiresScheme => {
                openapi::items(member).any(|(_, it)| it != &serde_json::json!({}))
            }
            When::NamedByCaller => is_named_by_caller(self.root, at),
            When::TextOfParameter => {
                let tokens = at.tokens();
                let is_of_parameter =
                    matches!(tokens.as_slice(), [.., list, _, _, _] if list == "parameters");
                is_of_parameter && !is_json(at)
            }
            When::HasCharset => at.last().is_some_and(|name| name.contains("charset")),
            When::InParameter => {
                let tokens = at.tokens();
                matches!(tokens.as_slice(), [.., list, _, schema] if list == "parameters" && schema == "schema")
            }
        }
    }
}
