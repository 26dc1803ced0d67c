//! The members of each object.

use super::object::{Fate, Holds, Member, Object};

const fn read(name: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Read }
}

const fn holds(name: &'static str, holds: Holds) -> Member {
    Member { name, holds, fate: Fate::Read }
}

const fn note(name: &'static str, why: &'static str) -> Member {
    Member { name, holds: Holds::Data, fate: Fate::Note(why) }
}

const fn note_of(name: &'static str, holds: Holds, why: &'static str) -> Member {
    Member { name, holds, fate: Fate::Note(why) }
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
const TOKEN: &str = "the caller gets the token";
const XML: &str = "the client writes and reads JSON";

impl Object {
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
                        note_of("info", One(Self::Info), WORDS),
                        read("jsonSchemaDialect"),
                        note_of("servers", List(Self::Server), ADDRESS),
                        holds("paths", One(Self::Paths)),
                        read("webhooks"),
                        holds("components", One(Self::Components)),
                        holds("security", List(Self::SecurityRequirement)),
                        note_of("tags", List(Self::Tag), GROUPS),
                        note_of("externalDocs", One(Self::ExternalDocs), WORDS),
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
                        note_of("contact", One(Self::Contact), WORDS),
                        note_of("license", One(Self::License), WORDS),
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
                        note_of("externalDocs", One(Self::ExternalDocs), GROUPS),
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
                        note_of("externalDocs", One(Self::ExternalDocs), WORDS),
                        read("operationId"),
                        holds("parameters", List(Self::Parameter)),
                        holds("requestBody", One(Self::RequestBody)),
                        holds("responses", One(Self::Responses)),
                        read("callbacks"),
                        read("deprecated"),
                        holds("security", List(Self::SecurityRequirement)),
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
                        read("deprecated"),
                        lost("allowEmptyValue"),
                        read("style"),
                        read("explode"),
                        lost("allowReserved"),
                        holds("schema", One(Self::Schema)),
                        note("example", EXAMPLE),
                        note_of("examples", Map(Self::Example), EXAMPLE),
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
                        note_of("examples", Map(Self::Example), EXAMPLE),
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
            // Of a received header only the value is read.
            Self::Header => &[],
            Self::Components => {
                &const {
                    [
                        holds("schemas", Map(Self::Schema)),
                        holds("responses", Map(Self::Response)),
                        holds("parameters", Map(Self::Parameter)),
                        note_of("examples", Map(Self::Example), EXAMPLE),
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
                        note_of("flows", One(Self::OauthFlows), TOKEN),
                        note("openIdConnectUrl", TOKEN),
                        note("oauth2MetadataUrl", TOKEN),
                        note("deprecated", WORDS),
                    ]
                }
            }
            // Its members are the names of schemes; their scopes concern the issuer of the token.
            Self::SecurityRequirement => &[],
            Self::Server => {
                &const {
                    [
                        note("url", ADDRESS),
                        note("description", WORDS),
                        note("name", WORDS),
                        note_of("variables", Map(Self::ServerVariable), ADDRESS),
                    ]
                }
            }
            Self::ServerVariable => {
                &const { [note("enum", ADDRESS), note("default", ADDRESS), note("description", WORDS)] }
            }
            Self::Contact => {
                &const { [note("name", WORDS), note("url", WORDS), note("email", WORDS)] }
            }
            Self::License => {
                &const { [note("name", WORDS), note("identifier", WORDS), note("url", WORDS)] }
            }
            Self::ExternalDocs => &const { [note("description", WORDS), note("url", WORDS)] },
            Self::Example => {
                &const {
                    [
                        note("$ref", EXAMPLE),
                        note("summary", EXAMPLE),
                        note("description", EXAMPLE),
                        note("value", EXAMPLE),
                        note("dataValue", EXAMPLE),
                        note("serializedValue", EXAMPLE),
                        note("externalValue", EXAMPLE),
                    ]
                }
            }
            Self::Xml => {
                &const {
                    [
                        note("nodeType", XML),
                        note("name", XML),
                        note("namespace", XML),
                        note("prefix", XML),
                        note("attribute", XML),
                        note("wrapped", XML),
                    ]
                }
            }
            Self::OauthFlows => {
                &const {
                    [
                        note_of("implicit", One(Self::OauthFlow), TOKEN),
                        note_of("password", One(Self::OauthFlow), TOKEN),
                        note_of("clientCredentials", One(Self::OauthFlow), TOKEN),
                        note_of("authorizationCode", One(Self::OauthFlow), TOKEN),
                        note_of("deviceAuthorization", One(Self::OauthFlow), TOKEN),
                    ]
                }
            }
            Self::OauthFlow => {
                &const {
                    [
                        note("authorizationUrl", TOKEN),
                        note("deviceAuthorizationUrl", TOKEN),
                        note("tokenUrl", TOKEN),
                        note("refreshUrl", TOKEN),
                        note("scopes", TOKEN),
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
        note("contentEncoding", "the text is given as it is sent"),
        note("contentMediaType", "the text is given as it is sent"),
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
        note_of("externalDocs", One(Object::ExternalDocs), WORDS),
        note_of("xml", One(Object::Xml), XML),
    ]
};
