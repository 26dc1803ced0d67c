//! Gathers the forms of a choice, including those of inner choices.

use serde_json::{Map, Value};

use super::settle::Settle;
use super::share::is_same;
use crate::normalise::origin::origin;
use crate::openapi::{self, mark, schemas};
use crate::plan::JsonKind;
use crate::source::limits::{MOST_COPIES, MOST_LEVELS};
use crate::source::problem::Problem;

/// The kind of values that a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Object,
    Map,
    /// A choice with another tag than the surrounding one.
    Choice,
    List,
    String,
    Integer,
    Number,
    Boolean,
    Any,
}

impl Form {
    pub(super) fn is_scalar(self) -> bool {
        matches!(self, Self::String | Self::Integer | Self::Number | Self::Boolean)
    }

    pub(super) fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::Map | Self::Choice)
    }

    pub(super) fn kind(self) -> JsonKind {
        match self {
            Self::Object | Self::Map | Self::Choice | Self::Any => JsonKind::Object,
            Self::List => JsonKind::List,
            Self::String => JsonKind::String,
            Self::Integer | Self::Number => JsonKind::Number,
            Self::Boolean => JsonKind::Boolean,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Object => "Object",
            Self::Map => "Map",
            Self::Choice => "Choice",
            Self::List => "List",
            Self::String => "String",
            Self::Integer => "Integer",
            Self::Number => "Number",
            Self::Boolean => "Boolean",
            Self::Any => "Any",
        }
    }
}

/// One form of a choice.
#[derive(Debug, Clone)]
pub(super) struct Branch {
    pub(super) schema: Value,
    pub(super) form: Form,
    /// Its component, even if members were added to the form since.
    pub(super) component: Option<String>,
    /// The values of the tag that lead to it.
    pub(super) tags: Vec<String>,
    /// The properties that only this form requires.
    pub(super) keys: Vec<String>,
    /// True if the choice's discriminator is about it. That of an inner choice is not about the forms beside that.
    pub(super) is_tagged: bool,
}

/// The parts of a choice.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The choice without its forms.
    pub(super) own: Map<String, Value>,
    pub(super) tag: Option<String>,
    /// Values of the tag, and the component that each leads to.
    pub(super) mapping: Vec<(String, String)>,
    pub(super) branches: Vec<Branch>,
    pub(super) is_nullable: bool,
}

