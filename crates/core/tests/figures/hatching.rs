//! Bars of numbers that the rest of the document contradicts.

use super::golden::{disclosure, examples, variant};
use mingbai_core::audit::{self, ContradictedNumbers};
use mingbai_core::disclosure::Disclosure;
use mingbai_core::figures::{ChartStyle, Figure, FigureId, RenderContext, chart_sentences, figure};
use mingbai_core::locale::Lang;
use serde_json::Value;

/// The figures of a disclosure whose checks have been run.
fn figures(disclosure: &Disclosure, style: &ChartStyle) -> Vec<Figure> {
    let contradicted = ContradictedNumbers::of(&audit::run(disclosure));
    let context = RenderContext::new(disclosure, Lang::Zh).with_contradicted(&contradicted);
    FigureId::ALL.into_iter().filter_map(|id| figure(id, &context, 0, style)).collect()
}

/// The diagonal lines of a chart, each by the coordinates of its two ends.
fn diagonals(figure: &Figure) -> Vec<[[f64; 2]; 2]> {
    let Some(option) = figure.chart.as_ref().map(|chart| chart.option.to_json()) else { return Vec::new() };
    let series = option["series"].as_array().unwrap().iter().filter(|series| series["type"] == "scatter");
    let lines = series.filter_map(|series| series["markLine"]["data"].as_array().cloned()).flatten();
    let number = |value: &Value| value.as_f64().unwrap();
    let end = |end: &Value| [number(&end["coord"][0]), number(&end["coord"][1])];
    lines.map(|line| [end(&line[0]), end(&line[1])]).collect()
}

#[test]
fn a_contradicted_number_is_hatched_in_its_own_figure_and_nowhere_else() {
    // 57 and 9.3 are no longer 66.3.
    let wrong = variant("公务用车运行维护费57万元", "公务用车运行维护费55万元");
    for style in [ChartStyle::WIDE, ChartStyle::NARROW] {
        for figure in figures(&wrong, &style) {
            let is_hatched = figure.id == FigureId::ThreePublic;
            let lines = diagonals(&figure);
            assert_eq!(!lines.is_empty(), is_hatched, "{:?}", figure.id);
            assert_eq!(
                figure.notes.iter().any(|note| note.0.len() == 1 && format!("{note:?}").contains("画斜线")),
                is_hatched
            );
            let height = figure.chart.as_ref().map_or(0.0, |chart| chart.height);
            for [[left, low], [right, high]] in lines {
                assert!(0.0 <= left && left < right && right <= style.width, "{left} {right}");
                assert!(0.0 <= high && high < low && low <= height, "{low} {high}");
                assert!((right - left - (low - high)).abs() < 0.001, "at 45 degrees");
            }
        }
    }
}

#[test]
fn what_the_checks_confirm_is_not_hatched() {
    for figure in figures(&disclosure(), &ChartStyle::WIDE) {
        assert_eq!(diagonals(&figure), Vec::<[[f64; 2]; 2]>::new(), "{:?}", figure.id);
    }
    let hatched = examples().filter(|(_, disclosure)| {
        figures(disclosure, &ChartStyle::WIDE).iter().any(|figure| !diagonals(figure).is_empty())
    });
    let conflicting = [1, 3, 4, 7, 8];
    for (n, _) in hatched {
        assert!(conflicting.contains(&n), "{n}");
    }
}

#[test]
fn who_does_not_see_the_hatching_is_told() {
    let wrong = variant("公务用车运行维护费57万元", "公务用车运行维护费55万元");
    let contradicted = ContradictedNumbers::of(&audit::run(&wrong));
    let context = RenderContext::new(&wrong, Lang::Zh).with_contradicted(&contradicted);
    let sentences = chart_sentences(FigureId::ThreePublic, &context, 0);
    let told: Vec<String> = sentences.iter().map(|sentence| sentence.plain(&context.locale)).collect();
    assert!(told.iter().all(|sentence| sentence.contains("和文件里别的数对不上")), "{told:?}");
    let whole = chart_sentences(FigureId::Running, &context, 0);
    assert!(!whole[0].plain(&context.locale).contains("对不上"));
}
