//! Pictures: whole without their page, and well-formed whatever a document says.

use super::shared::{all, disclosure, example, figures, made};
use crate::translations::translations;
use mingbai_core::disclosure::Disclosure;
use mingbai_core::export::{PICTURE_STYLE, picture};
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, RichText, text_width};
use mingbai_core::locale::Lang;
use roxmltree::{Document, Node};
use serde_json::Value;

const ADDRESS: &str = "https://example.org/budget/?lang=zh&theme=dark#figure=change&line=appropriation.project";
/// What stands for the chart: ECharts draws it in the browser.
const CHART: &str =
    "<svg width=\"1104\" height=\"300\" xmlns=\"http://www.w3.org/2000/svg\"><path id=\"drawn\" d=\"M0 0H9\"/></svg>";

fn svg_of(d: &Disclosure, id: FigureId, lang: Lang, address: Option<&str>) -> String {
    let context = RenderContext::new(d, lang).with_translations(translations());
    picture(&context, &made(id, &context, &PICTURE_STYLE), CHART, address).unwrap().svg
}

/// The words of a picture, line by line.
fn words(svg: &str) -> String {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_picture_says_whose_budget_finding_unit_source_and_address() {
    let said = words(&svg_of(&disclosure(), FigureId::Change, Lang::Zh, Some(ADDRESS)));
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(
        said,
        [
            "重庆市大足区人民政府办公室 · 2023年预算",
            "比去年变了多少，为什么？",
            "项目支出减少 67 万元，总预算仍增加 107.78 万元",
            "从2022年到2023年，原因用的是文件原话",
            "单位：万元 · 2023年年初预算，是计划数",
            "基本支出 ▲ 增加 174.78 万元（13.43%）：“人员工资调整及正常调动等”",
            "项目支出 ▼ 减少 67 万元（25.09%）：“信息网络中心部分网络运维项目合并至区大数据局等”",
            "2022年的数文件没写，是推算数：2023年的数减去写明的增减额。",
            "来源：重庆市大足区人民政府办公室，2023年部门预算情况说明，第 58、60、64、70、74 行 · sha256:d4921cf4ca42",
            &format!("明白账 · {ADDRESS}"),
        ]
    );
    let english = words(&svg_of(&disclosure(), FigureId::Purpose, Lang::En, None)).replace('\n', " ");
    let owner = "Office of the People's Government of Dazu District, Chongqing · Budget 2023";
    assert!(english.starts_with(owner), "{english}");
    for wanted in [
        "What does each ¥100 go to?",
        "Amounts in ¥ · The initial budget for 2023, a plan",
        "line 60 · sha256:d4921cf4ca42",
    ] {
        assert!(english.contains(wanted), "{wanted:?} is not in {english}");
    }
    let posts = words(&svg_of(&disclosure(), FigureId::Office, Lang::Zh, None));
    assert!(posts.starts_with("重庆市大足区人民政府办公室 · 2023年预算\n") && !posts.contains("单位："), "{posts}");
    assert!(words(&svg_of(&example(8), FigureId::Change, Lang::Zh, None)).contains("单位：元 · 2026年"));
}

/// Where the texts of a picture are: x, baseline, size of the type.
fn places(svg: &str) -> Vec<(f64, f64, f64)> {
    let document = Document::parse(svg).unwrap();
    let number = |node: &Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| (number(&node, "x"), number(&node, "y"), number(&node, "font-size"))).collect()
}

fn assert_near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.11, "{found} is not {wanted}");
}

