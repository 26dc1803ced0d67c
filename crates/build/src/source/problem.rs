//! The catalogue of problems: for each its message, whether it is a loss or an error, and the way out.

use std::fmt;

use serde_json::Value;

use super::pointer::Pointer;

/// Declares the problems, by the stage that reports them:
///
/// `error Name { what: Type } = "message with {what}"; = "the way out";`
///
/// A `loss` leaves a part of the document out of the client; an `error` prevents the client.
macro_rules! problems {
    ($($stage:ident {
        $($severity:ident $name:ident
            $(($($value:ident: $of:ty),*))?
            $({ $($field:ident: $ty:ty),* })?
            = $message:literal $(, $argument:expr)*;
            = $hint:expr;
        )*
    })*) => {
        /// A problem of a document, with the names and values that its message shows.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Problem {
            $($(
                #[doc = concat!("[`", stringify!($stage), "`](super::diagnostic::Stage::", stringify!($stage), "): ", $message)]
                $name
                    $(($(
                        #[doc = concat!("The `", stringify!($value), "` of the message.")]
                        $of
                    ),*))?
                    $({ $(
                        #[doc = concat!("The `", stringify!($field), "` of the message.")]
                        $field: $ty
                    ),* })?,
            )*)*
        }

        impl Problem {
            /// True if a client can be generated without the part that the problem is about.
            pub fn is_loss(&self) -> bool {
                match self {
                    $($(Self::$name { .. } => problems!($severity),)*)*
                }
            }

            fn entry<R>(&self, read: impl FnOnce(fmt::Arguments<'_>, &'static str) -> R) -> R {
                match self {
                    $($(Self::$name $(($($value),*))? $({ $($field),* })? => {
                        read(format_args!($message $(, $argument)*), $hint)
                    })*)*
                }
            }
        }
    };
    (loss) => { true };
    (error) => { false };
}

const MOVED: &str =
    "upstream has changed: correct the target, or remove the action if it is no longer needed";
const RESTATE: &str =
    "write this part another way with an overlay action, or add the construct to the normaliser";

