//! Words in a chart never lie over each other, in whichever unit and at whichever width.

use super::golden::disclosure;
use crate::translations::translations;
use mingbai_core::figures::{Chart, ChartStyle, FigureId, RenderContext, figure, text_width};
use mingbai_core::locale::{Lang, MoneyUnit};

/// Words with their middle and both ends, as far as they are known before they are drawn.
fn words(chart: &Chart) -> Vec<(f64, f64, f64, String)> {
    let series = chart.option["series"].as_array().unwrap();
    let set = series.iter().filter(|series| series["label"]["show"] == true && series["type"] == "scatter");
    set.flat_map(|series| {
        let size = series["label"]["fontSize"].as_f64().unwrap();
        let ends_there = series["label"]["position"] == "left";
        series["data"].as_array().unwrap().iter().map(move |item| {
            let (x, y) = (item["value"][0].as_f64().unwrap(), item["value"][1].as_f64().unwrap());
            let text = item["name"].as_str().unwrap().to_owned();
            let wide = text_width(&text, size);
            if ends_there { (y, x - wide, x, text) } else { (y, x, x + wide, text) }
        })
    })
    .collect()
}

#[test]
fn words_of_a_chart_stand_apart() {
    let disclosure = disclosure();
    let mut seen = 0;
    for lang in Lang::ALL {
        for unit in MoneyUnit::choices(lang, disclosure.unit) {
            let context = RenderContext::new(&disclosure, lang).with_translations(translations()).in_unit(unit);
            for (id, width) in FigureId::ALL.into_iter().flat_map(|id| [320.0, 600.0, 880.0, 1040.0].map(|w| (id, w))) {
                let chart =
                    figure(id, &context, 0, &ChartStyle { width, ..ChartStyle::WIDE }).and_then(|made| made.chart);
                let words = chart.iter().flat_map(words).collect::<Vec<_>>();
                for (at, (y, start, end, text)) in words.iter().enumerate() {
                    seen += 1;
                    for (other_y, other_start, other_end, other) in &words[at + 1..] {
                        let level = (y - other_y).abs() < 12.0;
                        assert!(
                            !level || end <= other_start || other_end <= start,
                            "{id:?} {} {} {width}: “{text}” lies over “{other}”",
                            lang.code(),
                            unit.as_str()
                        );
                    }
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
}
