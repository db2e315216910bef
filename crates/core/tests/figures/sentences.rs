//! What charts show, in sentences: one for each keyboard stop, with every number's owner, in both languages.

use super::golden::{compare, disclosure, examples};
use crate::translations::translations;
use mingbai_core::disclosure::Disclosure;
use mingbai_core::figures::{Background, ChartStyle, FigureId, RenderContext, chart, chart_sentences};
use mingbai_core::locale::Lang;
use std::fmt::Write as _;

/// A figure and one of its views, with the sentences of its chart.
type View = (FigureId, usize, Vec<String>);

/// The sentences of every view of every figure that has a chart.
fn views(context: &RenderContext) -> Vec<View> {
    let mut views = Vec::new();
    for id in FigureId::ALL {
        for view in 0..id.views().len().max(1) {
            let sentences = chart_sentences(id, context, view);
            let sentences: Vec<String> = sentences.iter().map(|text| text.plain(&context.locale)).collect();
            if !sentences.is_empty() {
                views.push((id, view, sentences));
            }
        }
    }
    views
}

#[test]
fn every_chart_is_told_in_sentences() {
    let (disclosure, translations) = (disclosure(), translations());
    for lang in Lang::ALL {
        let context = RenderContext::new(&disclosure, lang).with_translations(translations);
        let mut told = String::new();
        for (id, view, sentences) in views(&context) {
            let _ = writeln!(told, "{} {view}", id.as_str());
            for sentence in sentences {
                // A narrow space would not be visible in a diff.
                let _ = writeln!(told, "  {}", sentence.replace('\u{202f}', " "));
            }
        }
        compare(&format!("chart_sentences.{}.txt", lang.code()), &told);
    }
}

/// Fails unless each stop of each chart has a sentence of its own, at every width.
fn assert_told(name: &str, disclosure: &Disclosure) {
    for lang in Lang::ALL {
        let context = RenderContext::new(disclosure, lang);
        let views = views(&context);
        for (id, view, sentences) in &views {
            for (width, scale) in [(280.0, 1.25), (340.0, 1.0), (640.0, 1.0), (1200.0, 1.0)] {
                let style = ChartStyle::fitting(width, scale, Background::Light);
                let chart = chart(*id, &context, *view, &style).expect("a chart that is told in sentences");
                let stops = chart.stops();
                assert_eq!(stops.len(), sentences.len(), "{name} {lang:?} {id:?} {view} at {width}");
                for (stop, sentence) in stops.into_iter().zip(sentences) {
                    let line = context.name(&chart.marks[stop].line).to_lowercase();
                    let is_whole = *id == FigureId::Flow && sentence.starts_with(['2', 'B']);
                    let sentence = sentence.to_lowercase();
                    assert!(is_whole || sentence.contains(&line), "{name} {id:?} at {width}: {line} in {sentence}");
                }
            }
            for (at, sentence) in sentences.iter().enumerate() {
                assert!(!sentence.contains(['▲', '▼', '→', '*', '{']), "{name}: {sentence}");
                assert!(sentence.ends_with(['。', '.']), "{name}: {sentence}");
                assert!(!sentences[..at].contains(sentence), "{name}: told twice: {sentence}");
            }
        }
        assert!(!views.is_empty(), "{name}");
    }
}

#[test]
fn each_keyboard_stop_of_a_chart_has_its_sentence_at_every_width() {
    assert_told("the disclosure", &disclosure());
    for (n, example) in examples() {
        assert_told(&format!("example {n}"), &example);
    }
}

#[test]
fn the_flow_is_told_from_and_to() {
    let disclosure = disclosure();
    let context = RenderContext::new(&disclosure, Lang::Zh);
    let told: Vec<String> = chart_sentences(FigureId::Flow, &context, 0)
        .iter()
        .map(|text| text.plain(&context.locale).replace('\u{202f}', " "))
        .collect();
    assert_eq!(told[0], "从一般公共预算拨款到2023年预算：1,675.82 万元。");
    assert_eq!(told[1], "2023年预算：1,675.82 万元。");
    assert!(told[2].starts_with("从2023年预算到一般公共服务"), "{}", told[2]);
    assert_eq!(told.len(), 6);
}

#[test]
fn both_ends_of_the_bridge_name_their_year() {
    let disclosure = disclosure();
    let context = RenderContext::new(&disclosure, Lang::Zh);
    let told: Vec<String> = chart_sentences(FigureId::Change, &context, 0)
        .iter()
        .map(|text| text.plain(&context.locale).replace('\u{202f}', " "))
        .collect();
    assert_eq!(told.len(), 4);
    assert_eq!(told[0], "支出，2022年预算，1,568.04 万元，推算数。");
    assert!(told[3].starts_with("支出，2023年预算 1,675.82 万元"), "{}", told[3]);
}
