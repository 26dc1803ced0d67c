//! The part of the crate's runtime that any generated client needs, around a client that is only
//! tried out. `cargo spec try` compiles it; no package of this repository does.

#![allow(dead_code, missing_docs, unused_imports, unused_macros, unreachable_pub, private_interfaces)]

#[path = "../../../src/body.rs"]
mod body;
#[path = "../../../src/choice.rs"]
mod choice;
#[path = "../../../src/drift.rs"]
mod drift;
#[path = "../../../src/exchange.rs"]
mod exchange;
#[path = "../../../src/object.rs"]
mod object;
#[path = "../../../src/open_enum.rs"]
mod open_enum;
#[path = "../../../src/parameter.rs"]
mod parameter;
#[path = "../../../src/path.rs"]
mod path;
#[path = "../../../src/percent.rs"]
mod percent;
#[path = "../../../src/query.rs"]
mod query;
#[path = "../../../src/response.rs"]
mod response;
#[path = "../../../src/shape.rs"]
mod shape;
#[path = "../../../src/tolerant.rs"]
mod tolerant;
#[path = "../../../tests/goldens/trace.rs"]
mod trace;

/// The client.
pub mod generated {
    include!(concat!(env!("OUT_DIR"), "/client.rs"));
}
