//! The generator's own members of a document: those that an overlay sets, and those that the stages add.

/// The Rust name of the type that this schema becomes (overlay).
pub const NAME: &str = "x-rust-name";
/// The documentation of that type, if the description is about one place only (overlay).
pub const DOC: &str = "x-rust-doc";
/// Properties that the Rust type requires, since an object without them is useless (overlay).
pub const REQUIRED: &str = "x-rust-required";
/// Names for an enum's values: by value, or all in order, as other generators read it (overlay).
pub const VARIANTS: &str = "x-enum-varnames";
/// The place of the schema in the document (normaliser).
pub const ORIGIN: &str = "x-origin";
/// Properties that the contract requires and the Rust type does not (normaliser).
pub const EXPECTED: &str = "x-expected";
/// The index of the choice that the schema is a placeholder for (normaliser).
pub const CHOICE: &str = "x-choice";
/// The value that the server uses for an omitted property (normaliser).
pub const DEFAULT: &str = "x-default";
/// Whether `Debug` hides the property (overlay).
pub const SENSITIVE: &str = "x-sensitive";
/// The documented values of a property that are not strings (restate).
pub const VALUES: &str = "x-values";
/// The values of `enum` and `const` that are not strings, each with the text it was written as (load).
pub const WRITTEN: &str = "x-written";
/// The names in `content`, in the order of the document (load).
pub const ORDER: &str = "x-order";
/// A parameter that is not sent (restate).
pub const IGNORED: &str = "x-ignored";
/// The places of the type that can have the property, if not all of them (normaliser).
pub const PLACES: &str = "x-places";
/// A type that the record lists as only sent, so that no received value gets it (normaliser).
pub const SENT: &str = "x-sent";
/// The Rust name of a recorded type (normaliser).
pub const KEPT: &str = "x-kept-name";

/// The marks that only the generator may set. A document's own members of these names mean something else.
pub const OWN: [&str; 10] =
    [ORIGIN, EXPECTED, CHOICE, DEFAULT, WRITTEN, ORDER, IGNORED, PLACES, SENT, KEPT];
