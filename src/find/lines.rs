//! Budget lines and counts, to be found by their names in both languages, by what they are called in the document, and
//! by their amounts and changes.

use super::entry::{Entry, Kind, Number};
use super::fold::Field;
use crate::address::{Spot, line_href};
use crate::disclosure::{LineId, Quote};
use crate::figure::{FigureId, Form, Reading};
use crate::locale::{Lang, Locale};

/// Every line, change without an amount, and count.
pub fn entries(reading: &Reading) -> Vec<Entry> {
    let d = reading.disclosure;
    let first = |at: usize| {
        let id = &d.lines[at].id;
        d.line(id.as_str()).is_some_and(|line| std::ptr::eq(line, &d.lines[at]))
    };
    let lines = (0..d.lines.len()).filter(|at| first(*at)).map(|at| &d.lines[at]);
    let lines = lines.map(|line| entry(reading, &line.id, &line.label, line.quote));
    let lone = d.lone_changes.iter().map(|lone| entry(reading, &lone.id, &lone.label, lone.change.quote));
    let counts = d.counts.iter().map(|count| entry(reading, &count.id, &count.label, count.quote));
    lines.chain(lone).chain(counts).collect()
}

fn entry(reading: &Reading, id: &LineId, label: &str, quote: Quote) -> Entry {
    let d = reading.disclosure;
    let says = Field::name(reading.heading_name(id), !reading.locale.english());
    let in_chinese = || Reading::new(d, Lang::Zh).name(id);
    let beside = reading.locale.english().then(|| Field::name(in_chinese(), true));
    let mut entry = Entry::new(Kind::Line, says, href(reading, id, quote)).beside(beside);
    entry.call(Field::name(label, true));
    if let Some(english) = Locale::of(Lang::En).line(id) {
        entry.call(Field::name(english, false));
    }
    let amount = d.cite(id.as_str()).or_else(|| d.cite_count(id.as_str()));
    entry.numbers.extend(amount.and_then(|amount| Number::new(&amount, Form::Plain, reading)));
    let change = d.cite_change(id.as_str());
    entry.numbers.extend(change.and_then(|change| Number::new(&change, Form::Arrow, reading)));
    entry
}

/// The way to the figure that shows the line, or to the clause that states it where none does.
pub fn href(reading: &Reading, id: &LineId, quote: Quote) -> String {
    let spot = || Spot::of(reading.disclosure, quote).href();
    FigureId::of_line(id).map_or_else(spot, |figure| line_href(figure, id))
}
