//! What has to be true of the whole client, whatever its specification says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use cargo_openapi_client::outline;
use openapi_client_build::normalise::{self, Normalised};
use openapi_client_build::openapi::{self, mark, schemas};
use openapi_client_build::overlay::{self, Overlaid};
use openapi_client_build::plan::Direction;
use openapi_client_build::record::Record;
use openapi_client_build::source::document::Document;
use openapi_client_build::{Generated, Source};
use openapi_client_build::{names, translate, validate};
use serde_json::Value;
use syn::{Attribute, Fields, ImplItem, Item, Visibility};

const SPEC: &str = include_str!("../../spec/sessions-cancel.yaml");
const OVERLAY: &str = include_str!("../../spec/overlay.yaml");
const TYPES: &str = include_str!("../../spec/types.txt");

fn load(name: &str, text: &str) -> Document {
    Document::load(Source { name, text }).unwrap_or_else(|errors| panic!("{errors}"))
}

fn overlaid(spec: &str, overlay: &str) -> Overlaid {
    validate::validate(load("spec/sessions-cancel.yaml", spec))
        .and_then(|validated| overlay::apply(validated, &load("spec/overlay.yaml", overlay)))
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn normalised(spec: &str, overlay: &str) -> Normalised {
    let types = Record::read(Source { name: "spec/types.txt", text: TYPES }).unwrap();
    translate::translate(overlaid(spec, overlay))
        .and_then(|translated| normalise::normalise(translated.keeping(types)))
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn generated(spec: &str, overlay: &str) -> Generated {
    generated_keeping(spec, overlay, TYPES)
}

fn generated_keeping(spec: &str, overlay: &str, types: &str) -> Generated {
    let spec = Source { name: "spec/sessions-cancel.yaml", text: spec };
    let overlay = Source { name: "spec/overlay.yaml", text: overlay };
    let types = Source { name: "spec/types.txt", text: types };
    openapi_client_build::generate_keeping(spec, overlay, types)
        .unwrap_or_else(|errors| panic!("{errors}"))
}

/// A contract that never changes, for what must be true of the generator rather than of today's client.
const FROZEN: [&str; 3] = [
    include_str!("../../crates/cli/tests/contract/sessions-cancel.yaml"),
    include_str!("../../crates/cli/tests/contract/overlay.yaml"),
    include_str!("../../crates/cli/tests/contract/types.txt"),
];

static CLIENT: LazyLock<Generated> = LazyLock::new(|| generated(SPEC, OVERLAY));
static DOCUMENT: LazyLock<Normalised> = LazyLock::new(|| normalised(SPEC, OVERLAY));

/// The items of `mod types`.
fn types() -> Vec<Item> {
    let file = syn::parse_file(&CLIENT.code).unwrap();
    let types = file.items.into_iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content,
        _ => None,
    });
    types.unwrap().1
}

/// The name and the attributes of a struct or an enum.
fn type_of(item: &Item) -> Option<(String, &[Attribute])> {
    match item {
        Item::Struct(item) => Some((item.ident.to_string(), &item.attrs)),
        Item::Enum(item) => Some((item.ident.to_string(), &item.attrs)),
        _ => None,
    }
}

fn is_received(name: &str) -> bool {
    let plan = DOCUMENT.plan().type_named(name).unwrap_or_else(|| panic!("no plan of {name}"));
    plan.direction == Direction::Response
}

/// The client of the contract that never changes.
fn frozen() -> Generated {
    let [spec, overlay, types] = FROZEN;
    generated_keeping(spec, overlay, types)
}

/// The client with one more action in its overlay, as if upstream had changed.
fn frozen_after(action: &str) -> Generated {
    let [spec, overlay, types] = FROZEN;
    let overlay = format!("{overlay}\n  - {{ description: A test., {action} }}\n");
    generated_keeping(spec, &overlay, types)
}

/// The lines that one text has and the other has not, if nothing else is different.
fn only_added<'a>(before: &str, after: &'a str) -> Option<Vec<&'a str>> {
    let mut before = before.lines().peekable();
    let added = after.lines().filter(|line| before.next_if(|known| known == line).is_none());
    let added = added.collect();
    before.next().is_none().then_some(added)
}

