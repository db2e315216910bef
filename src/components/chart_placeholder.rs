//! A chart before it is live: the room that it will take at every width, and a picture of it.

use crate::components::chart_host::host_id;
use crate::loaded_document::LoadedDocument;
use crate::state::State;
use leptos::prelude::*;
use mingbai_core::address::Theme;
use mingbai_core::export::figure_word;
use mingbai_core::figures::{self, Background, ChartStyle, FigureId};
use mingbai_core::locale::Lang;
use mingbai_core::page_kind::PageKind;
use std::cell::RefCell;
use std::collections::HashMap;

/// The pictures that stand in for a chart until it is live: each with its name, its width in pixels, and the width of the
/// window from which it is shown, in `rem`. A browser scales them a little.
pub const PLACEHOLDER_SIZES: [(&str, f64, f64); 3] =
    [("narrow", 304.0, 0.0), ("middle", 640.0, 48.0), ("wide", 980.0, 62.0)];

/// The name of such a picture: `flow-nature.zh.narrow.dark`.
pub fn placeholder_name(id: FigureId, way: usize, lang: Lang, size: &str, dark: bool) -> String {
    format!("{}.{}.{size}.{}", figure_word(id, way), lang.code(), if dark { "dark" } else { "light" })
}

/// How much larger large type is, as page.css has it.
const LARGE: f64 = 1.25;

/// The widths that a chart may get, in pixels.
const WIDTHS: (u32, u32) = (280, 1200);

/// The room and the picture. Nothing moves when the live chart takes the picture's place.
pub fn still_chart(state: &State, id: FigureId, way: usize) -> impl IntoView + use<> {
    let lang = state.context().locale.lang;
    let room = known_room(state, id, way);
    let up = state.sheet.root(lang);
    let file = move |size: &str, dark| format!("{up}picture/chart/{}.svg", placeholder_name(id, way, lang, size, dark));
    let [(narrow, ..), middle, wide] = PLACEHOLDER_SIZES;
    let tall = height(state, id, way, wide.1 as u32, false);
    let pictures = state.pictures.map(|pictures| {
        // On a figure's own page it is on the first screen: what most readers see of it comes with the page.
        let first = (state.sheet != PageKind::Report && way == 0)
            .then(|| pictures.get(&format!("chart/{}.svg", placeholder_name(id, way, lang, narrow, false))))
            .flatten();
        [Theme::Light, Theme::Dark].map(|theme| {
            let dark = theme == Theme::Dark;
            let (src, loading) = match first.filter(|_| !dark) {
                Some(svg) => (inside(svg), None),
                None => (file(narrow, dark), Some("lazy")),
            };
            // The first that fits is taken.
            let sources = [wide, middle].map(|(size, _, from)| {
                view! { <source media=format!("(min-width:{from}rem)") srcset=file(size, dark) /> }
            });
            view! {
                <picture data-ground=theme.as_str()>
                    {sources.into_iter().collect_view()}
                    <img loading=loading src=src alt="" width=wide.1 height=tall />
                </picture>
            }
        })
    });
    view! {
        <style>{room}</style>
        {pictures.map(IntoIterator::into_iter).map(Iterator::collect::<Vec<_>>)}
    }
}

/// A picture as an address that holds it. Letters are written as others only where an address, or the attribute that it
/// stands in, would take them for a sign of its own.
pub fn inside(svg: &str) -> String {
    // An attribute's quotes become single, so that the page's may be double; what was single inside is said otherwise.
    let signs = [("%", "%25"), ("#", "%23"), ("&", "%26"), ("'", "%26apos;"), ("\"", "'"), ("<", "%3C"), (">", "%3E")];
    signs.iter().fold("data:image/svg+xml,".to_owned() + svg, |out, (sign, written)| out.replace(sign, written))
}

/// The room of a chart. It stands on the whole page and on its own, and is found by drawing it at many widths.
fn known_room(state: &State, id: FigureId, way: usize) -> String {
    type Known = HashMap<(*const LoadedDocument, FigureId, usize, Lang), String>;
    thread_local!(static ROOMS: RefCell<Known> = RefCell::default());
    // What is written as text stays in memory until the program ends: no other book will ever have its place.
    let key = (std::ptr::from_ref(state.book()), id, way, state.context().locale.lang);
    ROOMS.with_borrow_mut(|rooms| rooms.entry(key).or_insert_with(|| room(state, id, way)).clone())
}

/// The chart's height at every width, as a style sheet, in usual type and in large.
fn room(state: &State, id: FigureId, way: usize) -> String {
    let mut room = String::new();
    for large in [false, true] {
        let height = |width| height(state, id, way, width, large);
        let host = format!("{}#{}", if large { "[data-text=large] " } else { "" }, host_id(id, way));
        room.push_str(&format!("{host}{{height:{}px}}", height(WIDTHS.0)));
        for (width, height) in steps(WIDTHS, &height) {
            room.push_str(&format!("@container(min-width:{width}px){{{host}{{height:{height}px}}}}"));
        }
    }
    room
}

/// The chart's height where it is this wide, in usual type or in large.
fn height(state: &State, id: FigureId, way: usize, width: u32, large: bool) -> f64 {
    let chart_style = ChartStyle::fitting(f64::from(width), if large { LARGE } else { 1.0 }, Background::Light);
    let chart = figures::chart(id, &state.context(), way, &chart_style);
    chart.map_or(0.0, |chart| chart.height)
}

/// Where a value changes between two places, and to what; found by halving.
fn steps((from, to): (u32, u32), value: &impl Fn(u32) -> f64) -> Vec<(u32, f64)> {
    /// Values that last for less than this may be passed over.
    const LEAST: u32 = 20;
    let mut out = Vec::new();
    let mut at = from;
    while at < to {
        let next = (at + LEAST).min(to);
        let (before, behind) = (value(at), value(next));
        if before != behind {
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
    fn every_step_is_found_where_it_is() {
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
