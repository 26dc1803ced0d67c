//! Redirects references to the new places of their targets. One without a target stays unchanged.

use serde_json::Value;

use super::conversion::Conversion;
use crate::openapi;
use crate::source::pointer::Pointer;
use percent_encoding::percent_decode_str;

pub(super) fn rewrite(conversion: &Conversion<'_>, root: &mut Value) {
    openapi::each_object_mut(root, &mut |_, members| {
        if let Some(Value::String(target)) = members.get_mut("$ref")
            && let Some(new) = rewritten(conversion, target)
        {
            *target = new;
        }
    });
}

fn rewritten(conversion: &Conversion<'_>, target: &str) -> Option<String> {
    let target = target.strip_prefix('#')?;
    let is_there = |place: &Pointer| place.get(conversion.root).is_some();
    // A reference is a URL, so it may be percent-encoded.
    let decoded =
        || Pointer::parse(&percent_decode_str(target).decode_utf8().ok()?).filter(is_there);
    let place = Pointer::parse(target).filter(is_there).or_else(decoded)?;
    Some(format!("#{}", conversion.origins.restated(&place)))
}
