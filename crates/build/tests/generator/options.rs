//! The optional parameters of operations, which are fields of types of their own.

use super::keeping::{keeping, lines};
use super::*;

/// A name that says that it is a secret, and a cookie, are hidden unless the document says otherwise.
#[test]
fn options_hide_what_may_be_a_secret() {
    let parameters = "\
        { name: token, in: query, schema: { type: string } }, \
        { name: shop-name, in: header, x-sensitive: false, schema: { type: string } }, \
        { name: page, in: query, schema: { type: integer, x-sensitive: true } }, \
        { name: id, in: cookie, schema: { type: string } }, \
        { name: sort, in: query, schema: { type: string } }";
    let operation = format!(
        "put: {{ operationId: put_order, parameters: [{parameters}], \
         responses: {{ '204': {{ description: '' }} }} }}"
    );
    let code = generated(&shop_with(&operation, ""), overlay::NONE.text).code;
    let listed = code.split("options!(").nth(1).and_then(|rest| rest.split("=>").next()).unwrap();
    let listed = listed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(listed, "#[hidden] page, sort, #[hidden] token, #[hidden] id, shop_name");
}

/// No method takes the name of another one's method with options, whichever of them is there first.
#[test]
fn names_of_methods_with_options_are_reserved() {
    let operations = "\
        get: { operationId: read, responses: { '204': { description: '' } } }, \
        put: { operationId: readWith, responses: { '204': { description: '' } } }";
    let client = generated(&shop_with(operations, ""), overlay::NONE.text);
    assert!(!client.code.contains("fn read_with"), "{}", client.code);
    assert!(client.losses.iter().any(|loss| loss.to_string().contains("reserved name")));
}

/// Whichever of two options that could have one name is there first has it.
#[test]
fn an_option_keeps_its_name_beside_another_that_wants_it() {
    let parameter = |name: &str, place: &str| {
        format!("{{ name: {name}, in: {place}, schema: {{ type: string }} }}")
    };
    let put = |parameters: &[&str]| {
        let parameters = parameters.join(", ");
        let answers = "responses: { '204': { description: '' } }";
        shop_with(
            &format!("put: {{ operationId: put, parameters: [{parameters}], {answers} }}"),
            "",
        )
    };
    let alike = [
        [parameter("limit", "header"), parameter("limit", "query")],
        [parameter("sort_by", "query"), parameter("sortBy", "query")],
        [parameter("id", "cookie"), parameter("ID", "header")],
    ];
    for [one, other] in &alike {
        for (first, second) in [(one, other), (other, one)] {
            let before = generated(&put(&[first]), overlay::NONE.text);
            let after = keeping(&put(&[second, first]), overlay::NONE.text, &before.types);
            let [kept, more] = [lines(&before), lines(&after)];
            assert_eq!((kept.len(), more.len()), (1, 2), "{more:?}");
            assert!(more.contains(&kept[0]), "{kept:?} → {more:?}");
        }
    }
}
