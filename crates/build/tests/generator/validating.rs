//! Validate, alone.

use super::*;

/// An example may contain a schema that would be invalid elsewhere.
#[test]
fn examples_and_defaults_are_data() {
    let schemas = "Order: { type: object, example: { $ref: nowhere, type: float },
            properties: { state: { default: { $ref: nowhere } } } }";
    validate::validate(load(&shop(schemas))).unwrap();
}

/// A path's own parameters and those behind a reference count as declared.
#[test]
fn parameters_are_found_where_they_are_declared() {
    let spec = "
openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /shops/{shop}/orders/{id}:
    parameters:
      - { name: shop, in: path, required: true, schema: { type: string } }
    get:
      operationId: get_order
      parameters:
        - { $ref: '#/components/parameters/Id' }
      responses: { '204': { description: Nothing. } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
";
    validate::validate(load(spec)).unwrap();
}
