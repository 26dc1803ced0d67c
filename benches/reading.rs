//! Time and allocations of reading an answer:
//! `cargo bench --manifest-path benches/Cargo.toml --bench reading`.

use bytes::Bytes;
use dintero_checkout_client_benches as read;
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn bench<T>(bencher: Bencher, body: Bytes, read: impl Fn(&Bytes) -> T + Sync) {
    bencher.counter(divan::counter::BytesCount::new(body.len())).bench(|| read(&body));
}

#[divan::bench]
fn floor(bencher: Bencher) {
    bench(bencher, read::documented(), read::floor);
}

#[divan::bench]
fn ours(bencher: Bencher) {
    bench(bencher, read::documented(), read::ours);
}

#[divan::bench]
fn ours_drifted(bencher: Bencher) {
    bench(bencher, read::drifted(), read::ours);
}

#[divan::bench]
fn types_alone(bencher: Bencher) {
    bench(bencher, read::documented(), read::types_alone);
}

#[divan::bench]
fn progenitor(bencher: Bencher) {
    bench(bencher, read::documented(), read::relaxed);
}

#[divan::bench]
fn value(bencher: Bencher) {
    bench(bencher, read::documented(), read::value);
}
