//! The estimated heights of embedded figures. `tests/browser/embeds.rs` compares those of the default disclosure with
//! its pages.

use super::golden::{compare, disclosure, examples};
use crate::translations::translations;
use mingbai_core::export::{COMPACT_HEIGHT, compact_height, embed_height, figure_file_stem};
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, figure};
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
    let documents = std::iter::once(("disclosure".to_owned(), disclosure()));
    let documents = documents.chain(examples().map(|(n, d)| (format!("example {n}"), d)));
    let mut lines = String::new();
    for (name, d) in documents {
        for lang in Lang::ALL {
            let context = RenderContext::new(&d, lang).with_translations(translations());
            let views = FigureId::ALL.into_iter().flat_map(|id| (0..id.views().len().max(1)).map(move |v| (id, v)));
            let heights: Vec<String> = views
                .map(|(id, view)| {
                    let height = compact_height(&context, id, view);
                    assert!(
                        (100.0..=COMPACT_HEIGHT).contains(&f64::from(height)),
                        "{name} {id} {view} {lang:?}: {height}"
                    );
                    format!("{} {height}", figure_file_stem(id, view))
                })
                .collect();
            lines += &format!("{name}, {}: {}\n", lang.code(), heights.join(", "));
        }
    }
    compare("compact_heights.txt", &lines);
}

#[test]
fn the_reasons_of_a_compact_chart_stand_on_its_bars_where_there_is_room() {
    let disclosure = disclosure();
    let (chinese, english) = ("“进一步规范公务接待相关要求”", "(our translation)");
    for (lang, words) in [(Lang::Zh, chinese), (Lang::En, english)] {
        let context = RenderContext::new(&disclosure, lang).with_translations(translations());
        let chart = |style: &ChartStyle| figure(FigureId::ThreePublic, &context, 0, style).unwrap().chart.unwrap();
        let says = |style: &ChartStyle| chart(style).option.to_json().to_string().contains(words);
        let style = |room| ChartStyle { width: 648.0, ..ChartStyle::WIDE }.compact(room);
        assert!(says(&style(430.0)), "{lang:?}");
        assert!(chart(&style(430.0)).height <= 430.0, "{lang:?}");
        assert!(!says(&style(130.0)), "{lang:?}: the amounts come first");
        assert!(!says(&ChartStyle::WIDE), "{lang:?}: the list of reasons is beside it");
    }
}
