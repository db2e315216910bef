//! The numbers of a disclosure as sourced values.

use super::{Aspect, Operation, Provenance, SourcedValue, Value};
use crate::disclosure::{Change, Count, Disclosure, Line, LineId, Quote, StatedChange};

impl Line {
    /// The stated amount of this line, also where another line has the same id.
    pub fn cite(&self) -> SourcedValue {
        SourcedValue {
            line: self.id.clone(),
            aspect: Aspect::Amount,
            value: Value::Money(self.amount),
            provenance: Provenance::Stated(self.quote),
        }
    }
}

impl Change {
    /// The stated change, as that of `line`.
    pub fn cite(&self, line: &LineId) -> SourcedValue {
        SourcedValue {
            line: line.clone(),
            aspect: Aspect::Change,
            value: Value::Money(self.amount),
            provenance: Provenance::Stated(self.quote),
        }
    }
}

impl Count {
    /// The stated count.
    pub fn cite(&self) -> SourcedValue {
        SourcedValue {
            line: self.id.clone(),
            aspect: Aspect::Amount,
            value: Value::Count(self.n, self.measure_word.clone()),
            provenance: Provenance::Stated(self.quote),
        }
    }
}

impl Disclosure {
    /// The published number of a line that `quote` states; None where it states none.
    pub fn stated(&self, line: &LineId, aspect: Aspect, quote: Quote) -> Option<SourcedValue> {
        let mut all = (self.lines.iter().map(Line::cite))
            .chain(self.counts.iter().map(Count::cite))
            .chain(self.changes().map(|stated| stated.change.cite(stated.id)))
            .chain(self.cite_components());
        all.find(|value| {
            let is_here = matches!(value.provenance, Provenance::Stated(stated) if stated == quote);
            is_here && value.line == *line && value.aspect == aspect
        })
    }

    /// The stated amount of a line.
    pub fn cite(&self, id: &str) -> Option<SourcedValue> {
        Some(self.line(id)?.cite())
    }

    /// The stated change of a line.
    pub fn cite_change(&self, id: &str) -> Option<SourcedValue> {
        let change = self.change(id)?;
        let line =
            self.line(id).map(|line| &line.id).or_else(|| self.orphaned_change(id).map(|orphaned| &orphaned.id))?;
        Some(change.cite(line))
    }

    /// The components of all changes, each as a change of its own line.
    pub fn cite_components(&self) -> impl Iterator<Item = SourcedValue> {
        self.changes().flat_map(|StatedChange { id, change, .. }| {
            change.components.iter().map(move |part| SourcedValue::component(id, part))
        })
    }

    /// Last year's amount of a line, computed: amount less change.
    pub fn cite_base(&self, id: &str) -> Option<SourcedValue> {
        let (amount, change) = (self.cite(id)?, self.cite_change(id)?);
        let value = Value::Money(amount.money() - change.money());
        Some(SourcedValue::computed(amount.line.clone(), Aspect::Base, value, Operation::Less, vec![amount, change]))
    }

    /// A line's change as a percentage of its base; None without a base or with one of zero.
    pub fn cite_percent(&self, id: &str) -> Option<SourcedValue> {
        let (change, base) = (self.cite_change(id)?, self.cite_base(id)?);
        let percent = change.money().percent_of(base.money())?;
        Some(SourcedValue::computed(
            change.line.clone(),
            Aspect::Percent,
            Value::Percent(percent),
            Operation::PercentOf,
            vec![change, base],
        ))
    }

    /// The amount of `part` as a percentage of that of `whole`.
    pub fn cite_share(&self, part: &str, whole: &str) -> Option<SourcedValue> {
        share(self.cite(part)?, self.cite(whole)?)
    }

    /// A stated count.
    pub fn cite_count(&self, id: &str) -> Option<SourcedValue> {
        self.count(id).map(Count::cite)
    }
}

