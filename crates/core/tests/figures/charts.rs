//! Every figure of the real disclosure in both languages, wide and narrow, including the options of its charts.

use super::golden::{compare, disclosure, examples};
use crate::translations::translations;
use mingbai_core::audit;
use mingbai_core::figures::{
    Area, Background, ChartMark, ChartStyle, ExplainedChange, Figure, FigureChart, FigureId, ReasonText, RenderContext,
    RichText, Table, TextRun, arithmetic, check_sentence, figure, headline, text_width, verdict,
};
use mingbai_core::locale::{DisplayUnit, Lang, Locale};
use mingbai_core::provenance::{Provenance, SourcedValue};
use serde_json::{Value, json};

/// A sentence with the line and provenance of each number, for reviews.
fn text(text: &RichText, locale: &Locale) -> String {
    let pieces = text.0.iter().map(|piece| match piece {
        TextRun::Text(words) | TextRun::Verbatim(words) => words.clone(),
        TextRun::Line(line, name) => format!("[{name}|{line}]"),
        TextRun::Number(number, form) => {
            format!("<{}|{}>", mingbai_core::figures::format_number(number, *form, locale), origin(number))
        }
    });
    pieces.collect()
}

fn origin(number: &SourcedValue) -> String {
    match &number.provenance {
        Provenance::Stated(quote) => format!("{}.{} L{}", number.line, number.aspect.as_str(), quote.line),
        Provenance::Computed(formula) => {
            let operands: Vec<String> = formula.operands.iter().map(origin).collect();
            format!("{}.{} = {:?}({})", number.line, number.aspect.as_str(), formula.operation, operands.join(", "))
        }
    }
}

fn table(table: &Table, locale: &Locale) -> Value {
    let row = |row: &mingbai_core::figures::TableRow| {
        std::iter::once(&row.head).chain(&row.cells).map(|cell| text(cell, locale)).collect::<Vec<_>>().join(" ; ")
    };
    json!({
        "caption": table.caption,
        "columns": table.columns.iter().map(|c| format!("{} ({})", c.title, c.unit.as_deref().unwrap_or("-"))).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "foot": table.foot.as_ref().map(row),
    })
}

fn explanation(item: &ExplainedChange, context: &RenderContext) -> Value {
    let reason = match &item.reason {
        ReasonText::Verbatim { zh, english, .. } => json!({ "verbatim": zh, "english": english }),
        ReasonText::Components { components, .. } => json!({ "components": components.len() }),
        ReasonText::Flat(worded) => json!({ "flat": worded }),
        ReasonText::Unexplained => json!("unexplained"),
    };
    json!({ "line": item.line.as_str(), "moved": text(&item.change_text(context), &context.locale), "reason": reason })
}

fn golden(made: &Figure, narrow: &Figure, context: &RenderContext) -> Value {
    let locale = &context.locale;
    let marks = |figure: &Figure| -> Vec<String> {
        let marks = figure.chart.iter().flat_map(|chart| &chart.marks);
        marks.map(|mark| format!("{} {:?} {}", mark.series, mark.item, mark.line)).collect()
    };
    json!({
        "question": made.question,
        "title": text(&made.title, locale),
        "subtitle": text(&made.subtitle, locale),
        "views": made.views,
        "explanations": made.explanations.iter().map(|item| explanation(item, context)).collect::<Vec<_>>(),
        "table": table(&made.table, locale),
        "notes": made.notes.iter().map(|note| text(note, locale)).collect::<Vec<_>>(),
        "sources": made.sources.iter().map(|source| format!("{} L{}", source.section, source.line)).collect::<Vec<_>>(),
        "marks": marks(made),
        "key": narrow.chart.iter().flat_map(|chart| &chart.legend).map(|key| text(&key.text, locale)).collect::<Vec<_>>(),
        "wide": made.chart.as_ref().map(|chart| &chart.option),
        "narrow": narrow.chart.as_ref().map(|chart| &chart.option),
    })
}

fn pretty(made: &Value) -> String {
    serde_json::to_string_pretty(made).unwrap() + "\n"
}

