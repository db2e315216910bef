//! Saved web pages: the source of a page → the lines of its article, as a reader sees them.

mod article;
mod page_reader;
mod tag;

use super::file_text::{LeftOut, LeftOutReason};
use super::table_row::row_lines;
use page_reader::{Container, Page, PageLine};
use std::ops::Range;

/// The text of a web page's article, and what of the page is not in it.
///
/// Rows of tables are lines. Where the page's title stands outside of the article, it is the first line.
///
/// ```
/// use mingbai_core::document_file::web_page_text;
///
/// let (text, left_out) = web_page_text("<nav><a href=/>首页</a></nav><p>收入预算100万元，<br>支出预算100万元。");
/// assert_eq!(text, "收入预算100万元，\n支出预算100万元。\n");
/// assert_eq!(left_out[0].text, "首页");
/// ```
pub fn web_page_text(html: &str) -> (String, Vec<LeftOut>) {
    let page = page_reader::read(html);
    let article = article::lines(&page);
    let mut text = String::new();
    for line in article::missing_title(&page, article.clone()).into_iter().chain(lines(&page, article.clone())) {
        text += &line;
        text.push('\n');
    }
    let outside = [0..article.start, article.end..page.lines.len()];
    let outside = outside.into_iter().map(|range| lines(&page, range).join("\n")).filter(|text| !text.is_empty());
    let outside = outside.map(|text| LeftOut { reason: LeftOutReason::OutsideArticle, text });
    (text, outside.chain(page.left_out.iter().cloned()).collect())
}

/// Some lines of the page, those of one row of a table as one line.
fn lines(page: &Page, range: Range<usize>) -> Vec<String> {
    let mut written = Vec::new();
    let mut rest = &page.lines[range];
    while let Some(first) = rest.first() {
        let cell_of = |line: &PageLine| page.cell_of(line.container);
        let Some(row) = cell_of(first).map(|cell| page.containers[cell].parent) else {
            written.push(first.text.clone());
            rest = &rest[1..];
            continue;
        };
        let in_row = |line: &PageLine| cell_of(line).is_some_and(|cell| page.containers[cell].parent == row);
        let count = rest.iter().take_while(|line| in_row(line)).count();
        let mut cells: Vec<Vec<String>> = Vec::new();
        for line in &rest[..count] {
            let at = cell_of(line).map_or(0, |cell| page.containers[cell].place as usize);
            if cells.len() <= at {
                cells.resize(at + 1, Vec::new());
            }
            cells[at].push(line.text.clone());
        }
        written.extend(row_lines(cells, page.containers[row].has_inner_table));
        rest = &rest[count..];
    }
    written
}

