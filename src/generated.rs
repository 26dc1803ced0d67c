//! The client that `build.rs` generated, or took from the reviewed snapshot.

include!(concat!(env!("OUT_DIR"), "/client.rs"));