/// `part` as a percentage of `whole`; None where that is zero, and for what is no part of it: an amount below zero, or
/// one that is more than the whole.
pub fn share(part: SourcedValue, whole: SourcedValue) -> Option<SourcedValue> {
    if part.money().is_negative() || part.money() > whole.money() {
        return None;
    }
    let percent = part.money().percent_of(whole.money())?;
    Some(SourcedValue::computed(
        part.line.clone(),
        Aspect::Share,
        Value::Percent(percent),
        Operation::PercentOf,
        vec![part, whole],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;

    const TEXT: &str = "二、部门收支总体情况\n（二）支出预算：2023年年初预算数120万元。支出较去年增加10万元，\
        主要是基本支出增加12万元，项目支出减少2万元。\n四、“三公”经费情况说明\n2023年“三公”经费预算66.3万元，比2022年减少15.7万元。\
        其中：公务接待费9.3万元，比2022年减少27.7万元。\n五、其他重要事项的情况说明\n4.国有资产占有使用情况。共有车辆7辆。";

    #[test]
    fn a_quote_states_one_number_of_one_line() {
        let d = parse(TEXT).unwrap();
        let quote = |value: &SourcedValue| value.quote().unwrap();
        let amount = d.cite("three_public").unwrap();
        let change = d.cite_change("three_public").unwrap();
        assert_eq!(d.stated(&amount.line, Aspect::Amount, quote(&amount)), Some(amount.clone()));
        assert_eq!(d.stated(&change.line, Aspect::Change, quote(&change)), Some(change.clone()));
        // One of line, aspect and quote is another's.
        assert_eq!(d.stated(&LineId::known("three_public.reception"), Aspect::Amount, quote(&amount)), None);
        assert_eq!(d.stated(&amount.line, Aspect::Change, quote(&amount)), None);
        assert_eq!(d.stated(&amount.line, Aspect::Amount, quote(&change)), None);
        let vehicles = d.cite_count("vehicles").unwrap();
        assert_eq!(d.stated(&vehicles.line, Aspect::Amount, quote(&vehicles)), Some(vehicles.clone()));
        assert_eq!(vehicles.value, Value::Count(7, "辆".to_owned()));
        let part = &d.change("expenditure").unwrap().components[1];
        let component = SourcedValue::component(&LineId::known("expenditure"), part);
        assert_eq!((component.line.as_str(), component.money().plain()), ("appropriation.project", "-2".to_owned()));
        assert_eq!(d.stated(&component.line, Aspect::Change, part.quote), Some(component));
    }

    #[test]
    fn what_a_document_does_not_state_is_not_cited() {
        let d = parse(TEXT).unwrap();
        assert_eq!((d.cite("income"), d.cite_change("three_public.overseas")), (None, None));
        assert_eq!((d.cite_base("income"), d.cite_percent("income")), (None, None));
        assert_eq!((d.cite_count("vehicles_bought"), d.cite_share("income", "three_public")), (None, None));
    }

    #[test]
    fn a_share_is_a_part_as_a_percentage_of_its_whole() {
        let d = parse(TEXT).unwrap();
        let share = d.cite_share("three_public.reception", "expenditure").unwrap();
        assert_eq!((share.number(), share.aspect), ("7.75".parse().ok(), Aspect::Share));
        let base = d.cite_base("three_public").unwrap();
        assert_eq!((base.money().plain(), base.aspect), ("82".to_owned(), Aspect::Base));
        assert_eq!(d.cite_percent("expenditure").unwrap().line, "expenditure");
    }

    #[test]
    fn what_is_below_zero_or_more_than_the_whole_is_no_share() {
        let d = parse(TEXT).unwrap();
        let of = |part: &str, whole: &str| d.cite_share(part, whole).and_then(|share| share.number());
        assert_eq!(of("expenditure", "three_public"), None, "120万元 of 66.3万元");
        assert_eq!(of("three_public", "three_public"), Some(100.into()), "the whole is all of itself");
        let (fall, whole) = (d.cite_change("three_public").unwrap(), d.cite("three_public").unwrap());
        assert_eq!(share(fall, whole), None, "-15.7万元 of 66.3万元");
    }
}
