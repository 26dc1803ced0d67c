//! The objects of OpenAPI 3, and for each of their members what becomes of it.
//!
//! It is a closed list: a member that is not in it and no extension is a loss.

use serde_json::Value;

use super::layout::{items, members};
use super::place::Place;

/// An object of the specification, by its name there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// The whole document.
    Document,
    /// What `info` holds.
    Info,
    /// A tag.
    Tag,
    /// What `paths` holds.
    Paths,
    /// A path with its operations.
    PathItem,
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A request body.
    RequestBody,
    /// A body in one media type.
    MediaType,
    /// How a member of a form is written.
    Encoding,
    /// The responses of an operation.
    Responses,
    /// A response.
    Response,
    /// A header of a response.
    Header,
    /// What `components` holds.
    Components,
    /// A schema.
    Schema,
    /// What tells the forms of a choice apart.
    Discriminator,
    /// A way to say who calls.
    SecurityScheme,
}

/// What a member holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Values, or objects that hold nothing of interest.
    Data,
    /// One object.
    One(Object),
    /// A list of objects.
    List(Object),
    /// Objects by names, which may be any words.
    Map(Object),
}

/// What becomes of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// A rule or a stage reads it, and reports itself what it cannot carry.
    Read,
    /// It means nothing to a client, for this reason.
    Note(&'static str),
    /// It says something that the client does not: a loss, unless it is `false` or empty.
    Lost,
}

/// A member of an object.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// What is in it.
    pub holds: Holds,
    /// What becomes of it.
    pub fate: Fate,
}

const fn read(name: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Read }
}

const fn holds(name: &'static str, holds: Holds) -> Member {
    Member { name, holds, fate: Fate::Read }
}

const fn note(name: &'static str, why: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Note(why) }
}

const fn lost(name: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Lost }
}

const WORDS: &str = "words for readers of the document";
const EXAMPLE: &str = "an example binds no client";
const ADDRESS: &str = "a client is given its address";
const GROUPS: &str = "it groups operations for readers";
const IDENTITY: &str = "it names the document or a place in it; references were followed";
const SHARED: &str = "what refers to it says what becomes of it";

