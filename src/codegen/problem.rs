//! The catalogue of what can be wrong: for each problem what it is, and the way out.

use std::fmt;

use super::pointer::Pointer;

/// What is wrong, with the words of the document that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    // load
    Unreadable(String),
    // validate
    NotAnObject { found: &'static str },
    UnknownVersion(String),
    Missing { member: &'static str },
    WrongShape(String),
    NoOperation,
    MissingOperationId,
    DuplicateOperationId { id: String, first: Pointer },
    DanglingReference(String),
    ExternalReference(String),
    ReferenceLoop(String),
    UndeclaredPathParameter { name: String, path: String },
    UnusedPathParameter { name: String, path: String },
    OptionalPathParameter(String),
    ParameterTaken { name: String, first: Pointer },
    UnknownStatus(String),
    UnsupportedParameter { name: String, place: String },
    UnknownType(String),
    Unsupported(&'static str),
    NestedTooDeep { most: usize },
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
    NameTaken { name: String, first: Pointer },
    NameReserved(String),
    FieldTaken { name: String, first: Pointer },
    VariantTaken { name: String, value: String, first: String },
    VariantReserved { name: &'static str, value: String },
    TwoNames { kept: String, other: String, first: Pointer },
    NameTooLong { name: String, length: usize, most: usize },
    NotAProperty(String),
    VariantNames { values: usize, names: usize },
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
            Self::NotAnObject { found } => write!(f, "an object is expected here, not {found}"),
            Self::UnknownVersion(version) => write!(f, "unknown OpenAPI version `{version}`"),
            Self::Missing { member } => write!(f, "`{member}` is missing"),
            Self::WrongShape(reason) => write!(f, "not the shape OpenAPI 3.0 gives it: {reason}"),
            Self::NoOperation => f.write_str("`paths` has no operation"),
            Self::MissingOperationId => f.write_str("the operation has no `operationId`"),
            Self::DuplicateOperationId { id, first } => {
                write!(f, "the operation id `{id}` makes the same method as that of {first}")
            }
            Self::DanglingReference(target) => write!(f, "`$ref` to what is not there: {target}"),
            Self::ExternalReference(target) => write!(f, "`$ref` to another document: {target}"),
            Self::ReferenceLoop(target) => write!(f, "`$ref` that leads back to itself: {target}"),
            Self::UndeclaredPathParameter { name, path } => {
                write!(f, "`{{{name}}}` of the path {path} is not declared as a parameter")
            }
            Self::UnusedPathParameter { name, path } => {
                write!(f, "the path parameter `{name}` does not occur in {path}")
            }
            Self::OptionalPathParameter(name) => {
                write!(f, "the path parameter `{name}` is not `required: true`")
            }
            Self::ParameterTaken { name, first } => {
                write!(f, "the parameter name `{name}` is taken by {first}")
            }
            Self::UnknownStatus(status) => write!(f, "`{status}` is no status of a response"),
            Self::UnsupportedParameter { name, place } => {
                write!(f, "the parameter `{name}` stands in `{place}`, which is not supported")
            }
            Self::UnknownType(name) => write!(f, "unknown type `{name}`"),
            Self::Unsupported(construct) => write!(f, "{construct} is not supported"),
            Self::NestedTooDeep { most } => write!(f, "nested more than {most} deep"),
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
                    "`allOf` parts contradict each other in `{keyword}`; the other is {other}"
                )
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
            Self::VariantNames { values, names } => {
                write!(f, "`x-enum-varnames` has {names} names for {values} values")
            }
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
    /// The way out.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable(reason) if is_syntax(reason) => {
                "look here and above: the indentation, and quotes around text with `: ` or `#` in it"
            }
            Self::Unreadable(_) => "mend the YAML or JSON",
            Self::NotAnObject { .. } => "write a mapping of names to values",
            Self::UnknownVersion(_) => "write the document in OpenAPI 3.0 (`openapi: 3.0.x`)",
            Self::Missing { .. } => "add it; the specification requires it",
            Self::WrongShape(_) => "compare it with the OpenAPI 3.0 specification",
            Self::NoOperation => "add one; a client without operations is none",
            Self::MissingOperationId => "add an `operationId`; it becomes the method's name",
            Self::DuplicateOperationId { .. } => "give each operation an id of its own",
            Self::DanglingReference(_) => "correct the pointer, or add what it points to",
            Self::ExternalReference(_) => "copy the target into this document's `components`",
            Self::ReferenceLoop(_) => "let one of the references stand for a real definition",
            Self::UndeclaredPathParameter { .. } => {
                "declare a parameter with `in: path`, this name and `required: true`"
            }
            Self::UnusedPathParameter { .. } => "correct the name, or remove the parameter",
            Self::OptionalPathParameter(_) => "add `required: true`",
            Self::ParameterTaken { .. } => "remove one of them with an overlay action",
            Self::UnknownStatus(_) => "write `200`, `4XX` or `default`, for example",
            Self::UnsupportedParameter { .. } => "use a path, query or header parameter",
            Self::UnknownType(_) => "use string, number, integer, boolean, array or object",
            Self::Unsupported(_) => "restate it with an overlay action",
            Self::NestedTooDeep { .. } => "give what is inside a name in `components`",
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
            Self::NameReserved(_) => "give it another `x-rust-name` in the overlay",
            Self::FieldTaken { .. } => "remove one of them with an overlay action",
            Self::VariantTaken { .. } | Self::VariantReserved { .. } => {
                "name the values with `x-enum-varnames` in the overlay"
            }
            Self::NameTaken { .. } => "give one of them another `x-rust-name` in the overlay",
            Self::TwoNames { .. } => "one shape is one type: give both the same `x-rust-name`",
            Self::NameTooLong { .. } => "give it an `x-rust-name` in the overlay",
            Self::NotAProperty(_) => "name properties that the contract requires",
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

/// Whether the reader stumbled over the form of the text rather than over what it says.
fn is_syntax(reason: &str) -> bool {
    ["did not find", "not allowed", "cannot start", "block"]
        .iter()
        .any(|word| reason.contains(word))
}
