//! Small documents, each with one thing that an import has to get right.

use super::super::{Ending, Ran};
use super::{Crate, parse};

/// A shop's document of these members.
fn shop(paths: &str, components: &str) -> String {
    format!(
        "openapi: 3.0.0\ninfo:\n  title: Shop\n  version: '1'\npaths:\n{paths}{}{components}",
        if components.is_empty() { "" } else { "components:\n" }
    )
}

/// A fragment with one operation, `GET /order`, whose answer is an `Order`.
fn fragment(order: &str) -> String {
    shop(
        "  /order:
    get:
      operationId: get_order
      summary: Read the order.
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
",
        &format!("  schemas:\n    Order:\n{order}"),
    )
}

const OWN: &str = "      description: Our order.
      type: object
      properties:
        id:
          description: Our id.
          type: string
";

/// Imports the other order; gives what the fragment makes of it, and the report.
fn renewed(own: &str, upstream: &str) -> (String, Ran) {
    let renewed = Crate::of(&fragment(own));
    let ran = renewed.imports(&fragment(upstream), &[]);
    let text = renewed.fragment();
    let again = renewed.imports(&fragment(upstream), &[]);
    assert_eq!(renewed.fragment(), text, "{}", again.output);
    let order = text.split_once("    Order:\n").unwrap().1.to_owned();
    (order, ran)
}

#[test]
fn what_is_called_like_a_keyword_is_no_keyword() {
    let properties = |words: &str| {
        let property = |name| format!("        {name}:\n{words}          type: string\n");
        let names = ["description", "title", "example", "default", "summary", "x-mine", "$ref"];
        let properties: String = names.into_iter().map(property).collect();
        format!(
            "      description: Our order.\n      type: object\n      properties:\n{properties}"
        )
    };
    let own = properties("          description: Ours.\n");
    assert_eq!(renewed(&own, &properties("")).0, own);
    assert_eq!(renewed(OWN, &own).0, properties(""));
}

#[test]
fn examples_and_defaults_are_no_references() {
    let upstream = "      example: { $ref: '#/nowhere' }
      type: object
      default:
        $ref: '#/components/schemas/Gone'
      properties:
        id:
          enum: [{ $ref: other.yaml }]
";
    let (order, _) = renewed(OWN, upstream);
    assert_eq!(
        order,
        "      description: Our order.
      type: object
      default:
        $ref: '#/components/schemas/Gone'
      properties:
        id:
          description: Our id.
          enum:
            - $ref: other.yaml
"
    );
}

#[test]
fn the_words_of_the_fragment_stay_with_what_they_are_about() {
    let own = "      description: Our order.
      x-ours: 1
      allOf:
        - $ref: '#/components/schemas/Order'
        - description: Who paid.
          type: object
          properties:
            payer:
              description: Ours.
              type: string
        - description: Who sold.
          type: object
          properties:
            seller:
              description: Ours.
              type: string
";
    let upstream = "      title: Theirs
      x-theirs: 1
      allOf:
        - type: object
          properties: { carrier: { type: string } }
        - $ref: '#/components/schemas/Order'
        - type: object
          properties: { seller: { type: string } }
        - type: object
          required: [payer]
          properties: { payer: { type: string } }
";
    let (order, _) = renewed(own, upstream);
    assert_eq!(
        order,
        "      description: Our order.
      x-ours: 1
      allOf:
        - type: object
          properties:
            carrier:
              type: string
        - $ref: '#/components/schemas/Order'
        - description: Who paid.
          type: object
          required:
            - payer
          properties:
            payer:
              description: Ours.
              type: string
        - description: Who sold.
          type: object
          properties:
            seller:
              description: Ours.
              type: string
"
    );
}

#[test]
fn what_becomes_a_reference_or_is_none_any_more_has_no_words() {
    let refers = "      type: object
      properties:
        id:
          $ref: '#/components/schemas/Order'
";
    let (order, ran) = renewed(OWN, refers);
    assert_eq!(order, format!("      description: Our order.\n{refers}"));
    assert!(ran.output.contains("Undescribed: nothing"), "{}", ran.output);
    let (order, ran) = renewed(refers, &OWN.replace("Our", "Their"));
    assert_eq!(
        order,
        OWN.replace("      description: Our order.\n", "")
            .replace("          description: Our id.\n", "")
    );
    assert!(
        ran.output.contains(
            "Undescribed: 2 places
    spec/sessions-cancel.yaml:19:5  /components/schemas/Order
    spec/sessions-cancel.yaml:22:9  /components/schemas/Order/properties/id
"
        ),
        "{}",
        ran.output
    );
}

