//! Pictures: whole without their page, and well-formed whatever a document says.

use super::shared::{all, disclosure, example, figures, made};
use crate::translations::translations;
use mingbai_core::disclosure::Disclosure;
use mingbai_core::export::{PICTURE_STYLE, picture};
use mingbai_core::figures::{FigureId, RenderContext, text_width};
use mingbai_core::locale::Lang;
use roxmltree::Document;

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
fn a_picture_says_finding_unit_year_source_and_address() {
    let said = words(&svg_of(&disclosure(), FigureId::Change, Lang::Zh, Some(ADDRESS)));
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(
        said,
        [
            "比去年变了多少，为什么？",
            "项目支出减少 67.00 万元，总预算仍增加 107.78 万元",
            "从2022年到2023年，原因用的是文件原话",
            "单位：万元 · 2023年年初预算，是计划数",
            "基本支出 ▲ 增加 174.78 万元（13.43%）：“人员工资调整及正常调动等”",
            "项目支出 ▼ 减少 67.00 万元（25.09%）：“信息网络中心部分网络运维项目合并至区大数据局等”",
            "2022年的数是推算的：2023年公布数减去公布的增减额。",
            "来源：重庆市大足区人民政府办公室，2023年部门预算情况说明，第 58、60、64、70、74 行 · sha256:d4921cf4ca42",
            &format!("明白账 · {ADDRESS}"),
        ]
    );
    let english = words(&svg_of(&disclosure(), FigureId::Purpose, Lang::En, None)).replace('\n', " ");
    for wanted in [
        "What does each ¥100 go to?",
        "Amounts in ¥ · The initial budget for 2023, a plan",
        "line 60 · sha256:d4921cf4ca42",
    ] {
        assert!(english.contains(wanted), "{wanted:?} is not in {english}");
    }
    let posts = words(&svg_of(&disclosure(), FigureId::Office, Lang::Zh, None));
    assert!(posts.contains("\n2023年\n") && !posts.contains("单位："), "{posts}");
    assert!(words(&svg_of(&example(8), FigureId::Change, Lang::Zh, None)).contains("单位：元 · 2026年"));
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
