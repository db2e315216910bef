//! Example searches: questions that people ask and that this document answers.

use crate::disclosure::Disclosure;
use crate::figures::RenderContext;

/// How many examples are shown.
const COUNT: usize = 4;

/// A few questions as one types them. Each finds a line of this document that is not zero.
pub fn examples(context: &RenderContext) -> Vec<&'static str> {
    let words = context.locale.words();
    // The lines are those that the everyday words of `data/glossary.toml` lead to.
    let questions: [(&str, &[&str]); 9] = [
        (words.search_ask_reception, &["three_public.reception"]),
        (words.search_ask_cars, &["three_public.vehicle_operation", "three_public.vehicle"]),
        (words.search_ask_pay, &["appropriation.basic"]),
        (words.search_ask_staff, &["staff", "staff.administrative", "staff.institutional"]),
        (words.search_ask_abroad, &["three_public.overseas"]),
        (words.search_ask_buying, &["procurement"]),
        (words.search_ask_meetings, &["operating"]),
        (words.search_ask_total, &["expenditure", "income"]),
        (words.search_ask_source, &["income"]),
    ];
    let answered = questions.iter().filter(|(_, lines)| lines.iter().any(|id| is_something(context.disclosure, id)));
    answered.map(|(question, _)| *question).take(COUNT).collect()
}

/// True for a line or a count that is stated and not zero.
fn is_something(disclosure: &Disclosure, id: &str) -> bool {
    disclosure.line(id).is_some_and(|line| !line.amount.is_zero())
        || disclosure.count(id).is_some_and(|count| count.n != 0)
}
