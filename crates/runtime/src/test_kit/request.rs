//! Requests as the server received them.

use std::io;

/// A request as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Request {
    /// The method, in capitals.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path and query, as they were sent.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The headers in their order, with their names as they were sent.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The value of a header; the case of its name does not matter.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The request at the start of the buffer and its length; `None` if it is not whole yet.
    pub(super) fn parse(buffer: &[u8]) -> io::Result<Option<(Self, usize)>> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut head = httparse::Request::new(&mut headers);
        let status = head.parse(buffer).map_err(io::Error::other)?;
        let httparse::Status::Complete(head_length) = status else { return Ok(None) };
        let text = |value| String::from_utf8_lossy(value).into_owned();
        let mut request = Self {
            method: head.method.unwrap_or_default().to_owned(),
            path: head.path.unwrap_or_default().to_owned(),
            headers: head.headers.iter().map(|it| (it.name.to_owned(), text(it.value))).collect(),
            body: Vec::new(),
        };
        let length = request.header("content-length").and_then(|length| length.parse().ok());
        let end = head_length + length.unwrap_or(0);
        let Some(body) = buffer.get(head_length..end) else { return Ok(None) };
        request.body = body.to_vec();
        Ok(Some((request, end)))
    }
}
