//! `host`, `basePath` and `schemes`: the addresses of the servers.

use serde_json::{Value, json};

use super::conversion::Conversion;
use super::object::Object;
use crate::openapi;
use crate::source::problem::Problem;

/// The members that form an address.
const MEMBERS: [&str; 3] = ["host", "basePath", "schemes"];

pub(super) fn of_document(conversion: &mut Conversion<'_>, object: &mut Object<'_>) {
    let Some(first) = MEMBERS.into_iter().find(|member| object.has(member)) else { return };
    let mut text = |member: &'static str| match object.take(member)? {
        Value::String(text) => Some(text.as_str()),
        _ => {
            conversion.lose(object.before.join(member), Problem::Dropped { keyword: member });
            None
        }
    };
    let (host, base) = (text("host"), text("basePath"));
    object.take("schemes");
    put(conversion, object, first, host, base, conversion.schemes);
}

/// An operation's own schemes, if they differ from the document's.
pub(super) fn of_operation(conversion: &mut Conversion<'_>, object: &mut Object<'_>) {
    let Some(schemes) = object.take("schemes") else { return };
    if conversion.schemes != Some(schemes) {
        let text = |member| openapi::text(conversion.root, member);
        let (host, base) = (text("host"), text("basePath"));
        put(conversion, object, "schemes", host, base, Some(schemes));
    }
}

fn put(
    conversion: &mut Conversion<'_>,
    object: &mut Object<'_>,
    first: &str,
    host: Option<&str>,
    base: Option<&str>,
    schemes: Option<&Value>,
) {
    let base = match base.map(|base| base.trim_start_matches('/')) {
        None | Some("") => String::new(),
        Some(base) => format!("/{base}"),
    };
    let addresses: Vec<String> = match host {
        // Without a host the address is relative to that of the document.
        None => vec![if base.is_empty() { "/".to_owned() } else { base }],
        Some(host) => {
            let schemes: Vec<&str> = openapi::strings(schemes).collect();
            match schemes.as_slice() {
                [] => vec![format!("//{host}{base}")],
                schemes => schemes.iter().map(|it| format!("{it}://{host}{base}")).collect(),
            }
        }
    };
    let servers: Vec<Value> = addresses.iter().map(|url| json!({ "url": url })).collect();
    conversion.origins.made(object.now.join("servers"), object.before.join(first));
    object.put("servers", servers);
}
