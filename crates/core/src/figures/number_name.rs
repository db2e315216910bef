//! What a number is, in words, and how one was computed.

use super::{Form, Reading, Text};
use crate::provenance::{Aspect, Cited, Formula, Operation, Origin, Value};

/// What a number is: `基本支出，2022年预算`.
pub fn number_name(reading: &Reading, cited: &Cited) -> Text {
    let words = reading.locale.words();
    let line = reading.line(&cited.line);
    let aspect = match (&cited.origin, cited.aspect) {
        (Origin::Computed(formula), Aspect::Share) => return share_name(reading, cited, formula),
        // A sum of people or things is called one by its name.
        _ if matches!(cited.value, Value::Count(..)) => return line.sentence(reading.locale.lang),
        _ => number_aspect(reading, cited),
    };
    reading.say(words.number_of, &[("line", line), ("aspect", aspect)]).sentence(reading.locale.lang)
}

/// Of what something is a part, and which part.
fn share_name(reading: &Reading, cited: &Cited, formula: &Formula) -> Text {
    let words = reading.locale.words();
    let part = reading.line(&cited.line);
    let Some(whole) = formula.operands.get(1) else { return part };
    let template = match formula.operation {
        Operation::OfHundred => words.number_of_hundred,
        // Of a change, how much the parts that the document names come to.
        _ if whole.line == cited.line => words.number_covered,
        _ => words.number_share,
    };
    let slots = [("line", part), ("whole", reading.line(&whole.line))];
    reading.say(template, &slots).sentence(reading.locale.lang)
}

/// Which of its line's numbers a number is: `2022年预算`.
pub fn number_aspect(reading: &Reading, cited: &Cited) -> Text {
    let words = reading.locale.words();
    let of_changes = || match &cited.origin {
        Origin::Computed(formula) => formula.operands.iter().any(|operand| operand.aspect == Aspect::Change),
        Origin::Stated(_) => false,
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
    reading.say(template, &[])
}

/// How a number is written where it stands alone: a change says its direction.
pub fn number_form(cited: &Cited) -> Form {
    if cited.aspect == Aspect::Change { Form::Arrow } else { Form::Plain }
}

/// How a number was computed, in numbers: `1,675.82 − 107.78`; None for one that is published.
pub fn formula(cited: &Cited) -> Option<Text> {
    written(cited, |_| Text::default())
}

/// The same with what each number is, as far as the name of the result does not say it:
/// `2023年预算 1,675.82 − 变化 107.78`.
pub fn formula_named(reading: &Reading, cited: &Cited) -> Option<Text> {
    written(cited, |operand| {
        let name = match operand.aspect {
            _ if matches!(operand.value, Value::Count(..)) => reading.line(&operand.line),
            _ if operand.line == cited.line => number_aspect(reading, operand),
            Aspect::Amount | Aspect::Change => reading.line(&operand.line),
            _ => number_name(reading, operand),
        };
        name.then(" ".into())
    })
    .map(|text| text.sentence(reading.locale.lang))
}

fn written(cited: &Cited, name: impl Fn(&Cited) -> Text) -> Option<Text> {
    let Origin::Computed(formula) = &cited.origin else { return None };
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
        text = text.then(Text::cited(operand.clone(), Form::Operand));
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
        let said = |lang, cited: Option<Cited>| {
            let (reading, cited) = (Reading::new(&d, lang), cited.unwrap());
            let formula = formula_named(&reading, &cited).map(|text| text.plain(&reading.locale));
            (number_name(&reading, &cited).plain(&reading.locale), formula.unwrap_or_default())
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
