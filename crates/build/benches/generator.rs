//! What each stage of the generator costs, for documents of 200 and of 2,000 schemas: ten times the
//! schemas shall take at most eleven times as long.
//!
//! `cargo bench --bench generator` prints the table. It measures, it does not judge.

#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a benchmark measures time, and fails by panicking"
)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use openapi_client_build::Source;
use openapi_client_build::source::document::Document;
use openapi_client_build::{emit, lower, normalise, overlay, passes, translate, validate};

const SIZES: [usize; 2] = [200, 2_000];

/// Each size is measured this often, and the shortest time taken.
const ROUNDS: usize = 3;

/// The stages that are not ours.
const THEIRS: [&str; 2] = ["lower", "emit"];

fn main() {
    // `cargo test --benches` runs it as well, and wants no table.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let [small, large] = SIZES.map(|size| {
        let text = document(size);
        let rounds: Vec<_> = (0..ROUNDS).map(|_| stages(&text)).collect();
        shortest(&rounds)
    });
    println!("{:<12}{:>12}{:>12}{:>9}", "stage", SIZES[0], SIZES[1], "times");
    let mut sums = [[Duration::ZERO; 2]; 2];
    for ((name, small), (_, large)) in small.into_iter().zip(large) {
        row(name, small, large);
        let [before, after] = &mut sums[usize::from(THEIRS.contains(&name))];
        *before += small;
        *after += large;
    }
    let [[ours, ours_large], [theirs, theirs_large]] = sums;
    row("ours", ours, ours_large);
    row("theirs", theirs, theirs_large);
    let share = ours_large.as_secs_f64() / theirs_large.as_secs_f64();
    println!("ours / theirs: {share:.2}");
}

fn row(name: &str, small: Duration, large: Duration) {
    let times = large.as_secs_f64() / small.as_secs_f64();
    println!("{name:<12}{:>10} ms{:>9} ms{times:>9.1}", small.as_millis(), large.as_millis());
}

fn shortest(rounds: &[Vec<(&'static str, Duration)>]) -> Vec<(&'static str, Duration)> {
    let names = rounds.first().into_iter().flatten().map(|(name, _)| *name);
    names
        .map(|name| {
            let times = rounds.iter().flatten().filter(|(other, _)| *other == name);
            (name, times.map(|(_, time)| *time).min().unwrap_or_default())
        })
        .collect()
}

/// How long each stage takes.
fn stages(text: &str) -> Vec<(&'static str, Duration)> {
    let mut times = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name| {
        times.push((name, clock.elapsed()));
        clock = Instant::now();
    };
    let document = Document::load(Source { name: "a document", text }).expect("it is readable");
    lap("load");
    let validated = validate::validate(document).unwrap_or_else(|errors| panic!("{errors}"));
    lap("validate");
    let nothing = Document::load(overlay::NONE).expect("it is readable");
    let overlaid = overlay::apply(validated, &nothing).expect("nothing is changed");
    lap("overlay");
    let translated = translate::translate(overlaid).unwrap_or_else(|errors| panic!("{errors}"));
    lap("translate");
    let normalised = normalise::normalise(translated).unwrap_or_else(|errors| panic!("{errors}"));
    lap("normalise");
    let lowered = lower::lower(&normalised).unwrap_or_else(|errors| panic!("{errors}"));
    lap("lower");
    let client = passes::run(lowered, &normalised).unwrap_or_else(|errors| panic!("{errors}"));
    lap("passes");
    let generated = emit::emit(&client, &normalised);
    lap("emit");
    assert!(!generated.code.is_empty());
    times
}

/// A document with so many component schemas, nested, with enums, references and `allOf`, and an
/// operation for each fourth of them, with a parameter and several answers.
fn document(size: usize) -> String {
    let mut schemas = String::new();
    for index in 0..size {
        let before = index / 2;
        write!(
            schemas,
            "    Schema{index}:
      description: The schema {index}.
      allOf:
        - $ref: '#/components/schemas/Part'
        - type: object
          required: [id]
          properties:
            id: {{ type: string, description: Its id. }}
            before: {{ $ref: '#/components/schemas/Schema{before}' }}
            state: {{ type: string, enum: [open, closed, state_{index}] }}
            lines:
              type: array
              items:
                type: object
                properties:
                  count{index}: {{ type: integer, minimum: 0 }}
                  place: {{ type: object, properties: {{ street{index}: {{ type: string }} }} }}
            notes: {{ type: object, additionalProperties: {{ type: string }} }}
"
        )
        .unwrap();
    }
    let mut paths = String::new();
    for first in (0..size).step_by(4) {
        let [second, third, fourth] = [first + 1, first + 2, first + 3];
        write!(
            paths,
            "  /schemas/{{id}}/{first}:
    put:
      operationId: put_{first}
      description: Puts the schema {first}.
      parameters:
        - {{ name: id, in: path, required: true, schema: {{ type: string }} }}
        - {{ name: limit, in: query, schema: {{ type: integer }} }}
      requestBody:
        required: true
        content:
          application/json: {{ schema: {{ $ref: '#/components/schemas/Schema{first}' }} }}
      responses:
        '200':
          description: All.
          content:
            application/json: {{ schema: {{ $ref: '#/components/schemas/Schema{second}' }} }}
        '404':
          description: None.
          content:
            application/json: {{ schema: {{ $ref: '#/components/schemas/Schema{third}' }} }}
        default:
          description: Something else.
          content:
            application/json: {{ schema: {{ $ref: '#/components/schemas/Schema{fourth}' }} }}
"
        )
        .unwrap();
    }
    format!(
        "openapi: 3.0.3
info: {{ title: Shop, version: '1' }}
paths:
{paths}components:
  schemas:
    Part: {{ type: object, properties: {{ created_at: {{ type: string, format: date-time }} }} }}
{schemas}"
    )
}
