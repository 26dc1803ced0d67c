//! Growth that was major once, as the random search of `.ci/growth` found it.

use serde_json::{Value, from_str};

use super::grow::{Gain, Growth};

/// A contract and the steps in which it grew.
pub struct OnceMajor {
    pub name: &'static str,
    document: &'static str,
    steps: &'static [(Gain, f32, u64)],
}

pub const ALL: [OnceMajor; 1] = [
    // An answer has come to contain what was only sent, an object in place with something required.
    OnceMajor {
        name: "an answer contains a component around an object in place that is sent",
        document: r##"{
            "openapi": "3.0.3",
            "info": { "title": "Shop", "version": "1" },
            "paths": { "/path_0": { "post": {
                "operationId": "operation_0",
                "requestBody": { "required": true, "content": { "application/json": { "schema": {
                    "type": "array", "items": { "$ref": "#/components/schemas/State" }
                } } } },
                "responses": {
                    "200": { "description": "", "content": { "application/json": { "schema": {
                        "type": "object", "properties": { "id": { "type": "string" } }
                    } } } },
                    "400": { "description": "", "content": { "application/json": { "schema": {
                        "type": "string"
                    } } } }
                }
            } } },
            "components": { "schemas": {
                "Buyer": { "type": "object", "properties": { "id": { "type": "string" } } },
                "Line": { "type": "object", "properties": {
                    "lines": { "type": "string" },
                    "state": { "type": "object", "properties": { "id": { "type": "string" } } }
                } },
                "Order": { "type": "object", "properties": { "id": {
                    "type": "object", "required": ["id"],
                    "properties": { "id": { "$ref": "#/components/schemas/Line" } }
                } } },
                "State": { "type": "object", "properties": {
                    "id": { "$ref": "#/components/schemas/Order" }
                } }
            } }
        }"##,
        steps: &[
            (Gain::Property, 0.1, 165622976485426402),
            (Gain::Reference, 1.0, 4875594878731946846),
        ],
    },
];

impl OnceMajor {
    pub fn document(&self) -> Value {
        from_str(self.document).unwrap()
    }

    pub fn steps(&self) -> Vec<Growth> {
        let growth = |(gain, share, seed): &(Gain, f32, u64)| Growth {
            gain: *gain,
            share: *share,
            seed: *seed,
            refers_to: None,
        };
        self.steps.iter().map(growth).collect()
    }
}
