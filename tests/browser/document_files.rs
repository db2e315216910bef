//! Documents as producers make them, read as the browser reads them: Word documents and saved web pages of the disclosure
//! and of each example hold what their text holds.

use super::harness::root;
use base64::prelude::{BASE64_STANDARD, Engine};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use mingbai_core::audit;
use mingbai_core::disclosure;
use mingbai_core::document_file::{self, FileFormat, LeftOutReason, TextEncoding};
use mingbai_core::export::{DisclosureRecord, NamedFile, zip};
use mingbai_core::figures::RenderContext;
use mingbai_core::locale::Lang;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The texts of the disclosure and of the examples, each with a name for files.
pub fn texts() -> Vec<(String, String)> {
    let read = |path: String| fs::read_to_string(root().join(path)).unwrap();
    let disclosure = ("disclosure".to_owned(), read("data/disclosure.txt".to_owned()));
    let examples = (1..=8).map(|n| (format!("example-{n}"), read(format!("tests/examples/{n}.txt"))));
    std::iter::once(disclosure).chain(examples).collect()
}

pub fn decode(encoding: TextEncoding, bytes: &[u8]) -> Result<String, usize> {
    let encoding = match encoding {
        TextEncoding::Utf8 => encoding_rs::UTF_8,
        TextEncoding::Gb18030 => GB18030,
        TextEncoding::Utf16Le => UTF_16LE,
        TextEncoding::Utf16Be => UTF_16BE,
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(String::from).ok_or(0)
}

/// What is read from a text, without the places.
fn reading(text: &str) -> Value {
    let parsed = disclosure::parse(text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    let checks = audit::run(&parsed);
    let record = DisclosureRecord::of(&RenderContext::new(&parsed, Lang::Zh), &checks);
    let mut value = serde_json::to_value(&record).unwrap();
    remove_places(&mut value);
    value
}

fn remove_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // Lines and furniture depend on how a document is divided.
            for place in ["start", "end", "line", "sha256", "furniture"] {
                fields.remove(place);
            }
            fields.values_mut().for_each(remove_places);
        }
        Value::Array(values) => values.iter_mut().for_each(remove_places),
        _ => {}
    }
}

fn remove_spaces(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(remove_spaces),
        Value::Array(values) => values.iter_mut().for_each(remove_spaces),
        Value::String(text) => text.retain(|c| !c.is_whitespace()),
        _ => {}
    }
}

/// Fails unless the file holds what the text holds.
#[track_caller]
pub fn assert_reads_the_same(name: &str, file: &Path, format: FileFormat, text: &str) {
    let read = document_file::text_of(fs::read(file).unwrap(), "", &decode);
    let read = read.unwrap_or_else(|error| panic!("{}: {}", file.display(), error.message(Lang::En)));
    assert_eq!(read.format, format, "{name}");
    let (mut found, mut expected) = (reading(&read.text), reading(text));
    if matches!(format, FileFormat::Pdf | FileFormat::Ofd) {
        // Where a line ends, the space between a number and its unit is not drawn.
        [&mut found, &mut expected].into_iter().for_each(remove_spaces);
    }
    for (part, expected) in expected.as_object().unwrap() {
        assert!(
            found[part] == *expected,
            "{name}: {part} differs\nfound {:#}\nexpected {expected:#}\nin\n{}",
            found[part],
            read.text
        );
    }
}

