//! An operation of the API, for the log.

/// An operation of the API, as the log names it: never by its full URL.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// The name of its generated method.
    pub name: &'static str,
    /// The template of its path.
    pub path: &'static str,
}