#[test]
fn every_figure_equals_its_golden_file_in_both_languages() {
    let disclosure = disclosure();
    for lang in Lang::ALL {
        let context = RenderContext::new(&disclosure, lang).with_translations(translations());
        for id in FigureId::ALL {
            let made = |chart_style| {
                figure(id, &context, 0, chart_style).unwrap_or_else(|| panic!("{id:?} has something to show"))
            };
            let (wide, narrow) = (made(&ChartStyle::WIDE), made(&ChartStyle::NARROW));
            compare(&format!("{}.{}.json", id.as_str(), lang.code()), &pretty(&golden(&wide, &narrow, &context)));
        }
        let by_nature = |chart_style| figure(FigureId::Flow, &context, 1, chart_style).unwrap();
        compare(
            &format!("flow.nature.{}.json", lang.code()),
            &pretty(&golden(&by_nature(&ChartStyle::WIDE), &by_nature(&ChartStyle::NARROW), &context)),
        );
    }
}

#[test]
fn headline_and_checks_equal_their_golden_files() {
    let disclosure = disclosure();
    let checks = audit::run(&disclosure);
    for lang in Lang::ALL {
        let context = RenderContext::new(&disclosure, lang).with_translations(translations());
        let locale = &context.locale;
        let top = headline(&context, &checks);
        let facts = top.facts.iter().map(|fact| {
            format!("{}: {} {}", text(&fact.label, locale), text(&fact.value, locale), text(&fact.detail, locale))
        });
        let each = checks.iter().map(|check| {
            let words = [check_sentence(&context, check), arithmetic(&context, check)];
            format!(
                "{} {}: {} | {}",
                check.outcome.as_str(),
                check.id(),
                text(&words[0], locale),
                text(&words[1], locale)
            )
        });
        let made = json!({
            "kind": top.kind, "who": top.who, "lede": text(&top.lede, locale), "facts": facts.collect::<Vec<_>>(),
            "verdict": text(&verdict(&context, &checks), locale), "checks": each.collect::<Vec<_>>(),
        });
        compare(&format!("page.{}.json", lang.code()), &pretty(&made));
    }
}

#[test]
fn titles_state_the_findings() {
    let disclosure = disclosure();
    let title = |id: FigureId, lang: Lang| {
        let context = RenderContext::new(&disclosure, lang).with_translations(translations());
        figure(id, &context, 0, &ChartStyle::WIDE).unwrap().title.plain(&context.locale).replace('\u{202f}', " ")
    };
    assert_eq!(
        title(FigureId::Flow, Lang::Zh),
        "全部来自一般公共预算拨款，约四分之三主要是这个单位自己的人员、运转和业务"
    );
    assert_eq!(
        title(FigureId::Purpose, Lang::Zh),
        "每 100 元里，75 元主要是这个单位自己的人员、运转和业务，14 元主要是替职工缴的养老保险、退休人员费用"
    );
    assert_eq!(title(FigureId::Nature, Lang::Zh), "基本支出占 88.1%，项目支出占 11.9%");
    assert_eq!(title(FigureId::Change, Lang::Zh), "项目支出减少 67 万元，总预算仍增加 107.78 万元");
    assert_eq!(title(FigureId::ThreePublic, Lang::Zh), "公务接待费减少 27.7 万元，公务用车运行维护费增加 12 万元");
    assert_eq!(title(FigureId::Running, Lang::Zh), "机关运行经费 311.79 万元");
    assert_eq!(title(FigureId::Office, Lang::Zh), "55 个编制、2 个单位、24 项职责");
    assert_eq!(
        title(FigureId::Change, Lang::En),
        "Project expenditure falls by ¥670,000, but the total still rises by ¥1,077,800"
    );
}

