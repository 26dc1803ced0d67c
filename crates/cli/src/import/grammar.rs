//! The kind of each node of an OpenAPI 3.0 document. It distinguishes a property named `description` from a
//! description, and a `$ref` in an example from a reference.

use std::borrow::Cow;

use openapi_client_build::source::pointer::Pointer;

/// The kind of a node, which determines the kinds of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    Document,
    Info,
    Servers,
    Server,
    Tags,
    Tag,
    Security,
    SecurityRequirement,
    Paths,
    PathItem,
    Operation,
    Parameters,
    Parameter,
    RequestBody,
    Responses,
    Response,
    Headers,
    Contents,
    MediaType,
    Encodings,
    Encoding,
    SchemaMap,
    SchemaList,
    Schema,
    Discriminator,
    Components,
    /// A section of `components` with parameters.
    ParameterMap,
    ResponseMap,
    RequestBodyMap,
    SecuritySchemes,
    SecurityScheme,
    ExampleMap,
    Example,
    /// A list whose order does not matter, such as `required`.
    Names,
    /// Structure without references, such as a bound or a default.
    Plain,
    /// A description or another explanation. The fragment has its own.
    Words,
    /// Examples by name, which can refer to components.
    NamedExamples,
    /// References to operations that may not be imported.
    LeftOut,
}

pub use openapi_client_build::openapi::METHODS;

/// The kind of a node's member.
pub fn member(node: Node, key: &str) -> Node {
    use Node::*;
    match (node, key) {
        // Maps: the keys are names.
        (SchemaMap, _) => Schema,
        (Headers | ParameterMap, _) => Parameter,
        (Contents, _) => MediaType,
        (Encodings, _) => Encoding,
        (ResponseMap, _) => Response,
        (RequestBodyMap, _) => RequestBody,
        (SecuritySchemes, _) => SecurityScheme,
        (ExampleMap | NamedExamples, _) => Example,
        (Plain | Example | Discriminator | SecurityRequirement, _) => Plain,
        (_, key) if key.starts_with("x-") => Words,
        (Document, "info") => Info,
        (Document, "servers") | (PathItem | Operation, "servers") => Servers,
        (Document, "tags") => Tags,
        (Document | Operation, "security") => Security,
        (Document, "paths") => Paths,
        (Document, "components") => Components,
        (Info, "title" | "version") | (Tag, "name") => Plain,
        (Info | Tag, _) => Words,
        (Paths, _) => PathItem,
        (PathItem, key) if METHODS.contains(&key) => Operation,
        (PathItem | Operation, "parameters") => Parameters,
        (Operation, "tags") => Names,
        (Operation, "requestBody") => RequestBody,
        (Operation, "responses") => Responses,
        (Operation, "callbacks") | (Response, "links") => LeftOut,
        (Responses, _) => Response,
        (Parameter | MediaType, "schema") => Schema,
        (Parameter | RequestBody | Response, "content") => Contents,
        (Parameter | MediaType, "examples") => NamedExamples,
        (Response | Encoding, "headers") => Headers,
        (MediaType, "encoding") => Encodings,
        (Components, section) => component(section).unwrap_or(LeftOut),
        (Schema, key) => schema_member(key),
        (_, "description" | "summary" | "externalDocs" | "example") => Words,
        _ => Plain,
    }
}

/// Includes the keywords of OpenAPI 3.1 that contain schemas, which some documents of 3.0 use.
fn schema_member(key: &str) -> Node {
    match key {
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => {
            Node::SchemaMap
        }
        "items"
        | "additionalProperties"
        | "not"
        | "if"
        | "then"
        | "else"
        | "contains"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties" => Node::Schema,
        "allOf" | "oneOf" | "anyOf" | "prefixItems" => Node::SchemaList,
        "required" | "enum" => Node::Names,
        "discriminator" => Node::Discriminator,
        "description" | "title" | "example" | "examples" | "externalDocs" => Node::Words,
        _ => Node::Plain,
    }
}

/// The kind of a section of `components`; `None` for sections that are not imported.
fn component(section: &str) -> Option<Node> {
    Some(match section {
        "schemas" => Node::SchemaMap,
        "responses" => Node::ResponseMap,
        "parameters" => Node::ParameterMap,
        "requestBodies" => Node::RequestBodyMap,
        "headers" => Node::Headers,
        "securitySchemes" => Node::SecuritySchemes,
        "examples" => Node::ExampleMap,
        _ => return None,
    })
}

/// The kind of a section's components; `None` for sections that are not imported.
pub fn of_component(section: &str) -> Option<Node> {
    component(section).map(|node| member(node, ""))
}

/// The kind of a list's items.
pub fn item(node: Node) -> Node {
    match node {
        Node::Servers => Node::Server,
        Node::Tags => Node::Tag,
        Node::Security => Node::SecurityRequirement,
        Node::Parameters => Node::Parameter,
        Node::SchemaList => Node::Schema,
        // OpenAPI 3.0 has one schema under `items`; a list of them is JSON Schema's older form.
        Node::Schema => Node::Schema,
        _ => Node::Plain,
    }
}

/// True if a place of a document is explanatory text, rather than structure.
pub fn is_words(at: &Pointer) -> bool {
    let step = |node: Node, token: &Cow<'_, str>| match node {
        node if node.is_words() => node,
        Node::Servers | Node::Tags | Node::Security | Node::Parameters | Node::SchemaList => {
            item(node)
        }
        node => member(node, token),
    };
    at.tokens().iter().fold(Node::Document, step).is_words()
}

impl Node {
    /// True if the fragment keeps its own text for this.
    pub fn is_words(self) -> bool {
        matches!(self, Self::Words | Self::NamedExamples)
    }

    /// True if it has places of its own: parts that can be described, renamed or moved.
    pub fn has_places(self) -> bool {
        !self.is_words() && !matches!(self, Self::Plain | Self::Names | Self::LeftOut)
    }

    /// True if a reference may replace it.
    pub fn may_refer(self) -> bool {
        matches!(
            self,
            Self::Parameter
                | Self::RequestBody
                | Self::Response
                | Self::Schema
                | Self::SecurityScheme
                | Self::Example
        )
    }

    /// True if it should have a description, so that the generated client has documentation.
    pub fn wants_description(self) -> bool {
        matches!(
            self,
            Self::Operation | Self::Parameter | Self::RequestBody | Self::Response | Self::Schema
        )
    }
}
