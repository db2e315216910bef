//! The name of a line inside a clause, without the year and the institution before it and the verb behind it.

use super::word_list::{Prefixes, Suffixes};
use super::year::years;

/// The name of a line, with the year before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineName<'n> {
    /// The name.
    pub text: &'n str,
    /// The byte of the label where the name begins.
    pub start: usize,
    /// The year that the clause is about, where it names one.
    pub year: Option<i32>,
    /// Whose money it is, by the words before the year and the name.
    pub owner: Owner,
}

/// Whose money or things a clause speaks of, in the order in which words for one outweigh words for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// This institution's.
    Own,
    /// Those of all its units (所属各预算单位), which are its own in some items of the template.
    Units,
    /// Another's, or those of a region.
    Others,
}

/// Words before a name that do not identify the line.
const PREFIXES: Prefixes = Prefixes::new(&[
    "本部门",
    "本单位",
    "我单位",
    "我部门",
    "我局",
    "我校",
    "我院",
    "我委",
    "我办",
    "当年",
    "全年",
    "其中",
    "全部为",
    "全部是",
    "均为",
    "安排",
    "以及",
    "的",
]);
/// Words for all units of a department.
const UNITS: [&str; 2] = ["所属各预算单位", "所属预算单位"];
/// Words for other institutions, or for more than one: their money is not this institution's.
const OTHERS: Prefixes = Prefixes::new(&[
    "各预算单位",
    "所属单位",
    "下属单位",
    "下级单位",
    "各单位",
    "本级",
    "全区",
    "全县",
    "全市",
    "全省",
    "全国",
    "全部单位",
    "其他单位",
    "同级单位",
]);
/// Verbs between a name and its amount.
const VERBS: Suffixes = Suffixes::new(&["预计为", "共计为", "约为", "约", "为", "是", "达到", "达", "安排"]);

/// The name inside `label`, the words before an amount or a comparison, in a document of `institution`.
pub fn line_name<'n>(label: &'n str, institution: Option<&str>) -> LineName<'n> {
    let (mut year, mut year_at, mut from) = (None, 0, 0);
    if let Some(last) = years(label).next_back() {
        (year, year_at, from) = (Some(last.year), last.range.start, last.range.end);
    }
    let mut text = &label[from..];
    let mut owner = if year.is_some() { owner_of(&label[..year_at], institution) } else { Owner::Own };
    while let Some((shorter, found)) = without_prefix(text, institution) {
        text = shorter;
        owner = owner.max(found);
    }
    let start = label.len() - text.len();
    while let Some(shorter) = VERBS.strip(text).filter(|rest| !rest.is_empty()) {
        text = shorter;
    }
    LineName { text, start, year, owner }
}

/// `text` without a prefix, and whose money that prefix speaks of; None where there is none.
fn without_prefix<'n>(text: &'n str, institution: Option<&str>) -> Option<(&'n str, Owner)> {
    const ALL_UNITS: Prefixes = Prefixes::new(&UNITS);
    let own = institution.and_then(|name| text.strip_prefix(name));
    let own = own.or_else(|| text.strip_prefix("()")).or_else(|| PREFIXES.strip(text));
    let found = own.map(|rest| (rest, Owner::Own));
    let found = found.or_else(|| Some((ALL_UNITS.strip(text)?, Owner::Units)));
    let found = found.or_else(|| Some((OTHERS.strip(text)?, Owner::Others)));
    found.filter(|(rest, owner)| *owner != Owner::Own || !rest.is_empty())
}

/// Whom words before a year speak of: of this institution where there are none, where they are its name in full or
/// abbreviated, 本校, or the name of an item.
fn owner_of(words: &str, institution: Option<&str>) -> Owner {
    let words = words.trim_end_matches(['在', '于', '的', ':', ')']).trim_start_matches('(');
    let is_short = words.chars().nth(8).is_none();
    const ALL_UNITS: Suffixes = Suffixes::new(&UNITS);
    if ALL_UNITS.end(words) {
        return Owner::Units;
    }
    if words.is_empty() || is_short && words.starts_with(['本', '我']) && !words.starts_with("本级") {
        return Owner::Own;
    }
    let is_institution = |institution: &str| institution.contains(words) || is_abbreviation(words, institution);
    let is_own = institution.is_some_and(is_institution) || !names_an_institution(words) && introduces_year(words);
    if is_own { Owner::Own } else { Owner::Others }
}

