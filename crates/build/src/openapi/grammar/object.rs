//! Objects, their members, and what can become of a member.

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
    /// What has to be sent to say who calls.
    SecurityRequirement,
    /// An address of the API.
    Server,
    /// A part of an address.
    ServerVariable,
    /// Who answers for the API.
    Contact,
    /// What the API may be used for.
    License,
    /// Where more is written.
    ExternalDocs,
    /// An example by its name.
    Example,
    /// How a schema is written in XML.
    Xml,
    /// The ways to get a token.
    OauthFlows,
    /// One way to get a token.
    OauthFlow,
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

impl Member {
    /// True if it is a list whose order says nothing.
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

    /// What the members with any other name hold, if the names are those of the document.
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
