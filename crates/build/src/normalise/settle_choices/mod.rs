//! Settles `oneOf` and `anyOf`: each becomes a choice between scalars, or a placeholder with a property for each
//! form, which a pass turns into an enum. It also decides how received forms are distinguished, which takes the
//! whole document.
//!
//! Nested choices become one. A form that is `null`, or equal to another, is not counted.

mod gather;
mod merge_objects;
mod objects;
mod scalars;
mod settle;
mod share;

use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::keep_reachable;
use super::origin::origin;
use super::report::Report;
use crate::names;
use crate::openapi::{self, mark, schemas};
use crate::plan::{Choice, Direction, KnownBy, Tag};
use crate::source::limits::MOST_LEVELS;
use crate::source::problem::Problem;
use gather::{Branch, Form, Gathered};
use objects::add_tag;
use settle::Settle;

/// Returns the choices that the placeholders represent.
pub(super) fn run(root: &mut Value, report: &mut Report<'_>) -> Choices {
    let received = keep_reachable::places_reached_in(Direction::Response, root);
    let mut settle = Settle::new(root, report);
    let settled = schemas::root_schemas(root).into_iter().map(|(place, schema)| {
        settle.is_received = received.contains(&place);
        settle.is_component = true;
        (place, settle.settle(schema))
    });
    let settled = settled.collect();
    settle.is_received = true;
    while let Some(made) = settle.unsettled.pop() {
        let Some((_, schema)) = settle.made.get(&made) else { continue };
        let schema = settle.settle(&schema.clone());
        settle.made.entry(made).and_modify(|(_, known)| *known = schema);
    }
    let Settle { made, untagged, choices, .. } = settle;
    schemas::put(root, settled);
    let Some(components) = openapi::component_schemas_mut(root) else { return choices };
    components.extend(made.into_values());
    for (component, tag) in untagged {
        if let Some(schema) = components.get_mut(&component) {
            add_tag(schema, &tag);
        }
    }
    choices
}

impl Settle<'_, '_> {
    fn settle(&mut self, schema: &Value) -> Value {
        if self.depth > MOST_LEVELS {
            self.report.add_once(&origin(schema), Problem::NestedTooDeep { most: MOST_LEVELS });
            return json!({});
        }
        let is_component = std::mem::take(&mut self.is_component);
        self.depth += 1;
        let settled = if gather::has_choice(schema) {
            let chosen = self.choice(schema, is_component);
            schemas::map_subschemas(&chosen, |inner| self.settle(inner))
        } else {
            schemas::map_subschemas(schema, |inner| self.settle(inner))
        };
        self.depth -= 1;
        settled
    }

    /// The schema that replaces a choice.
    fn choice(&mut self, schema: &Value, is_component: bool) -> Value {
        if !self.is_received && gather::forms(schema).all(|(_, form)| gather::is_constraint(form)) {
            self.lose(&origin(schema), Problem::ChoiceOfRequired);
        }
        let Gathered { own, tag, mapping, mut branches, is_nullable } = self.gather(schema);
        if branches.is_empty() {
            return with_null(Value::Object(own), is_nullable);
        }
        branches = self.merge_scalars(&origin(schema), branches);
        if self.is_received {
            // The variant for other values keeps such a form.
            branches.retain(|branch| branch.form != Form::Any);
            let is_plain = branches.iter().all(|branch| branch.form.is_scalar());
            if branches.is_empty() || (is_plain && gather::forms(schema).any(|(_, it)| is_any(it)))
            {
                return with_null(annotated(json!({}), &own), is_nullable);
            }
        }
        let tag = self.tell_apart(&origin(schema), tag, &mapping, &mut branches, is_component);
        let objects = branches.iter().filter(|branch| branch.form.is_object()).count();
        let is_any_of = schema.get("oneOf").is_none();
        if !self.is_received && is_any_of && tag.is_none() && objects > 1 {
            self.lose(&origin(schema), Problem::OneFormAtATime);
        }
        let settled = match <[Branch; 1]>::try_from(branches) {
            Ok([only]) => {
                self.name_made(&only.schema, &own);
                annotated(only.schema, &own)
            }
            Err(branches) if branches.iter().all(|it| it.form.is_scalar()) => {
                let forms = branches.into_iter().map(|branch| branch.schema).collect();
                annotated(json!({ "oneOf": Value::Array(forms) }), &own)
            }
            Err(branches) => annotated(self.placeholder(tag, branches), &own),
        };
        with_null(settled, is_nullable)
    }

    /// The placeholder: an object with a property for each form, so that progenitor generates the forms' types. The
    /// properties are lists, since an item may contain the choice again without a `Box`.
    fn placeholder(&mut self, tag: Option<Tag>, branches: Vec<Branch>) -> Value {
        let (mut properties, mut known_by) = (Map::new(), Vec::new());
        for branch in branches {
            let name = self.variant_name(&branch, &properties);
            let Branch { tags, keys, form, .. } = branch;
            known_by.push(KnownBy { name: name.clone(), tags, keys, kind: form.kind() });
            properties.insert(name, json!({ "type": "array", "items": branch.schema }));
        }
        let names: Vec<&String> = properties.keys().collect();
        json!({
            "type": "object",
            "required": &names,
            (mark::REQUIRED): &names,
            (mark::CHOICE): self.choices.index_of(Choice { tag, branches: known_by }),
            "properties": properties,
        })
    }

    /// The name of the form's component, or one made of its tag values or properties.
    fn variant_name(&self, branch: &Branch, taken: &Map<String, Value>) -> String {
        let component = branch.component.as_deref();
        let rust_name = component
            .and_then(|name| openapi::component_schema(self.root, name))
            .and_then(|schema| openapi::text(schema, mark::NAME));
        let title = openapi::text(&branch.schema, mark::NAME)
            .or_else(|| openapi::text(&branch.schema, "title"))
            .filter(|_| branch.form == Form::Object);
        let is_enum = branch.form == Form::String && branch.schema.get("enum").is_some();
        let component = component.or(is_enum.then_some("Known"));
        let known_by = branch.tags.first().or(branch.keys.first()).map(String::as_str);
        let words = rust_name.or(component).or(title).or(known_by);
        let name = names::type_name(words.unwrap_or_else(|| branch.form.name()));
        names::first_free(
            [name.clone()],
            |number| format!("{name}{number}"),
            |name| taken.contains_key(name) || name == names::OTHER_VARIANT,
        )
    }
}

fn is_any(form: &Value) -> bool {
    openapi::reference(form).is_none() && gather::form(form) == Form::Any && !gather::is_null(form)
}

/// Adds the annotations of the whole choice.
fn annotated(mut schema: Value, own: &Map<String, Value>) -> Value {
    if let Value::Object(members) = &mut schema {
        let is_reference = members.contains_key("$ref");
        for (keyword, value) in own {
            let is_shape = share::SHARED.contains(&keyword.as_str());
            let is_said = is_shape || (is_reference && keyword == mark::NAME);
            if !is_said {
                members.insert(keyword.clone(), value.clone());
            }
        }
    }
    schema
}

fn with_null(mut schema: Value, is_nullable: bool) -> Value {
    if let (Value::Object(members), true) = (&mut schema, is_nullable) {
        members.insert("nullable".to_owned(), Value::Bool(true));
    }
    schema
}
