//! Bars can be compared: the longest one of a chart takes more than half of its width, however the labels are laid out.

use super::golden::{disclosure, examples};
use crate::translations::translations;
use mingbai_core::figures::{Background, ChartStyle, FigureId, RenderContext, figure};
use mingbai_core::locale::Lang;
use serde_json::Value;

/// The widths of charts on pages of 320, 360, 768 and 1280 pixels, in an article and in a kiosk, with the font scales
/// that occur there.
const STYLES: [(f64, f64); 9] = [
    (248.0, 1.0),
    (283.0, 1.25),
    (288.0, 1.0),
    (640.0, 1.0),
    (680.0, 1.25),
    (712.0, 1.0),
    (1008.0, 1.25),
    (1040.0, 1.0),
    (1700.0, 1.6),
];
/// The least part of the width that the longest bar takes.
const LEAST: f64 = 0.55;

/// The length of the longest visible bar in pixels; None for a chart without bars.
fn longest_bar(option: &Value) -> Option<f64> {
    let series = option["series"].as_array().unwrap();
    // The last series of bars is the visible one; the one before it moves each bar to where it begins.
    let bars = series.iter().rfind(|series| series["type"] == "bar")?["data"].as_array().unwrap();
    bars.iter().map(|bar| bar["value"][0].as_f64().unwrap()).reduce(f64::max)
}

#[test]
fn the_longest_bar_takes_more_than_half_of_every_chart() {
    let mut disclosures: Vec<_> = examples().map(|(_, disclosure)| disclosure).collect();
    disclosures.push(disclosure());
    let mut charts = 0;
    for disclosure in &disclosures {
        for (lang, id, (width, scale)) in Lang::ALL
            .into_iter()
            .flat_map(|lang| FigureId::ALL.map(|id| (lang, id)))
            .flat_map(|(lang, id)| STYLES.map(|style| (lang, id, style)))
        {
            let context = RenderContext::new(disclosure, lang).with_translations(translations());
            let style = ChartStyle::fitting(width, scale, Background::Light);
            let chart = figure(id, &context, 0, &style).and_then(|figure| figure.chart);
            let Some(longest) = chart.and_then(|chart| longest_bar(&chart.option.to_json())) else { continue };
            let part = longest / width;
            assert!(part >= LEAST, "{id} in {lang:?} at {width} px, {scale}×: {:.0} %", part * 100.0);
            charts += 1;
        }
    }
    assert!(charts > 300, "{charts} charts have bars");
}
