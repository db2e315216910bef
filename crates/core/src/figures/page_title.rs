//! What a page is about, in a title and a few plain words.

use super::{ChartStyle, FigureId, Form, RenderContext, Text, empty_state, figure, headline, show};
use crate::audit::Check;
use crate::page_kind::PageKind;

/// The title of a page.
pub fn title(context: &RenderContext, sheet: PageKind) -> String {
    let words = context.locale.words();
    match sheet {
        PageKind::Report => words.page_title.replace("{who}", &context.who()),
        PageKind::Figure(id) => {
            words.alone_title.replace("{question}", &question(context, id)).replace("{who}", &context.who())
        }
    }
}

fn question(context: &RenderContext, id: FigureId) -> String {
    figure(id, context, 0, &ChartStyle::WIDE)
        .map_or_else(|| empty_state(id, context).question.to_owned(), |figure| figure.question)
}

/// What a page says, in a sentence or two: the whole budget, or what a figure finds.
pub fn about(context: &RenderContext, sheet: PageKind, checks: &[Check]) -> String {
    let (locale, words) = (&context.locale, context.locale.words());
    let sentences = |said: &[&Text]| {
        let said: Vec<String> = said.iter().map(|text| text.plain(locale)).filter(|text| !text.is_empty()).collect();
        // Signs that are drawn are none of a sentence.
        let said = said.join(words.full_stop).replace(['▲', '▼'], "").replace("  ", " ");
        let end = words.full_stop.trim_end();
        if said.ends_with(end) { said } else { said + end }
    };
    match sheet {
        PageKind::Report => {
            let top = headline(context, checks);
            let total = top.total.map(|total| show(&total, Form::Plain, locale));
            let about = [top.who, total.unwrap_or_default()].join(words.comma);
            format!("{}{}{}", about.trim_end_matches(words.comma), words.full_stop, top.lede.plain(locale))
        }
        PageKind::Figure(id) => match figure(id, context, 0, &ChartStyle::WIDE) {
            Some(figure) => sentences(&[&figure.title, &figure.subtitle]),
            None => empty_state(id, context).why.plain(locale),
        },
    }
}