#[test]
fn every_slot_of_a_sentence_is_filled() {
    let mut read_all: Vec<_> = examples().map(|(_, disclosure)| disclosure).collect();
    read_all.push(disclosure());
    for disclosure in &read_all {
        for lang in Lang::ALL {
            let context = RenderContext::new(disclosure, lang).with_translations(translations());
            for id in FigureId::ALL {
                let Some(made) = figure(id, &context, 0, &ChartStyle::WIDE) else { continue };
                let notes = made.notes.iter().chain([&made.title, &made.subtitle]);
                for said in notes.map(|note| note.plain(&context.locale)) {
                    assert!(!said.contains(['{', '}']), "{id:?}: {said}");
                }
            }
        }
    }
}

#[test]
fn every_figure_names_the_sources_of_its_numbers() {
    let disclosure = disclosure();
    let context = RenderContext::new(&disclosure, Lang::Zh);
    for id in FigureId::ALL {
        let made = figure(id, &context, 0, &ChartStyle::WIDE).unwrap();
        assert!(!made.sources.is_empty(), "{id:?} names no source");
        assert!(!made.table.rows.is_empty(), "{id:?} has no table");
        for mark in made.chart.iter().flat_map(|chart| &chart.marks) {
            assert!(
                mingbai_core::figures::line_card(&context, &mark.line).is_some(),
                "{id:?}: {} has no card",
                mark.line
            );
        }
    }
}

#[test]
fn labels_stay_inside_a_chart_at_every_width_and_font_scale() {
    let disclosure = disclosure();
    for lang in Lang::ALL {
        for unit in DisplayUnit::choices(lang, disclosure.unit) {
            let context = RenderContext::new(&disclosure, lang).in_unit(unit);
            // A phone and a small phone, each up to twice the usual font size.
            for (width, scale) in [(298.0, 1.0), (258.0, 1.0), (283.0, 1.25), (243.0, 1.25), (238.0, 2.0), (198.0, 2.0)]
            {
                let chart_style = ChartStyle::fitting(width, scale, Background::Light);
                // ECharts lays out the flow: its labels have no known place.
                for id in FigureId::ALL.into_iter().filter(|id| *id != FigureId::Flow) {
                    let Some(chart) = figure(id, &context, 0, &chart_style).and_then(|figure| figure.chart) else {
                        continue;
                    };
                    for (words, left, right) in placed_labels(&chart.option.to_json()) {
                        let inside = left >= -1.0 && right <= width + 1.0;
                        assert!(inside, "{} {lang:?} {unit:?} at {width}: {words} from {left} to {right}", id.as_str());
                    }
                }
            }
        }
    }
}

