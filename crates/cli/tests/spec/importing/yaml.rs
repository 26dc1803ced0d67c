//! Features of YAML in a document: the fragment is written without them.

use super::{Crate, parse};

const SHOP: &str = "openapi: 3.0.0
info: { title: Shop, version: '1' }
x-errors: &errors
  '400': { description: Refused. }
x-more: &more
  '400': { description: Not this one. }
  '404': { description: Gone. }
x-named: &named { name: { description: A name., type: string }, id: { type: integer } }
paths:
  /order:
    get:
      operationId: get_order
      parameters: [{ name: version, in: query, schema: { type: string, enum: [1.10, 2e3, 0x10, TRUE, a] } }]
      responses:
        <<: [*errors, *more]
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    Order:
      type: object
      properties:
        <<: *named
        id: { description: An id., type: string }
        rate: { description: A rate., type: number, enum: [1.50] }
";

const FRAGMENT: &str = "openapi: 3.0.0
info: { title: Shop, version: '1' }
paths:
  /order:
    get:
      operationId: get_order
      parameters:
      - { name: version, in: query, schema: { type: string, enum: ['1.10', '2e3', '0x10', 'TRUE', a] } }
      responses:
        '400': { description: Refused. }
        '404': { description: Gone. }
        '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    Order:
      type: object
      properties:
        name: { description: A name., type: string }
        id: { description: An id., type: string }
        rate: { description: A rate., type: number, enum: [1.5] }
";

/// What is merged is there as if it had been written out, and the values of
/// an enum of strings are the texts that upstream has.
#[test]
fn merge_keys_and_values_without_quotes_are_written_out() {
    let renewed = Crate::of(FRAGMENT);
    renewed.imports(SHOP, &["--descriptions", "upstream"]);
    let fragment = renewed.fragment();
    assert_eq!(parse(&fragment), parse(FRAGMENT), "{fragment}");
}
