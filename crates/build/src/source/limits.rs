//! Limits that keep any input from overflowing a stack or filling the memory. Each is far beyond real documents.

/// Nodes of a document. A bomb of YAML aliases reaches it quickly.
pub const MOST_NODES: usize = 5_000_000;

/// Brackets that are open at once. The YAML parser visits all open ones for each new one, before it checks the
/// depth.
pub const MOST_OPEN: usize = 2_000;

/// Bytes of text that are read again to find positions: enough for as many errors as a person reads, but not
/// for ten thousand in a large document.
pub const MOST_TEXT: usize = 32 * 1024 * 1024;

/// Levels of a document, examples included. Stages recurse, and a stack overflow cannot be caught; this
/// many levels fit a debug build's thread of 2 MiB.
pub const MOST_LEVELS: usize = 100;

/// Schemas inside of each other. progenitor needs many times the stack of this crate for each level.
pub const MOST_SCHEMAS: usize = 32;

/// Forms of the choices in a document: forms of forms multiply.
pub const MOST_COPIES: usize = 100_000;
