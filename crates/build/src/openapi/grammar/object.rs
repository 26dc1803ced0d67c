//! Objects, their members, and the ways in which a member is treated.

/// An object of the specification, by its name there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// The whole document.
    Document,
    /// `info`.
    Info,
    /// A tag.
    Tag,
    /// `paths`.
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
    /// `components`.
    Components,
    /// A schema.
    Schema,
    /// The discriminator of a choice.
    Discriminator,
    /// A security scheme.
    SecurityScheme,
    /// A security requirement.
    SecurityRequirement,
    /// A server: an address of the API.
    Server,
    /// A variable in the address of a server.
    ServerVariable,
    /// The contact.
    Contact,
    /// The licence.
    License,
    /// A link to further documentation.
    ExternalDocs,
    /// A named example.
    Example,
    /// How a schema is written in XML.
    Xml,
    /// The OAuth flows.
    OauthFlows,
    /// One OAuth flow.
    OauthFlow,
}

/// The content of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Values, or objects whose members do not matter.
    Data,
    /// One object.
    One(Object),
    /// A list of objects.
    List(Object),
    /// Objects by names, which the document chooses.
    Map(Object),
}

/// How a member is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// A rule or a stage reads it, and reports its own losses.
    Read,
    /// A client may ignore it, for this reason.
    Note(&'static str),
    /// The client does not support it: a loss, unless it is `false` or empty.
    Lost,
}

/// A member of an object.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// Its content.
    pub holds: Holds,
    /// How it is treated.
    pub fate: Fate,
}

impl Member {
    /// True if it is a list whose order does not matter.
    pub fn is_unordered(&self) -> bool {
        const LISTS: [&str; 8] =
            ["allOf", "anyOf", "enum", "oneOf", "parameters", "required", "security", "type"];
        LISTS.contains(&self.name)
    }
}

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
            Self::SecurityRequirement => "a security requirement",
            Self::Server => "a server",
            Self::ServerVariable => "a variable of a server",
            Self::Contact => "`contact`",
            Self::License => "`license`",
            Self::ExternalDocs => "`externalDocs`",
            Self::Example => "an example",
            Self::Xml => "`xml`",
            Self::OauthFlows => "`flows`",
            Self::OauthFlow => "a flow",
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

    /// The content of members with names that the document chooses.
    pub fn rest(self) -> Option<Object> {
        match self {
            Self::Paths => Some(Self::PathItem),
            Self::Responses => Some(Self::Response),
            // A list of scopes, which has no members.
            Self::SecurityRequirement => Some(Self::SecurityRequirement),
            _ => None,
        }
    }
}
