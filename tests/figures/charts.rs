//! Every figure of the real disclosure in both languages, drawn wide and narrow, chart options and all.

use super::golden::{compare, disclosure, examples};
use mingbai::audit;
use mingbai::cited::{Cited, Origin};
use mingbai::figure::{
    Explanation, Figure, FigureId, Look, Piece, Reading, Reason, Table, Text, arithmetic, check_sentence, figure,
    headline, text_width, verdict,
};
use mingbai::locale::{Lang, Locale, MoneyUnit};
use serde_json::{Value, json};

/// A sentence as a reviewer reads it: numbers carry their line and origin.
fn text(text: &Text, locale: &Locale) -> String {
    let pieces = text.0.iter().map(|piece| match piece {
        Piece::Words(words) | Piece::Verbatim(words) => words.clone(),
        Piece::Line(line, name) => format!("[{name}|{line}]"),
        Piece::Cited(cited, form) => {
            format!("<{}|{}>", mingbai::figure::show(cited, *form, locale), origin(cited))
        }
    });
    pieces.collect()
}

fn origin(cited: &Cited) -> String {
    match &cited.origin {
        Origin::Stated(quote) => format!("{}.{} L{}", cited.line, cited.aspect.word(), quote.line),
        Origin::Computed(formula) => {
            let operands: Vec<String> = formula.operands.iter().map(origin).collect();
            format!("{}.{} = {:?}({})", cited.line, cited.aspect.word(), formula.operation, operands.join(", "))
        }
    }
}

fn table(table: &Table, locale: &Locale) -> Value {
    let row = |row: &mingbai::figure::Row| {
        std::iter::once(&row.head).chain(&row.cells).map(|cell| text(cell, locale)).collect::<Vec<_>>().join(" ; ")
    };
    json!({
        "caption": table.caption,
        "columns": table.columns.iter().map(|c| format!("{} ({})", c.title, c.unit.as_deref().unwrap_or("-"))).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "foot": table.foot.as_ref().map(row),
    })
}

fn explanation(item: &Explanation, reading: &Reading) -> Value {
    let reason = match &item.reason {
        Reason::Verbatim { zh, english, .. } => json!({ "verbatim": zh, "english": english }),
        Reason::Components { parts, .. } => json!({ "components": parts.len() }),
        Reason::Flat(worded) => json!({ "flat": worded }),
        Reason::Unexplained => json!("unexplained"),
    };
    json!({ "line": item.line.as_str(), "moved": text(&item.moved(reading), &reading.locale), "reason": reason })
}

fn golden(made: &Figure, narrow: &Figure, reading: &Reading) -> Value {
    let locale = &reading.locale;
    let marks = |figure: &Figure| -> Vec<String> {
        let marks = figure.chart.iter().flat_map(|chart| &chart.marks);
        marks.map(|mark| format!("{} {:?} {}", mark.series, mark.item, mark.line)).collect()
    };
    json!({
        "question": made.question,
        "title": text(&made.title, locale),
        "subtitle": text(&made.subtitle, locale),
        "views": made.views,
        "explanations": made.explanations.iter().map(|item| explanation(item, reading)).collect::<Vec<_>>(),
        "table": table(&made.table, locale),
        "notes": made.notes.iter().map(|note| text(note, locale)).collect::<Vec<_>>(),
        "sources": made.sources.iter().map(|source| format!("{} L{}", source.section, source.line)).collect::<Vec<_>>(),
        "marks": marks(made),
        "key": narrow.chart.iter().flat_map(|chart| &chart.key).map(|key| text(&key.text, locale)).collect::<Vec<_>>(),
        "wide": made.chart.as_ref().map(|chart| &chart.option),
        "narrow": narrow.chart.as_ref().map(|chart| &chart.option),
    })
}

fn pretty(made: &Value) -> String {
    serde_json::to_string_pretty(made).unwrap() + "\n"
}

#[test]
fn every_figure_is_as_it_was_in_both_languages() {
    let disclosure = disclosure();
    for lang in Lang::ALL {
        let reading = Reading::new(&disclosure, lang);
        for id in FigureId::ALL {
            let made = |look| figure(id, &reading, 0, look).unwrap_or_else(|| panic!("{id:?} has something to show"));
            let (wide, narrow) = (made(&Look::WIDE), made(&Look::NARROW));
            compare(&format!("{}.{}.json", id.word(), lang.code()), &pretty(&golden(&wide, &narrow, &reading)));
        }
        let by_nature = |look| figure(FigureId::Flow, &reading, 1, look).unwrap();
        compare(
            &format!("flow.nature.{}.json", lang.code()),
            &pretty(&golden(&by_nature(&Look::WIDE), &by_nature(&Look::NARROW), &reading)),
        );
    }
}

