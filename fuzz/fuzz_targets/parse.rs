//! For any text, parser and checks terminate without a panic, and every quote is a range of the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mingbai_core::audit;
use mingbai_core::disclosure::parse;

fuzz_target!(|text: &str| {
    let Ok(disclosure) = parse(text) else { return };
    for line in &disclosure.lines {
        assert!(text.get(line.quote.range()).is_some() && text.get(line.number_quote.range()).is_some());
    }
    for unread in &disclosure.unread {
        assert!(text.get(unread.quote.range()).is_some());
    }
    audit::run(&disclosure);
});
