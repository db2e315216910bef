//! Documents of the national standard for fixed layout (.ofd), written as suites for documents write them: of the
//! disclosure and of each example they hold what the text holds.

use super::document_files::{assert_reads_the_same, decode, escaped, folder, texts};
use mingbai_core::document_file::{FileFormat, LeftOutReason, text_of};
use mingbai_core::export::{NamedFile, zip};
use std::fmt::Write as _;
use std::fs;

/// A4 and its margins, in millimetres.
const PAGE: (f64, f64) = (210.0, 297.0);
const LEFT: f64 = 28.0;
const RIGHT: f64 = 184.0;
const TOP: f64 = 37.0;
const LINES: usize = 22;
/// 16 points, and the distance of 28 points between lines.
const SIZE: f64 = 5.644;
const DISTANCE: f64 = 9.878;
/// The size of running heads and page numbers.
const SMALL: f64 = 3.175;
/// What does not begin a line.
const CLOSING: &str = "，。、；：？！）》”%";

fn width(c: char) -> f64 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

/// A number with three digits at most, as producers write it.
fn short(number: f64) -> String {
    let written = format!("{number:.3}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The steps between characters: equal ones are written once.
fn steps(text: &str, size: f64) -> String {
    let characters: Vec<char> = text.chars().collect();
    let steps: Vec<f64> = characters.iter().take(characters.len() - 1).map(|c| width(*c) * size).collect();
    let groups = steps.chunk_by(|a, b| a == b).map(|same| match same {
        [step] => short(*step),
        _ => format!("g {} {}", same.len(), short(same[0])),
    });
    groups.collect::<Vec<_>>().join(" ")
}

/// A line of text on a page.
fn text_object(id: usize, x: f64, baseline: f64, size: f64, text: &str) -> String {
    let ascent = 0.86 * size;
    let length = text.chars().map(width).sum::<f64>() * size;
    let (x, top, length, height) = (short(x), short(baseline - ascent), short(length), short(1.2 * size));
    let (size_written, ascent, delta) = (short(size), short(ascent), steps(text, size));
    let delta = if delta.is_empty() { delta } else { format!(" DeltaX=\"{delta}\"") };
    format!(
        "<ofd:TextObject ID=\"{id}\" Boundary=\"{x} {top} {length} {height}\" Font=\"3\" Size=\"{size_written}\">\
         <ofd:FillColor Value=\"0 0 0\"/><ofd:TextCode X=\"0\" Y=\"{ascent}\"{delta}>{}</ofd:TextCode></ofd:TextObject>",
        escaped(text)
    )
}

fn content(template: &str, objects: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">{template}\
         <ofd:Content><ofd:Layer ID=\"9\" Type=\"Body\">{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    )
}

/// The lines of a paragraph, which begins two characters to the right. Numbers and words are not divided.
fn wrapped(paragraph: &str) -> Vec<(f64, String)> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',');
    let characters: Vec<char> = paragraph.chars().collect();
    let parts = characters.chunk_by(|a, b| is_word(*a) && is_word(*b) || CLOSING.contains(*b));
    let mut lines = vec![(LEFT + 2.0 * SIZE, String::new())];
    for part in parts {
        let part = String::from_iter(part);
        let length = |text: &str| text.chars().map(width).sum::<f64>() * SIZE;
        let (left, line) = lines.last_mut().unwrap();
        if *left + length(line) + length(&part) > RIGHT + 0.01 && !line.is_empty() {
            lines.push((LEFT, part.trim_start().to_owned()));
        } else {
            *line += &part;
        }
    }
    lines.retain(|(_, line)| !line.is_empty());
    lines
}

/// A document of a text.
pub fn ofd(text: &str) -> Vec<u8> {
    let lines: Vec<(f64, String)> = text.lines().filter(|line| !line.trim().is_empty()).flat_map(wrapped).collect();
    let pages: Vec<String> = lines
        .chunks(LINES)
        .enumerate()
        .map(|(page, lines)| {
            let mut objects = String::new();
            for (at, (left, line)) in lines.iter().enumerate() {
                let baseline = TOP + DISTANCE * at as f64;
                objects += &text_object(100 * page + at + 20, *left, baseline, SIZE, line);
            }
            let foot = format!("— {} —", page + 1);
            objects += &text_object(100 * page + 99, 98.0, PAGE.1 - 20.0, SMALL, &foot);
            content("<ofd:Template TemplateID=\"2\" ZOrder=\"Background\"/>", &objects)
        })
        .collect();
    let mut listed = String::new();
    for page in 0..pages.len() {
        let _ = write!(listed, "<ofd:Page ID=\"{}\" BaseLoc=\"Pages/Page_{page}/Content.xml\"/>", 1000 + page);
    }
    let (across, down) = PAGE;
    let root = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" \
                DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:Title>部门预算</ofd:Title></ofd:DocInfo>\
                <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData>\
         <ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {across} {down}</ofd:PhysicalBox>\
         </ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\
         <ofd:TemplatePage ID=\"2\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData>\
         <ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    );
    let template = content("", &text_object(5, LEFT, 20.0, SMALL, "政府信息公开"));
    // Names live as long as the tests.
    let name = |page: usize| -> &'static str { format!("Doc_0/Pages/Page_{page}/Content.xml").leak() };
    let mut parts = vec![
        ("OFD.xml", root.to_owned()),
        ("Doc_0/Document.xml", document),
        ("Doc_0/Tpls/Tpl_0/Content.xml", template),
    ];
    parts.extend(pages.into_iter().enumerate().map(|(at, content)| (name(at), content)));
    let files: Vec<NamedFile> =
        parts.into_iter().map(|(name, content)| NamedFile { name, content: content.into_bytes() }).collect();
    zip(&files)
}

#[test]
fn documents_of_fixed_layout_hold_what_their_text_holds() {
    let folder = folder("ofd");
    for (name, text) in texts() {
        let file = folder.join(format!("{name}.ofd"));
        let bytes = ofd(&text);
        fs::write(&file, &bytes).unwrap();
        assert_reads_the_same(&name, &file, FileFormat::Ofd, &text);
        let left_out = text_of(bytes, "", &decode).unwrap().left_out;
        let left_out: Vec<_> = left_out.iter().map(|passage| (passage.reason, passage.text.as_str())).collect();
        let heads = [(LeftOutReason::RunningHead, "政府信息公开"), (LeftOutReason::RunningHead, "— 1 —")];
        assert_eq!(left_out, heads, "{name}");
    }
}