pub(super) fn has_choice(schema: &Value) -> bool {
    ["oneOf", "anyOf"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// The forms, unmerged.
pub(super) fn forms(schema: &Value) -> impl Iterator<Item = (usize, &Value)> {
    let forms = schema.get("oneOf").or_else(|| schema.get("anyOf"));
    openapi::items(forms)
}

/// True if a schema accepts only `null`.
pub(super) fn is_null(schema: &Value) -> bool {
    schemas::is_null(schema)
        || (openapi::is_true(schema, "nullable")
            && schema.get("$ref").is_none()
            && !has_choice(schema)
            && form(schema) == Form::Any)
}

/// True if a schema only requires properties.
pub(super) fn is_constraint(schema: &Value) -> bool {
    let is_word = |keyword: &str| {
        let words = ["required", "not", "title", "description", "minProperties", "maxProperties"];
        words.contains(&keyword) || keyword.starts_with("x-")
    };
    let members = schema.as_object();
    members.is_some_and(|it| it.contains_key("required") && it.keys().all(|key| is_word(key)))
}

/// The form of a schema that is neither a reference nor a choice.
pub(super) fn form(schema: &Value) -> Form {
    let has = |keyword: &str| schema.get(keyword).is_some();
    let has_properties = openapi::members(schema.get("properties")).next().is_some();
    match openapi::text(schema, "type") {
        Some("array") => Form::List,
        Some("string") => Form::String,
        Some("integer") => Form::Integer,
        Some("number") => Form::Number,
        Some("boolean") => Form::Boolean,
        _ if has_choice(schema) => Form::Choice,
        _ if has_properties => Form::Object,
        Some("object") => Form::Map,
        _ if has("additionalProperties") => Form::Map,
        _ if has("items") => Form::List,
        _ if has("enum") => Form::String,
        _ => Form::Any,
    }
}

impl Settle<'_, '_> {
    pub(super) fn gather(&mut self, schema: &Value) -> Gathered {
        let mut gathered = Gathered::default();
        if let Some(members) = schema.as_object() {
            let own = members.iter().filter(|(keyword, _)| {
                !["oneOf", "anyOf", "discriminator", "nullable"].contains(&keyword.as_str())
            });
            gathered.own = own.map(|(key, value)| (key.clone(), value.clone())).collect();
        }
        self.gather_into(schema, &Map::new(), false, &mut Vec::new(), &mut gathered);
        gathered
    }

    fn gather_into(
        &mut self,
        schema: &Value,
        around: &Map<String, Value>,
        mut is_tagged: bool,
        inside: &mut Vec<String>,
        gathered: &mut Gathered,
    ) {
        if schema.get("oneOf").is_some() && schema.get("anyOf").is_some() {
            self.lose(&origin(schema), Problem::SecondChoice);
        }
        gathered.is_nullable |= openapi::is_true(schema, "nullable");
        if let Some((tag, mapping)) = discriminator(schema) {
            let known = gathered.tag.get_or_insert_with(|| tag.to_owned());
            if known.as_str() == tag {
                gathered.mapping.extend(mapping);
                is_tagged = true;
            }
        }
        let shared = self.shared(schema, around);
        if forms(schema).all(|(_, form)| is_constraint(form)) {
            // Such forms describe no types; only the surrounding schema does.
            if shared.keys().any(|keyword| keyword != "required") && !inside.is_empty() {
                self.keep(&Value::Object(shared), None, is_tagged, gathered);
            }
            return;
        }
        for (_, form) in forms(schema) {
            self.gather_form(form, &shared, is_tagged, inside, gathered);
        }
    }

    fn gather_form(
        &mut self,
        form: &Value,
        shared: &Map<String, Value>,
        is_tagged: bool,
        inside: &mut Vec<String>,
        gathered: &mut Gathered,
    ) {
        self.copies += 1 + openapi::members(shared.get("properties")).count();
        if self.copies > MOST_COPIES || inside.len() > MOST_LEVELS {
            let problem = Problem::TooManyForms { most: MOST_COPIES };
            return self.report.add_once(&origin(form), problem);
        }
        let name = openapi::reference(form).and_then(openapi::schema_component);
        let target = match openapi::resolve(self.root, form) {
            Some(target) => target,
            None => return,
        };
        // A choice that is a form of itself adds no form.
        if name.is_some_and(|name| inside.iter().any(|outer| outer == name)) {
            return;
        }
        if is_null(target) {
            gathered.is_nullable = true;
        } else if has_choice(target) && !self.is_apart(target, name, gathered) {
            inside.push(name.unwrap_or_default().to_owned());
            self.gather_into(target, shared, is_tagged, inside, gathered);
            inside.pop();
        } else {
            gathered.is_nullable |= openapi::is_true(target, "nullable");
            let whole = self.with_shared(form, target, shared);
            self.keep(&whole, name, is_tagged, gathered);
        }
    }

    /// True if an inner choice has its own tag, and therefore stays a choice.
    fn is_apart(&self, target: &Value, name: Option<&str>, gathered: &Gathered) -> bool {
        let own = discriminator(target).map(|(tag, _)| tag);
        let is_last = || {
            let mut targets = forms(target).map(|(_, form)| openapi::resolve(self.root, form));
            targets.all(|target| target.is_some_and(|target| !has_choice(target)))
        };
        let differs = own.is_some_and(|own| gathered.tag.as_deref().is_some_and(|tag| tag != own));
        differs && name.is_some() && is_last()
    }

    /// Adds a form, unless it is there already.
    fn keep(
        &mut self,
        schema: &Value,
        component: Option<&str>,
        is_tagged: bool,
        gathered: &mut Gathered,
    ) {
        let mut schema = schema.clone();
        let form = openapi::resolve(self.root, &schema).map_or(Form::Any, form);
        if let Value::Object(members) = &mut schema {
            members.remove("nullable");
            if members.contains_key("$ref") {
                members.retain(|key, _| ["$ref", mark::ORIGIN].contains(&key.as_str()));
            }
        }
        match gathered.branches.iter_mut().find(|known| is_same(&known.schema, &schema)) {
            Some(known) => known.is_tagged |= is_tagged,
            None => {
                let component = component.map(str::to_owned);
                let (tags, keys) = (Vec::new(), Vec::new());
                gathered.branches.push(Branch { schema, form, component, tags, keys, is_tagged });
            }
        }
    }
}

/// The tag, and the mapping to names of components.
fn discriminator(schema: &Value) -> Option<(&str, Vec<(String, String)>)> {
    let discriminator = schema.get("discriminator")?;
    let mapping = openapi::members(discriminator.get("mapping"));
    let mapping = mapping.filter_map(|(value, target)| {
        let target = target.as_str()?;
        let name = openapi::schema_component(target).unwrap_or(target);
        Some((value.to_owned(), name.to_owned()))
    });
    Some((openapi::text(discriminator, "propertyName")?, mapping.collect()))
}
