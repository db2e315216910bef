//! A part with paragraphs, lists and tables → lines.

use super::lists::{Counting, OpenList};
use super::styles::{Look, Styles};
use crate::document_file::error::DocumentFileError;
use crate::document_file::file_text::{LeftOut, LeftOutReason};
use crate::document_file::left_out_list::LeftOutList;
use crate::document_file::raised::raised;
use crate::document_file::table_row::row_lines;
use crate::document_file::xml::{XmlElement, XmlHandler, read};

/// How deep paragraphs, cells and notes may be in each other.
const BLOCK_LIMIT: usize = 64;
/// The most spaces, and empty cells, that one element stands for.
const REPEATED: usize = 20;

/// The text of a part.
pub struct Body {
    /// Its lines; none is empty.
    pub lines: Vec<String>,
    /// What is not in them.
    pub left_out: Vec<LeftOut>,
    /// True where revisions were read as accepted.
    pub has_revisions: bool,
}

impl Body {
    /// Reads a part.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn read(xml: &str, styles: &Styles) -> Result<Body, DocumentFileError> {
        let mut reader = BodyReader {
            styles,
            counting: Counting::default(),
            open: Vec::new(),
            skipped: None,
            blocks: vec![Block::default()],
            looks: Vec::new(),
            rows: Vec::new(),
            sections: Vec::new(),
            left_out: LeftOutList::default(),
            has_revisions: false,
        };
        read(xml, &mut reader)?;
        // An element without an end is damage, but not to what stands in it.
        while reader.blocks.len() > 1 {
            reader.close_block(None);
        }
        let lines = reader.blocks.pop().unwrap_or_default().lines;
        let left_out = reader.left_out.finish();
        Ok(Body { lines, left_out, has_revisions: reader.has_revisions })
    }
}

struct BodyReader<'d> {
    styles: &'d Styles,
    counting: Counting,
    /// Of each open element, whether words stand in it as in a paragraph.
    open: Vec<bool>,
    /// How many elements were open when one began whose content is not read.
    skipped: Option<usize>,
    /// The document, and what is open in it.
    blocks: Vec<Block>,
    /// The looks of the open paragraphs and the spans in them.
    looks: Vec<Look>,
    rows: Vec<Row>,
    /// Of each open section, whether it is hidden.
    sections: Vec<bool>,
    left_out: LeftOutList,
    has_revisions: bool,
}

/// What lines go into: the document, a cell, a note, or a paragraph, whose text boxes have lines of their own.
#[derive(Default)]
struct Block {
    lines: Vec<String>,
    lists: Vec<OpenList>,
    paragraph: Option<Paragraph>,
}

#[derive(Default)]
struct Paragraph {
    number: String,
    text: String,
    /// True in the part that says the number of the paragraph.
    is_in_number: bool,
}

#[derive(Default)]
struct Row {
    cells: Vec<Vec<String>>,
    has_inner_table: bool,
    /// How many cells the last one covers beside it.
    covered: usize,
}

