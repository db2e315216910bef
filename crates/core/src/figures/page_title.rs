//! Title and description of a page.

use super::{
    ChartStyle, NumberFormat, RenderContext, RichText, empty_state, figure, format_number, headline, question,
};
use crate::audit::Check;
use crate::locale::fill;
use crate::page_kind::PageKind;

/// The title of a page.
pub fn page_title(context: &RenderContext, page: PageKind) -> String {
    let words = context.locale.words();
    match page {
        PageKind::Report => fill(words.page_title, &[("who", &context.who())]),
        PageKind::Figure(id) => {
            fill(words.figure_page_title, &[("question", question(id, words)), ("who", &context.who())])
        }
    }
}

/// The description of a page in one or two sentences: the budget, or the finding of a figure.
pub fn page_description(context: &RenderContext, page: PageKind, checks: &[Check]) -> String {
    let (locale, words) = (&context.locale, context.locale.words());
    let sentences = |texts: &[&RichText]| {
        let texts: Vec<String> = texts.iter().map(|text| text.plain(locale)).filter(|text| !text.is_empty()).collect();
        // ▲ and ▼ are signs for the eye, and no part of a sentence.
        let text = texts.join(words.full_stop).replace(['▲', '▼'], "").replace("  ", " ");
        let end = words.full_stop.trim_end();
        if text.ends_with(end) { text } else { text + end }
    };
    match page {
        PageKind::Report => {
            let top = headline(context, checks);
            let total = top.total.map(|total| format_number(&total, NumberFormat::Plain, locale));
            let about = [top.who, total.unwrap_or_default()].join(words.comma);
            format!("{}{}{}", about.trim_end_matches(words.comma), words.full_stop, top.lede.plain(locale))
        }
        PageKind::Figure(id) => match figure(id, context, 0, &ChartStyle::WIDE) {
            Some(figure) => sentences(&[&figure.title, &figure.subtitle]),
            None => empty_state(id, context).why.plain(locale),
        },
    }
}