#[test]
fn the_lines_of_a_picture_stand_below_each_other() {
    let d = disclosure();
    let context = RenderContext::new(&d, Lang::Zh).with_translations(translations());
    let figure = made(FigureId::Change, &context, &PICTURE_STYLE);
    let made = picture(&context, &figure, CHART, Some(ADDRESS)).unwrap();
    // Above the chart: whose budget, question, finding, subtitle, unit. A line of type 20 px high takes 30 px, with its
    // baseline at 23 px.
    let above = [(61.3, 22.0), (100.85, 19.0), (151.45, 33.0), (192.85, 19.0), (221.35, 19.0)];
    assert!(made.svg.contains("<g transform=\"translate(48 252.0)\">"), "{}", made.svg);
    let end = 252.0 + figure.chart.as_ref().unwrap().height + 16.0;
    // Below it: two reasons, a note, source, address.
    let below = [(20.7, 18.0), (47.7, 18.0), (80.4, 16.0), (134.4, 16.0), (158.4, 16.0)];
    let wanted: Vec<(f64, f64)> = above.into_iter().chain(below.map(|(y, size)| (end + y, size))).collect();
    let found = places(&made.svg);
    assert_eq!(found.len(), wanted.len());
    for ((x, y, size), (baseline, type_size)) in found.into_iter().zip(wanted) {
        assert_eq!((x, size), (48.0, type_size));
        assert_near(y, baseline);
    }
    assert!(made.svg.contains(&format!("<path d=\"M48 {:.1}H1152\"", end + 102.0)), "{}", made.svg);
    assert_eq!((made.width, made.height), (1200.0, (end + 196.0).ceil()));
}

#[test]
fn each_colour_of_a_key_stands_beside_its_words() {
    let d = disclosure();
    let context = RenderContext::new(&d, Lang::Zh).with_translations(translations());
    // Only a chart as narrow as a phone has a key.
    let phone = ChartStyle { width: 320.0, ..ChartStyle::WIDE };
    let figure = made(FigureId::Flow, &context, &phone);
    let chart = figure.chart.as_ref().unwrap();
    let svg = picture(&context, &figure, CHART, None).unwrap().svg;
    let document = Document::parse(&svg).unwrap();
    let rects = document.descendants().filter(|node| node.has_tag_name("rect") && node.attribute("rx") == Some("2"));
    let colors: Vec<Node> = rects.collect();
    assert!(colors.len() >= 2 && colors.len() == chart.legend.len(), "{} colours", colors.len());
    let keys: Vec<(f64, f64, f64)> = places(&svg).into_iter().filter(|(x, ..)| *x > 48.0).collect();
    assert_eq!(keys.len(), colors.len(), "one line each");
    let before = places(&svg).into_iter().rfind(|(x, y, _)| *x == 48.0 && *y < keys[0].1).unwrap();
    let end = before.1 + before.2 * (1.5 - 1.15) + 24.0 + chart.height + 16.0;
    for (at, ((color, (x, y, size)), entry)) in colors.iter().zip(keys).zip(&chart.legend).enumerate() {
        let top = end + 27.0 * at as f64;
        let found = (x, size, color.attribute("x"), color.attribute("fill"));
        assert_eq!(found, (74.0, 18.0, Some("48"), Some(entry.color)));
        assert_near(y, top + 20.7);
        assert_near(color.attribute("y").unwrap().parse().unwrap(), top + 7.2);
    }
    let mut long = figure.clone();
    // Behind a colour there are 1078 px; a sign, a space and 59 characters of 18 px need a little more.
    long.chart.as_mut().unwrap().legend[0].text = RichText::text("一".repeat(59));
    let keys = places(&picture(&context, &long, CHART, None).unwrap().svg).into_iter().filter(|(x, ..)| *x > 48.0);
    assert_eq!(keys.count(), colors.len() + 1, "the first takes two lines");
    let said = words(&svg);
    let signs = chart.legend.iter().filter(|entry| !entry.sign.is_empty());
    assert!(
        signs.clone().count() > 0 && signs.clone().all(|entry| said.contains(&format!("{} ", entry.sign))),
        "{said}"
    );
}

