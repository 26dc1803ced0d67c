//! Code that another version of progenitor might write: a pass says what it misses, and the build
//! compiles the reviewed client.

use openapi_client_build::passes::PASSES;
use openapi_client_build::source::diagnostic::{Diagnostics, Stage};
use openapi_client_build::source::problem::Problem;
use openapi_client_build::{choose, generate};

use super::*;

/// Something for every pass: each kind of parameter, a body, a choice, an answer for each of two
/// statuses, a constrained string, and objects in objects.
const API: &str = "
openapi: 3.0.0
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
    put:
      operationId: putOrder
      summary: Changes an order.
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: sort, in: query, schema: { type: string, enum: [up, down] } }
        - { name: Trace, in: header, schema: { type: string, maxLength: 9 } }
        - { name: session, in: cookie, schema: { type: string } }
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } }
      responses:
        '200':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        '400':
          description: It is wrong.
          content: { application/json: { schema: { $ref: '#/components/schemas/Wrong' } } }
        '500':
          description: It failed.
          content: { application/json: { schema: { $ref: '#/components/schemas/Failed' } } }
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: Nothing. } } }
components:
  schemas:
    Change:
      type: object
      required: [code]
      properties: { code: { type: string } }
    Order:
      type: object
      properties:
        state: { type: string, enum: [paid, open] }
        parent: { $ref: '#/components/schemas/Order' }
        payer: { oneOf: [{ $ref: '#/components/schemas/Wrong' }, { $ref: '#/components/schemas/Failed' }] }
    Wrong: { type: object, required: [reason], properties: { reason: { type: string } } }
    Failed: { type: object, required: [at], properties: { at: { type: string } } }
";

/// For each pass a part of the code that it gets, and what another progenitor might write instead.
const DOCTORED: [(&str, &str, &str); 19] = [
    ("drop_scaffolding", "pub struct Client", "pub struct Caller"),
    ("drop_api_version", "api_version()", "version()"),
    ("send_headers", "value.to_string().try_into()?", "value.into_header()"),
    ("guard_path_segments", "encode_path(", "encode_segment("),
    ("send_query", ".query(", ".query_pair("),
    ("send_bodies", ".json(&body)", ".body(&body)"),
    ("read_responses", "let info = ", "let hooks = "),
    ("open_enums", "mod types {", "mod model {"),
    ("open_choices", "mod types {", "mod model {"),
    ("drop_unused_impls", "mod types {", "mod model {"),
    ("constrain_strings", "(::std::string::String);", "(::std::string::Str);"),
    ("box_objects", "mod types {", "mod model {"),
    ("stay_extensible", "mod types {", "mod model {"),
    ("document_items", "mod types {", "mod model {"),
    ("index_types", "mod types {", "mod model {"),
    ("list_members", "mod types {", "mod model {"),
    ("choose_by_status", "mod types {", "mod model {"),
    ("gather_options", "trace: Option<", "mark: Option<"),
    ("shorten_paths", "::reqwest::", "::progenitor_client::"),
];

fn document() -> Normalised {
    normalised(API, &actions(&[]))
}

fn run(file: syn::File, document: &Normalised) -> Result<String, Diagnostics> {
    Ok(emit::emit(&passes::run(file, document)?, document).code)
}

fn assert_unexpected(errors: &Diagnostics, doctored: &str) {
    for error in errors.iter() {
        let is_it = matches!(error.problem, Problem::UnexpectedCode { .. });
        assert!(is_it && error.stage == Stage::Passes, "without {doctored}: {error}");
    }
}

#[test]
fn every_pass_says_what_it_misses() {
    let document = document();
    let names: Vec<&str> = PASSES.iter().map(|pass| pass.name).collect();
    assert_eq!(DOCTORED.map(|(pass, ..)| pass).as_slice(), names);
    for (name, part, other) in DOCTORED {
        let mut file = lower::lower(&document).unwrap();
        for pass in PASSES {
            if pass.name != name {
                pass.run(&mut file, &document).unwrap_or_else(|errors| panic!("{errors}"));
                continue;
            }
            let code = prettyplease::unparse(&file);
            assert!(code.contains(part), "{name} does not get {part}");
            let mut doctored = syn::parse_file(&code.replace(part, other)).unwrap();
            let errors = pass.run(&mut doctored, &document).expect_err(name);
            assert_unexpected(&errors, part);
            assert!(errors.to_string().contains(name), "{errors}");
            break;
        }
    }
}

/// The methods of the operations.
fn methods(file: &mut syn::File) -> Vec<&mut syn::ImplItemFn> {
    let blocks = file.items.iter_mut().filter_map(|item| match item {
        syn::Item::Impl(block) => Some(block),
        _ => None,
    });
    let items = blocks.flat_map(|block| &mut block.items).filter_map(|item| match item {
        syn::ImplItem::Fn(method) if method.sig.asyncness.is_some() => Some(method),
        _ => None,
    });
    items.collect()
}

/// Removing a statement of an operation either changes nothing or is an error, but never changes the client.
#[test]
fn a_statement_that_is_gone_is_missed() {
    let document = document();
    let lowered = lower::lower(&document).unwrap();
    let whole = run(lowered.clone(), &document).unwrap();
    let lengths: Vec<usize> =
        methods(&mut lowered.clone()).iter().map(|method| method.block.stmts.len()).collect();
    assert_eq!(lengths.len(), 2);
    let mut missed = 0;
    for (method, length) in lengths.into_iter().enumerate() {
        for index in 0..length {
            let mut file = lowered.clone();
            let gone = methods(&mut file)[method].block.stmts.remove(index);
            let gone = quote::quote!(#gone).to_string();
            match run(file, &document) {
                Ok(client) => assert_eq!(client, whole, "without {gone}"),
                Err(errors) => {
                    missed += 1;
                    assert_unexpected(&errors, &gone);
                }
            }
        }
    }
    assert!(missed > 8, "{missed}");
}

/// The build goes on with the reviewed client, and says why.
#[test]
fn the_reviewed_client_stands_in_for_one_that_cannot_be_generated() {
    let document = document();
    let mut file = lower::lower(&document).unwrap();
    methods(&mut file)[0].block.stmts.clear();
    let errors = run(file, &document).unwrap_err();
    let chosen = choose(Err(errors.clone()), Some("// reviewed")).unwrap();
    assert_eq!(chosen.code, "// reviewed");
    let [why, what] = chosen.warnings.as_slice() else { panic!("{:?}", chosen.warnings) };
    assert!(why.contains("the reviewed client is compiled instead"), "{why}");
    assert_eq!(*what, errors.to_string());
    assert_eq!(choose(Err(errors.clone()), None), Err(errors));
}

/// A broken document is an error, even if there is a reviewed client.
#[test]
fn the_reviewed_client_hides_no_error_of_a_document() {
    let wrong = [
        "[", // load
        "openapi: 2.0.0",
        &API.replace("'#/components/schemas/Wrong'", "'#/components/schemas/Missing'"),
        &API.replace(
            "properties: { at",
            "allOf: [{ $ref: '#/components/schemas/Failed' }], properties: { at",
        ),
    ];
    for text in wrong {
        let source = Source { name: "a document", text };
        let errors = generate(source, overlay::NONE).unwrap_err();
        assert_eq!(choose(Err(errors.clone()), Some("// reviewed")), Err(errors));
    }
    let overlay = actions(&["target: $.gone, remove: true"]);
    let overlay = Source { name: "an overlay", text: &overlay };
    let errors = generate(Source { name: "a document", text: API }, overlay).unwrap_err();
    assert_eq!(choose(Err(errors.clone()), Some("// reviewed")), Err(errors));
}
