//! Variances: a line's change against last year, with base, percentage, reason and components.

use crate::disclosure::{Direction, Disclosure, LineId, Passage, Role};
use crate::provenance::SourcedValue;

/// A line's change against last year.
///
/// The change is stated; base and percentage are computed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Variance {
    /// The line's id.
    pub line: LineId,
    /// The line's name as published.
    pub label: String,
    /// This year's amount; None where it is not stated.
    pub amount: Option<SourcedValue>,
    /// The stated change.
    pub change: SourcedValue,
    /// Last year's amount: this year's amount less the change. None where this year's amount is not stated.
    pub base: Option<SourcedValue>,
    /// The change as a percentage of the base; None without a base or with one of zero.
    pub percent: Option<SourcedValue>,
    /// The direction as worded.
    pub direction: Direction,
    /// The comparison as worded, such as 比2022年.
    pub comparison: String,
    /// The year of the comparison.
    pub base_year: Option<i32>,
    /// The reason, as far as the document states one.
    pub reason: ChangeReason,
    /// The components of the change that the document names, with their published names.
    pub components: Vec<(String, SourcedValue)>,
}

/// The reason of a change, as far as the document states one.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeReason {
    /// A reason, verbatim.
    Verbatim(Passage),
    /// No reason, but a list of components.
    Components(Passage),
    /// Nothing changed, so there is nothing to explain.
    Flat,
    /// The document gives no reason.
    Unexplained,
}

/// Words of a reason that speak of more money, and those that speak of less. Words that are as often said of something
/// else, such as 提高 of efficiency, are not among them.
const MORE: [&str; 6] = ["新增", "增加", "增长", "增多", "上涨", "调增"];
const LESS: [&str; 8] = ["减少", "压减", "压缩", "削减", "缩减", "调减", "核减", "厉行节约"];

/// Words that speak of the year before. What was new in that year is a good reason for less in this one.
const BEFORE: [&str; 7] = ["上年", "去年", "往年", "一次性", "完成", "到期", "结束"];

impl Variance {
    /// The word of the stated reason that speaks against the change: 新增 where the amount falls, 压减 where it rises.
    /// None where there is no such word, where a word for the direction is there as well, and where the reason speaks
    /// of the year before. It is an observation that a person has to judge, no contradiction.
    ///
    /// ```
    /// use mingbai_core::disclosure::parse;
    /// use mingbai_core::variance::variance_of;
    ///
    /// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算60万元，比2022年减少15万元，主要原因是新增车辆。";
    /// assert_eq!(variance_of(&parse(text)?, "three_public").unwrap().opposing_word(), Some("新增"));
    /// # Ok::<(), mingbai_core::disclosure::ParseError>(())
    /// ```
    pub fn opposing_word(&self) -> Option<&'static str> {
        let ChangeReason::Verbatim(Passage { text: reason, .. }) = &self.reason else { return None };
        let (agreeing, opposing): (&[&str], &[&'static str]) = match self.direction {
            Direction::Up => (&MORE, &LESS),
            Direction::Down => (&LESS, &MORE),
            Direction::Flat => return None,
        };
        let speaks_of = |words: &[&str]| words.iter().any(|word| reason.contains(word));
        if speaks_of(agreeing)
            || speaks_of(&BEFORE)
            || self.base_year.is_some_and(|year| reason.contains(&year.to_string()))
        {
            return None;
        }
        opposing.iter().copied().find(|word| reason.contains(word))
    }
}

/// The variances of all stated changes, in the order of the text.
///
/// ```
/// use mingbai_core::disclosure::parse;
/// use mingbai_core::variance::{ChangeReason, variances};
///
/// let text = "四、“三公”经费情况说明\n2023年“三公”经费预算60万元，比2022年减少15万元。";
/// let three_public = &variances(&parse(text)?)[0];
/// assert_eq!(three_public.base.as_ref().unwrap().money().to_string(), "75.00");
/// assert_eq!(three_public.percent.as_ref().unwrap().number(), "-20".parse().ok());
/// assert_eq!(three_public.reason, ChangeReason::Unexplained);
/// # Ok::<(), mingbai_core::disclosure::ParseError>(())
/// ```
pub fn variances(disclosure: &Disclosure) -> Vec<Variance> {
    let counted = disclosure.changes().filter(|stated| stated.line.is_none_or(|line| line.role == Role::Part));
    counted.filter_map(|stated| variance_of(disclosure, stated.id.as_str())).collect()
}