#[test]
fn lists_keep_their_order_and_get_what_is_new_behind_its_predecessor() {
    let list = |names: &str| {
        let names: String = names.chars().map(|name| format!("        - {name}\n")).collect();
        format!("      description: Our order.\n      type: string\n      enum:\n{names}")
    };
    for (own, upstream, expected) in [
        ("abc", "cba", "abc"),
        ("abc", "abxc", "abxc"),
        ("abc", "xzabc", "xzabc"),
        ("abc", "xcba", "abxc"),
        ("abc", "acxz", "acxz"),
        ("abc", "xzv", "xzv"),
        ("aba", "aab", "aba"),
    ] {
        assert_eq!(renewed(&list(own), &list(upstream)).0, list(expected), "{own} {upstream}");
    }
}

#[test]
fn a_default_that_is_a_list_is_upstreams() {
    let order = |items: &str| format!("      description: Ours.\n      default: [{items}]\n");
    let (order, _) = renewed(&order("a, b"), &order("b, a"));
    assert_eq!(order, "      description: Ours.\n      default:\n        - b\n        - a\n");
}

/// A reference by index has to find the same item in whatever order the fragment has them.
#[test]
fn a_list_that_a_reference_leads_into_has_upstreams_order() {
    let parts = |first: &str, second: &str, ours: &str| {
        let part = |name| {
            format!(
                "        - {ours}type: object\n          properties:\n            {name}:\n              {ours}type: string\n"
            )
        };
        let ours = ours.trim_start();
        format!(
            "      {ours}allOf:\n{}{}      properties:\n        again:\n          $ref: '#/components/schemas/Order/allOf/0/properties/{first}'\n",
            part(first),
            part(second)
        )
    };
    let (order, _) = renewed(&parts("a", "b", ""), &parts("b", "a", ""));
    assert_eq!(order, parts("b", "a", ""));
}

#[test]
fn parameters_are_known_by_place_and_name() {
    let document = |parameters: &str| {
        shop(
            &format!(
                "  /order:\n    get:\n      operationId: get_order\n      summary: Read.\n      parameters:\n{parameters}      responses: {{}}\n"
            ),
            "",
        )
    };
    let parameter = |name: &str, place: &str, words: &str| {
        format!(
            "        - name: {name}\n          in: {place}\n{words}          schema:\n            description: A text.\n            type: string\n"
        )
    };
    let ours = "          description: Ours.\n";
    let own = document(&(parameter("a", "query", ours) + &parameter("b", "query", "")));
    let upstream = document(
        &(parameter("a", "header", "")
            + &parameter("b", "query", "")
            + &parameter("a", "query", "")),
    );
    let renewed = Crate::of(&own);
    renewed.imports(&upstream, &[]);
    let fragment = parse(&renewed.fragment());
    let parameters = fragment["paths"]["/order"]["get"]["parameters"].as_sequence().unwrap();
    let found: Vec<String> = parameters
        .iter()
        .map(|p| {
            let said = p.get("description").map_or("-", |text| text.as_str().unwrap());
            format!("{} {} {said}", p["in"].as_str().unwrap(), p["name"].as_str().unwrap())
        })
        .collect();
    assert_eq!(found, ["query a Ours.", "header a -", "query b -"]);
}

/// A document with everything that refers to something in its own way.
const REFERRING: &str = "openapi: 3.0.0
info: { title: Shop, version: '2' }
tags: [{ name: a, description: Theirs. }, { name: b }, { name: unused }]
security: [{ top: [] }]
paths:
  /order: { $ref: '#/components/pathItems/Order' }
  /other:
    get: { operationId: other, tags: [b], responses: { '200': { description: Fine. } } }