impl Page {
    /// The innermost cell of a table that a container is or is in.
    fn cell_of(&self, container: usize) -> Option<usize> {
        let mut at = container;
        while at != Page::ROOT {
            let Container { parent, is_cell, .. } = self.containers[at];
            if is_cell {
                return Some(at);
            }
            at = parent;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        web_page_text(html).0
    }

    #[test]
    fn the_article_is_found_among_navigation_and_footers() {
        let html = "<!doctype html><html><head><title>2023年预算 - 某区政府</title><style>p{}</style>\
            <meta name=\"ArticleTitle\" content=\"某区某局2023年部门预算情况说明\"></head><body>\
            <div class=top><ul><li><a href=/>首页</a><li><a href=/zwgk>政务公开</a></ul></div>\
            <div class=main><div class=path>当前位置：<a href=/>首页</a></div>\
            <div id=zoom><h2>一、收支总体情况</h2><p>2023年收入预算100万元，与上年相同。</p>\
            <table><tr><td>合计<td>100.00</table><p>支出预算100万元，用于工资。</p></div>\
            <div><a href=1>上一篇</a><a href=2>下一篇</a></div></div>\
            <footer>主办：某区人民政府，地址：某路1号。电话 12345678</footer><script>var a='3万元'</script></body></html>";
        let (text, left_out) = web_page_text(html);
        assert_eq!(
            text,
            "某区某局2023年部门预算情况说明\n一、收支总体情况\n2023年收入预算100万元，与上年相同。\n合计\t100.00\n\
             支出预算100万元，用于工资。\n"
        );
        let outside: Vec<&str> = left_out.iter().map(|left_out| left_out.text.as_str()).collect();
        assert_eq!(outside.len(), 2);
        assert!(outside[0].starts_with("首页\n政务公开") && outside[1].contains("下一篇"), "{outside:?}");
        assert!(outside[1].contains("电话 12345678"));
    }

    #[test]
    fn no_line_is_empty_and_a_title_is_one_line() {
        let html = "<meta name=ArticleTitle content='某局\r\r\n 2023年预算'><p>\u{3000}<p>收入预算100万元。<p>\u{85}";
        assert_eq!(text(html), "某局 2023年预算\n收入预算100万元。\n");
    }

    #[test]
    fn a_page_that_is_all_article_is_whole() {
        assert_eq!(text("收入预算100万元。<p>支出预算<b>100</b>万元。</p>"), "收入预算100万元。\n支出预算100万元。\n");
        assert_eq!(text("<pre>收入预算100万元。\n  支出预算100万元。</pre>"), "收入预算100万元。\n支出预算100万元。\n");
        assert_eq!(text("<p></p>"), "");
    }

    #[test]
    fn an_old_page_arranged_by_tables_is_read_as_its_lines() {
        let html = "<table><tr><td width=160><a href=a>首页</a><td><table><tr><td>某局2023年部门预算情况说明</td></tr>\
            <tr><td>一、收入预算100万元，<br>二、支出预算100万元，其中<br>三、基本支出60万元。\
            <table border=1><tr><td><p>项目</p><td><p>金额</p><tr><td>工资<td>60.00</table></td></tr></table></table>";
        assert_eq!(
            text(html),
            "某局2023年部门预算情况说明\n一、收入预算100万元，\n二、支出预算100万元，其中\n三、基本支出60万元。\n\
             项目\t金额\n工资\t60.00\n"
        );
    }

    #[test]
    fn what_is_struck_out_or_hidden_is_left_out_and_said() {
        let (text, left_out) = web_page_text(
            "<p>收入预算<del>90</del>100万元，支出<s>预算80万元</s>100万元<span style='display: none'>5</span>。<p hidden>密\
             <p>完<i style='visibility:hidden'>影</i><u style='text-decoration: line-through'>划</u>",
        );
        assert_eq!(text, "收入预算100万元，支出100万元。\n完\n");
        let left_out: Vec<_> = left_out.iter().map(|left_out| (left_out.reason, left_out.text.as_str())).collect();
        assert_eq!(
            left_out,
            [
                (LeftOutReason::Deleted, "90"),
                (LeftOutReason::Deleted, "预算80万元"),
                (LeftOutReason::Hidden, "5"),
                (LeftOutReason::Hidden, "密"),
                (LeftOutReason::Hidden, "影"),
                (LeftOutReason::Deleted, "划"),
            ]
        );
    }

    #[test]
    fn raised_digits_do_not_become_part_of_a_number() {
        assert_eq!(
            text("<p>收入预算100.5<sup>3</sup>万元，支出<sup><a>[1]</a></sup>。"),
            "收入预算100.5³万元，支出[¹]。\n"
        );
        let styled = "<p>收入预算100.5<span style='vertical-align: super'>3</span>万元，支出1<sub>2</sub>。";
        assert_eq!(text(styled), "收入预算100.5³万元，支出1²。\n");
    }

    #[test]
    fn spaces_are_as_browsers_show_them() {
        assert_eq!(
            text("<p> 收入\n  预算 100\n 万元，&nbsp;&#20803; &lt;b&gt; </p>"),
            "收入预算 100 万元，\u{a0}元 <b>\n"
        );
    }

    #[test]
    fn numbers_of_lists_are_written_out() {
        let html = "<ol><li>甲<li>乙<ol type=a start=3><li>丙</ol><li value=7>丁</ol><ul><li>戊</ul>\
            <ol style='list-style-type: cjk-ideographic'><li><p>己</p></li></ol>";
        assert_eq!(text(html), "1. 甲\n2. 乙\nc. 丙\n7. 丁\n戊\n一、己\n");
    }

    #[test]
    fn damaged_markup_does_no_harm() {
        for html in [
            "<",
            "<table><tr>",
            "</p></div></table>",
            "<p <p <p>x",
            "<td>1<td>2",
            "<ol><li value=99999999999>x",
            "<!--",
        ] {
            web_page_text(html);
        }
        let deep = "<div>".repeat(100_000) + "收入，" + &"</b>".repeat(100_000);
        assert_eq!(text(&deep), "收入，\n");
    }
}
