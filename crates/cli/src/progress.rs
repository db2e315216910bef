//! How far a long run is, on standard error where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer files than this are done before a bar could be read.
const MANY: usize = 40;

/// A bar for `files` files; hidden where there are few or nobody watches.
pub fn bar(files: usize, word: &'static str) -> ProgressBar {
    if files < MANY {
        return ProgressBar::hidden();
    }
    // Without a terminal the bar hides by itself.
    let bar = ProgressBar::new(files as u64).with_message(word);
    match ProgressStyle::with_template("{msg} {pos}/{len} {wide_bar}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