/// An empty folder for the files of a test.
pub fn folder(name: &str) -> PathBuf {
    let folder = root().join("target/browser/documents").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Converts documents by LibreOffice; the files are next to their sources, with another ending.
pub fn convert(folder: &Path, filter: &str, sources: &[PathBuf]) {
    let office = env::var("SOFFICE_PATH").unwrap_or_else(|_| "soffice".to_owned());
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut command = Command::new(office);
    command.args([&profile, "--headless", "--convert-to", filter, "--outdir"]).arg(folder).args(sources);
    let output = command.output().unwrap_or_else(|error| {
        panic!("LibreOffice could not be started ({error}): `make browser` installs it, or name it in SOFFICE_PATH")
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A text as a document of LibreOffice; with `numbers`, the numbers of headings are automatic.
pub fn flat_document(text: &str, numbers: bool) -> String {
    let mut lists = Lists::of(text);
    let mut body = String::new();
    for line in text.lines() {
        match numbers.then(|| lists.level_of(line)).flatten() {
            Some((level, rest)) => {
                let (open, close) = ("<text:list><text:list-item>", "</text:list-item></text:list>");
                let open = open.repeat(level).replacen(
                    "<text:list>",
                    "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">",
                    1,
                );
                let _ = write!(body, "{open}<text:p>{}</text:p>{}", escaped(rest), close.repeat(level));
            }
            None => {
                let _ = write!(body, "<text:p>{}</text:p>", escaped(line));
            }
        }
    }
    let level = |n: usize, prefix: &str, format: &str, suffix: &str| {
        format!(
            "<text:list-level-style-number text:level=\"{n}\" style:num-prefix=\"{prefix}\" style:num-format=\"{format}\" \
             style:num-suffix=\"{suffix}\"/>"
        )
    };
    let chinese = "一, 二, 三, ...";
    let (open, close) = lists.brackets;
    let levels = [level(1, "", chinese, "、"), level(2, open, chinese, close), level(3, "", "1", lists.mark)].concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\" \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles>\
         <text:list-style style:name=\"L\">{levels}</text:list-style></office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document>"
    )
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Which lines of a text can have automatic numbers, because they are numbered in order.
struct Lists {
    counts: [usize; 3],
    brackets: (&'static str, &'static str),
    mark: &'static str,
}

impl Lists {
    fn of(text: &str) -> Lists {
        let brackets = if text.contains("\n（一）") { ("（", "）") } else { ("(", ")") };
        let mark = if text.contains("\n1、") { "、" } else { "." };
        Lists { counts: [0; 3], brackets, mark }
    }

    /// The level of a line whose number is the next one, and the line without it.
    fn level_of<'t>(&mut self, line: &'t str) -> Option<(usize, &'t str)> {
        const NUMBERS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
        let chinese = |count: usize| NUMBERS.get(count).copied().unwrap_or("没有");
        let next = [
            format!("{}、", chinese(self.counts[0])),
            format!("{}{}{}", self.brackets.0, chinese(self.counts[1]), self.brackets.1),
            format!("{}{}", self.counts[2] + 1, self.mark),
        ];
        let (at, rest) = (0..3).find_map(|at| Some((at, line.strip_prefix(&next[at])?)))?;
        self.counts[at] += 1;
        self.counts[at + 1..].fill(0);
        Some((at + 1, rest))
    }
}

/// Writes each text as a document of LibreOffice, and converts it.
pub fn converted(name: &str, filter: &str, ending: &str, numbers: bool) -> Vec<(String, PathBuf, String)> {
    let folder = folder(name);
    let texts = texts();
    let source = |name: &str| folder.join(format!("{name}.fodt"));
    for (name, text) in &texts {
        fs::write(source(name), flat_document(text, numbers)).unwrap();
    }
    convert(&folder, filter, &texts.iter().map(|(name, _)| source(name)).collect::<Vec<_>>());
    texts.into_iter().map(|(name, text)| (name.clone(), folder.join(format!("{name}.{ending}")), text)).collect()
}

/// A Word document of a text, with a paragraph that a revision deletes.
pub fn revised_document(text: &str) -> Vec<u8> {
    let paragraph = |run: String| format!("<w:p>{run}</w:p>");
    let lines: String =
        text.lines().map(|line| paragraph(format!("<w:r><w:t>{}</w:t></w:r>", escaped(line)))).collect();
    let deleted = paragraph("<w:del><w:r><w:delText>旧的标题</w:delText></w:r></w:del>".to_owned());
    let document = format!("<w:document><w:body>{deleted}{lines}</w:body></w:document>");
    let part = |name, content: &str| NamedFile { name, content: content.as_bytes().to_vec() };
    zip(&[part("[Content_Types].xml", "<Types/>"), part("word/document.xml", &document)])
}

#[test]
fn word_documents_of_libreoffice_hold_what_their_text_holds() {
    for (name, file, text) in converted("docx", "docx:MS Word 2007 XML", "docx", false) {
        assert_reads_the_same(&name, &file, FileFormat::WordDocument, &text);
    }
}

#[test]
fn automatic_numbers_of_word_documents_are_written_out() {
    for (name, file, text) in converted("docx-numbered", "docx:MS Word 2007 XML", "docx", true) {
        assert_reads_the_same(&name, &file, FileFormat::WordDocument, &text);
        // The numbers are not in the paragraphs.
        let lists = flat_document(&text, true).matches("<text:list ").count();
        assert!(lists >= 4, "{name} has {lists} automatic numbers");
    }
}

#[test]
fn old_word_documents_of_libreoffice_hold_what_their_text_holds() {
    for (name, file, text) in converted("doc", "doc:MS Word 97", "doc", false) {
        assert_reads_the_same(&name, &file, FileFormat::OldWordDocument, &text);
    }
}

#[test]
fn automatic_numbers_of_old_word_documents_are_written_out() {
    for (name, file, text) in converted("doc-numbered", "doc:MS Word 97", "doc", true) {
        assert_reads_the_same(&name, &file, FileFormat::OldWordDocument, &text);
    }
}

#[test]
fn what_an_old_word_document_deletes_strikes_or_hides_is_listed_and_not_read() {
    let folder = folder("doc-revised");
    let styles = "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/>\
                  </style:style><style:style style:name=\"S\" style:family=\"text\">\
                  <style:text-properties style:text-line-through-style=\"solid\"/></style:style>";
    let deleted = "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><office:change-info>\
                   <dc:creator>a</dc:creator><dc:date>2023-01-01T00:00:00</dc:date></office:change-info>\
                   <text:p>旧的标题</text:p></text:deletion></text:changed-region></text:tracked-changes>\
                   <text:p><text:change text:change-id=\"c\"/><text:span text:style-name=\"S\">划掉的字</text:span></text:p>\
                   <text:p><text:span text:style-name=\"H\">看不见的字</text:span></text:p>";
    let (name, text) = texts().swap_remove(2);
    let document = flat_document(&text, false)
        .replace(" office:version", " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version")
        .replace("<office:automatic-styles>", &format!("<office:automatic-styles>{styles}"))
        .replace("<office:text>", &format!("<office:text>{deleted}"));
    let source = folder.join("revised.fodt");
    fs::write(&source, document).unwrap();
    convert(&folder, "doc:MS Word 97", &[source]);
    let file = folder.join("revised.doc");
    assert_reads_the_same(&name, &file, FileFormat::OldWordDocument, &text);
    let read = document_file::text_of(fs::read(file).unwrap(), "", &decode).unwrap();
    assert!(read.has_revisions);
    let left_out: Vec<(LeftOutReason, &str)> =
        read.left_out.iter().map(|left_out| (left_out.reason, left_out.text.as_str())).collect();
    let expected = [(LeftOutReason::Deleted, "旧的标题划掉的字"), (LeftOutReason::Hidden, "看不见的字")];
    assert_eq!(left_out, expected);
}

#[test]
fn texts_of_libreoffice_hold_what_their_text_holds_also_with_automatic_numbers() {
    for (folder, numbers) in [("odt", false), ("odt-numbered", true)] {
        for (name, file, text) in converted(folder, "odt", "odt", numbers) {
            assert_reads_the_same(&name, &file, FileFormat::OpenDocument, &text);
        }
    }
}

#[test]
fn formatted_texts_of_libreoffice_hold_what_their_text_holds_also_with_automatic_numbers() {
    for (folder, numbers) in [("rtf", false), ("rtf-numbered", true)] {
        for (name, file, text) in converted(folder, "rtf", "rtf", numbers) {
            assert_reads_the_same(&name, &file, FileFormat::Rtf, &text);
        }
    }
}

/// A text as WordPad saves it: Chinese characters as pairs of bytes.
fn formatted_text(text: &str) -> String {
    let mut body = String::new();
    for byte in GB18030.encode(text.trim_end()).0.iter() {
        match byte {
            b'\n' => body += "\\par\r\n",
            b' '..=b'~' if !matches!(byte, b'\\' | b'{' | b'}') => body.push(char::from(*byte)),
            byte => {
                let _ = write!(body, "\\'{byte:02x}");
            }
        }
    }
    format!(
        "{{\\rtf1\\ansi\\ansicpg936\\deff0\\nouicompat\\deflang1033\\deflangfe2052{{\\fonttbl{{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}}}\r\n\
         {{\\*\\generator Riched20 10.0;}}\\viewkind4\\uc1 \r\n\\pard\\sl276\\slmult1\\f0\\fs22\\lang2052 {body}\\par\r\n}}\r\n\0"
    )
}

#[test]
fn formatted_texts_in_gbk_hold_what_their_text_holds() {
    let folder = folder("rtf-gbk");
    for (name, text) in texts() {
        let file = folder.join(format!("{name}.rtf"));
        fs::write(&file, formatted_text(&text)).unwrap();
        assert_reads_the_same(&name, &file, FileFormat::Rtf, &text);
    }
}

#[test]
fn web_pages_of_libreoffice_hold_what_their_text_holds() {
    for (name, file, text) in converted("html", "html:HTML (StarWriter)", "html", false) {
        assert_reads_the_same(&name, &file, FileFormat::WebPage, &text);
    }
}

/// A text as the page of an office's site: among navigation, in paragraphs as editors write them.
pub fn office_page(text: &str, charset: &str) -> String {
    let links =
        |words: &[&str]| words.iter().map(|word| format!("<li><a href=\"#\">{word}</a></li>")).collect::<String>();
    let paragraphs: String = text
        .lines()
        .map(|line| format!("<p style=\"text-indent:2em\"><span>&nbsp;&nbsp;{}</span></p>\r\n", escaped(line)))
        .collect();
    format!(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\
         <html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"><title>信息公开</title>\
         <style>.a{{color:red}}</style><script>var total = '100万元';</script></head><body>\
         <div class=\"nav\"><ul>{}</ul></div><div class=\"box\"><div class=\"position\">当前位置：<a href=\"#\">首页</a></div>\
         <div id=\"zoom\">{paragraphs}</div><div class=\"share\">分享到：<a href=\"#\">微博</a></div></div>\
         <div class=\"foot\">版权所有：某区人民政府，未经许可不得转载。<br>备案号：某ICP备05000000号<script>count()</script></div>\
         </body></html>",
        links(&["首页", "政务公开", "办事服务", "互动交流"])
    )
}

/// A page of an office's site as a browser saves it as one file.
pub fn web_archive(text: &str) -> Vec<u8> {
    let page = GB18030.encode(&office_page(text, "gb2312")).0.into_owned();
    let lines = BASE64_STANDARD.encode(page).into_bytes();
    let lines = lines.chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\r\n");
    format!(
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--B\"\r\n\r\n\
         ----B\r\nContent-Type: text/html;\r\n\tcharset=\"gb2312\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{lines}\r\n\
         ----B\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n----B--\r\n"
    )
    .into_bytes()
}

#[test]
fn pages_saved_as_one_file_hold_what_their_text_holds() {
    let folder = folder("web-archives");
    for (name, text) in texts() {
        let file = folder.join(format!("{name}.mhtml"));
        fs::write(&file, web_archive(&text)).unwrap();
        assert_reads_the_same(&name, &file, FileFormat::WebPage, &text);
    }
}

#[test]
fn pages_of_offices_hold_what_their_text_holds_in_either_encoding() {
    let folder = folder("office-pages");
    for (name, text) in texts() {
        let file = folder.join(format!("{name}.html"));
        let gbk = GB18030.encode(&office_page(&text, "gb2312")).0.into_owned();
        for bytes in [office_page(&text, "utf-8").into_bytes(), gbk] {
            fs::write(&file, bytes).unwrap();
            assert_reads_the_same(&name, &file, FileFormat::WebPage, &text);
        }
    }
}
