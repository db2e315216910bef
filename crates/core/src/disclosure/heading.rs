//! Headings: which part of the document a paragraph belongs to.

use std::ops::Range;

/// A part of the document.
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

/// What a paragraph is about.
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
    /// 一般公共预算财政拨款, its 基本支出 and 项目支出, and 政府性基金.
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
    /// Explanations of terms.
    Glossary,
    /// Something else.
    Other,
}

impl Section {
    /// What a section is about where it has no items.
    pub fn item(self) -> Item {
        match self {
            Section::Profile | Section::Overview | Section::Other => Item::Other,
            Section::Budget => Item::Appropriation,
            Section::ThreePublic => Item::ThreePublic,
            Section::Glossary => Item::Glossary,
        }
    }
}

const CHINESE_DIGITS: &str = "一二三四五六七八九十百〇";

/// The length in bytes of a number that opens a paragraph (一、 （二） 3. 4、 (5) ⑥ 第一部分), with its level; 0 for none.
pub fn enumerator(text: &str) -> (usize, u8) {
    let chinese = |s: &str| s.chars().take_while(|c| CHINESE_DIGITS.contains(*c)).map(char::len_utf8).sum::<usize>();
    let arabic = |s: &str| s.bytes().take_while(u8::is_ascii_digit).take(3).count();
    if let Some(rest) = text.strip_prefix('第') {
        let n = chinese(rest);
        if n > 0 && rest[n..].starts_with("部分") {
            let mark = rest[n + "部分".len()..].starts_with(['、', ':', ',']);
            return (
                "第".len()
                    + n
                    + "部分".len()
                    + if mark { rest[n + "部分".len()..].chars().next().map_or(0, char::len_utf8) } else { 0 },
                1,
            );
        }
    }
    let n = chinese(text);
    if n > 0 && text[n..].starts_with(['、', '.']) {
        return (n + text[n..].chars().next().map_or(0, char::len_utf8), 1);
    }
    if let Some(rest) = text.strip_prefix('(') {
        let n = chinese(rest);
        if n > 0 && rest[n..].starts_with(')') {
            let dotted = rest[n + 1..].starts_with('、');
            return (n + 2 + if dotted { '、'.len_utf8() } else { 0 }, 2);
        }
        let n = arabic(rest);
        if (1..=2).contains(&n) && rest[n..].starts_with(')') {
            return (n + 2, 3);
        }
    }
    let n = arabic(text);
    if (1..=2).contains(&n) {
        let mut behind = text[n..].chars();
        let mark = behind.next().filter(|c| matches!(c, '.' | '、'));
        // 1.5万元 is an amount, not the first item.
        if let Some(mark) = mark.filter(|_| !behind.next().is_some_and(|c| c.is_ascii_digit())) {
            return (n + mark.len_utf8(), 3);
        }
    }
    match text.chars().next() {
        Some(c @ '①'..='⑳') => (c.len_utf8(), 3),
        _ => (0, 0),
    }
}