components:
  pathItems:
    Order:
      parameters: [{ $ref: '#/components/parameters/P' }]
      get:
        operationId: get_order
        tags: [a]
        security: [{ own: [] }]
        responses:
          '200':
            headers: { H: { $ref: '#/components/headers/H' } }
            links: { L: { $ref: '#/components/links/L' }, M: { operationId: other } }
            content: { text/plain: { examples: { E: { $ref: '#/components/examples/E' } } } }
          '400': { $ref: '#/components/responses/R' }
        callbacks: { C: { $ref: '#/components/callbacks/C' } }
  parameters: { P: { name: p, in: query, schema: { $ref: '#/components/schemas/InParameter' } } }
  headers: { H: { schema: { $ref: '#/components/schemas/Animal' } } }
  responses: { R: { description: Bad., content: { a/b: { schema: { items: { $ref: '#/components/schemas/Deep/properties/in' } } } } } }
  securitySchemes: { top: { type: http, scheme: basic }, own: { type: http, scheme: bearer }, unused: { type: http, scheme: basic } }
  links: { L: { operationId: other } }
  callbacks: { C: {} }
  examples: { E: { value: 1 } }
  schemas:
    InParameter: { type: string }
    Deep: { properties: { in: { additionalProperties: { not: { $ref: '#/components/schemas/Deep' } } } } }
    Animal:
      oneOf: [{ $ref: '#/components/schemas/Cat' }]
      discriminator: { propertyName: kind, mapping: { cat: Cat, dog: '#/components/schemas/Dog' } }
    Cat: { type: object }
    Dog: { type: object }
    Unused: { $ref: '#/components/schemas/Cat' }
";

#[test]
fn all_that_refers_to_something_takes_it_along() {
    let renewed = Crate::of(&fragment(OWN));
    let ran = renewed.imports(REFERRING, &[]);
    let told = ran.output.split("To be settled").next().unwrap();
    super::snapshot("spec_import_closure", "The report of an import with many new parts.", told);
    assert!(
        ran.output.contains("Overlay: every action of spec/overlay.yaml matches"),
        "{}",
        ran.output
    );
    let found = parse(&renewed.fragment());
    let names = |section: &str| -> Vec<String> {
        let members = found["components"][section].as_mapping().into_iter().flatten();
        members.map(|(name, _)| name.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("schemas"), ["InParameter", "Deep", "Animal", "Cat", "Dog"]);
    assert_eq!(names("securitySchemes"), ["top", "own"]);
    assert_eq!(names("parameters"), ["P"]);
    assert_eq!(names("headers"), ["H"]);
    assert_eq!(names("responses"), ["R"]);
    assert_eq!(found["tags"], parse("[{ name: a }]"));
    assert_eq!(found["info"]["version"], "2");
    let item = &found["paths"]["/order"];
    assert!(item.get("$ref").is_none() && item["get"].get("callbacks").is_none());
    let response = &item["get"]["responses"]["200"];
    assert_eq!(response["description"], "The order.");
    assert!(response.get("links").is_none());
    assert_eq!(response["content"]["text/plain"], parse("{}"));
    assert!(
        !["examples", "links", "callbacks", "pathItems"].iter().any(|name| !names(name).is_empty())
    );
}

#[test]
fn examples_that_the_fragment_refers_to_stay() {
    let with = |examples: &str| {
        fragment(OWN)
            .replace("              schema:\n", &format!("{examples}              schema:\n"))
            + "  examples:\n    E:\n      value:\n        id: a\n"
    };
    let own = with(
        "              examples:\n                e:\n                  $ref: '#/components/examples/E'\n",
    );
    let same = Crate::of(&own);
    same.imports(&own, &[]);
    same.imports(&fragment(OWN), &[]);
    assert_eq!(same.fragment(), own);
    let unused = Crate::of(&with(""));
    unused.imports(&fragment(OWN), &[]);
    assert_eq!(unused.fragment(), fragment(OWN));
}

#[test]
fn references_that_lead_nowhere_are_found_in_one_go_and_only_where_they_matter() {
    let upstream = fragment(
        "      properties:
        a: { $ref: '#/components/schemas/Gone' }
        b: { $ref: other.yaml#/B }
        c: { $ref: '#/paths/~1other/get/responses/200' }
        d: { $ref: '#/info' }
        e: { $ref: '#/components/links/L' }
        f: { $ref: '#/components/schemas/Order/properties/none' }
      discriminator: { propertyName: a, mapping: { a: None, b: far.yaml } }
    Unreached: { $ref: '#/nowhere' }
",
    )
    .replace("paths:\n", "security: [{ nobody: [] }]\npaths:\n  /other: { get: { responses: { '200': { description: A. } } } }\n")
        + "  links: { L: {} }\n";
    let same = Crate::of(&fragment(OWN));
    let ran = same.import(&upstream, &[]);
    assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""));
    assert_eq!(same.fragment(), fragment(OWN));
    let mut settings = insta::Settings::clone_current();
    settings.set_description("The problems that stop an import.");
    settings.bind(|| {
        super::snapshot("spec_import_errors", "The problems that stop an import.", &ran.errors)
    });
}

