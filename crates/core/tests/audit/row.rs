//! Rows of the table: a text, a check, its outcome, and both of its sides in a form that can be written by hand.
//!
//! `100 + 20 = 121 (-1)` is a left side of 100 and 20, a right side of 121, and the difference between their sums,
//! which is left out where it is zero. `≤` stands for *at most*, `⇔` for *both zero or neither*, `~` for *the same
//! unit*, `nothing` for a side without values. A check that cannot be made is `missing income.*`, or
//! `missing income.*, unread 20`.

use crate::shown_numbers;
use mingbai_core::audit::{self, Check, Outcome, Relation, Rule};
use mingbai_core::disclosure::{Disclosure, parse};
use mingbai_core::provenance::SourcedValue;
use std::collections::HashSet;

/// Where a sentence stands in a document.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Behind （一）收入预算：.
    Income,
    /// Behind （二）支出预算：.
    Expenditure,
    /// In section three, 部门预算情况说明.
    Budget,
    /// Under “三公”经费情况说明.
    ThreePublic,
    /// Under 其他重要事项的情况说明.
    Other,
}

impl Place {
    fn heading(self) -> &'static str {
        match self {
            Place::Income => "二、部门收支总体情况\n（一）收入预算：",
            Place::Expenditure => "二、部门收支总体情况\n（二）支出预算：",
            Place::Budget => "三、部门预算情况说明\n",
            Place::ThreePublic => "四、“三公”经费情况说明\n",
            Place::Other => "五、其他重要事项的情况说明\n",
        }
    }
}

/// A text with one check of it.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The rule.
    pub rule: Rule,
    /// What comes of it.
    pub outcome: Outcome,
    /// The line that the rule is applied to; empty for rules about the whole document.
    pub subject: &'static str,
    /// The sentences of the text.
    pub text: &'static [(Place, &'static str)],
    /// Both sides in their written form.
    pub sides: &'static str,
}

impl Row {
    /// A row for a rule about the whole document.
    pub const fn of(rule: Rule, outcome: Outcome, text: &'static [(Place, &'static str)], sides: &'static str) -> Row {
        Row { rule, outcome, subject: "", text, sides }
    }

    /// The same row, for a rule that is applied to `line`.
    pub const fn about(self, line: &'static str) -> Row {
        Row { subject: line, ..self }
    }

    /// The id of the check.
    pub fn id(&self) -> String {
        if self.subject.is_empty() { self.rule.to_string() } else { format!("{}.{}", self.rule, self.subject) }
    }

    /// The whole text. Vehicles alone are no budget: one line of money is always stated.
    pub fn document(&self) -> String {
        let three_public = [(Place::ThreePublic, "2023年“三公”经费预算0万元。")];
        let is_budget = self.text.iter().any(|(place, _)| !matches!(place, Place::Other));
        let text = if is_budget { self.text.to_vec() } else { [&three_public, self.text].concat() };
        let sections = text.iter().map(|(place, sentences)| format!("{}{sentences}\n", place.heading()));
        format!("某区示例单位\n2023年部门预算情况说明\n{}", sections.collect::<String>())
    }

    /// What is wrong with this row; None where the check is found as it is written.
    fn fault(&self) -> Option<String> {
        let d = parse(&self.document()).expect("a row is a budget");
        let checks = audit::run(&d);
        let ids: Vec<String> = checks.iter().map(Check::id).collect();
        if ids.iter().collect::<HashSet<_>>().len() < ids.len() {
            return Some(format!("ids are not unique: {ids:?}"));
        }
        let wrong = [shown_numbers::misquoted(&d), shown_numbers::faults(&d)].concat();
        if !wrong.is_empty() {
            return Some(wrong.join("; "));
        }
        let Some(check) = checks.iter().find(|check| check.id() == self.id()) else {
            return Some(format!("there is no such check, only {ids:?}"));
        };
        let found = (check.rule, check.outcome, sides(&d, check));
        let right = (self.rule, self.outcome, self.sides.to_owned());
        (found != right).then(|| format!("it is {found:?}"))
    }
}

/// Asserts that every row is found as it is written; lists each one that is not.
pub fn assert_rows(rows: &[Row]) {
    let faults = rows.iter().filter_map(|row| {
        let fault = row.fault()?;
        Some(format!("{} is {}: {}\n    {}\n    {fault}", row.id(), row.outcome, row.sides, row.document()))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{} of {} rows:\n{}", faults.len(), rows.len(), faults.join("\n"));
}

/// Both sides of a check in their written form.
pub fn sides(d: &Disclosure, check: &Check) -> String {
    if check.outcome == Outcome::Unchecked {
        return unchecked(d, check);
    }
    let relation = match check.relation {
        Relation::Equal => "=",
        Relation::AtMost => "≤",
        Relation::ZeroTogether => "⇔",
        Relation::SameUnit => "~",
    };
    let sides = format!("{} {relation} {}", values(&check.left), values(&check.right));
    if check.difference.is_zero() { sides } else { format!("{sides} ({})", check.difference.normalize()) }
}

fn unchecked(d: &Disclosure, check: &Check) -> String {
    assert!(check.left.is_empty() && check.right.is_empty() && check.difference.is_zero(), "{}", check.id());
    let mut parts: Vec<String> = check.missing.iter().map(|line| format!("missing {line}")).collect();
    parts.extend(check.unread.iter().map(|quote| format!("unread {}", d.quoted_text(*quote))));
    parts.join(", ")
}

fn values(side: &[SourcedValue]) -> String {
    let values = side.iter().map(|value| value.number().expect("a side has numbers").normalize().to_string());
    let values: Vec<String> = values.collect();
    if values.is_empty() { "nothing".to_owned() } else { values.join(" + ") }
}