/// The section that a paragraph of this text opens, if it is a section's heading: short, without a digit.
pub fn section(text: &str) -> Option<Section> {
    let text = text.trim_end_matches(['。', ':', ',', '.']);
    if text.chars().nth(26).is_some() || text.bytes().any(|b| b.is_ascii_digit()) || text.contains(['。', ';']) {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
    if text.contains("收支总体情况") || ends(&["收支预算总体情况", "收支情况说明", "收支预算情况"])
    {
        Some(Section::Overview)
    } else if text.contains("三公") && ends(&["说明", "情况", "安排情况"]) {
        Some(Section::ThreePublic)
    } else if ends(&["基本情况", "基本情况说明", "单位概况", "部门概况"]) {
        Some(Section::Profile)
    } else if text.contains("其他重要事项") {
        Some(Section::Other)
    } else if ends(&["名词解释", "名词说明", "专业名词"]) {
        Some(Section::Glossary)
    } else if ends(&["预算情况说明", "预算安排情况说明", "财政拨款支出情况说明"]) {
        Some(Section::Budget)
    } else {
        None
    }
}

/// Opening words of the items that the template has, longest first.
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
/// The words open an item where the paragraph ends with them, or a mark or the year follows them; 收入预算较上年增加 is a
/// sentence. With a number before it, an opening without a mark is an item, too (（二）支出预算2023年年初预算数…).
pub fn item(text: &str) -> Option<(Item, usize)> {
    let (words, item) = ITEMS.iter().find(|(words, _)| text.starts_with(words))?;
    let rest = &text[words.len()..];
    match rest.chars().next() {
        None => Some((*item, words.len())),
        Some(mark @ (':' | '。' | ',' | '.' | '、')) => Some((*item, words.len() + mark.len_utf8())),
        Some('2') if year(rest).is_some() => Some((*item, words.len())),
        _ => None,
    }
}

/// The year that `text` begins with (2023年), with its length.
pub fn year(text: &str) -> Option<(i32, usize)> {
    let digits = text.get(..4)?;
    let n: i32 = digits.parse().ok().filter(|n| (1990..2100).contains(n))?;
    let rest = &text[4..];
    if !rest.starts_with('年') {
        return None;
    }
    let suffix = if rest["年".len()..].starts_with('度') { "度".len() } else { 0 };
    Some((n, 4 + "年".len() + suffix))
}

/// What a document's title says.
pub struct Title {
    /// The year.
    pub year: i32,
    /// Where the title itself begins: what stands before it is the institution.
    pub at: usize,
    /// The institution's name, where it stands before the year, or behind it: 2024年某区水利局部门预算情况说明.
    pub name: Range<usize>,
    /// True for a settlement of accounts.
    pub settlement: bool,
    /// True for a single unit's budget.
    pub unit: bool,
}

/// Reads a paragraph as the document's title.
pub fn title(text: &str) -> Option<Title> {
    if text.chars().nth(60).is_some() || text.contains(['。', ';', ',']) {
        return None;
    }
    let with_year = text.match_indices('年').find_map(|(end, _)| {
        let at = end.checked_sub(4).filter(|&at| text.is_char_boundary(at))?;
        year(&text[at..]).map(|(n, len)| (at, n, len))
    });
    // 2023部门预算情况说明: 年 is missing.
    let bare = || {
        let at = text.find(|c: char| c.is_ascii_digit())?;
        let n: i32 = text.get(at..at + 4)?.parse().ok().filter(|n| (1990..2100).contains(n))?;
        ["部门", "单位"].iter().any(|word| text[at + 4..].starts_with(word)).then_some((at, n, 4))
    };
    let (at, n, len) = with_year.or_else(bare)?;
    let behind = at + len;
    let own = ["部门预算", "单位预算"].iter().filter_map(|word| text[behind..].rfind(word)).min();
    let own = own.filter(|&own| is_institution(&text[behind..behind + own])).unwrap_or(0);
    let rest = &text[behind + own..];
    let name = if own > 0 { behind..behind + own } else { 0..text[..at].trim_end().len() };
    let settlement = rest.contains("决算");
    let named = settlement || rest.contains("预算");
    let closed = ["说明", "公开", "报告", "情况"].iter().any(|word| rest.trim_end_matches([')', '(']).ends_with(word));
    if !(named && closed) || rest.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(Title { year: n, at, name, settlement, unit: rest.contains("单位") && !rest.contains("部门") })
}

/// Words between the year and 部门预算 that can only be the institution's name.
fn is_institution(words: &str) -> bool {
    words.chars().count() >= 4 && !["预算", "收支", "收入", "支出"].iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_open_a_paragraph() {
        assert_eq!(enumerator("一、单位"), (6, 1));
        assert_eq!(enumerator("(十二)收入").1, 2);
        assert_eq!(enumerator("20.承担"), (3, 3));
        assert_eq!(enumerator("1.5万元"), (0, 0));
        assert_eq!(enumerator("2023年"), (0, 0));
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

    #[test]
    fn a_title_names_a_year_and_a_kind() {
        let read = title("2022年单位预算情况说明").unwrap();
        assert!((read.year, read.unit, read.settlement) == (2022, true, false));
        let read = title("2024年某区示例水利局03部门预算情况说明").unwrap();
        assert_eq!(&"2024年某区示例水利局03部门预算情况说明"[read.name], "某区示例水利局03");
        assert!(title("2022年年初部门预算情况说明").unwrap().name.is_empty());
        assert!(title("某局2022年部门决算公开说明").unwrap().settlement);
        assert!(title("2022年支出预算100万元").is_none());
    }
}
