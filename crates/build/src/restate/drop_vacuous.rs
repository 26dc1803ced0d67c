//! Removes keywords without effect, which concern values of another type than the schema's: `properties` of a
//! list, `format` of a boolean. If no type is given, properties and choices take precedence over `items`.

use serde_json::Value;

use super::losses::Losses;
use crate::openapi::{self, grammar, schemas};
use crate::source::problem::Problem;

const OTHERS: [&str; 3] = ["anyOf", "oneOf", "properties"];

pub(super) fn run(root: &mut Value, losses: &mut Losses) {
    schemas::each_schema_mut(root, &mut |at, schema| {
        let name = openapi::text(schema, "type").map(str::to_owned);
        let Value::Object(members) = schema else { return };
        match name {
            Some(name) => {
                members.retain(|keyword, _| grammar::can_speak_of(keyword, &name));
            }
            None => {
                members.remove("format");
                let keyword = "items";
                let has_other = OTHERS.iter().any(|other| members.contains_key(*other));
                let items = if has_other { members.remove(keyword) } else { None };
                if items.is_some_and(|items| openapi::members(Some(&items)).next().is_some()) {
                    losses.report(&at.join(keyword), Problem::Dropped { keyword });
                }
            }
        }
    });
}