#[test]
fn operations_are_added_kept_and_dropped_by_name() {
    let upstream = fragment(OWN).replace(
        "components:\n",
        "  /basket:
    get: { operationId: get_basket, responses: { '200': { $ref: '#/components/responses/Basket' } } }
    delete: { operationId: delete_basket, responses: {} }
components:
  responses: { Basket: { description: Theirs. } }
",
    );
    let renewed = Crate::of(&fragment(OWN));
    let ran =
        renewed.imports(&upstream, &["--operation", "get_basket", "--operation", "delete /basket"]);
    assert!(
        ran.output.contains("  + GET /basket  get_basket\n  + DELETE /basket  delete_basket\n"),
        "{}",
        ran.output
    );
    assert!(ran.output.contains("  + responses/Basket\n"), "{}", ran.output);
    // From now on they belong to it.
    let with_basket = renewed.fragment();
    renewed.imports(&upstream, &[]);
    assert_eq!(renewed.fragment(), with_basket);
    // A document without them leaves them alone.
    let ran = renewed.imports(&fragment(OWN), &[]);
    assert_eq!(renewed.fragment(), with_basket);
    assert!(
        ran.output.contains(
            "Kept unchanged, since nothing of them is taken from <stdin>
    GET /basket  get_basket
    DELETE /basket  delete_basket
    1 component that nothing else reaches
"
        ),
        "{}",
        ran.output
    );
    let ran = renewed.imports(&upstream, &["--remove", "DELETE /basket", "--remove", "get_basket"]);
    assert!(ran.output.contains("  - responses/Basket\n"), "{}", ran.output);
    assert_eq!(renewed.fragment(), fragment(OWN));
}

#[test]
fn an_operation_that_has_moved_is_kept_and_found() {
    let upstream = fragment(OWN)
        .replace("  /order:", "  /orders/{id}:")
        .replace("paths:\n", "paths:\n  /new: { get: { operationId: new, responses: {} } }\n");
    let ran = Crate::of(&fragment(OWN)).imports(&upstream, &["--operation", "new"]);
    let advice = "      moved? Its id is at GET /orders/{id}; take that with --operation 'GET /orders/{id}'\n      and drop this one with --remove\n";
    assert!(ran.output.contains(advice), "{}", ran.output);
}

#[test]
fn a_kept_operation_sees_upstreams_component_where_another_one_takes_it() {
    let kept = "  /kept:
    get:
      operationId: kept
      summary: Keep.
      responses:
        '200':
          $ref: '#/components/responses/Kept'
";
    let responses = "  responses:
    Kept:
      description: Ours.
      content:
        text/plain:
          schema:
            $ref: '#/components/schemas/Order'
";
    let order = |member: &str, name: &str| {
        fragment(&format!(
            "{OWN}        {member}:\n          $ref: '#/components/schemas/{member}'\n    {member}:\n      description: Ours.\n      type: {name}\n"
        ))
    };
    let own = order("Before", "string")
        .replace("components:\n", &format!("{kept}components:\n{responses}"));
    let renewed = Crate::of(&own);
    let after = order("After", "integer");
    let ran = renewed.imports(&after, &[]);
    let expected = after.replace("    After:\n      description: Ours.\n", "    After:\n");
    assert_eq!(
        renewed.fragment(),
        expected.replace("components:\n", &format!("{kept}components:\n{responses}"))
    );
    for line in ["  + schemas/After\n", "  - schemas/Before\n", "  ~ schemas/Order\n"] {
        assert!(ran.output.contains(line), "{}", ran.output);
    }
}