#[test]
fn the_header_says_that_nobody_wrote_it() {
    let first = CLIENT.code.lines().next().unwrap();
    assert!(
        first.starts_with("// @generated from spec/sessions-cancel.yaml and spec/overlay.yaml"),
        "{first}"
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert!(*CLIENT == generated(SPEC, OVERLAY));
}

/// A checkout on Windows may end lines otherwise.
#[test]
fn line_ends_of_windows_change_nothing() {
    let [spec, overlay] = [SPEC, OVERLAY].map(|text| text.replace('\n', "\r\n"));
    assert!(*CLIENT == generated(&spec, &overlay));
}

/// Upstream's export may be sorted in another way tomorrow.
#[test]
fn the_order_of_keys_changes_nothing() {
    let generated = generated(&backwards(load("the specification", SPEC).root()), OVERLAY);
    // A loss has another place, since the text is another one.
    assert!(CLIENT.code == generated.code && CLIENT.losses.len() == generated.losses.len());
}

/// JSON with the last key first.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .rev()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), backwards(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(backwards).collect::<Vec<_>>().join(","))
        }
        scalar => scalar.to_string(),
    }
}

/// A property that upstream adds is one line of outline to review, and a few lines of code.
#[test]
fn an_added_property_is_a_small_difference() {
    let client = frozen();
    for owner in ["Giftcard", "SessionRead", "AmountLimit.properties.limit.items"] {
        let target = format!("$.components.schemas.{owner}.properties");
        let more = frozen_after(&format!(
            "target: {target}, update: {{ zone: {{ type: string, description: A zone. }} }}"
        ));
        let (before, after) = (outline::of(&client), outline::of(&more));
        let outline = only_added(&before, &after).expect("nothing is lost");
        assert_eq!(outline.len(), 1, "{outline:?}");
        let code = only_added(&client.code, &more.code).expect("nothing is lost");
        assert!(code.len() <= 10, "{}", code.join("\n"));
    }
}

#[test]
fn a_removed_property_is_a_small_difference() {
    let target = "$.components.schemas.OrderItem.properties.version";
    let client = frozen();
    let less = frozen_after(&format!("target: {target}, remove: true"));
    let (before, after) = (outline::of(&less), outline::of(&client));
    let outline = only_added(&before, &after).expect("nothing is new");
    assert_eq!(outline, ["OrderItem.version: Option<i64>"]);
    let code = only_added(&less.code, &client.code).expect("nothing is new");
    assert!(code.len() <= 10, "{}", code.join("\n"));
}

#[test]
fn it_can_be_reviewed() {
    let (lines, types) = (CLIENT.code.lines().count(), types().iter().filter_map(type_of).count());
    assert!(lines <= 40 * types, "{lines} lines for {types} types");
}

/// A schema written as JSON in a document is not documentation of a type.
#[test]
fn no_schema_is_dumped_into_the_documentation() {
    for mark in ["<details>", "```json", "JSON schema"] {
        assert!(!CLIENT.code.contains(mark), "{mark}");
    }
}

#[test]
fn the_operations_of_the_job_are_there() {
    let outline = outline::of(&CLIENT);
    let operations: BTreeSet<&str> =
        outline.lines().filter_map(|line| line.strip_prefix("operation ")).collect();
    let expected = [
        "cancel_session = POST /sessions/{session_id}/cancel",
        "get_session = GET /sessions/{session_id}",
        "get_token = POST /accounts/{oid}/auth/token",
    ];
    assert!(operations.is_superset(&BTreeSet::from(expected)), "{operations:?}");
}

/// A number at the end of a name is how generators settle collisions.
#[test]
fn names_are_short_and_not_numbered() {
    let documented = documented_names();
    for (name, _) in types().iter().filter_map(type_of) {
        assert!(name.chars().count() <= 40, "{name}");
        let is_numbered = name.ends_with(|last: char| last.is_ascii_digit());
        assert!(!is_numbered || documented.contains(&name), "{name}");
    }
}