impl Object {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "a document",
            Self::Info => "`info`",
            Self::Tag => "a tag",
            Self::Paths => "`paths`",
            Self::PathItem => "a path",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Responses => "`responses`",
            Self::Response => "a response",
            Self::Header => "a header",
            Self::Components => "`components`",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::SecurityScheme => "a security scheme",
        }
    }

    /// The section of `components` for objects of this kind, if they may be referred to.
    pub fn section(self) -> Option<&'static str> {
        Some(match self {
            Self::PathItem => "pathItems",
            Self::Parameter => "parameters",
            Self::RequestBody => "requestBodies",
            Self::Response => "responses",
            Self::Header => "headers",
            Self::Schema => "schemas",
            Self::SecurityScheme => "securitySchemes",
            _ => return None,
        })
    }

    /// What the members with any other name hold, if the names are those of the document.
    pub fn rest(self) -> Option<Object> {
        match self {
            Self::Paths => Some(Self::PathItem),
            Self::Responses => Some(Self::Response),
            _ => None,
        }
    }

    /// A member, by its name; `None` for one that is not in the specification.
    pub fn member(self, name: &str) -> Option<&'static Member> {
        self.members().iter().find(|member| member.name == name)
    }

    /// The members that have a name in the specification.
    pub fn members(self) -> &'static [Member] {
        use Holds::{List, Map, One};
        match self {
            Self::Document => {
                &const {
                    [
                        read("openapi"),
                        read("swagger"),
                        note("$self", IDENTITY),
                        holds("info", One(Self::Info)),
                        read("jsonSchemaDialect"),
                        note("servers", ADDRESS),
                        holds("paths", One(Self::Paths)),
                        read("webhooks"),
                        holds("components", One(Self::Components)),
                        read("security"),
                        holds("tags", List(Self::Tag)),
                        note("externalDocs", WORDS),
                    ]
                }
            }
            Self::Info => {
                &const {
                    [
                        note("title", WORDS),
                        note("summary", WORDS),
                        note("description", WORDS),
                        note("termsOfService", WORDS),
                        note("contact", WORDS),
                        note("license", WORDS),
                        note("version", WORDS),
                    ]
                }
            }
            Self::Tag => {
                &const {
                    [
                        note("name", GROUPS),
                        note("summary", GROUPS),
                        note("description", GROUPS),
                        note("externalDocs", GROUPS),
                        note("parent", GROUPS),
                        note("kind", GROUPS),
                    ]
                }
            }
            Self::Paths => &[],
            Self::PathItem => {
                &const {
                    [
                        read("$ref"),
                        note("summary", "each operation has its own"),
                        note("description", "each operation has its own"),
                        holds("get", One(Self::Operation)),
                        holds("put", One(Self::Operation)),
                        holds("post", One(Self::Operation)),
                        holds("delete", One(Self::Operation)),
                        holds("options", One(Self::Operation)),
                        holds("head", One(Self::Operation)),
                        holds("patch", One(Self::Operation)),
                        holds("trace", One(Self::Operation)),
                        lost("query"),
                        lost("additionalOperations"),
                        read("servers"),
                        holds("parameters", List(Self::Parameter)),
                    ]
                }
            }
            Self::Operation => {
                &const {
                    [
                        note("tags", GROUPS),
                        read("summary"),
                        read("description"),
                        note("externalDocs", WORDS),
                        read("operationId"),
                        holds("parameters", List(Self::Parameter)),
                        holds("requestBody", One(Self::RequestBody)),
                        holds("responses", One(Self::Responses)),
                        read("callbacks"),
                        read("deprecated"),
                        read("security"),
                        read("servers"),
                    ]
                }
            }
            Self::Parameter => {
                &const {
                    [
                        read("$ref"),
                        read("name"),
                        read("in"),
                        note("summary", WORDS),
                        read("description"),
                        read("required"),
                        note("deprecated", "a parameter of a method cannot say so"),
                        lost("allowEmptyValue"),
                        read("style"),
                        read("explode"),
                        lost("allowReserved"),
                        holds("schema", One(Self::Schema)),
                        note("example", EXAMPLE),
                        note("examples", EXAMPLE),
                        holds("content", Map(Self::MediaType)),
                    ]
                }
            }
            Self::RequestBody => {
                &const {
                    [
                        read("$ref"),
                        note("summary", WORDS),
                        note("description", "the type has its own"),
                        holds("content", Map(Self::MediaType)),
                        read("required"),
                    ]
                }
            }
            Self::MediaType => {
                &const {
                    [
                        holds("schema", One(Self::Schema)),
                        lost("itemSchema"),
                        note("example", EXAMPLE),
                        note("examples", EXAMPLE),
                        holds("encoding", Map(Self::Encoding)),
                        lost("prefixEncoding"),
                        lost("itemEncoding"),
                    ]
                }
            }
            Self::Encoding => {
                &const {
                    [
                        read("contentType"),
                        read("headers"),
                        read("style"),
                        read("explode"),
                        read("allowReserved"),
                        lost("encoding"),
                        lost("prefixEncoding"),
                        lost("itemEncoding"),
                    ]
                }
            }
            Self::Responses => &[],
            Self::Response => {
                &const {
                    [
                        read("$ref"),
                        note("summary", WORDS),
                        note("description", "the type has its own"),
                        read("headers"),
                        holds("content", Map(Self::MediaType)),
                        read("links"),
                    ]
                }
            }
            // Of what is received nothing but the value is read.
            Self::Header => &[],
            Self::Components => {
                &const {
                    [
                        holds("schemas", Map(Self::Schema)),
                        holds("responses", Map(Self::Response)),
                        holds("parameters", Map(Self::Parameter)),
                        note("examples", EXAMPLE),
                        holds("requestBodies", Map(Self::RequestBody)),
                        note("headers", SHARED),
                        holds("securitySchemes", Map(Self::SecurityScheme)),
                        note("links", SHARED),
                        note("callbacks", SHARED),
                        holds("pathItems", Map(Self::PathItem)),
                        note("mediaTypes", SHARED),
                    ]
                }
            }
            Self::Schema => SCHEMA,
            Self::Discriminator => {
                &const { [read("propertyName"), read("mapping"), lost("defaultMapping")] }
            }
            Self::SecurityScheme => {
                &const {
                    [
                        read("$ref"),
                        read("type"),
                        note("description", WORDS),
                        read("name"),
                        read("in"),
                        note("scheme", "the caller gives the whole value of `Authorization`"),
                        note("bearerFormat", "the caller gives the token"),
                        note("flows", "the caller gets the token"),
                        note("openIdConnectUrl", "the caller gets the token"),
                        note("oauth2MetadataUrl", "the caller gets the token"),
                        note("deprecated", WORDS),
                    ]
                }
            }
        }
    }
}