impl XmlHandler for BodyReader<'_> {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        let is_inline = self.open.last() == Some(&true);
        self.open.push(matches!(element.name(), "p" | "h" | "span" | "a" | "ruby-base" | "meta"));
        if self.skipped.is_some() {
            return Ok(());
        }
        if self.blocks.len() > BLOCK_LIMIT || self.rows.len() > BLOCK_LIMIT {
            return Err(DocumentFileError::Damaged);
        }
        match element.name() {
            "p" | "h" => self.open_paragraph(element),
            "span" | "a" => {
                let own = self.styles.look("text", element.attribute("style-name").as_deref());
                self.looks.push(own.over(self.look()));
            }
            "s" => {
                let count = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.push(&" ".repeat(REPEATED.min(count)));
            }
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "number" => self.set_in_number(true),
            "list" => {
                let outer = self.blocks.last().and_then(|block| block.lists.last());
                let list = self.counting.open(element, outer);
                self.block().lists.push(list);
            }
            "numbered-paragraph" => {
                let list = self.counting.open_numbered(element);
                self.block().lists.push(list);
            }
            "list-item" => self.in_list(|list| list.open_item(element)),
            "list-header" => self.in_list(OpenList::close_item),
            "table" => {
                if let Some(row) = self.rows.last_mut() {
                    row.has_inner_table = true;
                }
            }
            "table-row" => self.rows.push(Row::default()),
            "table-cell" | "covered-table-cell" => self.open_cell(element),
            "section" => self.sections.push(element.attribute("display").as_deref() == Some("none")),
            "insertion" => self.has_revisions = true,
            "deletion" => {
                self.has_revisions = true;
                self.blocks.push(Block::default());
            }
            "note-body" => self.blocks.push(Block::default()),
            name if is_running_head(name) => {
                if element.attribute("display").as_deref() == Some("false") {
                    self.skipped = Some(self.open.len());
                } else {
                    self.blocks.push(Block::default());
                }
            }
            // The title of the document, not of a picture.
            "title" if is_inline => {}
            // Titles of pictures, comments, who changed something, the sound of a ruby text, the mark of a note.
            "title" | "desc" | "annotation" | "change-info" | "ruby-text" | "note-citation" | "object"
            | "binary-data" => {
                self.skipped = Some(self.open.len());
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        let depth = self.open.len();
        self.open.pop();
        if let Some(skipped) = self.skipped {
            if depth <= skipped {
                self.skipped = None;
            }
            return;
        }
        match name {
            "p" | "h" => self.close_block(None),
            "span" | "a" => {
                self.looks.pop();
            }
            "number" => self.set_in_number(false),
            "list" | "numbered-paragraph" => {
                self.block().lists.pop();
            }
            "list-item" => self.in_list(OpenList::close_item),
            "table-cell" | "covered-table-cell" => {
                let lines = self.take_block();
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(lines);
                }
            }
            "table-row" => {
                if let Some(row) = self.rows.pop() {
                    let lines = row_lines(row.cells, row.has_inner_table);
                    self.block().lines.extend(lines);
                }
            }
            "section" => {
                self.sections.pop();
            }
            "deletion" => self.close_block(Some(LeftOutReason::Deleted)),
            "note-body" => self.close_block(Some(LeftOutReason::Footnote)),
            name if is_running_head(name) => self.close_block(Some(LeftOutReason::RunningHead)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() || self.block().paragraph.is_none() {
            return;
        }
        // Spaces and line ends of the source are one space, and none at the beginning of a paragraph.
        for part in text.split_inclusive([' ', '\t', '\r', '\n']) {
            let words = part.trim_end_matches([' ', '\t', '\r', '\n']);
            if !words.is_empty() {
                self.push(words);
            }
            let has_space = self
                .block()
                .paragraph
                .as_ref()
                .is_none_or(|paragraph| paragraph.text.is_empty() || paragraph.text.ends_with([' ', '\t', '\n']));
            if words.len() < part.len() && !has_space {
                self.push(" ");
            }
        }
    }
}

impl BodyReader<'_> {
    /// The innermost block.
    fn block(&mut self) -> &mut Block {
        if self.blocks.is_empty() {
            self.blocks.push(Block::default());
        }
        let last = self.blocks.len() - 1;
        &mut self.blocks[last]
    }

    fn look(&self) -> Look {
        self.looks.last().copied().unwrap_or_default()
    }

    fn in_list(&mut self, change: impl FnOnce(&mut OpenList)) {
        if let Some(list) = self.block().lists.last_mut() {
            change(list);
        }
    }

    fn set_in_number(&mut self, is_in_number: bool) {
        if let Some(paragraph) = &mut self.block().paragraph {
            paragraph.is_in_number = is_in_number;
        }
    }

    fn open_cell(&mut self, element: &XmlElement) {
        let number = |name: &str| element.attribute(name).and_then(|number| number.parse().ok()).unwrap_or(1_usize);
        let repeated = number("number-columns-repeated").clamp(1, REPEATED);
        if let Some(row) = self.rows.last_mut() {
            if element.name() == "table-cell" {
                row.covered = number("number-columns-spanned").max(1) - 1;
            } else if row.covered > 0 {
                // It is part of the cell before it. One that a cell above covers is an empty cell.
                row.covered = row.covered.saturating_sub(repeated);
                self.skipped = Some(self.open.len());
                return;
            }
            // Only empty cells are repeated in a text.
            row.cells.resize_with(row.cells.len() + repeated - 1, Vec::new);
        }
        self.blocks.push(Block::default());
    }

    fn open_paragraph(&mut self, element: &XmlElement) {
        let style = element.attribute("style-name");
        let (styles, counting) = (self.styles, &mut self.counting);
        let number = match self.blocks.last_mut().and_then(|block| block.lists.last_mut()) {
            Some(list) => counting.number(list, style.as_deref(), styles),
            None if element.name() == "h" => counting.heading_number(element, styles),
            None => String::new(),
        };
        self.looks.push(styles.look("paragraph", style.as_deref()));
        let paragraph = Paragraph { number, ..Paragraph::default() };
        self.blocks.push(Block { paragraph: Some(paragraph), ..Block::default() });
    }

    /// Adds text to the open paragraph, or to what is left out.
    fn push(&mut self, text: &str) {
        let look = self.look();
        let is_hidden = look.is_hidden == Some(true) || self.sections.contains(&true);
        let Some(paragraph) = &mut self.block().paragraph else { return };
        if paragraph.is_in_number {
            // The producer counted, too.
            return;
        }
        if look.is_struck == Some(true) || is_hidden {
            let reason = if look.is_struck == Some(true) { LeftOutReason::Deleted } else { LeftOutReason::Hidden };
            return self.left_out.add(reason, text);
        }
        if look.is_raised == Some(true) {
            paragraph.text.extend(text.chars().map(raised));
        } else {
            paragraph.text += text;
        }
    }

    /// The lines of the innermost block, which ends.
    fn take_block(&mut self) -> Vec<String> {
        if self.blocks.len() < 2 {
            return Vec::new();
        }
        let Block { lines: inner, paragraph, .. } = self.blocks.pop().unwrap_or_default();
        let Some(paragraph) = paragraph else { return inner };
        self.looks.pop();
        self.left_out.end_paragraph();
        let text = paragraph.number + &paragraph.text;
        let own = text.split('\n').map(str::trim_end).filter(|line| !line.trim().is_empty()).map(str::to_owned);
        own.chain(inner).collect()
    }

    /// Ends the innermost block: its lines go into the one around it, or are left out.
    fn close_block(&mut self, left_out: Option<LeftOutReason>) {
        let lines = self.take_block();
        match left_out {
            Some(reason) => {
                self.left_out.add_lines(reason, &lines);
            }
            None => self.block().lines.extend(lines),
        }
    }
}

