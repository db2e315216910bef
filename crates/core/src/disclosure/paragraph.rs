//! Paragraphs: lines of the source, joined where a hard line break is inside a sentence.

use super::furniture;
use super::heading;
use super::lexicon;
use super::normalization::{NormalizedText, Paragraph};
use super::title;
use super::word_list::Prefixes;
use super::year::{leading_year, parse_year, years};
use std::ops::Range;

/// The paragraphs of a document.
pub fn split(normalized: &NormalizedText) -> Vec<Paragraph> {
    let text = |range: &Range<usize>| &normalized.text[range.clone()];
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (n, line) in normalized.text_lines.iter().enumerate() {
        // The line above the title is the institution: it does not continue the text of a website above it.
        let next_line = normalized.text_lines.get(n + 1);
        let precedes_title = next_line.is_some_and(|next| title::parse(&normalized.text[next.range.clone()]).is_some());
        let is_apart = furniture::begins_with_number_apart(normalized.source_from(line.range.start));
        let range = line.range.clone();
        match paragraphs.last_mut() {
            Some(last)
                if !precedes_title && !is_apart && continues(text(&last.range), text(&range), line.after_blank) =>
            {
                last.range.end = range.end
            }
            _ => {
                // The number of a page may stand between the two halves of a sentence.
                let before = paragraphs.iter().rev().find(|last| !furniture::is_bare_number(text(&last.range)));
                let continues = |before: &Paragraph| continues(text(&before.range), text(&range), false);
                let is_torn = !precedes_title && !begins_with_mark(text(&range)) && before.is_some_and(continues);
                paragraphs.push(Paragraph { range, is_torn });
            }
        }
    }
    let mut items = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        push_items(&normalized.text, paragraph, &mut items);
    }
    items
}

/// Pushes a paragraph, split where a numbered item of the template begins inside it: …持平。（二）支出预算：….
fn push_items(text: &str, paragraph: Paragraph, items: &mut Vec<Paragraph>) {
    let Paragraph { range, mut is_torn } = paragraph;
    let mut start = range.start;
    for (at, _) in text[range.clone()].match_indices('(') {
        let at = range.start + at;
        let number = heading::enumerator(&text[at..range.end]);
        if number.level == 2 && at > start && heading::item(&text[at + number.len..range.end]).is_some() {
            items.push(Paragraph { range: start..at, is_torn });
            (start, is_torn) = (at, false);
        }
    }
    items.push(Paragraph { range: start..range.end, is_torn });
}

/// True where the line `next` continues the sentence of the paragraph `before`.
fn continues(before: &str, next: &str, after_blank: bool) -> bool {
    // A number on a line of its own may be the number of a page.
    if furniture::is_bare_number(before) || furniture::is_bare_number(next) {
        return false;
    }
    if begins_with_mark(next) {
        return true;
    }
    if is_complete_sentence(before) {
        return false;
    }
    if heading::enumerator(next).len > 0 || heading::section(next).is_some() || heading::item(next).is_some() {
        return false;
    }
    // 较2022, 增加5万元
    if ends_with_base_year(before) {
        return true;
    }
    // A number that was split in two, or from its unit. Any other number at the end of a line may have lost more.
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        let digit = next.starts_with(|c: char| c.is_ascii_digit());
        let unit = next.starts_with(['.', '万', '元', '年', '月', '日', '人', '名', '辆', '个', '%']);
        return unit || digit && !after_blank && leading_year(next).is_none();
    }
    if before.ends_with([',', '、', '(', ';', '比', '较', '与', '和', '同', '为', '是', '至', '的', '.']) {
        return true;
    }
    if before.ends_with(':') {
        return !is_heading(before);
    }
    if after_blank || is_heading(before) || title::parse(before).is_some() || title::parse(next).is_some() {
        return false;
    }
    !opens_sentence(next) && !states_line(next)
}

/// True for words that begin with a mark that ends a clause: no sentence begins so.
fn begins_with_mark(text: &str) -> bool {
    text.starts_with(['。', ';', ',', '、', ':', ')'])
}

/// True where a line ends with the year of a comparison, without 年: 较2022.
fn ends_with_base_year(text: &str) -> bool {
    let Some((words, year)) = text.len().checked_sub(4).and_then(|at| text.split_at_checked(at)) else { return false };
    parse_year(year).is_some() && words.ends_with(['比', '较', '与', '同'])
}

/// True where a line of text begins with the name of a budget line and its amount (项目支出25万元).
fn states_line(text: &str) -> bool {
    let clause = text.split([',', '。', ';', ':']).next().unwrap_or_default();
    lexicon::begins_name(text) && clause.bytes().any(|b| b.is_ascii_digit())
}

/// True where a line of text begins a new sentence: with a year, or with a subject and a year
/// (本单位2023年无使用政府性基金…).
fn opens_sentence(text: &str) -> bool {
    const STATEMENTS: Prefixes = Prefixes::new(&[
        "无",
        "未",
        "没有",
        "不涉及",
        "一般公共预算",
        "政府性基金",
        "三公经费",
        "国有资本",
        "项目支出",
    ]);
    let head = text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end]);
    let subject = head.split([',', '。', ';', ':', '、']).next().unwrap_or_default();
    years(subject).next().is_some_and(|year| year.range.start == 0 || STATEMENTS.begin(&subject[year.range.end..]))
}

/// True where `text` ends with the mark of a complete sentence.
fn is_complete_sentence(text: &str) -> bool {
    text.ends_with(['。', '!', '?'])
}

/// True for a paragraph that is only a heading.
fn is_heading(text: &str) -> bool {
    let number = heading::enumerator(text).len;
    let rest = &text[number..];
    if heading::section(rest).is_some() {
        return true;
    }
    let is_short = |len: usize| {
        rest.chars().nth(len).is_none() && !rest.bytes().any(|b| b.is_ascii_digit()) && !rest.contains([',', ';', '、'])
    };
    match heading::item(rest) {
        Some((_, len)) => len == rest.len(),
        None => number > 0 && is_short(24) || rest.ends_with("说明") && is_short(12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let normalized = NormalizedText::new(text);
        split(&normalized).into_iter().map(|paragraph| normalized.text[paragraph.range].to_owned()).collect()
    }

    #[test]
    fn a_hard_break_inside_a_sentence_is_joined() {
        assert_eq!(paragraphs("收入比\n2022年增加5\n万元，主要\n是调整"), ["收入比2022年增加5万元,主要是调整"]);
        assert_eq!(paragraphs("合计1675.\n82万元"), ["合计1675.82万元"]);
    }

    #[test]
    fn a_missing_full_stop_does_not_join_two_items() {
        assert_eq!(paragraphs("（一）收入增加5万元\n（二）支出增加5万元").len(), 2);
        assert_eq!(paragraphs("二、收支总体情况\n（一）收入预算\n2023年年初预算数5万元").len(), 3);
        assert_eq!(paragraphs("减少2.16万元，主要原因是调整\n2023年无使用政府性基金").len(), 2);
    }
}
