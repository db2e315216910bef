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

/// `part` as a percentage of `whole`; None where that is zero.
pub fn share(part: SourcedValue, whole: SourcedValue) -> Option<SourcedValue> {
    let percent = part.money().percent_of(whole.money())?;
    Some(SourcedValue::computed(
        part.line.clone(),
        Aspect::Share,
        Value::Percent(percent),
        Operation::PercentOf,
        vec![part, whole],
    ))
}
