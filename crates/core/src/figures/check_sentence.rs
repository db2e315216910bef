//! A check in words, with its arithmetic written out.

use super::{NumberFormat, RenderContext, RichText};
use crate::audit::{Check, Outcome, PossibleSlip, Relation, Rule, possible_slip};
use crate::disclosure::Quote;
use crate::provenance::{Aspect, Provenance, SourcedValue};

/// How many numbers are named that may be the one with a slip.
const MAX_NAMED_NUMBERS: usize = 3;

/// The rule of a check as a sentence.
pub fn check_sentence(context: &RenderContext, check: &Check) -> RichText {
    let words = context.locale.words();
    let of = check.subject.is_some();
    let template = match check.rule {
        Rule::IncomeSources => words.rule_income_sources,
        Rule::ExpenditureClasses => words.rule_expenditure_classes,
        Rule::IncomeExpenditure => words.rule_income_expenditure,
        Rule::ChangeComponents => words.rule_change_components,
        Rule::AppropriationParts => words.rule_appropriation_parts,
        Rule::AppropriationChanges => words.rule_appropriation_changes,
        Rule::ComponentAgrees => words.rule_component_agrees,
        Rule::AppropriationBalance => words.rule_appropriation_balance,
        Rule::AppropriationSource => words.rule_appropriation_source,
        Rule::PartWithinWhole => words.rule_part_within_whole,
        Rule::ThreePublicItems => words.rule_three_public_items,
        Rule::ThreePublicChanges => words.rule_three_public_changes,
        Rule::ProcurementParts if of => words.rule_procurement_parts_of,
        Rule::ProcurementParts => words.rule_procurement_parts,
        Rule::PerformanceProject => words.rule_performance_project,
        Rule::VehicleKinds => words.rule_vehicle_kinds,
        Rule::VehiclePurchase => words.rule_vehicle_purchase,
        Rule::BaseNotNegative if of => words.rule_base_not_negative_of,
        Rule::BaseNotNegative => words.rule_base_not_negative,
        Rule::DirectionAgrees if of => words.rule_direction_agrees_of,
        Rule::DirectionAgrees => words.rule_direction_agrees,
        Rule::FlatIsZero if of => words.rule_flat_is_zero_of,
        Rule::FlatIsZero => words.rule_flat_is_zero,
        Rule::ListedTwice => words.rule_listed_twice,
        Rule::UnitsAgree if of && check.difference.is_sign_negative() => words.rule_units_agree_low,
        Rule::UnitsAgree if of => words.rule_units_agree_high,
        Rule::UnitsAgree => words.rule_units_agree,
    };
    let line = check.subject.as_ref().map_or(RichText::default(), |line| context.line(line));
    context.fill(template, &[("line", line)]).sentence(context.locale.lang)
}

/// The arithmetic of a check: `1,475.82 + 200.00 = 1,675.82`. It is a sentence for a check that covers many lines or
/// lacks an amount.
pub fn arithmetic(context: &RenderContext, check: &Check) -> RichText {
    let words = context.locale.words();
    if check.outcome == Outcome::Unchecked {
        if !check.unread.is_empty() {
            let lines = check.unread_lines().into_iter().map(|line| line.to_string().into()).collect();
            let lines = RichText::list(lines, context.locale.lang);
            return context.fill(words.check_unread, &[("lines", lines)]);
        }
        let missing = check.missing.iter().map(|line| match line.as_str().strip_suffix(".*") {
            Some(whole) => context.fill(words.check_parts_of, &[("line", context.line(&whole.to_owned().into()))]),
            None => context.line(line),
        });
        let template = match check.rule {
            Rule::AppropriationChanges | Rule::ThreePublicChanges | Rule::ComponentAgrees => words.check_missing_change,
            Rule::VehicleKinds | Rule::VehiclePurchase => words.check_missing_count,
            _ => words.check_missing,
        };
        return context.fill(template, &[("lines", RichText::list(missing.collect(), context.locale.lang))]);
    }
    if check.covers_many_lines() {
        return each(context, check);
    }
    let sign = match (check.relation, check.outcome) {
        (Relation::ZeroTogether | Relation::SameUnit, _) => words.comma,
        (Relation::Equal, Outcome::Conflict) => " ≠ ",
        (Relation::Equal, Outcome::Rounding) => " ≈ ",
        (Relation::Equal, _) => " = ",
        (Relation::AtMost, Outcome::Conflict) => " > ",
        (Relation::AtMost, _) => " ≤ ",
    };
    let alike = !matches!(check.relation, Relation::ZeroTogether | Relation::SameUnit);
    let left = if alike { NumberFormat::Operand } else { NumberFormat::Column };
    // Only the last number has its unit.
    let mut text = side(&check.left, left, left).then(sign.into()).then(side(&check.right, left, NumberFormat::Column));
    if check.outcome != Outcome::Pass
        && alike
        && let Some(difference) = difference(check)
    {
        let in_words = context
            .fill(words.check_difference, &[("amount", RichText::number(difference, NumberFormat::UnsignedColumn))]);
        text = text.then(words.comma.into()).then(in_words);
    }
    text
}

