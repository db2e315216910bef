//! Paragraphs: the source's lines put together where a hard break cuts a sentence, kept apart where one ends.

use super::heading;
use super::lexicon;
use super::normalization::Normal;
use std::ops::Range;

/// The paragraphs of a document, as ranges of its normal text.
pub fn split(normal: &Normal) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    for (n, row) in normal.rows.iter().enumerate() {
        // What stands above the title is the institution, not the end of a website's own lines.
        let titled =
            normal.rows.get(n + 1).is_some_and(|next| heading::title(&normal.text[next.range.clone()]).is_some());
        for (at, range) in items(&normal.text, row.range.clone()).into_iter().enumerate() {
            let text = &normal.text[range.clone()];
            match paragraphs.last_mut() {
                Some(last) if at == 0 && !titled && goes_on(&normal.text[last.clone()], text, row.after_blank) => {
                    last.end = range.end
                }
                _ => paragraphs.push(range),
            }
        }
    }
    paragraphs
}

/// A row, cut where a numbered item of the template begins inside it: …持平。（二）支出预算：….
fn items(text: &str, row: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = row.start;
    for (at, _) in text[row.clone()].match_indices('(') {
        let at = row.start + at;
        let (number, level) = heading::enumerator(&text[at..row.end]);
        if level == 2 && at > start && heading::item(&text[at + number..row.end]).is_some() {
            found.push(start..at);
            start = at;
        }
    }
    found.push(start..row.end);
    found
}

/// True where `next` goes on in the middle of the sentence that `before` began.
fn goes_on(before: &str, next: &str, after_blank: bool) -> bool {
    if heading::enumerator(next).0 > 0 || heading::section(next).is_some() || heading::item(next).is_some() {
        return false;
    }
    if closed(before) {
        return false;
    }
    // A number cut in two, or cut off from its unit; any other that ends a line may have lost more than its unit.
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        let digit = next.starts_with(|c: char| c.is_ascii_digit());
        let unit = next.starts_with(['.', '万', '元', '年', '月', '日', '人', '名', '辆', '个', '%']);
        return unit || digit && !after_blank && heading::year(next).is_none();
    }
    if before.ends_with([',', '、', '(', ';', '比', '较', '与', '和', '同', '为', '是', '至', '的', '.']) {
        return true;
    }
    if before.ends_with(':') {
        return !opens_heading(before);
    }
    if after_blank || opens_heading(before) || heading::title(before).is_some() || heading::title(next).is_some() {
        return false;
    }
    !opens_sentence(next) && !states(next)
}

/// True where a row begins with the name of a line and its amount (项目支出25万元).
fn states(text: &str) -> bool {
    let clause = text.split([',', '。', ';', ':']).next().unwrap_or_default();
    lexicon::begins_name(text) && clause.bytes().any(|b| b.is_ascii_digit())
}

/// True where a row begins a sentence that the row before it could have ended: with a year, or with a subject and a year
/// (本单位2023年无使用政府性基金…).
fn opens_sentence(text: &str) -> bool {
    let head = text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end]);
    let subject = head.split([',', '。', ';', ':', '、']).next().unwrap_or_default();
    let year = subject.match_indices('年').find_map(|(end, _)| {
        let at = end.checked_sub(4).filter(|&at| subject.is_char_boundary(at))?;
        heading::year(&subject[at..]).map(|(_, len)| (at, at + len))
    });
    let says = ["无", "未", "没有", "不涉及", "一般公共预算", "政府性基金", "三公经费", "国有资本", "项目支出"];
    year.is_some_and(|(at, end)| at == 0 || says.iter().any(|word| subject[end..].starts_with(word)))
}

/// True where a sentence ends.
fn closed(text: &str) -> bool {
    text.ends_with(['。', '!', '?'])
}

/// True for a paragraph that is a heading and nothing else.
fn opens_heading(text: &str) -> bool {
    let (number, _) = heading::enumerator(text);
    let rest = &text[number..];
    if heading::section(rest).is_some() {
        return true;
    }
    match heading::item(rest) {
        Some((_, len)) => len == rest.len(),
        None => {
            number > 0
                && rest.chars().nth(24).is_none()
                && !rest.bytes().any(|b| b.is_ascii_digit())
                && !rest.contains([',', ';'])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let normal = Normal::new(text);
        split(&normal).into_iter().map(|range| normal.text[range].to_owned()).collect()
    }

    #[test]
    fn a_hard_break_inside_a_sentence_is_mended() {
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
