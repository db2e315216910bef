//! What a number is, in words, and how one was computed.

use super::rich_text::show;
use super::{Form, RenderContext, Text};
use crate::provenance::{Aspect, Formula, Operation, Provenance, SourcedValue, Value};

/// What a number is: `基本支出，2022年预算`.
pub fn number_name(context: &RenderContext, cited: &SourcedValue) -> Text {
    let words = context.locale.words();
    let line = context.line(&cited.line);
    let aspect = match (&cited.origin, cited.aspect) {
        (Provenance::Computed(formula), Aspect::Share) => return share_name(context, cited, formula),
        // A sum of people or things is called one by its name.
        _ if matches!(cited.value, Value::Count(..)) => return line.sentence(context.locale.lang),
        _ => number_aspect(context, cited),
    };
    context.say(words.number_of, &[("line", line), ("aspect", aspect)]).sentence(context.locale.lang)
}

/// Of what something is a part, and which part.
fn share_name(context: &RenderContext, cited: &SourcedValue, formula: &Formula) -> Text {
    let words = context.locale.words();
    let part = context.line(&cited.line);
    let Some(whole) = formula.operands.get(1) else { return part };
    let template = match formula.operation {
        Operation::OfHundred => words.number_of_hundred,
        // Of a change, how much the parts that the document names come to.
        _ if whole.line == cited.line => words.number_covered,
        _ => words.number_share,
    };
    let slots = [("line", part), ("whole", context.line(&whole.line))];
    context.say(template, &slots).sentence(context.locale.lang)
}

/// Which of its line's numbers a number is: `2022年预算`.
pub fn number_aspect(context: &RenderContext, cited: &SourcedValue) -> Text {
    let words = context.locale.words();
    let of_changes = || match &cited.origin {
        Provenance::Computed(formula) => formula.operands.iter().any(|operand| operand.aspect == Aspect::Change),
        Provenance::Stated(_) => false,
    };
    let template = match cited.aspect {
        Aspect::Amount => words.number_amount,
        Aspect::Base => words.number_base,
        Aspect::Change => words.number_change,
        Aspect::Percent => words.number_percent,
        Aspect::Share => words.col_share,
        Aspect::Sum if of_changes() => words.number_sum_changes,
        Aspect::Sum => words.number_sum,
        Aspect::Difference => words.number_difference,
    };
    context.say(template, &[])
}

/// How a number is written where it stands alone: a change says its direction.
pub fn number_form(cited: &SourcedValue) -> Form {
    if cited.aspect == Aspect::Change { Form::Arrow } else { Form::Plain }
}

/// A number for screen readers where it is shown without name and unit: `政府性基金，2023年预算 0.00 万元`. None for a form
/// that shows the unit, or whose surroundings name the number.
pub fn spoken_number(context: &RenderContext, cited: &SourcedValue, form: Form) -> Option<String> {
    matches!(form, Form::Operand | Form::UnsignedOperand).then(|| {
        let name = number_name(context, cited).plain(&context.locale);
        format!("{name} {}", show(cited, Form::Plain, &context.locale))
    })
}

/// How a number was computed, in numbers: `1,675.82 − 107.78`; None for one that is published.
pub fn formula(cited: &SourcedValue) -> Option<Text> {
    written(cited, |_| Text::default())
}

/// The same with what each number is, as far as the name of the result does not say it:
/// `2023年预算 1,675.82 − 变化 107.78`.
pub fn formula_named(context: &RenderContext, cited: &SourcedValue) -> Option<Text> {
    written(cited, |operand| {
        let name = match operand.aspect {
            _ if matches!(operand.value, Value::Count(..)) => context.line(&operand.line),
            _ if operand.line == cited.line => number_aspect(context, operand),
            Aspect::Amount | Aspect::Change => context.line(&operand.line),
            _ => number_name(context, operand),
        };
        name.then(" ".into())
    })
    .map(|text| text.sentence(context.locale.lang))
}

fn written(cited: &SourcedValue, name: impl Fn(&SourcedValue) -> Text) -> Option<Text> {
    let Provenance::Computed(formula) = &cited.origin else { return None };
    let between = match formula.operation {
        Operation::Sum => " + ",
        Operation::Less => " − ",
        Operation::PercentOf | Operation::OfHundred => " ÷ ",
    };
    let mut text = Text::default();
    for (at, operand) in formula.operands.iter().enumerate() {
        // A difference of a negative number: 9.30 − (−27.70).
        let negative = operand.money().is_negative() && at > 0;
        if at > 0 {
            text.push_words(between);
        }
        text = text.then(name(operand));
        if negative {
            text.push_words("(");
        }
        text = text.then(Text::number(operand.clone(), Form::Operand));
        if negative {
            text.push_words(")");
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
        let said = |lang, cited: Option<SourcedValue>| {
            let (context, cited) = (RenderContext::new(&d, lang), cited.unwrap());
            let formula = formula_named(&context, &cited).map(|text| text.plain(&context.locale));
            (number_name(&context, &cited).plain(&context.locale), formula.unwrap_or_default())
        };
        let zh = |cited| said(Lang::Zh, cited);
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
        let en = said(Lang::En, d.cite_base(basic));
        assert_eq!(en.0, "Basic expenditure, budget 2022");
        assert_eq!(en.1, "Budget 2023 14,758,200 − change from 2022 1,747,800");
        assert_eq!(number_form(&d.cite_change(basic).unwrap()), Form::Arrow);
    }
}