#[test]
fn the_headline_and_the_checks_are_as_they_were() {
    let disclosure = disclosure();
    let checks = audit::run(&disclosure);
    for lang in Lang::ALL {
        let reading = Reading::new(&disclosure, lang);
        let locale = &reading.locale;
        let top = headline(&reading, &checks);
        let facts = top.facts.iter().map(|fact| {
            format!("{}: {} {}", text(&fact.label, locale), text(&fact.value, locale), text(&fact.aside, locale))
        });
        let each = checks.iter().map(|check| {
            let words = [check_sentence(&reading, check), arithmetic(&reading, check)];
            format!(
                "{} {}: {} | {}",
                check.outcome.word(),
                check.id(),
                text(&words[0], locale),
                text(&words[1], locale)
            )
        });
        let made = json!({
            "kind": top.kind, "who": top.who, "lede": text(&top.lede, locale), "facts": facts.collect::<Vec<_>>(),
            "verdict": text(&verdict(&reading, &checks), locale), "checks": each.collect::<Vec<_>>(),
        });
        compare(&format!("page.{}.json", lang.code()), &pretty(&made));
    }
}

#[test]
fn titles_say_what_the_figures_find() {
    let disclosure = disclosure();
    let title = |id: FigureId, lang: Lang| {
        let reading = Reading::new(&disclosure, lang);
        figure(id, &reading, 0, &Look::WIDE).unwrap().title.plain(&reading.locale).replace('\u{202f}', " ")
    };
    assert_eq!(title(FigureId::Flow, Lang::Zh), "全部来自一般公共预算拨款，约四分之三用于一般公共服务");
    assert_eq!(title(FigureId::Purpose, Lang::Zh), "每 100 元里，75 元用于一般公共服务，14 元用于社会保障和就业");
    assert_eq!(title(FigureId::Nature, Lang::Zh), "基本支出占 88.1%，项目支出占 11.9%");
    assert_eq!(title(FigureId::Change, Lang::Zh), "项目支出减少 67.00 万元，总预算仍增加 107.78 万元");
    assert_eq!(title(FigureId::ThreePublic, Lang::Zh), "公务接待费减少 27.70 万元，公务用车运行维护费增加 12.00 万元");
    assert_eq!(title(FigureId::Running, Lang::Zh), "机关运行经费 311.79 万元，没有安排政府采购");
    assert_eq!(title(FigureId::Office, Lang::Zh), "55 个编制、2 个单位、24 项职责");
    assert_eq!(
        title(FigureId::Change, Lang::En),
        "¥670,000 less for project expenditure, yet the total rises by ¥1,077,800"
    );
}

#[test]
fn no_sentence_is_left_with_an_empty_slot() {
    let mut read_all: Vec<_> = examples().map(|(_, disclosure)| disclosure).collect();
    read_all.push(disclosure());
    for disclosure in &read_all {
        for lang in Lang::ALL {
            let reading = Reading::new(disclosure, lang);
            for id in FigureId::ALL {
                let Some(made) = figure(id, &reading, 0, &Look::WIDE) else { continue };
                let notes = made.notes.iter().chain([&made.title, &made.subtitle]);
                for said in notes.map(|note| note.plain(&reading.locale)) {
                    assert!(!said.contains(['{', '}']), "{id:?}: {said}");
                }
            }
        }
    }
}

#[test]
fn every_figure_says_where_its_numbers_stand() {
    let disclosure = disclosure();
    let reading = Reading::new(&disclosure, Lang::Zh);
    for id in FigureId::ALL {
        let made = figure(id, &reading, 0, &Look::WIDE).unwrap();
        assert!(!made.sources.is_empty(), "{id:?} names no source");
        assert!(!made.table.rows.is_empty(), "{id:?} has no table");
        for mark in made.chart.iter().flat_map(|chart| &chart.marks) {
            assert!(mingbai::figure::card(&reading, &mark.line).is_some(), "{id:?}: {} has no card", mark.line);
        }
    }
}

#[test]
fn words_stay_inside_a_chart_however_narrow_it_is_and_large_its_type() {
    let disclosure = disclosure();
    for lang in Lang::ALL {
        for unit in MoneyUnit::choices(lang, disclosure.unit) {
            let reading = Reading::new(&disclosure, lang).in_unit(unit);
            // A phone, a small one, and both with large type, up to twice the usual.
            for (width, scale) in [(298.0, 1.0), (258.0, 1.0), (283.0, 1.25), (243.0, 1.25), (238.0, 2.0), (198.0, 2.0)]
            {
                let look = Look::fitting(width, scale, false);
                // The flow has signs on a phone; its words are not placed here.
                for id in FigureId::ALL.into_iter().filter(|id| *id != FigureId::Flow) {
                    let Some(chart) = figure(id, &reading, 0, &look).and_then(|figure| figure.chart) else { continue };
                    for (words, left, right) in placed(&chart.option) {
                        let inside = left >= -1.0 && right <= width + 1.0;
                        assert!(inside, "{} {lang:?} {unit:?} at {width}: {words} from {left} to {right}", id.word());
                    }
                }
            }
        }
    }
}

/// The words of a chart that is drawn word by word, each with where it begins and ends.
fn placed(option: &Value) -> Vec<(String, f64, f64)> {
    let series = option["series"].as_array().unwrap().iter().filter(|series| series["label"]["show"] == true);
    let words = series.flat_map(|series| {
        let (size, position) = (series["label"]["fontSize"].as_f64().unwrap(), &series["label"]["position"]);
        series["data"].as_array().unwrap().iter().map(move |word| {
            let (text, x) = (word["name"].as_str().unwrap(), word["value"][0].as_f64().unwrap());
            let wide = text_width(text, size);
            if position == "right" { (text.to_owned(), x, x + wide) } else { (text.to_owned(), x - wide, x) }
        })
    });
    words.collect()
}