/// The labels of a chart that is laid out in pixels, each with its left and right end.
fn placed_labels(option: &Value) -> Vec<(String, f64, f64)> {
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

#[test]
fn a_kind_of_posts_has_a_touch_target_at_its_name_and_one_keyboard_stop() {
    let disclosure = disclosure();
    let context = RenderContext::new(&disclosure, Lang::Zh);
    let chart = |id| figure(id, &context, 0, &ChartStyle::WIDE).unwrap().chart.unwrap();
    let office = chart(FigureId::Office);
    let option = office.option.to_json();
    // The name of each kind is inside a mark of that kind.
    for (name, line) in [("行政编制", "staff.administrative"), ("事业编制", "staff.institutional")] {
        let series = option["series"].as_array().unwrap();
        let data = |series: &Value| series["data"].as_array().unwrap().clone();
        let word = series.iter().flat_map(data).find(|item| item["name"].as_str().is_some_and(|n| n.starts_with(name)));
        let at = word.unwrap()["value"].clone();
        let holds = |mark: &&ChartMark| {
            let target = &series[mark.series];
            let (wide, high) = (target["symbolSize"][0].as_f64(), target["symbolSize"][1].as_f64());
            let apart = |n: usize| (data(target)[0][n].as_f64().unwrap() - at[n].as_f64().unwrap()).abs() * 2.0;
            wide.is_some_and(|wide| apart(0) <= wide) && high.is_some_and(|high| apart(1) <= high)
        };
        assert_eq!(office.marks.iter().find(holds).unwrap().line, line);
    }
    let stops =
        |chart: &FigureChart| chart.stops().into_iter().map(|at| chart.marks[at].line.to_string()).collect::<Vec<_>>();
    assert_eq!(stops(&office), ["staff.administrative", "staff.institutional"]);
    assert_eq!(stops(&chart(FigureId::Purpose)).len(), 4);
}

#[test]
fn parts_are_distinguished_from_wholes_and_unlike_rows_are_not_sortable() {
    let disclosure = disclosure();
    let context = RenderContext::new(&disclosure, Lang::Zh);
    let table = figure(FigureId::Running, &context, 0, &ChartStyle::WIDE).unwrap().table;
    assert!(!table.sortable);
    let heads: Vec<String> = table.rows.iter().map(|row| row.head.plain(&context.locale)).collect();
    assert_eq!(heads.iter().filter(|head| head.starts_with("其中：")).count(), 11, "{heads:?}");
    let wholes: Vec<&String> = heads.iter().filter(|head| !head.starts_with("其中：")).collect();
    assert_eq!(
        wholes,
        ["机关运行经费", "政府采购（不含零星购买）", "纳入绩效目标管理的项目支出", "现有车辆", "当年购置车辆"]
    );
    assert_eq!(heads.iter().position(|head| head == "其中：一般公共预算拨款政府采购"), Some(5), "{heads:?}");
}

#[test]
fn no_procurement_is_never_stated_without_what_procurement_leaves_out() {
    let disclosure = disclosure();
    let said = |lang: Lang| {
        let context = RenderContext::new(&disclosure, lang);
        let figure = figure(FigureId::Running, &context, 0, &ChartStyle::WIDE).unwrap();
        let rows = figure.table.rows.iter().map(|row| row.head.plain(&context.locale));
        let notes = figure.notes.iter().map(|note| note.plain(&context.locale));
        (figure.title.plain(&context.locale), rows.collect::<Vec<_>>(), notes.collect::<Vec<_>>())
    };
    for (lang, procurement, row, threshold) in [
        (Lang::Zh, "采购", "政府采购（不含零星购买）", "限额标准由各省定，各年可能不同，这份文件没写（我们的解释）"),
        (
            Lang::En,
            "procurement",
            "Government procurement (small purchases not counted)",
            "Each province sets the threshold, which may differ from year to year; this document does not state it (our \
             explanation)",
        ),
    ] {
        let (title, rows, notes) = said(lang);
        assert!(!title.contains(procurement), "{title}");
        assert!(rows.iter().any(|head| head == row), "{rows:?}");
        assert!(notes.iter().any(|note| note.contains(procurement) && note.contains(threshold)), "{notes:?}");
    }
    // Where something is procured, the row needs no such words.
    let bought = mingbai_core::disclosure::parse(
        "六、其他重要事项的情况说明\n1.机关运行经费情况。2023年机关运行经费50万元。\n2.政府采购情况。所属各预算单位政府采购预算总额30万元。",
    )
    .unwrap();
    let context = RenderContext::new(&bought, Lang::Zh);
    let figure = figure(FigureId::Running, &context, 0, &ChartStyle::WIDE).unwrap();
    let heads: Vec<String> = figure.table.rows.iter().map(|row| row.head.plain(&context.locale)).collect();
    assert!(heads.contains(&"政府采购".to_owned()), "{heads:?}");
    let title = figure.title.plain(&context.locale).replace('\u{202f}', " ");
    assert!(title.contains("政府采购 30 万元"), "{title}");
}

#[test]
fn every_mark_of_a_chart_has_an_area_inside_of_it() {
    // A card is placed next to its mark.
    let disclosure = disclosure();
    let context = RenderContext::new(&disclosure, Lang::Zh);
    for id in FigureId::ALL.into_iter().filter(|id| *id != FigureId::Flow) {
        let chart = figure(id, &context, 0, &ChartStyle::WIDE).unwrap().chart.unwrap();
        for mark in &chart.marks {
            let Area { left: x, top: y, width, height } = mark.area.unwrap();
            let inside = x + width <= ChartStyle::WIDE.width + 9.0 && y + height <= chart.height + 9.0 && y >= -9.0;
            assert!(inside && width > 0.0 && height > 0.0, "{id:?} {mark:?} {}", chart.height);
        }
    }
}
