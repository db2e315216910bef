//! Labels of a chart never overlap, in any unit and at any width.

use super::golden::disclosure;
use crate::translations::translations;
use mingbai_core::figures::{Background, ChartStyle, FigureChart, FigureId, RenderContext, TextSpacing, figure};
use mingbai_core::locale::{DisplayUnit, Lang};

/// The labels of a chart: middle, start, end and text, as far as the layout knows them before they are drawn.
pub fn labels(chart: &FigureChart, spacing: TextSpacing) -> Vec<(f64, f64, f64, String)> {
    let option = chart.option.to_json();
    let series = option["series"].as_array().unwrap();
    let set = series.iter().filter(|series| series["label"]["show"] == true && series["type"] == "scatter");
    set.flat_map(|series| {
        let size = series["label"]["fontSize"].as_f64().unwrap();
        let ends_there = series["label"]["position"] == "left";
        series["data"].as_array().unwrap().iter().map(move |item| {
            let (x, y) = (item["value"][0].as_f64().unwrap(), item["value"][1].as_f64().unwrap());
            let text = item["name"].as_str().unwrap().to_owned();
            let wide = spacing.text_width(&text, size);
            if ends_there { (y, x - wide, x, text) } else { (y, x, x + wide, text) }
        })
    })
    .collect()
}

#[test]
fn labels_of_a_chart_do_not_overlap() {
    let disclosure = disclosure();
    let mut seen = 0;
    for lang in Lang::ALL {
        for unit in DisplayUnit::choices(lang, disclosure.unit) {
            let context = RenderContext::new(&disclosure, lang).with_translations(translations()).in_unit(unit);
            for (id, width) in FigureId::ALL.into_iter().flat_map(|id| [320.0, 600.0, 880.0, 1040.0].map(|w| (id, w))) {
                for spacing in [TextSpacing::USUAL, TextSpacing { letters: 0.12, words: 0.16 }] {
                    let chart_style = ChartStyle::fitting(width, 1.0, Background::Light).spaced(spacing);
                    let chart = figure(id, &context, 0, &chart_style).and_then(|made| made.chart);
                    let labels = chart.iter().flat_map(|chart| labels(chart, spacing)).collect::<Vec<_>>();
                    let of = || format!("{id:?} {} {} {width} {spacing:?}", lang.code(), unit.as_str());
                    for (at, (y, start, end, text)) in labels.iter().enumerate() {
                        seen += 1;
                        assert!(*start > -1.0 && *end < width + 1.0, "{}: “{text}” is cut off", of());
                        for (other_y, other_start, other_end, other) in &labels[at + 1..] {
                            let level = (y - other_y).abs() < 12.0;
                            let is_apart = !level || end <= other_start || other_end <= start;
                            assert!(is_apart, "{}: “{text}” overlaps “{other}”", of());
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}
