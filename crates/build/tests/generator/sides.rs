//! The Rust type and the losses of a property, by its contract and by the side that writes it.

use std::collections::BTreeSet;

use super::*;
use openapi_client_build::source::problem::Problem;

/// Who writes the object around a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Sent,
    Received,
    Both,
}

/// The contract of a property.
#[derive(Debug, Clone, Copy)]
struct Says {
    required: bool,
    nullable: bool,
    read_only: bool,
    write_only: bool,
}

impl Says {
    fn all() -> impl Iterator<Item = Self> {
        (0..16_u8).map(|bits| Self {
            required: bits & 1 != 0,
            nullable: bits & 2 != 0,
            read_only: bits & 4 != 0,
            write_only: bits & 8 != 0,
        })
    }

    /// The line that lists the property, without its name; `None` if the type does not have it.
    fn listed(self, side: Side) -> Option<&'static str> {
        let Self { required, nullable, read_only, write_only } = self;
        match side {
            Side::Sent if read_only => None,
            Side::Sent if required => Some("required"),
            Side::Sent => Some("optional"),
            // Whatever may be absent or null, and what the server does not write, is not missed.
            _ if required && !nullable && !write_only => Some("expected"),
            _ => Some("optional"),
        }
    }

    /// What of the sent side the type does not say.
    fn lost(self, side: Side) -> BTreeSet<&'static str> {
        let Self { required, nullable, read_only, .. } = self;
        let lost: &[(bool, &str)] = match side {
            Side::Received => &[],
            // A required member that is `None` is sent as `null`.
            Side::Sent => &[(nullable && !required && !read_only, "null")],
            Side::Both => &[
                (read_only, "read-only"),
                (nullable && !read_only, "null"),
                (required && !read_only, "required"),
            ],
        };
        lost.iter().filter(|(is_lost, _)| *is_lost).map(|(_, what)| *what).collect()
    }
}

/// A document whose object `Order` has one property, whose schema is `schema`.
fn document(side: Side, is_required: bool, schema: &str) -> String {
    let content =
        "content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }";
    let get = format!(
        "get: {{ operationId: get, responses: {{ '200': {{ description: It., {content} }} }} }}"
    );
    let put = format!(
        "put: {{ operationId: put, requestBody: {{ required: true, {content} }}, responses: {{ '204': {{ description: Done. }} }} }}"
    );
    let operations = match side {
        Side::Sent => put,
        Side::Received => get,
        Side::Both => format!("{get}, {put}"),
    };
    let required = if is_required { "required: [p], " } else { "" };
    shop_with(
        &operations,
        &format!(
            "Order: {{ type: object, {required}properties: {{ o: {{ type: boolean }}, p: {schema} }} }}, Part: {{ type: object, properties: {{ q: {{ type: string }} }} }}"
        ),
    )
}

#[test]
fn each_combination_of_words_is_a_type_or_a_loss() {
    for side in [Side::Sent, Side::Received, Side::Both] {
        for says in Says::all() {
            let words = [
                (says.nullable, "nullable"),
                (says.read_only, "readOnly"),
                (says.write_only, "writeOnly"),
            ];
            let words: String = words
                .iter()
                .filter(|(is, _)| *is)
                .map(|(_, word)| format!(", {word}: true"))
                .collect();
            for schema in [
                format!("{{ type: string{words} }}"),
                format!("{{ type: array, items: {{ type: string }}{words} }}"),
                format!("{{ type: string, enum: [a]{words} }}"),
                format!("{{ allOf: [{{ $ref: '#/components/schemas/Part' }}]{words} }}"),
            ] {
                let Generated { code, losses, .. } =
                    generated(&document(side, says.required, &schema), overlay::NONE.text);
                let calls = ["required", "expected", "optional"];
                let found =
                    calls.iter().find(|it| code.contains(&format!("member!(to.{it}(it.p));")));
                assert_eq!(found.copied(), says.listed(side), "{side:?} {says:?} {schema}\n{code}");
                let has_field = code.contains("pub p: Option<");
                let is_plain = side == Side::Sent && says.required && !says.nullable;
                assert_eq!(
                    has_field,
                    found.is_some() && !is_plain,
                    "{side:?} {says:?} {schema}\n{code}"
                );
                let lost: BTreeSet<&str> = losses
                    .iter()
                    .map(|loss| match loss.problem {
                        Problem::NullLeftOut { .. } => "null",
                        Problem::ReadOnlySent { .. } => "read-only",
                        Problem::RequiredLeftOut { .. } => "required",
                        _ => panic!("{loss}"),
                    })
                    .collect();
                assert_eq!(lost, says.lost(side), "{side:?} {says:?} {schema}");
            }
        }
    }
}

