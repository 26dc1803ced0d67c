//! Finds text that a reader of YAML would not read as a string without quotes.
//!
//! Readers of YAML 1.1 and 1.2 disagree: `NO` and `12:30` are text to one and `false` and `750` to the
//! other. Text that both read as a string needs no quotes.

/// Words of YAML 1.1 that are not text: booleans, null, the merge key and the default key.
const WORDS: [&str; 28] = [
    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True", "TRUE", "false",
    "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF", "~", "null", "Null", "NULL", "<<",
    "=",
];

/// True if some reader takes the text for a number, a date, a boolean or the like.
pub fn is_ambiguous(text: &str) -> bool {
    text.is_empty() || WORDS.contains(&text) || is_number(text) || is_date(text)
}

fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(&text) {
        return true;
    }
    let digits = |text: &str, is_digit: fn(&char) -> bool| {
        !text.is_empty() && text.chars().all(|c| c == '_' || is_digit(&c))
    };
    for (start, is_digit) in [
        ("0x", char::is_ascii_hexdigit as fn(&char) -> bool),
        ("0o", char::is_ascii_digit),
        ("0b", char::is_ascii_digit),
    ] {
        if text.strip_prefix(start).is_some_and(|rest| digits(rest, is_digit)) {
            return true;
        }
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    // Hours, minutes and seconds, or degrees: to the base of sixty.
    let mut places = whole.split(':');
    text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && text.contains(|c: char| c.is_ascii_digit())
        && digits(exponent, char::is_ascii_digit)
        && (fraction.is_empty() || digits(fraction, char::is_ascii_digit))
        && (whole.is_empty() || places.all(|place| digits(place, char::is_ascii_digit)))
}

/// `2026-01-01`, also with a time behind it.
fn is_date(text: &str) -> bool {
    let date = text.split(['T', 't', ' ', '\t']).next().unwrap_or(text);
    let mut parts = date.split('-').map(|part| {
        part.len() <= 4 && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    date.split('-').next().is_some_and(|year| year.len() == 4)
        && date.matches('-').count() == 2
        && parts.all(|is_number| is_number)
}
