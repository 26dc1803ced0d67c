//! Documents of Swagger 2.0, beside the same in OpenAPI 3.0.

use super::super::Ending;
use super::{Crate, hunks};

const SWAGGER: &str = include_str!("twins/shop.swagger.yaml");
const OPENAPI: &str = include_str!("twins/shop.openapi.yaml");

/// A fragment that has one of the operations, with words of its own.
const FRAGMENT: &str = "openapi: 3.0.0
info: { title: Our shop, version: '0' }
paths:
  /search:
    post:
      operationId: search
      summary: Look for orders.
      requestBody:
        description: What to look for.
        content: { application/x-www-form-urlencoded: { schema: { type: object } } }
      responses: { '204': { description: Found. } }
";

const OPERATIONS: [&str; 6] =
    ["list_orders", "put_order", "patch_order", "search", "put_picture", "get_picture"];

/// What the fragment is after an import of these operations.
fn imported(document: &str, operations: &[&str], more: &[&str]) -> (String, String) {
    let named = operations.iter().flat_map(|operation| ["--operation", operation]);
    let options: Vec<&str> = named.chain(more.iter().copied()).collect();
    let renewed = Crate::of(FRAGMENT);
    let ran = renewed.imports(document, &options);
    let fragment = renewed.fragment();
    let again = renewed.imports(document, more);
    assert_eq!(renewed.fragment(), fragment, "{}", again.output);
    (fragment, ran.output)
}

#[test]
fn twins_give_the_same_fragment() {
    let each = OPERATIONS.iter().map(std::slice::from_ref);
    for operations in each.chain([&OPERATIONS[..], &[]]) {
        for words in [&[][..], &["--descriptions", "upstream"]] {
            let [(swagger, report), (openapi, other)] =
                [SWAGGER, OPENAPI].map(|document| imported(document, operations, words));
            assert_eq!(hunks(&openapi, &swagger), (0, vec![]), "{operations:?}");
            assert_eq!(report, other, "{operations:?}");
        }
    }
}

/// Line and column of the first place where a document says something.
fn place(document: &str, words: &str) -> String {
    let before = document.split_once(words).unwrap().0;
    let line = before.rsplit('\n').next().unwrap();
    format!("{}:{}", before.matches('\n').count() + 1, line.len() + 1)
}

#[test]
fn what_the_fragment_has_no_word_for_is_told_of_what_is_taken() {
    let format = "collectionFormat: tsv";
    let document = SWAGGER.replace("collectionFormat: pipes", format);
    let (fragment, report) = imported(&document, &["list_orders"], &[]);
    let text = "- in: query\n          name: words\n          schema:\n            type: string\n";
    assert!(fragment.contains(text), "{fragment}");
    let loss = format!(
        "\nLost: parts of the imported operations that OpenAPI 3 cannot describe\n\
         warning[import]: the list has a tab between its items: the client takes it as text\n  \
         --> <stdin>:{}\n   at /paths/~1orders~1{{id}}/get/parameters/2/collectionFormat\n",
        place(&document, format),
    );
    assert!(report.contains(&loss), "{report}");
    let (_, report) = imported(&document, &["put_order"], &[]);
    assert!(!report.contains("Lost"), "{report}");
}

#[test]
fn errors_are_at_their_places_in_the_original() {
    let body = "in: body\n    required: true\n    schema:\n      $ref: '#/definitions/Order'";
    for (old, new, message, words, at) in [
        (
            "$ref: '#/responses/NotFound'",
            "$ref: '#/responses/Nobody'",
            "the `$ref` leads to a place that does not exist: #/responses/Nobody",
            "$ref: '#/responses/Nobody'",
            "\n   at /paths/~1orders~1{id}/get/responses/404/$ref",
        ),
        (
            body,
            "in: body\n    schema: { $ref: 'shop.yaml#/definitions/Order' }",
            "the `$ref` leads to another document: shop.yaml#/definitions/Order",
            "$ref: 'shop.yaml",
            "\n   at /parameters/Order/schema/$ref",
        ),
        (
            "swagger: '2.0'",
            "swagger: '1.2'",
            "the OpenAPI version `1.2` is unknown",
            "swagger",
            "\n   at /swagger",
        ),
        ("\npaths:", "\npath:", "`paths` is missing", "swagger", "\n"),
    ] {
        let document = SWAGGER.replacen(old, new, 1);
        let same = Crate::of(FRAGMENT);
        let named = OPERATIONS.iter().flat_map(|operation| ["--operation", operation]);
        let ran = same.import(&document, &named.collect::<Vec<_>>());
        assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""), "{new}");
        let message = format!("{message}\n  --> <stdin>:{}{at}", place(&document, words));
        assert!(ran.errors.contains(&message), "{message}\n{}", ran.errors);
        assert_eq!(same.fragment(), FRAGMENT);
    }
}
