//! Members that the generator adds to a document, and those with which an overlay speaks to it.

/// The Rust name of the type that this schema becomes (overlay).
pub const NAME: &str = "x-rust-name";
/// The documentation of that type, if the description is about one place only (overlay).
pub const DOC: &str = "x-rust-doc";
/// Properties that the Rust type requires, since it means nothing without them (overlay).
pub const REQUIRED: &str = "x-rust-required";
/// Names for an enum's values: by value, or all in their order, as other generators know it (overlay).
pub const VARIANTS: &str = "x-enum-varnames";
/// Where the schema stood in the fragment (normaliser).
pub const ORIGIN: &str = "x-origin";
/// Properties that the contract requires and the Rust type does not (normaliser).
pub const EXPECTED: &str = "x-expected";
/// The component that a rule made this one of (restate).
pub const MOVED: &str = "x-moved-from";
/// The index of the choice that the schema is a placeholder for (normaliser).
pub const CHOICE: &str = "x-choice";
/// What the server takes for a property that is left out (normaliser).
pub const DEFAULT: &str = "x-default";
/// Whether `Debug` hides the property (overlay).
pub const SENSITIVE: &str = "x-sensitive";
/// The documented values of a property that are no text (restate).
pub const VALUES: &str = "x-values";
/// The values of `enum` and `const` that are no text, each with the text it was written as (load).
pub const WRITTEN: &str = "x-written";
/// The names in `content`, in the order of the document (load).
pub const ORDER: &str = "x-order";
/// A parameter that is not sent (restate).
pub const IGNORED: &str = "x-ignored";
/// Which of a type's places can have the property, if not all of them (normaliser).
pub const PLACES: &str = "x-places";
/// A type that the record knows as one that is only sent: nothing that is received is of it (normaliser).
pub const SENT: &str = "x-sent";
/// The Rust name of a type that the record knows, as it is (normaliser).
pub const KEPT: &str = "x-kept-name";

/// The marks that only the generator may set: what a document has under their names means something else.
pub const OWN: [&str; 11] =
    [ORIGIN, EXPECTED, MOVED, CHOICE, DEFAULT, WRITTEN, ORDER, IGNORED, PLACES, SENT, KEPT];