/// The variance of one line; None where the document states no change of it.
pub fn variance_of(disclosure: &Disclosure, id: &str) -> Option<Variance> {
    let stated = disclosure.change(id)?;
    let change = disclosure.cite_change(id)?;
    let label = match disclosure.line(id) {
        Some(line) => &line.label,
        None => &disclosure.orphaned_change(id)?.label,
    };
    let reason = match (&stated.reason, &stated.explanation) {
        (Some(reason), _) => ChangeReason::Verbatim(reason.clone()),
        (None, Some(components)) => ChangeReason::Components(components.clone()),
        _ if stated.amount.is_zero() => ChangeReason::Flat,
        _ => ChangeReason::Unexplained,
    };
    let components = stated.components.iter();
    let components =
        components.map(|component| (component.label.clone(), SourcedValue::component(&change.line, component)));
    Some(Variance {
        line: change.line.clone(),
        label: label.clone(),
        amount: disclosure.cite(id),
        base: disclosure.cite_base(id),
        percent: disclosure.cite_percent(id),
        direction: stated.direction,
        comparison: stated.comparison.clone(),
        base_year: stated.base_year,
        reason,
        components: components.collect(),
        change,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    const TEXT: &str = "二、部门收支总体情况\n（二）支出预算：2023年年初预算数120万元。支出较去年增加10万元，\
        主要是基本支出增加12.5万元，项目支出减少2万元。\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，比2022年减少15.7万元。\
        其中：公务接待费9.3万元，比2022年减少27.7万元，主要原因是厉行节约；公务用车购置费0万元，与2022年持平；\
        公务用车运行维护费万元，比2022年增加12万元，主要原因是租车。";

    #[test]
    fn every_change_has_the_reason_that_the_document_gives_it() {
        let d = parse(TEXT).unwrap();
        let all = variances(&d);
        let found: Vec<_> = all.iter().map(|variance| (variance.line.as_str(), &variance.reason)).collect();
        let (components, verbatim, lost) = (&found[0], &found[2], &found[4]);
        assert!(components.0 == "expenditure" && matches!(components.1, ChangeReason::Components(_)), "{found:?}");
        assert_eq!(found[1], ("three_public", &ChangeReason::Unexplained));
        let says = |reason: &ChangeReason, words: &str| matches!(reason, ChangeReason::Verbatim(p) if p.text == words);
        assert!(verbatim.0 == "three_public.reception" && says(verbatim.1, "厉行节约"), "{found:?}");
        assert_eq!(found[3], ("three_public.vehicle_purchase", &ChangeReason::Flat));
        assert!(lost.0 == "three_public.vehicle_operation" && says(lost.1, "租车"), "{found:?}");
        assert_eq!(found.len(), 5);
        assert_eq!(all[4].label, "公务用车运行维护费");
        assert!(all[4].amount.is_none() && all[4].base.is_none() && all[4].percent.is_none(), "its amount is lost");
    }

    #[test]
    fn a_reason_against_the_direction_is_noticed_and_an_ambiguous_one_is_not() {
        let opposing = |change: &str, reason: &str| {
            let text =
                format!("四、“三公”经费情况说明\n2023年“三公”经费预算60万元，比2022年{change}，主要原因是{reason}。");
            variance_of(&parse(&text).unwrap(), "three_public").unwrap().opposing_word()
        };
        for (change, reason, word) in [
            ("减少2万元", "新增平台车辆租用相关费用", Some("新增")),
            ("减少2万元", "人员增加", Some("增加")),
            ("增加2万元", "压减一般性支出", Some("压减")),
            ("增加2万元", "厉行节约", Some("厉行节约")),
            ("增加2万元", "新增平台车辆租用相关费用", None),
            ("减少2万元", "进一步规范公务接待相关要求", None),
            ("减少2万元", "提高资金使用效率", None),
            ("减少2万元", "新增人员，减少接待", None),
            ("减少2万元", "上年新增一次性项目", None),
            ("减少2万元", "2022年新增车辆", None),
        ] {
            assert_eq!(opposing(change, reason), word, "{change}: {reason}");
        }
    }

    #[test]
    fn base_and_percentage_are_computed_from_amount_and_change() {
        let d = parse(TEXT).unwrap();
        let change = variance_of(&d, "three_public.reception").unwrap();
        assert_eq!(change.change.money().plain(), "-27.7");
        assert_eq!(change.base.unwrap().money().plain(), "37");
        let percent = change.percent.unwrap().number().unwrap();
        assert_eq!(crate::amount::format_percent(percent, 2), "-74.86");
        let flat = variance_of(&d, "three_public.vehicle_purchase").unwrap();
        assert!(flat.base.unwrap().money().is_zero() && flat.percent.is_none(), "nothing has no percentage");
        assert!(variance_of(&d, "income").is_none());
    }
}
