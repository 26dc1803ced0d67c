//! Instructions of reading an answer, counted by valgrind's callgrind:
//! `cargo bench --manifest-path benches/Cargo.toml --bench instructions`.
//! Needs valgrind and `cargo install gungraun-runner`.

use std::hint::black_box;

use bytes::Bytes;
#[cfg(feature = "compared")]
use dintero_checkout_client_benches::relaxed;
use dintero_checkout_client_benches::{documented, drifted, floor, ours, types_alone, value};
use gungraun::{library_benchmark, library_benchmark_group, main};

#[library_benchmark(setup = documented)]
#[bench::documented()]
fn read_floor(body: Bytes) -> impl Sized {
    (black_box(floor(black_box(&body))), body)
}

#[library_benchmark(setup = documented)]
#[bench::documented()]
fn read_ours(body: Bytes) -> impl Sized {
    (black_box(ours(black_box(&body))), body)
}

#[library_benchmark(setup = drifted)]
#[bench::drifted()]
fn read_ours_drifted(body: Bytes) -> impl Sized {
    (black_box(ours(black_box(&body))), body)
}

#[library_benchmark(setup = documented)]
#[bench::documented()]
fn read_types_alone(body: Bytes) -> impl Sized {
    (black_box(types_alone(black_box(&body))), body)
}

#[cfg(feature = "compared")]
#[library_benchmark(setup = documented)]
#[bench::documented()]
fn read_progenitor(body: Bytes) -> impl Sized {
    (black_box(relaxed(black_box(&body))), body)
}

#[library_benchmark(setup = documented)]
#[bench::documented()]
fn read_value(body: Bytes) -> impl Sized {
    (black_box(value(black_box(&body))), body)
}

library_benchmark_group!(
    name = reading,
    benchmarks = [read_floor, read_ours, read_ours_drifted, read_types_alone, read_value]
);
#[cfg(feature = "compared")]
library_benchmark_group!(name = compared, benchmarks = [read_progenitor]);

#[cfg(feature = "compared")]
main!(library_benchmark_groups = [reading, compared]);
#[cfg(not(feature = "compared"))]
main!(library_benchmark_groups = reading);
