//! Places that are on record keep their types.

use openapi_client_build::generate_keeping;
use openapi_client_build::source::problem::Problem;

use super::*;

pub(super) fn keeping(spec: &str, overlay: &str, types: &str) -> Generated {
    let [spec, overlay, types] =
        [spec, overlay, types].map(|text| Source { name: "a document", text });
    generate_keeping(spec, overlay, types).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The content of a record, without the comment at its head.
pub(super) fn lines(client: &Generated) -> Vec<&str> {
    client.types.lines().filter(|line| !line.starts_with('#')).collect()
}

/// The types of an order's members, by name, once a shop has become another one.
fn after(before: &str, after: &str) -> Vec<String> {
    let before = generated(&shop(before), overlay::NONE.text);
    let after = keeping(&shop(after), overlay::NONE.text, &before.types);
    lines(&after).into_iter().map(str::to_owned).collect()
}

const TWO_PLACES: &str = "Order: { type: object, properties: { \
    card: { type: object, properties: { on: { type: boolean } } }, \
    wallet: { type: object, properties: { on: { type: boolean } } } } }";

/// Every golden document, the shop, and what has grown out of one: what a generation puts on record gives
/// the same client again, and the same record.
#[test]
fn a_record_gives_the_client_that_it_comes_from() {
    let goldens = std::fs::read_dir("../goldens/documents").unwrap();
    let mut documents: Vec<String> = goldens
        .filter_map(|entry| {
            std::fs::read_to_string(entry.unwrap().path().join("document.yaml")).ok()
        })
        .collect();
    documents.push(shop(TWO_PLACES));
    assert!(documents.len() > 30, "{}", documents.len());
    for document in documents {
        let client = generated(&document, overlay::NONE.text);
        let again = keeping(&document, overlay::NONE.text, &client.types);
        assert_eq!(again.code, client.code, "{document}");
        assert_eq!(again.types, client.types, "{document}");
        let empty = keeping(&document, overlay::NONE.text, "");
        assert_eq!((empty.code, empty.types), (client.code, client.types), "{document}");
    }
}

#[test]
fn a_place_that_grows_keeps_its_type_and_so_do_the_others() {
    let grown = TWO_PLACES.replace(
        "card: { type: object, properties: {",
        "card: { type: object, properties: { pin: { type: string },",
    );
    let before = generated(&shop(TWO_PLACES), overlay::NONE.text);
    assert_eq!(
        lines(&before),
        ["Order: components.Order get_order/200", "OrderCard: Order.card Order.wallet"]
    );
    let after = keeping(&shop(&grown), overlay::NONE.text, &before.types);
    assert_eq!(after.types, before.types);
    let alone = generated(&shop(&grown), overlay::NONE.text);
    assert!(lines(&alone).contains(&"OrderWallet: Order.wallet"), "{}", alone.types);
    assert!(after.code.contains("/// Only `Order.card` can have this."), "{}", after.code);
}

/// A schema moves to another place, or another place precedes it in the alphabet.
#[test]
fn a_place_keeps_its_type_where_its_schema_moves() {
    let shape = "type: object, properties: { on: { type: boolean } }";
    let part = format!("Part: {{ {shape} }}");
    let inline = format!("Order: {{ type: object, properties: {{ card: {{ {shape} }} }} }}");
    let component =
        "Order: { type: object, properties: { card: { $ref: '#/components/schemas/Part' } } }";
    let merged = "Order: { allOf: [ { type: object }, { type: object, properties: { card: { allOf: [ { $ref: '#/components/schemas/Part' } ] } } } ] }";
    let earlier = inline.replace("card:", &format!("a_new_card: {{ {shape} }}, card:"));
    let renamed = component.replace("Part", "Card");
    let card = format!("Card: {{ {shape} }}");
    let moves = [
        (inline.clone(), format!("{part}, {component}"), "OrderCard:"),
        (inline.clone(), format!("{part}, {merged}"), "OrderCard:"),
        (inline.clone(), earlier, "OrderCard:"),
        (format!("{part}, {component}"), inline, "Part:"),
        (format!("{part}, {component}"), format!("{card}, {renamed}"), "Part:"),
    ];
    for (old, new, kept) in moves {
        let lines = after(&old, &new);
        let line = lines.iter().find(|line| line.contains("Order.card")).unwrap();
        assert!(line.starts_with(kept), "{old}\n{new}\n{lines:?}");
    }
}

/// Shapes that have become equal stay two types; a new place of that shape takes one of them.
#[test]
fn types_on_record_do_not_become_one() {
    let apart = TWO_PLACES.replace(
        "wallet: { type: object, properties: {",
        "wallet: { type: object, properties: { pin: { type: string },",
    );
    let before = generated(&shop(&apart), overlay::NONE.text);
    let more = TWO_PLACES.replace(
        "wallet:",
        "cash: { type: object, properties: { on: { type: boolean } } }, wallet:",
    );
    let after = keeping(&shop(&more), overlay::NONE.text, &before.types);
    let expected = [
        "Order: components.Order get_order/200",
        "OrderCard: Order.card Order.cash",
        "OrderWallet: Order.wallet",
    ];
    assert_eq!(lines(&after), expected);
}

#[test]
fn places_that_contradict_each_other_part_and_the_report_names_them() {
    let before = generated(&shop(TWO_PLACES), overlay::NONE.text);
    let apart = TWO_PLACES.replacen("on: { type: boolean }", "on: { type: string }", 1);
    let after = keeping(&shop(&apart), overlay::NONE.text, &before.types);
    let losses: Vec<String> = after.losses.iter().map(|loss| loss.problem.to_string()).collect();
    assert_eq!(
        losses,
        [
            "the schema of `Order.wallet` contradicts other places of the type `OrderCard`, so it becomes a new type"
        ]
    );
    assert!(lines(&after).contains(&"OrderWallet: Order.wallet"), "{}", after.types);
}

/// A component that was only sent and is received now has a type more, not another one.
#[test]
fn what_is_sent_does_not_become_what_is_received() {
    let schemas = "Order: { type: object, required: [id], properties: { id: { type: string }, state: { type: string, enum: [a, b] } } }";
    let body =
        "{ content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }";
    let put = format!(
        "put: {{ operationId: put_order, requestBody: {body}, responses: {{ '204': {{ description: '' }} }} }}"
    );
    let before = generated(&shop_with(&put, schemas), overlay::NONE.text);
    let get = format!(
        "{put}, get: {{ operationId: get_order, responses: {{ '200': {} }} }}",
        body.replacen('{', "{ description: '',", 1)
    );
    let after = keeping(&shop_with(&get, schemas), overlay::NONE.text, &before.types);
    let expected = [
        "Order: components.Order put_order/body",
        "OrderResponse: components.OrderResponse get_order/200",
        "OrderResponseState: OrderResponse.state",
        "OrderState: Order.state",
    ];
    assert_eq!(lines(&after), expected);
    assert!(after.code.contains("impl Object<Sent> for Order {"), "{}", after.code);
}

/// What two operations say of one component, each as a part of something larger: the overlay names what is
/// inside it once, for what is sent and what is received.
#[test]
fn a_name_that_the_overlay_gives_works_for_what_is_sent_and_what_is_received() {
    let schemas = "Line: { type: object, required: [item], properties: { \
            item: { type: object, required: [id], properties: { id: { type: string }, \
                size: { type: object, required: [cm], properties: { cm: { type: integer } } } } }, \
            state: { type: string, enum: [a, b] } } }";
    let whole = "{ allOf: [{ $ref: '#/components/schemas/Line' }, { type: object, properties: { note: { type: string } } }] }";
    let body = format!("{{ content: {{ application/json: {{ schema: {whole} }} }} }}");
    let get = format!(
        "get: {{ operationId: get_order, responses: {{ '200': {} }} }}",
        body.replacen('{', "{ description: '',", 1)
    );
    let put = format!(
        "put: {{ operationId: put_order, requestBody: {body}, responses: {{ '204': {{ description: '' }} }} }}"
    );
    let name = |place: &str, name: &str| {
        format!(
            "target: $.components.schemas.Line.properties.{place}, update: {{ x-rust-name: {name} }}"
        )
    };
    let given =
        [name("item", "Thing"), name("item.properties.size", "Size"), name("state", "State")];
    let given = actions(&given.iter().map(String::as_str).collect::<Vec<_>>());
    let [received, sent, both] =
        [get.clone(), put.clone(), format!("{get}, {put}")].map(|them| shop_with(&them, schemas));

    let received = generated(&received, &given);
    let expected = [
        "GetOrderResponse: get_order/200",
        "Size: Thing.size",
        "State: GetOrderResponse.state",
        "Thing: GetOrderResponse.item",
    ];
    assert_eq!(lines(&received), expected);
    let sent = generated(&sent, &given);
    let expected = [
        "PutOrderRequest: put_order/body",
        "Size: Thing.size",
        "State: PutOrderRequest.state",
        "Thing: PutOrderRequest.item",
    ];
    assert_eq!(lines(&sent), expected);

    // Where nothing is on record and where only the answer is: the same.
    let first = generated(&both, &given);
    assert!(lines(&first).contains(&"Thing: GetOrderResponse.item"), "{}", first.types);
    assert!(lines(&first).contains(&"ThingRequest: PutOrderRequest.item"), "{}", first.types);
    assert!(lines(&first).contains(&"SizeRequest: ThingRequest.size"), "{}", first.types);
    let after_received = keeping(&both, &given, &received.types);
    assert_eq!(after_received.types, first.types);
    // Types that were only sent keep their names, too; a sent and a received enum are one type.
    let after_sent = keeping(&both, &given, &sent.types);
    let expected = [
        "GetOrderResponse: get_order/200",
        "PutOrderRequest: put_order/body",
        "Size: Thing.size",
        "SizeResponse: ThingResponse.size",
        "State: GetOrderResponse.state PutOrderRequest.state",
        "Thing: PutOrderRequest.item",
        "ThingResponse: GetOrderResponse.item",
    ];
    assert_eq!(lines(&after_sent), expected);
    for client in [&first, &after_received, &after_sent] {
        let again = keeping(&both, &given, &client.types);
        assert_eq!((&again.code, &again.types), (&client.code, &client.types));
        let losses: Vec<_> = client.losses.iter().map(|loss| loss.problem.to_string()).collect();
        assert_eq!(losses, Vec::<String>::new());
    }
}

/// Beside a reference that is one of several parts, a name is that of the whole.
#[test]
fn a_name_beside_a_reference_names_what_several_parts_make() {
    let schemas = "Order: { allOf: [{ type: object, properties: { card: { $ref: '#/components/schemas/A' } } }, \
            { type: object, properties: { card: { $ref: '#/components/schemas/B' } } }] }, \
        A: { type: object, properties: { a: { type: string } } }, \
        B: { type: object, properties: { b: { type: string } } }";
    for part in 0..2 {
        let place = format!("$.components.schemas.Order.allOf[{part}].properties.card");
        let given = actions(&[&format!("target: '{place}', update: {{ x-rust-name: Card }}")]);
        let client = generated(&shop(schemas), &given);
        assert!(lines(&client).contains(&"Card: Order.card"), "{}", client.types);
    }
}

/// A name that the overlay gives renames the whole type; a second one for a part of it has no effect.
#[test]
fn the_overlay_can_rename_a_type_but_not_part_it() {
    let named = |place: &str, name: &str| {
        format!(
            "target: $.components.schemas.Order.properties.{place}, update: {{ x-rust-name: {name} }}"
        )
    };
    let (first, second) = (named("card", "Method"), named("wallet", "Wallet"));
    let before = generated(&shop(TWO_PLACES), &actions(&[]));
    let renamed = keeping(&shop(TWO_PLACES), &actions(&[&first]), &before.types);
    assert!(lines(&renamed).contains(&"Method: Order.card Order.wallet"), "{}", renamed.types);
    let both = keeping(&shop(TWO_PLACES), &actions(&[&first, &second]), &renamed.types);
    assert_eq!(both.types, renamed.types);
    let losses: Vec<String> = both.losses.iter().map(|loss| loss.problem.to_string()).collect();
    assert_eq!(
        losses,
        [
            "`x-rust-name: Wallet` has no effect: the record of types lists `Order.wallet` as `Method`"
        ]
    );
    // Parted in the record, which is what a maintainer does who wants it.
    let parted = renamed
        .types
        .replace("Method: Order.card Order.wallet", "Method: Order.card\nWallet: Order.wallet");
    let parted = keeping(&shop(TWO_PLACES), &actions(&[&first, &second]), &parted);
    assert!(lines(&parted).contains(&"Wallet: Order.wallet"), "{}", parted.types);
    assert!(parted.losses.is_empty(), "{:?}", parted.losses);
}

#[test]
fn what_is_no_record_is_an_error_with_its_line() {
    let wrong = [
        ("Order components.Order", "no colon"),
        ("\nOrder: a\nCard: a", "`a` has two types, `Order` and `Card`"),
        ("an order: a", "`an order` cannot be the name of a type"),
        ("Option: a", "`Option` cannot be the name of a type"),
        ("Limit: put_with/query/limit", "`Limit` cannot be the name of a field"),
        (
            "a: put_with/query/b\nb: put_with/query/b",
            "`put_with/query/b` has two fields, `a` and `b`",
        ),
    ];
    let shop = shop(TWO_PLACES);
    for (text, reason) in wrong {
        let [spec, overlay, types] = [shop.as_str(), overlay::NONE.text, text]
            .map(|text| Source { name: "types.txt", text });
        let errors = generate_keeping(spec, overlay, types).unwrap_err().to_string();
        assert!(errors.contains(reason), "{errors}");
        let line = text.lines().count();
        assert!(errors.contains(&format!("types.txt:{line}:1")), "{errors}");
    }
}

/// A new component whose name would be the same in Rust takes another one; without a record nothing knows which of the
/// two is older, so both do.
#[test]
fn of_two_types_with_one_name_the_recorded_one_keeps_it() {
    let of = |name: &str| {
        format!("{name}: {{ type: object, properties: {{ {name}: {{ type: string }} }} }}")
    };
    let order = |members: &[&str]| {
        let members: Vec<String> = members
            .iter()
            .map(|name| format!("{name}: {{ $ref: '#/components/schemas/{name}' }}"))
            .collect();
        format!("Order: {{ type: object, properties: {{ {} }} }}", members.join(", "))
    };
    for (old, new) in [("order-page", "order_page"), ("order_page", "order-page")] {
        let before = [order(&[old]), of(old)].join(", ");
        let grown = [order(&[old, new]), of(old), of(new)].join(", ");
        let kept = format!("OrderPage: Order.{old} components.{old}");
        assert!(after(&before, &before).contains(&kept));
        let lines = after(&before, &grown);
        assert!(lines.contains(&kept), "{lines:?}");
        assert_eq!(lines.len(), 3, "{lines:?}");
        let without = generated(&shop(&grown), overlay::NONE.text).types;
        assert!(!without.contains("OrderPage:"), "{without}");
    }
}

/// A new component that wants the name of a recorded type needs another; users go on with the type they know.
#[test]
fn a_new_type_does_not_take_a_recorded_name() {
    let named = actions(&[
        "target: $.components.schemas.Order.properties.card, update: { x-rust-name: Card }",
    ]);
    let before = generated(&shop(TWO_PLACES), &named);
    let grown = TWO_PLACES.replace(
        "Order: { type: object, properties: {",
        "Order: { type: object, properties: { new: { $ref: '#/components/schemas/Card' },",
    ) + ", Card: { type: object, properties: { pin: { type: string } } }";
    let grown = shop(&grown);
    let [spec, overlay, types] =
        [&grown, &named, &before.types].map(|text| Source { name: "a document", text });
    let errors = generate_keeping(spec, overlay, types).unwrap_err();
    let places: Vec<_> = errors.iter().map(|error| error.pointer.to_string()).collect();
    assert_eq!(places, ["/components/schemas/Card"], "{errors}");
    let both = named
        + "  - { description: A test., target: $.components.schemas.Card, update: { x-rust-name: Pin } }\n";
    let after = keeping(&grown, &both, &before.types);
    assert!(
        lines(&after).iter().any(|line| line.starts_with("Card: Order.card")),
        "{}",
        after.types
    );
}

/// What is sent is called after what is received at the same place, which keeps its name.
#[test]
fn a_new_side_of_a_recorded_place_takes_its_name() {
    let schemas = "Order: { type: object, properties: { part: { type: object, required: [id], \
        properties: { id: { type: string }, made: { type: string, readOnly: true } } } } }";
    let named = actions(&["target: $.info, update: { x-read: true }"]);
    let before = generated(&shop(schemas), &named);
    let body = "{ content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Order' }, { type: object, properties: { note: { type: string } } }] } } } }";
    let id = "change_some_of_the_many_parts_of_an_order";
    let grown = shop(schemas).replace(
        "get: {",
        &format!("put: {{ operationId: {id}, requestBody: {body}, responses: {{ '204': {{ description: Done. }} }} }}, get: {{"),
    );
    let asked = |overlay: &str| {
        let [spec, overlay, types] = [grown.as_str(), overlay, &before.types]
            .map(|text| Source { name: "a document", text });
        generate_keeping(spec, overlay, types)
    };
    let errors = asked(&named).unwrap_err();
    let problems: Vec<_> =
        errors.iter().map(|error| (error.pointer.to_string(), error.problem.clone())).collect();
    let [(place, Problem::SideTooLong { other, .. })] = problems.as_slice() else {
        panic!("{errors}")
    };
    assert_eq!(
        (place.as_str(), other.as_str()),
        ("/components/schemas/Order/properties/part", "OrderPart")
    );
    let after = asked(&format!(
        "{named}  - {{ description: A test., target: $.components.schemas.Order.properties.part, update: {{ x-rust-name: {other} }} }}\n"
    ))
    .unwrap();
    assert!(
        lines(&after).iter().any(|line| line.starts_with("OrderPart: Order.part")),
        "{}",
        after.types
    );
    assert!(
        lines(&after).iter().any(|line| line.starts_with("OrderPartRequest:")),
        "{}",
        after.types
    );
}
