//! Size and recursion: no document makes a stage overflow its stack or run away.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::*;
use openapi_client_build::Diagnostics;

/// The default stack of a thread.
const STACK: usize = 2 * 1024 * 1024;

/// Far more than any of these takes in a debug build, and far less than it would without bounds.
const PATIENCE: Duration = Duration::from_secs(120);

/// Generates on a small stack, within patience.
fn generate(document: String) -> Result<Generated, Diagnostics> {
    let start = Instant::now();
    let work = move || {
        let source = Source { name: "a document", text: &document };
        openapi_client_build::generate(source, overlay::NONE)
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap();
    let result = thread.join().expect("nothing panics");
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    result
}

fn first_error(document: String) -> String {
    let errors = generate(document).expect_err("it is refused");
    errors.iter().next().unwrap().problem.to_string()
}

/// `inner` inside of `open` and `close`, many times.
fn nested(open: &str, inner: &str, close: &str, times: usize) -> String {
    format!("{}{inner}{}", open.repeat(times), close.repeat(times))
}

#[test]
fn what_is_nested_without_end_is_refused() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("{\"a\": ", "}")] {
        let document = format!("openapi: 3.0.0\npaths: {}\n", nested(open, "1", close, 100_000));
        assert!(first_error(document).contains("brackets are open"));
    }
    let document = format!("openapi: 3.0.0\npaths: {}\n", nested("[", "1", "]", 1_000));
    assert!(first_error(document).contains("recursion limit"));
    let block: String = (0..1_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    first_error(block);
}

/// Real documents have a dozen levels of schemas.
#[test]
fn schemas_may_be_nested_as_deep_as_stages_stand() {
    let kinds = [
        ("{ type: object, properties: { a: ", " } }"),
        ("{ type: array, items: ", " }"),
        ("{ additionalProperties: ", " }"),
        ("{ allOf: [", "] }"),
    ];
    for (open, close) in kinds {
        let order = |times| {
            let inner = nested(open, "{ type: string }", close, times);
            shop(&format!("Order: {{ type: object, properties: {{ deep: {inner} }} }}"))
        };
        generate(order(20)).unwrap_or_else(|errors| panic!("{open}: {errors}"));
        for times in [35, 45, 60] {
            if let Err(errors) = generate(order(times)) {
                assert!(errors.to_string().contains("nested more than"), "{errors}");
            }
        }
    }
}

#[test]
fn schemas_may_hold_themselves() {
    let schemas = "
        Order: { type: object, properties: { next: { $ref: '#/components/schemas/Order' },
            list: { type: array, items: { $ref: '#/components/schemas/Order' } },
            map: { additionalProperties: { $ref: '#/components/schemas/Other' } },
            alias: { $ref: '#/components/schemas/Alias' } } },
        Other: { allOf: [{ $ref: '#/components/schemas/Part' }, { properties: { own: { type: string } } }] },
        Part: { type: object, properties: { whole: { $ref: '#/components/schemas/Other' } } },
        Alias: { $ref: '#/components/schemas/Order' }";
    generate(shop(schemas)).unwrap_or_else(|errors| panic!("{errors}"));
}

#[test]
fn what_leads_back_to_itself_is_refused() {
    let cases = [
        ("Order: { $ref: '#/components/schemas/Order' }", "leads back to itself"),
        (
            "Order: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/Order' }",
            "leads back to itself",
        ),
        ("Order: { allOf: [{ $ref: '#/components/schemas/Order' }] }", "leads back to `Order`"),
        (
            "Order: { allOf: [{ $ref: '#/components/schemas/B' }, {}] },
             B: { allOf: [{ $ref: '#/components/schemas/Order' }, {}] }",
            "leads back to",
        ),
    ];
    for (schemas, expected) in cases {
        let error = first_error(shop(schemas));
        assert!(error.contains(expected), "{schemas}: {error}");
    }
}

/// Rust cannot name the type of a list of itself.
#[test]
fn aliases_of_themselves_do_not_run_away() {
    for schemas in [
        "Order: { type: array, items: { $ref: '#/components/schemas/Order' } }",
        "Order: { additionalProperties: { $ref: '#/components/schemas/Order' } }",
        "Order: { oneOf: [{ $ref: '#/components/schemas/Order' }, { type: string }] }",
        "Order: { anyOf: [{ $ref: '#/components/schemas/Order' }] }",
        "Order: { type: array, items: { $ref: '#/components/schemas/B' } },
         B: { type: array, items: { $ref: '#/components/schemas/Order' } }",
    ] {
        let _ = generate(shop(schemas));
    }
}

#[test]
fn a_wide_object_and_many_values_are_generated() {
    let properties: String = (0..5_000).fold(String::new(), |mut text, index| {
        write!(text, "p{index}: {{ type: string }}, ").unwrap();
        text
    });
    let values: String = (0..5_000).fold(String::new(), |mut text, index| {
        write!(text, "v{index}, ").unwrap();
        text
    });
    let schemas = format!(
        "Order: {{ type: object, properties: {{ {properties} state: {{ type: string, enum: [{values}] }} }} }}"
    );
    generate(shop(&schemas)).unwrap_or_else(|errors| panic!("{errors}"));
}

#[test]
fn many_errors_are_all_told() {
    let properties: String = (0..3_000).fold(String::new(), |mut text, index| {
        write!(text, "p{index}: {{ type: word }}, ").unwrap();
        text
    });
    let schemas = format!("Order: {{ type: object, properties: {{ {properties} }} }}");
    let errors = generate(shop(&schemas)).expect_err("no name can be made");
    assert_eq!(errors.iter().count(), 3_000);
}

#[test]
fn a_long_name_is_a_name() {
    let name = "long".repeat(250);
    let schemas =
        format!("Order: {{ type: object, properties: {{ {name}: {{ type: string }} }} }}");
    generate(shop(&schemas)).unwrap_or_else(|errors| panic!("{errors}"));
}

#[test]
fn ten_megabytes_of_data_are_read() {
    let example = "a word and another, ".repeat(500_000);
    let schemas = format!(
        "Order: {{ type: object, example: '{example}', properties: {{ a: {{ type: string }} }} }}"
    );
    generate(shop(&schemas)).unwrap_or_else(|errors| panic!("{errors}"));
}
