//! What stands where in an OpenAPI 3.0 document. Without it a property named `description` could not
//! be told from a description, nor a `$ref` in an example from a reference.

/// What a node is, which says what its members are.
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
    /// One section of the components that holds this.
    ParameterMap,
    ResponseMap,
    RequestBodyMap,
    SecuritySchemes,
    SecurityScheme,
    ExampleMap,
    Example,
    /// A list whose order says nothing, such as what is required.
    Names,
    /// Structure that refers to nothing, such as a bound or a default.
    Plain,
    /// What a person wrote to explain. The fragment has its own.
    Words,
    /// Examples by name; words, but they can refer to components.
    NamedExamples,
    /// What names operations that are not taken.
    LeftOut,
}

pub use openapi_client_build::openapi::METHODS;

/// What the member of a node is.
pub fn member(node: Node, key: &str) -> Node {
    use Node::*;
    match (node, key) {
        // Maps, in which a key is a name and says nothing.
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

/// Also the keywords of OpenAPI 3.1 that hold schemas, which some documents of 3.0 use.
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

/// What a section of the components holds; `None` for those that are not taken.
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

/// What one component of a section is; `None` for sections that are not taken.
pub fn of_component(section: &str) -> Option<Node> {
    component(section).map(|node| member(node, ""))
}

/// What the items of a list are.
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

impl Node {
    /// Whether the fragment has words of its own for this.
    pub fn is_words(self) -> bool {
        matches!(self, Self::Words | Self::NamedExamples)
    }

    /// Whether a reference may stand in its place.
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

    /// Whether it is to be described, so that the generated client has documentation.
    pub fn wants_description(self) -> bool {
        matches!(
            self,
            Self::Operation | Self::Parameter | Self::RequestBody | Self::Response | Self::Schema
        )
    }
}