/// A keyword in the component that a property refers to has the same loss.
#[test]
fn what_a_component_says_holds_for_the_property() {
    for (side, word, lost) in [
        (Side::Sent, "nullable", Problem::NullLeftOut { others: 0 }),
        (Side::Both, "nullable", Problem::NullLeftOut { others: 0 }),
        (Side::Both, "readOnly", Problem::ReadOnlySent { others: 0 }),
    ] {
        let document = document(side, false, "{ $ref: '#/components/schemas/Part' }")
            .replace("Part: { type: object,", &format!("Part: {{ type: object, {word}: true,"));
        let losses = generated(&document, overlay::NONE.text).losses;
        let [loss] = losses.as_slice() else { panic!("{side:?} {word}: {losses:?}") };
        assert_eq!(loss.problem, lost);
    }
}

/// The client writes the tag of a choice, but not into a type that is also sent on its own.
#[test]
fn the_tag_of_a_choice_cannot_be_left_out() {
    let document = |others: &str| {
        document(Side::Both, false, "{ oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' }], discriminator: { propertyName: type } }")
            .replace("Part:", "Card: { type: object, required: [type], properties: { type: { type: string } } },
                Bank: { type: object, required: [type], properties: { type: { type: string } } }, Part:")
            .replace("o: { type: boolean }", &format!("o: {{ type: boolean }}{others}"))
    };
    let losses = generated(&document(""), overlay::NONE.text).losses;
    assert!(losses.is_empty(), "{losses:?}");
    let losses =
        generated(&document(", card: { $ref: '#/components/schemas/Card' }"), overlay::NONE.text)
            .losses;
    let [loss] = losses.as_slice() else { panic!("{losses:?}") };
    assert_eq!(loss.pointer.to_string(), "/components/schemas/Card");
}

/// Of two parts of `allOf`, one that says a type and no `null` decides, since a value has to be one of both.
#[test]
fn null_is_sent_if_each_part_takes_it() {
    let plain = "{ type: string }";
    let nullable = "{ type: string, nullable: true }";
    let only_null = "{ nullable: true }";
    for (first, second, sent) in [
        (nullable, plain, "String"),
        (plain, nullable, "String"),
        (nullable, nullable, "Option<String>"),
        (nullable, only_null, "Option<String>"),
    ] {
        let part = |property: &str| format!("{{ type: object, properties: {{ p: {property} }} }}");
        let whole = format!("allOf: [{}, {}, {{ required: [p] }}]", part(first), part(second));
        let document = document(Side::Sent, false, plain)
            .replace("Order: { type: object,", &format!("Order: {{ {whole}, x-old:"));
        let document = document.replace("x-old: properties:", "x-old:");
        let code = generated(&document, overlay::NONE.text).code;
        assert!(code.contains(&format!("pub p: {sent},")), "{first} {second}\n{code}");
    }
}

#[test]
fn a_body_that_may_be_null_is_a_loss_on_each_side() {
    let content = "content: { application/json: { schema: { type: array, nullable: true, items: { type: string } } } }";
    let problems = |operation: &str| {
        let losses = generated(&shop_with(operation, ""), overlay::NONE.text).losses;
        losses.into_iter().map(|loss| loss.problem).collect::<Vec<_>>()
    };
    let sent = problems(&format!(
        "put: {{ operationId: put, requestBody: {{ {content} }}, responses: {{ '204': {{ description: Done. }} }} }}"
    ));
    assert_eq!(sent, [Problem::NullBody]);
    let received = format!(
        "get: {{ operationId: get, responses: {{ '200': {{ description: It., {content} }} }} }}"
    );
    assert_eq!(problems(&received), [Problem::NullAnswer]);
    let head =
        generated(&shop_with(&received.replace("get: {", "head: {"), ""), overlay::NONE.text);
    assert!(head.code.contains("Response<()>"), "{}", head.code);
    assert_eq!(head.losses[0].problem, Problem::NoRoomForBody("HEAD".to_owned()));
}