#[test]
fn what_cannot_be_imported_is_told_with_the_way_out() {
    let own = fragment(OWN);
    let nothing = shop("  /other:\n    get: {}\n", "");
    for (document, options, words) in [
        (
            own.as_str(),
            &["--operation", "get_ordr"][..],
            "error: <stdin> has no operation `get_ordr`; there is `get_order`",
        ),
        (&own, &["--operation", "GET /oder"], "no operation `GET /oder`; there is `GET /order`"),
        (&own, &["--operation", "qqq"], "error: <stdin> has no operation `qqq`\n"),
        (
            &own,
            &["--remove", "get_ordr"],
            "error: spec/sessions-cancel.yaml has no operation `get_ordr`; there is `get_order`",
        ),
        (&nothing, &["--remove", "get_order"], "error: the fragment would have no operation left"),
        (
            &nothing,
            &[],
            "error: <stdin> has none of the fragment's operations\n help: if it is the right document, name the operations",
        ),
        ("a: [", &[], "error[load]: the file cannot be read"),
        ("{\n\t\"openapi\": \"3.0.0\",\n\t\"paths\": x\n}", &[], "  --> <stdin>:"),
        ("[]", &[], "error[import]: the place must contain an object, not a list"),
        (
            "swagger: '1.2'",
            &[],
            "error[import]: the OpenAPI version `1.2` is unknown\n  --> <stdin>:1:1\n   at /swagger",
        ),
        (
            "openapi: 4.0.0",
            &[],
            "error[import]: the OpenAPI version `4.0.0` is unknown\n  --> <stdin>:1:1\n   at /openapi",
        ),
        ("openapi: 3.0.0", &[], "error[import]: `paths` is missing"),
        (
            "openapi: 3.0.0\npaths: []",
            &[],
            "error[import]: the place must contain an object, not a list\n  --> <stdin>:2:1",
        ),
        (
            "openapi: 3.0.0\npaths:\n  /order: { $ref: a.yaml }",
            &[],
            "none of the fragment's operations",
        ),
        ("", &[], "error[import]: the file is empty"),
        (" \n", &[], "error[import]: the file is empty"),
        ("<!doctype html>\n<title>Log in</title>", &[], "error[import]: a web page"),
        (
            "{ \"openapi\": \"3.0.0\",\n \"pa",
            &[],
            "error[import]: the document breaks off here\n  --> <stdin>:2:1",
        ),
        (
            "openapi: 3.0.0\ninfo:\n  title: 'Sho",
            &[],
            "error[import]: the document breaks off here",
        ),
        ("a: 1\na: 2", &[], "the key `a` occurs twice"),
    ] {
        let same = Crate::of(&own);
        let ran = same.import(document, options);
        assert_eq!((ran.ending, ran.output.as_str()), (Ending::Failed, ""), "{words}");
        assert!(ran.errors.contains(words), "{words}\n{}", ran.errors);
        assert!(ran.errors.contains("\n help: "), "{}", ran.errors);
        assert_eq!(same.fragment(), own);
    }
}

#[test]
fn a_path_that_cannot_be_followed_is_not_taken_for_one_that_is_gone() {
    let upstream = shop(
        "  /order:\n    $ref: paths.yaml#/order\n  /new:\n    get:\n      operationId: new\n",
        "",
    );
    let ran = Crate::of(&fragment(OWN)).import(&upstream, &["--operation", "new"]);
    assert!(
        ran.errors
            .contains("the `$ref` leads to another document: paths.yaml#/order\n  --> <stdin>:7:5"),
        "{}",
        ran.errors
    );
}

#[test]
fn what_is_nested_too_deep_is_refused_before_it_is_looked_at() {
    let nested = |levels: usize| {
        let schema = "{ items: ".repeat(levels) + "{}" + &" }".repeat(levels);
        fragment("      type: object\n")
            .replace("      type: object\n", &format!("      {schema}\n"))
    };
    let renewed = Crate::of(&fragment(OWN));
    let ran = renewed.imports(&nested(110), &[]);
    assert!(ran.output.contains("nested more than 100 levels deep"), "{}", ran.output);
    for levels in [200, 20_000] {
        let ran = renewed.import(&nested(levels), &[]);
        assert_eq!(ran.ending, Ending::Failed);
        assert!(ran.errors.contains("error[load]: the file cannot be read: "), "{}", ran.errors);
    }
}
