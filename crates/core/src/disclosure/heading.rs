//! Headings: which part of the document a paragraph belongs to.

use super::word_list::{Prefixes, Suffixes};
use super::year::leading_year;

/// A section of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// 单位基本情况.
    Profile,
    /// 部门收支总体情况.
    Overview,
    /// 部门预算情况说明.
    Budget,
    /// “三公”经费情况说明.
    ThreePublic,
    /// 其他重要事项的情况说明.
    Other,
    /// 专业性名词解释.
    Glossary,
}

/// An item of the template: what a paragraph is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// 职能职责.
    Duties,
    /// 单位构成.
    Units,
    /// 收入预算.
    Income,
    /// 支出预算.
    Expenditure,
    /// 一般公共预算财政拨款 with 基本支出 and 项目支出, and 政府性基金.
    Appropriation,
    /// “三公”经费.
    ThreePublic,
    /// 机关运行经费.
    Operating,
    /// 政府采购.
    Procurement,
    /// 绩效目标.
    Performance,
    /// 国有资产占有使用情况.
    Assets,
    /// 专业性名词解释.
    Glossary,
    /// Anything else.
    Other,
}

impl Section {
    /// The item of paragraphs that follow the section's heading without a heading of their own.
    pub fn default_item(self) -> Item {
        match self {
            Section::Profile | Section::Overview | Section::Other => Item::Other,
            Section::Budget => Item::Appropriation,
            Section::ThreePublic => Item::ThreePublic,
            Section::Glossary => Item::Glossary,
        }
    }
}

fn is_chinese_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '〇')
}

/// The number that opens a paragraph: 一、 （二） 3. 4、 (5) ⑥ 第一部分.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enumerator {
    /// Its length in bytes, with its mark and brackets; 0 where the paragraph has none.
    pub len: usize,
    /// Its level, from 1; 0 where the paragraph has none.
    pub level: u8,
}

/// The number that opens a paragraph.
pub fn enumerator(text: &str) -> Enumerator {
    let found = |len: usize, level: u8| Enumerator { len, level };
    let chinese = |s: &str| s.chars().take_while(|c| is_chinese_digit(*c)).map(char::len_utf8).sum::<usize>();
    let arabic = |s: &str| s.bytes().take_while(u8::is_ascii_digit).take(3).count();
    if let Some(rest) = text.strip_prefix('第') {
        let n = chinese(rest);
        if let Some(behind) = rest[n..].strip_prefix("部分").filter(|_| n > 0) {
            let mark = behind.chars().next().filter(|c| matches!(c, '、' | ':' | ','));
            return found("第".len() + n + "部分".len() + mark.map_or(0, char::len_utf8), 1);
        }
    }
    let n = chinese(text);
    if n > 0 && text[n..].starts_with(['、', '.']) {
        return found(n + text[n..].chars().next().map_or(0, char::len_utf8), 1);
    }
    if let Some(rest) = text.strip_prefix('(') {
        let n = chinese(rest);
        if n > 0 && rest[n..].starts_with(')') {
            let dotted = rest[n + 1..].starts_with('、');
            return found(n + 2 + if dotted { '、'.len_utf8() } else { 0 }, 2);
        }
        let n = arabic(rest);
        if (1..=2).contains(&n) && rest[n..].starts_with(')') {
            return found(n + 2, 3);
        }
    }
    let n = arabic(text);
    if (1..=2).contains(&n) {
        let mut behind = text[n..].chars();
        let mark = behind.next().filter(|c| matches!(c, '.' | '、'));
        // 1.5万元 is an amount, not the first item.
        if let Some(mark) = mark.filter(|_| !behind.next().is_some_and(|c| c.is_ascii_digit())) {
            return found(n + mark.len_utf8(), 3);
        }
    }
    match text.chars().next() {
        Some(c @ '①'..='⑳') => found(c.len_utf8(), 3),
        _ => found(0, 0),
    }
}

/// The section that a paragraph opens. A section's heading is short and contains no digit.
pub fn section(text: &str) -> Option<Section> {
    let text = text.trim_end_matches(['。', ':', ',', '.']);
    if text.chars().nth(26).is_some() || text.bytes().any(|b| b.is_ascii_digit()) || text.contains(['。', ';']) {
        return None;
    }
    const OVERVIEW: Suffixes = Suffixes::new(&["收支预算总体情况", "收支情况说明", "收支预算情况"]);
    const THREE_PUBLIC: Suffixes = Suffixes::new(&["说明", "情况", "安排情况"]);
    const PROFILE: Suffixes = Suffixes::new(&["基本情况", "基本情况说明", "单位概况", "部门概况"]);
    const GLOSSARY: Suffixes = Suffixes::new(&["名词解释", "名词说明", "专业名词"]);
    const BUDGET: Suffixes = Suffixes::new(&["预算情况说明", "预算安排情况说明", "财政拨款支出情况说明"]);
    if text.contains("收支总体情况") || OVERVIEW.end(text) {
        Some(Section::Overview)
    } else if THREE_PUBLIC.end(text) && text.contains("三公") {
        Some(Section::ThreePublic)
    } else if PROFILE.end(text) {
        Some(Section::Profile)
    } else if text.contains("其他重要事项") {
        Some(Section::Other)
    } else if GLOSSARY.end(text) {
        Some(Section::Glossary)
    } else if BUDGET.end(text) {
        Some(Section::Budget)
    } else {
        None
    }
}

