//! `Debug` of values, which may end up in a log.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use crate::redacted::Redacted;

/// A type that the contract describes.
pub trait Described {
    /// `Debug` of a value inside another, or of a whole answer: without free-form values and names, and
    /// without what URLs contain.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Types that are shown as their own `Debug` shows them.
#[doc(hidden)]
#[macro_export]
macro_rules! __described {
    ($($type:ty),*) => {
        $(impl $crate::codegen::shown::Described for $type {
            fn show(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self, f)
            }
        })*
    };
}

/// `Debug` of an enum each of whose variants has one value: `variants!(Text, Number => Value)`.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants {
    ($($variant:ident),* => $name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$variant(value) => {
                        $crate::codegen::shown::variant(stringify!($variant), value, f)
                    })*
                }
            }
        }
    };
}

__described!((), bool, i8, i16, i32, i64, u8, u16, u32, u64, f64);
__described!(chrono::DateTime<chrono::Utc>, chrono::NaiveDate);
__described!(std::net::IpAddr, std::net::Ipv4Addr, std::net::Ipv6Addr);

impl Described for String {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&without_urls(self), f)
    }
}

impl Described for serde_json::Value {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        free_form(self, f)
    }
}

impl Described for serde_json::Map<String, serde_json::Value> {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        entries(self.len(), f)
    }
}

impl<T: Described> Described for BTreeMap<String, T> {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        entries(self.len(), f)
    }
}

impl<T: Described> Described for Vec<T> {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for item in self {
            list.entry(&Shown(item));
        }
        list.finish()
    }
}

impl<T: Described> Described for Option<T> {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => variant("Some", value, f),
            None => f.write_str("None"),
        }
    }
}

impl<T: Described> Described for Box<T> {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::show(self, f)
    }
}

/// Its `Debug` is what [`Described::show`] shows.
pub struct Shown<'a>(pub &'a dyn Described);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}

/// `Debug` of the variant of an enum.
pub fn variant(name: &str, value: &dyn Described, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(&Shown(value)).finish()
}

/// A map without its entries, whose names may be data like their values.
fn entries(count: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    counted("entry", "entries", count, f)
}

/// A value that the contract does not look into: of what kind it is, and how long.
fn free_form(value: &serde_json::Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        serde_json::Value::Null => f.write_str("null"),
        serde_json::Value::Array(items) => counted("item", "items", items.len(), f),
        serde_json::Value::Object(members) => entries(members.len(), f),
        _ => fmt::Debug::fmt(&Redacted, f),
    }
}

fn counted(one: &str, many: &str, count: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "[{count} {}]", if count == 1 { one } else { many })
}

/// A text without what URLs in it may contain: user information, paths, queries and fragments carry tokens. Of
/// a web address the host is shown, of any other the scheme.
fn without_urls(text: &str) -> Cow<'_, str> {
    let mut shown = Cow::Borrowed("");
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        let end = after.find(ends_url).unwrap_or(after.len());
        let (url, next) = after.split_at(end);
        let host = host(before, url);
        shown += before;
        shown += "://";
        shown += host;
        shown += if host.len() == url.len() { "" } else { "/…" };
        rest = next;
    }
    shown + rest
}

/// True for what separates a URL from the text after it.
fn ends_url(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>')
}

/// The host and port at the start of a URL behind its scheme, which `before` ends with. Other schemes than
/// those of the web have anything in the host's place.
fn host<'a>(before: &str, url: &'a str) -> &'a str {
    let scheme = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if !["http", "https", "ws", "wss"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
        return "";
    }
    let place = url.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = place.split_at(place.find(['/', '\\']).unwrap_or(place.len()));
    let host = authority.rsplit('@').next().unwrap_or_default();
    let may_have = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    // The part before an `@` in the path may belong to a password.
    if host.chars().all(may_have) && !path.contains('@') { host } else { "" }
}
