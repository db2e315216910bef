//! Example searches: questions that people ask and that this document answers, and everyday words for them.

use crate::disclosure::Disclosure;
use crate::figures::RenderContext;

/// How many examples are shown.
const COUNT: usize = 4;

/// A question, and the lines that answer it: those that the everyday words of `data/glossary.toml` lead to.
struct Question {
    /// As one types it.
    question: &'static str,
    /// In a word or two, where there is such a word.
    word: Option<&'static str>,
    lines: &'static [&'static str],
}

/// A few questions as one types them. Each finds a line of this document that is not zero.
pub fn examples(context: &RenderContext) -> Vec<&'static str> {
    answered(context).map(|example| example.question).take(COUNT).collect()
}

/// The same for a screen without a keyboard: all these questions, then words for them.
pub fn everyday_searches(context: &RenderContext) -> Vec<&'static str> {
    let questions = answered(context).map(|example| example.question);
    questions.chain(answered(context).filter_map(|example| example.word)).collect()
}

/// The questions that this document answers with a line that is not zero.
fn answered<'c>(context: &'c RenderContext) -> impl Iterator<Item = Question> + use<'c> {
    let is_answered = |question: &Question| question.lines.iter().any(|id| is_something(context.disclosure, id));
    questions(context).into_iter().filter(is_answered)
}

fn questions(context: &RenderContext) -> [Question; 9] {
    let (words, kiosk) = (context.locale.words(), context.locale.kiosk());
    let question = |question, word, lines| Question { question, word, lines };
    [
        question(words.search_ask_reception, Some(kiosk.ask_reception), &["three_public.reception"]),
        question(
            words.search_ask_cars,
            Some(kiosk.ask_cars),
            &["three_public.vehicle_operation", "three_public.vehicle"],
        ),
        question(words.search_ask_pay, Some(kiosk.ask_pay), &["appropriation.basic"]),
        question(
            words.search_ask_staff,
            Some(kiosk.ask_staff),
            &["staff", "staff.administrative", "staff.institutional"],
        ),
        question(words.search_ask_abroad, Some(kiosk.ask_abroad), &["three_public.overseas"]),
        question(words.search_ask_buying, Some(kiosk.ask_buying), &["procurement"]),
        question(words.search_ask_meetings, Some(kiosk.ask_meetings), &["operating"]),
        question(words.search_ask_total, None, &["expenditure", "income"]),
        question(words.search_ask_source, None, &["income"]),
    ]
}

/// True for a line or a count that is stated and not zero.
fn is_something(disclosure: &Disclosure, id: &str) -> bool {
    disclosure.line(id).is_some_and(|line| !line.amount.is_zero())
        || disclosure.count(id).is_some_and(|count| count.n != 0)
}
