//! Chart placeholders: what a prerendered page has in place of a chart, a picture and the height reserved for it.

use crate::components::chart_id::chart_id;
use crate::components::page_context::PageContext;
use crate::loaded_document::LoadedDocument;
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::export::figure_file_stem;
use mingbai_core::figures::{self, Background, ChartStyle, FigureId};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use std::cell::RefCell;
use std::collections::HashMap;

/// The pictures of a placeholder: each with its name, its width in pixels, and the viewport width from which it is
/// shown, in `rem`. The browser scales them slightly to fit.
pub const PLACEHOLDER_SIZES: [(&str, f64, f64); 3] =
    [("narrow", 304.0, 0.0), ("middle", 640.0, 48.0), ("wide", 980.0, 62.0)];

/// The picture for the compact form of a figure page, in the column of an article; `frame.js` puts it in place of the
/// others.
pub const COMPACT_PLACEHOLDER: &str = "compact";

/// The name of a placeholder's picture, without folder and extension: `flow-nature.zh.narrow.dark`.
pub fn placeholder_name(id: FigureId, view: usize, lang: Lang, size: &str, dark: bool) -> String {
    format!("{}.{}.{size}.{}", figure_file_stem(id, view), lang.code(), if dark { "dark" } else { "light" })
}

/// The scale of large text. `page.css` has the same number.
const LARGE_TEXT_SCALE: f64 = 1.25;

/// The least and the greatest width of a chart, in pixels.
const WIDTHS: (u32, u32) = (280, 1200);

/// The picture of a chart, with style rules that reserve the chart's height at every width, so that the layout does not
/// shift when the chart is drawn.
pub fn chart_placeholder(page: &PageContext, id: FigureId, view: usize) -> impl IntoView + use<> {
    let lang = page.render_context().locale.lang;
    let rules = cached_height_rules(page, id, view);
    let root = page.page_kind.path_to_root(lang);
    let file =
        move |size: &str, dark| format!("{root}picture/chart/{}.svg", placeholder_name(id, view, lang, size, dark));
    let [(narrow, ..), middle, wide] = PLACEHOLDER_SIZES;
    let wide_height = height(page, id, view, wide.1 as u32, false);
    let pictures = page.pictures.map(|pictures| {
        // A figure page shows its chart on the first screen. So the picture that most readers see is inlined.
        let inlined = (page.page_kind != PageKind::Report && view == 0)
            .then(|| pictures.get(&format!("chart/{}.svg", placeholder_name(id, view, lang, narrow, false))))
            .flatten();
        [Theme::Light, Theme::Dark].map(|theme| {
            let dark = theme == Theme::Dark;
            let (src, loading) = match inlined.filter(|_| !dark) {
                Some(svg) => (data_uri(svg), None),
                None => (file(narrow, dark), Some("lazy")),
            };
            // A browser takes the first source that matches, so the wide one comes first.
            let sources = [wide, middle].map(|(size, _, from)| {
                view! { <source media=format!("(min-width:{from}rem)") srcset=file(size, dark) /> }
            });
            view! {
                <picture data-picture-theme=theme.as_str()>
                    {sources.into_iter().collect_view()}
                    <img loading=loading src=src alt="" width=wide.1 height=wide_height />
                </picture>
            }
        })
    });
    view! {
        <style>{rules}</style>
        {pictures.map(IntoIterator::into_iter).map(Iterator::collect::<Vec<_>>)}
    }
}

/// An SVG picture as a `data:` URI for an attribute in double quotes. Only characters that the URI or the attribute
/// would interpret are escaped, since full percent-encoding would be much longer.
pub fn data_uri(svg: &str) -> String {
    // The SVG's double quotes become single ones; single quotes that were there before become `&apos;`.
    let escapes =
        [("%", "%25"), ("#", "%23"), ("&", "%26"), ("'", "%26apos;"), ("\"", "'"), ("<", "%3C"), (">", "%3E")];
    escapes
        .iter()
        .fold("data:image/svg+xml,".to_owned() + svg, |uri, (character, escape)| uri.replace(character, escape))
}

/// The [`height_rules`] of a chart, cached: they are found by drawing the chart at many widths, and both the report and
/// the figure page need them.
fn cached_height_rules(page: &PageContext, id: FigureId, view: usize) -> String {
    type Cache = HashMap<(*const LoadedDocument, FigureId, usize, Lang), String>;
    thread_local!(static RULES: RefCell<Cache> = RefCell::default());
    // Prerendered documents are leaked, so no other document can get the same address.
    let key = (std::ptr::from_ref(page.document), id, view, page.render_context().locale.lang);
    RULES.with_borrow_mut(|rules| rules.entry(key).or_insert_with(|| height_rules(page, id, view)).clone())
}

/// Style rules for the chart's height at every width of its container, for usual and for large text.
fn height_rules(page: &PageContext, id: FigureId, view: usize) -> String {
    let mut rules = String::new();
    for is_large in [false, true] {
        let height = |width| height(page, id, view, width, is_large);
        let host = format!("{}#{}", if is_large { "[data-text=large] " } else { "" }, chart_id(id, view));
        rules.push_str(&format!("{host}{{height:{}px}}", height(WIDTHS.0)));
        for (width, height) in steps(WIDTHS, &height) {
            rules.push_str(&format!("@container(min-width:{width}px){{{host}{{height:{height}px}}}}"));
        }
    }
    rules
}

/// The chart's height in pixels at a width, in usual or in large text.
fn height(page: &PageContext, id: FigureId, view: usize, width: u32, is_large: bool) -> f64 {
    let scale = if is_large { LARGE_TEXT_SCALE } else { 1.0 };
    let chart_style = ChartStyle::fitting(f64::from(width), scale, Background::Light);
    let chart = figures::chart(id, &page.render_context(), view, &chart_style);
    chart.map_or(0.0, |chart| chart.height)
}

/// The arguments at which a step function changes, each with its new value. Each is found by bisection.
fn steps((from, to): (u32, u32), value: &impl Fn(u32) -> f64) -> Vec<(u32, f64)> {
    /// The distance of the samples. A step that is shorter may be missed.
    const SAMPLE_DISTANCE: u32 = 20;
    let mut out = Vec::new();
    let mut at = from;
    while at < to {
        let next = (at + SAMPLE_DISTANCE).min(to);
        let (before, after) = (value(at), value(next));
        if before != after {
            let (mut low, mut high) = (at, next);
            while high - low > 1 {
                let middle = (low + high) / 2;
                if value(middle) == before { low = middle } else { high = middle }
            }
            out.push((high, value(high)));
            at = high;
            continue;
        }
        at = next;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn steps_finds_every_step() {
        let height = |width: u32| match width {
            ..=271 => 588.0,
            272..=599 => 540.0,
            600..=859 => 500.0,
            _ => 260.0,
        };
        assert_eq!(steps((200, 1400), &height), [(272, 540.0), (600, 500.0), (860, 260.0)]);
        assert_eq!(steps((200, 1400), &|_| 7.0), []);
    }
}
