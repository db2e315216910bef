//! The page on paper: what is on each sheet of A4.

use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roxmltree::{Document, ParsingOptions};
use serde_json::json;

use super::page::Page;
use super::root;

/// A sheet of paper.
pub struct Sheet {
    /// Its lines, without the page number at its foot.
    pub lines: Vec<PrintedLine>,
    /// Its height in points.
    pub height: f64,
}

/// A line on a sheet.
pub struct PrintedLine {
    /// Its words, without spaces.
    pub words: String,
    /// Where it ends, in points from the top of the sheet.
    pub bottom: f64,
    /// Its height in points.
    pub height: f64,
}

impl Page {
    /// Prints the page on A4, and reads each sheet.
    #[track_caller]
    pub fn sheets(&self, name: &str) -> Vec<Sheet> {
        let options = json!({ "printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69 });
        let printed = self.cdp("Page.printToPDF", options);
        let pdf = STANDARD.decode(printed["data"].as_str().expect("a PDF")).expect("a PDF in base64");
        let folder = root().join("target/browser");
        fs::create_dir_all(&folder).expect("a folder for what is printed");
        let file = folder.join(format!("{name}.pdf"));
        fs::write(&file, pdf).expect("what is printed to be saved");
        let read = Command::new("pdftotext").arg("-bbox-layout").arg(&file).arg("-").output();
        let read = read.expect("pdftotext: on Debian, apt-get install poppler-utils");
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        sheets(&String::from_utf8_lossy(&read.stdout))
    }
}

fn sheets(layout: &str) -> Vec<Sheet> {
    // Its reader has no control characters.
    let layout: String = layout.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&layout, options).expect("the layout of the PDF");
    let number = |node: roxmltree::Node, name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok());
    let pages = document.descendants().filter(|node| node.has_tag_name("page"));
    let sheet = |page: roxmltree::Node| {
        let height = number(page, "height").expect("a height");
        let lines = page.descendants().filter(|node| node.has_tag_name("line"));
        let line = |line: roxmltree::Node| {
            let words: String =
                line.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
            let words = words.chars().filter(|c| !c.is_whitespace()).collect();
            let [top, bottom] = ["yMin", "yMax"].map(|edge| number(line, edge).unwrap_or_default());
            PrintedLine { words, bottom, height: bottom - top }
        };
        // The margin at the foot is 18 mm, or 51 points.
        let lines = lines.map(line).filter(|line| line.bottom < height - 51.0 && !line.words.is_empty());
        Sheet { lines: lines.collect(), height }
    };
    pages.map(sheet).collect()
}

impl Sheet {
    /// True if these words are on the sheet, however they are broken into lines.
    ///
    /// A PDF may name a character by the radical that looks like it, so a radical stands for any character.
    pub fn has(&self, words: &str) -> bool {
        let found: Vec<char> = self.lines.iter().flat_map(|line| line.words.chars()).collect();
        let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
        let is_same = |(found, wanted): (&char, &char)| found == wanted || ('\u{2e80}'..='\u{2fdf}').contains(found);
        found.windows(wanted.len().max(1)).any(|part| part.iter().zip(&wanted).all(is_same))
    }

    /// How far down the sheet its last line is, as a part of its height.
    pub fn filled(&self) -> f64 {
        self.lines.iter().map(|line| line.bottom).fold(0.0, f64::max) / self.height
    }
}
