//! The source of a page → lines and the elements that they are in.

use super::tag;
use crate::document_file::file_text::{LeftOut, LeftOutReason};
use crate::document_file::list_number::NumberFormat;
use crate::document_file::raised::raised;
use crate::document_file::table_row::is_ideograph;
use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

/// How deep elements are followed, as in browsers: what is deeper belongs to the last one followed.
const DEPTH_LIMIT: usize = 512;

/// A page, read.
pub struct Page {
    /// The content of `<title>`.
    pub title: String,
    /// The title of the article by the page's `meta` elements; many offices' sites have it. Empty where there is none.
    pub article_title: String,
    /// The elements that hold lines, each behind its parent. The first is the page.
    pub containers: Vec<Container>,
    /// The lines that a reader sees, in their order; none is empty.
    pub lines: Vec<PageLine>,
    /// What a reader does not see, or sees struck out.
    pub left_out: Vec<LeftOut>,
}

impl Page {
    /// The container that contains all others.
    pub const ROOT: usize = 0;
}

/// An element that holds lines.
#[derive(Clone, Copy, Debug, Default)]
pub struct Container {
    /// The element around it. Of a cell, its row.
    pub parent: usize,
    /// True for a cell of a table.
    pub is_cell: bool,
    /// The place of a cell in its row, from 0.
    pub place: u32,
    /// True for a row with a table in one of its cells.
    pub has_inner_table: bool,
    /// True for what the page itself sets apart from its content: navigation, the foot of the page.
    pub is_apart: bool,
}

/// A line.
#[derive(Debug, Default)]
pub struct PageLine {
    /// Its text.
    pub text: String,
    /// How many characters of it are links.
    pub linked: usize,
    /// The innermost container.
    pub container: usize,
    /// True for a heading of the first order.
    pub is_heading: bool,
}

/// Reads the source of a page.
pub fn read(html: &str) -> Page {
    let mut reader = PageReader::default();
    let mut emitter = DefaultEmitter::default();
    // What is inside a script is no markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.end_to(0);
    reader.finish_line();
    let mut page = reader.page;
    for left_out in &mut page.left_out {
        left_out.text = one_line(&left_out.text);
    }
    page.title = one_line(&page.title);
    page.left_out.retain(|left_out| !left_out.text.is_empty());
    page
}

struct PageReader {
    page: Page,
    open: Vec<OpenElement>,
    lists: Vec<List>,
    line: PageLine,
    /// The white space before the next character: None if there is none, else whether it has a line end.
    space: Option<bool>,
    /// The number that a list gives the next line.
    number: String,
}

impl Default for PageReader {
    fn default() -> PageReader {
        PageReader {
            page: Page {
                title: String::new(),
                article_title: String::new(),
                containers: vec![Container::default()],
                lines: Vec::new(),
                left_out: Vec::new(),
            },
            open: Vec::new(),
            lists: Vec::new(),
            line: PageLine::default(),
            space: None,
            number: String::new(),
        }
    }
}

/// An element that has begun.
struct OpenElement {
    name: Vec<u8>,
    /// The innermost container inside of it.
    container: usize,
    content: Content,
    is_link: bool,
    is_preformatted: bool,
    is_raised: bool,
    is_heading: bool,
    /// How many cells a row has so far.
    cells: u32,
}

/// What becomes of the text in an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    /// It is read.
    Shown,
    /// It is the page's title.
    Title,
    /// It is no text of the page.
    Skipped,
    /// It is no text of the page, and that is said.
    LeftOut(LeftOutReason),
}

/// A list that has begun.
struct List {
    format: NumberFormat,
    /// What stands behind the number.
    mark: &'static str,
    next: u32,
}

