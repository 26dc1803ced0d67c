//! What an operation sends and reads beyond what progenitor generates; the passes write it.

/// Placeholder for an empty segment of a path, which progenitor would drop.
pub const EMPTY_SEGMENT: &str = "empty-segment-stand-in";

/// The Rust parameter of a body.
pub const BODY: &str = "body";

/// The parts of a call of an operation.
#[derive(Debug, Clone, Default)]
pub struct Call {
    /// In the order of the document.
    pub parameters: Vec<Parameter>,
    /// `None` if the operation takes no body.
    pub body: Option<Body>,
    /// The value of `Accept`; empty if nothing is read.
    pub accept: String,
    /// The media types of a success, if none is JSON.
    pub raw: Vec<String>,
    /// True if the contract says that it needs no credentials.
    pub is_public: bool,
}

/// A parameter, and how it is written into the request.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The name that progenitor gets: another than the document's if two would be the same in Rust.
    pub given: String,
    /// The name of the Rust parameter.
    pub ident: String,
    /// The name in the request.
    pub wire_name: String,
    /// Its description; empty if there is none.
    pub words: String,
    /// The part of the request that contains it.
    pub location: Location,
    /// The encoding of its value.
    pub codec: Codec,
    /// True if a request without it is invalid.
    pub is_required: bool,
    /// True if `Debug` must hide it.
    pub is_sensitive: bool,
}

/// A parameter or a body that a request may do without.
#[derive(Debug, Clone, Copy)]
pub struct Optional<'a> {
    /// The name of the Rust parameter.
    pub ident: &'a str,
    /// The name in the request.
    pub wire_name: &'a str,
    /// Its description; empty if there is none.
    pub words: &'a str,
    /// True if `Debug` must hide it.
    pub is_sensitive: bool,
}

/// The part of a request that contains a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header of its own.
    Header,
    /// The header `Cookie`.
    Cookie,
}

impl Location {
    /// Reads the value of `in`; `None` for a word that OpenAPI 3.0 does not have.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Path, Self::Query, Self::Header, Self::Cookie]
            .into_iter()
            .find(|location| location.word() == word)
    }

    /// The value of `in`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

impl Call {
    /// The parameters in a part of the request.
    pub fn parameters_in(&self, location: Location) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(move |parameter| parameter.location == location)
    }

    /// What a request is valid without, in the order of the parameters.
    pub fn options(&self) -> Vec<Optional<'_>> {
        let parameters = self.parameters.iter().filter(|parameter| !parameter.is_required);
        let parameters = parameters.map(|it| Optional {
            ident: &it.ident,
            wire_name: &it.wire_name,
            words: &it.words,
            is_sensitive: it.is_sensitive,
        });
        let body = self.body.iter().filter(|body| body.is_optional).map(|it| Optional {
            ident: BODY,
            wire_name: BODY,
            words: &it.words,
            // Nothing describes what is inside.
            is_sensitive: !matches!(it.kind, BodyKind::Json | BodyKind::Form { .. }),
        });
        parameters.chain(body).collect()
    }
}

/// How a parameter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// A string in the path or a header: what progenitor writes.
    Text,
    /// Any other value in the path or a header.
    Simple {
        /// True for `name=value`.
        explode: bool,
    },
    /// A value in the path with a dot in front.
    Label {
        /// True for a dot between two values, and `name=value`.
        explode: bool,
    },
    /// A value in the path with a semicolon and the parameter's name in front.
    Matrix {
        /// True for a pair of each value.
        explode: bool,
    },
    /// JSON in the path or a header.
    JsonText,
    /// A pair of the header `Cookie`.
    Cookie,
    /// A scalar or an exploded list in the query: what progenitor writes.
    Pairs,
    /// One pair in the query for a whole list or object, joined by an encoded separator.
    Joined(&'static str),
    /// One pair in the query for each property of an object.
    Exploded,
    /// As `Exploded`, with the parameter's name before each: `page[limit]=5`.
    Deep,
    /// JSON in the query.
    Json,
}

/// How a request body is sent.
#[derive(Debug, Clone)]
pub struct Body {
    /// The value of `Content-Type`.
    pub content_type: String,
    /// True if a request without it is valid.
    pub is_optional: bool,
    /// What the caller gives.
    pub kind: BodyKind,
    /// Its description; empty if there is none.
    pub words: String,
}

/// What a request body is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyKind {
    /// A value that is written as JSON.
    Json,
    /// A form.
    Form {
        /// Members with the style `deepObject`.
        deep: Vec<String>,
        /// Members that are one pair each, with the encoded separator between their items.
        joined: Vec<(String, &'static str)>,
    },
    /// A string.
    Text,
    /// Bytes as they are.
    Bytes,
    /// Bytes that the caller has encoded, with their media type.
    Encoded,
}

/// The value for one status or several.
#[derive(Debug, Clone)]
pub struct Arm {
    /// The statuses that it comes with.
    pub statuses: Statuses,
    /// The variant of the union; `None` if the contract promises no value.
    pub variant: Option<String>,
}

/// Statuses, an exact one before a range before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statuses {
    /// One status.
    Exactly(u16),
    /// The hundreds of `4XX`.
    Range(u16),
    /// `default`.
    Others,
}

impl Statuses {
    /// Reads the key of a response; `None` for anything but a final status.
    pub fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Others);
        }
        if let Some(hundreds) = key.strip_suffix("XX") {
            return hundreds.parse().ok().filter(|it| *it > 1).map(Self::Range);
        }
        key.parse().ok().filter(|status| *status >= 200).map(Self::Exactly)
    }

    /// True if all of them are successes.
    pub fn is_success(self) -> bool {
        match self {
            Self::Exactly(status) => (200..300).contains(&status),
            Self::Range(hundreds) => hundreds == 2,
            Self::Others => false,
        }
    }

    /// Their name in words; `None` for all others.
    pub fn key(self) -> Option<String> {
        match self {
            Self::Exactly(status) => Some(status.to_string()),
            Self::Range(hundreds) => Some(format!("{hundreds}xx")),
            Self::Others => None,
        }
    }

    /// The name of their variant.
    pub fn variant(self) -> String {
        match self {
            Self::Exactly(status) => format!("Status{status}"),
            Self::Range(hundreds) => format!("Status{hundreds}xx"),
            Self::Others => "Default".to_owned(),
        }
    }
}
