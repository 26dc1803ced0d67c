//! Draws what `docs/benchmarks.md` has measured as bars, in `docs/plots`. `benches/run` runs it after each
//! measurement, so that no picture shows other figures than the page.

mod bars;
mod page;

use std::path::Path;
use std::process::ExitCode;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use bars::{Bar, Chart};
use page::Page;

fn main() -> ExitCode {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    match draw_all(&docs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn draw_all(docs: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let plots = docs.join("plots");
    std::fs::create_dir_all(&plots)?;
    let page = Page::read(&docs.join("benchmarks.md"))?;
    // The crate's documentation has no files beside it, so the pictures are in its links.
    let mut links = String::new();
    for (name, chart) in [
        ("build", build(&page)?),
        ("reading", reading(&page)?),
        ("call", call(&page)?),
        ("documents", documents(&page)?),
    ] {
        let picture = plots.join(name).with_extension("svg");
        chart.draw(&picture)?;
        let encoded = BASE64_STANDARD.encode(std::fs::read(&picture)?);
        links += &format!("[plot-{name}]: data:image/svg+xml;base64,{encoded}\n");
    }
    std::fs::write(plots.join("links.md"), links)?;
    Ok(())
}

fn build(page: &Page) -> Result<Chart, String> {
    let seconds = |name: &str| page.number("cold", name, 1);
    Ok(Chart {
        title: "Building a program that cancels, from nothing",
        unit: "s CPU",
        bars: vec![
            Bar::ours("without the generator", seconds("lean")?),
            Bar::ours("default", seconds("default")?),
            Bar::other("reqwest by hand", seconds("reqwest")?),
            Bar::other("progenitor alone", seconds("progenitor")?),
        ],
    })
}

fn reading(page: &Page) -> Result<Chart, String> {
    let thousands = |name: &str| Ok::<_, String>(page.number("instructions", name, 0)? / 1000.0);
    Ok(Chart {
        title: "Reading the documented answer",
        unit: "thousand instructions",
        bars: vec![
            Bar::ours("this crate", thousands("ours")?),
            Bar::ours("this crate, one place drifted", thousands("ours_drifted")?),
            Bar::other("is it JSON? (nothing kept)", thousands("floor")?),
            Bar::other("progenitor's types", thousands("progenitor")?),
            Bar::other("serde_json::Value", thousands("value")?),
        ],
    })
}

fn call(page: &Page) -> Result<Chart, String> {
    let wall = |name: &str, nth: usize| page.nth_number("call", name, nth, 3);
    Ok(Chart {
        title: "A cancel over loopback",
        unit: "\u{b5}s a call",
        bars: vec![
            Bar::ours("this crate", wall("this crate", 0)?),
            Bar::other("reqwest", wall("reqwest", 0)?),
            Bar::ours("this crate, 64 at once", wall("this crate", 1)?),
            Bar::other("reqwest, 64 at once", wall("reqwest", 1)?),
        ],
    })
}

fn documents(page: &Page) -> Result<Chart, String> {
    let generated = |name: &str| page.number("documents", name, 0);
    Ok(Chart {
        title: "Golden documents that give a client",
        unit: "documents",
        bars: vec![
            Bar::ours("this generator", generated("this generator")?),
            Bar::other("progenitor alone", generated("progenitor")?),
            Bar::other("all", generated("all")?),
        ],
    })
}
