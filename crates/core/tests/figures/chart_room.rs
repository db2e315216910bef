//! Charts that fill the room that they have alone on a screen.

use super::golden::{disclosure, examples};
use super::label_overlap::labels;
use crate::translations::translations;
use mingbai_core::figures::{Background, ChartRoom, FigureChart, FigureId, RenderContext, TextSpacing, chart_filling};
use mingbai_core::locale::{DisplayUnit, Lang};

/// An upright screen of 1080 × 1920 pixels without its words, and one that lies.
const TALL: ChartRoom = ChartRoom { width: 994.0, height: 1200.0, label_size: 34.56, background: Background::Light };
const WIDE: ChartRoom = ChartRoom { width: 1275.0, height: 770.0, label_size: 31.3, background: Background::Light };

/// The size of the smallest label.
fn label_size(chart: &FigureChart) -> f64 {
    let option = chart.option.to_json();
    let series = option["series"].as_array().unwrap().iter().filter(|series| series["label"]["show"] == true);
    series.filter_map(|series| series["label"]["fontSize"].as_f64()).fold(f64::INFINITY, f64::min)
}

#[test]
fn charts_fill_a_screen_with_labels_that_are_read_from_afar() {
    let disclosure = disclosure();
    let mut seen = 0;
    for lang in Lang::ALL {
        for unit in DisplayUnit::choices(lang, disclosure.unit) {
            let context = RenderContext::new(&disclosure, lang).with_translations(translations()).in_unit(unit);
            for (id, room) in FigureId::ALL.into_iter().flat_map(|id| [(id, TALL), (id, WIDE)]) {
                let Some(chart) = chart_filling(id, &context, 0, &room) else { continue };
                let case = format!("{id:?} {} {} in {} × {}", lang.code(), unit.as_str(), room.width, room.height);
                let (height, size) = (chart.height, label_size(&chart));
                assert!(height <= room.height, "{case}: {height} px high");
                assert!(height >= room.height * 0.75, "{case}: only {height} px high");
                assert!(size >= if room == TALL { 32.0 } else { 24.0 }, "{case}: labels of {size} px");
                assert_eq!(overlapping(&chart, size), [""; 0], "{case}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn a_chart_with_many_rows_has_smaller_labels_and_still_fits() {
    let mut smaller = 0;
    for (n, disclosure) in examples() {
        let context = RenderContext::new(&disclosure, Lang::Zh);
        for (id, room) in FigureId::ALL.into_iter().flat_map(|id| [(id, TALL), (id, WIDE)]) {
            let Some(chart) = chart_filling(id, &context, 0, &room) else { continue };
            let (height, size) = (chart.height, label_size(&chart));
            assert!(height <= room.height, "{n} {id:?}: {height} px high, labels of {size} px");
            assert_eq!(overlapping(&chart, size), [""; 0], "{n} {id:?}");
            smaller += usize::from(size < room.label_size - 1.0);
        }
    }
    assert!(smaller > 0, "no chart had many rows");
}

/// Labels on one line of which one begins before the other ends, and labels that are cut.
fn overlapping(chart: &FigureChart, size: f64) -> Vec<String> {
    let labels = labels(chart, TextSpacing::USUAL);
    let mut wrong = Vec::new();
    for (at, (y, start, end, text)) in labels.iter().enumerate() {
        if *start < -1.0 || *end > chart.width + 1.0 {
            wrong.push(format!("“{text}” is cut"));
        }
        for (other_y, other_start, other_end, other) in &labels[at + 1..] {
            if (y - other_y).abs() < size * 0.8 && end > other_start && other_end > start {
                wrong.push(format!("“{text}” overlaps “{other}”"));
            }
        }
    }
    wrong
}