/// True for an element above or below the text of every page, of any kind of page.
fn is_running_head(name: &str) -> bool {
    let kind = name.strip_prefix("header").or_else(|| name.strip_prefix("footer"));
    matches!(kind, Some("" | "-left" | "-first"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = "<o><l:list-style s:name=\"L\"><l:list-level-style-number t:level=\"1\" s:num-format=\"一, 二, 三, ...\" \
        s:num-suffix=\"、\"/><l:list-level-style-number t:level=\"2\" s:num-format=\"1\" t:display-levels=\"2\" s:num-suffix=\".\"/>\
        <l:list-level-style-bullet t:level=\"3\" t:bullet-char=\"•\"/></l:list-style>\
        <t:outline-style><t:outline-level-style t:level=\"1\" l:num-list-format=\"第%1%章\" s:num-format=\"I\"/></t:outline-style>\
        <s:style s:name=\"hidden\" s:family=\"text\"><s:text-properties t:display=\"none\"/></s:style>\
        <s:style s:name=\"up\" s:family=\"text\"><s:text-properties s:text-position=\"super 58%\"/></s:style>\
        <s:style s:name=\"struck\" s:family=\"text\"><s:text-properties s:text-line-through-style=\"solid\"/></s:style>\
        <s:style s:name=\"P\" s:family=\"paragraph\" s:list-style-name=\"L\"/></o>";

    fn body(xml: &str) -> Body {
        let mut styles = Styles::default();
        styles.read(STYLES).unwrap();
        Body::read(&format!("<office:text xmlns:office=\"o\">{xml}</office:text>"), &styles).unwrap()
    }

    fn left_out(body: &Body) -> Vec<(LeftOutReason, &str)> {
        body.left_out.iter().map(|passage| (passage.reason, passage.text.as_str())).collect()
    }

    /// A list of items.
    fn list(attributes: &str, items: &[&str]) -> String {
        let items: String = items.iter().map(|item| format!("<t:list-item>{item}</t:list-item>")).collect();
        format!("<t:list {attributes}>{items}</t:list>")
    }

    #[test]
    fn spaces_tabs_and_breaks_are_as_they_are_shown() {
        let body = body(
            "<t:p>\n  收入 \n 预算<t:s t:c=\"2\"/>1&lt;2<t:tab/>甲<t:line-break/>支出</t:p><t:p/>\n<t:h>标题<t:span>二</t:span></t:h>",
        );
        assert_eq!(body.lines, ["收入 预算  1<2\t甲", "支出", "第I章 标题二"]);
    }

    #[test]
    fn lists_count_go_on_and_start_again() {
        let named = "t:style-name=\"L\" xml:id=\"a\"";
        let inner = "<t:p>甲</t:p>".to_owned() + &list("", &["<t:p>子</t:p><t:p>其余</t:p>", "<t:p>丑</t:p>"]);
        let xml = list(named, &[&inner, "<t:p>乙</t:p>"])
            + "<t:p>之间</t:p>"
            + &list(
                "t:style-name=\"L\" t:continue-numbering=\"true\"",
                &[&list("", &["<t:p>寅</t:p>"]), "<t:p>丙</t:p>"],
            )
            + &list("t:style-name=\"L\"", &["<t:p>丁</t:p>"])
            + &list("t:style-name=\"L\" t:continue-list=\"a\"", &["<t:p>戊</t:p>"])
            + &list("", &["<t:p t:style-name=\"P\">己</t:p>"])
            + &list(named, &["<t:p>庚</t:p>"]).replace("<t:list-item>", "<t:list-item t:start-value=\"9\">");
        let expected = [
            "一、甲",
            "一.1. 子",
            "其余",
            "一.2. 丑",
            "二、乙",
            "之间",
            "二.1. 寅",
            "三、丙",
            "一、丁",
            "四、戊",
            "一、己",
            "九、庚",
        ];
        assert_eq!(body(&xml).lines, expected);
        let header = "<t:list t:style-name=\"L\"><t:list-header><t:p>头</t:p></t:list-header></t:list>";
        let bullet = list("t:style-name=\"L\"", &[&list("", &[&list("", &["<t:p>点</t:p>"])])]);
        assert_eq!(body(&(header.to_owned() + &bullet)).lines, ["头", "点"]);
    }

    #[test]
    fn revisions_are_read_as_accepted() {
        let body = body(
            "<t:tracked-changes><t:changed-region><t:deletion><o:change-info><d:creator>某人</d:creator></o:change-info>\
             <t:p>90万元</t:p></t:deletion></t:changed-region></t:tracked-changes><t:p>预算<t:change/>100万元</t:p>",
        );
        assert_eq!((body.lines.as_slice(), body.has_revisions), (["预算100万元".to_owned()].as_slice(), true));
        assert_eq!(left_out(&body), [(LeftOutReason::Deleted, "90万元")]);
    }

    #[test]
    fn hidden_struck_and_raised_words_and_notes() {
        let span = |style: &str, text: &str| format!("<t:span t:style-name=\"{style}\">{text}</t:span>");
        let note = "<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>含结转</t:p></t:note-body></t:note>";
        let body = body(&format!(
            "<t:p>100.5{}{}万元{note}{}。</t:p><t:section t:display=\"none\"><t:p>暗</t:p></t:section>",
            span("up", "3"),
            span("struck", "90"),
            span("hidden", "密")
        ));
        assert_eq!(body.lines, ["100.5³万元。"]);
        let reasons = [
            (LeftOutReason::Deleted, "90"),
            (LeftOutReason::Footnote, "含结转"),
            (LeftOutReason::Hidden, "密"),
            (LeftOutReason::Hidden, "暗"),
        ];
        assert_eq!(left_out(&body), reasons);
    }

    #[test]
    fn tables_are_rows_and_text_boxes_follow_their_paragraph() {
        let row = |cells: &[&str]| {
            let cells: String =
                cells.iter().map(|cell| format!("<x:table-cell><t:p>{cell}</t:p></x:table-cell>")).collect();
            format!("<x:table-row>{cells}</x:table-row>")
        };
        let text_box =
            "<d:frame><d:text-box><t:p>框里<t:title>题</t:title></t:p></d:text-box><v:title>图</v:title></d:frame>";
        let body = body(&format!(
            "<x:table>{}{}</x:table><t:p>前{text_box}后</t:p>",
            row(&["项目", "金额"]).replacen(
                "<x:table-cell>",
                "<x:covered-table-cell/><x:table-cell x:number-columns-spanned=\"2\"><t:p/></x:table-cell><x:covered-table-cell/><x:table-cell>",
                1
            ),
            row(&["工资", "60.00"])
        ));
        assert_eq!(body.lines, ["\t\t项目\t金额", "工资\t60.00", "前后", "框里题"]);
    }

    #[test]
    fn damage_is_refused_and_nothing_is_endless() {
        let read = |xml: &str| Body::read(xml, &Styles::default());
        for xml in ["<t:p>", "</t:p>", "<t:p w:=", "<t:list-item/></t:list>", "<t:table-cell><t:p>a</t:p>"] {
            assert!(read(xml).is_err() || read(xml).is_ok_and(|body| body.lines.len() < 2), "{xml}");
        }
        for nested in ["<t:p>", "<x:table-cell>", "<x:table-row>", "<t:note-body>"] {
            assert!(read(&nested.repeat(1000)).is_err(), "{nested}");
        }
        let open = "<t:list>".repeat(1000) + "<t:p>a</t:p>" + &"</t:list>".repeat(1000);
        assert_eq!(read(&open).unwrap().lines, ["a"]);
    }
}