/// The one slip that would explain a conflict, as a sentence; None where none is found.
pub fn slip_sentence(context: &RenderContext, check: &Check) -> Option<RichText> {
    let words = context.locale.words();
    let slip = possible_slip(context.disclosure, check)?;
    let (template, values) = match &slip {
        PossibleSlip::Unit(value) => (words.slip_unit, std::slice::from_ref(value)),
        PossibleSlip::Amount(value) => (words.slip_amount, std::slice::from_ref(value)),
        PossibleSlip::Digit(values) => (words.slip_digit, values.as_slice()),
        PossibleSlip::ExchangedDigits(values) => (words.slip_exchanged, values.as_slice()),
    };
    let number = |value: &SourcedValue| {
        let amount = RichText::number(value.clone(), NumberFormat::Plain);
        context.fill(words.slip_number, &[("line", context.line(&value.line)), ("amount", amount)])
    };
    // Any of many numbers: naming all of them would help nobody.
    let numbers = match values {
        [one] => number(one),
        several if several.len() <= MAX_NAMED_NUMBERS => {
            let named = RichText::list(several.iter().map(number).collect(), context.locale.lang);
            context.fill(words.slip_one_of, &[("numbers", named)])
        }
        _ => words.slip_any.into(),
    };
    Some(context.fill(template, &[("number", numbers)]).sentence(context.locale.lang))
}

/// The difference between the sides of a check; None if it does not compare money.
pub fn difference(check: &Check) -> Option<SourcedValue> {
    let line = check.right.first()?.line.clone();
    let sum = |side: &[SourcedValue]| match side {
        [one] => one.clone(),
        several => SourcedValue::sum(line.clone(), several.to_vec()),
    };
    let (left, right) = (sum(&check.left), sum(&check.right));
    let operands = if left.money() < right.money() { vec![right, left] } else { vec![left, right] };
    (!check.counts()).then(|| SourcedValue::less(line.clone(), Aspect::Difference, operands))
}

/// A passage of the document that states a number of a check.
#[derive(Clone, Debug)]
pub struct CheckPassage {
    /// Its bytes in the source.
    pub quote: Quote,
    /// As published.
    pub text: String,
    /// The name of the line; None if the text contains it.
    pub line_name: Option<String>,
}

/// The passages that state the numbers of one side.
pub fn check_passages(context: &RenderContext, side: &[SourcedValue]) -> Vec<CheckPassage> {
    let stated = side.iter().filter_map(|value| match value.provenance {
        Provenance::Stated(quote) => Some((value, quote)),
        Provenance::Computed(_) => None,
    });
    let passage = |(value, quote): (&SourcedValue, Quote)| {
        let (text, name) = (context.disclosure.quoted_text(quote), context.name(&value.line));
        // 较上年增加29.73万元 does not name the line.
        let line_name = (!text.contains(name.as_str())).then_some(name);
        CheckPassage { quote, text, line_name }
    };
    stated.map(passage).collect()
}

/// One side: the amounts with their signs, the last one in a format of its own.
fn side(values: &[SourcedValue], format: NumberFormat, last: NumberFormat) -> RichText {
    let mut text = RichText::default();
    for (at, one) in values.iter().enumerate() {
        let subtracted = at > 0 && format == NumberFormat::Operand && one.money().is_negative();
        if at > 0 {
            text.push_text(if subtracted { " − " } else { " + " });
        }
        let format = match (at + 1 == values.len(), subtracted) {
            (true, true) if last == NumberFormat::Column => NumberFormat::UnsignedColumn,
            (true, false) => last,
            (_, true) => NumberFormat::UnsignedOperand,
            (false, false) => format,
        };
        text = text.then(RichText::number(one.clone(), format));
    }
    text
}

/// A rule that applies to many lines: each line with the number that was checked.
fn each(context: &RenderContext, check: &Check) -> RichText {
    let (d, words) = (context.disclosure, context.locale.words());
    let (template, format, last) = match check.rule {
        Rule::BaseNotNegative => (words.check_each_base, NumberFormat::Number, NumberFormat::Column),
        Rule::FlatIsZero => (words.check_each_flat, NumberFormat::Number, NumberFormat::Column),
        Rule::UnitsAgree => (words.check_each_unit, NumberFormat::Number, NumberFormat::Column),
        _ => (words.check_each_change, NumberFormat::ArrowNumber, NumberFormat::ArrowColumn),
    };
    // Of a direction the side of zero is empty: an increase is on the right, a decrease on the left.
    let mut values: Vec<&SourcedValue> = match check.rule {
        Rule::DirectionAgrees | Rule::UnitsAgree => check.left.iter().chain(&check.right).collect(),
        _ => check.right.iter().collect(),
    };
    values.sort_by_key(|value| value.quote());
    // A whole is compared with several parts.
    values.dedup_by(|later, earlier| later.line == earlier.line && later.quote() == earlier.quote());
    let number = |value: &SourcedValue| match check.rule {
        Rule::BaseNotNegative => d.cite_base(value.line.as_str()),
        Rule::FlatIsZero => None,
        _ => Some(value.clone()),
    };
    let count = values.len();
    let part = |at: usize| {
        let line = context.line(&values[at].line);
        match number(values[at]) {
            Some(number) => {
                line.then(" ".into()).then(RichText::number(number, if at + 1 == count { last } else { format }))
            }
            None => line,
        }
    };
    let parts = RichText::list((0..count).map(part).collect(), context.locale.lang);
    context.fill(template, &[("n", count.to_string().into()), ("parts", parts)])
}
