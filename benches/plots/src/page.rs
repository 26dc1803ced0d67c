//! The measured blocks of the page.

use std::path::Path;

/// `docs/benchmarks.md`.
pub struct Page(String);

impl Page {
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path);
        text.map(Self).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// A number of the first line with this name in a block. See [`nth_number`](Self::nth_number).
    pub fn number(&self, block: &str, name: &str, column: usize) -> Result<f64, String> {
        self.nth_number(block, name, 0, column)
    }

    /// The word at `column` after the name, of the `nth` line in a block that begins with the name.
    pub fn nth_number(
        &self,
        block: &str,
        name: &str,
        nth: usize,
        column: usize,
    ) -> Result<f64, String> {
        let missing =
            || format!("docs/benchmarks.md: the block `{block}` has no figure for `{name}`");
        let (_, after) =
            self.0.split_once(&format!("<!-- measured: {block} -->")).ok_or_else(missing)?;
        let (measured, _) = after.split_once("<!-- end -->").ok_or_else(missing)?;
        let of_name = |line: &'_ str| {
            let rest = line.strip_prefix(name)?;
            rest.starts_with(' ').then(|| rest.split_whitespace().nth(column).map(str::to_owned))
        };
        let found = measured.lines().filter_map(of_name).nth(nth).flatten().ok_or_else(missing)?;
        found.parse().map_err(|_| missing())
    }
}