impl PageReader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        match name {
            b"meta" => return self.meta(tag),
            b"br" => return self.finish_line(),
            _ if tag::is_void(name) => {
                if name == b"hr" {
                    self.finish_line();
                }
                return;
            }
            _ => {}
        }
        self.end_what_may_be_open(name);
        if tag::is_block(name) {
            self.finish_line();
        }
        if self.open.len() < DEPTH_LIMIT {
            self.push(tag);
        }
    }

    /// Ends the elements whose end tags may be left out before this one.
    fn end_what_may_be_open(&mut self, starting: &[u8]) {
        let mut at = self.open.len();
        while let Some(open) = at.checked_sub(1).map(|last| &self.open[last]) {
            at -= 1;
            if tag::ends(starting, &open.name) {
                self.end_to(at);
            } else if tag::is_scope(&open.name, starting)
                || (tag::is_block(&open.name) && open.name != b"p" && !tag::is_part_of_table(starting))
            {
                return;
            }
        }
    }

    fn push(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        let outer = self.open.last();
        let outer_container = outer.map_or(Page::ROOT, |outer| outer.container);
        let container = if tag::is_block(name) && name != b"p" {
            let is_apart = self.page.containers[outer_container].is_apart || tag::is_apart(name);
            self.page.containers.push(Container { parent: outer_container, is_apart, ..Container::default() });
            self.page.containers.len() - 1
        } else {
            outer_container
        };
        let content = match outer.map_or(Content::Shown, |outer| outer.content) {
            Content::Shown => own_content(tag),
            other => other,
        };
        let of_outer = |is: fn(&OpenElement) -> bool| outer.is_some_and(is);
        let element = OpenElement {
            name: name.to_owned(),
            container,
            content,
            is_link: of_outer(|outer| outer.is_link) || name == b"a",
            is_preformatted: of_outer(|outer| outer.is_preformatted) || name == b"pre",
            is_raised: of_outer(|outer| outer.is_raised) || is_raised(tag),
            is_heading: of_outer(|outer| outer.is_heading) || name == b"h1",
            cells: 0,
        };
        match name {
            b"td" | b"th" => {
                if let Some(row) = self.open.iter_mut().rfind(|open| open.name == b"tr") {
                    self.page.containers[container].parent = row.container;
                    self.page.containers[container].is_cell = true;
                    self.page.containers[container].place = row.cells.min(200);
                    row.cells += 1;
                }
            }
            b"table" => {
                for row in self.open.iter().filter(|open| open.name == b"tr") {
                    self.page.containers[row.container].has_inner_table = true;
                }
            }
            b"ol" | b"ul" => self.lists.push(list(tag)),
            b"li" => self.begin_item(tag),
            _ => {}
        }
        if let Content::LeftOut(reason) = content
            && self.open.last().is_none_or(|outer| outer.content == Content::Shown)
        {
            self.page.left_out.push(LeftOut { reason, text: String::new() });
        }
        self.open.push(element);
    }

    fn begin_item(&mut self, tag: &StartTag<()>) {
        let Some(list) = self.lists.last_mut() else { return };
        if let Some(value) = number(tag, b"value") {
            list.next = value;
        }
        self.number = match list.format {
            NumberFormat::Nothing => String::new(),
            format => format.write(list.next) + list.mark,
        };
        list.next = list.next.saturating_add(1);
    }

    fn end(&mut self, tag: &EndTag<()>) {
        let name: &[u8] = &tag.name;
        if name == b"br" {
            return self.finish_line();
        }
        if tag::is_block(name) {
            self.finish_line();
        }
        for at in (0..self.open.len()).rev() {
            if self.open[at].name == name {
                return self.end_to(at);
            }
            if tag::is_scope(&self.open[at].name, name) {
                return;
            }
        }
    }

    /// Ends all open elements from this one on.
    fn end_to(&mut self, at: usize) {
        if self.open.len() <= at {
            return;
        }
        if self.open[at..].iter().any(|element| tag::is_block(&element.name)) {
            self.finish_line();
        }
        for element in self.open.drain(at..) {
            if matches!(&element.name[..], b"ol" | b"ul") {
                self.lists.pop();
            }
        }
    }

    fn text(&mut self, text: &str) {
        let (content, is_preformatted) =
            self.open.last().map_or((Content::Shown, false), |open| (open.content, open.is_preformatted));
        match content {
            Content::Shown => {}
            Content::Title => return self.page.title += text,
            Content::Skipped => return,
            Content::LeftOut(_) => {
                if let Some(left_out) = self.page.left_out.last_mut() {
                    left_out.text += text;
                }
                return;
            }
        }
        for c in text.chars() {
            match c {
                '\n' if is_preformatted => self.finish_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    let has_line_end = self.space.unwrap_or_default() || c == '\n' || c == '\r';
                    self.space = Some(has_line_end);
                }
                _ => self.push_char(c),
            }
        }
    }

    fn push_char(&mut self, c: char) {
        if self.line.text.is_empty() {
            self.space = None;
            let number = std::mem::take(&mut self.number);
            self.line.text += &number;
        }
        if let Some(has_line_end) = self.space.take() {
            // Sources are broken into lines anywhere; within Chinese text that is no space.
            let is_inside_chinese = has_line_end && self.line.text.ends_with(is_wide) && is_wide(c);
            if !is_inside_chinese && !self.line.text.ends_with(' ') {
                self.line.text.push(' ');
            }
        }
        let element = self.open.last();
        let is_raised = element.is_some_and(|open| open.is_raised);
        self.line.text.push(if is_raised { raised(c) } else { c });
        if element.is_some_and(|open| open.is_link) {
            self.line.linked += 1;
        }
    }

    fn finish_line(&mut self) {
        self.space = None;
        let line = std::mem::take(&mut self.line);
        let text = line.text.trim_matches([' ', '\u{a0}', '\u{200b}', '\u{feff}']);
        if text.trim().is_empty() {
            return;
        }
        let element = self.open.last();
        self.page.lines.push(PageLine {
            text: text.to_owned(),
            container: element.map_or(Page::ROOT, |open| open.container),
            is_heading: element.is_some_and(|open| open.is_heading),
            linked: line.linked,
        });
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        if attribute(tag, b"name").is_some_and(|name| name.eq_ignore_ascii_case("ArticleTitle")) {
            self.page.article_title = one_line(&attribute(tag, b"content").unwrap_or_default());
        }
    }
}