/// The names that the fragment gives to components and the overlay to shapes.
fn documented_names() -> BTreeSet<String> {
    let overlaid = overlaid(SPEC, OVERLAY);
    let mut names = BTreeSet::new();
    schemas::each_schema(overlaid.root(), &mut |at, schema| {
        let name = openapi::text(schema, mark::NAME)
            .map(str::to_owned)
            .or_else(|| at.pointer().last().map(Into::into))
            .unwrap_or_default();
        names.insert(names::type_name(&name));
    });
    names
}

#[test]
fn the_enum_that_stands_in_many_places_is_one_type() {
    const VALUE: &str = "payment_product_type";
    let fragment = load("the specification", FROZEN[0]);
    let mut places = 0;
    schemas::each_schema(fragment.root(), &mut |_, schema| {
        places += usize::from(openapi::strings(schema.get("enum")).eq([VALUE]));
    });
    assert!(places > 10, "{places}");
    let outline = outline::of(&frozen());
    let variants: Vec<&str> =
        outline.lines().filter(|line| line.ends_with(&format!("= \"{VALUE}\""))).collect();
    assert_eq!(variants, [format!("PaymentProductType::PaymentProductType = \"{VALUE}\"")]);
}

#[test]
fn received_types_are_open() {
    let mut seen = BTreeMap::from([("struct", 0), ("enum", 0)]);
    for item in &types() {
        let Some((name, attributes)) = type_of(item) else { continue };
        if !is_received(&name) {
            continue;
        }
        let is_open = attributes.iter().any(|a| a.path().is_ident("non_exhaustive"));
        assert!(is_open, "{name} is not #[non_exhaustive]");
        if let Item::Enum(item) = item {
            let is_choice = item.variants.iter().all(|variant| !variant.fields.is_empty());
            let holds_others = item.variants.iter().any(|v| v.ident == "Undocumented");
            assert!(is_choice || holds_others, "{name} cannot hold an unknown value");
        }
        *seen.get_mut(if matches!(item, Item::Enum(_)) { "enum" } else { "struct" }).unwrap() += 1;
    }
    assert!(seen.values().all(|count| *count > 10), "{seen:?}");
}

/// A derived `Debug` would show what is sensitive.
#[test]
fn no_struct_with_fields_derives_debug() {
    for item in types() {
        let Item::Struct(item) = item else { continue };
        let derives = item.attrs.iter().filter(|a| a.path().is_ident("derive"));
        let traits: String =
            derives.map(|a| a.meta.require_list().unwrap().tokens.to_string()).collect();
        let is_named = matches!(item.fields, Fields::Named(_));
        assert!(!is_named || !traits.contains("Debug"), "{}: {traits}", item.ident);
    }
}

#[test]
fn everything_public_is_documented() {
    let mut undocumented = Vec::new();
    find_undocumented(&syn::parse_file(&CLIENT.code).unwrap().items, &mut undocumented);
    assert!(undocumented.is_empty(), "{undocumented:#?}");
}

fn find_undocumented(items: &[Item], found: &mut Vec<String>) {
    let mut check = |name: String, attributes: &[Attribute]| {
        let is_documented = attributes.iter().any(|a| a.path().is_ident("doc"));
        if !is_documented {
            found.push(name);
        }
    };
    for item in items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                check(item.ident.to_string(), &item.attrs);
                if let Fields::Named(fields) = &item.fields {
                    for field in fields.named.iter().filter(|field| is_public(&field.vis)) {
                        let name = field.ident.as_ref().unwrap();
                        check(format!("{}.{name}", item.ident), &field.attrs);
                    }
                }
            }
            Item::Enum(item) if is_public(&item.vis) => {
                check(item.ident.to_string(), &item.attrs);
                for variant in &item.variants {
                    check(format!("{}::{}", item.ident, variant.ident), &variant.attrs);
                }
            }
            Item::Impl(block) => {
                for item in &block.items {
                    match item {
                        ImplItem::Fn(method) if is_public(&method.vis) => {
                            check(method.sig.ident.to_string(), &method.attrs);
                        }
                        _ => {}
                    }
                }
            }
            Item::Mod(module) if is_public(&module.vis) => {
                check(module.ident.to_string(), &module.attrs);
            }
            _ => {}
        }
    }
    for item in items {
        if let Item::Mod(module) = item {
            find_undocumented(module.content.as_ref().map_or(&[], |(_, items)| items), found);
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}
