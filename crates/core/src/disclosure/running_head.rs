//! Running heads: the title or the institution's name once more, at the top of a page in the middle of the text.

use super::character::{normalized_chars, normalized_line};
use super::{heading, title};

/// Lines longer than this, in bytes, are no running heads.
const MAX_LEN: usize = 200;

/// What the pages of a document may have as their head, known from the lines that the document begins with.
pub struct RunningHeads {
    /// How many lines precede the text: title and institution stand there themselves.
    first_line: usize,
    year: i32,
    institution: String,
}

impl RunningHeads {
    /// The heads of a document with these lines; None where it has no title.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>) -> Option<RunningHeads> {
        let mut heads: Option<RunningHeads> = None;
        let mut above = String::new();
        let written = lines.enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (at, line) in written.take(title::SEARCHED_PARAGRAPHS) {
            let text = if line.len() > MAX_LEN { String::new() } else { normalized_line(line) };
            if heading::enumerator(&text).len > 0 || heading::section(&text).is_some() {
                break;
            }
            // As for the front matter, the last title is the document's own.
            if let Some(parsed) = title::parse(&text) {
                let named = text[parsed.institution.clone()].to_owned();
                let is_above = named.is_empty() && title::may_be_institution(&above);
                let institution = if is_above { above.clone() } else { named };
                heads = Some(RunningHeads { first_line: at + 1, year: parsed.year, institution });
            }
            above = text;
        }
        heads
    }

    /// True where line number `at`, from 0, is one of the heads; `above` is the line before it that is not blank.
    pub fn contain(&self, at: usize, line: &str, above: &str) -> bool {
        if at < self.first_line || line.len() > MAX_LEN {
            return false;
        }
        if !self.institution.is_empty() && normalized_chars(line).eq(self.institution.chars()) {
            return true;
        }
        // Most lines do not end like a title: they are not worth normalizing.
        if !normalized_chars(line).next_back().is_some_and(title::may_end_with) {
            return false;
        }
        let text = normalized_line(line);
        // 三、2023年部门预算情况说明 is a section.
        let is_title = title::parse(&text).is_some_and(|parsed| {
            let named = &text[parsed.institution];
            parsed.year == self.year && (named.is_empty() || named == self.institution)
        });
        is_title && !self.is_anothers_name(above)
    }

    /// True for the name of another institution: the title below it is that of another document.
    fn is_anothers_name(&self, line: &str) -> bool {
        let name = if line.len() > MAX_LEN { String::new() } else { normalized_line(line) };
        name != self.institution && title::may_be_institution(&name) && !name.bytes().any(|b| b.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_and_the_name_are_heads_behind_the_title() {
        let lines =
            ["某区示例单位", "２０２３年部门预算情况说明", "一、基本情况", "某区示例单位 ", "2023年部门预算情况说明"];
        let heads = RunningHeads::new(lines.into_iter()).unwrap();
        let found: Vec<bool> = lines.iter().enumerate().map(|(at, line)| heads.contain(at, line, "一、收入")).collect();
        assert_eq!(found, [false, false, false, true, true]);
        for other in ["三、2023年部门预算情况说明", "2022年部门预算情况说明", "某区另一单位2023年部门预算情况说明", ""]
        {
            assert!(!heads.contain(9, other, "一、收入"), "{other}");
        }
        assert!(!heads.contain(9, "2023年部门预算情况说明", "某区另一单位"), "another document");
        assert!(RunningHeads::new(["收入5万元"].into_iter()).is_none());
    }
}