/// What becomes of an element's text, if it is not in one whose text is not shown.
fn own_content(tag: &StartTag<()>) -> Content {
    let name: &[u8] = &tag.name;
    let style = style(tag);
    let is_hidden = || {
        tag.attributes.contains_key(&b"hidden"[..])
            || ["display:none", "visibility:hidden"].iter().any(|hidden| style.contains(hidden))
    };
    let is_struck = || style.contains("text-decoration") && style.contains("line-through");
    if name == b"title" {
        Content::Title
    } else if tag::is_skipped(name) {
        Content::Skipped
    } else if tag::is_deleted(name) || is_struck() {
        Content::LeftOut(LeftOutReason::Deleted)
    } else if is_hidden() {
        Content::LeftOut(LeftOutReason::Hidden)
    } else {
        Content::Shown
    }
}

/// A text without line ends and without more than one space in a row.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a list numbers its items.
fn list(tag: &StartTag<()>) -> List {
    let is_ordered = &tag.name[..] == b"ol";
    let style = style(tag);
    let kind = attribute(tag, b"type").unwrap_or_default();
    let is_chinese = ["cjk-ideographic", "chinese-informal", "japanese-informal"];
    let (format, mark) = if !is_ordered || style.contains("list-style-type:none") {
        (NumberFormat::Nothing, "")
    } else if is_chinese.iter().any(|chinese| style.contains(chinese)) {
        (NumberFormat::Chinese, "、")
    } else {
        let format = match kind.as_str() {
            "a" => NumberFormat::LowerLetter,
            "A" => NumberFormat::UpperLetter,
            "i" => NumberFormat::LowerRoman,
            "I" => NumberFormat::UpperRoman,
            _ => NumberFormat::Decimal,
        };
        (format, ". ")
    };
    List { format, mark, next: number(tag, b"start").unwrap_or(1) }
}

/// True where the characters of an element are above or below the line.
fn is_raised(tag: &StartTag<()>) -> bool {
    let style = style(tag);
    matches!(&tag.name[..], b"sup" | b"sub")
        || ["vertical-align:super", "vertical-align:sub"].iter().any(|raised| style.contains(raised))
}

/// The style in a tag, without white space, in small letters.
fn style(tag: &StartTag<()>) -> String {
    attribute(tag, b"style").unwrap_or_default().replace(char::is_whitespace, "").to_lowercase()
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
}

fn number(tag: &StartTag<()>, name: &[u8]) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// True for a Chinese character or a punctuation mark as wide as one.
fn is_wide(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”')
}
