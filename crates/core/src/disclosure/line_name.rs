//! The name of a line inside a clause, without the year and the institution before it and the verb behind it.

use super::heading;

/// The name of a line, with the year before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineName<'n> {
    /// The name.
    pub text: &'n str,
    /// The year that the clause is about, where it names one.
    pub year: Option<i32>,
}

/// Words before a name that do not identify the line.
const PREFIXES: [&str; 23] = [
    "()",
    "所属各预算单位",
    "所属预算单位",
    "各预算单位",
    "本部门",
    "本单位",
    "我单位",
    "我部门",
    "本级",
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
];
/// Verbs between a name and its amount.
const VERBS: [&str; 9] = ["预计为", "共计为", "约为", "约", "为", "是", "达到", "达", "安排"];

/// The name inside `label`, the words before an amount or a comparison, in a document of `institution`.
pub fn line_name<'n>(label: &'n str, institution: Option<&str>) -> LineName<'n> {
    let (mut year, mut from) = (None, 0);
    for (at, _) in label.match_indices('年') {
        if let Some(at) = at.checked_sub(4).filter(|&at| label.is_char_boundary(at))
            && let Some((n, len)) = heading::year(&label[at..])
        {
            (year, from) = (Some(n), at + len);
        }
    }
    let mut text = &label[from..];
    while let Some(shorter) = institution
        .iter()
        .chain(PREFIXES.iter())
        .find_map(|word| text.strip_prefix(*word))
        .filter(|rest| !rest.is_empty())
    {
        text = shorter;
    }
    while let Some(shorter) = VERBS.iter().find_map(|word| text.strip_suffix(*word)).filter(|rest| !rest.is_empty()) {
        text = shorter;
    }
    LineName { text, year }
}

/// The names in 公务接待费、公务用车购置费均: several lines with one statement about all of them.
pub fn several(name: &str) -> Option<Vec<&str>> {
    let list = ["均", "都", "各"].iter().find_map(|word| name.strip_suffix(*word))?;
    let names: Vec<&str> = list.split(['、', '和']).collect();
    (names.len() > 1).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_year_and_the_institution() {
        let name = |label| line_name(label, Some("某区示例单位"));
        assert_eq!(name("2023年年初预算数"), LineName { text: "年初预算数", year: Some(2023) });
        assert_eq!(name("某区示例单位2023年三公经费预算"), LineName { text: "三公经费预算", year: Some(2023) });
        assert_eq!(name("某区示例单位一般公共预算财政拨款收入").text, "一般公共预算财政拨款收入");
        assert_eq!(name("财政专户管理资金为").text, "财政专户管理资金");
        assert_eq!(name("202年公务接待费").text, "202年公务接待费", "202年 is not a year");
    }

    #[test]
    fn one_statement_may_be_about_several_lines() {
        assert_eq!(several("公务接待费、公务用车购置费均"), Some(vec!["公务接待费", "公务用车购置费"]));
        assert_eq!(several("公务接待费"), None);
    }
}
