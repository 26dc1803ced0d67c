//! A chart of horizontal bars.

use std::path::Path;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

const WIDTH: u32 = 760;
const LABELS: i32 = 230;
const VALUES: i32 = 170;
const TOP: i32 = 46;
const ROW: i32 = 30;
const THICK: i32 = 20;

const OURS: RGBColor = RGBColor(31, 111, 139);
const OTHERS: RGBColor = RGBColor(176, 184, 190);
const INK: RGBColor = RGBColor(36, 41, 47);

/// The compared figures, in one unit.
pub struct Chart {
    pub title: &'static str,
    pub unit: &'static str,
    pub bars: Vec<Bar>,
}

/// One bar.
pub struct Bar {
    label: &'static str,
    value: f64,
    color: RGBColor,
}

impl Bar {
    pub fn ours(label: &'static str, value: f64) -> Self {
        Self { label, value, color: OURS }
    }

    pub fn other(label: &'static str, value: f64) -> Self {
        Self { label, value, color: OTHERS }
    }
}

impl Chart {
    /// Writes the chart as SVG.
    pub fn draw(&self, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
        let rows = i32::try_from(self.bars.len())?;
        let height = u32::try_from(TOP + ROW * rows + 10)?;
        let area = SVGBackend::new(path, (WIDTH, height)).into_drawing_area();
        area.fill(&WHITE)?;
        let text = |size: i32, at: HPos| {
            ("sans-serif", size).into_font().color(&INK).pos(Pos::new(at, VPos::Center))
        };
        area.draw_text(self.title, &text(18, HPos::Left), (14, TOP / 2))?;
        let longest = self.bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
        let has_fraction = self.bars.iter().any(|bar| bar.value.fract() != 0.0);
        let room = f64::from(i32::try_from(WIDTH)? - LABELS - VALUES);
        for (row, bar) in (0..).zip(&self.bars) {
            let middle = TOP + ROW * row + ROW / 2;
            let end = LABELS + (room * bar.value / longest).round() as i32;
            let corners = [(LABELS, middle - THICK / 2), (end, middle + THICK / 2)];
            area.draw(&Rectangle::new(corners, bar.color.filled()))?;
            area.draw_text(bar.label, &text(14, HPos::Right), (LABELS - 10, middle))?;
            let value = match has_fraction && bar.value < 100.0 {
                true => format!("{:.1} {}", bar.value, self.unit),
                false => format!("{:.0} {}", bar.value, self.unit),
            };
            area.draw_text(&value, &text(14, HPos::Left), (end + 8, middle))?;
        }
        area.present()?;
        Ok(())
    }
}
