//! Members that a client may ignore in some places only.

use super::keywords::BOUNDS;
use super::object::Object;

/// A case in which a client may ignore a member that otherwise has an effect.
#[derive(Debug, Clone, Copy)]
pub struct Exception {
    /// The object that has the member.
    pub object: Object,
    /// The members; empty for the whole object.
    pub members: &'static [&'static str],
    /// The condition.
    pub when: When,
    /// The reason.
    pub why: &'static str,
}

/// The condition under which a client may ignore a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Always.
    Always,
    /// The client receives it, and does not send it.
    Received,
    /// The client sends it, and does not receive it.
    Sent,
    /// The object has another member with this text.
    Beside(&'static str, &'static str),
    /// The object does not have another member.
    Without(&'static str),
    /// It is `false`.
    False,
    /// Its value is not one of these texts.
    NoneOf(&'static [&'static str]),
    /// It is `null`.
    Null,
    /// The object's `enum` has one value.
    OnlyValue,
    /// It concerns values of another type than the object's `type`.
    OtherType,
    /// The object is the schema of a parameter.
    InParameter,
    /// The object is a property or a component that the client receives.
    ReceivedProperty,
    /// The client receives it, and its value is not one of these texts.
    ReceivedNoneOf(&'static [&'static str]),
    /// The object is a component that does not become a type.
    Alias,
    /// The object's schema has neither items nor properties.
    OfScalar,
    /// The object is a property that only the server writes, of a type that the client only sends.
    WrittenByServer,
    /// The object is a form of a choice and only requires properties; or all forms of the choice do.
    OnlyRequires,
    /// The object is a part of `allOf`, or a component that is used as such only.
    Part,
    /// The object is a property that several parts of an `allOf` describe.
    DescribedByOtherPart,
    /// The object is a parameter of a path, and each operation there has one of this name.
    Overridden,
    /// None of the responses has a body, and the document's version lets them be left out.
    OfAnyAnswer,
    /// The name of a required property whose absence is not drift: it is nullable, or the other side writes it, or
    /// it has no valid value.
    NotMissed,
    /// The object is the schema `false`.
    Nothing,
    /// The object is a part of `allOf` that consists of annotations.
    PartOfWords,
    /// The object accepts only `null`.
    OnlyNull,
    /// The value `null` of an enum.
    NullValue,
    /// The member requires something of the caller.
    RequiresScheme,
    /// The object is one of several bodies of bytes that may be sent, or of a range of media types.
    NamedByCaller,
    /// The object is the content of a parameter, and not JSON.
    TextOfParameter,
    /// The name of the object has a `charset`.
    HasCharset,
}

/// Formats that a Rust type has.
const FORMATS: &[&str] = &["date", "date-time", "int32", "ip", "ipv4", "ipv6", "uint32", "uint64"];

const AUTHORIZATION: &str =
    "the client sends `Authorization`, even if the document does not require it";

/// All these cases.
pub const EXCEPTIONS: &[Exception] = &{
    const fn schema(members: &'static [&'static str], when: When, why: &'static str) -> Exception {
        Exception { object: Object::Schema, members, when, why }
    }
    const fn media_type(when: When, why: &'static str) -> Exception {
        Exception { object: Object::MediaType, members: &[], when, why }
    }
    [
        schema(
            BOUNDS,
            When::Always,
            "answers are read with any bounds; for requests one loss covers all of a kind",
        ),
        schema(BOUNDS, When::OtherType, "it concerns values of another type"),
        schema(
            &["additionalProperties", "format", "items", "properties", "required"],
            When::OtherType,
            "it concerns values of another type",
        ),
        schema(&["format"], When::NoneOf(FORMATS), "a Rust type without the format has all values"),
        schema(&["format"], When::ReceivedNoneOf(&["date-time"]), "answers are read in any format"),
        schema(&["format"], When::Without("type"), "it has no effect without a type"),
        schema(&["default"], When::Null, "a value that is absent says so as well"),
        schema(&["default"], When::OnlyValue, "there is no other value"),
        schema(
            &["discriminator"],
            When::Part,
            "the schema is only a part of others, which are no choice",
        ),
        schema(&["nullable"], When::Without("type"), "without a type, `null` is a value anyway"),
        schema(&["nullable"], When::InParameter, "a request has no `null` outside of JSON"),
        schema(&["additionalProperties"], When::False, "types are closed anyway"),
        schema(&["unevaluatedProperties"], When::False, "types are closed anyway"),
        schema(&["unevaluatedItems"], When::False, "types are closed anyway"),
        schema(&["items"], When::False, "it bounds the length, as `maxItems` does"),
        schema(&["readOnly"], When::Received, "the server writes what is received"),
        schema(&["writeOnly"], When::Sent, "the client writes what is sent"),
        schema(&["nullable"], When::ReceivedProperty, "what is null reads as absent"),
        schema(&["required"], When::NotMissed, "its absence is not drift"),
        schema(&[], When::WrittenByServer, "it is not sent"),
        schema(&[], When::Nothing, "a property without a value is none"),
        schema(
            &["anyOf", "oneOf"],
            When::OnlyRequires,
            "answers are read with any combination; for requests one loss covers it",
        ),
        schema(&[], When::PartOfWords, "of several parts the first description is kept"),
        schema(&[], When::OnlyNull, "what is null reads as absent"),
        schema(&["enum"], When::NullValue, "`nullable` or `type` says so as well"),
        schema(
            &["description"],
            When::Alias,
            "the description of each place takes precedence over that",
        ),
        schema(&["description"], When::Part, "of several parts the first description is kept"),
        schema(
            &["description"],
            When::DescribedByOtherPart,
            "of several parts that describe a property, the description of a component, or else the first, is kept",
        ),
        schema(&["title"], When::Always, "types are named after components and places"),
        Exception {
            object: Object::Parameter,
            members: &[],
            when: When::Overridden,
            why: "each operation of the path has its own",
        },
        Exception {
            object: Object::Parameter,
            members: &["required"],
            when: When::Beside("in", "path"),
            why: "a path has a value for each of its names",
        },
        Exception {
            object: Object::Parameter,
            members: &["explode"],
            when: When::Beside("style", "deepObject"),
            why: "this style is a pair for each property anyway",
        },
        Exception {
            object: Object::Parameter,
            members: &["explode"],
            when: When::OfScalar,
            why: "only lists and objects have parts",
        },
        Exception {
            object: Object::Encoding,
            members: &["explode"],
            when: When::Beside("style", "deepObject"),
            why: "this style is a pair for each property anyway",
        },
        Exception {
            object: Object::Document,
            members: &["security"],
            when: When::RequiresScheme,
            why: AUTHORIZATION,
        },
        Exception {
            object: Object::Operation,
            members: &["security"],
            when: When::RequiresScheme,
            why: AUTHORIZATION,
        },
        Exception {
            object: Object::Operation,
            members: &["responses"],
            when: When::OfAnyAnswer,
            why: "without a body they have no type, and any status is taken",
        },
        media_type(When::NamedByCaller, "the caller gives the media type with the bytes"),
        media_type(When::TextOfParameter, "a parameter has no `Content-Type`"),
        media_type(When::HasCharset, "JSON is UTF-8, whatever its media type says"),
        Exception {
            object: Object::Response,
            members: &[],
            when: When::Without("content"),
            why: "without a body it has no type, and any status is taken",
        },
    ]
};
