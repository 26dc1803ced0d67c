//! Where the documented answer is not what its own schema says: the overlay has to say what holds.

use openapi_client_build::source::pointer::Pointer;
use serde_yaml::Value as Tree;

use super::contract::{Contract, Schemas};
use crate::finding::Finding;
use crate::import::overlay_action;

/// Finds every deviation, with the action to write.
pub fn find(contract: &Contract, schemas: &Schemas<'_>, answer: &Tree) -> Vec<Finding> {
    let mut search = Search { contract, found: Vec::new() };
    search.value(answer, schemas, "$");
    search.found
}

struct Search<'a> {
    contract: &'a Contract,
    found: Vec<Finding>,
}

impl<'a> Search<'a> {
    fn value(&mut self, value: &Tree, schemas: &Schemas<'a>, at: &str) {
        if let (Tree::Null, Some(place)) = (value, schemas.place()) {
            if schemas.keyword("nullable").is_none() {
                self.report(
                    at,
                    "is null",
                    place,
                    "The documented answer holds null.",
                    "nullable: true",
                );
            }
            return;
        }
        if let (false, Some(place)) = (schemas.fits(value), schemas.place()) {
            let name = name_of(value);
            let why = format!("The documented answer holds {name}.");
            self.report(at, &format!("is {name}"), place, &why, &format!("type: {name}"));
            return;
        }
        if let (Some(text), Some((place, values))) = (value.as_str(), schemas.values())
            && !values.contains(&text)
        {
            let place = place.parent().unwrap_or(place);
            let what = "has a value that its enum does not list";
            self.report(at, what, &place, "The documented answer holds it.", "enum: [ … ]");
        }
        match value {
            Tree::Mapping(members) => {
                for (name, member) in
                    members.iter().filter_map(|(name, it)| Some((name.as_str()?, it)))
                {
                    let inner = self.contract.member(schemas, name);
                    let at = format!("{at}.{name}");
                    match (inner.says_something(), schemas.place()) {
                        (false, Some(place)) if !schemas.is_open() => {
                            let update = format!(
                                "properties: {{ {name}: {{ description: …, type: {} }} }}",
                                name_of(member)
                            );
                            let why = "The documented answer has it.";
                            self.report(&at, "is not in the schema", place, why, &update);
                        }
                        _ => self.value(member, &inner, &at),
                    }
                }
                for (name, place) in schemas.required() {
                    if members.get(name).is_none_or(Tree::is_null) {
                        self.left_out(&format!("{at}.{name}"), name, &place);
                    }
                }
            }
            Tree::Sequence(items) => {
                let inner = self.contract.item(schemas);
                for (index, item) in items.iter().enumerate() {
                    self.value(item, &inner, &format!("{at}[{index}]"));
                }
            }
            _ => {}
        }
    }

    fn left_out(&mut self, at: &str, name: &str, place: &Pointer) {
        let place = self.contract.original(place);
        let action = overlay_action(&place, "The documented answer leaves it out.", "");
        let action = action.replacen("required", &format!("required[?@ == '{name}']"), 1);
        let action = action.replace("  update:\n    ", "  remove: true");
        self.push(at, "is required, and not there", action);
    }

    fn report(&mut self, at: &str, what: &str, place: &Pointer, why: &str, update: &str) {
        let action = overlay_action(&self.contract.original(place), why, update);
        self.push(at, what, action);
    }

    fn push(&mut self, at: &str, what: &str, write: String) {
        let message = format!("the documented answer: {at} {what}");
        let help = "add the deviation to the overlay, if the API answers so";
        // One action is enough for what many items of a list have in common.
        if self.found.iter().all(|known| known.write != write) {
            let finding = Finding::new("answer", message, ("the page", None), help);
            self.found.push(Finding { write, ..finding });
        }
    }
}

fn name_of(value: &Tree) -> &'static str {
    match value {
        Tree::Bool(_) => "boolean",
        Tree::Number(number) if number.is_f64() => "number",
        Tree::Number(_) => "integer",
        Tree::String(_) => "string",
        Tree::Sequence(_) => "array",
        _ => "object",
    }
}
