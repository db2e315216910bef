//! The progress bar of a long run, on standard error where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer files than this are checked too quickly for a progress bar.
const MINIMUM: usize = 40;

/// A progress bar for `files` files; hidden where there are few, or without a terminal.
pub fn bar(files: usize, message: &'static str) -> ProgressBar {
    if files < MINIMUM {
        return ProgressBar::hidden();
    }
    // Without a terminal indicatif hides the bar.
    let bar = ProgressBar::new(files as u64).with_message(message);
    match ProgressStyle::with_template("{msg} {pos}/{len} {wide_bar}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
