//! The catalogue of what can be wrong: what each problem is, whether a client can be had all the same, and
//! the way out.

use std::fmt;

use serde_json::Value;

use super::pointer::Pointer;

/// Declares the problems, by the stage that reports them:
///
/// `error Name { what: Type } = "message with {what}"; = "the way out";`
///
/// A `loss` leaves a client without something that the document says; an `error` leaves none.
macro_rules! problems {
    ($($stage:ident {
        $($severity:ident $name:ident
            $(($($value:ident: $of:ty),*))?
            $({ $($field:ident: $ty:ty),* })?
            = $message:literal $(, $argument:expr)*;
            = $hint:expr;
        )*
    })*) => {
        /// What is wrong, with the words of the document that show it.
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
            /// True if a client can be had all the same, without something that the document says.
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
    "upstream has moved: correct the target, or remove the action if it is no longer needed";
const RESTATE: &str =
    "restate this part with an overlay action, or teach the normaliser the construct";

problems! {
    Load {
        error Unreadable(reason: String)
            = "not readable: {reason}";
            = if is_syntax(reason) {
                "look here and above: the indentation, in spaces, and quotes around text with `: ` or `#` in it"
            } else {
                "mend the YAML or JSON"
            };

        error NotUtf8 { seems: &'static str }
            = "not UTF-8; it seems to be {seems}";
            = "save the file as UTF-8";

        error BadRecord(reason: String)
            = "not a record of types: {reason}";
            = "write a type and its places as `Type: place place`, or generate the record anew";
    }

    Validate {
        error NotAnObject { found: &'static str }
            = "an object is expected here, not {found}";
            = "write a mapping of names to values";

        error UnknownVersion(version: String)
            = "unknown OpenAPI version `{version}`";
            = "write the document in OpenAPI 3.0, 3.1 or 3.2, or in Swagger 2.0";

        error Missing { member: &'static str }
            = "`{member}` is missing";
            = "add it; the specification requires it";

        error WrongShape(reason: String)
            = "not the shape OpenAPI 3.0 gives it: {reason}";
            = "compare it with the OpenAPI 3.0 specification";

        error NoOperation
            = "`paths` has no operation";
            = "add one; a client without operations is none";

        error DanglingReference(target: String)
            = "`$ref` to what is not there: {target}";
            = "correct the pointer, or add what it points to";

        error ExternalReference(target: String)
            = "`$ref` to another document: {target}";
            = "copy the target into this document's `components`";

        error ReferenceLoop(target: String)
            = "`$ref` that leads back to itself: {target}";
            = "let one of the references stand for a real definition";

        error UnknownStatus(status: String)
            = "`{status}` is no status of a response";
            = "write `200`, `4XX` or `default`, for example";

        error UnsupportedParameter { name: String, place: String }
            = "the parameter `{name}` stands in `{place}`, which is not supported";
            = "use a path, query, header or cookie parameter";

        error UnsupportedStyle { name: String, style: String }
            = "the path parameter `{name}` has the style `{style}`";
            = "use the style `simple`, `label` or `matrix`";

        error ReferenceToOther { target: String, wanted: &'static str }
            = "`$ref` to {target}, which is not {wanted}";
            = "refer to a component of the section for it";

        error PathWithoutSlash(path: String)
            = "the path `{path}` does not start with `/`";
            = "add the `/`; paths are relative to the server's address";

        error ParameterTwice { name: String, place: String }
            = "the parameter `{name}` in `{place}` is declared twice";
            = "remove one of them, or rename it";

        error UnknownType(name: String)
            = "unknown type `{name}`";
            = "use string, number, integer, boolean, array or object";

        error Unsupported(construct: &'static str)
            = "{construct} is not supported";
            = "restate it with an overlay action";

        error NestedTooDeep { most: usize }
            = "nested more than {most} deep";
            = "give what is inside a name in `components`";
    }

    Overlay {
        error NotAnOverlay(reason: &'static str)
            = "not an OpenAPI Overlay: {reason}";
            = "see the OpenAPI Overlay Specification 1.1";

        error UndescribedAction
            = "the action has no `description`";
            = "say what deviates from the contract, and the evidence";

        error UnknownActionMember(name: String)
            = "an action has no member `{name}`";
            = "use target, description, update and remove";

        error AmbiguousAction
            = "an action has either `update` or `remove: true`";
            = "write one of them, and two actions where both are meant";

        error BadTarget { target: String, reason: String }
            = "`{target}` is not a JSONPath: {reason}";
            = "write it as RFC 9535 says, such as `$.paths['/a'].get`";

        error TargetMatchesNothing(target: String)
            = "the target matches nothing: {target}";
            = MOVED;

        error NameMatchesNothing(name: String)
            = "`{name}` in the target matches nothing";
            = MOVED;

        error UnknownMark(name: String)
            = "`{name}` means nothing to the generator";
            = "use x-rust-name, x-rust-doc, x-rust-required, x-enum-varnames or x-sensitive";

        error UnmarkedProperty { name: String, word: &'static str }
            = "`{name}` speaks of `{word}` but nothing says whether it is sensitive";
            = "mark it in the overlay with `x-sensitive: true`, or excuse it with `x-sensitive: false`";
    }

    Translate {
        loss UndeclaredPathParameter { name: String, path: String }
            = "`{{{name}}}` of the path {path} is not declared: the client takes a string";
            = "declare a parameter with `in: path`, this name and `required: true`";

        loss UnusedPathParameter { name: String, path: String }
            = "the path parameter `{name}` does not occur in {path}: it is not sent";
            = "correct the name, or remove the parameter";

        loss OperationRenamed { id: String, first: Pointer, name: String }
            = "the operation id `{id}` makes the same method as that of {first}: this one is `{name}`";
            = "give each operation an id of its own in the overlay";

        loss UnknownMember { name: String, object: &'static str, near: Option<&'static str> }
            = "{object} has no member `{name}`{}: it is not in the client",
                near.map(|near| format!(", only `{near}`")).unwrap_or_default();
            = "correct the name, or remove it; extensions start with `x-`";

        loss ParameterContent(media_type: String)
            = "the parameter is not written as `{media_type}`, but plainly";
            = "declare it as a string, which the caller encodes";

        loss MediaType(media_type: String)
            = "`{media_type}` is not in the client, which uses another media type";
            = "remove the others in the overlay, if this one is better";

        loss BesideReference(name: String)
            = "`{name}` beside a `$ref`, which takes its place";
            = "move it to where the reference leads";

        loss UnsentParameter { name: String, place: String }
            = "the parameter `{name}` in `{place}` is not sent";
            = "use a path, query, header or cookie parameter";

        loss NoResponses
            = "no response is described: the client takes any, without a type";
            = "add the responses that the operation has";

        loss ResponseHeaders
            = "the headers of the response have no types";
            = "read them from `Response::headers`";

        loss ReservedHeader(name: String)
            = "the header `{name}` is not for a caller to set, so the parameter is not sent";
            = "remove the parameter in the overlay, if nobody needs it";

        loss UnknownScheme(name: String)
            = "`{name}` is not a security scheme: the client sends `Authorization` for it";
            = "correct the name, or add it to `securitySchemes`";

        loss EncodingOfNothing(property: String)
            = "the form has no property `{property}` to which the encoding applies";
            = "correct the name, or remove the encoding";

        loss UntypedParameter(name: String)
            = "the parameter `{name}` has neither `schema` nor `content`: the client takes a string";
            = "add a `schema` in the overlay";

        loss NoRoomForBody(status: String)
            = "HTTP has no room for a body in a response of {status}: it is not read";
            = "remove the `content`, or correct the status";

        loss BadHeaderName(name: String)
            = "`{name}` is no name of a header: it is not sent";
            = "correct the name, or remove the parameter in the overlay";

        loss RawBody(media_type: String)
            = "the form of the `{media_type}` body: the client takes it as it is";
            = "offer the body as JSON in the overlay, if the server takes it";

        loss Encoding(property: String)
            = "how `{property}` is written in the form: the client writes it plainly";
            = "remove the encoding in the overlay, if the server takes it plainly";

        loss Callbacks
            = "the callbacks: the client only calls";
            = "remove them in the overlay, if somebody else answers them";

        loss Links
            = "the links between operations";
            = "remove them in the overlay; callers pass the values on themselves";

        loss OwnServers
            = "the servers named here: the client has one address for all operations";
            = "remove them in the overlay, if one address is right for all";

        loss SecurityScheme(name: String)
            = "the security scheme `{name}`: the client sends `Authorization` only";
            = "name another scheme in the overlay, or declare the key as a parameter";

        loss Dropped { keyword: &'static str }
            = "`{keyword}` is not in the client";
            = "no type says it: restate it, or remove it with an overlay action that says why";

        loss SaidTwice(member: String)
            = "`{member}` says in the words of OpenAPI 3 what the document says in those of Swagger 2.0";
            = "a document is written in one of them: remove the member with an overlay action";

        loss ExampleOfOther(media_type: String)
            = "an example of `{media_type}`, which the response does not have";
            = "add the media type to `produces`, and a `schema`, or remove the example";

        loss BesideBody(name: String)
            = "`{name}` is a second body: it is not sent";
            = "a request has one: remove the other one with an overlay action, if this one is meant";

        loss NotOfForm(media_type: String)
            = "the fields of a form are not sent as `{media_type}`";
            = "remove it from `consumes`, or describe the body by a parameter in `body`";

        loss FormNotConsumed { media_type: &'static str }
            = "`consumes` names no form: the client sends `{media_type}`";
            = "add the media type of the form to `consumes`";

        loss JoinedByCaller { separator: &'static str }
            = "a list with {separator} between its items: the client takes it as text";
            = "OpenAPI 3.0 has no word for it: callers join the items";

        loss Webhooks
            = "`webhooks` are not in the client";
            = "they are requests to receive; remove them with an overlay action";

        loss BaseWithoutChildren
            = "no schema extends this one, so its discriminator leads nowhere";
            = "add the schemas that extend it, or remove the discriminator if there are none";

        loss EnumOfOthers { values: String }
            = "an `enum` of values that are no strings takes others, too: {values}";
            = "the values are in the documentation; restate it as strings only if they are sent as such";

        loss EnumValueOfOtherType { value: String, taken_as: String }
            = "the `enum` value {value} is not of the type given: {taken_as}";
            = "correct the `enum`, or its `type`, with an overlay action";

        loss EnumOfNothing
            = "an `enum` without values takes any value";
            = "remove the `enum`, or give it values, with an overlay action";
    }

    Normalise {
        error AllOfCycle(name: String)
            = "`allOf` leads back to `{name}`";
            = "a schema cannot be part of itself; use a property";

        error TooManyParts { most: usize }
            = "more than {most} parts of `allOf`, counted with their own parts";
            = "merge some of them by hand";

        loss Contradiction { keyword: String, other: Pointer }
            = "`allOf` parts contradict each other in `{keyword}`, which is not in the client; the other is {other}";
            = "settle it with an overlay action";

        loss SecondChoice
            = "of several `oneOf` and `anyOf` that hold together only one is kept";
            = "write the combinations that occur as one `oneOf`";

        loss ChoiceOfRequired
            = "which properties have to be there together is not checked when sent";
            = "give each combination a schema of its own with its properties, where it matters";

        loss OneFormAtATime
            = "an object that is several forms of this `anyOf` cannot be sent";
            = "write the combinations that occur as forms of their own, if there are any";

        loss NotToldApart(names: String)
            = "nothing tells these objects apart, so they are one type: {names}";
            = "add a `discriminator`, or `required` properties that only one of them has";

        loss DisputedProperty(name: String)
            = "`{name}` differs between objects that are one type, so it is any value";
            = "give it the same schema in all of them";

        loss UntaggedForm(tag: String)
            = "no value of the discriminator `{tag}` leads to this form";
            = "make it a component that the discriminator's `mapping` names";

        loss MappingWithoutForm(value: String)
            = "the discriminator maps `{value}` to what is no form of this choice";
            = "correct the `mapping`, or add the schema to the choice; until then it is kept as JSON";

        loss ExplodedCookie(name: String)
            = "the parts of the cookie `{name}` are joined by commas, and are not a cookie each";
            = "say `explode: false` in the overlay, if that is how the server reads it";

        loss ReadOnlySent { others: usize }
            = "the type is received as well, so that what only the server writes can be sent{}", elsewhere(*others);
            = "leave it out, or give what is sent a schema of its own in the overlay";

        loss RequiredLeftOut { others: usize }
            = "the type is received as well, so that what is required can be left out{}", elsewhere(*others);
            = "set it, or give what is sent a schema of its own in the overlay";

        loss NestedParameter(name: String)
            = "OpenAPI does not define how lists and objects inside of `{name}` are written: it is JSON text";
            = "declare the parameter with `content: application/json`, if that is what the server reads";

        error TooManyForms { most: usize }
            = "choices have more than {most} forms, counted with those of inner ones";
            = "give the inner choices a discriminator of their own";

        error NameTaken { name: String, first: Pointer }
            = "the Rust name `{name}` is taken by {first}";
            = "give one of them another `x-rust-name` in the overlay";

        error NameReserved(name: String)
            = "the Rust name `{name}` is taken by what the generated code uses";
            = "give it another `x-rust-name` in the overlay";

        error FieldTaken { name: String, first: Pointer }
            = "the field name `{name}` is taken by {first}";
            = "remove one of them with an overlay action";

        error VariantTaken { name: String, value: String, first: String }
            = "`{value}` makes the variant `{name}`, as `{first}` does";
            = "name the values with `x-enum-varnames` in the overlay";

        error VariantReserved { name: &'static str, value: String }
            = "`{value}` makes the variant `{name}`, which holds all other values";
            = "name the values with `x-enum-varnames` in the overlay";

        error TwoNames { kept: String, other: String, first: Pointer }
            = "the same shape is named `{kept}` at {first} and `{other}` here";
            = "one shape is one type: give both the same `x-rust-name`";

        error NameTooLong { name: String, length: usize, most: usize }
            = "the type name `{name}` has {length} characters, more than {most}";
            = "give it an `x-rust-name` in the overlay";

        loss PlaceApart { name: String, place: String }
            = "`{place}` contradicts other places of `{name}`: it has a new type";
            = "its contract has changed: name the new type in the overlay, or restate what differs";

        loss RecordedOtherwise { kept: String, given: String, place: String }
            = "`x-rust-name: {given}` has no effect: `{place}` is on record as `{kept}`";
            = "remove the name; to part a type, change its line in the record, which breaks users";

        error NotAProperty(name: String)
            = "`x-rust-required` names `{name}`, which is no required property here";
            = "name properties that the contract requires";

        loss Unchecked { what: &'static str, others: usize }
            = "the {what} of what is sent are not checked{}", elsewhere(*others);
            = "check them where a value is made, or remove them with an overlay action";

        loss NullLeftOut { others: usize }
            = "`null` cannot be sent, since what is `None` is left out{}", elsewhere(*others);
            = "where `null` means something else than absence, add it to `required` in the overlay";

        loss OpenObject
            = "`additionalProperties` beside `properties` are not in the client";
            = "what the contract does not name is drift; name it in the overlay, or remove the keyword";

        loss OddDefault
            = "the default is no value of its schema, and left out";
            = "correct it, or remove it, with an overlay action";

        error VariantNames { values: usize, names: usize }
            = "`x-enum-varnames` has {names} names for {values} values";
            = "write one name for each value, in the same order, or those that need one by value: `{ '': Unstated }`";

        error VariantNameOfNothing(value: String)
            = "`x-enum-varnames` names `{value}`, which is no value here";
            = "upstream has moved: correct the value, or remove its name";

        loss VariantNamesIgnored { values: usize, names: usize }
            = "`x-enum-varnames` has {names} names for {values} values, so none is used";
            = "correct them, or remove them, with an overlay action";
    }

    Lower {
        error NotTheModel(reason: String)
            = "the OpenAPI model refuses it: {reason}";
            = RESTATE;

        error Lowering(reason: String)
            = "progenitor refuses it: {reason}";
            = RESTATE;

        error LoweringPanicked { part: String, message: String }
            = "progenitor panicked on {part}: {message}";
            = RESTATE;
    }

    Passes {
        error UnexpectedCode { pass: &'static str, what: String }
            = "the pass `{pass}` did not find {what} in what progenitor wrote";
            = "another version of progenitor writes other code: pin the one in Cargo.lock, or mend the pass";
    }
}

impl Problem {
    /// The same problem, with each place in it moved.
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

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        self.entry(|_, hint| hint)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry(|message, _| f.write_fmt(message))
    }
}

/// At how many other places the same is reported.
fn elsewhere(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => ", here and at 1 other place".to_owned(),
        others => format!(", here and at {others} other places"),
    }
}

/// True if the reader stopped at the form of the text, rather than at what it says.
fn is_syntax(reason: &str) -> bool {
    ["did not find", "not allowed", "cannot start", "block"]
        .iter()
        .any(|word| reason.contains(word))
}

/// What a value is, in the words of [`Problem::NotAnObject`].
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
