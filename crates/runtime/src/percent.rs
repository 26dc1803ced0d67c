//! Percent-encoding (RFC 3986) of what goes into a URL or a form.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters. `%` is encoded, too, so that `%2e` cannot become a dot on the way.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Encodes all reserved characters.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// Those, and the dot, which separates the values of the style `label`.
const ENCODED_WITH_DOTS: &AsciiSet = &ENCODED.add(b'.');

/// Encodes all reserved characters and the dot.
pub(crate) fn encoded_with_dots(text: &str) -> String {
    utf8_percent_encode(text, ENCODED_WITH_DOTS).to_string()
}

/// The characters that RFC 6265 does not allow in the value of a cookie; `%`, which starts a code; and the comma,
/// which separates values.
const ENCODED_IN_COOKIE: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'%').add(b',').add(b';').add(b'\\');

/// The text with everything encoded that the value of a cookie cannot contain.
pub(crate) fn encoded_in_cookie(text: &str) -> String {
    utf8_percent_encode(text, ENCODED_IN_COOKIE).to_string()
}
