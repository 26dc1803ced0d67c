//! What the generator refuses, so that nothing it is given overflows a stack or fills the memory. Every
//! limit is far beyond real documents.

/// Nodes of a document. A bomb of YAML aliases reaches it quickly.
pub const MOST_NODES: usize = 5_000_000;

/// Brackets that are open at a time. The YAML parser visits all open ones for each that comes, before it
/// counts how deep it is.
pub const MOST_OPEN: usize = 2_000;

/// Bytes of text that are read again to find positions: enough for every error of a document that a
/// person reads, and not for the ten thousandth one of a large document.
pub const MOST_TEXT: usize = 32 * 1024 * 1024;

/// Levels of a document, examples included. Stages recurse, and a stack overflow cannot be caught; this
/// many levels fit a debug build's thread of 2 MiB.
pub const MOST_LEVELS: usize = 100;

/// Schemas inside of each other. What reads them in the end takes many times the stack of one level.
pub const MOST_SCHEMAS: usize = 32;

/// More than any real document has: forms of forms multiply.
pub const MOST_COPIES: usize = 100_000;
