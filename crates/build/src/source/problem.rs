//! The catalogue of what can be wrong: for each problem what it is, and the way out.

use std::fmt;

use serde_json::Value;

use super::pointer::Pointer;

/// What is wrong, with the words of the document that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    // load
    Unreadable(String),
    NotUtf8 { seems: &'static str },
    // validate
    NotAnObject { found: &'static str },
    UnknownVersion(String),
    Missing { member: &'static str },
    WrongShape(String),
    NoOperation,
    DanglingReference(String),
    ExternalReference(String),
    ReferenceLoop(String),
    UndeclaredPathParameter { name: String, path: String },
    UnusedPathParameter { name: String, path: String },
    UnknownStatus(String),
    UnsupportedParameter { name: String, place: String },
    UnsupportedStyle { name: String, style: String },
    // translate: losses
    OperationRenamed { id: String, first: Pointer, name: String },
    ReservedHeader(String),
    BadHeaderName(String),
    RawBody(String),
    Encoding(String),
    Callbacks,
    Links,
    OwnServers,
    SecurityScheme(String),
    UnknownType(String),
    Unsupported(&'static str),
    NestedTooDeep { most: usize },
    // translate
    Dropped { keyword: &'static str },
    Webhooks,
    // overlay
    NotAnOverlay(&'static str),
    UndescribedAction,
    UnknownActionMember(String),
    AmbiguousAction,
    BadTarget { target: String, reason: String },
    TargetMatchesNothing(String),
    NameMatchesNothing(String),
    UnknownMark(String),
    UnmarkedProperty { name: String, word: &'static str },
    // normalise
    AllOfCycle(String),
    TooManyParts { most: usize },
    Contradiction { keyword: String, other: Pointer },
    SecondChoice,
    ChoiceOfRequired,
    OneFormAtATime,
    NotToldApart(String),
    DisputedProperty(String),
    UntaggedForm(String),
    MappingWithoutForm(String),
    BaseWithoutChildren,
    TooManyForms { most: usize },
    NameTaken { name: String, first: Pointer },
    NameReserved(String),
    FieldTaken { name: String, first: Pointer },
    VariantTaken { name: String, value: String, first: String },
    VariantReserved { name: &'static str, value: String },
    TwoNames { kept: String, other: String, first: Pointer },
    NameTooLong { name: String, length: usize, most: usize },
    NotAProperty(String),
    Unchecked { what: &'static str, others: usize },
    NullLeftOut { others: usize },
    OpenObject,
    OddDefault,
    VariantNames { values: usize, names: usize },
    VariantNamesIgnored { values: usize, names: usize },
    // translate
    EnumOfOthers { values: String },
    EnumValueOfOtherType { value: String, taken_as: String },
    EnumOfNothing,
    // lower
    NotTheModel(String),
    Lowering(String),
    LoweringPanicked { part: String, message: String },
    // passes
    UnexpectedCode { pass: &'static str, what: String },
    // import
    NoDocumentInPage { lines: Vec<usize> },
    SeveralDocumentsInPage { lines: Vec<usize> },
    OpenFence,
    NotInPage(String),
    ReferenceToOperation(String),
    ReferenceElsewhere(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(f, "not readable: {reason}"),
            Self::NotUtf8 { seems } => write!(f, "not UTF-8; it seems to be {seems}"),
            Self::NotAnObject { found } => write!(f, "an object is expected here, not {found}"),
            Self::UnknownVersion(version) => write!(f, "unknown OpenAPI version `{version}`"),
            Self::Missing { member } => write!(f, "`{member}` is missing"),
            Self::WrongShape(reason) => write!(f, "not the shape OpenAPI 3.0 gives it: {reason}"),
            Self::NoOperation => f.write_str("`paths` has no operation"),
            Self::OperationRenamed { id, first, name } => {
                write!(
                    f,
                    "the operation id `{id}` makes the same method as that of {first}: this one is `{name}`"
                )
            }
            Self::DanglingReference(target) => write!(f, "`$ref` to what is not there: {target}"),
            Self::ExternalReference(target) => write!(f, "`$ref` to another document: {target}"),
            Self::ReferenceLoop(target) => write!(f, "`$ref` that leads back to itself: {target}"),
            Self::UndeclaredPathParameter { name, path } => {
                write!(
                    f,
                    "`{{{name}}}` of the path {path} is not declared: the client takes a string"
                )
            }
            Self::UnusedPathParameter { name, path } => {
                write!(f, "the path parameter `{name}` does not occur in {path}: it is not sent")
            }
            Self::UnknownStatus(status) => write!(f, "`{status}` is no status of a response"),
            Self::UnsupportedParameter { name, place } => {
                write!(f, "the parameter `{name}` stands in `{place}`, which is not supported")
            }
            Self::UnsupportedStyle { name, style } => {
                write!(f, "the path parameter `{name}` has the style `{style}`")
            }
            Self::BadHeaderName(name) => {
                write!(f, "`{name}` is no name of a header: it is not sent")
            }
            Self::ReservedHeader(name) => {
                write!(
                    f,
                    "the header `{name}` belongs to the connection; the client leaves it alone"
                )
            }
            Self::RawBody(media_type) => {
                write!(f, "the form of the `{media_type}` body: the client sends bytes as they are")
            }
            Self::Encoding(property) => {
                write!(f, "how `{property}` is written in the form: the client writes it plainly")
            }
            Self::Callbacks => f.write_str("the callbacks: the client only calls"),
            Self::Links => f.write_str("the links between operations"),
            Self::OwnServers => {
                f.write_str("the servers named here: the client has one address for all operations")
            }
            Self::SecurityScheme(name) => {
                write!(f, "the security scheme `{name}`: the client sends `Authorization` only")
            }
            Self::UnknownType(name) => write!(f, "unknown type `{name}`"),
            Self::Unsupported(construct) => write!(f, "{construct} is not supported"),
            Self::NestedTooDeep { most } => write!(f, "nested more than {most} deep"),
            Self::Dropped { keyword } => write!(f, "`{keyword}` is not in the client"),
            Self::Webhooks => f.write_str("`webhooks` are not in the client"),
            Self::NotAnOverlay(reason) => write!(f, "not an OpenAPI Overlay: {reason}"),
            Self::UndescribedAction => f.write_str("the action has no `description`"),
            Self::UnknownActionMember(name) => write!(f, "an action has no member `{name}`"),
            Self::AmbiguousAction => f.write_str("an action has either `update` or `remove: true`"),
            Self::BadTarget { target, reason } => {
                write!(f, "`{target}` is not a JSONPath: {reason}")
            }
            Self::NameMatchesNothing(name) => {
                write!(f, "`{name}` in the target matches nothing")
            }
            Self::UnknownMark(name) => write!(f, "`{name}` means nothing to the generator"),
            Self::TargetMatchesNothing(target) => {
                write!(f, "the target matches nothing: {target}")
            }
            Self::UnmarkedProperty { name, word } => {
                write!(f, "`{name}` speaks of `{word}` but nothing says whether it is sensitive")
            }
            Self::AllOfCycle(name) => write!(f, "`allOf` leads back to `{name}`"),
            Self::TooManyParts { most } => {
                write!(f, "more than {most} parts of `allOf`, counted with their own parts")
            }
            Self::Contradiction { keyword, other } => {
                write!(
                    f,
                    "`allOf` parts contradict each other in `{keyword}`, which is not in the client; the other is {other}"
                )
            }
            Self::SecondChoice => {
                f.write_str("of several `oneOf` and `anyOf` that hold together only one is kept")
            }
            Self::ChoiceOfRequired => {
                f.write_str("which properties have to be there together is not checked when sent")
            }
            Self::OneFormAtATime => {
                f.write_str("an object that is several forms of this `anyOf` cannot be sent")
            }
            Self::NotToldApart(names) => {
                write!(f, "nothing tells these objects apart, so they are one type: {names}")
            }
            Self::DisputedProperty(name) => {
                write!(f, "`{name}` differs between objects that are one type, so it is any value")
            }
            Self::UntaggedForm(tag) => {
                write!(f, "no value of the discriminator `{tag}` leads to this form")
            }
            Self::MappingWithoutForm(value) => {
                write!(f, "the discriminator maps `{value}` to what is no form of this choice")
            }
            Self::BaseWithoutChildren => {
                f.write_str("no schema extends this one, so its discriminator leads nowhere")
            }
            Self::TooManyForms { most } => {
                write!(f, "choices have more than {most} forms, counted with those of inner ones")
            }
            Self::NameTaken { name, first } => {
                write!(f, "the Rust name `{name}` is taken by {first}")
            }
            Self::NameReserved(name) => {
                write!(f, "the Rust name `{name}` is taken by what the generated code uses")
            }
            Self::FieldTaken { name, first } => {
                write!(f, "the field name `{name}` is taken by {first}")
            }
            Self::VariantTaken { name, value, first } => {
                write!(f, "`{value}` makes the variant `{name}`, as `{first}` does")
            }
            Self::VariantReserved { name, value } => {
                write!(f, "`{value}` makes the variant `{name}`, which holds all other values")
            }
            Self::TwoNames { kept, other, first } => {
                write!(f, "the same shape is named `{kept}` at {first} and `{other}` here")
            }
            Self::NameTooLong { name, length, most } => {
                write!(f, "the type name `{name}` has {length} characters, more than {most}")
            }
            Self::NotAProperty(name) => {
                write!(f, "`x-rust-required` names `{name}`, which is no required property here")
            }
            Self::Unchecked { what, others } => {
                write!(f, "the {what} of what is sent are not checked{}", elsewhere(*others))
            }
            Self::NullLeftOut { others } => {
                let elsewhere = elsewhere(*others);
                write!(f, "`null` cannot be sent, since what is `None` is left out{elsewhere}")
            }
            Self::OddDefault => f.write_str("the default is no value of its schema, and left out"),
            Self::OpenObject => {
                f.write_str("`additionalProperties` beside `properties` are not in the client")
            }
            Self::VariantNames { values, names } => {
                write!(f, "`x-enum-varnames` has {names} names for {values} values")
            }
            Self::VariantNamesIgnored { values, names } => {
                write!(
                    f,
                    "`x-enum-varnames` has {names} names for {values} values, so none is used"
                )
            }
            Self::EnumOfOthers { values } => {
                write!(f, "an `enum` of values that are no strings takes others, too: {values}")
            }
            Self::EnumValueOfOtherType { value, taken_as } => {
                write!(f, "the `enum` value {value} is not of the type given: {taken_as}")
            }
            Self::EnumOfNothing => f.write_str("an `enum` without values takes any value"),
            Self::NotTheModel(reason) => write!(f, "the OpenAPI model refuses it: {reason}"),
            Self::Lowering(reason) => write!(f, "progenitor refuses it: {reason}"),
            Self::LoweringPanicked { part, message } => {
                write!(f, "progenitor panicked on {part}: {message}")
            }
            Self::UnexpectedCode { pass, what } => {
                write!(f, "the pass `{pass}` did not find {what} in what progenitor wrote")
            }
            Self::NoDocumentInPage { lines } if lines.is_empty() => {
                f.write_str("no OpenAPI document: the page has no fence")
            }
            Self::NoDocumentInPage { lines } => {
                write!(f, "no OpenAPI document in the fences at {}", line_list(lines))
            }
            Self::SeveralDocumentsInPage { lines } => {
                write!(f, "several OpenAPI documents, in the fences at {}", line_list(lines))
            }
            Self::OpenFence => f.write_str("the fence is not closed: the page breaks off"),
            Self::NotInPage(operation) => {
                write!(f, "the page is about {operation}, which its document does not have")
            }
            Self::ReferenceToOperation(target) => {
                write!(f, "`$ref` into an operation that is not taken: {target}")
            }
            Self::ReferenceElsewhere(target) => {
                write!(f, "`$ref` to what can stand in no fragment: {target}")
            }
        }
    }
}

impl Problem {
    /// Whether a client can be had all the same, without something that the document says.
    pub fn is_loss(&self) -> bool {
        matches!(
            self,
            Self::SecondChoice
                | Self::ChoiceOfRequired
                | Self::OneFormAtATime
                | Self::NotToldApart(_)
                | Self::DisputedProperty(_)
                | Self::UntaggedForm(_)
                | Self::MappingWithoutForm(_)
                | Self::BaseWithoutChildren
                | Self::EnumOfNothing
                | Self::EnumOfOthers { .. }
                | Self::EnumValueOfOtherType { .. }
                | Self::VariantNamesIgnored { .. }
                | Self::Dropped { .. }
                | Self::Webhooks
                | Self::Unchecked { .. }
                | Self::NullLeftOut { .. }
                | Self::OpenObject
                | Self::OddDefault
                | Self::UndeclaredPathParameter { .. }
                | Self::UnusedPathParameter { .. }
                | Self::OperationRenamed { .. }
                | Self::Contradiction { .. }
                | Self::ReservedHeader(_)
                | Self::BadHeaderName(_)
                | Self::RawBody(_)
                | Self::Encoding(_)
                | Self::Callbacks
                | Self::Links
                | Self::OwnServers
                | Self::SecurityScheme(_)
        )
    }

    /// The way out.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable(reason) if is_syntax(reason) => {
                "look here and above: the indentation, in spaces, and quotes around text with `: ` or `#` in it"
            }
            Self::Unreadable(_) => "mend the YAML or JSON",
            Self::NotUtf8 { .. } => "save the file as UTF-8",
            Self::NotAnObject { .. } => "write a mapping of names to values",
            Self::UnknownVersion(_) => {
                "write the document in OpenAPI 3.0 or 3.1 (`openapi: 3.0.x`)"
            }
            Self::Missing { .. } => "add it; the specification requires it",
            Self::WrongShape(_) => "compare it with the OpenAPI 3.0 specification",
            Self::NoOperation => "add one; a client without operations is none",
            Self::OperationRenamed { .. } => "give each operation an id of its own in the overlay",
            Self::DanglingReference(_) => "correct the pointer, or add what it points to",
            Self::ExternalReference(_) => "copy the target into this document's `components`",
            Self::ReferenceLoop(_) => "let one of the references stand for a real definition",
            Self::UndeclaredPathParameter { .. } => {
                "declare a parameter with `in: path`, this name and `required: true`"
            }
            Self::UnusedPathParameter { .. } => "correct the name, or remove the parameter",
            Self::UnknownStatus(_) => "write `200`, `4XX` or `default`, for example",
            Self::UnsupportedParameter { .. } => "use a path, query, header or cookie parameter",
            Self::UnsupportedStyle { .. } => {
                "use the style `simple`, and write the rest in the path"
            }
            Self::BadHeaderName(_) => "correct the name, or remove the parameter in the overlay",
            Self::ReservedHeader(_) => "remove the parameter in the overlay, if nobody needs it",
            Self::RawBody(_) => "offer the body as JSON in the overlay, if the server takes it",
            Self::Encoding(_) => {
                "remove the encoding in the overlay, if the server takes it plainly"
            }
            Self::Callbacks => "remove them in the overlay, if somebody else answers them",
            Self::Links => "remove them in the overlay; callers pass the values on themselves",
            Self::OwnServers => "remove them in the overlay, if one address is right for all",
            Self::SecurityScheme(_) => {
                "name another scheme in the overlay, or declare the key as a parameter"
            }
            Self::UnknownType(_) => "use string, number, integer, boolean, array or object",
            Self::Unsupported(_) => "restate it with an overlay action",
            Self::NestedTooDeep { .. } => "give what is inside a name in `components`",
            Self::Dropped { .. } => {
                "no type says it: restate it, or remove it with an overlay action that says why"
            }
            Self::Webhooks => "they are requests to receive; remove them with an overlay action",
            Self::NotAnOverlay(_) => "see the OpenAPI Overlay Specification 1.1",
            Self::UndescribedAction => "say what deviates from the contract, and the evidence",
            Self::UnknownActionMember(_) => "use target, description, update and remove",
            Self::AmbiguousAction => "write one of them, and two actions where both are meant",
            Self::BadTarget { .. } => "write it as RFC 9535 says, such as `$.paths['/a'].get`",
            Self::UnknownMark(_) => {
                "use x-rust-name, x-rust-doc, x-rust-required, x-enum-varnames or x-sensitive"
            }
            Self::NameMatchesNothing(_) | Self::TargetMatchesNothing(_) => {
                "upstream has moved: correct the target, or remove the action if it is no longer needed"
            }
            Self::UnmarkedProperty { .. } => {
                "mark it in the overlay with `x-sensitive: true`, or excuse it with `x-sensitive: false`"
            }
            Self::AllOfCycle(_) => "a schema cannot be part of itself; use a property",
            Self::TooManyParts { .. } => "merge some of them by hand",
            Self::Contradiction { .. } => "settle it with an overlay action",
            Self::SecondChoice => "write the combinations that occur as one `oneOf`",
            Self::ChoiceOfRequired => {
                "give each combination a schema of its own with its properties, where it matters"
            }
            Self::OneFormAtATime => {
                "write the combinations that occur as forms of their own, if there are any"
            }
            Self::NotToldApart(_) => {
                "add a `discriminator`, or `required` properties that only one of them has"
            }
            Self::DisputedProperty(_) => "give it the same schema in all of them",
            Self::UntaggedForm(_) => "make it a component that the discriminator's `mapping` names",
            Self::MappingWithoutForm(_) => {
                "correct the `mapping`, or add the schema to the choice; until then it is kept as JSON"
            }
            Self::BaseWithoutChildren => {
                "add the schemas that extend it, or remove the discriminator if there are none"
            }
            Self::TooManyForms { .. } => "give the inner choices a discriminator of their own",
            Self::NameReserved(_) => "give it another `x-rust-name` in the overlay",
            Self::FieldTaken { .. } => "remove one of them with an overlay action",
            Self::VariantTaken { .. } | Self::VariantReserved { .. } => {
                "name the values with `x-enum-varnames` in the overlay"
            }
            Self::NameTaken { .. } => "give one of them another `x-rust-name` in the overlay",
            Self::TwoNames { .. } => "one shape is one type: give both the same `x-rust-name`",
            Self::NameTooLong { .. } => "give it an `x-rust-name` in the overlay",
            Self::NotAProperty(_) => "name properties that the contract requires",
            Self::EnumOfOthers { .. } => {
                "the values are in the documentation; restate it as strings only if they are sent as such"
            }
            Self::EnumValueOfOtherType { .. } => {
                "correct the `enum`, or its `type`, with an overlay action"
            }
            Self::EnumOfNothing => "remove the `enum`, or give it values, with an overlay action",
            Self::VariantNamesIgnored { .. } => {
                "correct them, or remove them, with an overlay action"
            }
            Self::Unchecked { .. } => {
                "check them where a value is made, or remove them with an overlay action"
            }
            Self::NullLeftOut { .. } => {
                "where `null` means something else than absence, add it to `required` in the overlay"
            }
            Self::OddDefault => "correct it, or remove it, with an overlay action",
            Self::OpenObject => {
                "what the contract does not name is drift; name it in the overlay, or remove the keyword"
            }
            Self::VariantNames { .. } => "write one name for each value, in the same order",
            Self::NotTheModel(_) | Self::Lowering(_) | Self::LoweringPanicked { .. } => {
                "restate this part with an overlay action, or teach the normaliser the construct"
            }
            Self::UnexpectedCode { .. } => {
                "another version of progenitor writes other code: pin the one in Cargo.lock, or mend the pass"
            }
            Self::NoDocumentInPage { .. } => {
                "take the page with `.md` behind its address; its fence starts ````yaml <path> post /..."
            }
            Self::SeveralDocumentsInPage { .. } => {
                "take the page of one operation, or Dintero's whole document"
            }
            Self::OpenFence => "fetch the page once more",
            Self::NotInPage(_) => {
                "take the page as the site serves it, or Dintero's whole document"
            }
            Self::ReferenceToOperation(_) => "take that operation too, with `--operation`",
            Self::ReferenceElsewhere(_) => {
                "refer to a schema, response, parameter, body, header, example or security scheme in `components`"
            }
        }
    }
}

/// `lines 3, 9`
fn line_list(lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(usize::to_string).collect();
    format!("line{} {}", if lines.len() == 1 { "" } else { "s" }, numbers.join(", "))
}

/// How often the same is said of other places.
fn elsewhere(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => ", here and at 1 other place".to_owned(),
        others => format!(", here and at {others} other places"),
    }
}

/// Whether the reader stumbled over the form of the text rather than over what it says.
fn is_syntax(reason: &str) -> bool {
    ["did not find", "not allowed", "cannot start", "block"]
        .iter()
        .any(|word| reason.contains(word))
}

/// What a value is, for an error.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