#[test]
fn a_long_address_is_broken_only_where_the_line_is_full() {
    let address = format!("https://example.org/{}", "m-".repeat(150));
    let said = words(&svg_of(&disclosure(), FigureId::Change, Lang::Zh, Some(&address)));
    let lines: Vec<&str> = said.lines().skip_while(|line| !line.starts_with("明白账 · ")).collect();
    assert_eq!(lines.concat(), format!("明白账 · {address}"));
    assert!(lines.len() > 2, "{lines:?}");
    for pair in lines.windows(2) {
        let next = pair[1].chars().next().unwrap().to_string();
        let (width, with_next) = (text_width(pair[0], 16.0), text_width(pair[0], 16.0) + text_width(&next, 16.0));
        assert!(width <= 1104.0 && with_next > 1104.0, "{width} {with_next}");
    }
    // Sixty-nine characters of 16 px fill a line of 1104 px.
    let said = words(&svg_of(&disclosure(), FigureId::Change, Lang::Zh, Some(&"某".repeat(200))));
    let lines: Vec<usize> =
        said.lines().skip_while(|line| !line.starts_with("明白账 · ")).map(|line| line.chars().count()).collect();
    assert_eq!(lines[1], 69, "{lines:?}");
}

#[test]
fn every_picture_is_well_formed_with_its_chart_and_its_words_inside_and_asks_nobody_for_anything() {
    for d in all() {
        figures(&d, &PICTURE_STYLE, |context, figure| {
            let Some(made) = picture(context, figure, CHART, Some(ADDRESS)) else {
                assert!(figure.chart.is_none(), "{:?} has a chart and no picture", figure.id);
                return;
            };
            let document = Document::parse(&made.svg).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("height"), Some(made.height.to_string().as_str()));
            assert!(document.descendants().any(|node| node.attribute("id") == Some("drawn")));
            for node in document.descendants().filter(|node| node.is_element()) {
                for attribute in node.attributes() {
                    assert!(!attribute.value().contains("://") && !attribute.name().ends_with("href"), "{attribute:?}");
                }
                if !node.has_tag_name("text") {
                    continue;
                }
                let number = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
                let width = text_width(node.text().unwrap(), number("font-size"));
                assert!(number("x") + width <= made.width - 20.0, "{:?} is too long", node.text());
                assert!(number("y") < made.height - 20.0, "{:?} is too low", node.text());
            }
        });
    }
}

#[test]
fn a_picture_is_legible_at_half_its_size() {
    /// The sizes of type in the option of a chart.
    fn sizes(option: &Value) -> Vec<f64> {
        match option {
            Value::Object(fields) => {
                let size = fields.get("fontSize").and_then(Value::as_f64);
                size.into_iter().chain(fields.values().flat_map(sizes)).collect()
            }
            Value::Array(items) => items.iter().flat_map(sizes).collect(),
            _ => Vec::new(),
        }
    }
    figures(&disclosure(), &PICTURE_STYLE, |context, figure| {
        let chart = figure.chart.as_ref().unwrap();
        let around = places(&picture(context, figure, CHART, None).unwrap().svg).into_iter().map(|(.., size)| size);
        let inside = sizes(&chart.option.to_json());
        assert!(!inside.is_empty(), "{:?}", figure.id);
        let least = around.chain(inside).fold(f64::MAX, f64::min);
        assert!(least >= 16.0, "{:?} has type of {least} px", figure.id);
    });
}

#[test]
fn words_that_look_like_marks_stay_words() {
    let mut d = disclosure();
    let hostile = "</text><script>&amp; \"某区\"\u{1}办公室";
    d.institution.as_mut().unwrap().text = hostile.to_owned();
    let svg = svg_of(&d, FigureId::Change, Lang::Zh, Some("https://example.org/?a=<b>&c=\"d\""));
    assert!(!svg.contains("<script"));
    let said = words(&svg);
    assert!(said.contains("</text><script>&amp; \"某区\"办公室"), "{said}");
    assert!(said.contains("https://example.org/?a=<b>&c=\"d\""), "{said}");
}
