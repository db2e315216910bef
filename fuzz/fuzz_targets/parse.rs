//! For any text, parser and checks terminate without a panic, every quote is a range of the text, and every shown number
//! stands at its quote, with its unit and its sign.
#![no_main]

#[path = "../../crates/core/tests/shown_numbers/mod.rs"]
mod shown_numbers;

use libfuzzer_sys::fuzz_target;
use mingbai_core::disclosure::parse;

fuzz_target!(|text: &str| {
    let Ok(disclosure) = parse(text) else { return };
    for line in &disclosure.lines {
        assert!(text.get(line.quote.range()).is_some() && text.get(line.number_quote.range()).is_some());
    }
    for unread in &disclosure.unread {
        assert!(text.get(unread.quote.range()).is_some());
    }
    let faults = [shown_numbers::faults(&disclosure), shown_numbers::misquoted(&disclosure)].concat();
    assert!(faults.is_empty(), "{faults:#?}");
});
