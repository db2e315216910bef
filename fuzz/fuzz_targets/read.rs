//! Whatever the text, the reader and the checks come to an end without a panic, and every quote is a range of the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::{audit, disclosure};

fuzz_target!(|text: &str| {
    let Ok(read) = disclosure::parse(text) else { return };
    for line in &read.lines {
        assert!(text.get(line.quote.range()).is_some() && text.get(line.figure.range()).is_some());
    }
    for unread in &read.unread {
        assert!(text.get(unread.quote.range()).is_some());
    }
    audit::run(&read);
});
