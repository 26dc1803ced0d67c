//! What an operation sends and reads, as far as progenitor has no words for it: the passes write it.

/// How an operation is called.
#[derive(Debug, Clone, Default)]
pub struct Wire {
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// The value of `Accept`; empty where nothing is read.
    pub accept: String,
    /// Media types of a success that are no JSON, where no other is.
    pub raw: Vec<String>,
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The name that progenitor is given, which is another one where two would be the same in Rust.
    pub given: String,
    /// The name of the Rust parameter.
    pub ident: String,
    /// The name in the request.
    pub wire_name: String,
    pub codec: Codec,
}

/// How a parameter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// A string in the path or a header: what progenitor writes.
    Text,
    /// Any other value in the path or a header, and whether its members are `name=value`.
    Simple {
        explode: bool,
    },
    /// JSON in the path or a header.
    JsonText,
    Cookie,
    /// A scalar or an exploded list in the query: what progenitor writes.
    Pairs,
    /// Of a list or object in the query one pair, joined by a separator as it is sent.
    Joined(&'static str),
    /// Of an object in the query a pair for each property.
    Exploded,
    /// The same with the parameter's name in front.
    Deep,
    /// JSON in the query.
    Json,
}

/// A request body.
#[derive(Debug, Clone)]
pub struct Body {
    pub content_type: String,
    pub is_optional: bool,
    pub kind: BodyKind,
}

/// What a request body is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyKind {
    Json,
    /// A form, and its members with the style `deepObject`.
    Form(Vec<String>),
    Text,
    Bytes,
    /// What the caller encodes, and says how.
    Encoded,
}

/// The value for one status, or for some.
#[derive(Debug, Clone)]
pub struct Arm {
    pub statuses: Statuses,
    /// The variant of the union; `None` where the contract promises no value.
    pub variant: Option<String>,
}

/// Statuses, an exact one before a range before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statuses {
    Exactly(u16),
    /// The hundreds of `4XX`.
    Range(u16),
    Others,
}

impl Statuses {
    /// Reads the key of a response; `None` for what is no final status.
    pub fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Others);
        }
        if let Some(hundreds) = key.strip_suffix("XX") {
            return hundreds.parse().ok().filter(|it| *it > 1).map(Self::Range);
        }
        key.parse().ok().filter(|status| *status >= 200).map(Self::Exactly)
    }

    /// Whether they are successes; all others may be.
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
