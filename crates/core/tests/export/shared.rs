//! What these tests have in common.

use crate::translations::translations;
use mingbai_core::disclosure::{Disclosure, parse};
use mingbai_core::figures::{ChartStyle, Figure, FigureId, RenderContext, figure};
use mingbai_core::locale::Lang;
use std::fs;

/// The disclosure of the default site.
pub fn disclosure() -> Disclosure {
    parse(include_str!("../../../../data/disclosure.txt")).unwrap()
}

/// A document in another shape; 8 is in 元.
pub fn example(n: u32) -> Disclosure {
    parse(&fs::read_to_string(format!("{}/../../tests/examples/{n}.txt", env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

/// The disclosure and all eight examples.
pub fn all() -> Vec<Disclosure> {
    std::iter::once(disclosure()).chain((1..=8).map(example)).collect()
}

/// A figure that is there.
pub fn made(id: FigureId, context: &RenderContext, chart_style: &ChartStyle) -> Figure {
    figure(id, context, 0, chart_style).unwrap_or_else(|| panic!("{id:?} steps aside"))
}

/// Every figure of a disclosure, in both languages.
pub fn figures(d: &Disclosure, chart_style: &ChartStyle, each: impl Fn(&RenderContext, &Figure)) {
    for lang in Lang::ALL {
        let context = RenderContext::new(d, lang).with_translations(translations());
        for id in FigureId::ALL {
            if let Some(figure) = figure(id, &context, 0, chart_style) {
                each(&context, &figure);
            }
        }
    }
}

/// CSV, read by the rules of RFC 4180, without its byte order mark.
pub fn parse_csv(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut letters) =
        (false, csv.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable());
    while let Some(c) = letters.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => row.last_mut().unwrap().push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => assert_eq!(letters.next(), Some('\n'), "lines end with CRLF"),
            '\n' if !quoted => panic!("a line ends with LF alone"),
            c => row.last_mut().unwrap().push(c),
        }
        if c == '\r' && !quoted {
            rows.push(vec![String::new()]);
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line is ended");
    rows
}
