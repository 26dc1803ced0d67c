//! The schemas of a contract for the places of an answer.

use std::collections::{BTreeMap, BTreeSet};

use openapi_client_build::openapi;
use openapi_client_build::restate::origins::Origins;
use openapi_client_build::restate::{Restated, restate};
use openapi_client_build::source::document::Document;
use openapi_client_build::source::pointer::Pointer;
use serde_json::Value;

use crate::import::operation_place;
use crate::text::Text;

/// Most parts of one schema that are followed.
const MOST_PARTS: usize = 1_000;

/// Most references in a row that are followed.
const MOST_STEPS: usize = 32;

/// A document with its overlay, as OpenAPI 3.
pub struct Contract {
    root: Value,
    origins: Origins,
}

/// All schemas that apply to one place of an answer; none if the contract does not describe it.
#[derive(Default, Clone)]
pub struct Schemas<'a> {
    /// The schemas that always apply, by their places in the contract.
    parts: Vec<(Pointer, &'a Value)>,
    /// Choices: one of each applies, too.
    forms: Vec<Schemas<'a>>,
}

impl Contract {
    /// A contract with the matching actions of its overlay; `None` if the document cannot be read.
    pub fn of(document: &Text, overlay: &Text) -> Option<Self> {
        let overlay = Document::load(overlay.source()).ok()?;
        let (_, root) = document.overlaid(&overlay)?.into_parts();
        let Restated { root, origins, .. } = restate(root);
        Some(Self { root, origins })
    }

    /// The schemas of what an operation answers with a success.
    pub fn answer(&self, operation: &str) -> Option<Schemas<'_>> {
        let responses = operation_place(&self.root, operation)?.join("responses");
        let all = openapi::members(responses.get(&self.root));
        let (status, _) =
            all.filter(|(status, _)| status.starts_with('2')).min_by_key(|it| it.0)?;
        let mut at = responses.join(status);
        for _ in 0..MOST_STEPS {
            let Some(target) = at.get(&self.root).and_then(openapi::reference) else { break };
            at = Pointer::parse(target.strip_prefix('#')?)?;
        }
        let content = at.join("content");
        let (media_type, _) =
            openapi::members(content.get(&self.root)).find(|(it, _)| it.contains("json"))?;
        Some(self.collected([content.join(media_type).join("schema")]))
    }

    /// A place as the document has it, before it was restated.
    pub fn original(&self, at: &Pointer) -> Pointer {
        self.origins.original(at)
    }

    /// The schemas at several places that apply to one place of an answer.
    fn collected(&self, places: impl IntoIterator<Item = Pointer>) -> Schemas<'_> {
        let mut collection = Collection { root: &self.root, inside: Vec::new(), left: MOST_PARTS };
        let mut schemas = Schemas::default();
        for at in places {
            collection.add(at, &mut schemas);
        }
        schemas
    }

    /// The schemas of a member of an object.
    pub fn member<'a>(&'a self, of: &Schemas<'a>, name: &str) -> Schemas<'a> {
        let named = self.inside(of, |at, schema| {
            schema.get("properties")?.get(name)?;
            Some(at.join("properties").join(name))
        });
        if named.says_something() {
            return named;
        }
        self.inside(of, |at, schema| {
            schema.get("additionalProperties")?.is_object().then(|| at.join("additionalProperties"))
        })
    }

    /// The schemas of an item of a list.
    pub fn item<'a>(&'a self, of: &Schemas<'a>) -> Schemas<'a> {
        self.inside(of, |at, schema| schema.get("items").map(|_| at.join("items")))
    }

    fn inside<'a>(
        &'a self,
        of: &Schemas<'a>,
        step: impl Fn(&Pointer, &Value) -> Option<Pointer> + Copy,
    ) -> Schemas<'a> {
        self.collected(of.all().into_iter().filter_map(|(at, schema)| step(at, schema)))
    }
}

/// The parts of one schema as they are found.
struct Collection<'a> {
    root: &'a Value,
    /// The schemas around the current one: one that contains itself ends there.
    inside: Vec<Pointer>,
    /// How many more parts are followed: choices of choices multiply.
    left: usize,
}