problems! {
    Load {
        error Unreadable(reason: String)
            = "the file cannot be read: {reason}";
            = if is_syntax(reason) {
                "look here and above: the indentation, in spaces, and quotes around text with `: ` or `#` in it"
            } else {
                "correct the YAML or JSON"
            };

        error NotUtf8 { seems: &'static str }
            = "the file is not UTF-8; it seems to be {seems}";
            = "save the file as UTF-8";

        error NotText { seems: &'static str }
            = "the file is not text; it seems to be {seems}";
            = "unpack it, or download the document itself";

        error BadRecord(reason: String)
            = "the file is not a record of types: {reason}";
            = "write a type and its places as `Type: place place`, or generate the record again";
    }

    Validate {
        error NotAnObject { found: &'static str }
            = "the place must contain an object, not {found}";
            = "write a mapping of names to values";

        error UnknownVersion(version: String)
            = "the OpenAPI version `{version}` is unknown";
            = "write the document in OpenAPI 3.0, 3.1 or 3.2, or in Swagger 2.0";

        error Missing { member: &'static str }
            = "`{member}` is missing";
            = "add it; the specification requires it";

        error WrongShape(reason: String)
            = "the part does not have the form that OpenAPI 3.0 gives it: {reason}";
            = "compare it with the OpenAPI 3.0 specification";

        error NoOperation
            = "`paths` has no operation";
            = "add an operation; without one there is nothing to call";

        error DanglingReference(target: String)
            = "the `$ref` leads to a place that does not exist: {target}";
            = "correct the reference, or add its target";

        error ExternalReference(target: String)
            = "the `$ref` leads to another document: {target}";
            = "copy the target into this document's `components`";

        error ReferenceLoop(target: String)
            = "the `$ref` leads back to itself: {target}";
            = "replace one of the references in the circle by a definition";

        error UnknownStatus(status: String)
            = "`{status}` is not a response status";
            = "write a status such as `200`, `4XX` or `default`";

        error UnsupportedParameter { name: String, place: String }
            = "the parameter `{name}` is declared in `{place}`, which is not supported";
            = "use a path, query, header or cookie parameter";

        error UnsupportedStyle { name: String, style: String }
            = "the path parameter `{name}` has the style `{style}`, which is not for paths";
            = "use the style `simple`, `label` or `matrix`";

        error ReferenceToOther { target: String, wanted: &'static str }
            = "the `$ref` leads to {target}, which is not {wanted}";
            = "refer to a component of the matching section of `components`";

        error PathWithoutSlash(path: String)
            = "the path `{path}` does not start with `/`";
            = "add the `/`; paths are relative to the server's address";

        error ParameterTwice { name: String, place: String }
            = "the parameter `{name}` in `{place}` is declared twice";
            = "remove one of them, or rename it";

        error UnknownType(name: String)
            = "the type `{name}` is unknown";
            = "use string, number, integer, boolean, array or object";

        error Unsupported(construct: &'static str)
            = "{construct} is not supported";
            = "write it another way with an overlay action";

        error NestedTooDeep { most: usize }
            = "the schema is nested more than {most} levels deep";
            = "move the inner schemas to `components`";
    }

    Overlay {
        error NotAnOverlay(reason: &'static str)
            = "the file is not an OpenAPI Overlay: {reason}";
            = "see the OpenAPI Overlay Specification 1.1";

        error UndescribedAction
            = "the action has no `description`";
            = "describe what deviates from the contract, and give the evidence";

        error UnknownActionMember(name: String)
            = "`{name}` is not a member of an overlay action";
            = "use `target`, `description`, `update` and `remove` only";

        error AmbiguousAction
            = "the action must have either `update` or `remove: true`";
            = "keep one of them; write two actions if both are meant";

        error BadTarget { target: String, reason: String }
            = "`{target}` is not a JSONPath: {reason}";
            = "write it as RFC 9535 says, such as `$.paths['/a'].get`";

        error TargetMatchesNothing { target: String, named: Option<NamedType> }
            = "the target matches nothing: {target}{}",
                named.as_ref().map(|named| format!("; {named}")).unwrap_or_default();
            = if named.is_some() {
                "upstream has moved: give the name at another of these places, or remove the action; the record \
                 keeps the name"
            } else {
                MOVED
            };

        error NameMatchesNothing(name: String)
            = "`{name}` in the target matches nothing";
            = MOVED;

        error UnknownMark(name: String)
            = "the generator does not know the member `{name}`";
            = "use x-rust-name, x-rust-doc, x-rust-required, x-enum-varnames or x-sensitive";

        error BadMark { name: &'static str, wanted: &'static str }
            = "`{name}` is not {wanted}";
            = "correct its value; a member of the wrong form would have no effect";

        error UnmarkedProperty { name: String, word: &'static str }
            = "the name `{name}` contains `{word}`, but the overlay does not say whether the value is sensitive";
            = "add `x-sensitive: true` in the overlay to hide the value from `Debug`, or `x-sensitive: false` to show it";
    }

    Translate {
        loss UndeclaredPathParameter { name: String, path: String }
            = "the parameter `{{{name}}}` of the path {path} is not declared: the client takes a string";
            = "declare a parameter with `in: path`, this name and `required: true`";

        loss UnusedPathParameter { name: String, path: String }
            = "the path parameter `{name}` does not occur in {path}: it is not sent";
            = "correct the name, or remove the parameter";

        loss OperationRenamed { id: String, first: Pointer, name: String }
            = "the operation id `{id}` gives the same method name as {first}: this method is called `{name}`";
            = "give each operation its own id in the overlay";

        loss OperationIdReserved { id: String, name: String }
            = "the operation id `{id}` gives a reserved name: this method is called `{name}`";
            = "`new` and names that end in `_with` are reserved: give the operation another id in the overlay";

        loss UnknownMember { name: String, object: &'static str, near: Option<&'static str> }
            = "{object} has no member `{name}`{}: the client ignores it",
                near.map(|near| format!(", only `{near}`")).unwrap_or_default();
            = "correct the name, or remove it; extensions start with `x-`";

        loss ParameterContent(media_type: String)
            = "the client does not encode the parameter as `{media_type}`: it sends the plain value";
            = "declare the parameter as a string, and let callers encode it";

        loss MediaType(media_type: String)
            = "the client does not support `{media_type}` here: it uses another media type";
            = "if this one is better, remove the others in the overlay";

        loss BesideReference(name: String)
            = "`{name}` has no effect beside a `$ref`";
            = "move it to the target of the reference";

        loss UnsentParameter { name: String, place: String }
            = "the client does not send the parameter `{name}` in `{place}`";
            = "use a path, query, header or cookie parameter";

        loss NoResponses
            = "no response is described: the client accepts any response, without a type";
            = "add the responses that the operation has";

        loss ResponseHeaders
            = "the headers of the response have no types";
            = "read them from `Response::headers`";

        loss ReservedHeader(name: String)
            = "callers cannot set the header `{name}`: the client does not send the parameter";
            = "remove the parameter in the overlay if callers do not need it";

        loss UnknownScheme(name: String)
            = "`{name}` is not a security scheme: the client sends `Authorization` for it";
            = "correct the name, or add it to `securitySchemes`";

        loss EncodingOfNothing(property: String)
            = "the encoding of `{property}` has no effect: the form has no such property";
            = "correct the name, or remove the encoding";

        loss UntypedParameter(name: String)
            = "the parameter `{name}` has neither `schema` nor `content`: the client takes a string";
            = "add a `schema` in the overlay";

        loss NoRoomForBody(status: String)
            = "a {status} response cannot have a body in HTTP: the client does not read it";
            = "remove the `content`, or correct the status";

        loss BadName { name: String, place: &'static str }
            = "`{name}` is not a valid name of a {place}: the client does not send it";
            = "correct the name, or remove the parameter in the overlay";

        loss RawBody(media_type: String)
            = "the client does not encode the `{media_type}` body: it takes the encoded body";
            = "if the server accepts JSON, offer the body as JSON in the overlay";

        loss Encoding(property: String)
            = "the client ignores the encoding of `{property}` in the form: it writes the plain value";
            = "if the server accepts the plain value, remove the encoding in the overlay";

        loss Callbacks
            = "the client does not receive callbacks";
            = "if another program receives them, remove them in the overlay";

        loss Links
            = "the client does not follow the links between operations";
            = "let callers pass the values on, and remove the links in the overlay";

        loss OwnServers
            = "the client ignores the servers named here: it has one address for all operations";
            = "if one address is right for all, remove them in the overlay";

        loss SecurityScheme(name: String)
            = "the client does not support the security scheme `{name}`: it sends `Authorization` only";
            = "declare the key as a parameter in the overlay, or name another scheme";

        loss Dropped { keyword: &'static str }
            = "the client ignores `{keyword}`";
            = "Rust types cannot express it: write it another way, or remove it with an overlay action that says why";

        loss OperationsUnder { keyword: &'static str }
            = "the client does not have the operations under `{keyword}`";
            = "describe them under another method, if the server takes that, or call them without the client";

        loss SaidTwice(member: String)
            = "`{member}` is a member of OpenAPI 3, and this document is Swagger 2.0: the client ignores it";
            = "remove the member with an overlay action";

        loss ExampleOfOther(media_type: String)
            = "an example of `{media_type}`, which the response does not have";
            = "add the media type to `produces`, and a `schema`, or remove the example";

        loss BesideBody(name: String)
            = "`{name}` is a second request body: the client does not send it";
            = "if this is the body that is meant, remove the other one with an overlay action";

        loss NotOfForm(media_type: String)
            = "form fields cannot be sent as `{media_type}`";
            = "remove it from `consumes`, or describe the body as a parameter in `body`";

        loss FormNotConsumed { media_type: &'static str }
            = "`consumes` names no form: the client sends `{media_type}`";
            = "add the media type of the form to `consumes`";

        loss JoinedByCaller { separator: &'static str }
            = "the list has {separator} between its items: the client takes it as text";
            = "let callers join the items: OpenAPI 3.0 cannot describe this format";

        loss Webhooks
            = "the client does not receive `webhooks`";
            = "if another program receives them, remove them with an overlay action";

        loss BaseWithoutChildren
            = "the discriminator has no effect: no schema extends this one";
            = "add the schemas that extend it, or remove the discriminator if there are none";

        loss EnumOfOthers { values: String }
            = "the `enum` contains values that are not strings, so its type accepts any value: {values}";
            = "the documentation lists the values; declare the type `string` if the server sends them as strings";

        loss EnumValueOfOtherType { value: String, taken_as: String }
            = "the `enum` value {value} does not have the declared type: {taken_as}";
            = "correct the `enum`, or its `type`, with an overlay action";

        loss EnumOfNothing
            = "the `enum` has no values, so its type accepts any value";
            = "give the `enum` values, or remove it, with an overlay action";
    }

    Normalise {
        error AllOfCycle(name: String)
            = "the schema contains itself: its `allOf` leads back to `{name}`";
            = "refer to the schema from a property instead";

        error TooManyParts { most: usize }
            = "the `allOf` has more than {most} parts, counted with the parts of its parts";
            = "merge some of the parts by hand";

        loss Contradiction { keyword: String, other: Pointer }
            = "the parts of the `allOf` contradict each other in `{keyword}`, which the client ignores; the other part is {other}";
            = "correct one of the parts with an overlay action";

        loss SecondChoice
            = "the schema has several `oneOf` or `anyOf` at once: the client keeps only one";
            = "list the combinations that occur in one `oneOf`";

        loss ChoiceOfRequired
            = "the client does not check which properties must be sent together";
            = "if that matters, give each combination its own schema with its properties";

        loss OneFormAtATime
            = "the client cannot send an object that has several forms of this `anyOf` at once";
            = "if such objects occur, add a form for each combination";

        loss NotToldApart(names: String)
            = "the client cannot distinguish these objects, so they become one type: {names}";
            = "add a `discriminator`, or `required` properties that only one of them has";

        loss DisputedProperty(name: String)
            = "the schemas of `{name}` differ between objects that become one type, so it accepts any value";
            = "give the property the same schema in all of them";

        loss UntaggedForm(tag: String)
            = "the discriminator `{tag}` has no value for this form";
            = "make the form a component, and name it in the discriminator's `mapping`";

        loss MappingWithoutForm(value: String)
            = "the discriminator maps `{value}` to a schema that is not a form of this choice";
            = "correct the `mapping`, or add the schema to the choice; until then the client keeps such a value as JSON";

        loss ExplodedCookie(name: String)
            = "the client joins the values of the cookie `{name}` with commas, instead of sending one cookie for each";
            = "if the server reads it so, write `explode: false` in the overlay";

        loss ReadOnlySent { others: usize }
            = "the type is also received, so callers can set `readOnly` properties{}", elsewhere(*others);
            = "do not set them, or give the request its own schema in the overlay";

        loss RequiredLeftOut { others: usize }
            = "the type is also received, so callers can leave out required properties{}", elsewhere(*others);
            = "set them, or give the request its own schema in the overlay";

        loss NestedParameter(name: String)
            = "OpenAPI does not define how to write lists and objects inside of `{name}`: the client writes them as JSON text";
            = "if the server reads JSON, declare the parameter with `content: application/json`";

        error TooManyForms { most: usize }
            = "the choices have more than {most} forms, counted with the forms of inner choices";
            = "give each inner choice its own discriminator";

        error NameTaken { name: String, first: Pointer }
            = "the Rust name `{name}` is already that of {first}";
            = "give one of them another name in the overlay: `x-rust-name`, or `operationId` for an operation";

        error NameReserved(name: String)
            = "the generated code uses the Rust name `{name}` itself";
            = "give it another `x-rust-name` in the overlay";

        error FieldTaken { name: String, first: Pointer }
            = "the field name `{name}` is already that of {first}";
            = "remove one of them with an overlay action";

        error VariantTaken { name: String, value: String, first: String }
            = "the values `{value}` and `{first}` both become the variant `{name}`";
            = "name the values with `x-enum-varnames` in the overlay";

        error VariantReserved { name: &'static str, value: String }
            = "the value `{value}` becomes the variant `{name}`, which is reserved for unknown values";
            = "name the values with `x-enum-varnames` in the overlay";

        error TwoNames { kept: String, other: String, first: Pointer }
            = "the same schema is named `{kept}` at {first} and `{other}` here";
            = "give both the same `x-rust-name`: equal schemas become one type";

        error NameTooLong { name: String, length: usize, most: usize }
            = "the type name `{name}` has {length} characters, more than {most}";
            = "give it an `x-rust-name` in the overlay";

        error SideTooLong { name: String, length: usize, most: usize, other: String }
            = "the type name `{name}` has {length} characters, more than {most}; the same place as received is `{other}`";
            = "give the place that name with `x-rust-name`: what is sent is called the same, with `Request` at the end";

        loss PlaceApart { name: String, place: String }
            = "the schema of `{place}` contradicts other places of the type `{name}`, so it becomes a new type";
            = "name the new type in the overlay, or correct the difference there";

        loss RecordedOtherwise { kept: String, given: String, place: String }
            = "`x-rust-name: {given}` has no effect: the record of types lists `{place}` as `{kept}`";
            = "remove the name; to split a type, change its line in the record, which breaks users";

        error MisplacedMark { name: &'static str, wanted: &'static str }
            = "`{name}` has no effect here: it is for {wanted}";
            = "move it to where the type is described, such as the component, or remove it";

        error RequiredCircle(name: String)
            = "`x-rust-required` names `{name}`, which always contains this object again";
            = "remove it from `x-rust-required`: a value would have no end";

        error NotAProperty(name: String)
            = "`x-rust-required` names `{name}`, which is not a required property here";
            = "name properties that the contract requires";

        loss Unchecked { what: &'static str, others: usize }
            = "the client sends values without checking {what}{}", elsewhere(*others);
            = "let callers check the values, or remove the constraints with an overlay action";

        loss NullLeftOut { others: usize }
            = "the client cannot send `null`: it leaves out a property that is `None`{}", elsewhere(*others);
            = "if `null` does not mean the same as absence, require the property in the overlay, in a schema that is only sent";

        loss NullBody
            = "the client cannot send `null` as a body";
            = "if the server takes `null` for something else than no body, restate it with an overlay action";

        loss NullAnswer
            = "the client has no value for an answer that is `null`, and reports it as drift";
            = "if the server answers so, read `Response::body`; or restate it with an overlay action";

        loss OpenObject
            = "the client has no place for `additionalProperties` beside `properties`";
            = "name the properties in the overlay, or remove the keyword; the client reports unknown properties as drift";

        loss DescribedElsewhere
            = "the client does not show this description: its type has places with too many others";
            = "describe all of them with `x-rust-doc` in the overlay";

        loss OddDefault
            = "the default does not match its schema: the client ignores it";
            = "correct or remove it with an overlay action";

        error VariantNames { values: usize, names: usize }
            = "`x-enum-varnames` has {names} names for {values} values";
            = "write one name for each value, in the same order; or name single values, such as `{ '': Unstated }`";

        error VariantNameOfNothing(value: String)
            = "`x-enum-varnames` names `{value}`, which is not a value of the `enum`";
            = "upstream has changed: correct the value, or remove its name";

        loss VariantNamesIgnored { values: usize, names: usize }
            = "`x-enum-varnames` has {names} names for {values} values: the client uses none of them";
            = "correct or remove them with an overlay action";
    }

    Lower {
        error NotTheModel(reason: String)
            = "the OpenAPI model of the generator rejects the document: {reason}";
            = RESTATE;

        error Lowering(reason: String)
            = "progenitor rejects the document: {reason}";
            = RESTATE;

        error LoweringPanicked { part: String, message: String }
            = "progenitor panicked on {part}: {message}";
            = RESTATE;
    }

    Passes {
        error UnexpectedCode { pass: &'static str, what: String }
            = "the pass `{pass}` did not find {what} in the code that progenitor wrote";
            = "use the version of progenitor in Cargo.lock, or adapt the pass to the new one";
    }
}

impl Problem {
    /// This problem with each of its places mapped.
    pub fn with_places(mut self, moved: impl Fn(&Pointer) -> Pointer) -> Self {
        match &mut self {
            Self::OperationRenamed { first: place, .. }
            | Self::Contradiction { other: place, .. }
            | Self::NameTaken { first: place, .. }
            | Self::FieldTaken { first: place, .. }
            | Self::TwoNames { first: place, .. } => *place = moved(place),
            Self::ReferenceLoop(target) => {
                if let Some(place) = Pointer::parse(target) {
                    *target = format!("#{}", moved(&place));
                }
            }
            _ => {}
        }
        self
    }

    /// The way out, as an instruction.
    pub fn hint(&self) -> &'static str {
        self.entry(|_, hint| hint)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry(|message, _| f.write_fmt(message))
    }
}

/// A type that an action names, and its recorded places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedType {
    /// The type.
    pub name: String,
    /// Its places, as the record writes them.
    pub places: Vec<String>,
}

impl fmt::Display for NamedType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 4;
        let shown: Vec<&str> = self.places.iter().take(MOST).map(String::as_str).collect();
        write!(f, "`{}` is the type of {}", self.name, shown.join(", "))?;
        match self.places.len().saturating_sub(MOST) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

/// The end of a message that stands for several places.
fn elsewhere(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => ", here and at 1 other place".to_owned(),
        others => format!(", here and at {others} other places"),
    }
}

/// True if the reader stopped at the syntax of the text rather than at its content.
fn is_syntax(reason: &str) -> bool {
    ["did not find", "not allowed", "cannot start", "block"]
        .iter()
        .any(|word| reason.contains(word))
}

/// The kind of a value, for [`Problem::NotAnObject`].
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
