//! A part of a Word document with paragraphs and tables → lines.

use super::styles::Styles;
use crate::document_file::error::DocumentFileError;
use crate::document_file::file_text::{LeftOut, LeftOutReason};
use crate::document_file::left_out_list::LeftOutList;
use crate::document_file::paragraph_numbering::Numbering;
use crate::document_file::raised::raised;
use crate::document_file::table_row::row_lines;
use crate::document_file::xml::{XmlElement, XmlHandler, read};
use std::mem;

/// How deep tables may be in tables.
const TABLE_LIMIT: usize = 32;

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
    /// Reads a part, and counts its numbered paragraphs.
    ///
    /// # Errors
    /// That the part is damaged.
    pub fn read(xml: &str, styles: &Styles, numbering: &mut Numbering) -> Result<Body, DocumentFileError> {
        let mut reader = BodyReader {
            styles,
            numbering,
            path: Vec::new(),
            skipped: None,
            deleted: 0,
            choices: Vec::new(),
            fields: Vec::new(),
            run: Run::default(),
            paragraphs: Vec::new(),
            carried: String::new(),
            sinks: vec![Vec::new()],
            rows: Vec::new(),
            keeps_space: false,
            left_out: LeftOutList::default(),
            has_revisions: false,
        };
        read(xml, &mut reader)?;
        reader.finish_carried();
        let lines = reader.sinks.into_iter().flatten().collect();
        Ok(Body { lines, left_out: reader.left_out.finish(), has_revisions: reader.has_revisions })
    }
}

struct BodyReader<'d> {
    styles: &'d Styles,
    numbering: &'d mut Numbering,
    /// The open elements that matter for what is in them.
    path: Vec<Tag>,
    /// How many elements were open when one began whose content is not read.
    skipped: Option<usize>,
    /// In how many deletions the reader is.
    deleted: usize,
    /// Of each open choice between contents, whether one was read.
    choices: Vec<bool>,
    /// Of each open field, whether its result has begun.
    fields: Vec<bool>,
    run: Run,
    /// The open paragraphs: text boxes are inside of one.
    paragraphs: Vec<Paragraph>,
    /// The text of a paragraph whose end is deleted: the next one goes on.
    carried: String,
    /// Where finished lines go: to the document, or into a cell or a text box.
    sinks: Vec<Vec<String>>,
    rows: Vec<Row>,
    /// True in a text whose outer spaces count.
    keeps_space: bool,
    left_out: LeftOutList,
    has_revisions: bool,
}

/// The elements whose content depends on them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    ParagraphProperties,
    RunProperties,
    RowProperties,
    Text,
    Other,
}

/// What the properties of a run say.
#[derive(Clone, Copy, Default)]
struct Run {
    is_raised: bool,
    is_hidden: bool,
    is_struck: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    is_end_deleted: bool,
    /// The lines of its text boxes.
    boxes: Vec<String>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Vec<String>>,
    has_inner_table: bool,
    is_deleted: bool,
}

