//! Comparisons with last year (比2022年, 较去年) and directions (增加, 减少, 持平).

use super::Direction;
use super::word_list::{Prefixes, Suffixes};
use super::year::parse_year;
use std::ops::Range;

/// A comparison: 比2022年, 较去年.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Where its words are.
    pub range: Range<usize>,
    /// Where the direction begins: behind last year's amount, where that is stated (较上年498.32万元增加).
    pub end: usize,
    /// The year, where it is named.
    pub year: Option<i32>,
    /// True for 去年, 上年: the year before the document's own.
    pub is_last_year: bool,
    /// True for a year without 比 or 较, which may be the document's own: 收入2023年增加.
    pub is_bare_year: bool,
}

const COMPARATORS: Prefixes = Prefixes::new(&["相比", "相较", "比", "较", "与", "和", "同"]);
/// Words for the year before, longest first.
const LAST_YEAR: Prefixes =
    Prefixes::new(&["上一年度", "上年度", "上一年", "去年度", "上年", "去年", "往年同期", "上期", "同期", "前一年"]);
/// Words between the year and the direction: 比2022年预算, 与2021年收入预算相比.
const BASE_NOUNS: Prefixes = Prefixes::new(&[
    "年初", "部门", "单位", "预算", "数", "相比", "相较", "同期", "总额", "收入", "支出", "安排", "执行", "比",
]);
/// Words before a direction: 共增加, 有所减少.
const ADVERBS: Prefixes = Prefixes::new(&["相比", "总体", "共计", "共", "有所", "预计"]);
/// Words before 持平 that say it of several lines.
const EACH: Prefixes = Prefixes::new(&["均", "都", "总体"]);
const UP: Prefixes = Prefixes::new(&["增加", "增长", "上升", "提高", "上涨"]);
const DOWN: Prefixes = Prefixes::new(&["减少", "下降", "降低", "压减", "缩减"]);
/// Words of one character: directions only right before a number, since names begin with them (少数民族, 多媒体, 增值税).
const SHORT_UP: Prefixes = Prefixes::new(&["增", "多"]);
const SHORT_DOWN: Prefixes = Prefixes::new(&["减", "少"]);
/// Words that deny the direction behind them: 未增加5万元.
const NEGATIONS: Suffixes = Suffixes::new(&["未", "不", "没有", "没", "无", "非"]);
const FLAT: Prefixes = Prefixes::new(&[
    "无增减变化",
    "无增减变动",
    "没有增减变化",
    "没有变化",
    "没有增减",
    "未发生变化",
    "未增减",
    "无增减",
    "无变化",
    "无变动",
    "未变化",
    "保持一致",
    "保持持平",
    "保持不变",
    "持平",
    "一致",
    "相同",
    "一样",
    "不变",
]);
/// Words between the direction and the number: 增加经费拨款51.17万元.
const FILLERS: Prefixes =
    Prefixes::new(&["经费拨款", "财政拨款", "拨款", "经费", "资金", "预算数", "预算", "支出", "了"]);

/// The comparison that `range` begins with.
pub fn comparison_at(text: &str, range: Range<usize>) -> Option<Comparison> {
    let rest = &text[range.clone()];
    if rest.starts_with("同比") {
        let end = range.start + "同比".len();
        return Some(Comparison { range: range.start..end, end, year: None, is_last_year: true, is_bare_year: false });
    }
    let word = COMPARATORS.find(rest)?;
    let mut end = range.start + word.len();
    if let Some(last) = LAST_YEAR.find(&text[end..range.end]) {
        end += last.len();
        end += base_nouns_len(&text[end..range.end]);
        let direction_at = end + stated_base_len(&text[end..range.end]);
        return Some(Comparison {
            range: range.start..end,
            end: direction_at,
            year: None,
            is_last_year: true,
            is_bare_year: false,
        });
    }
    let year: i32 = text.get(end..end + 4).filter(|_| end + 4 <= range.end).and_then(parse_year)?;
    end += 4;
    // With a fifth digit it is not a year.
    if text[end..range.end].starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    for word in ["年度", "年"] {
        if text[end..range.end].starts_with(word) {
            end += word.len();
            break;
        }
    }
    end += base_nouns_len(&text[end..range.end]);
    let direction_at = end + stated_base_len(&text[end..range.end]);
    Some(Comparison {
        range: range.start..end,
        end: direction_at,
        year: Some(year),
        is_last_year: false,
        is_bare_year: false,
    })
}

/// The length of the nouns that `text` begins with: 年初预算数.
fn base_nouns_len(text: &str) -> usize {
    let mut len = 0;
    while let Some(word) = BASE_NOUNS.find(&text[len..]) {
        len += word.len();
    }
    len
}

