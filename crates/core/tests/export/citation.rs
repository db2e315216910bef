//! Citations, to the letter, and the names of files.

use super::shared::{disclosure, example};
use crate::translations::translations;
use mingbai_core::disclosure::Disclosure;
use mingbai_core::export::{CitationDetails, citation, file_name, source_lines};
use mingbai_core::figures::{ChartStyle, FigureId, RenderContext, figure};
use mingbai_core::locale::Lang;
use mingbai_core::publication::Publication;

const ADDRESS: &str = "https://example.org/budget/?lang=zh#figure=change";

fn cited(d: &Disclosure, lang: Lang, cite: &CitationDetails) -> String {
    citation(&RenderContext::new(d, lang).with_translations(translations()), cite)
}

#[test]
fn a_figure_is_cited_with_document_lines_date_address_and_dataset() {
    let d = disclosure();
    let sources = figure(FigureId::Change, &RenderContext::new(&d, Lang::Zh), 0, &ChartStyle::WIDE).unwrap().sources;
    let cite = CitationDetails { lines: &source_lines(&sources), accessed: "2026-11-25", address: Some(ADDRESS) };
    assert_eq!(
        cited(&d, Lang::Zh, &cite),
        "重庆市大足区人民政府办公室. 2023年部门预算情况说明[R/OL]. [2026-11-25]. \
         第 58、60、64、70、74 行. 数据集 sha256:d4921cf4ca42. https://example.org/budget/?lang=zh#figure=change"
    );
    assert_eq!(
        cited(&d, Lang::En, &cite),
        "Office of the People's Government of Dazu District, Chongqing. Explanation of the 2023 departmental budget \
         [2023年部门预算情况说明]. Lines 58, 60, 64, 70 and 74. Accessed 2026-11-25. \
         Dataset sha256:d4921cf4ca42. https://example.org/budget/?lang=zh#figure=change"
    );
}

#[test]
fn a_passage_is_cited_from_its_first_line_to_its_last() {
    let d = disclosure();
    let sources = figure(FigureId::Office, &RenderContext::new(&d, Lang::Zh), 0, &ChartStyle::WIDE).unwrap().sources;
    assert_eq!(sources.iter().map(|source| (source.line, source.last)).collect::<Vec<_>>(), [(9, 53), (54, 54)]);
    let lines = source_lines(&sources);
    let cite = CitationDetails { lines: &lines, accessed: "2026-11-25", address: None };
    let (zh, en) = (cited(&d, Lang::Zh, &cite), cited(&d, Lang::En, &cite));
    assert!(zh.contains(". 第 9–54 行. "), "{zh}");
    assert!(en.contains(". Lines 9–54. "), "{en}");
}

#[test]
fn what_is_not_known_is_left_out() {
    let d = disclosure();
    let cite = CitationDetails { lines: &[], accessed: "2026-11-25", address: None };
    assert_eq!(
        cited(&d, Lang::Zh, &cite),
        "重庆市大足区人民政府办公室. 2023年部门预算情况说明[R/OL]. [2026-11-25]. 数据集 sha256:d4921cf4ca42."
    );
    let mut bare = d.clone();
    (bare.institution, bare.title) = (None, None);
    let cite = CitationDetails { lines: &[54], ..cite };
    assert_eq!(
        cited(&bare, Lang::Zh, &cite),
        "部门预算情况说明（2023）[R/OL]. [2026-11-25]. 第 54 行. 数据集 sha256:d4921cf4ca42."
    );
    assert_eq!(
        cited(&bare, Lang::En, &cite),
        "Explanation of the budget (2023). Line 54. Accessed 2026-11-25. Dataset sha256:d4921cf4ca42."
    );
}

#[test]
fn where_and_when_the_original_was_published_is_cited_as_far_as_it_is_known() {
    let d = disclosure();
    let known = Publication {
        address: Some("https://www.example.gov.cn/2023/t1.html".to_owned()),
        published: Some("2023-02-10".to_owned()),
        report_errors_to: None,
    };
    let cite = CitationDetails { lines: &[64], accessed: "2026-11-25", address: Some(ADDRESS) };
    let cited = |lang, known| {
        citation(&RenderContext::new(&d, lang).with_translations(translations()).with_publication(known), &cite)
    };
    assert_eq!(
        cited(Lang::Zh, &known),
        "重庆市大足区人民政府办公室. 2023年部门预算情况说明[R/OL]. (2023-02-10)[2026-11-25]. \
         原文 <https://www.example.gov.cn/2023/t1.html>. 第 64 行. 数据集 sha256:d4921cf4ca42. \
         https://example.org/budget/?lang=zh#figure=change"
    );
    assert_eq!(
        cited(Lang::En, &known),
        "Office of the People's Government of Dazu District, Chongqing. Explanation of the 2023 departmental budget \
         [2023年部门预算情况说明]. Published 2023-02-10. Original: <https://www.example.gov.cn/2023/t1.html>. \
         Line 64. Accessed 2026-11-25. Dataset sha256:d4921cf4ca42. https://example.org/budget/?lang=zh#figure=change"
    );
    let day = cited(Lang::Zh, &Publication { address: None, ..known.clone() });
    assert!(day.contains("[R/OL]. (2023-02-10)[2026-11-25]. 第 64 行"), "{day}");
}

#[test]
fn a_document_without_a_translation_is_cited_under_its_own_name() {
    let cite = CitationDetails { lines: &[10], accessed: "2026-11-25", address: None };
    let said = cited(&example(8), Lang::En, &cite);
    assert!(
        said.starts_with("某区示例单位8. 2026年部门预算情况说明. Line 10. Accessed 2026-11-25. Dataset sha256:"),
        "{said}"
    );
}

#[test]
fn a_file_is_named_after_institution_year_and_figure() {
    let d = disclosure();
    assert_eq!(
        file_name(&RenderContext::new(&d, Lang::Zh), "change", "png"),
        "明白账-重庆市大足区人民政府办公室-2023-change.png"
    );
    let english = file_name(&RenderContext::new(&d, Lang::En).with_translations(translations()), "change", "png");
    assert_eq!(english, "mingbai-Office-of-the-People-s-Government-of-Dazu-District-2023-change.png");
    let mut bare = d.clone();
    (bare.institution, bare.year) = (None, None);
    assert_eq!(file_name(&RenderContext::new(&bare, Lang::En), "budget", "zip"), "mingbai-budget.zip");
}
