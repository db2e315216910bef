//! Any text as the source of a web page: reading it ends, and gives no more text than it has.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::document_file::web_page_text;

/// The longest number of a list, with the marks behind it.
const NUMBER: usize = 16;

fuzz_target!(|source: &str| {
    let (text, left_out) = web_page_text(source);
    assert!(text.lines().all(|line| !line.trim().is_empty()));
    // A title may be given twice; numbers of lists are added, and entities are longer than what they stand for.
    let added = source.len() + (source.matches("<li").count() + source.matches("<LI").count()) * NUMBER + 2;
    let left_out: usize = left_out.iter().map(|passage| passage.text.len()).sum();
    assert!(text.len() + left_out <= 3 * added, "{} bytes from {}", text.len() + left_out, source.len());
});