impl XmlHandler for BodyReader<'_> {
    fn start(&mut self, element: &XmlElement) -> Result<(), DocumentFileError> {
        let name = element.name();
        let parent = self.path.last().copied();
        let grandparent = self.path.len().checked_sub(2).map(|at| self.path[at]);
        self.path.push(match name {
            "pPr" => Tag::ParagraphProperties,
            "rPr" => Tag::RunProperties,
            "trPr" => Tag::RowProperties,
            "t" | "delText" => Tag::Text,
            _ => Tag::Other,
        });
        if self.skipped.is_some() {
            return Ok(());
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.run = Run::default(),
            "t" | "delText" => self.keeps_space = element.attribute("space").as_deref() == Some("preserve"),
            "tab" | "ptab" if !self.is_in_properties() => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "del" | "moveFrom" => {
                self.has_revisions = true;
                match (parent, grandparent) {
                    (Some(Tag::RowProperties), _) => {
                        if let Some(row) = self.rows.last_mut() {
                            row.is_deleted = true;
                        }
                    }
                    (Some(Tag::RunProperties), Some(Tag::ParagraphProperties)) => {
                        if let Some(paragraph) = self.paragraphs.last_mut() {
                            paragraph.is_end_deleted = true;
                        }
                    }
                    _ => {}
                }
                self.deleted += 1;
            }
            "ins" | "moveTo" => self.has_revisions = true,
            "vertAlign" => self.run.is_raised = matches!(element.val().as_deref(), Some("superscript" | "subscript")),
            "vanish" => self.run.is_hidden = element.is_on(),
            "strike" | "dstrike" => self.run.is_struck |= element.is_on(),
            "pStyle" | "numId" | "ilvl" => self.numbering_property(element),
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        *field = true;
                    }
                }
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => match self.choices.last_mut() {
                // The same content, for readers that understand less.
                Some(true) => self.skipped = Some(self.path.len()),
                Some(was_read) => *was_read = true,
                None => {}
            },
            // Properties as they were before a revision; the sound of a ruby text.
            "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange" | "sectPrChange" | "rt" => {
                self.skipped = Some(self.path.len());
            }
            "tbl" => {
                self.finish_carried();
                if self.rows.len() > TABLE_LIMIT {
                    return Err(DocumentFileError::Damaged);
                }
                if let Some(row) = self.rows.last_mut() {
                    row.has_inner_table = true;
                }
            }
            "tr" => self.rows.push(Row::default()),
            "tc" | "txbxContent" | "footnote" | "endnote" => self.sinks.push(Vec::new()),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        let depth = self.path.len();
        self.path.pop();
        if let Some(skipped) = self.skipped {
            if depth > skipped {
                return;
            }
            self.skipped = None;
        }
        match name {
            "p" => self.end_paragraph(),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "AlternateContent" => {
                self.choices.pop();
            }
            "tc" => {
                self.finish_carried();
                if let (Some(lines), Some(row)) = (self.take_sink(), self.rows.last_mut()) {
                    row.cells.push(lines);
                }
            }
            "tr" => self.end_row(),
            "txbxContent" => {
                self.finish_carried();
                if let Some(lines) = self.take_sink() {
                    match self.paragraphs.last_mut() {
                        Some(paragraph) => paragraph.boxes.extend(lines),
                        None => self.sink().extend(lines),
                    }
                }
            }
            "footnote" | "endnote" => {
                self.finish_carried();
                if let Some(lines) = self.take_sink() {
                    self.sink().extend(lines);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_none() && self.path.last() == Some(&Tag::Text) {
            let text = if self.keeps_space { text } else { text.trim_matches(['\n', '\r', '\t']) };
            self.push(text);
        }
    }
}

impl BodyReader<'_> {
    /// Adds text to the open paragraph, or to what is left out.
    fn push(&mut self, text: &str) {
        // Word itself counts what is not yet accepted as deleted here.
        let reason = if self.deleted > 0 || self.run.is_struck {
            Some(LeftOutReason::Deleted)
        } else if self.run.is_hidden || self.fields.iter().any(|has_result| !has_result) {
            Some(LeftOutReason::Hidden)
        } else {
            None
        };
        if let Some(reason) = reason {
            return self.left_out.add(reason, text);
        }
        let is_raised = self.run.is_raised;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if is_raised {
            paragraph.text.extend(text.chars().map(raised));
        } else {
            paragraph.text += text;
        }
    }

    fn numbering_property(&mut self, element: &XmlElement) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match element.name() {
            "pStyle" => paragraph.style = element.val(),
            "numId" => paragraph.list = element.val(),
            _ => paragraph.level = element.number().map(|level| level as usize),
        }
    }

    /// True inside of the properties of a paragraph or of a run, where elements say how something looks.
    fn is_in_properties(&self) -> bool {
        self.path.iter().any(|tag| matches!(tag, Tag::ParagraphProperties | Tag::RunProperties))
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        self.left_out.end_paragraph();
        let text = mem::take(&mut self.carried) + &paragraph.text;
        if paragraph.is_end_deleted {
            self.carried = text;
        } else {
            let number = self.number(&paragraph);
            self.add_lines(&(number + &text));
        }
        self.sink().extend(paragraph.boxes);
    }

    /// The number of a paragraph, with the space behind it.
    fn number(&mut self, paragraph: &Paragraph) -> String {
        let style = self.styles.list(paragraph.style.as_deref());
        let list = paragraph.list.as_deref().or(style.as_ref().map(|style| style.list));
        // 0 takes the number of a style away.
        let Some(list) = list.filter(|list| *list != "0") else { return String::new() };
        let of_style = || {
            let style = style.as_ref()?;
            style.level.or_else(|| self.numbering.level_of_style(style.list, style.style))
        };
        let level = paragraph.level.or_else(of_style).unwrap_or(0);
        self.numbering.next(list, level)
    }

    /// Adds the text of a paragraph whose end is deleted and that nothing follows.
    fn finish_carried(&mut self) {
        let text = mem::take(&mut self.carried);
        self.add_lines(&text);
    }

    fn add_lines(&mut self, text: &str) {
        let lines = text.split('\n').map(str::trim_end).filter(|line| !line.trim().is_empty()).map(str::to_owned);
        self.sink().extend(lines);
    }

    /// Where finished lines go.
    fn sink(&mut self) -> &mut Vec<String> {
        if self.sinks.is_empty() {
            self.sinks.push(Vec::new());
        }
        let last = self.sinks.len() - 1;
        &mut self.sinks[last]
    }

    /// The lines of the innermost cell, text box or note.
    fn take_sink(&mut self) -> Option<Vec<String>> {
        if self.sinks.len() > 1 { self.sinks.pop() } else { None }
    }

    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let lines = row_lines(row.cells, row.has_inner_table);
        if row.is_deleted {
            self.left_out.add_lines(LeftOutReason::Deleted, &lines);
        } else {
            self.sink().extend(lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(xml: &str) -> Body {
        let document = format!("<w:document xmlns:w=\"w\"><w:body>{xml}</w:body></w:document>");
        Body::read(&document, &Styles::default(), &mut Numbering::default()).unwrap()
    }

    fn run(text: &str, properties: &str) -> String {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    }

    fn left_out(body: &Body) -> Vec<(LeftOutReason, &str)> {
        body.left_out.iter().map(|left_out| (left_out.reason, left_out.text.trim_end())).collect()
    }

    #[test]
    fn runs_breaks_and_tabs_are_lines() {
        let body = body(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>收入</w:t></w:r><w:r><w:t>预算</w:t>\
             <w:tab/><w:t>1&lt;2</w:t><w:br/><w:t>支出</w:t></w:r></w:p><w:p/><w:p><w:r><w:t xml:space=\"preserve\"> 甲 </w:t></w:r></w:p>",
        );
        assert_eq!(body.lines, ["收入预算\t1<2", "支出", " 甲"]);
        assert!(!body.has_revisions && body.left_out.is_empty());
    }

    #[test]
    fn revisions_are_read_as_accepted() {
        let xml = format!(
            "<w:p><w:r><w:t>预算</w:t></w:r><w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins>{}</w:ins></w:p>\
             <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>\
             <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
            run("100万元", ""),
            run("其中", ""),
            run("基本支出", ""),
            run("旧行", "")
        );
        let body = body(&xml);
        assert_eq!(body.lines, ["预算100万元", "其中基本支出"]);
        assert!(body.has_revisions);
        assert_eq!(left_out(&body), [(LeftOutReason::Deleted, "90"), (LeftOutReason::Deleted, "旧行")]);
    }

    #[test]
    fn hidden_struck_and_raised_text() {
        let xml = format!(
            "<w:p>{}{}{}{}</w:p>",
            run("100.5", ""),
            run("3", "<w:vertAlign w:val=\"superscript\"/>"),
            run("90", "<w:strike/>") + &run("万元", "<w:strike w:val=\"false\"/>"),
            run("密", "<w:vanish/>"),
        );
        let body = body(&xml);
        assert_eq!(body.lines, ["100.5³万元"]);
        assert_eq!(left_out(&body), [(LeftOutReason::Deleted, "90"), (LeftOutReason::Hidden, "密")]);
    }

    #[test]
    fn a_field_is_its_result() {
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let xml = format!(
            "<w:p>{}<w:r><w:instrText>REF a</w:instrText></w:r>{}{}{}{}</w:p><w:p><w:fldSimple w:instr=\"x\">{}</w:fldSimple></w:p>",
            field("begin"),
            field("separate"),
            run("结果", ""),
            field("end"),
            run("之后", ""),
            run("简单", ""),
        );
        assert_eq!(body(&xml).lines, ["结果之后", "简单"]);
        // A field without an end loses nothing silently.
        let open = body(&format!("<w:p>{}{}</w:p>", field("begin"), run("正文", "")));
        assert_eq!(left_out(&open), [(LeftOutReason::Hidden, "正文")]);
    }

    #[test]
    fn tables_are_rows_and_text_boxes_follow_their_paragraph() {
        let paragraph = |text: &str| format!("<w:p>{}</w:p>", run(text, ""));
        let row = |cells: &[&str]| {
            let cells: String = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
            format!("<w:tr>{cells}</w:tr>")
        };
        let text_box = format!(
            "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>\
             <mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>",
            paragraph("框里")
        );
        let xml = format!(
            "<w:tbl>{}{}</w:tbl><w:p>{}<w:r>{text_box}</w:r>{}</w:p>",
            row(&["项目", "金额"]),
            row(&["工资", "60.00"]),
            run("前", ""),
            run("后", "")
        );
        assert_eq!(body(&xml).lines, ["项目\t金额", "工资\t60.00", "前后", "框里"]);
    }

    #[test]
    fn damaged_parts_are_refused_and_none_is_endless() {
        let read = |xml: &str| Body::read(xml, &Styles::default(), &mut Numbering::default());
        for xml in ["<w:document><w:p>", "<w:p></w:r>", "<w:p w:=", "&"] {
            assert!(read(xml).is_err() || read(xml).is_ok_and(|body| body.lines.is_empty()), "{xml}");
        }
        assert!(read(&"<w:tbl><w:tr><w:tc>".repeat(100)).is_err());
    }
}
