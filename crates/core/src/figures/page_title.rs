//! What a page is about, in a title and a few plain words.

use super::{FigureId, Form, Look, Reading, Text, aside, figure, headline, show};
use crate::audit::Check;
use crate::page_kind::Sheet;

/// The title of a page.
pub fn title(reading: &Reading, sheet: Sheet) -> String {
    let words = reading.locale.words();
    match sheet {
        Sheet::Whole => words.page_title.replace("{who}", &reading.who()),
        Sheet::Figure(id) => {
            words.alone_title.replace("{question}", &question(reading, id)).replace("{who}", &reading.who())
        }
    }
}

fn question(reading: &Reading, id: FigureId) -> String {
    figure(id, reading, 0, &Look::WIDE).map_or_else(|| aside(id, reading).question.to_owned(), |figure| figure.question)
}

/// What a page says, in a sentence or two: the whole budget, or what a figure finds.
pub fn about(reading: &Reading, sheet: Sheet, checks: &[Check]) -> String {
    let (locale, words) = (&reading.locale, reading.locale.words());
    let sentences = |said: &[&Text]| {
        let said: Vec<String> = said.iter().map(|text| text.plain(locale)).filter(|text| !text.is_empty()).collect();
        // Signs that are drawn are none of a sentence.
        let said = said.join(words.full_stop).replace(['▲', '▼'], "").replace("  ", " ");
        let end = words.full_stop.trim_end();
        if said.ends_with(end) { said } else { said + end }
    };
    match sheet {
        Sheet::Whole => {
            let top = headline(reading, checks);
            let total = top.total.map(|total| show(&total, Form::Plain, locale));
            let about = [top.who, total.unwrap_or_default()].join(words.comma);
            format!("{}{}{}", about.trim_end_matches(words.comma), words.full_stop, top.lede.plain(locale))
        }
        Sheet::Figure(id) => match figure(id, reading, 0, &Look::WIDE) {
            Some(figure) => sentences(&[&figure.title, &figure.subtitle]),
            None => aside(id, reading).why.plain(locale),
        },
    }
}
