//! The name of a number in words, and its formula.

use super::rich_text::{format_number, split_arrow};
use super::{NumberFormat, RenderContext, RichText};
use crate::provenance::{Aspect, Formula, Operation, Provenance, SourcedValue, Value};

/// The name of a number: `基本支出，2022年预算`.
pub fn number_name(context: &RenderContext, number: &SourcedValue) -> RichText {
    let words = context.locale.words();
    let line = context.line(&number.line);
    let aspect = match (&number.provenance, number.aspect) {
        (Provenance::Computed(formula), Aspect::Share) => return share_name(context, number, formula),
        // The name of a count already says what is counted.
        _ if matches!(number.value, Value::Count(..)) => return line.sentence(context.locale.lang),
        _ => number_aspect(context, number),
    };
    context.fill(words.number_of, &[("line", line), ("aspect", aspect)]).sentence(context.locale.lang)
}

/// The name of a share: the part, and the whole.
fn share_name(context: &RenderContext, number: &SourcedValue, formula: &Formula) -> RichText {
    let words = context.locale.words();
    let part = context.line(&number.line);
    let Some(whole) = formula.operands.get(1) else { return part };
    let template = match formula.operation {
        Operation::OfHundred => words.number_of_hundred,
        // How much of a change the parts explain that the document names.
        _ if whole.line == number.line => words.number_covered,
        _ => words.number_share,
    };
    let slots = [("line", part), ("whole", context.line(&whole.line))];
    context.fill(template, &slots).sentence(context.locale.lang)
}

/// The name of a number among the numbers of its line: `2022年预算`.
pub fn number_aspect(context: &RenderContext, number: &SourcedValue) -> RichText {
    let words = context.locale.words();
    let of_changes = || match &number.provenance {
        Provenance::Computed(formula) => formula.operands.iter().any(|operand| operand.aspect == Aspect::Change),
        Provenance::Stated(_) => false,
    };
    let template = match number.aspect {
        Aspect::Amount => words.number_amount,
        Aspect::Base => words.number_base,
        Aspect::Change => words.number_change,
        Aspect::Percent => words.number_percent,
        Aspect::Share => words.col_share,
        Aspect::Sum if of_changes() => words.number_sum_changes,
        Aspect::Sum => words.number_sum,
        Aspect::Difference => words.number_difference,
    };
    context.fill(template, &[])
}

/// The format of a number that is shown alone: a change has its direction.
pub fn standalone_number_format(number: &SourcedValue) -> NumberFormat {
    if number.aspect == Aspect::Change { NumberFormat::Arrow } else { NumberFormat::Plain }
}

/// The name of a number that is a link, for screen readers: what is seen, with its unit; whose number it is; what the
/// link does. `27.7 万元，公务接待费，看原文`.
pub fn number_link_name(context: &RenderContext, number: &SourcedValue, format: NumberFormat) -> String {
    let (locale, words) = (&context.locale, context.locale.words());
    let formatted = |format| {
        let formatted = format_number(number, format, locale);
        split_arrow(&formatted).1.trim_start().to_owned()
    };
    let (shown, with_unit) = (formatted(format), formatted(format.with_unit()));
    // What is seen must be a part of the name; −670,000 is none of −¥670,000.
    let shown = match with_unit.contains(&shown) {
        true => with_unit,
        false => format!("{shown} {}", locale.unit_word()),
    };
    let name = match number.aspect {
        Aspect::Amount => context.line(&number.line).sentence(locale.lang),
        _ => number_name(context, number),
    };
    let leads_to = match number.provenance {
        Provenance::Stated(_) => words.number_see_source,
        Provenance::Computed(_) => words.number_see_formula,
    };
    [&shown, &name.plain(locale), leads_to].join(words.comma)
}

/// The formula of a computed number: `1,675.82 − 107.78`. None for a published number.
pub fn formula(number: &SourcedValue) -> Option<RichText> {
    written(number, |_| RichText::default())
}

/// The formula with the names of its operands, as far as they differ from the name of the result:
/// `2023年预算 1,675.82 − 变化 107.78`.
pub fn formula_named(context: &RenderContext, number: &SourcedValue) -> Option<RichText> {
    written(number, |operand| {
        let name = match operand.aspect {
            _ if matches!(operand.value, Value::Count(..)) => context.line(&operand.line),
            _ if operand.line == number.line => number_aspect(context, operand),
            Aspect::Amount | Aspect::Change => context.line(&operand.line),
            _ => number_name(context, operand),
        };
        name.then(" ".into())
    })
    .map(|text| text.sentence(context.locale.lang))
}

fn written(number: &SourcedValue, name: impl Fn(&SourcedValue) -> RichText) -> Option<RichText> {
    let Provenance::Computed(formula) = &number.provenance else { return None };
    let between = match formula.operation {
        Operation::Sum => " + ",
        Operation::Less => " − ",
        Operation::PercentOf | Operation::OfHundred => " ÷ ",
    };
    let mut text = RichText::default();
    for (at, operand) in formula.operands.iter().enumerate() {
        // A difference of a negative number: 9.30 − (−27.70).
        let negative = operand.money().is_negative() && at > 0;
        if at > 0 {
            text.push_text(between);
        }
        text = text.then(name(operand));
        if negative {
            text.push_text("(");
        }
        text = text.then(RichText::number(operand.clone(), NumberFormat::Operand));
        if negative {
            text.push_text(")");
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::parse;
    use crate::locale::Lang;

    #[test]
    fn a_card_says_which_number_it_shows() {
        let d = parse(include_str!("../../../../data/disclosure.txt")).unwrap();
        let name_and_formula = |lang, number: Option<SourcedValue>| {
            let (context, number) = (RenderContext::new(&d, lang), number.unwrap());
            let formula = formula_named(&context, &number).map(|text| text.plain(&context.locale));
            (number_name(&context, &number).plain(&context.locale), formula.unwrap_or_default())
        };
        let zh = |number| name_and_formula(Lang::Zh, number);
        let basic = "appropriation.basic";
        assert_eq!(zh(d.cite(basic)).0, "基本支出，2023年预算");
        let wanted = ("基本支出，2022年预算".to_owned(), "2023年预算 1,475.82 − 比2022年的变化 174.78".to_owned());
        assert_eq!(zh(d.cite_base(basic)), wanted);
        assert_eq!(zh(d.cite_change("three_public.reception")).0, "公务接待费，比2022年的变化");
        let wanted =
            ("基本支出，变化占2022年预算的比例".to_owned(), "比2022年的变化 174.78 ÷ 2022年预算 1,301.04".to_owned());
        assert_eq!(zh(d.cite_percent(basic)), wanted);
        let share = zh(d.cite_share(basic, "appropriation"));
        assert_eq!(share.0, "基本支出占一般公共预算财政拨款支出的比例");
        assert_eq!(share.1, "2023年预算 1,475.82 ÷ 一般公共预算财政拨款支出 1,675.82");
        let en = name_and_formula(Lang::En, d.cite_base(basic));
        assert_eq!(en.0, "Basic expenditure, budget 2022");
        assert_eq!(en.1, "Budget 2023 14,758,200 − change from 2022 1,747,800");
        assert_eq!(standalone_number_format(&d.cite_change(basic).unwrap()), NumberFormat::Arrow);
    }
}