/// The length of last year's amount, where one stands between the year and the direction.
fn stated_base_len(text: &str) -> usize {
    const PARTICLES: Prefixes = Prefixes::new(&["的", "为"]);
    const UNITS: Prefixes = Prefixes::new(&["万元", "元", "亿元"]);
    let skip = PARTICLES.len_in(text);
    let digits = text[skip..].bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
    let at = skip + digits;
    let unit = UNITS.len_in(&text[at..]);
    if digits > 0 && unit > 0 && direction(&text[at + unit..]).is_some() { at + unit } else { 0 }
}

/// The word for up or down that `text` begins with, and its length.
fn direction_word(text: &str) -> Option<(Direction, usize)> {
    let up = || Some((Direction::Up, UP.find(text)?.len()));
    let down = || Some((Direction::Down, DOWN.find(text)?.len()));
    up().or_else(down)
}

/// The direction that `text` begins with, and its length in bytes.
pub fn direction(text: &str) -> Option<(Direction, usize)> {
    let words_at = ADVERBS.len_in(text);
    let words = &text[words_at..];
    let each = EACH.len_in(words);
    if let Some(flat) = FLAT.find(&words[each..]) {
        return Some((Direction::Flat, words_at + each + flat.len()));
    }
    let before_number = |list: &Prefixes| {
        let word = list.find(words)?;
        words[word.len()..].starts_with(|c: char| c.is_ascii_digit() || c == '-').then_some(word.len())
    };
    let (direction, len) = direction_word(words)
        .or_else(|| Some((Direction::Up, before_number(&SHORT_UP)?)))
        .or_else(|| Some((Direction::Down, before_number(&SHORT_DOWN)?)))?;
    let end = words_at + len;
    Some((direction, end + FILLERS.len_in(&text[end..])))
}

/// The verb that `text` begins with, before the name of what changed, and its length: 增加补助经费5万元. Other words for up and
/// down begin names (压减任务, 提高标准后补助).
pub fn verb(text: &str) -> Option<(Direction, usize)> {
    const VERBS: Prefixes = Prefixes::new(&["增加", "减少"]);
    let (direction, len) = direction(text)?;
    VERBS.begin(text).then_some((direction, len))
}

/// The start of the last word in `clause` that means up or down, unless it is denied.
pub fn last_direction(clause: &str) -> Option<usize> {
    let last = clause.char_indices().rev().map(|(at, _)| at).find(|at| direction_word(&clause[*at..]).is_some())?;
    let is_denied = NEGATIONS.end(&clause[..last]);
    (!is_denied).then_some(last)
}

/// True where `text` describes a change or its cause: such words are not a name.
pub fn describes_change(text: &str) -> bool {
    const WORDS: Prefixes = Prefixes::new(&["增加", "减少", "增长", "下降", "导致", "由于", "因为", "使得", "造成"]);
    WORDS.occur_in(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comparison_words(text: &str) -> Option<&str> {
        comparison_at(text, 0..text.len()).map(|comparison| &text[comparison.range])
    }

    #[test]
    fn comparisons_in_every_wording() {
        for words in
            ["同比", "比2022年", "较去年", "比上年", "较2022", "比2022年预算", "与上年度", "较2022年年初预算数"]
        {
            assert_eq!(comparison_words(&format!("{words}增加")), Some(words));
        }
        assert_eq!(comparison_words("与2021年收入预算相比增加"), Some("与2021年收入预算相比"));
        assert_eq!(comparison_words("比20225万元"), None);
        assert_eq!(comparison_words("较20年增加"), None);
    }

    #[test]
    fn last_years_amount_may_stand_before_the_direction() {
        let text = "较上年498.32万元增加18.06万元";
        let found = comparison_at(text, 0..text.len()).unwrap();
        assert_eq!((&text[found.range], &text[found.end..]), ("较上年", "增加18.06万元"));
    }

    #[test]
    fn directions_in_every_wording() {
        assert_eq!(direction("增加5万元"), Some((Direction::Up, "增加".len())));
        assert_eq!(direction("减少拨款5万元"), Some((Direction::Down, "减少拨款".len())));
        assert_eq!(direction("均持平").unwrap().0, Direction::Flat);
        assert_eq!(direction("均减少5万元"), None, "each of several, but of which");
        assert_eq!(direction("基本持平"), None, "nearly the same is not the same");
        assert_eq!(direction("减5万元").unwrap().0, Direction::Down);
        for name in ["少数民族发展资金5万元", "减灾救灾5万元", "多媒体5万元", "增值税5万元"] {
            assert_eq!(direction(name), None, "{name}");
        }
        assert_eq!(last_direction("基本支出未增加"), None);
    }
}