const SCHEMA: &[Member] = {
    use Holds::{List, Map, One};
    &[
        read("$ref"),
        read("title"),
        read("description"),
        read("type"),
        read("format"),
        read("enum"),
        read("const"),
        read("default"),
        read("nullable"),
        read("multipleOf"),
        read("maximum"),
        read("exclusiveMaximum"),
        read("minimum"),
        read("exclusiveMinimum"),
        read("maxLength"),
        read("minLength"),
        read("pattern"),
        holds("items", One(Object::Schema)),
        holds("prefixItems", List(Object::Schema)),
        read("additionalItems"),
        holds("contains", One(Object::Schema)),
        read("maxContains"),
        read("minContains"),
        read("maxItems"),
        read("minItems"),
        read("uniqueItems"),
        holds("properties", Map(Object::Schema)),
        holds("patternProperties", Map(Object::Schema)),
        holds("additionalProperties", One(Object::Schema)),
        holds("propertyNames", One(Object::Schema)),
        read("required"),
        read("maxProperties"),
        read("minProperties"),
        read("dependencies"),
        read("dependentRequired"),
        holds("dependentSchemas", Map(Object::Schema)),
        holds("unevaluatedItems", One(Object::Schema)),
        holds("unevaluatedProperties", One(Object::Schema)),
        holds("allOf", List(Object::Schema)),
        holds("oneOf", List(Object::Schema)),
        holds("anyOf", List(Object::Schema)),
        holds("not", One(Object::Schema)),
        holds("if", One(Object::Schema)),
        holds("then", One(Object::Schema)),
        holds("else", One(Object::Schema)),
        holds("discriminator", One(Object::Discriminator)),
        read("readOnly"),
        read("writeOnly"),
        read("deprecated"),
        read("contentEncoding"),
        read("contentMediaType"),
        holds("contentSchema", One(Object::Schema)),
        holds("$defs", Map(Object::Schema)),
        holds("definitions", Map(Object::Schema)),
        read("$dynamicRef"),
        note("$anchor", IDENTITY),
        note("$dynamicAnchor", IDENTITY),
        note("$id", IDENTITY),
        note("$schema", IDENTITY),
        note("$vocabulary", IDENTITY),
        note("$comment", WORDS),
        note("example", EXAMPLE),
        note("examples", EXAMPLE),
        note("externalDocs", WORDS),
        note("xml", "the client writes and reads JSON"),
    ]
};

/// Calls `visit` for an object at a place and, as long as that returns true, for those inside.
pub fn walk<'a>(
    object: Object,
    value: &'a Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, Object, &'a Value) -> bool,
) {
    if !visit(at, object, value) {
        return;
    }
    for (name, member) in members(Some(value)) {
        let at = Place::Member(at, name);
        match (object.member(name).map(|known| known.holds), object.rest()) {
            (Some(Holds::One(inner)), _) if member.is_array() => {
                walk_list(inner, member, &at, visit)
            }
            (Some(Holds::One(inner)), _) => walk(inner, member, &at, visit),
            (Some(Holds::List(inner)), _) => walk_list(inner, member, &at, visit),
            (Some(Holds::Map(inner)), _) => {
                for (name, member) in members(Some(member)) {
                    walk(inner, member, &Place::Member(&at, name), visit);
                }
            }
            (None, Some(inner)) if !name.starts_with("x-") => walk(inner, member, &at, visit),
            _ => {}
        }
    }
}

fn walk_list<'a>(
    object: Object,
    list: &'a Value,
    at: &Place<'_>,
    visit: &mut dyn FnMut(&Place<'_>, Object, &'a Value) -> bool,
) {
    for (index, item) in items(Some(list)) {
        walk(object, item, &Place::Item(at, index), visit);
    }
}
