//! Budget lines and counts, to be found by their names in both languages, by what they are called in the document, and
//! by their amounts and changes, and by what we computed of them.

use super::entry::{Entry, Kind, Number};
use super::normalize::Field;
use crate::address::{Spot, line_href};
use crate::disclosure::{LineId, Quote};
use crate::figures::{ChartStyle, FigureId, NumberFormat, RenderContext, figure};
use crate::locale::{Lang, Locale};
use crate::provenance::{Provenance, SourcedValue};

/// Every line, change without an amount, and count, and what is only computed, such as all posts together.
pub fn entries(context: &RenderContext) -> Vec<Entry> {
    let d = context.disclosure;
    let computed = computed(context);
    let entry = |context, id, label, quote| entry(context, id, label, quote, &computed);
    let first = |at: usize| {
        let id = &d.lines[at].id;
        d.line(id.as_str()).is_some_and(|line| std::ptr::eq(line, &d.lines[at]))
    };
    let lines = (0..d.lines.len()).filter(|at| first(*at)).map(|at| &d.lines[at]);
    let lines = lines.map(|line| entry(context, &line.id, &line.label, line.quote));
    let lone = d.lone_changes.iter().map(|lone| entry(context, &lone.id, &lone.label, lone.change.quote));
    let counts = d.counts.iter().map(|count| entry(context, &count.id, &count.label, count.quote));
    let stated = |id: &LineId| d.line(id.as_str()).is_some() || d.count(id.as_str()).is_some();
    let ours = computed.iter().enumerate().filter(|(at, cited)| {
        let first = !computed[..*at].iter().any(|known| known.line == cited.line);
        first && !stated(&cited.line) && d.lone_change(cited.line.as_str()).is_none()
    });
    let ours = ours.filter_map(|(_, cited)| Some(entry(context, &cited.line, "", cited.quote()?)));
    lines.chain(lone).chain(counts).chain(ours).collect()
}

/// Every number in a table of a figure that we computed, each once.
fn computed(context: &RenderContext) -> Vec<SourcedValue> {
    let ways = FigureId::ALL.into_iter().flat_map(|id| (0..id.views().len().max(1)).map(move |way| (id, way)));
    let mut all: Vec<SourcedValue> = Vec::new();
    for table in ways.filter_map(|(id, way)| Some(figure(id, context, way, &ChartStyle::NARROW)?.table)) {
        for cited in table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells).flat_map(|cell| cell.numbers()) {
            let same = |known: &SourcedValue| {
                known.line == cited.line && known.aspect == cited.aspect && known.value == cited.value
            };
            if matches!(cited.origin, Provenance::Computed(_)) && !all.iter().any(same) {
                all.push(cited.clone());
            }
        }
    }
    all
}

fn entry(context: &RenderContext, id: &LineId, label: &str, quote: Quote, computed: &[SourcedValue]) -> Entry {
    let d = context.disclosure;
    let says = Field::name(context.heading_name(id), !context.locale.english());
    let in_chinese = || RenderContext::new(d, Lang::Zh).name(id);
    let beside = context.locale.english().then(|| Field::name(in_chinese(), true));
    let mut entry = Entry::new(Kind::Line, says, href(context, id, quote)).beside(beside);
    if !label.is_empty() {
        entry.call(Field::name(label, true));
    }
    if let Some(english) = Locale::of(Lang::En).line(id) {
        entry.call(Field::name(english, false));
    }
    let amount = d.cite(id.as_str()).or_else(|| d.cite_count(id.as_str()));
    entry.numbers.extend(amount.and_then(|amount| Number::new(&amount, NumberFormat::Plain, context)));
    let change = d.cite_change(id.as_str());
    entry.numbers.extend(change.and_then(|change| Number::new(&change, NumberFormat::Arrow, context)));
    let ours = computed.iter().filter(|cited| cited.line == *id);
    entry.numbers.extend(ours.filter_map(|cited| Number::computed(cited, context)));
    // Of what is only computed, the number is its own.
    if entry.numbers.iter().all(|number| number.empty_state) {
        entry.numbers.iter_mut().take(1).for_each(|number| number.empty_state = false);
    }
    entry
}

/// The way to the figure that shows the line, or to the clause that states it where none does.
pub fn href(context: &RenderContext, id: &LineId, quote: Quote) -> String {
    let spot = || Spot::of(context.disclosure, quote).href();
    FigureId::of_line(id).map_or_else(spot, |figure| line_href(figure, id))
}