/// Opening words of the template's items, longest first.
const ITEMS: [(&str, Item); 30] = [
    ("主要职能职责", Item::Duties),
    ("职能职责", Item::Duties),
    ("主要职责", Item::Duties),
    ("主要职能", Item::Duties),
    ("单位职责", Item::Duties),
    ("部门职责", Item::Duties),
    ("机构职能", Item::Duties),
    ("单位构成", Item::Units),
    ("部门构成", Item::Units),
    ("机构构成", Item::Units),
    ("机构设置", Item::Units),
    ("单位组成", Item::Units),
    ("收入预算情况", Item::Income),
    ("收入预算", Item::Income),
    ("收入情况", Item::Income),
    ("支出预算情况", Item::Expenditure),
    ("支出预算", Item::Expenditure),
    ("支出情况", Item::Expenditure),
    ("机关运行经费情况", Item::Operating),
    ("机关运行经费", Item::Operating),
    ("政府采购情况", Item::Procurement),
    ("政府采购", Item::Procurement),
    ("预算绩效目标设置情况", Item::Performance),
    ("绩效目标设置情况", Item::Performance),
    ("绩效目标情况", Item::Performance),
    ("绩效目标", Item::Performance),
    ("国有资产占有使用情况", Item::Assets),
    ("国有资产占用使用情况", Item::Assets),
    ("国有资产占用情况", Item::Assets),
    ("国有资产", Item::Assets),
];

/// The item that a paragraph opens, with the length of its opening words and the mark behind them.
///
/// The words open an item where the paragraph ends with them, or where a mark or a year follows them
/// (支出预算2023年年初预算数…); 收入预算较上年增加 is a sentence.
pub fn item(text: &str) -> Option<(Item, usize)> {
    let (words, item) = ITEMS.iter().find(|(words, _)| text.starts_with(words))?;
    let rest = &text[words.len()..];
    match rest.chars().next() {
        None => Some((*item, words.len())),
        Some(mark @ (':' | '。' | ',' | '.' | '、')) => Some((*item, words.len() + mark.len_utf8())),
        Some('2') if leading_year(rest).is_some() => Some((*item, words.len())),
        _ => None,
    }
}

/// True for the few words of a numbered paragraph that are a heading, though none of the template.
pub fn is_unknown(words: &str) -> bool {
    words.chars().count() <= 30 && !words.bytes().any(|b| b.is_ascii_digit()) && !words.contains([',', ';', '。', ':'])
}

/// The item that a paragraph is about according to its first words, where headings are missing.
pub fn item_of_first_words(words: &str) -> Option<Item> {
    const APPROPRIATIONS: Prefixes = Prefixes::new(&[
        "一般公共预算财政拨款收入",
        "一般公共预算财政拨款支出",
        "一般公共预算拨款收入",
        "一般公共预算拨款支出",
        "政府性基金预算",
    ]);
    let head = words.char_indices().nth(40).map_or(words, |(end, _)| &words[..end]);
    let first = head.split([',', ';', '。']).next().unwrap_or_default();
    if first.contains("三公经费") {
        Some(Item::ThreePublic)
    } else if first.contains("一般公共预算财政拨款运行经费") || first.contains("机关运行经费") {
        Some(Item::Operating)
    } else if APPROPRIATIONS.occur_in(first) && !first.contains("采购") && !first.contains("其中") {
        Some(Item::Appropriation)
    } else if first.contains("政府采购") {
        Some(Item::Procurement)
    } else if first.contains("绩效目标") {
        Some(Item::Performance)
    } else if first.contains("车辆") {
        Some(Item::Assets)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumerators_have_a_length_and_a_level() {
        assert_eq!(enumerator("一、单位"), Enumerator { len: 6, level: 1 });
        assert_eq!(enumerator("(十二)收入").level, 2);
        assert_eq!(enumerator("20.承担"), Enumerator { len: 3, level: 3 });
        assert_eq!(enumerator("1.5万元"), Enumerator { len: 0, level: 0 });
        assert_eq!(enumerator("2023年"), Enumerator { len: 0, level: 0 });
    }

    #[test]
    fn an_item_is_not_a_sentence() {
        assert_eq!(item("收入预算:2023年").unwrap().0, Item::Income);
        assert_eq!(item("支出预算2023年年初预算数").unwrap().0, Item::Expenditure);
        assert!(item("支出预算较上年增加").is_none());
    }

    #[test]
    fn sections_with_and_without_their_usual_words() {
        assert_eq!(section("收支总体情况"), Some(Section::Overview));
        assert_eq!(section("部门(单位)收支总体情况"), Some(Section::Overview));
        assert_eq!(section("三公经费情况说明"), Some(Section::ThreePublic));
        assert_eq!(section("单位预算情况说明"), Some(Section::Budget));
        assert_eq!(section("收入较上年增加"), None);
    }
}
