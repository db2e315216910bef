//! The estimated heights of embedded figures. `tests/browser/embeds.rs` compares those of the default disclosure with
//! its pages.

use super::golden::{compare, disclosure, examples};
use crate::translations::translations;
use mingbai_core::export::{COMPACT_HEIGHT, compact_height, embed_height};
use mingbai_core::figures::{FigureId, RenderContext};
use mingbai_core::locale::Lang;

#[test]
fn the_heights_of_embedded_figures_are_as_known() {
    let documents = std::iter::once(("disclosure".to_owned(), disclosure()));
    let documents = documents.chain(examples().map(|(n, d)| (format!("example {n}"), d)));
    let mut lines = String::new();
    for (name, d) in documents {
        for lang in Lang::ALL {
            let context = RenderContext::new(&d, lang).with_translations(translations());
            let heights = FigureId::ALL.map(|id| format!("{id} {}", embed_height(&context, id)));
            lines += &format!("{name}, {}: {}\n", lang.code(), heights.join(", "));
        }
    }
    compare("embed_heights.txt", &lines);
}

#[test]
fn every_compact_figure_fits_into_its_height() {
    for d in std::iter::once(disclosure()).chain(examples().map(|(_, d)| d)) {
        for lang in Lang::ALL {
            let context = RenderContext::new(&d, lang).with_translations(translations());
            for (id, view) in
                FigureId::ALL.into_iter().flat_map(|id| (0..id.views().len().max(1)).map(move |v| (id, v)))
            {
                let height = f64::from(compact_height(&context, id, view));
                assert!((100.0..=COMPACT_HEIGHT).contains(&height), "{:?} {id} {view} {lang:?}: {height}", d.title);
            }
        }
    }
}
