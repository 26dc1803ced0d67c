//! The members of each object.

use super::object::{Holds, Member, Object};
use super::schema::SCHEMA;
use super::written::{
    ADDRESS, EXAMPLE, GROUPS, IDENTITY, SHARED, TOKEN, WORDS, XML, holds, lost, note, note_of, read,
};

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