/// True for words that lead to the year of a statement: the name of an item, a total, 按照…原则. Others may make it a wish
/// or an example: 争取, 例如.
fn introduces_year(words: &str) -> bool {
    const ENDINGS: Suffixes = Suffixes::new(&[
        "收入",
        "支出",
        "预算",
        "经费",
        "情况",
        "采购",
        "目标",
        "说明",
        "总计",
        "合计",
        "原则",
        "要求",
        "规定",
        "批复",
        "其中",
        "截至",
        "至",
        "采购预算",
        "资产",
        "拨款",
        "总额",
        "安排",
    ]);
    const WISHES: Prefixes = Prefixes::new(&["如", "拟", "争取"]);
    ENDINGS.end(words) && !WISHES.begin(words)
}

/// True where `words` are some characters of `institution`, in their order: 区纪委监委.
fn is_abbreviation(words: &str, institution: &str) -> bool {
    let mut rest = institution.chars();
    words.chars().all(|c| rest.any(|other| other == c))
}

/// True where `words` end like the name of an institution, or of several.
fn names_an_institution(words: &str) -> bool {
    const ENDINGS: Suffixes = Suffixes::new(&[
        "局", "委", "办", "院", "校", "所", "站", "队", "馆", "中心", "处", "厅", "部", "会", "镇", "乡", "街道",
        "单位", "部门", "公司", "大学", "学院", "园", "会", "组", "室", "社", "台", "场", "协会", "区", "县", "市",
        "省", "州", "旗", "村", "科", "系统", "机关", "政府", "集团", "企业", "团", "行", "全国",
    ]);
    ENDINGS.end(words) || OTHERS.occur_in(words)
}

/// The names in 公务接待费、公务用车购置费均: several lines with one statement about all of them.
pub fn several(name: LineName) -> Option<Vec<LineName>> {
    const EACH: Suffixes = Suffixes::new(&["均", "都", "各"]);
    let list = EACH.strip(name.text)?;
    let (mut names, mut start) = (Vec::new(), 0);
    for (end, mark) in list.match_indices(['、', '和']).chain([(list.len(), "")]) {
        names.push(LineName { text: &list[start..end], start: name.start + start, ..name });
        start = end + mark.len();
    }
    (names.len() > 1).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_year_and_the_institution() {
        let name = |label| line_name(label, Some("某区示例单位"));
        let own = |text, start| LineName { text, start, year: Some(2023), owner: Owner::Own };
        assert_eq!(name("2023年年初预算数"), own("年初预算数", "2023年".len()));
        assert_eq!(name("某区示例单位2023年三公经费预算为"), own("三公经费预算", "某区示例单位2023年".len()));
        assert_eq!(name("某区示例单位一般公共预算财政拨款收入").text, "一般公共预算财政拨款收入");
        assert_eq!(name("财政专户管理资金为").text, "财政专户管理资金");
        for own in ["本校2023年支出", "我单位2023年支出", "示例单位2023年支出", "收入预算2023年支出"]
        {
            assert_eq!(name(own).owner, Owner::Own, "{own}");
        }
        for other in ["某区信息中心2023年项目支出", "全区2023年支出", "下属单位2023年支出", "全区支出"]
        {
            assert_eq!(name(other).owner, Owner::Others, "{other}");
        }
        assert_eq!(name("所属各预算单位政府采购预算").owner, Owner::Units);
        assert_eq!(name("202年公务接待费").text, "202年公务接待费", "202年 is not a year");
    }

    #[test]
    fn one_statement_may_be_about_several_lines() {
        let label = "其中公务接待费、公务用车购置费和会议费均";
        let names = several(line_name(label, None)).unwrap();
        assert_eq!(names.iter().map(|name| name.text).collect::<Vec<_>>(), ["公务接待费", "公务用车购置费", "会议费"]);
        assert!(names.iter().all(|name| label[name.start..].starts_with(name.text)));
        assert_eq!(several(line_name("公务接待费", None)), None);
    }
}