impl<'a> Collection<'a> {
    fn add(&mut self, at: Pointer, into: &mut Schemas<'a>) {
        let Some(schema) = at.get(self.root).filter(|_| !self.inside.contains(&at)) else { return };
        let Some(left) = self.left.checked_sub(1) else { return };
        self.left = left;
        self.inside.push(at.clone());
        let target =
            openapi::reference(schema).and_then(|it| Pointer::parse(it.strip_prefix('#')?));
        if let Some(target) = target {
            self.add(target, into);
        }
        for (index, _) in openapi::items(schema.get("allOf")) {
            self.add(at.join("allOf").join(index), into);
        }
        for keyword in ["oneOf", "anyOf"] {
            for (index, _) in openapi::items(schema.get(keyword)) {
                let mut form = Schemas::default();
                self.add(at.join(keyword).join(index), &mut form);
                into.forms.push(form);
            }
        }
        self.inside.pop();
        into.parts.push((at, schema));
    }
}

impl<'a> Schemas<'a> {
    /// The schemas that hold in any case, and those of every form.
    fn all(&self) -> Vec<&(Pointer, &'a Value)> {
        let forms = self.forms.iter().flat_map(Schemas::all);
        self.parts.iter().chain(forms).collect()
    }

    /// True if the contract says anything of the place.
    pub fn says_something(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The places of the schemas that apply.
    pub fn places(&self) -> impl Iterator<Item = &Pointer> {
        self.parts.iter().map(|(at, _)| at)
    }

    /// True if an object may have members that the contract does not name.
    pub fn is_open(&self) -> bool {
        let names = |schema: &Value| schema.get("properties").is_some();
        self.all().iter().all(|(_, schema)| {
            !names(schema) || schema.get("additionalProperties").is_some_and(|it| *it != false)
        })
    }

    /// The members that have to be there, each with the place that says so.
    pub fn required(&self) -> BTreeMap<&'a str, Pointer> {
        let of = |(at, schema): &(Pointer, &'a Value)| {
            let at = at.join("required");
            let names = openapi::items(schema.get("required"));
            names
                .filter_map(|(_, name)| name.as_str())
                .map(|name| (name, at.clone()))
                .collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of).collect()
    }

    /// The types that a value may have; any if there are none. `integer` is `number`, too.
    pub fn types(&self) -> BTreeSet<&'a str> {
        let schemas = self.all();
        let stated = schemas.iter().filter_map(|(_, schema)| openapi::text(schema, "type"));
        let objects = schemas.iter().filter(|(_, schema)| schema.get("properties").is_some());
        stated.chain(objects.map(|_| "object")).collect()
    }

    /// The values that a text may have, with their place; any if there is no list.
    pub fn values(&self) -> Option<(Pointer, Vec<&'a str>)> {
        let (at, values) =
            self.parts.iter().find_map(|(at, schema)| Some((at, schema.get("enum")?)))?;
        let texts = openapi::items(Some(values)).filter_map(|(_, value)| value.as_str()).collect();
        Some((at.join("enum"), texts))
    }

    /// Something that the contract says of the place.
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.all().into_iter().find_map(|(_, schema)| schema.get(name))
    }

    /// The schema that says which type it is, or the last one.
    pub fn place(&self) -> Option<&Pointer> {
        let typed = self.parts.iter().find(|(_, schema)| schema.get("type").is_some());
        typed.or(self.parts.last()).map(|(at, _)| at)
    }

    /// The first form, if there are several.
    pub fn first_form(&self) -> Option<&Schemas<'a>> {
        self.forms.first()
    }

    /// True if a value is of a type that the contract has for the place; what is inside it is not looked at.
    pub fn fits(&self, value: &serde_yaml::Value) -> bool {
        use serde_yaml::Value as Tree;
        let types = self.types();
        types.is_empty()
            || match value {
                Tree::Null => true,
                Tree::Bool(_) => types.contains("boolean"),
                Tree::Number(number) => {
                    let is_whole = number.is_i64() || number.is_u64();
                    types.contains("number") || (is_whole && types.contains("integer"))
                }
                Tree::String(_) => types.contains("string"),
                Tree::Sequence(_) => types.contains("array"),
                _ => types.contains("object"),
            }
    }
}
